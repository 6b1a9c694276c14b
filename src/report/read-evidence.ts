import { redactUrl } from '../backends/location.ts';
import { displayText } from '../bytestring.ts';
import type { VerifyingKeys } from '../drills/dsse.ts';
import { drillsSinceOpened, RECOVERY_EVERY } from '../drills/recovery-trial.ts';
import type { RestoreStatement } from '../drills/restore-statement.ts';
import { isDrill, provesWhole } from '../drills/statement.ts';
import { asHoldfastError } from '../errors.ts';
import {
  type DrillEvidence,
  type EvidencePlace,
  isOfDrill,
  listEvidence,
  type StoredEvidence,
} from '../operations/evidence.ts';
import type { OpenRepository } from '../repository/open.ts';
import { DEFAULT_TARGET } from '../repository/tags.ts';
import type { DrillCheck, DrillRecord, RestoreRecord } from './history.ts';

/** A drill, and of which target. */
export interface FoundDrill {
  readonly target: string | null;
  readonly hostname: string;
  readonly record: DrillRecord;
}

/** A restore on a host, and of which target. */
export interface FoundRestore {
  readonly target: string | null;
  readonly hostname: string;
  readonly record: RestoreRecord;
}

export interface FoundEvidence {
  readonly drills: readonly FoundDrill[];
  readonly restores: readonly FoundRestore[];
}

export interface ReadEvidenceOptions {
  readonly place: EvidencePlace;
  /** Of who signs evidence: what isn't signed by it counts for nothing, and is told. Null: the repository's own seal is enough. */
  readonly key: VerifyingKeys | null;
  readonly signal: AbortSignal;
  readonly onWarning: (message: string) => void;
}

/**
 * The drills and restores of which there is evidence beside the repository, oldest first. What can't be read is told, and is no
 * evidence: the targets then stand there as never proved.
 */
export async function readEvidence(
  repository: OpenRepository,
  options: ReadEvidenceOptions,
): Promise<FoundEvidence> {
  const { place, key, signal, onWarning } = options;
  try {
    // One object that somebody spoilt must not hide all others: a drill that failed among them.
    const onDamaged = (message: string) => onWarning(`Some evidence does not count: ${message}`);
    const all = await listEvidence(place, repository, key, signal, onDamaged);
    const found = all.filter((one) => counts(one, options));
    const drills = found.filter(isOfDrill);
    tellOfRecoveryKey(drills, options);
    return {
      drills: drills.map(foundDrill),
      restores: found.flatMap(({ name, statement }) =>
        isDrill(statement) ? [] : [foundRestore(name, statement)],
      ),
    };
  } catch (error) {
    const known = asHoldfastError(error);
    if (known === null || signal.aborted) throw error;
    onWarning(`No evidence of drills counts: ${known.message}`);
    return { drills: [], restores: [] };
  }
}

/** A recovery key that nobody has tried for long may be one that nobody has any more. */
function tellOfRecoveryKey(
  drills: readonly DrillEvidence[],
  { place, onWarning }: ReadEvidenceOptions,
): void {
  if (drills.length === 0) return;
  const since = drillsSinceOpened(drills.map(({ statement }) => statement));
  if (since !== null && since <= RECOVERY_EVERY) return;
  const last = since === null ? 'No drill has' : `None of the last ${since} drills has`;
  onWarning(
    `${last} opened the repository ${displayText(redactUrl(place.repository))} with its recovery key: give drills the recovery code ` +
      '(`recovery-code`, or HOLDFAST_RECOVERY_CODE), of which every fourth tries it.',
  );
}

function counts({ name, signature }: StoredEvidence, { key, onWarning }: ReadEvidenceOptions): boolean {
  if (key === null || signature === 'valid') return true;
  onWarning(
    `The evidence ${name} does not count: ${signature === 'none' ? 'nobody has signed it' : 'another key signed it'}.`,
  );
  return false;
}

export function foundDrill({ name, statement: { predicate } }: DrillEvidence): FoundDrill {
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
      provesWhole: provesWhole(predicate),
      checks: checks.map(checkOf),
    },
  };
}

function foundRestore(name: string, { predicate }: RestoreStatement): FoundRestore {
  const { snapshot, started, result, reasons, what, to, done } = predicate;
  const timeMs = Date.parse(started);
  return {
    target: snapshot.target === DEFAULT_TARGET ? null : snapshot.target,
    hostname: snapshot.hostname,
    record: {
      id: name,
      timeMs: Number.isNaN(timeMs) ? 0 : timeMs,
      snapshotId: snapshot.id,
      succeeded: result === 'restored',
      what: String(what),
      to: String(to),
      lines: [...reasons, ...done].map(String),
    },
  };
}

function checkOf({ name, expected, found, result }: DrillCheck): DrillCheck {
  const known = result === 'passed' || result === 'failed' ? result : 'could-not-run';
  return { name: String(name), expected: String(expected), found: String(found), result: known };
}
