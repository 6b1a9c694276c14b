import type { KeyObject } from 'node:crypto';
import { asHoldfastError } from '../errors.ts';
import { type EvidencePlace, listEvidence, type StoredEvidence } from '../operations/evidence.ts';
import type { OpenRepository } from '../repository/open.ts';
import { DEFAULT_TARGET } from '../repository/tags.ts';
import type { DrillCheck, DrillRecord } from './history.ts';

/** A drill, and of which target. */
export interface FoundDrill {
  readonly target: string | null;
  readonly hostname: string;
  readonly record: DrillRecord;
}

export interface ReadDrillsOptions {
  readonly place: EvidencePlace;
  /** Of who signs evidence: what isn't signed by it counts for nothing, and is told. Null: the repository's own seal is enough. */
  readonly key: KeyObject | null;
  readonly signal: AbortSignal;
  readonly onWarning: (message: string) => void;
}

/**
 * The drills of which there is evidence beside the repository, oldest first. What can't be read is told, and is no evidence: the
 * targets then stand there as never proved.
 */
export async function readDrills(
  repository: OpenRepository,
  options: ReadDrillsOptions,
): Promise<FoundDrill[]> {
  const { place, key, signal, onWarning } = options;
  try {
    const found = await listEvidence(place, repository, key, signal);
    return found.filter((one) => counts(one, options)).map(foundDrill);
  } catch (error) {
    const known = asHoldfastError(error);
    if (known === null || signal.aborted) throw error;
    onWarning(`No evidence of drills counts: ${known.message}`);
    return [];
  }
}

function counts({ name, signature }: StoredEvidence, { key, onWarning }: ReadDrillsOptions): boolean {
  if (key === null || signature === 'valid') return true;
  onWarning(
    `The evidence ${name} does not count: ${signature === 'none' ? 'nobody has signed it' : 'another key signed it'}.`,
  );
  return false;
}

export function foundDrill({ name, statement: { predicate } }: StoredEvidence): FoundDrill {
  const { snapshot, started, result, reasons, recovery_time: time, checks, left_out: leftOut } = predicate;
  const timeMs = Date.parse(started);
  const restoreMs = time?.restore_ms;
  return {
    target: snapshot.target === DEFAULT_TARGET ? null : snapshot.target,
    hostname: snapshot.hostname,
    record: {
      id: name,
      timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
      snapshotId: snapshot.id,
      passed: result === 'passed',
      reasons: reasons.map(String),
      restoreMs: typeof restoreMs === 'number' ? restoreMs : null,
      leftOut: (leftOut ?? []).map(String),
      checks: checks.map(checkOf),
    },
  };
}

function checkOf({ name, expected, found, result }: DrillCheck): DrillCheck {
  const known = result === 'passed' || result === 'failed' ? result : 'could-not-run';
  return { name: String(name), expected: String(expected), found: String(found), result: known };
}
