import type { ByteString } from '../../bytestring.ts';

/** What `runeAt` gives for a byte that no valid UTF-8 sequence holds. Such a byte stands alone: its width is 1. */
export const INVALID_RUNE = -1;

/**
 * The code point whose UTF-8 sequence starts at `index`, or INVALID_RUNE, exactly as Go's utf8.DecodeRune decides it:
 * overlong forms, surrogates, code points past U+10FFFF and cut-off sequences are invalid (RFC 3629, section 4).
 */
export function runeAt(bytes: ByteString, index: number): number {
  const first = bytes.charCodeAt(index);
  if (first < 0x80) return first;
  if (first < 0xc2 || first > 0xf4) return INVALID_RUNE;
  const second = continuation(bytes, index + 1);
  if (second < 0) return INVALID_RUNE;
  if (first < 0xe0) return ((first & 0x1f) << 6) | second;
  const third = continuation(bytes, index + 2);
  if (third < 0) return INVALID_RUNE;
  if (first < 0xf0) {
    const rune = ((first & 0x0f) << 12) | (second << 6) | third;
    return rune < 0x800 || (rune >= 0xd800 && rune <= 0xdfff) ? INVALID_RUNE : rune;
  }
  const fourth = continuation(bytes, index + 3);
  if (fourth < 0) return INVALID_RUNE;
  const rune = ((first & 0x07) << 18) | (second << 12) | (third << 6) | fourth;
  return rune < 0x10000 || rune > 0x10ffff ? INVALID_RUNE : rune;
}

/** How many bytes `rune` takes in UTF-8. */
export function runeWidth(rune: number): number {
  if (rune < 0x80) return 1;
  if (rune < 0x800) return 2;
  return rune < 0x10000 ? 3 : 4;
}

/** Whether all of `bytes` is valid UTF-8. */
export function isUtf8(bytes: ByteString): boolean {
  for (let i = 0; i < bytes.length; ) {
    const rune = runeAt(bytes, i);
    if (rune === INVALID_RUNE) return false;
    i += runeWidth(rune);
  }
  return true;
}

/** The low six bits of a continuation byte, or -1 where there is none. */
function continuation(bytes: ByteString, index: number): number {
  const byte = bytes.charCodeAt(index);
  return byte >= 0x80 && byte < 0xc0 ? byte & 0x3f : -1;
}
