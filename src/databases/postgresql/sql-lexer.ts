import { type ByteString, fromBytes } from '../../bytestring.ts';

/** A longer statement is none that names a table or a sequence; of it only the beginning is kept. */
const MAX_STATEMENT_BYTES = 1024 * 1024;
/** The longest tag of a dollar quote: an identifier. */
const MAX_TAG_BYTES = 1024;

const NEWLINE = 0x0a;
const SPACE = 0x20;
const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const DASH = 0x2d;
const SEMICOLON = 0x3b;
const UPPER_E = 0x45;
const BACKSLASH = 0x5c;
const LOWER_E = 0x65;

type LexerState =
  | 'normal'
  | 'string'
  | 'escape-string'
  | 'name'
  | 'comment' // to the end of its line; within a statement it is a part of it
  | 'command' // of psql: a line that begins with a backslash
  | 'tag' // of a dollar quote that begins
  | 'dollar';

/**
 * Cuts the SQL that pg_dump writes into statements and comment lines, however it is cut into chunks. What stands in a
 * string, in a quoted name or in a function's body is part of its statement, whatever it looks like.
 */
export class SqlLexer {
  readonly #onStatement: (statement: ByteString) => void;
  readonly #onComment: (line: ByteString) => void;
  #bytes: number[] = [];
  #state: LexerState = 'normal';
  #previous = 0;
  #isEscaped = false;
  #tag = '';
  #end = '';

  /** @param onStatement Without its semicolon. @param onComment A line that is a comment, from its `--` on. */
  constructor(on: { statement: (text: ByteString) => void; comment: (line: ByteString) => void }) {
    this.#onStatement = on.statement;
    this.#onComment = on.comment;
  }

  /** Takes one byte. */
  take(byte: number): void {
    switch (this.#state) {
      case 'normal':
        this.#takeNormal(byte);
        break;
      case 'string':
      case 'escape-string':
        this.#takeInString(byte);
        break;
      case 'name':
        this.#keep(byte);
        if (byte === DOUBLE_QUOTE) this.#state = 'normal'; // `""` begins another at once
        break;
      case 'comment':
      case 'command':
        this.#takeInLine(byte);
        break;
      case 'tag':
        this.#takeInTag(byte);
        break;
      case 'dollar':
        this.#takeInDollar(byte);
        break;
    }
  }

  /** Whether a statement or a line could end here. */
  get isBetween(): boolean {
    return this.#state === 'normal' && this.#bytes.length === 0;
  }

  #takeNormal(byte: number): void {
    const previous = this.#previous;
    this.#previous = byte;
    const isFirst = this.#bytes.length === 0;
    if (byte === SEMICOLON) this.#onStatement(this.#takeText());
    else if (!isFirst || (byte !== NEWLINE && byte !== SPACE)) {
      this.#state = this.#stateAfter(byte, previous, isFirst);
      this.#keep(byte);
    }
  }

  #stateAfter(byte: number, previous: number, isFirst: boolean): LexerState {
    if (byte === DASH && previous === DASH) return 'comment';
    if (isFirst && byte === BACKSLASH) return 'command';
    if (byte === QUOTE) return previous === UPPER_E || previous === LOWER_E ? 'escape-string' : 'string';
    if (byte === DOUBLE_QUOTE) return 'name';
    if (byte !== DOLLAR || isNamePart(previous)) return 'normal';
    this.#tag = '$';
    return 'tag';
  }

  #takeInString(byte: number): void {
    this.#keep(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#state === 'escape-string' && byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      // `''` goes on in the string: what begins anew is one of the same kind.
      this.#previous = this.#state === 'escape-string' ? UPPER_E : 0;
      this.#state = 'normal';
    }
  }

  #takeInLine(byte: number): void {
    if (byte !== NEWLINE) {
      this.#keep(byte);
      return;
    }
    if (this.#state === 'command' || (this.#bytes[0] === DASH && this.#bytes[1] === DASH)) {
      const line = this.#takeText();
      if (line.startsWith('--')) this.#onComment(line);
    } else this.#keep(byte);
    this.#state = 'normal';
    this.#previous = byte;
  }

  #takeInTag(byte: number): void {
    this.#keep(byte);
    this.#tag += String.fromCharCode(byte);
    if (byte === DOLLAR) {
      this.#state = 'dollar';
      this.#end = '';
    } else if (!isNamePart(byte) || this.#tag.length > MAX_TAG_BYTES) {
      this.#state = 'normal'; // `$1` and the like
      this.#previous = byte;
    }
  }

  #takeInDollar(byte: number): void {
    this.#keep(byte);
    this.#end = byte === DOLLAR && this.#end === '' ? '$' : this.#end + String.fromCharCode(byte);
    if (this.#end === this.#tag) {
      this.#state = 'normal';
      this.#previous = byte;
    } else if (!this.#tag.startsWith(this.#end)) this.#end = byte === DOLLAR ? '$' : '';
  }

  #keep(byte: number): void {
    if (this.#bytes.length < MAX_STATEMENT_BYTES) this.#bytes.push(byte);
  }

  #takeText(): ByteString {
    const text = fromBytes(Uint8Array.from(this.#bytes));
    this.#bytes = [];
    this.#previous = 0;
    return text;
  }
}

function isNamePart(byte: number): boolean {
  return byte >= 0x80 || /[A-Za-z0-9_]/.test(String.fromCharCode(byte));
}
