import type { z } from '../schema.ts';
import { bad, checked, line, lines, secret, shownKey, text, word, yesNo } from '../section.ts';
import { parseObjectLock, parseStorageOptions } from './storage-flags.ts';

const ROLE = /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/;

/** What a storage is told, and with which key. */
export const accessFields = {
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
};

/** How what is saved to S3 is kept from removal. */
export const lockFields = {
  'object-lock': line(
    'Lock what is saved to S3 against removal: `compliance` (nobody can end it), or `governance`.',
  ).optional(),
  'object-lock-days': word('For how many days.').optional(),
};

export const placeFields = {
  'off-site': yesNo(
    'Whether it is somewhere else than the hosts, so that one fire doesn’t take both. Default: `true` for S3 and artifacts, `false` for a folder.',
  ).optional(),
};

type Credentials = { readonly [Key in keyof typeof accessFields]?: z.output<(typeof accessFields)[Key]> };

/** @throws HoldfastError bad-input unless it is at most one key, and a whole one. */
export function checkCredentials(storage: Credentials): void {
  const ways = (['aws-access-key-id', 'aws-profile', 'aws-role'] as const).filter(
    (key) => storage[key] !== undefined,
  );
  if (ways.length > 1)
    throw bad('storage', `both \`${ways.join('` and `')}\` are given, expected one of them`);
  const isKeyWhole =
    (storage['aws-access-key-id'] === undefined) === (storage['aws-secret-access-key'] === undefined);
  if (!isKeyWhole || (storage['aws-session-token'] !== undefined && ways[0] !== 'aws-access-key-id')) {
    throw bad(
      'storage',
      'only a part of a key is given, expected both `aws-access-key-id` and `aws-secret-access-key`',
    );
  }
}

/** @throws HoldfastError bad-input. */
export function checkObjectLock(given: {
  readonly 'object-lock'?: string | undefined;
  readonly 'object-lock-days'?: string | number | undefined;
}): void {
  parseObjectLock(
    { mode: given['object-lock'] ?? null, days: text(given['object-lock-days']) },
    { mode: shownKey('object-lock'), days: shownKey('object-lock-days') },
  );
}
