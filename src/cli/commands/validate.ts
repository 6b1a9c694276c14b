import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { DEFAULT_CONFIG, DEFAULT_WORKFLOWS } from '../../config/defaults.ts';
import type { ReadItems } from '../../config/retention-effect.ts';
import { addExamples } from '../examples.ts';
import { ExitStatus } from '../exit-status.ts';
import type { Task, TaskRunner } from '../task.ts';

interface ValidateFlags {
  readonly workflows: string;
  readonly base?: string;
  readonly baseRef?: string;
  readonly strict?: boolean;
  readonly snapshots?: boolean;
}

export function addValidateCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('validate')
    .alias('validate-config')
    .summary('check a backup.yml and the workflows that use it')
    .description(
      'Says what in a backup.yml can’t be right or makes no sense, by line and column, and what to do about it. Opens no ' +
        'repository (but with --snapshots), asks no host, runs nothing. Rules, and how to silence one: docs/rules.',
    )
    .argument('[config]', 'the file', DEFAULT_CONFIG)
    .option('--workflows <folder>', 'workflows to look at, too', DEFAULT_WORKFLOWS)
    .option('--base <file>', 'say also what changes from this file on')
    .option('--base-ref <ref>', 'the same from the file in another commit, by git')
    .option('--strict', 'warnings count as errors')
    .option(
      '--snapshots',
      'with a base, read its repositories to say how many snapshots a changed retention removes',
    );
  addExamples(
    command,
    ['holdfast validate', 'Before a commit'],
    ['holdfast validate --base-ref main', 'What a branch would change'],
  );
  runner.handle<ValidateFlags>(command, run);
}

async function run(task: Task<ValidateFlags>, [config = DEFAULT_CONFIG]: readonly string[]) {
  const [{ baseOf, checkCheckout }, { showValidation }] = await Promise.all([
    import('../../config/check-checkout.ts'),
    import('../show-validation.ts'),
  ]);
  const { flags, output } = task;
  const checked = await checkCheckout({
    root: process.cwd(),
    config,
    workflows: flags.workflows,
    base: baseOf(flags.base ?? null, flags.baseRef ?? null, { file: '--base', ref: '--base-ref' }),
    strict: flags.strict ?? false,
    readItems: flags.snapshots ? await itemsReader(task) : null,
  });
  const { validation, changes, silences, retention, counts, passed } = checked;
  await output.json({
    findings: validation.findings,
    silenced: validation.silenced,
    targets: validation.targets.map(({ name }) => name),
    silenced_in_audit: validation.audit,
    changes,
    silences,
    retention,
    errors: counts.error,
    warnings: counts.warning,
    notices: counts.notice,
    passed,
  });
  await showValidation(output, checked, Date.now());
  if (checked.noComparison !== null)
    output.note(`What changes isn’t known: ${displayText(checked.noComparison)}.`);
  return passed ? ExitStatus.ok : ExitStatus.fatal;
}

/** Only what the base names is read, by the variables that it names. */
async function itemsReader(task: Task<ValidateFlags>): Promise<ReadItems> {
  const [{ readStoredItems }, { accessHere, storageTools }] = await Promise.all([
    import('../../config/read-items.ts'),
    import('../configured-storage.ts'),
  ]);
  return (storage) => readStoredItems(accessHere(task, storage), storageTools(task));
}
