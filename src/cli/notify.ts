import { formatDuration } from '../amounts.ts';
import { parseChoice } from '../choice.ts';
import { failureText } from '../failure-text.ts';
import { withoutPassword } from '../hosts/address.ts';
import { Notifier, notifierSettings, WEBHOOK_ON } from '../notify/notifier.ts';
import type { NoticeFields } from '../notify/template.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { ExitStatus } from './exit-status.ts';
import { type AboutCommand, EVERY_END, type NotifyFlags } from './notify-flags.ts';
import { readSecretFile } from './password.ts';
import type { Task } from './task.ts';

/** Flags by which a run says what it is of; not all commands have all. */
interface Named extends NotifyFlags {
  readonly on?: string;
  readonly host?: string | readonly string[];
  readonly of?: string;
  readonly dryRun?: boolean;
}

/** Runs a command's work, and tells others of it. That they can't be told changes nothing of it, and is a warning. */
export async function withNotices(
  about: AboutCommand,
  task: Task<Named>,
  work: () => Promise<ExitStatus | undefined>,
): Promise<ExitStatus | undefined> {
  const notifier = task.flags.dryRun ? null : await notifierOf(about, task);
  if (notifier === null) return work();
  const startedMs = Date.now();
  const end = (outcome: string, reason: string) =>
    notifier.end(
      outcome === 'complete',
      { ...fieldsOf(about, task), outcome, reason, duration: formatDuration(Date.now() - startedMs) },
      { hurried: task.signal.aborted },
    );
  notifier.start();
  let status: ExitStatus | undefined;
  try {
    status = await work();
  } catch (error) {
    await end('failed', failureText(error));
    throw error;
  }
  await end((status ?? ExitStatus.ok) === ExitStatus.ok ? 'complete' : about.ifNotWell, '');
  return status;
}

async function notifierOf({ byEnvironment }: AboutCommand, task: Task<Named>): Promise<Notifier | null> {
  const onProblem = (message: string) => task.reporter.onWarning(message);
  try {
    const { flags, terminal } = task;
    const read = (file: string | undefined, what: string) =>
      file === undefined ? null : readSecretFile(file, what);
    const byVariable = (name: string) => (byEnvironment ? terminal.env[name] || null : null);
    const given = {
      pingUrl: (await read(flags.pingUrlFile, 'the address to ping')) ?? byVariable('HOLDFAST_PING_URL'),
      webhookUrl:
        (await read(flags.webhookUrlFile, 'the webhook’s address')) ?? byVariable('HOLDFAST_WEBHOOK_URL'),
      template: await read(flags.webhookTemplateFile, 'the webhook’s template'),
    };
    if (given.webhookUrl === null) warnOfNoWebhook(task);
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

/** Who says what it is told, or of which ends, believes that there is one. */
function warnOfNoWebhook({ flags, reporter }: Task<Named>): void {
  const flag =
    flags.webhookTemplateFile !== undefined
      ? '--webhook-template-file'
      : flags.webhookOn !== EVERY_END
        ? '--webhook-on'
        : null;
  if (flag === null) return;
  reporter.onWarning(`No webhook is told: ${flag} is given, and no address, expected --webhook-url-file.`);
}

function fieldsOf(
  { action, isOfAHost }: AboutCommand,
  { flags }: Task<Named>,
): Pick<NoticeFields, 'action' | 'target' | 'host' | 'run'> {
  const hosts = [flags.host ?? []].flat().join(', ');
  const place = flags.on === undefined ? '' : withoutPassword(flags.on);
  const host = action === 'Restore' ? place : hosts || place;
  return {
    ...{ action, run: '' },
    target: flags.of ?? (isOfAHost ? DEFAULT_TARGET : 'all targets'),
    host: host || 'all hosts',
  };
}
