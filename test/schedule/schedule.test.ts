import { describe, expect, test } from 'vitest';
import { parseSchedule, parseTimezone } from '../../src/schedule/schedule.ts';

const NAMES = { cron: '`schedule`', timezone: '`timezone`' };
const schedule = (cron: string, timezone = 'UTC') => parseSchedule(cron, timezone, NAMES);
const at = (iso: string) => Date.parse(iso);
const iso = (ms: number | null | undefined) => (ms == null ? ms : new Date(ms).toISOString());
const HOUR_MS = 3_600_000;

test('what is due at this very second is due, and not again', () => {
  const nightly = schedule('17 3 * * *');
  expect(iso(nightly.last(at('2026-11-26T03:17:00Z')))).toBe('2026-11-26T03:17:00.000Z');
  expect(iso(nightly.last(at('2026-11-26T03:16:59.999Z')))).toBe('2026-11-25T03:17:00.000Z');
  expect(iso(nightly.next(1, at('2026-11-26T03:17:00Z'))[0])).toBe('2026-11-27T03:17:00.000Z');
});

test('a time of day is that of the timezone, in summer and in winter', () => {
  const nightly = schedule('17 3 * * *', 'Europe/Vienna');
  expect(iso(nightly.next(1, at('2026-07-01T00:00:00Z'))[0])).toBe('2026-07-01T01:17:00.000Z');
  expect(iso(nightly.next(1, at('2026-12-01T00:00:00Z'))[0])).toBe('2026-12-01T02:17:00.000Z');
});

test('in the night in which the clock goes forward a run in the missing hour isn’t lost, nor two when it goes back', () => {
  const nightly = schedule('30 2 * * *', 'Europe/Vienna');
  const spring = nightly.next(3, at('2027-03-27T00:00:00Z')).map(iso);
  expect(new Set(spring.map((time) => time?.slice(0, 10))).size).toBe(3);
  const autumn = nightly.next(3, at('2027-10-30T00:00:00Z')).map(iso);
  expect(new Set(autumn.map((time) => time?.slice(0, 10))).size).toBe(3);
});

describe('the longest time between two runs', () => {
  test.each([
    ['17 3 * * *', 'UTC', 24],
    ['17 3 * * *', 'Europe/Vienna', 25],
    ['0 */6 * * *', 'UTC', 6],
    ['0 9-17 * * 1-5', 'UTC', 64],
    ['*/5 * * 1 *', 'UTC', 8040 + 5 / 60],
    ['0 3 1 * *', 'UTC', 31 * 24],
    ['0 3 29 2 *', 'UTC', 1461 * 24],
    ['0,1 0 * * *', 'UTC', 24 - 1 / 60],
  ])('of %s in %s is %d hours', (cron, timezone, hours) => {
    expect(schedule(cron, timezone).longestGapMs() / HOUR_MS).toBeCloseTo(hours, 5);
  });
});

test.each([
  '17 3 * *',
  '17 3 * * * *',
  '@daily',
  '61 3 * * *',
  'a b c d e',
  '0 3 L * *',
  '0 3 ? * *',
  '0 3 * * 1#2',
  '0 3 31 2 *',
  '',
  '0 3 * * MONDAY',
])('a cron that GitHub doesn’t take is refused: %j', (cron) => {
  expect(() => schedule(cron)).toThrow(/^Cannot use `schedule`: it is .* expected /);
});

test.each(['Europe/Wien', 'CET/x', '', '+01:00', '../../etc/passwd', '__proto__'])(
  '%j is no timezone',
  (name) => {
    expect(() => parseTimezone(name, '`timezone`')).toThrow('IANA');
  },
);

test.each([
  ['17 3 * * *', 'At 03:17'],
  ['*/15 * * * *', 'Every 15 minutes'],
  ['0 3 * * 0', 'At 03:00, only on Sunday'],
])('%s in words', (cron, words) => {
  expect(schedule(cron).words).toBe(words);
});
