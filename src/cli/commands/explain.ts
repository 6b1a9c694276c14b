import type { Command } from 'commander';
import { DEFAULT_CONFIG } from '../../config/defaults.ts';
import { addExamples } from '../examples.ts';
import type { Task, TaskRunner } from '../task.ts';

interface ExplainFlags {
  readonly config: string;
}

export function addExplainCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('explain')
    .summary('say what a target of a backup.yml means')
    .description(
      'Says in words what would be backed up of a target, from where to where, what stands still meanwhile, what is kept, and ' +
        'when it is due next. Asks nobody.',
    )
    .argument('<target>', 'its name')
    .option('--config <file>', 'the file', DEFAULT_CONFIG);
  addExamples(command, ['holdfast explain wiki', 'What the file says of the wiki']);
  runner.handle<ExplainFlags>(command, run);
}

async function run(task: Task<ExplainFlags>, [name = '']: readonly string[]): Promise<undefined> {
  const [{ readFileOf }, { findTarget }, { explanationOf }] = await Promise.all([
    import('../../config/checkout.ts'),
    import('../../config/find-target.ts'),
    import('../../config/explain.ts'),
  ]);
  const target = findTarget(await readFileOf(process.cwd(), task.flags.config), name);
  const explanation = explanationOf(target, Date.now());
  await task.output.json(Object.fromEntries(explanation));
  const width = Math.max(...explanation.map(([title]) => title.length));
  for (const [title, lines] of explanation)
    for (const [i, line] of lines.entries())
      await task.output.line(`${(i === 0 ? title : '').padEnd(width)}  ${line}`);
}
