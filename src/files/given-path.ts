import { type ByteString, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/**
 * An absolute path without doubled or trailing slashes and `.`.
 * @throws HoldfastError bad-input for a relative path, or one with `..`, which a symlink would lead elsewhere.
 */
export function givenPath(path: string, what: string): ByteString {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  if (path.startsWith('/') && !names.includes('..')) return fromText(`/${names.join('/')}`);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${what}: it is ${JSON.stringify(path)}, expected an absolute path without "..".`,
  );
}
