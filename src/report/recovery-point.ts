import type { Backup } from './history.ts';

/**
 * For how long of a period a complete backup was there that was no older than the recovery point objective (RPO) allows.
 *
 * Retention removes backups: where one may have been removed between two that are left, the time that they don't cover is
 * unknown, not missed. A snapshot names its parent: if that is still here, nothing was removed in between.
 */
export interface RecoveryPoints {
  readonly fromMs: number;
  readonly toMs: number;
  readonly keptMs: number;
  readonly missedMs: number;
  readonly unknownMs: number;
}

export interface Period {
  readonly nowMs: number;
  readonly periodMs: number;
  readonly rpoMs: number;
}

/**
 * @param complete Complete backups, none of them from the future, oldest first.
 * @returns Of the period, or of what of it is since the first backup; null without any.
 */
export function recoveryPoints(complete: readonly Backup[], period: Period): RecoveryPoints | null {
  const [first] = complete;
  if (first === undefined) return null;
  const fromMs = Math.min(period.nowMs, Math.max(period.nowMs - period.periodMs, first.endMs));
  const times = { keptMs: 0, missedMs: 0, unknownMs: 0 };
  const known = new Map(
    complete.flatMap((one) => [one.item.id, ...one.item.formerIds].map((id) => [id, one.timeMs])),
  );
  for (const [i, backup] of complete.entries()) {
    const next = complete[i + 1];
    const start = Math.max(fromMs, backup.endMs);
    const end = Math.min(period.nowMs, next?.endMs ?? period.nowMs);
    if (end <= start) continue;
    const coveredUntil = Math.min(end, Math.max(start, backup.timeMs + period.rpoMs));
    times.keptMs += coveredUntil - start;
    times[next === undefined || followsAtOnce(backup, next, known) ? 'missedMs' : 'unknownMs'] +=
      end - coveredUntil;
  }
  return { fromMs, toMs: period.nowMs, ...times };
}

/** Whether nothing was removed between the two: the later one's parent is the earlier one, or one since. */
function followsAtOnce(earlier: Backup, later: Backup, timeOf: ReadonlyMap<string, number>): boolean {
  const parentMs = later.parent === null ? undefined : timeOf.get(later.parent);
  return parentMs !== undefined && parentMs >= earlier.timeMs;
}

/** At least, and at most, of the time. */
export function keptShare({ keptMs, missedMs, unknownMs }: RecoveryPoints): { least: number; most: number } {
  const whole = keptMs + missedMs + unknownMs;
  if (whole === 0) return { least: 1, most: 1 };
  return { least: keptMs / whole, most: (keptMs + unknownMs) / whole };
}
