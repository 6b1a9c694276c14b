import { checkLocation } from '../../backends/location.ts';
import type { z } from '../../schema.ts';
import { sealingOf } from '../../settings/archive-keys.ts';
import { storageOptions } from '../../settings/storage.ts';
import { parseObjectLock, parseStorageOptions } from '../../settings/storage-flags.ts';
import { checked, line, lines, secret, section, shownKey, word, yesNo } from './check.ts';
import { bad as fault } from './fault.ts';

const ROLE = /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/;

/** Where archives may be kept that repositories may not: it can't be appended to. */
const ARTIFACTS = 'artifact:';

const fields = section({
  repository: checked(
    line(
      'Location of a restic repository, in restic’s own notation: a folder (`/srv/backup`), or `s3:https://host/bucket/prefix`.',
    ),
    checkLocation,
  ).optional(),
  password: secret('The repository’s password.').optional(),
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
  'storage-options': checked(
    lines('Options of the storage, as restic’s `-o`.', 'Such as `s3.storage-class=STANDARD_IA`.'),
    (options) => parseStorageOptions(options, shownKey('storage-options')),
  ).optional(),
  'aws-region': line('Region of the bucket. Default: the location’s, or the environment’s.').optional(),
  'aws-access-key-id': line(
    'Access key for S3, or a reference `env:NAME`. Default: AWS’s own variables, files and roles.',
  ).optional(),
  'aws-secret-access-key': secret('The access key’s secret.').optional(),
  'aws-session-token': secret('The session token of a temporary key.').optional(),
  'aws-profile': line('Instead: a profile of AWS’s configuration files on the runner.').optional(),
  'aws-role': line('Instead: ARN of a role to assume through GitHub’s OIDC token.')
    .regex(ROLE, 'expected a role’s ARN, such as `arn:aws:iam::123456789012:role/backup`')
    .optional(),
  'object-lock': line(
    'Lock what is saved to S3 against removal: `compliance` (nobody can end it), or `governance`.',
  ).optional(),
  'object-lock-days': word('For how many days.').optional(),
  compression: line('Of what is written: `auto`, `off`, `fastest`, `better` or `max`.').optional(),
  'pack-size': word('Size in MiB of the packs that are written, from 4 to 128.').optional(),
  'off-site': yesNo(
    'Whether it is somewhere else than the hosts, so that one fire doesn’t take both. Default: `true` for S3 and artifacts, `false` for a folder.',
  ).optional(),
  'recovery-key': line(
    'Where a second key of the repository is, in words for a person in need, such as “printed, in the safe of the office”. Never the key itself.',
  ).optional(),
});

export type StorageSection = z.output<typeof fields>;

/** One place where backups are kept. */
export const storageSection = checked(fields, (storage) => {
  checkKind(storage);
  checkCredentials(storage);
  storageOptions(
    { compression: storage.compression ?? null, packSize: text(storage['pack-size']) },
    { compression: shownKey('compression'), packSize: shownKey('pack-size') },
  );
  parseObjectLock(
    { mode: storage['object-lock'] ?? null, days: text(storage['object-lock-days']) },
    { mode: shownKey('object-lock'), days: shownKey('object-lock-days') },
  );
});

const OF_REPOSITORIES = ['password', 'object-lock', 'compression', 'pack-size', 'recovery-key'] as const;
const OF_ARCHIVES = ['recipients', 'passphrase', 'unencrypted'] as const;

function checkKind(storage: StorageSection): void {
  const { repository, archives, recipients = [], passphrase = null, unencrypted = false } = storage;
  if ((repository === undefined) === (archives === undefined)) {
    throw bad(
      `${repository === undefined ? 'neither' : 'both'} of \`repository\` and \`archives\` is given, expected one`,
    );
  }
  const foreign = (repository === undefined ? OF_REPOSITORIES : OF_ARCHIVES).find(
    (key) => storage[key] !== undefined,
  );
  if (foreign !== undefined) {
    throw bad(
      `\`${foreign}\` is of no use with ${repository === undefined ? '`archives`' : 'a `repository`'}`,
    );
  }
  if (repository !== undefined) {
    if (storage.password === undefined)
      throw bad('`password` is missing, expected a reference such as `env:BACKUP_PASSWORD`');
    return;
  }
  const names = {
    recipients: '`recipients`',
    passphrase: '`passphrase`',
    unencrypted: '`unencrypted: true`',
  };
  sealingOf({ recipients, passphrase, unencrypted }, names);
}

function checkCredentials(storage: StorageSection): void {
  const ways = (['aws-access-key-id', 'aws-profile', 'aws-role'] as const).filter(
    (key) => storage[key] !== undefined,
  );
  if (ways.length > 1) throw bad(`both \`${ways.join('` and `')}\` are given, expected one of them`);
  const isKeyWhole =
    (storage['aws-access-key-id'] === undefined) === (storage['aws-secret-access-key'] === undefined);
  if (!isKeyWhole || (storage['aws-session-token'] !== undefined && ways[0] !== 'aws-access-key-id')) {
    throw bad('only a part of a key is given, expected both `aws-access-key-id` and `aws-secret-access-key`');
  }
}

export function text(value: string | number | undefined): string | null {
  return value === undefined ? null : String(value);
}

function bad(what: string) {
  return fault('storage', what);
}
