import { resolve } from 'node:path';
import { checkLocation, holdsCredentials, isRemote, redactUrl } from '../../backends/location.ts';
import type { StorageSection } from '../../config/schema/storage.ts';
import { HoldfastError } from '../../errors.ts';
import { addRecoveryKey } from '../../operations/recovery-key.ts';
import { initRepository } from '../../repository/init.ts';
import type { OpenRepository } from '../../repository/open.ts';
import type { GlobalFlags } from '../flags.ts';
import { readNewPassword } from '../password.ts';
import { openOf, openStorage, repositoryOptions } from '../session.ts';
import type { Task } from '../task.ts';
import type { SetupFlags } from './flags.ts';
import type { Questions } from './questions.ts';

export const STORAGE_VARIABLES = {
  password: 'BACKUP_PASSWORD',
  keyId: 'BACKUP_KEY_ID',
  secretKey: 'BACKUP_SECRET_KEY',
} as const;

/** Where backups are kept, as restic takes it: a folder by its whole path. @throws HoldfastError bad-input. */
export async function askLocation(
  questions: Questions,
  task: Task<SetupFlags>,
  checkout: string,
): Promise<string> {
  const { flags, terminal } = task;
  const answer = await questions.text({
    text: 'Where are backups kept (s3:https://host/bucket/prefix, or a folder of the runner)',
    flag: '--repo',
    given: flags.repo ?? (terminal.env['RESTIC_REPOSITORY'] || undefined),
    fallback: null,
    // Also whether it can be reached: a person needn't answer all else again then.
    check: async (text) => {
      const location = checkedLocation(text, checkout);
      if (questions.canAsk && !flags.dryRun) await isRepositoryAt(task, location);
    },
  });
  return checkedLocation(answer, checkout);
}

function checkedLocation(text: string, checkout: string): string {
  checkLocation(text);
  if (holdsCredentials(text)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot write "${redactUrl(text)}" into a file: a credential stands in it. Leave it out: workflows get it from secrets.`,
    );
  }
  if (isRemote(text)) return text;
  const folder = resolve(text.replace(/^local:/, ''));
  if (folder !== checkout && !folder.startsWith(`${checkout}/`)) return folder;
  throw new HoldfastError(
    'bad-input',
    `Cannot keep backups in ${JSON.stringify(folder)}: it is in the checkout, whose files are committed. Name another place.`,
  );
}

const ROLE = /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/;

/** How workflows reach it: by a role, or by a key; and where its second key is. */
export async function askStorage(
  questions: Questions,
  location: string,
  flags: SetupFlags & GlobalFlags,
): Promise<StorageSection> {
  const base = {
    repository: location,
    password: `env:${STORAGE_VARIABLES.password}`,
    ...writtenBy(flags),
  };
  if (!isRemote(location)) {
    refuseOfS3(flags);
    return base;
  }
  const role = await questions.text({
    text: 'Role that workflows assume by GitHub’s OIDC token (its ARN; empty: an access key)',
    flag: '--aws-role',
    given: flags.awsRole,
    fallback: '',
    check: (text) => {
      if (text !== '') requireRole(text);
    },
  });
  const region = flags.awsRegion === undefined ? {} : { 'aws-region': flags.awsRegion };
  return role === ''
    ? {
        ...base,
        ...region,
        'aws-access-key-id': `env:${STORAGE_VARIABLES.keyId}`,
        'aws-secret-access-key': `env:${STORAGE_VARIABLES.secretKey}`,
      }
    : { ...base, ...region, 'aws-role': role };
}

/** @throws HoldfastError bad-input for what a folder has no use for: who gives it expects that it is used. */
function refuseOfS3({ awsRole, awsRegion, retentionRole }: SetupFlags): void {
  const given = { '--aws-role': awsRole, '--aws-region': awsRegion, '--retention-role': retentionRole };
  const [flag] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (flag === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${flag} with a repository in a folder: expected one in S3 (-r s3:https://host/bucket/prefix). Leave it out.`,
  );
}

/** What setup itself makes the repository with holds for who writes to it later. */
function writtenBy(flags: GlobalFlags): Partial<StorageSection> {
  const { option = [], objectLock, objectLockDays, compression, packSize } = flags;
  return {
    ...(option.length === 0 ? {} : { 'storage-options': [...option] }),
    ...(objectLock === undefined ? {} : { 'object-lock': objectLock }),
    ...(objectLockDays === undefined ? {} : { 'object-lock-days': objectLockDays }),
    ...(compression === undefined ? {} : { compression }),
    ...(packSize === undefined ? {} : { 'pack-size': packSize }),
  };
}

/** @throws HoldfastError bad-input. */
export function requireRole(text: string): void {
  if (ROLE.test(text)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${JSON.stringify(text)} as a role: expected its ARN, such as arn:aws:iam::123456789012:role/backup.`,
  );
}

export interface PreparedRepository {
  readonly id: string;
  /** It was there before. */
  readonly existed: boolean;
  /** A recovery code that was just made; null: none. Shown once, kept nowhere. */
  readonly recoveryCode: string | null;
}

/** Whether there is a repository already. @throws What makes the storage unreachable. */
export async function isRepositoryAt(task: Task<SetupFlags>, location: string): Promise<boolean> {
  const backend = await openStorage(at(task, location));
  try {
    return (await backend.stat({ kind: 'config', name: '' })) !== null;
  } finally {
    await backend.close();
  }
}

/** Makes the repository, or opens the one that is there, which proves its password. */
export async function prepareRepository(
  task: Task<SetupFlags>,
  location: string,
  wantsCode: boolean,
): Promise<PreparedRepository> {
  const existed = await isRepositoryAt(task, location);
  const repository = await (existed ? openOf(at(task, location)) : make(at(task, location)));
  try {
    return { id: repository.id, existed, recoveryCode: wantsCode ? await addRecoveryKey(repository) : null };
  } finally {
    await repository.close();
  }
}

async function make(task: Task<object>): Promise<OpenRepository> {
  const password = await readNewPassword(task.flags, task.terminal, task.signal);
  return initRepository(await openStorage(task), password, repositoryOptions(task));
}

function at(task: Task<SetupFlags>, location: string): Task<object> {
  const { awsRegion } = task.flags;
  const s3 = awsRegion === undefined ? {} : { s3: { region: awsRegion } };
  return { ...task, flags: { ...task.flags, repo: location, repositoryFile: undefined, ...s3 } };
}
