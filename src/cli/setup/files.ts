import { randomBytes } from 'node:crypto';
import { lstat, mkdir, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HoldfastError } from '../../errors.ts';
import { systemCode, systemErrorText } from '../../system-error.ts';

/** A file of the checkout, by its path from there. */
export type NewFiles = ReadonlyMap<string, string>;

/**
 * Those of `files` that are there and say something else, links among them: what they lead to isn't written.
 * @throws HoldfastError bad-input for one that can't be read or made.
 */
export async function filesInTheWay(root: string, files: NewFiles): Promise<string[]> {
  const inTheWay: string[] = [];
  for (const [path, text] of files) {
    await requireWithin(root, path);
    const there = await textAt(join(root, path)).catch((cause: unknown) => {
      throw cannotWrite(path, systemErrorText(cause), cause);
    });
    if (there !== null && there !== text) inTheWay.push(path);
  }
  return inTheWay;
}

/** Null: there is nothing. Undefined: something that isn't a file. */
async function textAt(path: string): Promise<string | null | undefined> {
  const found = await lstat(path).catch((cause: unknown) => {
    if (systemCode(cause) === 'ENOENT') return null;
    throw cause;
  });
  if (found === null) return null;
  if (found.isDirectory()) throw new Error('it is a folder');
  return found.isFile() ? readFile(path, 'utf8') : undefined;
}

/** Folders on the way may be links, as long as they stay in the checkout: a file is to be where its name says. */
async function requireWithin(root: string, path: string): Promise<void> {
  for (let folder = dirname(join(root, path)); folder !== root; folder = dirname(folder)) {
    const real = await realpath(folder).catch((cause: unknown) => {
      if (systemCode(cause) === 'ENOENT') return null;
      throw cannotWrite(path, systemErrorText(cause), cause);
    });
    if (real !== null && !`${real}/`.startsWith(`${root}/`))
      throw cannotWrite(path, 'the way there is a link that leads out of the checkout');
  }
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
      else await make(whole, text);
    } catch (cause) {
      const isSame = systemCode(cause) === 'EEXIST' && (await textAt(whole).catch(() => '')) === text;
      if (!isSame) throw cannotWrite(path, systemErrorText(cause), cause);
    }
  }
}

/** A half of it, as a full disk leaves one, is removed. */
async function make(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx');
  try {
    await file.writeFile(text);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

async function replace(path: string, text: string): Promise<void> {
  const fresh = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await make(fresh, text);
    await rename(fresh, path);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function cannotWrite(path: string, why: string, cause?: unknown): HoldfastError {
  return new HoldfastError('bad-input', `Cannot write ${JSON.stringify(path)}: ${why}.`, { cause });
}
