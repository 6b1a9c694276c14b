import { type ByteString, display } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import { qualifiedName } from './sql.ts';
import { SqlLexer } from './sql-lexer.ts';

const NEWLINE = 10;
/** A line of data that ends it; of longer ones no more needs to be kept. */
const END_OF_DATA = '\\.';

export interface PlainEvents {
  /** Any but those that data follows; without its semicolon. */
  statement(text: ByteString): void;
  /** A line that is a comment, from its `--` on. */
  comment(line: ByteString): void;
  /** What data follows; `table` as it is shown. */
  copy(text: ByteString, table: string): void;
  /** Lines of data, or pieces of lines, as they come; the last one has the end marker in it. */
  data(bytes: Uint8Array): void;
  /** So many rows there were. */
  dataEnd(table: string, rows: number): void;
}

/**
 * Reads a text of pg_dump or pg_dumpall as psql does: statements, and after COPY a table's data. What neither of them writes
 * is refused: another command for psql than `\restrict` first of all.
 */
export class PlainReader {
  readonly #on: PlainEvents;
  readonly #lexer: SqlLexer;
  #state: 'statements' | 'before-data' | 'data' = 'statements';
  #table = '';
  #rows = 0;
  /** The beginning of the line that we are in, in a table's data. */
  #lineStart = '';

  /** @param wholeUpToBytes as `SqlLexer` takes it. */
  constructor(on: PlainEvents, options: { wholeUpToBytes?: number } = {}) {
    this.#on = on;
    this.#lexer = new SqlLexer(
      {
        statement: (text) => this.#takeStatement(text),
        comment: (line) => on.comment(line),
        command: requireOwnCommand,
      },
      options,
    );
  }

  /** @throws BrokenDump */
  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === 'data') at = this.#takeData(bytes, at);
      else {
        const byte = bytes[at++] as number;
        if (this.#state === 'statements') this.#lexer.take(byte);
        else if (byte === NEWLINE) this.#state = 'data';
        else throw new BrokenDump(`something stands between the COPY of ${this.#table} and its data`);
      }
    }
  }

  /** @throws BrokenDump in the middle of a statement or a table's data. */
  finish(): void {
    if (this.#state !== 'statements')
      throw new BrokenDump(`it ends in the middle of the data of ${this.#table}`);
    if (!this.#lexer.isBetween) throw new BrokenDump('it ends in the middle of a statement');
  }

  /** Up to the data's end, or what there is of it. Returns where it ends. */
  #takeData(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const newline = bytes.indexOf(NEWLINE, at);
      const end = newline < 0 ? bytes.length : newline;
      for (let i = at; i < end && this.#lineStart.length <= END_OF_DATA.length; i++) {
        this.#lineStart += String.fromCharCode(bytes[i] as number);
      }
      at = newline < 0 ? end : newline + 1;
      if (newline >= 0 && this.#isEnd()) {
        this.#on.data(bytes.subarray(from, at));
        this.#on.dataEnd(this.#table, this.#rows);
        return at;
      }
    }
    this.#on.data(bytes.subarray(from, at));
    return at;
  }

  /** Whether the line that has come to its end is the marker. psql takes one with a carriage return for it, too. */
  #isEnd(): boolean {
    const line = this.#lineStart;
    this.#lineStart = '';
    if (!line.startsWith(END_OF_DATA)) {
      this.#rows++;
      return false;
    }
    if (line !== END_OF_DATA) {
      throw new BrokenDump(`in the data of ${this.#table} a line begins as its end marker, and goes on`);
    }
    this.#state = 'statements';
    return true;
  }

  #takeStatement(statement: ByteString): void {
    if (!statement.startsWith('COPY ')) {
      this.#on.statement(statement);
      return;
    }
    const match = COPY.exec(statement);
    if (match === null) throw new BrokenDump('a COPY in it names no table');
    this.#table = qualifiedName(unquoted(match[1] ?? ''), unquoted(match[2] ?? ''));
    this.#rows = 0;
    this.#state = 'before-data';
    this.#on.copy(statement, this.#table);
  }
}

/** A name as the dump tools write it. */
export const NAME = '(?:"(?:[^"]|"")+"|[a-z_][a-z0-9_]*)';
const COPY = new RegExp(`^COPY (${NAME})\\.(${NAME}) (?:\\(${NAME}(?:, ${NAME})*\\))? FROM stdin$`, 's');

/** As pg_dump writes it, or without its quotes. */
export function unquoted(name: string): ByteString {
  return (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name) as ByteString;
}

/** Since August 2025 dumps keep psql from its other commands while it reads them (CVE-2025-8714). */
function requireOwnCommand(line: ByteString): void {
  if (/^\\(?:un)?restrict [0-9A-Za-z]+$/.test(line)) return;
  throw new BrokenDump(
    `it holds "${display(line.slice(0, MAX_SHOWN) as ByteString)}", a command for psql that pg_dump never writes`,
  );
}

const MAX_SHOWN = 60;
