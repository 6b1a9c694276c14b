import { HoldfastError } from '../errors.ts';
import { booleanInput, requiredInput, textInput } from '../github/inputs.ts';
import { log } from '../github/log.ts';
import { addSummary, escapeMarkdown, markdownCode } from '../github/summary.ts';
import { ABOUT, main as backUpHost, post as finishBackup, summarizeFailure } from './backup-host.ts';
import { type Configuration, useTarget, useTargetOfMain } from './configured-target.ts';
import { noticeFailure } from './notices.ts';
import { runStage, type StageTools } from './stage.ts';

/** Backs up one target of a `backup.yml`, or what the inputs alone say. */
export async function main(): Promise<void> {
  let use: { readonly configuration: Configuration | null } | 'nothing' | null = null;
  await runStage({ title: 'Backup failed', severity: 'fail', onFailure: summarizeFailure }, async (tools) => {
    const ifDue = booleanInput('if-due');
    const configuration = await useTarget();
    if (configuration === null) requireSomething(ifDue);
    use = ifDue && !(await isDueStill(tools)) ? 'nothing' : { configuration };
  });
  if (use === null) await noticeFailure(ABOUT);
  else if (use !== 'nothing')
    await backUpHost((use as { configuration: Configuration | null }).configuration);
}

/** Who waited for another run of the same target may come when that has done it: then nothing is held a second time. */
async function isDueStill(tools: StageTools): Promise<boolean> {
  const { whyNotDue } = await import('./still-due.ts');
  const why = await whyNotDue(tools);
  if (why === null) return true;
  const name = requiredInput('target', 'Name a target of `backup.yml`.');
  log.info(`${name}: ${why}. Nothing is done.`);
  addSummary(`### ⏭️ Backup of ${markdownCode(name)}: nothing to do\n\n${escapeMarkdown(why)}.\n`);
  return false;
}

/** A step without a target says all by its inputs. @throws HoldfastError bad-input for one that says nothing. */
function requireSomething(ifDue: boolean): void {
  if (ifDue) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use the input `if-due` without `target`: what is due when stands in `backup.yml` alone.',
    );
  }
  const isArchive = textInput('format') === 'archive' || textInput('archive-to') !== null;
  if (isArchive || textInput('repository') !== null || process.env['RESTIC_REPOSITORY']) return;
  throw new HoldfastError(
    'bad-input',
    'Cannot start: neither `target` nor `repository` is given, expected the name of a target of `backup.yml`, or a repository and what is saved.',
  );
}

export async function post(): Promise<void> {
  let isReady = false;
  await runStage({ title: 'The application may still be held', severity: 'fail' }, async () => {
    useTargetOfMain();
    isReady = true;
  });
  if (isReady) await finishBackup();
}
