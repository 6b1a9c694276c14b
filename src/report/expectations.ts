import type { SnapshotFilter } from '../repository/find-snapshot.ts';
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

/** Of all targets, and of some by their names. What is said of one by its name goes before what is configured, and that before the rest. */
export interface ExpectationSettings {
  readonly all: Partial<Expectations>;
  /** By `target`, or `target@host`, which goes before it. */
  readonly byName: ReadonlyMap<string, Partial<Expectations>>;
}

/**
 * Whether a target that is expected and isn't there, is missing: a filter may have left it out.
 * @returns For a target, and the host where that is known.
 */
export function expectedBy({
  hosts = [],
  target: of = null,
  tags = [],
  paths = [],
}: SnapshotFilter): (target: string, hostname: string | null) => boolean {
  return (target, hostname) =>
    tags.length + paths.length === 0 &&
    (of === null || of === target) &&
    (hosts.length === 0 || hostname === null || hosts.includes(hostname));
}

const HOUR_MS = 3_600_000;
/** A night's backup, and two hours to spare. */
export const DEFAULT_RPO_MS = 26 * HOUR_MS;
/** A quarter's drill, and a week to spare. */
export const DEFAULT_PROOF_MS = 99 * 24 * HOUR_MS;

export function expectationsOf(
  { all, byName }: ExpectationSettings,
  { target, hostname }: Pick<TargetHistory, 'target' | 'hostname'>,
  configured: Partial<Expectations> = {},
): Expectations {
  const name = target ?? 'files';
  const defaults: Expectations = { rpoMs: DEFAULT_RPO_MS, rtoMs: null, proofMs: DEFAULT_PROOF_MS };
  return { ...defaults, ...all, ...configured, ...byName.get(name), ...byName.get(`${name}@${hostname}`) };
}
