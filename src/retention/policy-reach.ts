import type { RetentionPolicy } from './policy.ts';
import { isNoSpan, type Span } from './span.ts';

/** Of a calendar's periods the longest, so that a reach is never told too short. */
const DAYS = { hour: 1 / 24, day: 1, week: 7, month: 31, year: 366 } as const;

/**
 * For how many days a backup may be kept by the policy, when there is one in each of its periods; Infinity: for ever. What is
 * kept by number alone (`last`) or for its tags has no such time, and doesn't count.
 */
export function reachDays(policy: RetentionPolicy): number {
  const spans = [
    policy.within,
    policy.withinHourly,
    policy.withinDaily,
    policy.withinWeekly,
    policy.withinMonthly,
    policy.withinYearly,
  ];
  return Math.max(
    policy.hourly * DAYS.hour,
    policy.daily * DAYS.day,
    policy.weekly * DAYS.week,
    policy.monthly * DAYS.month,
    policy.yearly * DAYS.year,
    ...spans.filter((span) => !isNoSpan(span)).map(daysOf),
  );
}

function daysOf({ years, months, days, hours }: Span): number {
  return years * DAYS.year + months * DAYS.month + days * DAYS.day + hours * DAYS.hour;
}
