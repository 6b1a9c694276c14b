import { formatCount } from '../amounts.ts';
import { DEFAULT_TARGET } from '../repository/tags.ts';
import { isAhead } from '../retention/freeze.ts';
import type { ConfiguredTarget, Policy } from './configured.ts';
import { type ExpectationSettings, type Expectations, expectationsOf } from './expectations.ts';
import { HEALTHS, type Health, type Judgement, judgeHealth } from './health.ts';
import type { Backup, DrillRecord, TargetHistory } from './history.ts';
import type { PlaceStanding, ReportPlace } from './place.ts';
import { type RecoveryPoints, recoveryPoints } from './recovery-point.ts';
import { type RetentionOutlook, retentionOutlook } from './retention-outlook.ts';

/** All that a report says, whatever its form: page, summary, metrics, JSON. */
export interface Report {
  readonly nowMs: number;
  readonly periodMs: number;
  /** Where it was read from. */
  readonly places: readonly ReportPlace[];
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
  /** One for each place where it is expected. */
  readonly copies: readonly PlaceStanding[];
  /** Null: no policy was given for it. */
  readonly retention: TargetRetention | null;
}

export interface TargetRetention extends RetentionOutlook {
  /** The policy in words. */
  readonly policy: string;
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
  /** What a `backup.yml` says of targets. */
  readonly configured: readonly ConfiguredTarget[];
  /** Whether a target that is expected by name, or configured, and isn't there, is told: not where a filter left it out. */
  readonly isExpected: (target: string, hostname: string | null) => boolean;
  /** In the order in which they were collected. */
  readonly places: readonly ReportPlace[];
  /** For targets that have none configured. */
  readonly policy: Policy | null;
  readonly warnings: readonly string[];
}

const DAY_MS = 86_400_000;

export function reportOf(histories: readonly TargetHistory[], settings: ReportSettings): Report {
  const { nowMs, periodMs, places, warnings } = settings;
  const all = [...histories, ...missing(histories, settings)];
  const targets = all.map((history) => factsOf(history, settings)).sort(worstFirst);
  return { nowMs, periodMs, places, targets, warnings: someOf(warnings) };
}

/** A damaged repository warns of each snapshot: who made the report has all in its log. */
const MAX_WARNINGS = 50;

function someOf(warnings: readonly string[]): readonly string[] {
  const more = warnings.length - MAX_WARNINGS;
  if (more <= 0) return warnings;
  return [...warnings.slice(0, MAX_WARNINGS), `And ${formatCount(more)} more: the log has them.`];
}

/** Something is expected of them, and nothing is there: what vanished as a whole, or never was, must not go unseen. */
function missing(histories: readonly TargetHistory[], settings: ReportSettings): TargetHistory[] {
  const known = new Set(
    histories.flatMap(({ target, hostname }) => {
      const name = target ?? DEFAULT_TARGET;
      return [name, `${name}@${hostname}`];
    }),
  );
  const named = [...settings.expectations.byName.keys()].map((name) => {
    const [target = name, hostname = null] = name.split('@');
    return { target, hostname, paths: [] };
  });
  const expected = [...settings.configured, ...named].filter(({ target, hostname }) =>
    settings.isExpected(target, hostname),
  );
  const gone = new Map<string, TargetHistory>();
  for (const { target, hostname, paths } of expected) {
    const name = hostname === null ? target : `${target}@${hostname}`;
    if (known.has(name) || gone.has(name)) continue;
    known.add(target);
    gone.set(name, {
      ...{ key: `missing ${name}`, target, hostname: hostname ?? 'no host', paths },
      ...{ backups: [], drills: [], restores: [], changes: null },
    });
  }
  return [...gone.values()];
}

/** Whether somebody should look: a target is failing or stale, or there is none at all. */
export function needsAttention({ targets }: Pick<Report, 'targets'>): boolean {
  return targets.length === 0 || targets.some(({ judgement }) => isBad(judgement));
}

/** Of a target, or of one reason: that no drill has proved it yet is none to wake somebody. */
export function isBad({ health }: { readonly health: Health }): boolean {
  return health === 'failing' || health === 'stale';
}

export function countByHealth({ targets }: Pick<Report, 'targets'>): Readonly<Record<Health, number>> {
  const count = (health: Health) => targets.filter(({ judgement }) => judgement.health === health).length;
  return Object.fromEntries(HEALTHS.map((health) => [health, count(health)])) as Record<Health, number>;
}

function worstFirst(a: TargetFacts, b: TargetFacts): number {
  const rank = ({ judgement }: TargetFacts) => HEALTHS.indexOf(judgement.health);
  return rank(a) - rank(b) || byName(a.history, b.history);
}

/** `app-2` before `app-10`, on every machine the same. */
const NAMES = new Intl.Collator('en', { numeric: true });

function byName(a: TargetHistory, b: TargetHistory): number {
  return (
    NAMES.compare(a.target ?? '', b.target ?? '') ||
    NAMES.compare(a.hostname, b.hostname) ||
    NAMES.compare(a.key, b.key)
  );
}

function factsOf(history: TargetHistory, settings: ReportSettings): TargetFacts {
  const { nowMs, periodMs } = settings;
  const configured = configuredOf(history, settings);
  const expectations = expectationsOf(settings.expectations, history, configured?.expectations);
  const complete = history.backups.filter(
    ({ item }) => item.complete && !isAhead(item, BigInt(nowMs) * 1_000_000n),
  );
  const copies = placesOf(history, configured, settings).map((index) => ({
    place: settings.places[index] as ReportPlace,
    newest: complete.findLast((one) => one.places.includes(index)) ?? null,
  }));
  const newest = complete.at(-1) ?? null;
  const recent = complete.filter(({ timeMs }) => timeMs >= nowMs - periodMs);
  // Of one from the future nobody is told that it was the last: as with health, a clock was wrong, or it is forged.
  const drills = history.drills.filter(({ timeMs }) => timeMs <= nowMs);
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
    lastDrill: drills.at(-1) ?? null,
    lastProof: drills.findLast(({ passed }) => passed) ?? null,
    copies,
    retention: retentionOf(history, configured?.policy ?? settings.policy, { nowMs, verified }),
  };
}

function configuredOf(
  { target, hostname }: TargetHistory,
  { configured }: ReportSettings,
): ConfiguredTarget | undefined {
  const name = target ?? DEFAULT_TARGET;
  return configured.find((one) => one.target === name && (one.hostname ?? hostname) === hostname);
}

/** Where it is expected, as indexes: one that nobody configured, where it is. */
function placesOf(
  { backups }: TargetHistory,
  configured: ConfiguredTarget | undefined,
  { places }: ReportSettings,
): number[] {
  return [...places.entries()]
    .filter(([index, { storage }]) => {
      if (storage === null) return true;
      if (configured !== undefined) return configured.storages.includes(storage);
      return backups.some((one) => one.places.includes(index));
    })
    .map(([index]) => index);
}

function retentionOf(
  { backups }: TargetHistory,
  policy: Policy | null,
  { nowMs, verified }: { nowMs: number; verified: ReadonlySet<string> },
): TargetRetention | null {
  if (policy === null) return null;
  return { ...retentionOutlook(backups, { policy: policy.rules, nowMs, verified }), policy: policy.text };
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
