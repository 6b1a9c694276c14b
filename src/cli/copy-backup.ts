import { type CopyAfterBackup, copyAfterBackup } from '../operations/copy-after-backup.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { BackupFlags } from './backup-flags.ts';
import { otherTask } from './other-repository.ts';
import { openOf, retryLockMs } from './session.ts';
import { showCopy } from './show-copy.ts';
import type { Task } from './task.ts';

const VARIABLES = 'HOLDFAST_COPY_TO_';

/**
 * Copies what a backup came to into the second repository, if one is named.
 * @param snapshot Null: a dry run, which comes to nothing.
 * @throws CopyFailure.
 */
export async function copyBackup(task: Task<BackupFlags>, snapshot: SnapshotId | null): Promise<void> {
  const { flags, terminal, reporter, signal, output } = task;
  const isNamed = flags.copyTo !== undefined || Boolean(terminal.env[`${VARIABLES}REPOSITORY`]);
  if (snapshot === null || !isNamed) return;
  const order: CopyAfterBackup = {
    snapshot,
    retryLockMs: retryLockMs(flags),
    openFrom: () => openOf(task),
    openTo: async () => openOf(copyToTask(task)),
  };
  // The run's summary was that of the backup.
  await showCopy(output, await copyAfterBackup(order, reporter, signal), 'copied');
}

function copyToTask(task: Task<BackupFlags>): Task<object> {
  const { flags } = task;
  return otherTask(task, {
    flags: {
      repo: flags.copyTo,
      passwordFile: flags.copyToPasswordFile,
      passwordCommand: flags.copyToPasswordCommand,
      keyHint: flags.copyToKeyHint,
    },
    variables: VARIABLES,
    storageVariables: VARIABLES,
  });
}
