import { parseAge } from '../age.ts';
import { MAX_MATRIX, type MatrixJob } from './plan.ts';
import type { Target } from './targets.ts';

/** What is planned besides backups, which go by schedules. */
export type OtherWork = 'drill' | 'retention';

/** A target without a `drill` of its own is drilled once a quarter. */
const DEFAULT_DRILL_EVERY = '90d';

/** A target that can't be reached as the configuration has it. */
export interface Unreachable {
  readonly target: string;
  /** Ready to show, without its full stop. */
  readonly why: string;
}

/**
 * Which targets `work` can be done for, and which not, since a name in the configuration leads nowhere. Who left those out would
 * drill nothing of them, or remove nothing, for ever, and nobody would see it.
 */
export function reachableFor(
  work: OtherWork,
  targets: readonly Target[],
): { readonly reachable: readonly Target[]; readonly blocked: readonly Unreachable[] } {
  const judged = targets.map((target) => ({ target, why: whyUnreachable(work, target) }));
  return {
    reachable: judged.filter(({ why }) => why === null).map(({ target }) => target),
    blocked: judged.flatMap(({ target, why }) => (why === null ? [] : [{ target: target.name, why }])),
  };
}

function whyUnreachable(work: OtherWork, { settings, host, storage, policy }: Target): string | null {
  const lead = { host, storage } as const;
  for (const key of ['host', 'storage'] as const) {
    if (lead[key] !== null) continue;
    return settings[key] === undefined ? `it has no \`${key}\`` : leadsNowhere(key, settings[key]);
  }
  const isPolicyMissing = work === 'retention' && settings.retention !== undefined && policy === null;
  return isPolicyMissing ? leadsNowhere('retention', settings.retention ?? '') : null;
}

function leadsNowhere(key: string, name: string): string {
  return `its \`${key}\` is ${JSON.stringify(name)}, and there is no such in the configuration`;
}

/** What is known of a target that is to be drilled. Times are in ms since 1970. */
export interface Drilled {
  /** There is a complete backup of it. */
  readonly hasBackup: boolean;
  /** Of the last drill, whatever came of it; null: there was none. */
  readonly triedMs: number | null;
  /** Of the last one that passed; null: none did. */
  readonly provedMs: number | null;
}
export type DrilledOf = (target: Target) => Drilled;

export interface OtherJob {
  readonly job: MatrixJob;
  readonly isDue: boolean;
  /** Ready to show, without its full stop. */
  readonly why: string;
}

/**
 * Which targets must be drilled now, the longest without a drill first: one that fails again and again keeps no other from its turn,
 * and stays due. Where there is no backup there is nothing to drill; that it is missing others tell.
 * @param known By storage; a text says why nobody knows: its targets are due then.
 */
export function drillJobs(
  targets: readonly Target[],
  known: ReadonlyMap<string, DrilledOf | string>,
  nowMs: number,
): OtherJob[] {
  const judged = targets.map((target) => {
    const drilledOf = known.get(target.settings.storage ?? '');
    if (typeof drilledOf !== 'function') {
      const why = `nobody knows when it was proved: ${drilledOf ?? 'nobody asked'}`;
      return { target, triedMs: null, isDue: true, why };
    }
    const drilled = drilledOf(target);
    return { target, triedMs: drilled.triedMs, ...judge(target, drilled, nowMs) };
  });
  return judged
    .toSorted(
      (a, b) => (a.triedMs ?? Number.NEGATIVE_INFINITY) - (b.triedMs ?? Number.NEGATIVE_INFINITY) || 0,
    )
    .map(({ target, isDue, why }) => ({ job: jobOf(target), isDue, why }));
}

function judge(
  { settings }: Target,
  { hasBackup, provedMs }: Drilled,
  nowMs: number,
): { readonly isDue: boolean; readonly why: string } {
  if (!hasBackup) return { isDue: false, why: 'there is no complete backup of it yet' };
  if (provedMs === null) return { isDue: true, why: 'no drill has passed yet' };
  const everyMs = parseAge(settings.drill?.every ?? DEFAULT_DRILL_EVERY, '`drill.every`');
  const isDue = nowMs - provedMs >= everyMs;
  return { isDue, why: `proved on ${dayOf(provedMs)}, every ${dayCount(everyMs)}` };
}

const WEEK_MS = 604_800_000;

/**
 * Whose backups a policy removes. Where they are more than a matrix holds, those that stand first in it change every week: nothing is
 * seen of what was done, and the last ones would never have their turn.
 */
export function retentionJobs(targets: readonly Target[], nowMs: number): OtherJob[] {
  const jobs = targets.map((target) => {
    const isDue = target.policy !== null;
    return {
      job: jobOf(target),
      isDue,
      why: isDue ? `by the policy ${target.settings.retention}` : 'it keeps all',
    };
  });
  const due = jobs.filter(({ isDue }) => isDue);
  if (due.length <= MAX_MATRIX) return jobs;
  const first = (Math.floor(nowMs / WEEK_MS) * MAX_MATRIX) % due.length;
  return [...due.slice(first), ...due.slice(0, first), ...jobs.filter(({ isDue }) => !isDue)];
}

function jobOf({ name, hostname, settings }: Target): MatrixJob {
  return { target: name, host: hostname ?? '', storage: settings.storage ?? '' };
}

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

function dayCount(ms: number): string {
  return `${Math.round(ms / 8_640_000) / 10} d`;
}
