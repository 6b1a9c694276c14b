import { describe, expect, test } from 'vitest';
import { goBack, periodsOf, type ZoneRule } from '../../src/retention/calendar.ts';
import { KEEP_NOTHING } from '../../src/retention/plan.ts';
import { applyPolicy } from '../../src/retention/policy.ts';
import { policyText } from '../../src/retention/policy-text.ts';
import { NO_SPAN, parseSpan, type Span, spanText } from '../../src/retention/span.ts';
import { DAY_MS, item, NOW_NS } from './items.ts';

// What a policy keeps is compared with stock restic's in restic.integration.test.ts; here what is easily got wrong.

const UTC: ZoneRule = () => 0;
const at = (iso: string, zoneSeconds = 0) => ({ timeNs: BigInt(Date.parse(iso)) * 1_000_000n, zoneSeconds });
const back = (iso: string, span: Partial<Span>, zoneSeconds = 0, machineZone = UTC) =>
  goBack(at(iso, zoneSeconds), { ...NO_SPAN, ...span }, machineZone);

describe('going back in the calendar', () => {
  test.each([
    ['2026-03-31T12:00:00Z', { months: 1 }, '2026-03-03T12:00:00Z'], // as Go has it: 31 February
    ['2024-02-29T12:00:00Z', { years: 1 }, '2023-03-01T12:00:00Z'],
    ['2026-01-01T00:30:00Z', { days: 1, hours: 1 }, '2025-12-30T23:30:00Z'],
    ['0050-06-01T00:00:00Z', { years: 1, months: 18 }, '0047-12-01T00:00:00Z'],
  ])('%s less %j', (from, span, to) => {
    expect(back(from, span)).toBe(at(to).timeNs);
  });

  test('keeps nanoseconds, and says where there is no such time', () => {
    const moment = { timeNs: NOW_NS + 123_456_789n, zoneSeconds: 0 };
    expect(goBack(moment, { ...NO_SPAN, days: 1 }, UTC)).toBe(moment.timeNs - BigInt(DAY_MS) * 1_000_000n);
    expect(goBack(moment, { ...NO_SPAN, years: 999_999 }, UTC)).toBeNull();
  });

  test('heeds the summer time of a zone that is the machine’s, as restic does', () => {
    const berlin = (ms: number) => (ms < Date.UTC(2026, 9, 25, 1) ? 7200 : 3600);
    expect(back('2026-11-01T12:00:00Z', { days: 14 }, 3600, berlin)).toBe(at('2026-10-18T11:00:00Z').timeNs);
    expect(back('2026-11-01T12:00:00Z', { days: 14 }, 3600)).toBe(at('2026-10-18T12:00:00Z').timeNs);
  });
});

test('periods are of the zone that the backup was taken in', () => {
  expect(periodsOf(at('2026-12-31T23:30:00Z', 3600))).toMatchObject({
    year: 2027,
    month: 202_701,
    day: 20_270_101,
  });
  expect(periodsOf(at('2026-12-31T23:30:00Z'))).toMatchObject({
    year: 2026,
    hour: 2_026_123_123,
    week: 202_653,
  });
});

test('weeks are ISO’s: the first has the year’s first Thursday', () => {
  const week = (iso: string) => periodsOf(at(iso)).week;
  expect(
    ['2021-01-03', '2021-01-04', '2024-12-30', '2026-01-01'].map((day) => week(`${day}T12:00:00Z`)),
  ).toEqual([202_053, 202_101, 202_501, 202_601]);
});

test('spans count back from the newest that is not in the future', () => {
  const items = [
    item('ahead', -5 * DAY_MS),
    item('now', 0),
    item('yesterday', DAY_MS),
    item('old', 9 * DAY_MS),
  ];
  const within = { ...NO_SPAN, days: 2 };
  const kept = applyPolicy(items, { ...KEEP_NOTHING, within }, { nowNs: NOW_NS + 1n, machineZone: UTC });
  expect(kept.filter(({ matches }) => matches.length > 0).map((one) => one.item.id)).toEqual([
    'ahead',
    'now',
    'yesterday',
  ]);
});

test('spans are read as restic reads them', () => {
  expect(parseSpan(' 1y5m7d2h ')).toEqual({ years: 1, months: 5, days: 7, hours: 2 });
  expect(spanText(parseSpan('2h1y2h3h') ?? NO_SPAN)).toBe('1y3h');
  expect(['1w', '7', '-1d', '1d ago', '1234567h'].map(parseSpan)).toEqual([null, null, null, null, null]);
});

test('a policy is told as restic tells it', () => {
  const unlimited = Number.POSITIVE_INFINITY;
  const within = { ...NO_SPAN, days: 3 };
  const policy = {
    ...KEEP_NOTHING,
    daily: 7,
    weekly: unlimited,
    withinMonthly: within,
    within,
    tags: [['a', 'b']],
  };
  expect(policyText(policy)).toBe(
    'keep 7 daily, all weekly snapshots, monthly snapshots within 3d and all snapshots with tags [[a, b]] and all snapshots within 3d of the newest',
  );
});
