import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemErrorText } from '../system-error.ts';

export interface Identity {
  /** With the newline at its end, which secret stores like to lose and ssh insists on. */
  readonly pem: string;
  /** For messages: the path in quotes, or `given as text`. Never the key. */
  readonly source: string;
  /** Null when it was given as text. */
  readonly path: string | null;
}

/**
 * `identity` is a private key's text or its path (`~/` is the home folder).
 * @throws HoldfastError bad-input when the file can't be read.
 */
export async function readIdentity(identity: string): Promise<Identity> {
  if (identity.includes('-----BEGIN')) {
    const pem = `${identity.replace(/\r\n?/g, '\n').trim()}\n`;
    return { pem, source: 'given as text', path: null };
  }
  const path = expandHome(identity);
  try {
    return { pem: await readFile(path, 'utf8'), source: `"${displayText(path)}"`, path };
  } catch (error) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read the private key "${displayText(path)}": ${systemErrorText(error)}, expected a file ` +
        'that can be read. Give its path, or the text of the key.',
      { cause: error },
    );
  }
}

export function expandHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}
