import { type ByteString, fromText } from '../../bytestring.ts';
import { INVALID_RUNE, runeAt, runeWidth } from './utf8.ts';

/** ASCII that Go's encoding/json writes as it is. */
const PLAIN_ASCII = /^[ !#-%'-;=?-[\]-\x7f]*$/;

const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
  [0x2028, '\\u2028'],
  [0x2029, '\\u2029'],
  [INVALID_RUNE, '\\ufffd'],
]);

/**
 * `bytes` as a JSON string, quotes included, byte for byte as Go's encoding/json (1.22 and later) writes it: `<`,
 * `>`, `&`, U+2028 and U+2029 as `\u003c` …, a byte that isn't UTF-8 as `\ufffd` (it is lost), the rest as it is.
 */
export function quoteJsonBytes(bytes: ByteString): ByteString {
  return `"${PLAIN_ASCII.test(bytes) ? bytes : escapeBytes(bytes)}"` as ByteString;
}

/** The same for `text`, as UTF-8 bytes. A lone surrogate becomes U+FFFD. */
export function quoteJson(text: string): ByteString {
  return PLAIN_ASCII.test(text) ? (`"${text}"` as ByteString) : quoteJsonBytes(fromText(text));
}

function escapeBytes(bytes: ByteString): string {
  let escaped = '';
  let copied = 0;
  for (let i = 0; i < bytes.length; ) {
    const rune = runeAt(bytes, i);
    const width = rune === INVALID_RUNE ? 1 : runeWidth(rune);
    const replacement = escapeOf(rune);
    if (replacement !== null) {
      escaped += bytes.slice(copied, i) + replacement;
      copied = i + width;
    }
    i += width;
  }
  return escaped + bytes.slice(copied);
}

function escapeOf(rune: number): string | null {
  const short = SHORT_ESCAPES.get(rune);
  if (short !== undefined) return short;
  const isHtml = rune === 0x3c || rune === 0x3e || rune === 0x26;
  return rune < 0x20 || isHtml ? `\\u${rune.toString(16).padStart(4, '0')}` : null;
}

/**
 * The members of the JSON object at the start of `json`, each value as the text that stands there: for numbers that
 * a double can't hold and for fields that we don't know. Of a name that stands twice the last counts, as in Go.
 *
 * `json` must be JSON that JSON.parse has accepted, without white space before it.
 */
export function rawMembers(json: string): Map<string, string> {
  const members = new Map<string, string>();
  forEachValue(json, (value, name) => {
    members.set((JSON.parse(name) as string).toWellFormed(), value);
  });
  return members;
}

/** The elements of the JSON array at the start of `json` as the texts that stand there. Conditions as above. */
export function rawElements(json: string): string[] {
  const elements: string[] = [];
  forEachValue(json, (value) => {
    elements.push(value);
  });
  return elements;
}

/** Calls `visit` with each value of the object or array at the start of `json`; `name` is its quoted name, or empty. */
function forEachValue(json: string, visit: (value: string, name: string) => void): void {
  const isObject = json.charCodeAt(0) === 0x7b;
  let at = skipPast(json, 1, SPACE);
  while (at < json.length && !'}]'.includes(json.charAt(at))) {
    let name = '';
    if (isObject) {
      const end = endOfString(json, at);
      name = json.slice(at, end);
      at = skipPast(json, end, SPACE_AND_COLON);
    }
    const end = endOfValue(json, at);
    visit(json.slice(at, end), name);
    at = skipPast(json, end, SPACE_AND_COMMA);
  }
}

const SPACE = /[ \t\r\n]*/y;
const SPACE_AND_COLON = /[ \t\r\n:]*/y;
const SPACE_AND_COMMA = /[ \t\r\n,]*/y;
const SCALAR = /[^ \t\r\n,:{}[\]"]*/y;
const BRACE_OR_QUOTE = /[{}[\]"]/g;

function skipPast(json: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return pattern.test(json) ? pattern.lastIndex : json.length;
}

/** No regular expression: one would keep a state for each character of a string of megabytes. */
function endOfString(json: string, at: number): number {
  for (let quote = json.indexOf('"', at + 1); quote >= 0; quote = json.indexOf('"', quote + 1)) {
    let backslashes = 0;
    while (json.charAt(quote - 1 - backslashes) === '\\') backslashes++;
    if (backslashes % 2 === 0) return quote + 1;
  }
  return json.length;
}

/** Counts braces instead of recursing: no depth of nesting can exhaust the stack. */
function endOfValue(json: string, at: number): number {
  const first = json.charAt(at);
  if (first === '"') return endOfString(json, at);
  if (first !== '{' && first !== '[') return skipPast(json, at, SCALAR);
  let depth = 0;
  BRACE_OR_QUOTE.lastIndex = at;
  for (let match = BRACE_OR_QUOTE.exec(json); match !== null; match = BRACE_OR_QUOTE.exec(json)) {
    if (match[0] === '"') BRACE_OR_QUOTE.lastIndex = endOfString(json, match.index);
    else if (match[0] === '{' || match[0] === '[') depth++;
    else if (--depth === 0) return match.index + 1;
  }
  return json.length;
}
