import { HoldfastError } from '../errors.ts';
import { textInput } from '../github/inputs.ts';
import { ABOUT, main as backUpHost, post as finishBackup, summarizeFailure } from './backup-host.ts';
import { type Configuration, useTarget, useTargetOfMain } from './configured-target.ts';
import { noticeFailure } from './notices.ts';
import { runStage } from './stage.ts';

/** Backs up one target of a `backup.yml`, or what the inputs alone say. */
export async function main(): Promise<void> {
  let use: { readonly configuration: Configuration | null } | null = null;
  await runStage({ title: 'Backup failed', severity: 'fail', onFailure: summarizeFailure }, async () => {
    const configuration = await useTarget();
    if (configuration === null) requireSomething();
    use = { configuration };
  });
  if (use !== null) await backUpHost((use as { configuration: Configuration | null }).configuration);
  else await noticeFailure(ABOUT);
}

/** A step without a target says all by its inputs. @throws HoldfastError bad-input for one that says nothing. */
function requireSomething(): void {
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
