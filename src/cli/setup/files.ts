import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../../errors.ts';
import { systemCode, systemErrorText } from '../../system-error.ts';

/** A file of the checkout, by its path from there. */
export type NewFiles = ReadonlyMap<string, string>;

/** Those of `files` that are there and say something else. @throws HoldfastError bad-input for one that can't be read. */
export async function filesInTheWay(root: string, files: NewFiles): Promise<string[]> {
  const inTheWay: string[] = [];
  for (const [path, text] of files) {
    const there = await readFile(join(root, path), 'utf8').catch((cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return null;
      throw cannotWrite(path, cause);
    });
    if (there !== null && there !== text) inTheWay.push(path);
  }
  return inTheWay;
}

/**
 * Writes them, each whole or not at all.
 * @param mayReplace Paths that may be there already: of any other that is there by now, nothing is touched.
 */
export async function writeFiles(
  root: string,
  files: NewFiles,
  mayReplace: readonly string[],
): Promise<void> {
  for (const [path, text] of files) {
    const whole = join(root, path);
    try {
      await mkdir(dirname(whole), { recursive: true });
      if (mayReplace.includes(path)) await replace(whole, text);
      else await writeFile(whole, text, { flag: 'wx' });
    } catch (cause) {
      const isSame =
        systemCode(cause) === 'EEXIST' && (await readFile(whole, 'utf8').catch(() => '')) === text;
      if (!isSame) throw cannotWrite(path, cause);
    }
  }
}

async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await writeFile(fresh, text, { flag: 'wx' });
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function cannotWrite(path: string, cause: unknown): HoldfastError {
  return new HoldfastError('bad-input', `Cannot write ${JSON.stringify(path)}: ${systemErrorText(cause)}.`, {
    cause,
  });
}
