import type { Audit } from '../audit/audit.ts';
import type { Target } from '../config/targets.ts';
import { failureText } from '../failure-text.ts';
import { warn } from '../github/annotations.ts';
import { runAddress } from '../github/run.ts';
import { mask } from '../github/secrets.ts';
import { Notifier, notifierSettings } from '../notify/notifier.ts';

/** What makes a target's backups older than they may be. */
const STALE: readonly string[] = ['missing-run', 'stale-target', 'stale-copy'];

/** Names of targets whose backups are older than they may be. */
export function staleTargets({ findings }: Audit): string[] {
  return [
    ...new Set(
      findings.flatMap(({ rule, target }) => (STALE.includes(rule) && target !== null ? target : [])),
    ),
  ];
}

/** Tells the webhooks that targets name for `stale`. That one can't be told is a warning. */
export async function noticeStale(audited: Audit): Promise<void> {
  const names = staleTargets(audited);
  for (const { target } of audited.targets) {
    if (!names.includes(target.name)) continue;
    for (const { on, webhook, template } of target.settings.notifications ?? []) {
      if (webhook === undefined || !on?.includes('stale')) continue;
      await tell(target, { variable: webhook.slice('env:'.length), template: template ?? STALE_TEMPLATE });
    }
  }
}

const STALE_TEMPLATE = '{"text":"Backups of {{target}} on {{host}} are {{outcome}}. {{run}}"}';

async function tell(
  { name, hostname }: Target,
  { variable, template }: { readonly variable: string; readonly template: string },
): Promise<void> {
  const onProblem = (message: string) => warn('Nobody was notified', message);
  const webhookUrl = process.env[variable] || null;
  if (webhookUrl === null) {
    onProblem(
      `The variable \`${variable}\`, which the configuration names for \`webhook\`, is not set or empty.`,
    );
    return;
  }
  mask(webhookUrl);
  try {
    const shown = { pingUrl: '`ping`', webhookUrl: `\`${variable}\``, template: '`template`' };
    const notifier = new Notifier(
      notifierSettings({ pingUrl: null, webhookUrl, template }, shown),
      onProblem,
    );
    const fields = {
      action: 'Audit',
      outcome: 'stale',
      target: name,
      host: hostname ?? '',
      duration: '',
      run: runAddress(),
      reason: '',
    };
    await notifier.end(false, fields, { hurried: false });
  } catch (error) {
    onProblem(failureText(error));
  }
}
