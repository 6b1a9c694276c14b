import type { Opening, Sealing } from '../archive/age.ts';
import { identitiesIn, recipientsIn, sealingOf } from '../archive/archive-keys.ts';
import type { OpeningFlags, SealingFlags } from './age-flags.ts';
import { readSecretFile } from './password.ts';

const NAMES = {
  recipients: '--age-recipient or --age-recipients-file',
  passphrase: '--age-passphrase-file',
  unencrypted: '--unencrypted',
};

/** @throws HoldfastError bad-input unless exactly one way is named. */
export async function readSealing(flags: SealingFlags): Promise<Sealing> {
  const recipients = [...flags.ageRecipient];
  for (const file of flags.ageRecipientsFile)
    recipients.push(...recipientsIn(await readSecretFile(file, 'the recipients')));
  const passphrase =
    flags.agePassphraseFile === undefined
      ? null
      : await readSecretFile(flags.agePassphraseFile, 'the passphrase');
  return sealingOf({ recipients, passphrase, unencrypted: flags.unencrypted ?? false }, NAMES);
}

/** @throws HoldfastError bad-input. */
export async function readOpening(flags: OpeningFlags): Promise<Opening> {
  const identities: string[] = [];
  for (const file of flags.ageIdentity)
    identities.push(...identitiesIn(await readSecretFile(file, 'the identity'), JSON.stringify(file)));
  const passphrase =
    flags.agePassphraseFile === undefined
      ? null
      : await readSecretFile(flags.agePassphraseFile, 'the passphrase');
  return { identities, passphrase };
}
