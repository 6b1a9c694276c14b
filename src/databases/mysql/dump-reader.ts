import { type ByteString, fromBytes } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';
import { type DumpContents, INSERT, unquoted } from './contents.ts';

/** What the dump tools end a whole dump with. */
export const DUMP_END = '-- Dump completed';

/** Of a longer statement only the beginning is kept. */
const MAX_STATEMENT_BYTES = 4 * 1024 * 1024;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const EXCLAMATION = 0x21;
const DOUBLE_QUOTE = 0x22;
const HASH = 0x23;
const QUOTE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const STAR = 0x2a;
const DASH = 0x2d;
const SLASH = 0x2f;
const UPPER_M = 0x4d;
const UPPER_S = 0x53;
const BACKSLASH = 0x5c;
const BACKTICK = 0x60;

type State =
  | 'normal'
  | 'quoted' // in a string or a name
  | 'line' // a comment to the end of its line, or `DELIMITER`
  | 'comment' // `/* … */` that nobody heeds; `/*! … */` is a part of its statement
  | 'values'; // the rows of an INSERT

/**
 * Reads a dump along as it streams, however it is cut into chunks: what it makes, how many rows it inserts into each table,
 * and that its end is there. As the client does it: what stands in a string, a name, a comment or a routine's body is part of
 * its statement, whatever it looks like.
 */
export class DumpReader {
  readonly #contents: DumpContents;
  readonly #onComment: (line: ByteString) => void;
  readonly #onStatement: (text: ByteString) => void;
  #state: State = 'normal';
  #bytes: number[] = [];
  /** Bytes of the statement, kept or not. */
  #length = 0;
  #quote = 0;
  #isEscaped = false;
  /** Of the `sql_mode` that a routine's text is read under. */
  #hasEscapes = true;
  #hasQuotedNames = false;
  #delimiter = ';';
  /** The last bytes outside of quotes. */
  #previous = 0;
  #beforePrevious = 0;
  #table = '' as ByteString;
  #depth = 0;
  #rows = 0;
  #hasEnd = false;

  /** Beside what is counted, `onStatement` gets each statement but INSERTs, without its delimiter; `onComment` each line. */
  constructor(
    contents: DumpContents,
    on: { statement?: (text: ByteString) => void; comment?: (line: ByteString) => void } = {},
  ) {
    this.#contents = contents;
    this.#onStatement = on.statement ?? (() => {});
    this.#onComment = on.comment ?? (() => {});
  }

  push(bytes: Uint8Array): void {
    let at = 0;
    while (at < bytes.length) {
      if (this.#state === 'values') at = this.#takeValues(bytes, at);
      else this.#take(bytes[at++] as number);
    }
  }

  /** @throws BrokenDump without the end marker, or in the middle of a statement. */
  finish(): void {
    if (this.#state !== 'normal' || this.#length > 0)
      throw new BrokenDump('it ends in the middle of a statement');
    if (!this.#hasEnd) throw new BrokenDump(`it lacks its end marker, "${DUMP_END}"`);
  }

  /** Whether a statement or a row has been seen whose place is after the dump's head. */
  get isPastHead(): boolean {
    return this.#isPastHead;
  }
  #isPastHead = false;

  #take(byte: number): void {
    switch (this.#state) {
      case 'normal':
        this.#takeNormal(byte);
        break;
      case 'quoted':
        this.#keep(byte);
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === BACKSLASH && this.#knowsEscapes) this.#isEscaped = true;
        else if (byte === this.#quote) this.#leave(); // a doubled one begins another at once
        break;
      case 'line':
        this.#takeInLine(byte);
        break;
      default:
        this.#keep(byte);
        if (byte === SLASH && this.#previous === STAR) this.#leave();
        else this.#previous = byte;
    }
  }

  /** As the client asks the server's status. */
  get #knowsEscapes(): boolean {
    if (this.#quote === BACKTICK || (this.#quote === DOUBLE_QUOTE && this.#hasQuotedNames)) return false;
    return this.#hasEscapes;
  }

  #leave(): void {
    this.#state = 'normal';
    this.#previous = 0;
    this.#beforePrevious = 0;
  }

  #takeNormal(byte: number): void {
    if (this.#length === 0 && (byte === NEWLINE || byte === SPACE)) return;
    const previous = this.#previous;
    const before = this.#beforePrevious;
    this.#beforePrevious = previous;
    this.#previous = byte;
    this.#keep(byte);
    if (byte === QUOTE || byte === DOUBLE_QUOTE || byte === BACKTICK) {
      this.#quote = byte;
      this.#state = 'quoted';
    } else if (
      byte === HASH ||
      ((byte === SPACE || byte === NEWLINE) && previous === DASH && before === DASH)
    ) {
      this.#state = 'line';
      if (byte === NEWLINE) this.#endLine();
    } else if (this.#isComment(byte, previous, before)) {
      this.#state = 'comment';
    } else if (byte === UPPER_S) this.#beginValues();
    else if (this.#length === DELIMITER.length && this.#startsWith(DELIMITER)) this.#state = 'line';
    else this.#endIfDelimited(byte);
  }

  /** Whether `byte` follows `/*` that no version heeds: neither `/*!` nor `/*M!`. */
  #isComment(byte: number, previous: number, before: number): boolean {
    if (before === SLASH && previous === STAR) return byte !== EXCLAMATION && byte !== UPPER_M;
    if (before !== STAR || previous !== UPPER_M || byte === EXCLAMATION) return false;
    return this.#bytes.at(-4) === SLASH;
  }

  #endIfDelimited(byte: number): void {
    const { length } = this.#delimiter;
    if (byte !== this.#delimiter.charCodeAt(length - 1)) return;
    if (this.#length > MAX_STATEMENT_BYTES) {
      // What isn't kept can't be looked at: the last two bytes are, and delimiters aren't longer.
      if (length > 1 && this.#beforePrevious !== this.#delimiter.charCodeAt(0)) return;
    } else if (fromBytes(Uint8Array.from(this.#bytes.slice(-length))) !== this.#delimiter) return;
    this.#endStatement();
  }

  #endStatement(): void {
    const text = this.#takeText();
    const statement = text.slice(0, -this.#delimiter.length).trimEnd() as ByteString;
    this.#hasEnd = false;
    this.#isPastHead ||= !/^\/\*[!M]/.test(statement);
    const mode = SQL_MODE.exec(statement);
    if (mode !== null) {
      this.#hasEscapes = !/\bNO_BACKSLASH_ESCAPES\b/i.test(mode[1] ?? '');
      this.#hasQuotedNames = /\bANSI_QUOTES\b/i.test(mode[1] ?? '');
    }
    this.#contents.takeStatement(statement);
    this.#onStatement(statement);
  }

  #takeInLine(byte: number): void {
    this.#keep(byte);
    if (byte === NEWLINE) this.#endLine();
  }

  /** Within a statement a comment is a part of it. */
  #endLine(): void {
    this.#leave();
    if (this.#startsWith(DELIMITER)) {
      this.#delimiter = this.#takeText().slice(DELIMITER.length).trim() || ';';
      if (this.#delimiter.length > MAX_DELIMITER)
        throw new BrokenDump('a delimiter in it is none of the tool’s');
    } else if (this.#startsWith('--') || this.#startsWith('#')) {
      const line = this.#takeText().trimEnd() as ByteString;
      if (line.startsWith(DUMP_END)) this.#hasEnd = true;
      this.#onComment(line);
    }
  }

  #beginValues(): void {
    if (!this.#startsWith('INSERT') && !this.#startsWith('REPLACE')) return;
    const text = fromBytes(Uint8Array.from(this.#bytes));
    const name = INSERT.exec(text)?.[1];
    if (name === undefined || !text.endsWith(' VALUES')) return;
    this.#table = unquoted(name);
    this.#rows = 0;
    this.#depth = 0;
    this.#quote = 0;
    this.#state = 'values';
  }

  /** Rows, up to the end of the statement. Returns where it stopped. */
  #takeValues(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      if (this.#quote !== 0) {
        at = this.#skipString(bytes, at);
        continue;
      }
      const byte = bytes[at++] as number;
      if (byte === QUOTE) this.#quote = QUOTE;
      else if (byte === OPEN) {
        if (this.#depth++ === 0) this.#rows++;
      } else if (byte === CLOSE) this.#depth--;
      else if (byte === SEMICOLON && this.#depth === 0) {
        this.#endValues();
        return at;
      }
    }
    return at;
  }

  #skipString(bytes: Uint8Array, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const byte = bytes[at++] as number;
      if (this.#isEscaped) this.#isEscaped = false;
      else if (byte === BACKSLASH) this.#isEscaped = true;
      else if (byte === QUOTE) {
        this.#quote = 0;
        return at;
      }
    }
    return at;
  }

  #endValues(): void {
    this.#takeText();
    this.#hasEnd = false;
    this.#isPastHead = true;
    const { rows } = this.#contents;
    rows.set(this.#table, (rows.get(this.#table) ?? 0) + this.#rows);
    this.#leave();
  }

  #startsWith(word: string): boolean {
    if (this.#bytes.length < word.length) return false;
    for (let i = 0; i < word.length; i++) if (this.#bytes[i] !== word.charCodeAt(i)) return false;
    return true;
  }

  #keep(byte: number): void {
    this.#length++;
    if (this.#bytes.length < MAX_STATEMENT_BYTES) this.#bytes.push(byte);
  }

  #takeText(): ByteString {
    const text = fromBytes(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#length = 0;
    this.#quote = 0;
    this.#previous = 0;
    this.#beforePrevious = 0;
    return text;
  }
}

/** What the dump tools write before a routine, and after it: then it is a variable's. */
const SQL_MODE = /^(?:\/\*!\d+ )?SET sql_mode\s*=\s*(?:'([^']*)'|@)/i;
const SEMICOLON = 0x3b;
const DELIMITER = 'DELIMITER ';
const MAX_DELIMITER = 2;
