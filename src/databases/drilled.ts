import type { Host } from '../hosts/host.ts';
import type { DatabaseContext } from './database.ts';
import type { DumpRecord } from './record.ts';

/** What a comparison of a database with a dump's fingerprint found. */
export interface DatabaseFindings {
  /** What isn't as it was dumped, ready to show; empty: all is. */
  readonly differences: readonly string[];
  /** What reads otherwise and need be no difference, ready to show. */
  readonly remarks: readonly string[];
  /** Tables whose data was not compared, only their rows counted: as a manifest has them. */
  readonly onlyCounted: readonly string[];
  /** As the fingerprint has them. */
  readonly tables: number;
  readonly rows: number;
  /** Of which table a row was missing while it was compared, ready to show; null: nothing was done to it. */
  readonly tampered: string | null;
}

/** What was done to a database before it was compared: nothing; or a row was deleted, in a transaction that is rolled back. */
export type Tampering = 'nothing' | 'row-deleted';

/** A restored database that a drill looks at, by the engine's own tools. */
export interface DrilledDatabase {
  /**
   * Compares every table with the record's fingerprint. A restore's own verification is the same function.
   * @returns null without a fingerprint to compare with.
   * @throws HoldfastError command-failed; also where there is no row that could be deleted.
   */
  compare(
    host: Host,
    record: DumpRecord,
    tampering: Tampering,
    context: DatabaseContext,
  ): Promise<DatabaseFindings | null>;

  /**
   * What `statement` prints, in a transaction that can write nothing: fields with `|` between them, a line a row, without
   * the last line's end. @throws HoldfastError command-failed.
   */
  ask(host: Host, record: DumpRecord, statement: string, context: DatabaseContext): Promise<string>;
}
