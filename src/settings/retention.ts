import type { ObjectLock } from '../backends/s3-settings.ts';
import { HoldfastError } from '../errors.ts';
import type { RetentionGroupBy } from '../retention/group.ts';
import { LOCK_REASON, type OverrideReason } from '../retention/plan.ts';
import type { RetentionPolicy } from '../retention/policy.ts';
import { reachDays } from '../retention/policy-reach.ts';
import { parseGroupBy } from './group-by.ts';

/** restic's words, and `target`: the application on its host. @throws HoldfastError bad-input. */
export function parseRetentionGroupBy(text: string, name: string): RetentionGroupBy {
  const words = text.split(',').map((word) => word.trim());
  const isTarget = (word: string) => word === 'target' || word === 'targets';
  const others = words.filter((word) => !isTarget(word));
  return { ...parseGroupBy(others.join(','), name), target: words.some(isTarget) };
}

/**
 * Locks that end before the policy lets go leave the oldest backups to whoever has stolen a key and stops the runs that
 * extend them.
 * @throws HoldfastError bad-input when a lock is shorter than the policy's reach, unless `despite` says that this is known.
 */
export function requireLocksThatLast(
  objectLock: ObjectLock | undefined,
  { policy, despite }: { policy: RetentionPolicy; despite: ReadonlySet<OverrideReason> },
  show: (word: string) => string,
): void {
  const reach = Math.ceil(reachDays(policy));
  if (objectLock === undefined || objectLock.days >= reach || despite.has(LOCK_REASON)) return;
  const kept = reach === Number.POSITIVE_INFINITY ? 'for ever' : `for up to ${reach} days`;
  const longer = reach === Number.POSITIVE_INFINITY ? 'a policy with an end' : `at least ${reach}`;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${show('object-lock-days')}: it is ${objectLock.days}, but the policy keeps snapshots ${kept}: expected ` +
      `${longer}. If it is enough that each run of this extends the locks, give ${show('despite')} ${LOCK_REASON}.`,
  );
}

function notA(text: string, name: string, expected: string): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${expected}.`,
  );
}

/** Long enough for a sentence, short enough for a table. */
const MAX_REASON_CHARACTERS = 200;

/**
 * Why a backup's snapshot is to stay until that is taken back. It becomes a tag.
 * @throws HoldfastError bad-input.
 */
export function parseKeepBecause(text: string, name: string): string {
  const reason = text.trim();
  const isOneLine = !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(reason);
  if (reason !== '' && isOneLine && [...reason].length <= MAX_REASON_CHARACTERS) return reason;
  throw notA(text, name, `a reason of one line and at most ${MAX_REASON_CHARACTERS} characters`);
}
