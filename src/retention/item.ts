/**
 * What a policy knows of one backup: a snapshot (src/operations/forget/snapshot-items.ts), or an archive (archive-items.ts
 * there), wherever it lies.
 */
export interface RetentionItem {
  /** What a person calls it. */
  readonly noun: Noun;
  readonly id: string;
  /** IDs that it had before somebody rewrote it (`restic tag`, `restic rewrite`). */
  readonly formerIds: readonly string[];
  /** Nanoseconds since 1970. */
  readonly timeNs: bigint;
  /** Seconds east of UTC of the zone that its calendar is of. */
  readonly zoneSeconds: number;
  readonly tags: readonly string[];
  readonly hostname: string;
  /** The application; null: none in particular. */
  readonly target: string | null;
  readonly paths: readonly string[];
  /** Lacks nothing. */
  readonly complete: boolean;
  /** What a run left that did not come to its end: worth something until a complete one is there. Never complete. */
  readonly leftover: boolean;
  /** Stays until that is taken back; the reason, which may be empty. Null: nobody asked for it. */
  readonly keptBecause: string | null;
  /** What it holds; null: it doesn't say. */
  readonly sizeBytes: number | null;
  readonly fileCount: number | null;
}

export type Noun = 'snapshot' | 'archive';

/** What a person is shown of an ID: of a hash its beginning, of an archive's, which tells more, all of it. */
export function shownId(id: string): string {
  return /^[0-9a-f]{64}$/.test(id) ? id.slice(0, 8) : id;
}

/** Newest first; of the same moment by ID, so that two runs choose alike. */
export function newestFirst(a: RetentionItem, b: RetentionItem): number {
  if (a.timeNs !== b.timeNs) return a.timeNs > b.timeNs ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
