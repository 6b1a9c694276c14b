import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/**
 * Longest path in bytes that Linux takes in one call: PATH_MAX less the closing NUL. `find` lists longer ones, step by
 * step; `tar -T` and `stat` refuse them.
 */
export const MAX_PATH_BYTES = 4095;

/** What is wrong with a path that no call takes, as a listing's problem; null for any other. */
export function tooLong({ length }: ByteString): string | null {
  return length <= MAX_PATH_BYTES ? null : `its path has ${length} bytes, expected at most ${MAX_PATH_BYTES}`;
}

/** Longest name of one entry in bytes (NAME_MAX of every common Linux filesystem). */
export const MAX_NAME_BYTES = 255;

const ROOT = '/' as ByteString;

/** The folder that `path` (absolute, clean) stands in; that of the root is the root. */
export function parentPath(path: ByteString): ByteString {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? ROOT : (path.slice(0, slash) as ByteString);
}

/** The last component of `path` (absolute, clean); empty for the root. */
export function baseName(path: ByteString): ByteString {
  return path.slice(path.lastIndexOf('/') + 1) as ByteString;
}

/**
 * The path of the entry `name` in `folder` (absolute, clean).
 *
 * @throws HoldfastError restore-unsafe if `name` isn't the name of one entry: empty, `.`, `..`, or holding `/` or NUL.
 *   Names come from trees that somebody else may have written.
 */
export function joinPath(folder: ByteString, name: ByteString): ByteString {
  if (!isEntryName(name)) {
    throw new HoldfastError(
      'restore-unsafe',
      `Cannot use the name "${display(name)}" in "${display(folder)}": expected one component of a path. ` +
        'The tree that holds it was damaged or made to write outside its root: do not trust it.',
    );
  }
  return (folder === ROOT ? `/${name}` : `${folder}/${name}`) as ByteString;
}

/** Whether `name` can be the name of one entry of a folder. */
export function isEntryName(name: ByteString): boolean {
  return name !== '' && name !== '.' && name !== '..' && !name.includes('/') && !name.includes('\0');
}

/** Whether `path` lies below `folder`, at any depth. Both absolute and clean; nothing lies inside itself. */
export function isInside(path: ByteString, folder: ByteString): boolean {
  if (folder === ROOT) return path !== ROOT;
  return path.length > folder.length && path[folder.length] === '/' && path.startsWith(folder);
}

/** The folders above `path` (absolute, clean) from the root down, without `path` itself. */
export function ancestorsOf(path: ByteString): ByteString[] {
  if (path === ROOT) return [];
  const ancestors: ByteString[] = [ROOT];
  for (let slash = path.indexOf('/', 1); slash !== -1; slash = path.indexOf('/', slash + 1)) {
    ancestors.push(path.slice(0, slash) as ByteString);
  }
  return ancestors;
}

/**
 * `path` as an absolute path without empty components, `.` or a trailing slash.
 *
 * @throws HoldfastError bad-input if it is relative, holds NUL or `..` (which, behind a symlink, isn't what it looks
 *   like), or is longer than MAX_PATH_BYTES.
 */
export function cleanPath(path: ByteString): ByteString {
  const refuse = (actual: string, advice: string) =>
    new HoldfastError('bad-input', `Cannot use the path "${display(path)}": ${actual}. ${advice}`);
  if (!path.startsWith('/')) throw refuse('it is relative, expected an absolute path', 'Begin it with "/".');
  if (path.includes('\0')) throw refuse('it holds a NUL byte, which no path can', 'Take it out.');
  const components = path.split('/').filter((component) => component !== '' && component !== '.');
  if (components.includes('..')) throw refuse('it holds "..", expected none', 'Write the path without "..".');
  const clean = `/${components.join('/')}` as ByteString;
  if (clean.length > MAX_PATH_BYTES) {
    throw refuse(
      `it has ${clean.length} bytes, expected at most ${MAX_PATH_BYTES}`,
      'Choose a folder above it.',
    );
  }
  return clean;
}
