import { randomInt } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, type FileHandle, link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../system-error.ts';
import { writeDirectly } from './direct-write.ts';
import { isUnoffered } from './directory-errors.ts';
import { makeFolder } from './make-folder.ts';

export interface FileModes {
  /** Of finished files and of new folders. */
  readonly file: number;
  readonly folder: number;
  /** False while there is no config to tell them from. */
  readonly settled: boolean;
}

/** Buffers handed to the system at once: IOV_MAX of Linux. */
const VECTOR_LENGTH = 1024;

const TEMPORARY_NUMBER_LIMIT = 2 ** 47;

/**
 * Writes a file so that its name stands for the whole of it or isn't there, whenever the power fails: a temporary
 * name in the same folder (restic's `NAME-tmp-DIGITS`, mode 0600), fsync, the final name, fsync of the folder, then
 * the final mode. The temporary file is removed if anything fails.
 * @throws the system's errors; EEXIST if the name is taken, which is then unchanged.
 */
export async function writeDurably(
  path: string,
  data: readonly Uint8Array[],
  { modes, root }: { modes: FileModes; root: string },
): Promise<void> {
  const temporary = `${path}-tmp-${randomInt(TEMPORARY_NUMBER_LIMIT)}`;
  const file = await createIn(temporary, modes.folder, root);
  try {
    try {
      const written = await writeDirectly(temporary, data[0] ?? new Uint8Array());
      await writeFrom(written, file, data);
      await ignoringUnoffered(file.sync());
    } finally {
      await file.close();
    }
    await giveName(temporary, path);
  } catch (error) {
    await unlink(temporary).catch(() => {});
    throw error;
  }
  await syncFolder(dirname(path));
  await ignoringUnoffered(chmod(path, modes.file));
}

/** Makes the folder's entries durable. */
export async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, constants.O_RDONLY);
  try {
    await ignoringUnoffered(handle.sync());
  } finally {
    await handle.close();
  }
}

/** Creates `path`; its folder too, if that is missing, but never the repository's root (an unmounted disk). */
async function createIn(path: string, folderMode: number, root: string): Promise<FileHandle> {
  try {
    return await open(path, 'wx', 0o600);
  } catch (error) {
    const folder = dirname(path);
    if (systemCode(error) !== 'ENOENT' || folder === root) throw error;
    await access(root);
    await makeFolder(folder, folderMode);
    await syncFolder(dirname(folder));
    return await open(path, 'wx', 0o600);
  }
}

/** Writes what lies behind the first `position` bytes of `data`, there. */
async function writeFrom(position: number, file: FileHandle, data: readonly Uint8Array[]): Promise<void> {
  let at = position;
  for (let left = behind(at, data); left.length > 0; ) {
    const { bytesWritten } = await file.writev(left.slice(0, VECTOR_LENGTH), at);
    if (bytesWritten === 0) throw new Error('the system wrote nothing and gave no reason');
    at += bytesWritten;
    left = behind(bytesWritten, left);
  }
}

/** `data` without its first `bytes` bytes. */
function behind(bytes: number, data: readonly Uint8Array[]): Uint8Array[] {
  let left = bytes;
  return data.flatMap((part) => {
    const rest = part.subarray(Math.min(left, part.length));
    left -= part.length - rest.length;
    return rest.length === 0 ? [] : [rest];
  });
}

/** A hard link refuses to replace what is there, which rename doesn't; where there are none, look first. */
export async function giveName(temporary: string, path: string): Promise<void> {
  try {
    await link(temporary, path);
  } catch (error) {
    if (!isUnoffered(error)) throw error;
    await refuseExisting(path);
    return await rename(temporary, path);
  }
  await unlink(temporary);
}

async function refuseExisting(path: string): Promise<void> {
  try {
    await access(path);
  } catch {
    return;
  }
  throw Object.assign(new Error(`${path} exists`), { code: 'EEXIST' });
}

export async function ignoringUnoffered(work: Promise<void>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!isUnoffered(error)) throw error;
  }
}
