import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { systemCode, systemErrorText } from '../system-error.ts';

export function expandHome(path: string): string {
  return path.startsWith('~/') ? join(homedir(), path.slice(2)) : path;
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'there is no such file',
  EISDIR: 'it is a folder',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
};

/**
 * The text of a file on this machine.
 * @param what For the message: `the private key`.
 * @throws HoldfastError bad-input.
 */
export async function readLocalFile(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read ${what} "${displayText(path)}": ${REASONS[systemCode(error)] ?? systemErrorText(error)}, expected a file that can ` +
        'be read. Give its path, or its text itself.',
    );
  }
}
