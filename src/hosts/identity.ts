import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

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
    if (!isCertainlyPath(identity)) throw neitherKeyNorFile(error);
    throw new HoldfastError(
      'bad-input',
      `Cannot read the private key "${displayText(path)}": ${(error as NodeJS.ErrnoException).code}, expected a file ` +
        'that can be read. Give its path, or the text of the key.',
      { cause: error },
    );
  }
}

/**
 * Whether `identity` can only be meant as a path. Anything else may be a key that lost its first line, was put into
 * base64, or a passphrase in the wrong place: so it is never shown, in a message or otherwise.
 */
export function isCertainlyPath(identity: string): boolean {
  return /^(~|\.{1,2})?\/[^\r\n]*$/.test(identity);
}

/** Without the cause: the system's message holds the name that it was asked for. */
function neitherKeyNorFile(error: unknown): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot read the private key: no file has that name (${(error as NodeJS.ErrnoException).code}), and it isn't a ` +
      "key's text, expected one of them (what was given isn't shown: it may be secret). Give a path that begins with " +
      '"/", "./" or "~/", or the whole text from "-----BEGIN" on.',
  );
}

export function expandHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}
