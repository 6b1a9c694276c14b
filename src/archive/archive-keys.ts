import { HoldfastError } from '../errors.ts';
import type { Sealing } from './age.ts';

/** Lines that hold something, without comments. */
function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
}

/** Public keys, one a line or with commas between, `#` for comments: as in age's own files. */
export function recipientsIn(text: string): string[] {
  return linesOf(text)
    .flatMap((line) => line.split(','))
    .map((recipient) => recipient.trim())
    .filter((recipient) => recipient !== '');
}

/**
 * Secret keys, as `age-keygen` writes them.
 * @param where For the message: the file or the input that held `text`.
 * @throws HoldfastError bad-input if there is none. The message shows nothing of the text.
 */
export function identitiesIn(text: string, where: string): string[] {
  const lines = linesOf(text);
  if (lines.length > 0 && lines.every((line) => line.startsWith('AGE-SECRET-KEY-'))) return lines;
  throw new HoldfastError(
    'bad-input',
    `Cannot read an identity from ${where}: expected lines that begin with AGE-SECRET-KEY-, as age-keygen writes them.`,
  );
}

/**
 * How an archive is to be encrypted.
 * @param names What the three are called where they were given.
 * @throws HoldfastError bad-input unless it is exactly one: that nothing is encrypted must be said.
 */
export function sealingOf(
  given: {
    readonly recipients: readonly string[];
    readonly passphrase: string | null;
    readonly unencrypted: boolean;
  },
  names: { readonly recipients: string; readonly passphrase: string; readonly unencrypted: string },
): Sealing {
  const { recipients, passphrase, unencrypted } = given;
  const ways = [
    recipients.length > 0 ? names.recipients : null,
    passphrase !== null ? names.passphrase : null,
    unencrypted ? names.unencrypted : null,
  ].filter((name) => name !== null);
  if (ways.length === 0) {
    throw new HoldfastError(
      'bad-input',
      `Cannot make an archive: nothing says how it is encrypted. Give ${names.recipients}, ${names.passphrase}, or (whoever comes by it reads it then) ${names.unencrypted}.`,
    );
  }
  if (ways.length > 1) {
    throw new HoldfastError('bad-input', `Cannot use both ${ways.join(' and ')}: expected one of them.`);
  }
  if (unencrypted) return { kind: 'none' };
  if (passphrase === null) return { kind: 'recipients', recipients };
  if (passphrase !== '') return { kind: 'passphrase', passphrase };
  throw new HoldfastError('bad-input', 'Cannot use an empty passphrase. Choose a longer one.');
}
