import { policyOf } from '../retention/policy-section.ts';
import { policyText } from '../retention/policy-text.ts';
import { DEFAULT_TIMEZONE, parseSchedule, type Schedule } from '../schedule/schedule.ts';
import type { Target } from './targets.ts';

/** When a target is due, or null: nobody runs it by itself. */
export function scheduleOf({ settings }: Pick<Target, 'settings'>): Schedule | null {
  if (settings.schedule === undefined) return null;
  const names = { cron: '`schedule`', timezone: '`timezone`' };
  return parseSchedule(settings.schedule, settings.timezone ?? DEFAULT_TIMEZONE, names);
}

/** `At 03:17 (Europe/Vienna)`, or `never by itself`. */
export function scheduleText(target: Pick<Target, 'settings'>): string {
  const schedule = scheduleOf(target);
  return schedule === null ? 'never by itself' : `${schedule.words} (${schedule.timezone})`;
}

/** What its policy keeps, in restic's words. */
export function retentionText({ policy }: Pick<Target, 'policy'>): string {
  return policy === null ? 'keep all' : policyText(policyOf(policy));
}

/** Where its backups are, as restic's URL or the archives' location; a URL with a credential in it is refused before. */
export function storageText({ storage, copyTo }: Pick<Target, 'storage' | 'copyTo'>): string {
  const places = [storage, copyTo]
    .map((one) => one?.repository ?? one?.archives)
    .filter((one) => one !== undefined);
  return places.join(', then copied to ');
}

/** `2026-11-27 03:17` by the target's clock. */
export function timeText(ms: number, timezone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(ms);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')} ${part('hour')}:${part('minute')}`;
}
