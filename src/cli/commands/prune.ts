import type { Command } from 'commander';
import { HoldfastError } from '../../errors.ts';
import { addExamples } from '../examples.ts';
import { addPruneFlags, type PruneFlags, pruneSettings } from '../prune-flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface Flags extends PruneFlags {
  readonly dryRun?: boolean;
}

export function addPruneCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('prune')
    .summary('remove data that no snapshot needs')
    .description(
      'Removes data that no snapshot needs any more. What is written anew is verified, written and indexed before ' +
        'anything is removed, so that nothing is lost whenever it is cut off. Nobody else can use the repository meanwhile.',
    );
  addPruneFlags(command).option('-n, --dry-run', 'say what would be done; write nothing');
  addExamples(
    command,
    ['holdfast prune --dry-run', 'How much would be freed'],
    ['holdfast prune --max-unused 10% --retry-lock 30m', 'Write less anew; wait for a backup that runs'],
  );
  runner.handle<Flags>(command, run);
}

async function run(task: Task<Flags>): Promise<undefined> {
  const [{ withRepository, repositoryOptions }, { prune }, { pruneOptions }, { showPrune }] =
    await Promise.all([
      import('../session.ts'),
      import('../../operations/prune.ts'),
      import('../../settings/prune.ts'),
      import('../show-prune.ts'),
    ]);
  const { flags, reporter, output } = task;
  const dryRun = flags.dryRun ?? false;
  if (!flags.lock && !dryRun) {
    throw new HoldfastError(
      'bad-input',
      'Cannot prune with --no-lock: others could use what is removed. Expected --dry-run with it.',
    );
  }
  if (flags.repackUncompressed && repositoryOptions(task).compression === 'off') {
    throw new HoldfastError(
      'bad-input',
      'Cannot use both --repack-uncompressed and --compression off: expected one of them.',
    );
  }
  const options = pruneOptions(pruneSettings(flags), (word) => `--${word}`);
  const result = await withRepository(task, flags.lock ? 'exclusive' : 'none', ({ repository, signal }) =>
    prune(repository, { ...options, dryRun }, reporter, signal),
  );
  await showPrune(output, result);
}
