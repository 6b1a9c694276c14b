import type { Command } from 'commander';
import { HoldfastError } from '../../errors.ts';
import { addExamples } from '../examples.ts';
import { addFilterFlags, type FilterFlags } from '../flags.ts';
import { addFromFlags, type FromFlags, isFromNamed } from '../from-flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface CopyFlags extends FromFlags, FilterFlags {}

export function addCopyCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('copy')
    .summary('bring snapshots from another repository into this one')
    .description(
      'Brings snapshots from the repository of --from-repo into that of --repo: those that are not there yet, each with ' +
        'all that it needs. Everything is verified as it is read, and encrypted with the other key.',
    )
    .argument('[snapshot...]', 'IDs, their beginnings, or latest (default: all)');
  addFromFlags(command);
  addFilterFlags(command);
  addExamples(
    command,
    [
      'holdfast copy -r s3:https://s3.example.org/offsite --from-repo /srv/backup --from-password-file ~/.backup-password',
      'All that is not there yet',
    ],
    ['holdfast copy -r /mnt/disk/backup --from-repo /srv/backup latest', 'The newest'],
  );
  runner.handle<CopyFlags>(command, run);
}

async function run(task: Task<CopyFlags>, specs: readonly string[]): Promise<undefined> {
  const [{ withRepository, retryLockMs }, { copySnapshots }, { snapshotFilter }, { fromTask }, { showCopy }] =
    await Promise.all([
      import('../session.ts'),
      import('../../operations/copy.ts'),
      import('../filter.ts'),
      import('../from-repository.ts'),
      import('../show-copy.ts'),
    ]);
  if (!isFromNamed(task)) {
    throw new HoldfastError(
      'bad-input',
      'Cannot copy: no repository is named to copy from. Give --from-repo, or set RESTIC_FROM_REPOSITORY.',
    );
  }
  const { flags, reporter, output, terminal } = task;
  const options = {
    specs,
    filter: snapshotFilter(flags, terminal.env),
    lockSource: flags.lock,
    retryLockMs: retryLockMs(flags),
  };
  const result = await withRepository(fromTask(task), 'none', ({ repository: from }) =>
    withRepository(task, 'none', ({ repository: to, signal }) =>
      copySnapshots(from, to, options, reporter, signal),
    ),
  );
  await showCopy(output, result);
}
