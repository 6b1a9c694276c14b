import type { KeyObject } from 'node:crypto';
import { displayText } from '../bytestring.ts';
import { newDrillId } from '../drills/drill-id.ts';
import { STATEMENT_TYPE, subjectsOf } from '../drills/in-toto.ts';
import {
  RESTORE_PREDICATE_TYPE,
  type RestoreKind,
  type RestoreOutcome,
  type RestorePredicate,
  readyToShow,
} from '../drills/restore-statement.ts';
import { asHoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { OpenRepository } from '../repository/open-repository.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { PROGRAM_VERSION } from '../version.ts';
import { type EvidencePlace, evidenceEnvelope, keepEvidence } from './evidence.ts';

/** How the record of a restore is kept. */
export interface RestoreRecorder {
  readonly place: EvidencePlace;
  /** Null: nobody signs it. */
  readonly key: KeyObject | null;
  readonly who: Readonly<Record<string, string>>;
  /** The host, or the bucket, as it was named, without a password. */
  readonly to: string;
  readonly signal: AbortSignal;
  readonly onWarning: (message: string) => void;
}

export interface RecordedRestore {
  /** Of an archive there is no repository whose seal a record could have: it has none. */
  readonly source: unknown;
  readonly snapshot: StoredSnapshot;
  readonly what: RestoreKind;
}

/** Where objects go for which nobody names a bucket: which one it was is in what was done. */
export const ORIGINAL_BUCKET = 'the bucket that was saved';

/** A restore that was cancelled leaves its record within this. */
const LATE_MS = 3000;

/**
 * Restores, and leaves a record of it beside the repository, whatever came of it. That no record can be kept is told, and keeps
 * nobody from what was restored: a credential that only reads is the right one for a restore.
 * @param recorder Null: none is wanted (a dry run).
 */
export async function recorded<T>(
  recorder: RestoreRecorder | null,
  about: RecordedRestore,
  restore: () => Promise<T>,
  outcomeOf: (result: T) => RestoreOutcome,
): Promise<T> {
  const { source } = about;
  if (recorder === null || !(source instanceof OpenRepository)) return restore();
  const startedMs = Date.now();
  const keep = (end: Pick<RestorePredicate, 'result' | 'reasons' | 'done' | 'verified'>) =>
    keepRecord(recorder, source, predicateOf(recorder, source, { about, startedMs, end }), about.snapshot);
  let result: T;
  try {
    result = await restore();
  } catch (error) {
    const reasons = [displayText(asHoldfastError(error)?.message ?? failureText(error))];
    await keep({ result: 'failed', reasons, done: [], verified: false });
    throw error;
  }
  await keep({ result: 'restored', reasons: [], ...readyToShow(outcomeOf(result)) });
  return result;
}

function predicateOf(
  { who, to }: RestoreRecorder,
  repository: OpenRepository,
  {
    about: { snapshot: stored, what },
    startedMs,
    end,
  }: {
    about: RecordedRestore;
    startedMs: number;
    end: Pick<RestorePredicate, 'result' | 'reasons' | 'done' | 'verified'>;
  },
): RestorePredicate {
  const { id, snapshot } = stored;
  const takenMs = Number(snapshot.timeNs / 1_000_000n);
  return {
    restore_id: newDrillId(startedMs),
    ...end,
    program_version: PROGRAM_VERSION,
    started: new Date(startedMs).toISOString(),
    finished: new Date().toISOString(),
    who,
    repository_id: repository.id,
    snapshot: {
      id,
      tree: snapshot.tree,
      time: new Date(takenMs).toISOString(),
      hostname: displayText(snapshot.hostname),
      target: targetOf(snapshot),
      age_ms: startedMs - takenMs,
    },
    what,
    to: displayText(to),
    sheet_sha256: null,
  };
}

async function keepRecord(
  { place, key, signal, onWarning }: RestoreRecorder,
  repository: OpenRepository,
  predicate: RestorePredicate,
  { id, snapshot }: StoredSnapshot,
): Promise<void> {
  const subject = subjectsOf({ id, tree: snapshot.tree, manifestSha256: null });
  const statement = {
    _type: STATEMENT_TYPE,
    subject,
    predicateType: RESTORE_PREDICATE_TYPE,
    predicate,
  } as const;
  const envelope = evidenceEnvelope(statement, key);
  const until = signal.aborted ? AbortSignal.timeout(LATE_MS) : signal;
  await keepEvidence(place, repository, { envelope, sheet: null }, until).catch((error: unknown) => {
    const why = asHoldfastError(error)?.message ?? failureText(error);
    onWarning(
      `No record of this restore is kept: ${why} Say --no-evidence, or \`no-evidence\`, if none is wanted.`,
    );
  });
}
