/**
 * A string of bytes: each character is one byte, U+0000 to U+00FF ("latin1" in Node).
 *
 * Names on a Unix host are bytes, not text: they may hold any byte but NUL and `/`. Kept this way they are compact,
 * can be keys of a Map, and `<` orders them as restic orders a tree (by raw bytes).
 */
export type ByteString = string & { readonly __brand: 'ByteString' };

/** The bytes in `bytes`, as a ByteString. */
export function fromBytes(bytes: Uint8Array): ByteString {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1') as ByteString;
}

/** The bytes of `text` in UTF-8, as a ByteString. */
export function fromText(text: string): ByteString {
  return (isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1')) as ByteString;
}

/** A new Buffer of the bytes of `string`. */
export function toBytes(string: ByteString): Buffer {
  return Buffer.from(string, 'latin1');
}

/** `string` read as UTF-8, or null if it isn't valid UTF-8. */
export function toText(string: ByteString): string | null {
  if (isAscii(string)) return string;
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(toBytes(string));
  } catch {
    return null;
  }
}

/**
 * `string` for a person: UTF-8 as it is, and control characters, line separators, bidirectional marks, backslashes
 * and invalid bytes as `\n`, `\x1b`, `\u202e`, `\\`.
 * The result is one line, can't move a terminal's cursor and can't become a workflow command.
 */
export function display(string: ByteString): string {
  const text = toText(string);
  if (text !== null) return escapeUnprintable(text);
  let shown = '';
  const bytes = toBytes(string);
  for (let i = 0; i < bytes.length; ) {
    const length = validSequenceLength(bytes, i);
    shown +=
      length === 0
        ? `\\x${(bytes[i] as number).toString(16).padStart(2, '0')}`
        : escapeUnprintable(bytes.toString('utf8', i, i + length));
    i += length || 1;
  }
  return shown;
}

/** Any text that isn't ours, made safe in the same way as `display` does it for bytes. */
export function displayText(text: string): string {
  return escapeUnprintable(text);
}

const UNPRINTABLE = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}]/gu;
const SHORT_ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

function escapeUnprintable(text: string): string {
  return text.replace(UNPRINTABLE, (character) => {
    const short = SHORT_ESCAPES[character];
    if (short !== undefined) return short;
    const code = character.codePointAt(0) as number;
    if (code < 0x100) return `\\x${code.toString(16).padStart(2, '0')}`;
    return code < 0x10000
      ? `\\u${code.toString(16).padStart(4, '0')}`
      : `\\U${code.toString(16).padStart(8, '0')}`;
  });
}

/** Length of the valid UTF-8 sequence at `start`, or 0. */
function validSequenceLength(bytes: Buffer, start: number): number {
  for (let length = 1; length <= 4 && start + length <= bytes.length; length++) {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(
        bytes.subarray(start, start + length),
      );
      return length;
    } catch {
      // Not valid at this length: a longer one may be.
    }
  }
  return 0;
}

function isAscii(text: string): boolean {
  return /^[\x00-\x7f]*$/.test(text);
}
