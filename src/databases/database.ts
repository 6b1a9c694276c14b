import type { ByteString } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import type { Fingerprint } from './fingerprint.ts';
import type { DumpRecord } from './record.ts';

/** What work on a database speaks through. Nothing in this room prints. */
export interface DatabaseContext {
  readonly signal: AbortSignal;
  /** One line each, already escaped. */
  onInfo(message: string): void;
  onWarning(message: string): void;
}

/**
 * A database (or a server's all) as a user named it, ready to be dumped or restored: one implementation per engine.
 * Everything runs on the host that it is given, by the engine's own tools; no file is left there.
 */
export interface Database {
  /** For messages: its URL, which never holds a secret. */
  readonly shown: string;

  /**
   * Looks at the database and refuses what can't be dumped (a client older than its server, no right to connect) before
   * anything is streamed. Where the engine can, the moment is pinned when this resolves: whatever is written later isn't
   * in the dump.
   *
   * @throws HoldfastError bad-input, dump-failed, host-unsupported, and what the host throws. Then nothing is left running.
   */
  prepareDumps(host: Host, context: DatabaseContext): Promise<PreparedDump[]>;

  /**
   * The rows that a SELECT gives, its fields as text in UTF-8, one row held at a time; it can write nothing. Of the first
   * database that the URL names. Undefined: the engine has no SQL.
   * @throws HoldfastError command-failed, also after rows have come.
   */
  select?(host: Host, statement: string, signal: AbortSignal): AsyncIterable<readonly ByteString[]>;

  /**
   * Refuses what `restore` would be refused for as soon as it began: nobody lets us in, a tool or a role is missing. That somebody uses
   * the database is none of it. It changes nothing, and reads nothing of the dump. Undefined: the engine asks no server.
   * @param earlier What is restored before it.
   * @throws HoldfastError as `restore`.
   */
  lookBeforeRestore?(
    host: Host,
    dump: StoredDump,
    context: DatabaseContext,
    earlier: readonly DumpRecord[],
  ): Promise<void>;

  /**
   * Puts a dump back, and compares what is there afterwards with the record's fingerprint. Nothing that was there is lost:
   * see RestoreTerms.
   *
   * @throws HoldfastError restore-blocked before anything changed; command-failed at the tool's first error;
   *   restore-mismatch when the data isn't what was dumped.
   */
  restore(
    host: Host,
    dump: StoredDump,
    terms: RestoreTerms,
    context: DatabaseContext,
  ): Promise<RestoredDatabase>;
}

/** A dump whose tool may start any time. */
export interface PreparedDump {
  /** The file's name in the snapshot: letters, digits, `.`, `_`, `-`. */
  readonly name: string;
  /** False: the application must hold still until the stream has ended. */
  readonly isPinned: boolean;
  /**
   * The dump's bytes as the tool gives them, to be read once; each chunk is there until the next one is asked for. It ends in order only when the dump is whole as far as
   * anybody can tell: an exit status but 0, a signal, an empty stream, a missing end, lost rows throw.
   * @throws HoldfastError dump-failed with the tool's own words, cancelled, and what the host throws.
   */
  stream(): AsyncIterable<Uint8Array>;
  /** What is known of it, once its stream has ended in order. */
  record(): DumpRecord;
  /** Ends whatever of it runs. Idempotent; never rejects. */
  close(): Promise<void>;
  /**
   * Gives up what only earlier dumps needed where the database is: to be called, after `close`, once a complete snapshot that
   * holds this one is saved, and not before. Never rejects.
   */
  giveUpEarlier?(): Promise<void>;
}

/** A dump in a snapshot. */
export interface StoredDump {
  readonly record: DumpRecord;
  /**
   * Its bytes from the first to the last; each call reads anew.
   * @param how.isLent Each chunk may be there only until the next one is asked for, which spares a copy of all. Default: they stay.
   */
  content(how?: { readonly isLent: boolean }): AsyncIterable<Uint8Array>;
}

export interface RestoreTerms {
  /** A database that holds something is renamed aside where the engine can; false: it is refused. */
  readonly overwrite: boolean;
  /**
   * Into a server of a drill's own, which compares what was restored by itself, right afterwards: PostgreSQL and MySQL don't do
   * it too then, which would read all of it twice.
   */
  readonly isDrill?: boolean;
}

export interface RestoredDatabase {
  /** What the database is called, ready to show; null: no database of its own. */
  readonly database: string | null;
  /** Under which name what was there is kept, ready to show; null when there was nothing. */
  readonly movedAside: string | null;
  /** Null: there was no fingerprint to compare with. */
  readonly verified: Verified | null;
}

/** What was compared with a dump's fingerprint, and is as it was dumped. */
export interface Verified {
  readonly tables: number;
  readonly rows: number;
  /** Of how many of these tables only the rows were counted: their data was not compared. */
  readonly onlyCounted: number;
}

export type { Fingerprint };
