import type { Command } from 'commander';
import { addDrillFlags, type DrillFlags } from '../drill-flags.ts';
import { addExamples } from '../examples.ts';
import type { ExitStatus } from '../exit-status.ts';
import { type AboutCommand, addNotifyFlags, type NotifyFlags } from '../notify-flags.ts';
import type { Task, TaskRunner } from '../task.ts';
import { told } from '../told.ts';

const ABOUT: AboutCommand = {
  action: 'Restore drill',
  isOfAHost: false,
  ifNotWell: 'failed',
  byEnvironment: false,
};

export function addDrillCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('drill')
    .alias('restore-verify')
    .summary('restore a snapshot somewhere else, prove that it is right, and remove it again')
    .description(
      'Restores a snapshot into containers of its own, without a network, or into a temporary folder; compares files and ' +
        'databases with what was saved; shows that the comparison can fail; measures how long it took; removes everything; ' +
        'and keeps the evidence, with a recovery sheet, beside the repository. It fails unless data was proved.',
    )
    .argument('[snapshot]', 'ID, its beginning, or latest', 'latest');
  addDrillFlags(command);
  addNotifyFlags(command, ABOUT);
  addExamples(
    command,
    ['holdfast drill --of wiki', 'The files of the newest snapshot, in a temporary folder'],
    [
      "holdfast drill --of wiki --image postgresql=postgres:16 --max-age 30h --max-restore-time 1h --check 'sql: SELECT count(*) > 0 FROM page => t'",
      'Files and database in a container; how old and how slow it may be; a check of your own',
    ],
    ['holdfast drill --of wiki --random-within 90d --seed 4711', 'One of the last 90 days, drawn by a seed'],
    [
      'holdfast drill 4bd21c8a --page drill.html --sheet recovery.md',
      'One snapshot, with a page and a sheet to print',
    ],
  );
  runner.handle<DrillFlags & NotifyFlags>(command, told(ABOUT, run));
}

async function run(task: Task<DrillFlags>, [snapshot = 'latest']: readonly string[]): Promise<ExitStatus> {
  const { runDrill } = await import('../run-drill.ts');
  return runDrill(task, snapshot);
}
