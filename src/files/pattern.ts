import { type ByteString, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { decodeRune } from './rune.ts';

/**
 * Patterns of one component, with the meaning of Go's `filepath.Match` (path/filepath in Go's documentation), on bytes
 * that are read as UTF-8:
 * - `*` any bytes, `?` one character, `[a-z]`, `[^a-z]` one of, or none of; `\` takes the next character literally
 * - an invalid byte of a name counts as one character, U+FFFD
 */
export interface ComponentPattern {
  matches(name: ByteString): boolean;
}

/** What stands between two stars: matches a fixed number of characters. */
interface Chunk {
  readonly afterStar: boolean;
  readonly items: readonly Item[];
}

type Item =
  | { readonly kind: 'byte'; readonly byte: string }
  | { readonly kind: 'any' }
  | { readonly kind: 'set'; readonly negated: boolean; readonly ranges: readonly [number, number][] };

/**
 * @throws HoldfastError bad-input at a syntax error (an open bracket, a backslash at the end), which filepath.Match
 *   calls ErrBadPattern.
 */
export function compileComponent(pattern: string): ComponentPattern {
  const bytes = fromText(pattern);
  if (!/[\\[\]*?]/.test(pattern)) return { matches: (name) => name === bytes };
  if (!/[\\[\]?]/.test(pattern)) return starPattern(bytes.split('*') as ByteString[]);
  const chunks = new ComponentParser(pattern, bytes).parse();
  return { matches: (name) => matchChunks(chunks, 0, name, 0) };
}

/** What most patterns are: literal text with stars between. The first text begins a name, the last one ends it. */
function starPattern(texts: readonly ByteString[]): ComponentPattern {
  const first = texts[0] ?? '';
  const last = texts.at(-1) ?? '';
  const middle = texts.slice(1, -1);
  return {
    matches: (name) => {
      if (!name.startsWith(first) || !name.endsWith(last)) return false;
      let at = first.length;
      for (const text of middle) {
        const found = name.indexOf(text, at);
        if (found === -1) return false;
        at = found + text.length;
      }
      return at + last.length <= name.length;
    },
  };
}

class ComponentParser {
  readonly #pattern: string;
  readonly #bytes: ByteString;
  #at = 0;

  constructor(pattern: string, bytes: ByteString) {
    this.#pattern = pattern;
    this.#bytes = bytes;
  }

  parse(): Chunk[] {
    const chunks: Chunk[] = [];
    while (this.#at < this.#bytes.length) {
      const afterStar = this.#bytes[this.#at] === '*';
      while (this.#bytes[this.#at] === '*') this.#at++;
      const items: Item[] = [];
      while (this.#at < this.#bytes.length && this.#bytes[this.#at] !== '*') items.push(this.#item());
      chunks.push({ afterStar, items });
    }
    return chunks;
  }

  #item(): Item {
    const byte = this.#bytes[this.#at++] as string;
    if (byte === '?') return { kind: 'any' };
    if (byte === '[') return this.#set();
    if (byte !== '\\') return { kind: 'byte', byte };
    const escaped = this.#bytes[this.#at++];
    if (escaped === undefined) throw this.#malformed('it ends in a backslash');
    return { kind: 'byte', byte: escaped };
  }

  #set(): Item {
    const negated = this.#bytes[this.#at] === '^';
    if (negated) this.#at++;
    const ranges: [number, number][] = [];
    while (this.#bytes[this.#at] !== ']' || ranges.length === 0) {
      const low = this.#setCharacter();
      if (this.#bytes[this.#at] === '-') {
        this.#at++;
        ranges.push([low, this.#setCharacter()]);
      } else {
        ranges.push([low, low]);
      }
    }
    this.#at++;
    return { kind: 'set', negated, ranges };
  }

  #setCharacter(): number {
    const first = this.#bytes[this.#at];
    if (first === undefined || first === '-' || first === ']')
      throw this.#malformed('a bracket is not closed or empty');
    if (first === '\\') this.#at++;
    if (this.#at >= this.#bytes.length) throw this.#malformed('it ends in a backslash');
    const rune = decodeRune(this.#bytes, this.#at);
    this.#at += rune.length;
    if (this.#at >= this.#bytes.length) throw this.#malformed('a bracket is not closed');
    return rune.codePoint;
  }

  #malformed(why: string): HoldfastError {
    return new HoldfastError(
      'bad-input',
      `Cannot use the pattern ${JSON.stringify(this.#pattern)}: ${why}. ` +
        'Put a backslash before characters of a name that mean something in a pattern: * ? [ ] \\.',
    );
  }
}

/** Whether `chunks` from `index` on match all of `name` from `at` on. */
function matchChunks(chunks: readonly Chunk[], index: number, name: ByteString, at: number): boolean {
  const chunk = chunks[index];
  if (chunk === undefined) return at === name.length;
  const isLast = index === chunks.length - 1;
  if (chunk.afterStar && chunk.items.length === 0) return true;
  // A chunk has no star in it, so where it fits first is as good as any later place for all chunks but the last.
  for (let start = at; start <= name.length; start++) {
    const end = matchItems(chunk.items, name, start);
    if (end !== -1 && !isLast) return matchChunks(chunks, index + 1, name, end);
    if (end === name.length && isLast) return true;
    if (!chunk.afterStar) return false;
  }
  return false;
}

/** Where the match of `items` at `at` ends, or -1. */
function matchItems(items: readonly Item[], name: ByteString, at: number): number {
  for (const item of items) {
    if (at >= name.length) return -1;
    if (item.kind === 'byte') {
      if (name[at++] !== item.byte) return -1;
      continue;
    }
    const { codePoint, length } = decodeRune(name, at);
    at += length;
    if (item.kind === 'any') continue;
    const isIn = item.ranges.some(([low, high]) => codePoint >= low && codePoint <= high);
    if (isIn === item.negated) return -1;
  }
  return at;
}
