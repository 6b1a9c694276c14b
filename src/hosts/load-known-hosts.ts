import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { KnownHosts } from './known-hosts.ts';
import { expandHome, readLocalFile } from './local-file.ts';

/**
 * The pinned host keys: of a file, or in a text (anything that holds white space or begins with `SHA256:`), or, when
 * nothing is given, in the files that ssh reads.
 *
 * @throws HoldfastError bad-input for a file that can't be read, and for one or a text that pins nothing.
 */
export async function loadKnownHosts(given: string | undefined): Promise<KnownHosts> {
  if (given === undefined) return KnownHosts.parse(await readDefaultFiles());
  const known = KnownHosts.parse(await readKnownHosts(given));
  if (known.isEmpty) throw pinsNothing(given, known);
  return known;
}

/** Of known hosts in which no line says anything. */
export function pinsNothing(given: string, known: KnownHosts): HoldfastError {
  const what = isKnownHostsText(given) ? 'the text that was given' : `"${displayText(given)}"`;
  return new HoldfastError(
    'bad-input',
    `Cannot find a host key in the known hosts, ${what}: ${known.notes.map(displayText).join('; ') || 'it is empty'}, ` +
      'expected lines like "db.example ssh-ed25519 AAAA…" or "SHA256:…". Correct them.',
  );
}

function isKnownHostsText(given: string): boolean {
  return given === '' || /\s/.test(given.trim()) || given.startsWith('SHA256:');
}

/**
 * The text that is given, or that of the file.
 * @throws HoldfastError bad-input for a file that can't be read.
 */
export async function readKnownHosts(given: string): Promise<string> {
  if (isKnownHostsText(given)) return given;
  return readLocalFile(expandHome(given), 'the known hosts');
}

async function readDefaultFiles(): Promise<string> {
  const files = [join(homedir(), '.ssh', 'known_hosts'), '/etc/ssh/ssh_known_hosts'];
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8').catch(() => '')));
  return texts.join('\n');
}
