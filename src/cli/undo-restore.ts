import { resolve } from 'node:path';
import { formatCounted } from '../amounts.ts';
import { HoldfastError } from '../errors.ts';
import { givenPath } from '../files/given-path.ts';
import { undoRestore } from '../operations/restore-undo.ts';
import { connect } from './connect.ts';
import type { RestoreFlags } from './restore-flags.ts';
import type { Task } from './task.ts';

/** `restore --undo`: puts back what a restore had moved out of the way. Needs no repository. */
export async function undoRestoreAt(task: Task<RestoreFlags>): Promise<void> {
  const { flags, output, reporter, signal } = task;
  if (flags.target === undefined) {
    throw new HoldfastError(
      'bad-input',
      'Cannot undo a restore: no place is named. Give --target with the undo folder that the restore reported, with what it restored, or with the folder that it restored to.',
    );
  }
  const path = givenPath(flags.on === 'local' ? resolve(flags.target) : flags.target, '--target');
  const host = await connect(task);
  try {
    const result = await undoRestore(host, { path, dryRun: flags.dryRun ?? false }, reporter, signal);
    await output.json({
      message_type: 'summary',
      undone_snapshot_id: result.snapshotId,
      names: result.names,
      kept_in: result.keptIn,
      ...(result.dryRun ? { dry_run: true } : {}),
    });
    const what = `the restore of snapshot ${result.snapshotId.slice(0, 8)}: ${formatCounted(result.names, 'name')}`;
    await output.line(result.dryRun ? `would undo ${what}` : `undid ${what}`);
    for (const folder of result.keptIn)
      await output.line(`What had been restored, with all that was changed there since, lies in ${folder}`);
  } finally {
    await host.close();
  }
}
