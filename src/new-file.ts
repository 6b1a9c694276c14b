import { type FileHandle, open, rm, unlink } from 'node:fs/promises';
import { HoldfastError } from './errors.ts';
import { systemCode, systemErrorText } from './system-error.ts';

/**
 * Writes a new file on this machine, for its owner alone: what is in a backup may be secret. Nothing is overwritten,
 * and a file that was not finished is removed: a half must not look like a whole.
 *
 * @param write Gets a sink for the bytes, which resolves when more are wanted.
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
export async function writeNewFile<T>(
  path: string,
  write: (sink: (bytes: Uint8Array) => Promise<void>) => Promise<T>,
): Promise<T> {
  const file = await openNew(path);
  try {
    // On a handle writeFile goes on where the last one ended; unlike write, it never writes only a part.
    const result = await write((bytes) => file.writeFile(bytes));
    await file.sync();
    return result;
  } catch (error) {
    await rm(path, { force: true });
    throw asNoSpace(path, error);
  } finally {
    await file.close();
  }
}

/** More than a page or a sheet mostly has: see tryWritingTo. */
const TRIAL_BYTES = 64 * 1024;

/**
 * That `writeNewFile` can make each of `paths` is tried before what goes into them is worked for, which may take hours: under their own
 * names, side by side, so that one that is named twice, or is too long, shows too. All are removed again.
 *
 * @throws HoldfastError bad-input, no-space, naming the first that can't be made.
 */
export async function requireNewFiles(paths: readonly string[]): Promise<void> {
  const made: string[] = [];
  try {
    for (const path of paths) {
      const file = await openNew(path);
      made.push(path);
      try {
        await file.writeFile(Buffer.alloc(TRIAL_BYTES));
        await file.sync();
      } catch (error) {
        throw asNoSpace(path, error);
      } finally {
        await file.close();
      }
    }
  } finally {
    for (const path of made) await unlink(path);
  }
}

/** @throws HoldfastError bad-input when there is something, or nothing can be made. */
async function openNew(path: string): Promise<FileHandle> {
  return open(path, 'wx', 0o600).catch((cause: Error) => {
    throw new HoldfastError(
      'bad-input',
      `Cannot make the file ${JSON.stringify(path)}: ${systemErrorText(cause)}. ${adviceOn(cause)}`,
      { cause },
    );
  });
}

function adviceOn(error: Error): string {
  return systemCode(error) === 'EEXIST'
    ? "Name one that isn't there yet."
    : 'Name one in a folder that is there and that you may write to.';
}

function asNoSpace(path: string, error: unknown): unknown {
  const code = systemCode(error);
  if (code !== 'ENOSPC' && code !== 'EDQUOT') return error;
  return new HoldfastError(
    'no-space',
    `Cannot write the file ${JSON.stringify(path)}: its disk is full. What was written is removed; make room, or name ` +
      'a file on another disk.',
    { cause: error },
  );
}
