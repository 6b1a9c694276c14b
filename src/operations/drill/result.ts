import { createHash } from 'node:crypto';
import { displayText } from '../../bytestring.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { verdictOf } from '../../drills/check.ts';
import { folderOf } from '../../drills/evidence-place.ts';
import { subjectsOf } from '../../drills/in-toto.ts';
import type { RecoveryKeyFacts } from '../../drills/recovery-trial.ts';
import { recoverySheet } from '../../drills/sheet.ts';
import {
  type DrillPredicate,
  statementOf,
  type Teardown,
  type WitnessFacts,
} from '../../drills/statement.ts';
import { targetOf } from '../../repository/tags.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import type { Chosen } from './choose.ts';
import type { ManifestFacts } from './manifest-facts.ts';
import type { DrillResult } from './options.ts';
import type { DrillPlace } from './place.ts';
import type { DrillRun } from './run.ts';

/** Everything that the end of a drill is told by. */
export interface DrillEnd {
  readonly chosen: Chosen;
  readonly manifest: ManifestFacts;
  readonly hasFiles: boolean;
  readonly environment: DrillPlace['evidence'];
  readonly teardown: Teardown;
  /** Beside what was asked for. */
  readonly leftOut: readonly string[];
  readonly witness: WitnessFacts;
  readonly recoveryKey: RecoveryKeyFacts;
}

export function resultOf(run: DrillRun, end: DrillEnd): DrillResult {
  const verdict = verdictOf(run.checks);
  const { id, snapshot } = run.snapshot;
  const facts = predicateOf(run, end, verdict);
  const sheet = recoverySheet({
    repository: folderOf(run.repository.location) ?? run.repository.location,
    snapshotId: id,
    target: targetOf(snapshot),
    hostname: displayText(snapshot.hostname),
    paths: snapshot.paths.map(displayText),
    hasFiles: end.hasFiles,
    dumps: end.manifest.dumps.toSorted((a, b) => orderOf(a) - orderOf(b)),
    predicate: facts,
  });
  const predicate = { ...facts, sheet_sha256: createHash('sha256').update(sheet).digest('hex') };
  const subject = subjectsOf({ id, tree: snapshot.tree, manifestSha256: end.manifest.sha256 });
  return {
    ...verdict,
    snapshot: run.snapshot,
    statement: statementOf(subject, predicate),
    checks: run.checks,
    sheet,
  };
}

function predicateOf(
  run: DrillRun,
  { chosen, manifest, environment, teardown, leftOut, witness, recoveryKey }: DrillEnd,
  { passed, reasons }: { passed: boolean; reasons: readonly string[] },
): DrillPredicate {
  const { options, startedAtMs } = run;
  return {
    drill_id: options.drillId,
    result: passed ? 'passed' : 'failed',
    reasons,
    program_version: PROGRAM_VERSION,
    started: new Date(startedAtMs).toISOString(),
    finished: new Date().toISOString(),
    who: options.who,
    repository_id: run.repository.id,
    snapshot: snapshotFacts(run, manifest),
    choice: chosen.evidence,
    environment,
    left_out: [...options.leaveOut, ...leftOut],
    dumps_left_out: manifest.dumps.map(({ name }) => name).filter((name) => options.leaveOut.includes(name)),
    buckets_left_out: manifest.buckets
      .map(({ name }) => name)
      .filter((name) => options.leaveOut.includes(name)),
    witness,
    earlier_evidence: options.recovery.earlier,
    recovery_key: recoveryKey,
    checks: run.checks,
    steps_ms: run.stepsMs,
    recovery_time: recoveryTime(run),
    recovery_point: recoveryPoint(run, chosen),
    teardown,
    sheet_sha256: null,
  };
}

function snapshotFacts(run: DrillRun, { downtimeMs }: ManifestFacts): DrillPredicate['snapshot'] {
  const { id, snapshot } = run.snapshot;
  const takenMs = Number(snapshot.timeNs / 1_000_000n);
  return {
    id,
    tree: snapshot.tree,
    time: new Date(takenMs).toISOString(),
    hostname: displayText(snapshot.hostname),
    target: targetOf(snapshot),
    age_ms: run.startedAtMs - takenMs,
    downtime_ms: downtimeMs,
  };
}

export function recoveryTime(run: DrillRun): DrillPredicate['recovery_time'] {
  const { restoreStartedMs, lastProofMs, startedMs, options, checks } = run;
  const hasProof = checks.some(({ proves_data, result }) => proves_data && result === 'passed');
  // An application is started after the negative control, which is no part of a recovery.
  const isAfter = run.provedInApplication;
  const control = isAfter ? (run.stepsMs['negative control'] ?? 0) : 0;
  const proved = hasProof && lastProofMs !== null && restoreStartedMs !== null;
  return {
    restore_ms: proved ? Math.round(lastProofMs - restoreStartedMs) - control : null,
    drill_ms: proved ? Math.round(lastProofMs - startedMs) : null,
    target_ms: options.maxRestoreMs,
  };
}

export function recoveryPoint(run: DrillRun, { newest }: Chosen): DrillPredicate['recovery_point'] {
  return {
    newest_snapshot: newest?.id ?? null,
    age_ms: newest === null ? null : run.startedAtMs - Number(newest.snapshot.timeNs / 1_000_000n),
    target_ms: run.options.maxAgeMs,
  };
}

/**
 * PostgreSQL's roles come before all databases; what others say of accounts names databases, which come before. Redis must find its data when
 * it starts with its accounts.
 */
function orderOf({ engine, format, database }: DumpRecord): number {
  if (engine === 'postgresql') return format === 'globals' ? -1 : 0;
  if (engine === 'redis') return format === 'acl' ? 1 : 0;
  return database === null ? 1 : 0;
}
