import type { Schedule } from './schedule.ts';

/** Whether a run is due, and why. */
export interface Due {
  readonly isDue: boolean;
  readonly why: 'never' | 'missed' | 'on-time' | 'done' | 'not-scheduled' | 'not-yet';
  /** The last time that was due; null: there was none. */
  readonly scheduledMs: number | null;
  /** Runs that were due since the last one, and weren't made: they are made up for by one. */
  readonly missed: number;
}

/** More are told as so many. */
const MAX_MISSED = 1000;

/** A run that comes later than this wasn't on time: GitHub delays by minutes, not by hours. */
const LATE_MS = 3_600_000;

/**
 * A run is due when a time of the schedule has passed since the newest one began: so one that was missed or came late is
 * made up for once, not twice, and one that came early doesn't count for the time after it.
 * @param lastMs When the newest complete run began; null: there was none.
 */
export function dueAt(schedule: Schedule | null, lastMs: number | null, nowMs: number): Due {
  if (schedule === null) return { isDue: false, why: 'not-scheduled', scheduledMs: null, missed: 0 };
  const scheduledMs = schedule.last(nowMs);
  if (scheduledMs === null) return { isDue: false, why: 'not-yet', scheduledMs, missed: 0 };
  if (lastMs === null) return { isDue: true, why: 'never', scheduledMs, missed: 0 };
  if (lastMs >= scheduledMs) return { isDue: false, why: 'done', scheduledMs, missed: 0 };
  const missed = schedule.next(MAX_MISSED, lastMs).filter((time) => time <= nowMs).length;
  const why = missed === 1 && nowMs - scheduledMs < LATE_MS ? 'on-time' : 'missed';
  return { isDue: true, why, scheduledMs, missed };
}
