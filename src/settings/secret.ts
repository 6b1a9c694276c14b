import { HoldfastError } from '../errors.ts';

/**
 * A password, passphrase or location in bytes of somebody's making: the contents of a file, the output of a command.
 * White space around it and a byte order mark are cut, as restic does.
 *
 * What isn't UTF-8 is refused: read all the same, each foreign byte would become `\ufffd`, and the repository would have
 * another password than its owner's.
 *
 * @param what For the message: `the password`.
 * @param where For the message, quoted already: `"/etc/backup-password"`.
 * @throws HoldfastError bad-input if it is empty, or not UTF-8. Never shows what it is.
 */
export function secretText(bytes: Uint8Array, what: string, where: string): string {
  const text = decode(bytes, what, where).trim();
  if (text !== '') return text;
  const actual = bytes.length === 0 ? 'it is empty' : 'there is nothing but white space';
  throw new HoldfastError('bad-input', `Cannot read ${what} from ${where}: ${actual}, expected ${what}.`);
}

/**
 * A secret as the environment has it, or null without one.
 *
 * Node reads the environment as UTF-8 and puts U+FFFD for whatever isn't. Nobody has U+FFFD in a password; who does all
 * the same can put it in a file.
 *
 * @param name Of the variable, for the message.
 * @throws HoldfastError bad-input if it isn't UTF-8.
 */
export function environmentSecret(value: string | undefined, name: string): string | null {
  if (!value?.includes('\ufffd')) return value || null;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name} of the environment: it is not valid UTF-8, expected UTF-8 text. Set the terminal and the shell ` +
      'to UTF-8; if it is made of random bytes, write them as text (base64, hex) and use that.',
  );
}

function decode(bytes: Uint8Array, what: string, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new HoldfastError(
      'bad-input',
      `Cannot read ${what} from ${where}: it is not valid UTF-8, expected UTF-8 text. Save it as UTF-8; if it is made ` +
        'of random bytes, write them as text (base64, hex) and use that.',
      { cause },
    );
  }
}
