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

/** 64 lower-case hex digits. By hand: an index has hundreds of thousands of them, and a regular expression is slower. */
export function isId(text: string): boolean {
  if (text.length !== ID_DIGITS) return false;
  for (let i = 0; i < ID_DIGITS; i++) if (!isHexDigit(text.charCodeAt(i))) return false;
  return true;
}

/** Whether one stands in `bytes` at `at`. */
export function isIdAt(bytes: Uint8Array, at: number): boolean {
  if (at + ID_DIGITS > bytes.length) return false;
  for (let i = at; i < at + ID_DIGITS; i++) if (!isHexDigit(bytes[i] as number)) return false;
  return true;
}

function isHexDigit(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x61 && code <= 0x66);
}

/** The ID of `bytes`: their SHA-256. */
export function idOf<T extends string>(bytes: Uint8Array): T {
  return hash('sha256', bytes, 'hex') as T;
}
