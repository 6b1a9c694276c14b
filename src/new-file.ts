import { open, rm } from 'node:fs/promises';
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
  const file = await open(path, 'wx', 0o600).catch((cause: Error) => {
    throw new HoldfastError(
      'bad-input',
      `Cannot make the file ${JSON.stringify(path)}: ${systemErrorText(cause)}. ${adviceOn(cause)}`,
      { cause },
    );
  });
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
