import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { recoveryCodeLines } from '../show-recovery-code.ts';
import type { Task } from '../task.ts';
import { filesInTheWay, writeFiles } from './files.ts';
import type { SetupFlags } from './flags.ts';
import { nextSteps } from './next-steps.ts';
import type { SetupPlan } from './plan-setup.ts';
import { type PreparedRepository, prepareRepository } from './storage.ts';

/** Makes or opens the repository, then writes the files. The code stands in neither. */
export async function carryOut(task: Task<SetupFlags>, plan: SetupPlan): Promise<void> {
  const { flags, output } = task;
  const replaced = await mayReplace(task, plan);
  for (const note of plan.notes) output.note(`note: ${displayText(note)}`);
  if (flags.dryRun) return showFiles(task, plan);
  const repository = await prepareRepository(task, plan.location, plan.wantsCode);
  const { recoveryCode } = repository;
  // At once: whatever becomes of the files, it can't be shown again.
  for (const line of recoveryCode === null ? [] : recoveryCodeLines(recoveryCode)) await output.line(line);
  await writeOrSay(task, plan, { replaced, repository });
  await tell(task, plan, repository);
}

/** @throws HoldfastError bad-input for files that nobody wants replaced: before anything is made. */
async function mayReplace(
  { flags }: Task<SetupFlags>,
  { questions, root, files }: SetupPlan,
): Promise<string[]> {
  const inTheWay = await filesInTheWay(root, files);
  if (inTheWay.length === 0 || flags.dryRun) return inTheWay;
  const list = inTheWay.map((path) => JSON.stringify(path)).join(', ');
  if (await questions.yes(`There are files in the way: ${list}. Replace them?`, flags.overwrite, false))
    return inTheWay;
  throw new HoldfastError(
    'bad-input',
    `Cannot write ${list}: ${inTheWay.length === 1 ? 'it is' : 'they are'} there already, and nothing was touched. Give --overwrite to ` +
      'replace what is there, or another --folder.',
  );
}

async function writeOrSay(
  { output }: Task<SetupFlags>,
  { root, files }: SetupPlan,
  { replaced, repository }: { readonly replaced: readonly string[]; readonly repository: PreparedRepository },
): Promise<void> {
  try {
    await writeFiles(root, files, replaced);
  } catch (error) {
    if (!repository.existed)
      output.note('The repository was made; run setup again with it once the files can be written.');
    // A program that reads the result gets nothing else of it.
    if (repository.recoveryCode !== null)
      await output.json({
        message_type: 'repository',
        id: repository.id,
        recovery_code: repository.recoveryCode,
      });
    throw error;
  }
}

async function showFiles({ output }: Task<SetupFlags>, { files, config }: SetupPlan): Promise<void> {
  await output.json({
    message_type: 'setup',
    dry_run: true,
    files: Object.fromEntries(files),
    targets: Object.keys(config.targets),
  });
  for (const [path, text] of files) {
    await output.line(`==> ${path}`);
    for (const line of text.trimEnd().split('\n')) await output.line(line);
    await output.line('');
  }
}

async function tell(task: Task<SetupFlags>, plan: SetupPlan, repository: PreparedRepository): Promise<void> {
  const { files, config, location } = plan;
  const { output } = task;
  const steps = nextSteps(plan, task);
  const { id, existed, recoveryCode } = repository;
  await output.json({
    message_type: 'setup',
    dry_run: false,
    files: [...files.keys()],
    targets: Object.keys(config.targets),
    repository: { id, existed },
    ...(recoveryCode === null ? {} : { recovery_code: recoveryCode }),
    next: steps,
  });
  await output.line('');
  await output.line(
    `${existed ? 'opened' : 'created'} repository ${id.slice(0, 10)} at ${displayText(location)}`,
  );
  await output.line(`wrote ${[...files.keys()].join(', ')}`);
  if (recoveryCode === null && !existed)
    await output.line(
      'The password is the only key: without it all backups are lost. `holdfast key add --recovery` makes a second one.',
    );
  await output.line('');
  await output.line('Next:');
  for (const step of steps) await output.line(`  ${step}`);
}
