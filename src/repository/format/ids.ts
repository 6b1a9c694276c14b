import { createHash } from 'node:crypto';
import { HoldfastError } from '../../errors.ts';
import { shown } from './fault.ts';

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

/**
 * `value` as an ID of type T.
 * @throws HoldfastError repository-damaged if it isn't 64 lower-case hex digits; `what` says where it stood.
 */
export function parseId<T extends string>(value: unknown, what: string): T {
  if (typeof value === 'string' && isId(value)) return value as T;
  throw new HoldfastError(
    'repository-damaged',
    `Cannot read ${what}: expected an ID of 64 hex digits, found ${shown(value)}.`,
  );
}

/** The ID of `bytes`: their SHA-256. */
export function idOf<T extends string>(bytes: Uint8Array): T {
  return createHash('sha256').update(bytes).digest('hex') as T;
}
