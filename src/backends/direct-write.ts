import { constants } from 'node:fs';
import { type FileHandle, open, statfs } from 'node:fs/promises';
import { isUnoffered } from './directory-errors.ts';

/** What is smaller isn't worth opening the file twice. */
const WORTHWHILE_BYTES = 1024 * 1024;

/** What goes directly begins and ends at multiples of this; disks ask for 512 or 4096. */
const BLOCK_BYTES = 4096;

/**
 * Filesystems that write directly when they are asked to, by `f_type` of statfs(2): ext2 to ext4, and XFS. Others copy all
 * the same (btrfs), wait for a server (NFS), or pass it on to something that we don't know (FUSE, overlayfs).
 */
const DIRECT_FILESYSTEMS = new Set([0xef53, 0x58465342]);

/**
 * Writes the beginning of a large file past the system's page cache (O_DIRECT). A pack is synced at once and read again
 * when it's needed, if ever: in the cache it would take the place of what the machine's applications read, and to fill the
 * cache is most of the processor time that writing it takes.
 * @param path Of an empty file.
 * @param beginning Goes directly only if it lies at a block in memory. It must not change meanwhile: a command may be started, and a
 * page that changes after that is another one than the disk reads (open(2), "Notes").
 * @returns How many of its bytes are written, a multiple of BLOCK_BYTES: 0 where that isn't offered. The rest is the
 * caller's, and so is fsync, without which nothing is durable.
 */
export async function writeDirectly(path: string, beginning: Uint8Array): Promise<number> {
  if (beginning.length < WORTHWHILE_BYTES || !(await isOnDirectFilesystem(path))) return 0;
  const file = await unlessUnoffered(
    open(path, constants.O_WRONLY | constants.O_DIRECT | constants.O_NOFOLLOW),
  );
  if (file === null) return 0;
  try {
    return await writeBlocks(file, beginning);
  } finally {
    await file.close();
  }
}

async function isOnDirectFilesystem(path: string): Promise<boolean> {
  return DIRECT_FILESYSTEMS.has((await statfs(path)).type);
}

/** Ends early where the system takes less than it was asked to: whoever writes the rest hears why. */
async function writeBlocks(file: FileHandle, bytes: Uint8Array): Promise<number> {
  const done = await unlessUnoffered(file.write(bytes, 0, wholeBlocks(bytes.length), 0));
  return wholeBlocks(done?.bytesWritten ?? 0);
}

function wholeBlocks(bytes: number): number {
  return bytes - (bytes % BLOCK_BYTES);
}

async function unlessUnoffered<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work;
  } catch (error) {
    if (isUnoffered(error)) return null;
    throw error;
  }
}
