import { HoldfastError } from '../errors.ts';
import { copyAfterBackup } from '../operations/copy-after-backup.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { BackupFlags } from './backup-flags.ts';
import { otherTask } from './other-repository.ts';
import { openOf, prepareOpening, retryLockMs } from './session.ts';
import { showCopy } from './show-copy.ts';
import type { Task } from './task.ts';

const VARIABLES = 'HOLDFAST_COPY_TO_';

export type CopyToFlags = Pick<
  BackupFlags,
  'copyTo' | 'copyToPasswordFile' | 'copyToPasswordCommand' | 'copyToKeyHint'
>;

/** Whether a second repository is named, by flags or the environment. @throws HoldfastError bad-input for an empty flag. */
export function isCopyToNamed({ flags, terminal: { env } }: Task<CopyToFlags>): boolean {
  if (flags.copyTo === '')
    throw new HoldfastError(
      'bad-input',
      'Cannot copy to "": --copy-to is empty, expected a location. Leave it out to make no copy; a variable may be unset.',
    );
  const isNamed = Boolean(
    (flags.copyTo ?? env[`${VARIABLES}REPOSITORY`]) || env[`${VARIABLES}REPOSITORY_FILE`],
  );
  if (!isNamed) refuseFlagsAlone(flags);
  return isNamed;
}

/** Who says how it is opened believes that there is a copy. */
function refuseFlagsAlone({ copyToPasswordFile, copyToPasswordCommand, copyToKeyHint }: CopyToFlags): void {
  const given = {
    'password-file': copyToPasswordFile,
    'password-command': copyToPasswordCommand,
    'key-hint': copyToKeyHint,
  };
  const [alone] = Object.entries(given).find(([, value]) => value !== undefined) ?? [];
  if (alone === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use --copy-to-${alone} without --copy-to: no second repository is named, and no copy would be made. Give ` +
      '--copy-to, or set HOLDFAST_COPY_TO_REPOSITORY.',
  );
}

/**
 * What copies the snapshot of a backup into the second repository; null if none is named. Whatever its opening takes is read
 * now, before the backup: a password that is missing is found out before hours of work.
 *
 * @throws HoldfastError bad-input. What is given throws CopyFailure.
 */
export async function prepareCopy(
  task: Task<BackupFlags>,
): Promise<((snapshot: SnapshotId) => Promise<void>) | null> {
  const { flags, reporter, signal, output } = task;
  if (!isCopyToNamed(task)) return null;
  const openTo = await prepareOpening(copyToTask(task));
  return async (snapshot) => {
    const order = { snapshot, retryLockMs: retryLockMs(flags), openFrom: () => openOf(task), openTo };
    // The run's summary was that of the backup.
    await showCopy(output, await copyAfterBackup(order, reporter, signal), 'copied');
  };
}

/** @throws HoldfastError bad-input without a password that it could be opened with. */
export function copyToTask(task: Task<CopyToFlags>): Task<object> {
  const { flags } = task;
  return otherTask(task, {
    flags: {
      repo: flags.copyTo,
      passwordFile: flags.copyToPasswordFile,
      passwordCommand: flags.copyToPasswordCommand,
      keyHint: flags.copyToKeyHint,
    },
    called: 'the second repository, of copy-to',
    flagsBegin: '--copy-to',
    variables: VARIABLES,
    storageVariables: VARIABLES,
  });
}
