import { failureText } from '../failure-text.ts';
import { withoutPassword } from '../hosts/address.ts';
import { Notifier, notifierSettings, WEBHOOK_ON } from '../notify/notifier.ts';
import type { NoticeFields } from '../notify/template.ts';
import { formatDuration } from '../progress/amounts.ts';
import { parseChoice } from '../settings/choice.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { ExitStatus } from './exit-status.ts';
import type { NotifyFlags } from './notify-flags.ts';
import { readSecretFile } from './password.ts';
import type { Task } from './task.ts';

interface Named extends NotifyFlags {
  readonly on: string;
  readonly host?: string;
  readonly of?: string;
  readonly dryRun?: boolean;
}

/** Runs a backup, and tells others of it. That they can't be told changes nothing of it, and is a warning. */
export async function withNotices(task: Task<Named>, work: () => Promise<ExitStatus>): Promise<ExitStatus> {
  const notifier = task.flags.dryRun ? null : await notifierOf(task);
  if (notifier === null) return work();
  const startedMs = Date.now();
  const end = (outcome: string, reason: string) =>
    notifier.end(outcome === 'complete', fieldsOf(task, { outcome, reason, ms: Date.now() - startedMs }), {
      hurried: task.signal.aborted,
    });
  notifier.start();
  let status: ExitStatus;
  try {
    status = await work();
  } catch (error) {
    await end('failed', failureText(error));
    throw error;
  }
  await end(status === ExitStatus.ok ? 'complete' : 'incomplete', '');
  return status;
}

async function notifierOf(task: Task<Named>): Promise<Notifier | null> {
  const onProblem = (message: string) => task.reporter.onWarning(message);
  try {
    const { flags, terminal } = task;
    const read = (file: string | undefined, what: string) =>
      file === undefined ? null : readSecretFile(file, what);
    const given = {
      pingUrl:
        (await read(flags.pingUrlFile, 'the address to ping')) ?? (terminal.env['HOLDFAST_PING_URL'] || null),
      webhookUrl:
        (await read(flags.webhookUrlFile, 'the webhook’s address')) ??
        (terminal.env['HOLDFAST_WEBHOOK_URL'] || null),
      template: await read(flags.webhookTemplateFile, 'the webhook’s template'),
    };
    if (given.pingUrl === null && given.webhookUrl === null) return null;
    const names = {
      pingUrl: '--ping-url-file or HOLDFAST_PING_URL',
      webhookUrl: '--webhook-url-file or HOLDFAST_WEBHOOK_URL',
      template: '--webhook-template-file',
    };
    const webhookOn = parseChoice(flags.webhookOn, '--webhook-on', WEBHOOK_ON);
    return new Notifier(notifierSettings(given, names, webhookOn), onProblem);
  } catch (error) {
    onProblem(`Nobody is notified: ${failureText(error)}`);
    return null;
  }
}

function fieldsOf(
  { flags }: Task<Named>,
  { outcome, reason, ms }: { outcome: string; reason: string; ms: number },
): NoticeFields {
  const host = flags.host ?? withoutPassword(flags.on);
  return { outcome, target: flags.of ?? DEFAULT_TARGET, host, duration: formatDuration(ms), run: '', reason };
}
