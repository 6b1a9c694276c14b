import type { Check } from './check.ts';
import { STATEMENT_TYPE, type Subject } from './in-toto.ts';
import type { RecoveryKeyFacts } from './recovery-trial.ts';
import { RESTORE_PREDICATE_TYPE, type RestoreStatement } from './restore-statement.ts';

/** What docs/design.md describes. Another meaning of a field gets another number. */
export const PREDICATE_TYPE = 'urn:holdfast:restore-drill:1';
/** What a drill attests: JSON. */
export interface DrillStatement {
  readonly _type: typeof STATEMENT_TYPE;
  /** The snapshot, its root tree, and its manifest, if it has one. */
  readonly subject: readonly Subject[];
  readonly predicateType: typeof PREDICATE_TYPE;
  readonly predicate: DrillPredicate;
}

/** Times are RFC 3339; texts are ready to show. */
export interface DrillPredicate {
  readonly drill_id: string;
  readonly result: 'passed' | 'failed';
  readonly reasons: readonly string[];
  readonly program_version: string;
  readonly started: string;
  readonly finished: string;
  /** Who ran it: `machine`, and on a runner `run`, `actor`, `workflow`, `commit`. */
  readonly who: Readonly<Record<string, string>>;
  readonly repository_id: string;
  readonly snapshot: {
    readonly id: string;
    readonly tree: string;
    readonly time: string;
    readonly hostname: string;
    readonly target: string | null;
    readonly age_ms: number;
    /** How long the backup held the application; null: not at all, or nobody knows. */
    readonly downtime_ms: number | null;
  };
  readonly choice: {
    readonly how: 'latest' | 'id' | 'random';
    readonly algorithm: string | null;
    readonly seed: string | null;
    readonly within_ms: number | null;
    /** IDs that it was drawn from. */
    readonly candidates: readonly string[] | null;
  };
  readonly environment: {
    readonly kind: 'containers' | 'temporary folder' | 'containers and a temporary folder';
    /** `docker 28.1.0`; null without one. */
    readonly engine: string | null;
    readonly images: readonly DrillImage[];
    /** Where files were restored: `container`, or `temporary folder`: of this machine, not isolated. */
    readonly files_in: 'container' | 'temporary folder';
  };
  /** Dumps and buckets that were not drilled, and checks of the application that were not run: as asked, or by their nature. */
  readonly left_out: readonly string[];
  /** Of them the snapshot's dumps. Evidence of earlier versions has none: see provesWhole. */
  readonly dumps_left_out?: readonly string[];
  /** Of them the snapshot's buckets. Evidence of earlier versions names all of them, or has none. */
  readonly buckets_left_out?: readonly string[];
  /**
   * Names of the newest evidence that was kept when the drill began: that one of them is gone shows by this. Null: nobody may look.
   * Evidence of earlier versions has none.
   */
  readonly earlier_evidence?: readonly string[] | null;
  /** Evidence of earlier versions has none. */
  readonly witness?: WitnessFacts;
  /** Evidence of earlier versions has none. */
  readonly recovery_key?: RecoveryKeyFacts;
  readonly checks: readonly Check[];
  /** How long each step took, by its name. */
  readonly steps_ms: Readonly<Record<string, number>>;
  readonly recovery_time: {
    /** From the beginning of the restore to the last proof: without reading all beforehand, and without the witness. */
    readonly restore_ms: number | null;
    /** From the drill's start to the last proof. */
    readonly drill_ms: number | null;
    readonly target_ms: number | null;
  };
  readonly recovery_point: {
    readonly newest_snapshot: string | null;
    readonly age_ms: number | null;
    readonly target_ms: number | null;
  };
  readonly teardown: Teardown;
  /** Of the recovery sheet that is kept beside; null if there is none. */
  readonly sheet_sha256: string | null;
}

/** What stock restic was called to do; the checks say what came of it. */
export type WitnessFacts = 'restored' | 'checked' | 'not-installed' | 'not-asked';

export interface DrillImage {
  /** What for: `files`, `postgresql`. */
  readonly role: string;
  /** As it was named. */
  readonly name: string;
  /** The image's own ID: `sha256:…`. */
  readonly id: string;
  /** Where it was pulled from, as the engine knows it: may be empty. */
  readonly digests: readonly string[];
}

export interface Teardown {
  /** Removed, and seen to be gone. */
  readonly containers: number;
  readonly volumes: number;
  readonly folders: number;
  readonly clean: boolean;
}

export function statementOf(subject: readonly Subject[], predicate: DrillPredicate): DrillStatement {
  return { _type: STATEMENT_TYPE, subject, predicateType: PREDICATE_TYPE, predicate };
}

/** What evidence attests. */
export type EvidenceStatement = DrillStatement | RestoreStatement;

export function isDrill(statement: EvidenceStatement): statement is DrillStatement {
  return statement.predicateType === PREDICATE_TYPE;
}

/** Whether a drill has passed, and no dump or bucket of the snapshot was left out of it: what retention counts as a proof of it. */
export function provesWhole(predicate: DrillPredicate): boolean {
  const { result, dumps_left_out: dumps, buckets_left_out: buckets = [], left_out: names } = predicate;
  // Earlier versions told dumps and checks together: a check's name has a slash, a dump's never.
  const left = dumps ?? (names ?? []).filter((name) => !String(name).includes('/'));
  return result === 'passed' && left.length === 0 && buckets.length === 0;
}

/** Null for bytes that are no statement of ours. Only what is used later is looked at. */
export function parseStatement(json: Uint8Array): EvidenceStatement | null {
  const value = parsed(json);
  if (!isRecord(value) || value['_type'] !== STATEMENT_TYPE) return null;
  const { subject, predicate, predicateType: type } = value;
  if (!Array.isArray(subject) || !isRecord(predicate) || !isRecord(predicate['snapshot'])) return null;
  const ids = { [PREDICATE_TYPE]: 'drill_id', [RESTORE_PREDICATE_TYPE]: 'restore_id' };
  const lists = { [PREDICATE_TYPE]: 'checks', [RESTORE_PREDICATE_TYPE]: 'done' };
  if (type !== PREDICATE_TYPE && type !== RESTORE_PREDICATE_TYPE) return null;
  const texts = [ids[type], 'result', 'started', 'repository_id'].map((name) => predicate[name]);
  const isFit =
    texts.every((text) => typeof text === 'string') &&
    typeof predicate['snapshot']['id'] === 'string' &&
    Array.isArray(predicate[lists[type]]) &&
    Array.isArray(predicate['reasons']);
  return isFit ? (value as unknown as EvidenceStatement) : null;
}

function parsed(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json).toString('utf8'));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
