import { z } from '../schema.ts';
import { bad, checked, line, secret, section, shownKey, yesNo } from '../section.ts';
import { checkTemplate } from './template.ts';

/** What can be told: how a backup ended, a target that is stale, how a drill ended. */
const KINDS = ['success', 'failure', 'stale', 'drill'] as const;
export type NoticeKind = (typeof KINDS)[number];

/** Of what else isn't said, a backup's end is told. */
const DEFAULT_KINDS: readonly NoticeKind[] = ['success', 'failure'];

const fields = section({
  on: z
    .array(z.enum(KINDS, 'expected `success`, `failure`, `stale` or `drill`'), 'expected a list')
    .min(1, 'expected at least one of `success`, `failure`, `stale` and `drill`')
    .describe(
      'What is told by `webhook` and `issue`: `success` and `failure` of a backup, a `stale` target (by the audit), the outcome of a `drill`. Default: `success` and `failure`.',
    )
    .optional(),
  ping: secret(
    'Address that is told start, success and failure of each backup, as Healthchecks takes them.',
  ).optional(),
  webhook: secret('Address that is told by a POST, in Slack’s shape.').optional(),
  template: checked(
    line(
      'With `webhook`, in this shape instead: JSON with `{{outcome}}`, `{{target}}`, `{{host}}`, `{{duration}}`, `{{run}}`, and `{{reason}}`, which may name files.',
    ),
    (text) => checkTemplate(text, shownKey('template')),
  ).optional(),
  issue: yesNo('`true`: as an issue of this GitHub repository.').optional(),
});

export type NotificationSection = z.output<typeof fields>;

const notificationSection = checked(fields, ({ ping, webhook, issue, template }) => {
  if (ping === undefined && webhook === undefined && issue === undefined)
    throw bad('notification', 'it says nobody, expected `ping`, `webhook` or `issue`');
  if (template !== undefined && webhook === undefined)
    throw bad('notification', '`template` is of no use without `webhook`');
});

/** Who is told what of a target. A backup tells one address of each kind. */
export const notificationsSection = checked(
  z.array(notificationSection, 'expected a list').describe('Who is told what.'),
  (list) => {
    if (list.filter(({ ping }) => ping !== undefined).length > 1)
      throw bad('list of notifications', 'it has several `ping`, expected at most one');
    if (list.filter(isOfBackups).length > 1)
      throw bad('list of notifications', 'it has several `webhook` of backups, expected at most one');
  },
);

export function kindsOf({ on }: NotificationSection): readonly NoticeKind[] {
  return on ?? DEFAULT_KINDS;
}

/** Whether its webhook is told how a backup ended. */
export function isOfBackups(one: NotificationSection): boolean {
  const kinds = kindsOf(one);
  return one.webhook !== undefined && (kinds.includes('success') || kinds.includes('failure'));
}
