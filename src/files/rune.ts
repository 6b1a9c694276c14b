import type { ByteString } from '../bytestring.ts';

/** What Go puts for a byte that isn't part of valid UTF-8. */
export const REPLACEMENT = 0xfffd;

/** A character as Go's `utf8.DecodeRune` sees it: an invalid byte is U+FFFD of length 1. */
export interface Rune {
  readonly codePoint: number;
  /** In bytes. */
  readonly length: number;
}

/** The character of `bytes` at `at`, which is inside it. */
export function decodeRune(bytes: ByteString, at: number): Rune {
  const first = bytes.charCodeAt(at);
  if (first < 0x80) return { codePoint: first, length: 1 };
  const length =
    first >= 0xc2 && first <= 0xdf
      ? 2
      : first >= 0xe0 && first <= 0xef
        ? 3
        : first >= 0xf0 && first <= 0xf4
          ? 4
          : 0;
  if (length === 0 || at + length > bytes.length) return INVALID;
  let codePoint = first & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const next = bytes.charCodeAt(at + i);
    if ((next & 0xc0) !== 0x80) return INVALID;
    codePoint = (codePoint << 6) | (next & 0x3f);
  }
  const isOverlong = codePoint < (length === 2 ? 0x80 : length === 3 ? 0x800 : 0x10000);
  const isSurrogate = codePoint >= 0xd800 && codePoint <= 0xdfff;
  return isOverlong || isSurrogate || codePoint > 0x10ffff ? INVALID : { codePoint, length };
}

const INVALID: Rune = { codePoint: REPLACEMENT, length: 1 };

/** `bytes` in lower case as Go's `strings.ToLower` writes it: character by character, invalid bytes as U+FFFD. */
export function toLowerBytes(bytes: ByteString): ByteString {
  if (/^[\x00-\x7f]*$/.test(bytes)) return bytes.toLowerCase() as ByteString;
  let lower = '';
  for (let at = 0; at < bytes.length; ) {
    const { codePoint, length } = decodeRune(bytes, at);
    // One character's lower case is one character, but for U+0130, whose second is left out (as in Unicode's table).
    lower += String.fromCodePoint(String.fromCodePoint(codePoint).toLowerCase().codePointAt(0) as number);
    at += length;
  }
  return Buffer.from(lower, 'utf8').toString('latin1') as ByteString;
}
