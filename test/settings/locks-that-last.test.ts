import { describe, expect, test } from 'vitest';
import type { ObjectLock } from '../../src/backends/s3-settings.ts';
import { KEEP_NOTHING, type OverrideReason } from '../../src/retention/plan.ts';
import type { RetentionPolicy } from '../../src/retention/policy.ts';
import { reachDays } from '../../src/retention/policy-reach.ts';
import { NO_SPAN } from '../../src/retention/span.ts';
import { requireLocksThatLast } from '../../src/settings/retention.ts';

const POLICIES: readonly (readonly [Partial<RetentionPolicy>, number])[] = [
  [{ last: 30, tags: [['gold']] }, 0],
  [{ hourly: 36 }, 1.5],
  [{ daily: 7, weekly: 4 }, 28],
  [{ daily: 7, monthly: 12 }, 372],
  [{ yearly: Number.POSITIVE_INFINITY }, Number.POSITIVE_INFINITY],
  [{ within: { ...NO_SPAN, years: 1, months: 2, days: 3, hours: 12 } }, 431.5],
  [{ withinDaily: { ...NO_SPAN, days: 40 }, weekly: 4 }, 40],
];

test.each(POLICIES)('a policy of %j reaches back so many days: %d', (policy, days) => {
  expect(reachDays({ ...KEEP_NOTHING, ...policy })).toBe(days);
});

describe('locks for a policy that keeps backups for 28 days', () => {
  const lock = (days: number): ObjectLock => ({ mode: 'COMPLIANCE', days });
  const require = (
    objectLock: ObjectLock | undefined,
    policy: Partial<RetentionPolicy>,
    despite: OverrideReason[] = [],
  ) =>
    requireLocksThatLast(
      objectLock,
      { policy: { ...KEEP_NOTHING, ...policy }, despite: new Set(despite) },
      (word) => `--${word}`,
    );

  test('must be as long, unless it is known that they are not', () => {
    expect(() => require(lock(28), { weekly: 4 })).not.toThrow();
    expect(() => require(undefined, { weekly: 4 })).not.toThrow();
    expect(() => require(lock(27), { weekly: 4 }, ['short-lock'])).not.toThrow();
    expect(() => require(lock(27), { weekly: 4 })).toThrow(
      'Cannot use --object-lock-days: it is 27, but the policy keeps snapshots for up to 28 days: expected at least 28. If ' +
        'it is enough that each run of this extends the locks, give --despite short-lock.',
    );
  });

  test('are never long enough for a policy without an end', () => {
    expect(() => require(lock(3650), { yearly: Number.POSITIVE_INFINITY })).toThrow(
      'keeps snapshots for ever: expected a policy with an end',
    );
  });
});
