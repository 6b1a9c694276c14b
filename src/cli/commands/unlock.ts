import type { Command } from 'commander';
import { addExamples } from '../examples.ts';
import type { Task, TaskRunner } from '../task.ts';

interface UnlockFlags {
  readonly removeAll?: boolean;
}

export function addUnlockCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('unlock')
    .summary('remove locks that nobody holds any more')
    .description(
      'Removes stale locks: those that were not refreshed for half an hour, and those of processes of this machine ' +
        'that are gone. Live locks stay.',
    )
    .option('--remove-all', 'remove every lock, also those in use: only when you know that nothing runs');
  addExamples(command, ['holdfast unlock', 'After a run that was cut off']);
  runner.handle<UnlockFlags>(command, run);
}

async function run(task: Task<UnlockFlags>): Promise<undefined> {
  const [{ withRepository }, { removeAllLocks, removeStaleLocks }] = await Promise.all([
    import('../session.ts'),
    import('../../repository/lock.ts'),
  ]);
  const removed = await withRepository(task, 'none', ({ repository, signal }) =>
    task.flags.removeAll
      ? removeAllLocks(repository, signal)
      : removeStaleLocks(repository, { signal, onWarning: (message) => task.reporter.onWarning(message) }),
  );
  await task.output.json({ message_type: 'unlocked', removed });
  await task.output.line(`removed ${removed} ${removed === 1 ? 'lock' : 'locks'}`);
}
