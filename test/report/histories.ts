import type { ReportSettings } from '../../src/report/facts.ts';
import type { Backup, DrillRecord, TargetHistory } from '../../src/report/history.ts';
import type { ReportPlace } from '../../src/report/place.ts';
import { DAY_MS, HOUR_MS, item, NOW_MS } from '../retention/items.ts';

export { DAY_MS, HOUR_MS, NOW_MS };

/** A complete backup of wiki on web, so many milliseconds ago, there a minute later. */
export function backup(
  id: string,
  agoMs: number,
  over: Omit<Partial<Backup>, 'item'> & { item?: Partial<Backup['item']> } = {},
): Backup {
  const timeMs = NOW_MS - agoMs;
  return {
    timeMs,
    endMs: timeMs + 60_000,
    parent: null,
    isCheckpoint: false,
    addedBytes: 2000,
    storedBytes: 500,
    durationMs: 60_000,
    details: null,
    places: [0],
    ...over,
    item: item(id, agoMs, over.item),
  };
}

/** Backups at these ages, oldest first, each the parent of the next. */
export function chain(agesMs: readonly number[]): Backup[] {
  return agesMs.map((age, i) => backup(`b${i}`, age, { parent: i === 0 ? null : `b${i - 1}` }));
}

export function history(backups: readonly Backup[], over: Partial<TargetHistory> = {}): TargetHistory {
  const { target, hostname, paths } = item('x', 0);
  return { key: 'wiki', target, hostname, paths, backups, drills: [], changes: null, ...over };
}

export function drill(agoMs: number, over: Partial<DrillRecord> = {}): DrillRecord {
  return {
    id: 'd1',
    timeMs: NOW_MS - agoMs,
    snapshotId: 'b0',
    passed: true,
    reasons: [],
    restoreMs: 20 * 60_000,
    leftOut: [],
    checks: [{ name: 'rows of wiki', expected: '42 rows', found: '42 rows', result: 'passed' }],
    ...over,
  };
}

/** A place in which every target is expected. */
export function placeAt(shown: string, over: Partial<ReportPlace> = {}): ReportPlace {
  return { shown, storage: null, isOffSite: false, isKnown: true, ...over };
}

export const SETTINGS: ReportSettings = {
  nowMs: NOW_MS,
  periodMs: 30 * DAY_MS,
  expectations: { all: {}, byName: new Map() },
  configured: [],
  isExpected: () => true,
  places: [placeAt('/srv/backup')],
  policy: null,
  warnings: [],
};
