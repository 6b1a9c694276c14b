import { type ByteString, fromText } from '../../bytestring.ts';
import { GO_PRINTABLE_RANGES } from './go-printable.generated.ts';
import { INVALID_RUNE, runeAt, runeWidth } from './utf8.ts';

/** ASCII that strconv.Quote leaves as it is. */
const PLAIN_ASCII = /^[ !#-[\]-~]*$/;

const SHORT_ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
]);

/**
 * `name` as Go's strconv.Quote writes it, without the quotes around it: valid UTF-8 of printable characters as it
 * is, the rest as `\n`, `\x1b`, `\u00a0`, `\U000e0001`, and a byte that isn't UTF-8 as `\xff`. This is how restic
 * keeps bytes in the name of a node. The result is UTF-8 bytes; any bytes at all come back through `unquoteName`.
 */
export function quoteName(name: ByteString): ByteString {
  if (PLAIN_ASCII.test(name)) return name;
  let quoted = '';
  let copied = 0;
  for (let i = 0; i < name.length; ) {
    const rune = runeAt(name, i);
    const width = rune === INVALID_RUNE ? 1 : runeWidth(rune);
    if (!isPlain(rune)) {
      quoted += name.slice(copied, i) + escapeOf(rune, name.charCodeAt(i));
      copied = i + width;
    }
    i += width;
  }
  return (quoted + name.slice(copied)) as ByteString;
}

/**
 * The bytes that `quoted` (text as JSON gave it, without the quotes around it) stands for, or null where Go's
 * strconv.Unquote fails: a bare `"` or newline, an escape that it doesn't know, a surrogate or a number out of range.
 */
export function unquoteName(quoted: string): ByteString | null {
  if (PLAIN_ASCII.test(quoted)) return quoted as ByteString;
  if (/["\n]/.test(quoted.replace(/\\./gs, ''))) return null;
  if (!quoted.includes('\\')) return fromText(quoted);
  let bytes = '';
  let copied = 0;
  for (let at = quoted.indexOf('\\'); at >= 0; at = quoted.indexOf('\\', copied)) {
    bytes += fromText(quoted.slice(copied, at));
    const read = readEscape(quoted, at + 1);
    if (read === null) return null;
    bytes += read.bytes;
    copied = at + 1 + read.length;
  }
  return (bytes + fromText(quoted.slice(copied))) as ByteString;
}

/** Go's strconv.IsPrint as of Go 1.21 to 1.26: categories L, M, N, P and S of Unicode 15.0, and U+0020. */
export function isGoPrintable(rune: number): boolean {
  let low = 0;
  let high = PRINTABLE_STARTS.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((PRINTABLE_STARTS[middle] as number) <= rune) low = middle + 1;
    else high = middle;
  }
  return low > 0 && rune <= (PRINTABLE_ENDS[low - 1] as number);
}

const { starts: PRINTABLE_STARTS, ends: PRINTABLE_ENDS } = readRanges(GO_PRINTABLE_RANGES);

function readRanges(text: string): { starts: Uint32Array; ends: Uint32Array } {
  const distances = text.split(' ').map((digits) => Number.parseInt(digits, 36));
  const starts = new Uint32Array(distances.length / 2);
  const ends = new Uint32Array(distances.length / 2);
  let end = 0;
  for (let i = 0; i < starts.length; i++) {
    const start = end + (distances[2 * i] as number);
    end = start + (distances[2 * i + 1] as number);
    starts[i] = start;
    ends[i] = end;
  }
  return { starts, ends };
}

function isPlain(rune: number): boolean {
  if (rune < 0x7f) return rune >= 0x20 && rune !== 0x22 && rune !== 0x5c;
  return isGoPrintable(rune);
}

function escapeOf(rune: number, byte: number): string {
  const short = SHORT_ESCAPES.get(rune);
  if (short !== undefined) return short;
  if (rune < 0x20 || rune === 0x7f) return `\\x${hex(byte, 2)}`;
  return rune < 0x10000 ? `\\u${hex(rune, 4)}` : `\\U${hex(rune, 8)}`;
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

const ESCAPED_BYTES: ReadonlyMap<string, string> = new Map(
  Array.from(SHORT_ESCAPES, ([byte, written]) => [written.slice(1), String.fromCharCode(byte)]),
);

const NUMBERED_ESCAPE = /x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})/y;

/** The escape whose letter is at `index`: the bytes that it means, and its length without the backslash. */
function readEscape(quoted: string, index: number): { bytes: string; length: number } | null {
  const short = ESCAPED_BYTES.get(quoted.charAt(index));
  if (short !== undefined) return { bytes: short, length: 1 };
  NUMBERED_ESCAPE.lastIndex = index;
  const match = NUMBERED_ESCAPE.exec(quoted);
  if (match === null) return null;
  const [whole, byteHex, shortHex, longHex, octal] = match;
  if (shortHex !== undefined || longHex !== undefined) {
    const rune = Number.parseInt(shortHex ?? longHex ?? '', 16);
    if (rune > 0x10ffff || (rune >= 0xd800 && rune <= 0xdfff)) return null;
    return { bytes: fromText(String.fromCodePoint(rune)), length: whole.length };
  }
  const byte = byteHex === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(byteHex, 16);
  return byte > 0xff ? null : { bytes: String.fromCharCode(byte), length: whole.length };
}
