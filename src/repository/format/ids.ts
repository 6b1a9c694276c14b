import { hash } from 'node:crypto';

/** SHA-256 in lower-case hex. Branded, so that the ID of one thing can't name another. */
export type BlobId = string & { readonly __brand: 'BlobId' };
export type PackId = string & { readonly __brand: 'PackId' };
export type SnapshotId = string & { readonly __brand: 'SnapshotId' };
export type IndexId = string & { readonly __brand: 'IndexId' };
export type KeyId = string & { readonly __brand: 'KeyId' };
export type LockId = string & { readonly __brand: 'LockId' };

/** Bytes of a SHA-256. */
export const ID_BYTES = 32;

const ID_DIGITS = 2 * ID_BYTES;

/** Has a bit that no digit has. */
const NO_DIGIT = 0x80;

/** What each byte stands for as a lower-case hex digit; else NO_DIGIT. Without a branch: half of them would be guessed wrongly. */
export const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (let value = 0; value < 16; value++) HEX_VALUES[value.toString(16).charCodeAt(0)] = value;

/** 64 lower-case hex digits. By hand: an index has hundreds of thousands of them, and a regular expression is slower. */
export function isId(text: string): boolean {
  if (text.length !== ID_DIGITS) return false;
  let all = 0;
  for (let i = 0; i < ID_DIGITS; i++) all |= HEX_VALUES[text.charCodeAt(i)] ?? NO_DIGIT;
  return all < NO_DIGIT;
}

/** Whether one stands in `bytes` at `at`. */
export function isIdAt(bytes: Uint8Array, at: number): boolean {
  if (at + ID_DIGITS > bytes.length) return false;
  let all = 0;
  for (let i = at; i < at + ID_DIGITS; i++) all |= HEX_VALUES[bytes[i] as number] as number;
  return all < NO_DIGIT;
}

/** The ID of `bytes`: their SHA-256. */
export function idOf<T extends string>(bytes: Uint8Array): T {
  return hash('sha256', bytes, 'hex') as T;
}
