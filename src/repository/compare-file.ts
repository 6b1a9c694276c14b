import { createHash, hash } from 'node:crypto';
import { closeSync, constants, openSync, readSync } from 'node:fs';
import type { ByteString } from '../bytestring.ts';
import { systemErrorText } from '../system-error.ts';
import type { BlobId } from './format/ids.ts';

/** A file, and what it is to be made of: these blobs one behind the other, and nothing else. */
export interface FileOfBlobs {
  readonly path: ByteString;
  readonly blobs: readonly { readonly id: BlobId; readonly sizeBytes: number }[];
}

/** Nobody waits for a fifo's other end, nor goes where a symlink leads. */
const FLAGS = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Read and hashed at once: small enough to stay in the processor's cache. */
const PIECE_BYTES = 256 * 1024;

/** This thread's. */
const room = Buffer.allocUnsafeSlow(PIECE_BYTES);

/**
 * What is wrong with a file of this machine that lies in `folder`, ready to show; null: nothing. All of it is read, once: each
 * part is compared with the SHA-256 that its blob is named by. Blocks the thread, half a millisecond a MiB.
 */
export function faultOfFile(folder: string, { path, blobs }: FileOfBlobs): string | null {
  try {
    const file = openSync(Buffer.from(`${folder}/${path}`, 'latin1'), FLAGS);
    try {
      const isSame = blobs.every(({ id, sizeBytes }) => hashOfNext(file, sizeBytes) === id);
      return isSame && readSync(file, room, 0, 1, null) === 0 ? null : 'its content differs';
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return `it can't be read: ${systemErrorText(error)}`;
  }
}

/** The SHA-256 of the next bytes of a file, in hex; null if it ends before. */
function hashOfNext(file: number, sizeBytes: number): string | null {
  if (sizeBytes <= PIECE_BYTES)
    return fillRoom(file, sizeBytes) ? hash('sha256', room.subarray(0, sizeBytes)) : null;
  const whole = createHash('sha256');
  for (let left = sizeBytes; left > 0; ) {
    const length = Math.min(left, PIECE_BYTES);
    if (!fillRoom(file, length)) return null;
    whole.update(room.subarray(0, length));
    left -= length;
  }
  return whole.digest('hex');
}

/** Reads `length` bytes to the beginning of the room; false if there aren't so many. */
function fillRoom(file: number, length: number): boolean {
  for (let filled = 0; filled < length; ) {
    const read = readSync(file, room, filled, length - filled, null);
    if (read === 0) return false;
    filled += read;
  }
  return true;
}
