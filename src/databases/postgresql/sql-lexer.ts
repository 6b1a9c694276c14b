import { type ByteString, fromBytes } from '../../bytestring.ts';
import { BrokenDump } from '../broken-dump.ts';

/** A longer statement is none that names a table or a sequence; of it only the beginning is kept. */
const KEPT_BYTES = 1024 * 1024;
const FIRST_ROOM_BYTES = 4096;
/** The longest tag of a dollar quote: an identifier. */
const MAX_TAG_BYTES = 1024;
/** Of a word only so much is kept: the longest one that is looked for is shorter. */
const MAX_WORD_BYTES = 8;

const NEWLINE = 0x0a;
const DOUBLE_QUOTE = 0x22;
const DOLLAR = 0x24;
const QUOTE = 0x27;
const OPEN = 0x28;
const CLOSE = 0x29;
const DASH = 0x2d;
const SEMICOLON = 0x3b;
const BACKSLASH = 0x5c;

type LexerState =
  | 'normal'
  | 'string'
  | 'escape-string'
  | 'name'
  | 'comment' // to the end of its line; within a statement it is a part of it
  | 'command' // of psql: a line that begins with a backslash
  | 'tag' // of a dollar quote that begins
  | 'dollar';

export interface LexerEvents {
  /** Without its semicolon. */
  statement(text: ByteString): void;
  /** A line that is a comment, from its `--` on. */
  comment(line: ByteString): void;
  /** A line that begins with a backslash, which is for psql and not for the server. */
  command(line: ByteString): void;
}

/**
 * Cuts the SQL that pg_dump writes into statements and comment lines, however it is cut into chunks. What stands in a
 * string, in a quoted name, in parentheses or in a function's body is part of its statement, whatever it looks like.
 */
export class SqlLexer {
  readonly #on: LexerEvents;
  readonly #keptBytes: number;
  readonly #isWhole: boolean;
  #kept = Buffer.allocUnsafe(FIRST_ROOM_BYTES);
  #length = 0;
  #state: LexerState = 'normal';
  /** The name or number that stands just before, as far as it is kept. */
  #word = '';
  #wordBefore = '';
  #previous = 0;
  #isEscaped = false;
  /** Whether a string without E knows escapes, too: `standard_conforming_strings`. */
  #hasEscapes = false;
  #openParentheses = 0;
  /** BEGIN ATOMIC and the CASEs within it that have no END yet. */
  #openBlocks = 0;
  #tag = '';
  #end = '';

  /** @param wholeUpToBytes Of statements that must be whole: a longer one is refused. Default: its beginning does. */
  constructor(on: LexerEvents, { wholeUpToBytes }: { wholeUpToBytes?: number } = {}) {
    this.#on = on;
    this.#isWhole = wholeUpToBytes !== undefined;
    this.#keptBytes = wholeUpToBytes ?? KEPT_BYTES;
  }

  /** Takes one byte. @throws BrokenDump for what pg_dump never writes: a NUL, a backslash between words. */
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
    return this.#state === 'normal' && this.#length === 0;
  }

  #takeNormal(byte: number): void {
    const previous = this.#previous;
    this.#previous = byte;
    if (isNamePart(byte) || (byte === DOLLAR && this.#word !== '')) {
      if (this.#word.length < MAX_WORD_BYTES) this.#word += String.fromCharCode(byte);
      this.#keep(byte);
      return;
    }
    const word = this.#endWord();
    if (byte === SEMICOLON && this.#openParentheses === 0 && this.#openBlocks === 0) {
      this.#endStatement();
      return;
    }
    if (this.#length === 0 && isWhitespace(byte)) return;
    this.#state = this.#stateAfter(byte, { previous, word });
    if (byte === OPEN) this.#openParentheses++;
    else if (byte === CLOSE && this.#openParentheses > 0) this.#openParentheses--;
    this.#keep(byte);
  }

  #stateAfter(byte: number, { previous, word }: { previous: number; word: string }): LexerState {
    if (byte === DASH && previous === DASH) return 'comment';
    if (byte === BACKSLASH) {
      if (this.#length === 0) return 'command';
      throw new BrokenDump('within a statement there is a command for psql (a backslash)');
    }
    if (byte === QUOTE) return this.#hasEscapes || word === 'E' ? 'escape-string' : 'string';
    if (byte === DOUBLE_QUOTE) return 'name';
    if (byte !== DOLLAR) return 'normal';
    this.#tag = '$';
    return 'tag';
  }

  /** The body of an SQL function is statements, each with a semicolon, in words of its own. Returns the word that ended. */
  #endWord(): string {
    const word = this.#word.toUpperCase();
    this.#word = '';
    if (word === '') return word;
    if (word === 'ATOMIC' && this.#wordBefore === 'BEGIN' && this.#isRoutine) this.#openBlocks = 1;
    else if (this.#openBlocks > 0 && word === 'CASE') this.#openBlocks++;
    else if (this.#openBlocks > 0 && word === 'END') this.#openBlocks--;
    this.#wordBefore = word;
    return word;
  }

  get #isRoutine(): boolean {
    const head = this.#kept.toString('latin1', 0, Math.min(this.#length, 40));
    return /^CREATE (?:OR REPLACE )?(?:FUNCTION|PROCEDURE) /i.test(head);
  }

  #takeInString(byte: number): void {
    this.#keep(byte);
    if (this.#isEscaped) this.#isEscaped = false;
    else if (this.#state === 'escape-string' && byte === BACKSLASH) this.#isEscaped = true;
    else if (byte === QUOTE) {
      // `''` goes on in the string: what begins anew is one of the same kind.
      this.#word = this.#state === 'escape-string' ? 'E' : '';
      this.#previous = byte;
      this.#state = 'normal';
    }
  }

  #takeInLine(byte: number): void {
    if (byte !== NEWLINE) {
      this.#keep(byte);
      return;
    }
    if (this.#state === 'command') this.#on.command(this.#takeText());
    else if (this.#kept[0] === DASH && this.#kept[1] === DASH) this.#on.comment(this.#takeText());
    else this.#keep(byte);
    this.#state = 'normal';
    this.#previous = byte;
  }

  #takeInTag(byte: number): void {
    const isFirst = this.#tag.length === 1;
    if (
      byte !== DOLLAR &&
      (!isNamePart(byte) || (isFirst && isDigit(byte)) || this.#tag.length > MAX_TAG_BYTES)
    ) {
      this.#state = 'normal'; // `$1` and the like
      this.#takeNormal(byte);
      return;
    }
    this.#keep(byte);
    this.#tag += String.fromCharCode(byte);
    if (byte !== DOLLAR) return;
    this.#state = 'dollar';
    this.#end = '';
  }

  #takeInDollar(byte: number): void {
    this.#keep(byte);
    this.#end = byte === DOLLAR && this.#end === '' ? '$' : this.#end + String.fromCharCode(byte);
    if (this.#end === this.#tag) {
      this.#state = 'normal';
      this.#previous = byte;
    } else if (!this.#tag.startsWith(this.#end)) this.#end = byte === DOLLAR ? '$' : '';
  }

  #endStatement(): void {
    const text = this.#takeText();
    const setting = /^SET standard_conforming_strings = (on|off)$/.exec(text);
    if (setting !== null) this.#hasEscapes = setting[1] === 'off';
    this.#on.statement(text);
  }

  #keep(byte: number): void {
    if (byte === 0) throw new BrokenDump('it holds a NUL byte');
    if (this.#length === this.#keptBytes) {
      if (!this.#isWhole) return;
      throw new BrokenDump(`a statement in it is longer than ${this.#keptBytes} bytes`);
    }
    if (this.#length === this.#kept.length) {
      const more = Buffer.allocUnsafe(Math.min(2 * this.#length, this.#keptBytes));
      this.#kept.copy(more);
      this.#kept = more;
    }
    this.#kept[this.#length++] = byte;
  }

  #takeText(): ByteString {
    const text = fromBytes(this.#kept.subarray(0, this.#length));
    if (this.#kept.length > KEPT_BYTES) this.#kept = Buffer.allocUnsafe(FIRST_ROOM_BYTES);
    this.#length = 0;
    this.#previous = 0;
    this.#word = '';
    this.#wordBefore = '';
    this.#openParentheses = 0;
    this.#openBlocks = 0;
    return text;
  }
}

function isWhitespace(byte: number): boolean {
  return byte === 0x20 || (byte >= 0x09 && byte <= 0x0d);
}

function isNamePart(byte: number): boolean {
  return (
    byte >= 0x80 ||
    byte === 0x5f ||
    isDigit(byte) ||
    (byte >= 0x41 && byte <= 0x5a) ||
    (byte >= 0x61 && byte <= 0x7a)
  );
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}
