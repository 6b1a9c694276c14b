import { kindsOf } from '../notify/notification-section.ts';
import { safeText } from './finding.ts';
import { retentionText, scheduleOf, scheduleText, timeText } from './target-facts.ts';
import type { Target } from './targets.ts';

/** How many times to come are told. */
const NEXT_RUNS = 3;

/** What a target means, as titles with lines; what is foreign in them is escaped. Without what isn't said. */
export function explanationOf(target: Target, nowMs: number): [title: string, lines: string[]][] {
  const { name, application, settings, host, hostname, storage, copyTo, policy } = target;
  const { quiesce } = settings;
  const facts: [string, readonly (string | undefined | null)[]][] = [
    ['Target', [name]],
    ['Application', [application ?? undefined]],
    ['Options', optionsOf(target)],
    ['Host', [`${hostname}: ${host?.address}`, host?.container && `in the container ${host.container}`]],
    [
      'Saved',
      [
        ...(settings.paths ?? []),
        ...(settings.databases ?? []).map((url) => `dump of ${url}`),
        ...(settings.buckets ?? []).map((url) => `objects of ${url}`),
      ],
    ],
    ['But not', excludedOf(target)],
    ['Stopped by', quiesce?.stop ?? []],
    ['Started by', quiesce?.start ?? []],
    [
      'Stands',
      quiesce === undefined
        ? []
        : [
            `at most ${quiesce['max-quiesce'] ?? '1h'}, and started by the host itself ${quiesce.lease ?? '2m'} after the run fell silent`,
          ],
    ],
    ['Run before', settings.before ?? []],
    ['Run after', settings.after ?? []],
    ['To', [storage?.repository ?? storage?.archives]],
    ['Copied to', [copyTo?.repository]],
    ['Due', [scheduleText(target), settings['scheduled-by'] && `begun by ${settings['scheduled-by']}`]],
    ['Next', nextRuns(target, nowMs)],
    ['Kept', [policy === null ? 'all: nothing is removed' : retentionText(target)]],
    ['Locked', [lockText(storage), copyTo && lockText(copyTo) && `copies: ${lockText(copyTo)}`]],
    [
      'Promised',
      [settings.rpo && `no older than ${settings.rpo}`, settings.rto && `back within ${settings.rto}`],
    ],
    ['Drilled', [settings.drill && `every ${settings.drill.every}`]],
    ['Told', toldOf(target)],
    [
      'Second key',
      [storage?.['recovery-key'], copyTo?.['recovery-key'] && `of the copy: ${copyTo['recovery-key']}`],
    ],
  ];
  return facts
    .map(([title, lines]): [string, string[]] => [
      title,
      lines.filter((line) => !!line).map((line) => safeText(line ?? '')),
    ])
    .filter(([, lines]) => lines.length > 0);
}

/** What the profile is told: a list's key once for each value, as `app-options` has them. */
function optionsOf({ settings }: Target): string[] {
  return Object.entries(settings.options ?? {}).flatMap(([key, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${key}=${String(one)}`),
  );
}

/** Who, by the variables that hold addresses. */
function toldOf({ settings: { notifications = [] } }: Target): string[] {
  const name = (reference: string) => reference.replace(/^env:/, '');
  return notifications.flatMap((one) => [
    ...(one.ping === undefined ? [] : [`start, success and failure: the address in ${name(one.ping)}`]),
    ...(one.webhook === undefined ? [] : [`${kindsOf(one).join(', ')}: the webhook in ${name(one.webhook)}`]),
  ]);
}

function lockText(storage: Target['storage']): string | undefined {
  const mode = storage?.['object-lock'];
  return mode === undefined ? undefined : `for ${storage?.['object-lock-days']} days, ${mode}`;
}

function excludedOf({ settings }: Target): (string | undefined)[] {
  return [
    ...(settings.exclude ?? []),
    ...(settings.iexclude ?? []).map((pattern) => `${pattern}, in any case of letters`),
    ...(settings['exclude-if-present'] ?? []).map((file) => `folders that hold ${file}`),
    settings['exclude-caches'] ? 'folders with a CACHEDIR.TAG' : undefined,
    settings['exclude-larger-than'] === undefined
      ? undefined
      : `files larger than ${settings['exclude-larger-than']}`,
    settings['one-file-system'] ? 'other filesystems' : undefined,
  ];
}

function nextRuns(target: Target, nowMs: number): string[] {
  const schedule = scheduleOf(target);
  return schedule === null
    ? []
    : schedule.next(NEXT_RUNS, nowMs).map((time) => timeText(time, schedule.timezone));
}
