import { ABOUT, main as backUpHost, post as finishBackup, summarizeFailure } from './backup-host.ts';
import { type Configuration, useTarget, useTargetOfMain } from './configured-target.ts';
import { noticeFailure } from './notices.ts';
import { runStage } from './stage.ts';

/** Backs up one target of a `backup.yml`, or what the inputs alone say. */
export async function main(): Promise<void> {
  let use: { readonly configuration: Configuration | null } | null = null;
  await runStage({ title: 'Backup failed', severity: 'fail', onFailure: summarizeFailure }, async () => {
    use = { configuration: await useTarget() };
  });
  if (use !== null) await backUpHost((use as { configuration: Configuration | null }).configuration);
  else await noticeFailure(ABOUT);
}

export async function post(): Promise<void> {
  let isReady = false;
  await runStage({ title: 'The application may still be held', severity: 'fail' }, async () => {
    useTargetOfMain();
    isReady = true;
  });
  if (isReady) await finishBackup();
}
