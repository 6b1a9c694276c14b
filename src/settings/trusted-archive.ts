import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';

/**
 * Sees that an archive is the very one that a person trusts: by its SHA-256, which only what is stored has, whoever writes to the store.
 * @param given What was given as that; `name` is how.
 * @throws HoldfastError bad-input for what is no SHA-256; restore-blocked for another archive.
 */
export function requireTrusted(sha256: string, given: string, name: string): void {
  if (!/^[0-9a-f]{64}$/i.test(given)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${name}: it is ${JSON.stringify(displayText(given))}, expected the SHA-256 of the archive in 64 hex digits, as the run that made it said ` +
        '(archive-sha256), or `sha256sum` of the file.',
    );
  }
  if (given.toLowerCase() === sha256) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore an application from this archive: its SHA-256 is ${sha256}, expected ${given.toLowerCase()}, which ${name} names. It isn't the one that ` +
      'you trust: see who made it.',
  );
}
