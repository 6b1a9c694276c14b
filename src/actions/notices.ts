import { formatDuration } from '../amounts.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { toldFailures, warn } from '../github/annotations.ts';
import { booleanOf, choiceInput, listInput, textInput } from '../github/inputs.ts';
import { runAddress } from '../github/run.ts';
import { mask, withoutSecrets } from '../github/secrets.ts';
import { Notifier, notifierSettings, WEBHOOK_ON } from '../notify/notifier.ts';
import type { NoticeFields } from '../notify/template.ts';
import { DEFAULT_TARGET } from '../settings/target.ts';
import { shownPlaces } from './access.ts';
import { type FailurePolicy, runStage, type StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/** What others are told of an action. */
export interface About {
  /** Such as `Backup`. */
  readonly action: string;
  readonly target: () => string;
  readonly host: () => string;
  /** What one that ended in order, with an error, is called. */
  readonly ifNotWell: 'incomplete' | 'failed';
  /** Whether the environment's addresses are meant for it: a ping is of one check, and another action must not answer for a backup. */
  readonly byEnvironment: boolean;
  /** Tells it by an issue, too. Never throws. @param problems None: all is well. */
  readonly settleIssue?: (target: string, host: string, problems: readonly string[]) => Promise<void>;
}

/** Of one target on the host that is connected to. */
export const OF_A_HOST: Pick<About, 'target' | 'host' | 'ifNotWell'> = {
  target: () => textInput('of') ?? DEFAULT_TARGET,
  host: () => textInput('host') ?? shownPlaces().way.on,
  ifNotWell: 'incomplete',
};

/** Of all that filters leave. */
export const OF_SNAPSHOTS: Pick<About, 'target' | 'host'> = {
  target: () => textInput('of') ?? 'all targets',
  host: () => listInput('host').join(', ') || 'all hosts',
};

/** How a backup failed. */
export interface Failure {
  readonly error: unknown;
  readonly cancelled: boolean;
}

export function failureOf(error: unknown): Failure {
  return { error, cancelled: asHoldfastError(error)?.code === 'cancelled' };
}

/**
 * Runs main of an action, and tells others of it by the inputs for that. That they can't be told changes nothing of the step's
 * outcome, and is a warning.
 */
export async function runMain(
  about: About,
  policy: FailurePolicy,
  work: (tools: StageTools) => Promise<void>,
): Promise<void> {
  const notifier = readNotifier(about);
  const startedMs = Date.now();
  notifier?.start();
  const failures: unknown[] = [];
  const onFailure = (error: unknown) => {
    failures.push(error);
    policy.onFailure?.(error);
  };
  await runStage({ ...policy, onFailure }, work);
  unfinished.mainFinished();
  const [error] = failures;
  const outcome = error !== undefined ? 'failed' : process.exitCode ? about.ifNotWell : 'complete';
  const problems = error !== undefined ? [failureText(error)] : toldFailures();
  // The runner kills a cancelled step 10 s after it was told: what is left of that is little.
  const hurried = asHoldfastError(error)?.code === 'cancelled';
  await tell(about, notifier, { outcome, problems, ms: Date.now() - startedMs, hurried });
}

/** Of a main that failed before it could begin. */
export async function noticeFailure(about: About): Promise<void> {
  const problems = toldFailures();
  await tell(about, readNotifier(about), { outcome: 'failed', problems, ms: 0, hurried: false });
}

/** In post, of a main that was killed: nobody else says that it failed. Post has minutes. */
export async function noticeCutOff(about: About): Promise<void> {
  if (!unfinished.wasMainCutOff()) return;
  const problems = ['The step was cut off.'];
  await tell(about, readNotifier(about), { outcome: 'failed', problems, ms: 0, hurried: false });
}

interface Ending {
  readonly outcome: string;
  readonly problems: readonly string[];
  readonly ms: number;
  readonly hurried: boolean;
}

async function tell(about: About, notifier: Notifier | null, ending: Ending): Promise<void> {
  const { outcome, problems, ms, hurried } = ending;
  const [target, host] = [about.target(), about.host()];
  const reason = outcome === 'complete' ? '' : withoutSecrets(problems.join(' '));
  const fields: NoticeFields = {
    ...{ action: about.action, outcome, target, host, duration: formatDuration(ms), run: runAddress() },
    reason,
  };
  // Who cancels it knows, and there is no time for it.
  const isTold = !isDryRun() && !hurried;
  await Promise.all([
    notifier?.end(outcome === 'complete', fields, { hurried }),
    isTold ? about.settleIssue?.(target, host, outcome === 'complete' ? [] : problems) : null,
  ]);
}

function readNotifier({ byEnvironment }: About): Notifier | null {
  const byVariable = (name: string) => (byEnvironment ? process.env[name] || null : null);
  const given = {
    pingUrl: textInput('ping-url') ?? byVariable('HOLDFAST_PING_URL'),
    webhookUrl: textInput('webhook-url') ?? byVariable('HOLDFAST_WEBHOOK_URL'),
    template: textInput('webhook-template'),
  };
  for (const secret of [given.pingUrl, given.webhookUrl]) mask(secret ?? '');
  if (isDryRun() || (given.pingUrl === null && given.webhookUrl === null)) return null;
  const onProblem = (message: string) => warn('Nobody was notified', message);
  try {
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

/** One that isn't a word for it fails the step itself. */
function isDryRun(): boolean {
  return booleanOf(textInput('dry-run') ?? '') === true;
}
