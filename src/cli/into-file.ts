import { open, rm } from 'node:fs/promises';
import { HoldfastError } from '../errors.ts';
import type { Sink } from '../operations/dump.ts';
import type { Output } from './output.ts';

/**
 * Gives `write` a sink for bytes: stdout (`-`), or a new file for its owner alone. What is in a backup may be secret,
 * nothing is overwritten, and a file that was not finished is removed: a half must not look like a whole.
 *
 * @throws HoldfastError bad-input if the file can't be made; what `write` throws.
 */
export async function intoFile(
  path: string,
  output: Output,
  write: (sink: Sink) => Promise<void>,
): Promise<void> {
  if (path === '-') {
    await write((bytes) => output.bytes(bytes));
    return;
  }
  const file = await open(path, 'wx', 0o600).catch((cause: Error) => {
    throw new HoldfastError(
      'bad-input',
      `Cannot make the file ${JSON.stringify(path)}: ${cause.message}. Name one that isn't there yet.`,
      { cause },
    );
  });
  try {
    // writeFile writes all of it from where the last one ended; write may write less.
    await write((bytes) => file.writeFile(bytes));
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}
