import type { TargetHistory } from './history.ts';

/** What is expected of a target. */
export interface Expectations {
  /** How old the newest complete backup may be. */
  readonly rpoMs: number;
  /** How long a restore may take; null: nobody said. */
  readonly rtoMs: number | null;
  /** How long ago the last passed drill may be. */
  readonly proofMs: number;
}

/** Of all targets, and of some by their names. */
export interface ExpectationSettings {
  readonly all: Partial<Expectations>;
  /** By `target`, or `target@host`, which goes before it. */
  readonly byName: ReadonlyMap<string, Partial<Expectations>>;
}

const HOUR_MS = 3_600_000;
/** A night's backup, and two hours to spare. */
export const DEFAULT_RPO_MS = 26 * HOUR_MS;
/** A quarter's drill, and a week to spare. */
export const DEFAULT_PROOF_MS = 99 * 24 * HOUR_MS;

export function expectationsOf(
  { all, byName }: ExpectationSettings,
  { target, hostname }: Pick<TargetHistory, 'target' | 'hostname'>,
): Expectations {
  const name = target ?? 'files';
  const defaults: Expectations = { rpoMs: DEFAULT_RPO_MS, rtoMs: null, proofMs: DEFAULT_PROOF_MS };
  return { ...defaults, ...all, ...byName.get(name), ...byName.get(`${name}@${hostname}`) };
}
