import type { Noun, RetentionItem } from '../retention/item.ts';

/** All that is known of one target: of its backups, wherever they lie, and of its drills. Nothing in it is judged. */
export interface TargetHistory {
  /** The same for all backups of the target and no others. */
  readonly key: string;
  /** The application; null: none in particular, but these paths of the host. */
  readonly target: string | null;
  readonly hostname: string;
  readonly paths: readonly string[];
  /** Oldest first. The same backup in several places is here once. */
  readonly backups: readonly Backup[];
  /** Oldest first. */
  readonly drills: readonly DrillRecord[];
  /** On a host, in earnest. Oldest first. */
  readonly restores: readonly RestoreRecord[];
  /** Null: it wasn't looked at, or there aren't two complete snapshots. */
  readonly changes: RecentChanges | null;
}

export interface Backup {
  /** As a policy sees it: ID, time, tags, what it holds. */
  readonly item: RetentionItem;
  /** What the data is of, in ms since 1970. */
  readonly timeMs: number;
  /** When it was there to be restored. */
  readonly endMs: number;
  /** Null: it had none, or as an archive has none. */
  readonly parent: string | null;
  /** What a run that goes on, or was cut off, has left on its way. */
  readonly isCheckpoint: boolean;
  /** Plain bytes that no earlier one had; null: it doesn't say. */
  readonly addedBytes: number | null;
  /** The same as stored; of an archive all of it. */
  readonly storedBytes: number | null;
  readonly durationMs: number | null;
  /** What its manifest says; null: it has none, or it wasn't read (MAX_MANIFESTS_PER_TARGET). */
  readonly details: BackupDetails | null;
  /** Where it lies: indexes into the report's places. */
  readonly places: readonly number[];
}

export interface BackupDetails {
  /** How long the application was held; null: not at all. */
  readonly quiescedMs: number | null;
  /** How many entries are not as they are on the host. */
  readonly problems: number;
  readonly dumps: readonly DumpFacts[];
}

export interface DumpFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** Of all tables; null: nobody counted them. */
  readonly rows: number | null;
  /** The largest, MAX_TABLES of them. */
  readonly tables: readonly TableRows[];
}

export interface TableRows {
  readonly name: string;
  readonly rows: number;
}

/** Tables of a dump that a report shows: the largest. */
export const MAX_TABLES = 20;

/** One drill, as its evidence has it. Texts are ready to show. */
export interface DrillRecord {
  readonly id: string;
  readonly timeMs: number;
  readonly snapshotId: string;
  readonly passed: boolean;
  /** Why it hasn't. */
  readonly reasons: readonly string[];
  /** From the beginning of the restore to the last proof; null: it didn't come so far. */
  readonly restoreMs: number | null;
  /** What was not to be drilled, by name. Not made harmless. */
  readonly leftOut: readonly string[];
  /** It has passed, and no dump was left out of it: retention counts the snapshot as verified. */
  readonly provesWhole: boolean;
  readonly checks: readonly DrillCheck[];
}

/** One restore on a host, as its evidence has it. Texts are ready to show. */
export interface RestoreRecord {
  readonly id: string;
  readonly timeMs: number;
  readonly snapshotId: string;
  readonly succeeded: boolean;
  /** `files`, `database`, `application`. */
  readonly what: string;
  /** The host, as it was named. */
  readonly to: string;
  /** Why it failed, or what was done. */
  readonly lines: readonly string[];
}

export interface DrillCheck {
  readonly name: string;
  readonly expected: string;
  readonly found: string;
  readonly result: 'passed' | 'failed' | 'could-not-run';
}

/** How the last two complete snapshots differ. Paths are ready to show. */
export interface RecentChanges {
  readonly before: string;
  readonly after: string;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  /** Of what was added or changed, the largest first. */
  readonly largest: readonly ChangedFile[];
  /** Of the same, the last modified first. */
  readonly newest: readonly ChangedFile[];
  /** The largest first. */
  readonly lost: readonly ChangedFile[];
}

export interface ChangedFile {
  readonly path: string;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
}

export function nounOf({ backups }: Pick<TargetHistory, 'backups'>): Noun {
  return backups.some(({ item }) => item.noun === 'snapshot')
    ? 'snapshot'
    : (backups[0]?.item.noun ?? 'snapshot');
}
