import { parseChoice } from '../choice.ts';
import { HoldfastError } from '../errors.ts';
import { DEFAULT_SHRUNKEN_BELOW, FREEZE_REASONS, type FreezeLimits } from './freeze.ts';
import { LOCK_REASON, type OverrideReason, PROTECT_REASONS } from './plan.ts';
import type { RetentionPolicy } from './policy.ts';
import { NO_SPAN, parseSpan, type Span } from './span.ts';

/** What a person gave for a word, by the names that flags and inputs share; null: nothing. */
export type Given = (word: RetentionWord) => string | null;

export type RetentionWord = keyof typeof COUNTS | keyof typeof SPANS | 'max-age' | 'shrunken-below';

const COUNTS = {
  'keep-last': 'last',
  'keep-hourly': 'hourly',
  'keep-daily': 'daily',
  'keep-weekly': 'weekly',
  'keep-monthly': 'monthly',
  'keep-yearly': 'yearly',
} as const;

const SPANS = {
  'keep-within': 'within',
  'keep-within-hourly': 'withinHourly',
  'keep-within-daily': 'withinDaily',
  'keep-within-weekly': 'withinWeekly',
  'keep-within-monthly': 'withinMonthly',
  'keep-within-yearly': 'withinYearly',
} as const;

/**
 * The policy, as restic reads it.
 * @param keepTags Lists of tags with commas between. A snapshot is kept that has all tags of one of them.
 * @param show A word as it is written where it was given: `--keep-last`, or `the input keep-last`.
 * @throws HoldfastError bad-input.
 */
export function parsePolicy(
  given: Given,
  keepTags: readonly string[],
  show: (word: string) => string,
): RetentionPolicy {
  const counts = Object.entries(COUNTS).map(([word, kind]) => [
    kind,
    parseCount(given(word as RetentionWord), show(word)),
  ]);
  const spans = Object.entries(SPANS).map(([word, kind]) => [
    kind,
    readSpan(given(word as RetentionWord), show(word)),
  ]);
  const tags = keepTags.map((list) => list.split(',').map((tag) => tag.trim()));
  return { ...Object.fromEntries([...counts, ...spans]), tags };
}

/** As restic: a number, or `unlimited`. */
function parseCount(text: string | null, name: string): number {
  if (text === null) return 0;
  if (text === 'unlimited') return Number.POSITIVE_INFINITY;
  if (/^\+?\d{1,9}$/.test(text)) return Number(text);
  throw notA(text, name, 'a whole number that is not negative, or `unlimited`');
}

function readSpan(text: string | null, name: string): Span {
  if (text === null) return NO_SPAN;
  const span = parseSpan(text);
  if (span !== null) return span;
  throw notA(text, name, 'a span such as 7d, 1y5m7d2h (years, months, days, hours; at most six digits each)');
}

/** When a target is frozen. @throws HoldfastError bad-input. */
export function parseLimits(given: Given, show: (word: string) => string): FreezeLimits {
  const below = given('shrunken-below');
  return {
    maxAgeMs: parseMaxAge(given('max-age'), show('max-age')),
    shrunkenBelow: below === null ? DEFAULT_SHRUNKEN_BELOW : parsePercent(below, show('shrunken-below')),
  };
}

const HOUR_MS = 3_600_000;

/** Days and hours alone: `m` would be minutes to some and months to others. @throws HoldfastError bad-input. */
export function parseMaxAge(text: string | null, name: string): number | null {
  if (text === null) return null;
  const [, days, hours] = /^(?:(\d{1,5})d)?(?:(\d{1,5})h)?$/.exec(text) ?? [];
  const ms = (Number(days ?? 0) * 24 + Number(hours ?? 0)) * HOUR_MS;
  if (ms > 0) return ms;
  throw notA(text, name, 'days and hours, such as 30h or 8d');
}

function parsePercent(text: string, name: string): number {
  const percent = /^(\d{1,3})%?$/.exec(text)?.[1];
  if (percent !== undefined && Number(percent) <= 100) return Number(percent) / 100;
  throw notA(text, name, 'a percentage from 0% to 100%');
}

/** Reasons with commas between, given once or several times. @throws HoldfastError bad-input. */
export function parseDespite(lists: readonly string[], name: string): Set<OverrideReason> {
  const reasons = [...FREEZE_REASONS, ...PROTECT_REASONS, LOCK_REASON] as const;
  return new Set(commaSeparated(lists).map((reason) => parseChoice(reason, name, reasons)));
}

function commaSeparated(lists: readonly string[]): string[] {
  return lists.flatMap((list) => list.split(',').map((one) => one.trim())).filter((one) => one !== '');
}

function notA(text: string, name: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`,
  );
}
