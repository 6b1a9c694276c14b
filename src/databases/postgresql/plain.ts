import type { ByteString } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import type { DumpContents } from './contents.ts';
import { qualifiedName } from './sql.ts';
import { SqlLexer } from './sql-lexer.ts';

/** Ends of what pg_dump and pg_dumpall write. */
export const DUMP_END = '-- PostgreSQL database dump complete';
export const CLUSTER_END = '-- PostgreSQL database cluster dump complete';

const NEWLINE = 10;
/** A line of data that ends it; longer ones needn't be kept. */
const END_OF_DATA = '\\.';

/**
 * Reads a plain dump along: which tables' data is in it and how many rows, what sequences are set to, and that its end is
 * there.
 */
export class PlainDump {
  readonly #contents: DumpContents;
  readonly #end: string;
  readonly #lexer: SqlLexer;
  #state: 'statements' | 'before-data' | 'data' = 'statements';
  #table = '';
  #rows = 0;
  /** The beginning of the line that we are in, in a table's data. */
  #lineStart = '';
  #hasEnd = false;

  constructor(contents: DumpContents, end: string) {
    this.#contents = contents;
    this.#end = end;
    this.#lexer = new SqlLexer({
      statement: (text) => this.#takeStatement(text),
      comment: (line) => {
        this.#hasEnd ||= line === this.#end;
      },
    });
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === 'data') at = this.#takeData(bytes, at);
      else {
        const byte = bytes[at++] as number;
        if (this.#state === 'statements') this.#lexer.take(byte);
        else if (byte === NEWLINE) this.#state = 'data';
      }
    }
  }

  /** @throws BrokenDump without the end marker, or in the middle of a statement or a table's data. */
  finish(): void {
    if (this.#state !== 'statements')
      throw new BrokenDump(`it ends in the middle of the data of ${this.#table}`);
    if (!this.#lexer.isBetween) throw new BrokenDump('it ends in the middle of a statement');
    if (!this.#hasEnd) throw new BrokenDump(`it lacks its end marker, "${this.#end}"`);
    this.#contents.setTables(this.#contents.rows.keys());
  }

  /** One line, or what there is of it. Returns where it ends. */
  #takeData(bytes: Uint8Array, from: number): number {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    for (let i = from; i < end && this.#lineStart.length <= END_OF_DATA.length; i++) {
      this.#lineStart += String.fromCharCode(bytes[i] as number);
    }
    if (newline < 0) return end;
    if (this.#lineStart === END_OF_DATA) {
      this.#contents.rows.set(this.#table, (this.#contents.rows.get(this.#table) ?? 0) + this.#rows);
      this.#state = 'statements';
    } else this.#rows++;
    this.#lineStart = '';
    return newline + 1;
  }

  #takeStatement(statement: ByteString): void {
    if (statement.startsWith('COPY ')) this.#beginData(statement);
    else if (statement.startsWith('SELECT pg_catalog.setval(')) this.#takeSequence(statement);
  }

  #beginData(statement: ByteString): void {
    const match = COPY.exec(statement);
    if (match === null) throw new BrokenDump('a COPY in it names no table');
    this.#table = qualifiedName(unquoted(match[1] ?? ''), unquoted(match[2] ?? ''));
    this.#rows = 0;
    this.#state = 'before-data';
  }

  #takeSequence(statement: ByteString): void {
    const text = SETVAL.exec(statement)?.[1]?.replaceAll("''", "'").replaceAll('\\\\', '\\');
    const names = QUALIFIED.exec(text ?? '');
    if (names === null) throw new BrokenDump('a sequence in it has no name');
    this.#contents.addSequence(unquoted(names[1] ?? ''), unquoted(names[2] ?? ''), statement);
  }
}

const NAME = '(?:"(?:[^"]|"")+"|[^".,()\\s]+)';
const QUALIFIED = new RegExp(`^(${NAME})\\.(${NAME})$`, 's');
const COPY = new RegExp(`^COPY (${NAME})\\.(${NAME})[ (].*FROM stdin$`, 's');
const SETVAL = /^SELECT pg_catalog\.setval\((?: ?E)?'((?:[^']|'')+)', -?[0-9]+, (?:true|false)\)$/s;

function unquoted(name: string): ByteString {
  return (name.startsWith('"') ? name.slice(1, -1).replaceAll('""', '"') : name) as ByteString;
}
