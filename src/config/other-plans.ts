import { parseAge } from '../age.ts';
import type { MatrixJob } from './plan.ts';
import type { Target } from './targets.ts';

/** What is planned besides backups, which go by schedules. */
export type OtherWork = 'drill' | 'retention';

/** A target without a `drill` of its own is drilled once a quarter. */
const DEFAULT_DRILL_EVERY = '90d';

/** When a target was last proved by a drill that passed, in ms since 1970; null: never. */
export type ProofOf = (target: Target) => number | null;

export interface OtherJob {
  readonly job: MatrixJob;
  readonly isDue: boolean;
  /** Ready to show, without its full stop. */
  readonly why: string;
}

/**
 * Which targets must be drilled now, the longest without a proof first. One that a drill failed of stays due.
 * @param proofs By storage; a text says why nobody knows: its targets are due then.
 */
export function drillJobs(
  targets: readonly Target[],
  proofs: ReadonlyMap<string, ProofOf | string>,
  nowMs: number,
): OtherJob[] {
  const judged = targets.map((target) => {
    const proof = proofs.get(target.settings.storage ?? '');
    const everyMs = parseAge(target.settings.drill?.every ?? DEFAULT_DRILL_EVERY, '`drill.every`');
    if (typeof proof !== 'function')
      return {
        target,
        provedMs: null,
        isDue: true,
        why: `nobody knows when it was proved: ${proof ?? 'nobody asked'}`,
      };
    const provedMs = proof(target);
    if (provedMs === null) return { target, provedMs, isDue: true, why: 'no drill has passed yet' };
    const isDue = nowMs - provedMs >= everyMs;
    return { target, provedMs, isDue, why: `proved on ${dayOf(provedMs)}, every ${dayCount(everyMs)}` };
  });
  return judged
    .toSorted(
      (a, b) => (a.provedMs ?? Number.NEGATIVE_INFINITY) - (b.provedMs ?? Number.NEGATIVE_INFINITY) || 0,
    )
    .map(({ target, isDue, why }) => ({ job: jobOf(target), isDue, why }));
}

/** Whose backups a policy removes. */
export function retentionJobs(targets: readonly Target[]): OtherJob[] {
  return targets.map((target) => {
    const isDue = target.policy !== null;
    return {
      job: jobOf(target),
      isDue,
      why: isDue ? `by the policy ${target.settings.retention}` : 'it keeps all',
    };
  });
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
