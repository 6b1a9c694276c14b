import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { parseChoice } from '../../choice.ts';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import type { Task, TaskRunner } from '../task.ts';

interface PlanFlags {
  readonly onBlocked: string;
  readonly at?: string;
}

export function addPlanCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('plan')
    .summary('say which targets of a backup.yml are due')
    .description(
      'Says which targets are due by their schedules and by the snapshots that there are: one that was missed is made up ' +
        'for once. Repositories are only read; their passwords are taken from the variables that the file names.',
    )
    .argument('[config]', 'the file', DEFAULT_CONFIG)
    .option('--at <time>', 'as if it were then: 2026-11-21T10:47:54')
    .option(
      '--on-blocked <what>',
      'fail (exit status 3) or warn when a target can’t be backed up as the file has it',
      'fail',
    );
  addExamples(command, ['holdfast plan --json | jq -r .due[]', 'The names of those that are due']);
  runner.handle<PlanFlags>(command, run);
}

async function run(task: Task<PlanFlags>, [config = DEFAULT_CONFIG]: readonly string[]): Promise<ExitStatus> {
  const [
    { planOf, matricesOf, reasonText },
    { readFileOf },
    { openHistory },
    { accessHere, storageTools },
    { parseTimeMs },
  ] = await Promise.all([
    import('../../config/plan.ts'),
    import('../../config/checkout.ts'),
    import('../../config/open-history.ts'),
    import('../configured-storage.ts'),
    import('../../settings/time.ts'),
  ]);
  const { flags, output } = task;
  const onBlocked = parseChoice(flags.onBlocked, '--on-blocked', ['fail', 'warn']);
  const nowMs = flags.at === undefined ? Date.now() : parseTimeMs(flags.at, '--at');
  const plan = await planOf({
    file: await readFileOf(process.cwd(), config),
    nowMs,
    historyOf: (storage) => openHistory(accessHere(task, storage), { nowMs, ...storageTools(task) }),
  });
  const due = plan.targets.filter((target) => target.due.isDue).map(({ target }) => target);
  const matrix = matricesOf(plan);
  await output.json({ due, targets: plan.targets, blocked: plan.blocked, matrices: matrix });
  for (const target of plan.targets)
    await output.line(`${target.target}: ${displayText(reasonText(target))}`);
  for (const { target, why } of plan.blocked) await output.line(`${target}: can’t be backed up: ${why}`);
  return plan.blocked.length === 0 || onBlocked === 'warn' ? ExitStatus.ok : ExitStatus.incomplete;
}
