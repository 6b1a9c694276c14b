import ssh2, { type ParsedKey } from 'ssh2';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isCertainlyPath, isKeyText } from './key-text.ts';
import { fingerprintOf } from './known-hosts.ts';
import { expandHome, readLocalFile } from './local-file.ts';

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
 * @throws HoldfastError bad-input when it is empty or the file can't be read.
 */
export async function readIdentity(identity: string): Promise<Identity> {
  if (identity.trim() === '') {
    throw new HoldfastError(
      'bad-input',
      'Cannot read the private key: an empty one was given, expected its path or its text. Give one; a variable or a ' +
        'secret may be unset.',
    );
  }
  if (isKeyText(identity)) {
    const pem = `${identity.replace(/\r\n?/g, '\n').trim()}\n`;
    return { pem, source: 'given as text', path: null };
  }
  const path = expandHome(identity);
  const pem = await readLocalFile(path, 'the private key').catch((error: unknown) => {
    throw isCertainlyPath(identity) ? error : neitherKeyNorFile();
  });
  return { pem, source: `"${displayText(path)}"`, path };
}

/** Without the cause, which names what was given. */
function neitherKeyNorFile(): HoldfastError {
  return new HoldfastError(
    'bad-input',
    "Cannot read the private key: no file of that name can be read, and it isn't a key's text, expected one of them " +
      '(what was given isn\'t shown: it may be secret). Give a path that begins with "/", "./" or "~/", or the whole text ' +
      'from "-----BEGIN" on.',
  );
}

/** Why a text can't be used as a private key, and what to do about it. */
export interface KeyFault {
  readonly actual: string;
  readonly advice: string;
  readonly isEncrypted?: true;
}

/** Never shows what `pem` is. */
export function parsePrivateKey(pem: string, passphrase: string | undefined): ParsedKey | KeyFault {
  const parsed: ParsedKey | ParsedKey[] | Error = ssh2.utils.parseKey(pem, passphrase);
  const key = Array.isArray(parsed) ? (parsed[0] as ParsedKey) : parsed;
  if (key instanceof Error) return faultOf(key, passphrase);
  if (key.isPrivateKey()) return key;
  return { actual: 'it is a public key', advice: 'Give the private one: the file beside it without ".pub".' };
}

/**
 * Whether the private key is encrypted.
 * @param identity As `readIdentity` takes it.
 * @throws HoldfastError bad-input when the file can't be read.
 */
export async function needsPassphrase(identity: string): Promise<boolean> {
  const key = parsePrivateKey((await readIdentity(identity)).pem, undefined);
  return 'actual' in key && key.isEncrypted === true;
}

function faultOf({ message }: Error, passphrase: string | undefined): KeyFault {
  if (/no passphrase/i.test(message)) {
    return {
      actual: 'it is encrypted, and no passphrase was given',
      advice: 'Give its passphrase (--identity-passphrase-file, or the input `identity-passphrase`).',
      isEncrypted: true,
    };
  }
  if (passphrase !== undefined && /passphrase|decrypt|integrity/i.test(message)) {
    return { actual: 'the passphrase does not open it', advice: 'Correct the passphrase.' };
  }
  return {
    actual: `it is no private key of a known form (${displayText(message)})`,
    advice: 'Give the whole of it, from "-----BEGIN" to "-----END".',
  };
}

/** `ssh-ed25519 SHA256:…` */
export function describeKey(key: ParsedKey): string {
  return `${key.type} ${fingerprintOf(key.getPublicSSH())}`;
}
