import { createHash } from 'node:crypto';

/** SHA-256 in lower-case hex. Branded, so that the ID of one thing can't name another. */
export type BlobId = string & { readonly __brand: 'BlobId' };
export type PackId = string & { readonly __brand: 'PackId' };
export type SnapshotId = string & { readonly __brand: 'SnapshotId' };
export type IndexId = string & { readonly __brand: 'IndexId' };
export type KeyId = string & { readonly __brand: 'KeyId' };
export type LockId = string & { readonly __brand: 'LockId' };

/** Bytes of a SHA-256. */
export const ID_BYTES = 32;

const ID = /^[0-9a-f]{64}$/;

export function isId(text: string): boolean {
  return ID.test(text);
}

/** The ID of `bytes`: their SHA-256. */
export function idOf<T extends string>(bytes: Uint8Array): T {
  return createHash('sha256').update(bytes).digest('hex') as T;
}
