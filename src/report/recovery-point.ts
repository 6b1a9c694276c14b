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
  /** The whole of it, piece by piece, oldest first. */
  readonly spans: readonly RecoverySpan[];
}

export interface RecoverySpan {
  readonly state: 'kept' | 'missed' | 'unknown';
  readonly fromMs: number;
  readonly toMs: number;
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
  const known = new Map(
    complete.flatMap((one) => [one.item.id, ...one.item.formerIds].map((id) => [id, one.timeMs])),
  );
  const spans: RecoverySpan[] = [];
  for (const [i, backup] of complete.entries()) {
    const next = complete[i + 1];
    const start = Math.max(fromMs, backup.endMs);
    const end = Math.min(period.nowMs, next?.endMs ?? period.nowMs);
    if (end <= start) continue;
    const coveredUntil = Math.min(end, Math.max(start, backup.timeMs + period.rpoMs));
    const state = next === undefined || followsAtOnce(backup, next, known) ? 'missed' : 'unknown';
    if (coveredUntil > start) spans.push({ state: 'kept', fromMs: start, toMs: coveredUntil });
    if (end > coveredUntil) spans.push({ state, fromMs: coveredUntil, toMs: end });
  }
  const timeOf = (state: RecoverySpan['state']) =>
    spans.filter((span) => span.state === state).reduce((sum, span) => sum + span.toMs - span.fromMs, 0);
  return {
    ...{ fromMs, toMs: period.nowMs, spans },
    ...{ keptMs: timeOf('kept'), missedMs: timeOf('missed'), unknownMs: timeOf('unknown') },
  };
}

/** A stretch of the period: kept and missed in all of it, in part, or unknown; `before` there was a backup at all. */
export type SlotState = RecoverySpan['state'] | 'partly' | 'before';

/** The period in `count` stretches of the same length, oldest first. The worst that was in one counts, but for what is unknown. */
export function recoverySlots(
  { spans, toMs }: Pick<RecoveryPoints, 'spans' | 'toMs'>,
  { periodMs, count }: { periodMs: number; count: number },
): SlotState[] {
  const slots = Array.from({ length: count }, () => ({ kept: 0, missed: 0, unknown: 0 }));
  const [startMs, slotMs] = [toMs - periodMs, periodMs / count];
  for (const { state, fromMs, toMs: untilMs } of spans) {
    const first = Math.max(0, Math.floor((fromMs - startMs) / slotMs));
    for (let i = first; i < count && startMs + i * slotMs < untilMs; i++) {
      const slot = slots[i] as (typeof slots)[number];
      slot[state] += Math.min(untilMs, startMs + (i + 1) * slotMs) - Math.max(fromMs, startMs + i * slotMs);
    }
  }
  return slots.map(({ kept, missed, unknown }) => {
    if (missed > 0) return missed >= kept + unknown ? 'missed' : 'partly';
    if (unknown > 0) return 'unknown';
    return kept > 0 ? 'kept' : 'before';
  });
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
