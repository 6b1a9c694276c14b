import { randomInt } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, type FileHandle, link, open, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { systemCode } from '../system-error.ts';
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
      await writeAll(file, data);
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

async function writeAll(file: FileHandle, data: readonly Uint8Array[]): Promise<void> {
  const left = data.filter((part) => part.length > 0);
  for (let next = 0; next < left.length; ) {
    let { bytesWritten } = await file.writev(left.slice(next, next + VECTOR_LENGTH));
    if (bytesWritten === 0) throw new Error('the system wrote nothing and gave no reason');
    while (bytesWritten > 0) {
      const part = left[next] as Uint8Array;
      if (bytesWritten < part.length) left[next] = part.subarray(bytesWritten);
      else next++;
      bytesWritten -= Math.min(bytesWritten, part.length);
    }
  }
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
