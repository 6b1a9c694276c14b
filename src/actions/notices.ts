import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { warn } from '../github/annotations.ts';
import { booleanInput, choiceInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { Notifier, notifierSettings, WEBHOOK_ON } from '../notify/notifier.ts';
import type { NoticeFields } from '../notify/template.ts';
import { formatDuration } from '../progress/amounts.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { shownPlaces } from './access.ts';

/** How a backup failed. */
export interface Failure {
  readonly error: unknown;
  readonly cancelled: boolean;
}

export function failureOf(error: unknown): Failure {
  return { error, cancelled: asHoldfastError(error)?.code === 'cancelled' };
}

/**
 * Runs main of a backup, and tells others of it by the inputs for that. That they can't be told changes nothing of the step's
 * outcome, and is a warning.
 * @param work Resolves to what failed, or null: it throws nothing.
 */
export async function withNotices(work: () => Promise<Failure | null>): Promise<void> {
  const notifier = readNotifier();
  const startedMs = Date.now();
  notifier?.start();
  const failure = await work();
  if (notifier === null) return;
  const succeeded = failure === null && !process.exitCode;
  const outcome = failure !== null ? 'failed' : succeeded ? 'complete' : 'incomplete';
  const reason = failure === null ? '' : failureText(failure.error);
  // The runner kills a cancelled step 10 s after it was told: what is left of that is little.
  const hurried = failure?.cancelled === true;
  await notifier.end(succeeded, fieldsOf({ outcome, reason, ms: Date.now() - startedMs }), { hurried });
}

/** Of a backup that failed before it could begin. */
export async function noticeRefused(error: unknown): Promise<void> {
  const fields = fieldsOf({ outcome: 'failed', reason: failureText(error), ms: 0 });
  await readNotifier()?.end(false, fields, { hurried: false });
}

/** In post, of a main that was killed: nobody else says that it failed. */
export async function noticeCutOff(): Promise<void> {
  const fields = fieldsOf({ outcome: 'failed', reason: 'The step was cut off.', ms: 0 });
  await readNotifier()?.end(false, fields, { hurried: true });
}

function readNotifier(): Notifier | null {
  const given = {
    pingUrl: textInput('ping-url') ?? (process.env['HOLDFAST_PING_URL'] || null),
    webhookUrl: textInput('webhook-url') ?? (process.env['HOLDFAST_WEBHOOK_URL'] || null),
    template: textInput('webhook-template'),
  };
  for (const secret of [given.pingUrl, given.webhookUrl]) mask(secret ?? '');
  if (given.pingUrl === null && given.webhookUrl === null) return null;
  const onProblem = (message: string) => warn('Nobody was notified', message);
  try {
    if (booleanInput('dry-run')) return null;
    const names = {
      pingUrl: 'the input `ping-url`',
      webhookUrl: 'the input `webhook-url`',
      template: 'the input `webhook-template`',
    };
    const webhookOn = choiceInput('webhook-on', WEBHOOK_ON);
    return new Notifier(notifierSettings(given, names, webhookOn), onProblem);
  } catch (error) {
    onProblem(failureText(error));
    return null;
  }
}

function fieldsOf({ outcome, reason, ms }: { outcome: string; reason: string; ms: number }): NoticeFields {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: id } = process.env;
  const run = server && repository && id ? `${server}/${repository}/actions/runs/${id}` : '';
  const target = textInput('of') ?? DEFAULT_TARGET;
  return {
    outcome,
    target,
    host: textInput('host') ?? shownPlaces().way.on,
    duration: formatDuration(ms),
    run,
    reason,
  };
}
