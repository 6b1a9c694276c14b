import { execFile } from 'node:child_process';
import { mkdir, rmdir } from 'node:fs/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A disk of its own over `folder`, which is made if it isn't there and then removed, until it is disposed of.
 * @param options Of the mount: `size=64k`, `uid=mysql`.
 */
export async function smallDisk(folder: string, options: string): Promise<AsyncDisposable> {
  const made = await mkdir(folder, { recursive: true });
  await run('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
  return {
    async [Symbol.asyncDispose]() {
      await run('umount', ['-l', folder]);
      if (made !== undefined) await rmdir(folder);
    },
  };
}
