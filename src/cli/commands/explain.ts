import type { Command } from 'commander';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { addExamples } from '../examples.ts';
import type { Task, TaskRunner } from '../task.ts';

interface ExplainFlags {
  readonly config: string;
  /** True: that alone; false: without it. */
  readonly sheet?: boolean;
}

export function addExplainCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('explain')
    .summary('say what a target of a backup.yml means')
    .description(
      'Says in words what would be backed up of a target, from where to where, what stands still meanwhile, what is kept, and ' +
        'when it is due next; and prints the recovery sheet: how it comes back by stock tools alone. Asks nobody.',
    )
    .argument('<target>', 'its name')
    .option('--config <file>', 'the file', DEFAULT_CONFIG)
    .option('--sheet', 'the recovery sheet alone, to be printed')
    .option('--no-sheet', 'without the recovery sheet');
  addExamples(
    command,
    ['holdfast explain wiki', 'What the file says of the wiki'],
    ['holdfast explain wiki --sheet >recovery.md', 'How it comes back when nothing else is there'],
  );
  runner.handle<ExplainFlags>(command, run);
}

async function run(task: Task<ExplainFlags>, [name = '']: readonly string[]): Promise<undefined> {
  const [{ readFileOf }, { findTarget }, { explanationOf }, { configuredSheet }] = await Promise.all([
    import('../../config/checkout.ts'),
    import('../../config/find-target.ts'),
    import('../../config/explain.ts'),
    import('../../config/recovery-sheet.ts'),
  ]);
  const target = findTarget(await readFileOf(process.cwd(), task.flags.config), name);
  const sheet = configuredSheet(target);
  const explanation = explanationOf(target, Date.now());
  const { output, flags } = task;
  await output.json({
    ...Object.fromEntries(explanation),
    ...(flags.sheet === false ? {} : { 'Recovery sheet': sheet.trimEnd().split('\n') }),
  });
  if (flags.sheet !== true) await showExplanation(task, explanation);
  if (flags.sheet === undefined) await output.line('');
  if (flags.sheet !== false) for (const line of sheet.trimEnd().split('\n')) await output.line(line);
}

async function showExplanation(
  { output }: Task<ExplainFlags>,
  explanation: readonly (readonly [title: string, lines: readonly string[]])[],
): Promise<void> {
  const width = Math.max(...explanation.map(([title]) => title.length));
  for (const [title, lines] of explanation)
    for (const [i, line] of lines.entries())
      await output.line(`${(i === 0 ? title : '').padEnd(width)}  ${line}`);
}
