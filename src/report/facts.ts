import { isAhead } from '../retention/freeze.ts';
import type { RetentionPolicy } from '../retention/policy.ts';
import { type ExpectationSettings, type Expectations, expectationsOf } from './expectations.ts';
import { HEALTHS, type Health, type Judgement, judgeHealth } from './health.ts';
import type { Backup, DrillRecord, TargetHistory } from './history.ts';
import { type RecoveryPoints, recoveryPoints } from './recovery-point.ts';
import { type RetentionOutlook, retentionOutlook } from './retention-outlook.ts';

/** All that a report says, whatever its form: page, summary, metrics, JSON. */
export interface Report {
  readonly nowMs: number;
  readonly periodMs: number;
  /** Where it was read from, ready to show. */
  readonly places: readonly string[];
  /** In words; null: none was given. */
  readonly policy: string | null;
  /** The worst first, then by name. */
  readonly targets: readonly TargetFacts[];
  /** What could not be read, ready to show. */
  readonly warnings: readonly string[];
}

export interface TargetFacts {
  readonly history: TargetHistory;
  readonly expectations: Expectations;
  readonly judgement: Judgement;
  /** The newest complete one that isn't from the future. */
  readonly newest: Backup | null;
  readonly ageMs: number | null;
  readonly recoveryPoints: RecoveryPoints | null;
  /** Plain bytes a day by which it grew in the period; null: there are no two to compare. */
  readonly growthPerDay: number | null;
  /** Bytes a day that backups of the period took in the repository. */
  readonly storedPerDay: number | null;
  readonly duration: Spread | null;
  /** How long backups of the period held the application. */
  readonly downtime: Spread | null;
  readonly lastDrill: DrillRecord | null;
  readonly lastProof: DrillRecord | null;
  /** One a place. */
  readonly copies: readonly { readonly place: string; readonly newest: Backup | null }[];
  /** Null: no policy was given. */
  readonly retention: RetentionOutlook | null;
}

/** In ms. */
export interface Spread {
  readonly last: number;
  readonly median: number;
  readonly longest: number;
}

export interface ReportSettings {
  readonly nowMs: number;
  readonly periodMs: number;
  readonly expectations: ExpectationSettings;
  /** Whether targets of whom something is expected by name, and that aren't there, are told: not where a filter left them out. */
  readonly expectNamed: boolean;
  readonly places: readonly string[];
  readonly policy: { readonly rules: RetentionPolicy; readonly text: string } | null;
  readonly warnings: readonly string[];
}

const DAY_MS = 86_400_000;

export function reportOf(histories: readonly TargetHistory[], settings: ReportSettings): Report {
  const { nowMs, periodMs, places, policy, warnings } = settings;
  const all = settings.expectNamed ? [...histories, ...missing(histories, settings)] : histories;
  const targets = all.map((history) => factsOf(history, settings)).sort(worstFirst);
  return { nowMs, periodMs, places, policy: policy?.text ?? null, targets, warnings };
}

/** Something is expected of them by name, and nothing is there: what vanished as a whole must not go unseen. */
function missing(histories: readonly TargetHistory[], { expectations }: ReportSettings): TargetHistory[] {
  const known = new Set(
    histories.flatMap(({ target, hostname }) => [target ?? 'files', `${target ?? 'files'}@${hostname}`]),
  );
  return [...expectations.byName.keys()]
    .filter((name) => !known.has(name))
    .map((name) => {
      const [target = name, hostname = 'no host'] = name.split('@');
      return {
        key: `missing ${name}`,
        target,
        hostname,
        paths: [],
        backups: [],
        drills: [],
        restores: [],
        changes: null,
      };
    });
}

/** Whether somebody should look: a target is failing or stale, or there is none at all. */
export function needsAttention({ targets }: Pick<Report, 'targets'>): boolean {
  const isBad = ({ judgement: { health } }: TargetFacts) => health === 'failing' || health === 'stale';
  return targets.length === 0 || targets.some(isBad);
}

export function countByHealth({ targets }: Pick<Report, 'targets'>): Readonly<Record<Health, number>> {
  const count = (health: Health) => targets.filter(({ judgement }) => judgement.health === health).length;
  return Object.fromEntries(HEALTHS.map((health) => [health, count(health)])) as Record<Health, number>;
}

function worstFirst(a: TargetFacts, b: TargetFacts): number {
  const rank = ({ judgement }: TargetFacts) => HEALTHS.indexOf(judgement.health);
  return rank(a) - rank(b) || (sortName(a) < sortName(b) ? -1 : 1);
}

function sortName({ history }: TargetFacts): string {
  return `${history.target ?? ''}\0${history.hostname}\0${history.key}`;
}

function factsOf(history: TargetHistory, settings: ReportSettings): TargetFacts {
  const { nowMs, periodMs, places, policy } = settings;
  const expectations = expectationsOf(settings.expectations, history);
  const complete = history.backups.filter(
    ({ item }) => item.complete && !isAhead(item, BigInt(nowMs) * 1_000_000n),
  );
  const copies = places.map((place, index) => ({
    place,
    newest: complete.findLast((one) => one.places.includes(index)) ?? null,
  }));
  const newest = complete.at(-1) ?? null;
  const recent = complete.filter(({ timeMs }) => timeMs >= nowMs - periodMs);
  const verified = new Set(
    history.drills.filter((drill) => drill.provesWhole).map(({ snapshotId }) => snapshotId),
  );
  return {
    history,
    expectations,
    judgement: judgeHealth(history, { expectations, nowMs, complete, copies }),
    newest,
    ageMs: newest === null ? null : Math.max(0, nowMs - newest.timeMs),
    recoveryPoints: recoveryPoints(complete, { nowMs, periodMs, rpoMs: expectations.rpoMs }),
    growthPerDay: growthPerDay(recent),
    storedPerDay: storedPerDay(recent),
    duration: spreadOf(recent.map(({ durationMs }) => durationMs)),
    downtime: spreadOf(recent.map(({ details }) => details?.quiescedMs ?? null)),
    lastDrill: history.drills.at(-1) ?? null,
    lastProof: history.drills.findLast(({ passed }) => passed) ?? null,
    copies,
    retention:
      policy === null ? null : retentionOutlook(history.backups, { policy: policy.rules, nowMs, verified }),
  };
}

function growthPerDay(recent: readonly Backup[]): number | null {
  const sized = recent.filter(({ item }) => item.sizeBytes !== null);
  const [first, last] = [sized[0], sized.at(-1)];
  if (first === undefined || last === undefined || last.timeMs <= first.timeMs) return null;
  return (((last.item.sizeBytes ?? 0) - (first.item.sizeBytes ?? 0)) * DAY_MS) / (last.timeMs - first.timeMs);
}

/** The first one begins the span: what it took isn't of it. */
function storedPerDay(recent: readonly Backup[]): number | null {
  const [first, last] = [recent[0], recent.at(-1)];
  if (first === undefined || last === undefined || last.timeMs <= first.timeMs) return null;
  const bytes = recent.slice(1).reduce((sum, { storedBytes }) => sum + (storedBytes ?? 0), 0);
  return (bytes * DAY_MS) / (last.timeMs - first.timeMs);
}

function spreadOf(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null);
  const last = known.at(-1);
  if (last === undefined) return null;
  const sorted = known.toSorted((a, b) => a - b);
  return { last, median: sorted[Math.floor(sorted.length / 2)] as number, longest: sorted.at(-1) as number };
}
