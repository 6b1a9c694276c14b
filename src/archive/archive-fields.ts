import { checkLocation } from '../backends/location.ts';
import { checked, line, lines, secret, yesNo } from '../section.ts';
import { sealingOf } from './archive-keys.ts';

/** Where archives may be kept that repositories may not: it can't be appended to. */
const ARTIFACTS = 'artifact:';

/** Where archives are, and how they are encrypted. */
export const archiveFields = {
  archives: checked(
    line(
      'In place of `repository`: where archives are kept, each of everything in one encrypted file: a folder, `s3:https://host/bucket/prefix`, or `artifact:`.',
    ),
    (text) => text === ARTIFACTS || checkLocation(text),
  ).optional(),
  recipients: lines(
    'With `archives`: age public keys to encrypt for.',
    'A public key of age, `age1…`.',
  ).optional(),
  passphrase: secret('With `archives`, in place of `recipients`: a passphrase.').optional(),
  unencrypted: yesNo(
    'With `archives`: `true` leaves them unencrypted. Whoever comes by one reads all of it.',
  ).optional(),
};

/** @throws HoldfastError bad-input unless it is said in one way how they are encrypted. */
export function checkSealing(given: {
  readonly recipients?: readonly string[] | undefined;
  readonly passphrase?: string | undefined;
  readonly unencrypted?: boolean | undefined;
}): void {
  const { recipients = [], passphrase = null, unencrypted = false } = given;
  const names = {
    recipients: '`recipients`',
    passphrase: '`passphrase`',
    unencrypted: '`unencrypted: true`',
  };
  sealingOf({ recipients, passphrase, unencrypted }, names);
}
