import { type ByteString, fromBytes } from '../../bytestring.ts';

/** A longer statement is none that names a table or a sequence; of it only the beginning is kept. */
const MAX_STATEMENT_BYTES = 1024 * 1024;
/** The longest tag of a dollar quote: an identifier. */
const MAX_TAG_BYTES = 1024;

const NEWLINE = 10;
const code = (character: string) => character.charCodeAt(0);
const [QUOTE, DOUBLE_QUOTE, BACKSLASH, SEMICOLON, DASH, DOLLAR] = [...'\'"\\;-$'].map(code);

/**
 * Cuts the SQL that pg_dump writes into statements and comment lines, however it is cut into chunks. What stands in a
 * string, in a quoted name or in a function's body is part of its statement, whatever it looks like.
 */
export class SqlLexer {
  readonly #onStatement: (statement: ByteString) => void;
  readonly #onComment: (line: ByteString) => void;
  #bytes: number[] = [];
  #state: 'normal' | 'string' | 'escape-string' | 'name' | 'comment' | 'command' | 'tag' | 'dollar' =
    'normal';
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
        return this.#takeNormal(byte);
      case 'string':
      case 'escape-string':
        return this.#takeInString(byte);
      case 'name':
        this.#keep(byte);
        if (byte === DOUBLE_QUOTE) this.#state = 'normal'; // `""` begins another at once
        return;
      case 'comment':
      case 'command':
        return this.#takeInLine(byte);
      case 'tag':
        return this.#takeInTag(byte);
      case 'dollar':
        return this.#takeInDollar(byte);
    }
  }

  /** Whether a statement or a line could end here. */
  get isBetween(): boolean {
    return this.#state === 'normal' && this.#bytes.length === 0;
  }

  #takeNormal(byte: number): void {
    const previous = this.#previous;
    this.#previous = byte;
    if (byte === SEMICOLON) return this.#endStatement();
    if (this.#bytes.length === 0 && (byte === NEWLINE || byte === 32)) return;
    if (byte === DASH && previous === DASH) return this.#beginComment();
    if (this.#bytes.length === 0 && byte === BACKSLASH) this.#state = 'command';
    else if (byte === QUOTE) this.#state = previous === 0x45 || previous === 0x65 ? 'escape-string' : 'string';
    else if (byte === DOUBLE_QUOTE) this.#state = 'name';
    else if (byte === DOLLAR && !isNamePart(previous)) {
      this.#state = 'tag';
      this.#tag = '$';
    }
    this.#keep(byte);
  }

  #endStatement(): void {
    this.#onStatement(this.#takeText());
  }

  /** The first dash was kept; a comment within a statement is left in it. */
  #beginComment(): void {
    this.#keep(DASH as number);
    this.#state = 'comment';
  }

  #takeInString(byte: number): void {
    this.#keep(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#state === 'escape-string' && byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      // `''` goes on in the string: what begins anew is one of the same kind.
      this.#previous = this.#state === 'escape-string' ? 0x45 : 0;
      this.#state = 'normal';
    }
  }

  #takeInLine(byte: number): void {
    if (byte !== NEWLINE) return this.#keep(byte);
    const isAlone = this.#state === 'command' || (this.#bytes[0] === DASH && this.#bytes[1] === DASH);
    if (isAlone) {
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
