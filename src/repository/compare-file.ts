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

/** This thread's. Room for what must not be there, too. */
const room = Buffer.allocUnsafeSlow(PIECE_BYTES + 1);

/**
 * What is wrong with a file of this machine that lies in `folder`, ready to show; null: nothing. All of it is read, once: each
 * part is compared with the SHA-256 that its blob is named by. Blocks the thread, half a millisecond a MiB.
 */
export function faultOfFile(folder: string, { path, blobs }: FileOfBlobs): string | null {
  try {
    const file = openSync(Buffer.from(`${folder}/${path}`, 'latin1'), FLAGS);
    try {
      return isMadeOf(file, blobs) ? null : 'its content differs';
    } finally {
      closeSync(file);
    }
  } catch (error) {
    return `it can't be read: ${systemErrorText(error)}`;
  }
}

function isMadeOf(file: number, blobs: FileOfBlobs['blobs']): boolean {
  const [first, second] = blobs;
  if (first !== undefined && second === undefined && first.sizeBytes <= PIECE_BYTES)
    return isSmall(file, first);
  const isSame = blobs.every(({ id, sizeBytes }) => hashOfNext(file, sizeBytes) === id);
  return isSame && readSync(file, room, 0, 1, null) === 0;
}

/** As nearly every file: one read gives what must be there, and tells that there is no more. */
function isSmall(file: number, { id, sizeBytes }: FileOfBlobs['blobs'][number]): boolean {
  let filled = 0;
  while (filled < sizeBytes) {
    const read = readSync(file, room, filled, sizeBytes + 1 - filled, null);
    if (read === 0) return false;
    filled += read;
  }
  return filled === sizeBytes && hash('sha256', room.subarray(0, sizeBytes)) === id;
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
