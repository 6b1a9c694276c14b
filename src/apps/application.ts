import type { Bucket } from '../buckets/bucket.ts';
import type { ByteString } from '../bytestring.ts';
import type { Database } from '../databases/database.ts';
import type { DumpRecord } from '../databases/record.ts';
import type { Host } from '../hosts/host.ts';
import type { z } from '../schema.ts';
import type { Check } from './check.ts';

/**
 * What Holdfast knows of one application: what of it must be saved, how it is made to hold still, how it is put back and how
 * one sees that it came back whole. Data and a few functions; nothing in this room prints, or touches a repository.
 *
 * What is done with it is in src/operations: backup/planned-backup.ts, restore-application.ts; checks are for drills.
 */
export interface Application<Settings> {
  /** As users write it: `looker`. */
  readonly name: string;
  /** As its makers write it: `Looker`. */
  readonly title: string;
  /** What a user may say of it: never a secret, for it stands in the manifest. */
  readonly schema: z.ZodType<Settings>;

  /** Where on the host it is, as settings; null: it isn't there as far as anybody can tell. Changes nothing. */
  detect(site: Site): Promise<Readonly<Record<string, unknown>> | null>;

  /**
   * Looks at the host and says how it is backed up. Nothing is stopped or written yet.
   * @throws HoldfastError for every state in which a backup would be none: restore-blocked is not among them. no-permission
   *   (wrong account), host-unsupported (unknown layout), bad-input (a setting or a credential is missing), command-failed.
   */
  planBackup(site: Site, settings: Settings): Promise<BackupPlan>;

  /**
   * Looks at the host and says in which steps what `saved` tells of comes back. Nothing is written yet.
   * @param settings Those of the backup, with what the user says otherwise for this restore.
   * @throws HoldfastError restore-blocked with what is in the way: a newer or older version, an account that is missing.
   */
  planRestore(site: Site, settings: Settings, saved: Saved): Promise<RestorePlan>;

  /** What settings alone say of a backup. */
  foresee(settings: Settings): Foreseen;

  /** What can be proved of a restored one. */
  checks(settings: Settings, saved: ApplicationRecord): readonly Check[];
}

/** What can be said of a backup before any host is looked at: for the check of a configuration. */
export interface Foreseen {
  /** Paths of a host's without which it is none. What isn't known yet has a word in its place: `/DATA_DIR/…`. */
  readonly paths: readonly string[];
  /** See BackupPlan. */
  readonly needsVolume: boolean;
}

/** A host to look at, and the ways from it. */
export interface Site {
  readonly host: Host;
  readonly signal: AbortSignal;
  /** Of this machine: where passwords are taken from. */
  readonly env: NodeJS.ProcessEnv;
  /** To another host of the same application (`ssh://…`), logged in to as this one is. The caller closes it. */
  connect(address: string): Promise<Host>;
  /** One line each, already escaped. */
  onInfo(message: string): void;
  onWarning(message: string): void;
}

/** How an application is stopped and started by shell commands on a host: see QuiesceOptions. */
export interface Control {
  readonly stop: readonly string[];
  readonly start: readonly string[];
  /** By its exit status: 0 it runs, 3 it is stopped, else it can't say. Null: nobody can ask. */
  readonly status: string | null;
  /** How long a start may take, and how long a stop after its commands have ended. Default: SETTLE_LIMIT_MS. */
  readonly settleMs?: number | undefined;
}

/** How long an application may take to start or to stop that says nothing else. */
export const SETTLE_LIMIT_MS = 300_000;

export interface BackupPlan {
  /** Those that are there: what a profile can do without, it leaves out itself. */
  readonly paths: readonly ByteString[];
  /**
   * Of `paths`, those that needn't be of the very moment, such as what starts it: with a snapshot of a volume that they don't lie on
   * they are read as they are then. Default: none.
   */
  readonly aside?: readonly ByteString[] | undefined;
  /** Patterns with restic's meaning. */
  readonly excludes: readonly string[];
  /** Null: it isn't stopped. */
  readonly control: Control | null;
  /** The other hosts that it runs on: stopped before this one, in this order, and started after it, the last one first. */
  readonly nodes: readonly { readonly address: string; readonly control: Control }[];
  /** Dumped into the same snapshot, of the same moment. */
  readonly databases: readonly Database[];
  /** Saved object by object into the same snapshot. Default: none. */
  readonly buckets?: readonly Bucket[] | undefined;
  readonly hooks: Hooks;
  /** Files that are only of one moment in a snapshot of their volume: without one the backup is refused. */
  readonly needsVolume?: boolean | undefined;
  /** Right before anything is stopped: the last look, which may wait. What it throws ends the backup. */
  readonly beforeStop?: ((site: Site) => Promise<void>) | undefined;
  /**
   * Once it is stopped, and before the first byte is read: sees that it is, and does what only then can be done.
   * @returns What the record says beside.
   */
  readonly whileStopped?: ((site: Site) => Promise<Facts>) | undefined;
  /**
   * Once all was read: sees more than a status says, such as that a part of it was started beside us. What it throws ends the
   * backup without a snapshot.
   */
  readonly afterReading?: ((site: Site) => Promise<void>) | undefined;
  /** What is to be said of the dumps, once they are made: ready to show. */
  readonly judgeDumps?: ((dumps: readonly DumpRecord[]) => readonly string[]) | undefined;
  readonly record: ApplicationRecord;
}

/** A user's own commands around a backup, on the host. */
export interface Hooks {
  readonly before: readonly string[];
  /** Run whatever happened. */
  readonly after: readonly string[];
  /** How long one of them may take. */
  readonly limitMs: number;
}

export type Facts = Readonly<Record<string, string>>;

/** What a manifest says of the application: enough to put it back on a host that knows nothing of it. JSON, no secret. */
export interface ApplicationRecord {
  readonly profile: string;
  /** As it names itself; null: it doesn't say. */
  readonly version: string | null;
  /** As they were when it was saved, defaults filled in. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly facts: Facts;
  /** It was saved while it ran, by a user's choice: files of several moments. */
  readonly running: boolean;
}

/** What a snapshot holds of an application. */
export interface Saved {
  readonly record: ApplicationRecord;
  readonly dumps: readonly DumpRecord[];
}

export interface RestorePlan {
  /** In their order; the first that fails ends it. Each may be done again. */
  readonly steps: readonly RestoreStep[];
}

/**
 * One step of a restore.
 * - `run`: something on the host
 * - `files`: what the snapshot holds, or a folder of it, as `restore` puts it
 * - `database`: a dump of the snapshot
 * - `bucket`: one of its buckets
 */
export type RestoreStep =
  | {
      readonly kind: 'run';
      readonly title: string;
      readonly run: (site: Site) => Promise<void>;
      /** Of a stop: whether the application runs again. Asked before every later step, until one that starts something. */
      readonly runsAgain?: ((site: Site) => Promise<boolean>) | undefined;
      readonly starts?: boolean | undefined;
    }
  | { readonly kind: 'files'; readonly title: string; readonly part: FilesPart }
  | {
      readonly kind: 'database';
      readonly title: string;
      readonly dump: string;
      readonly into: Database;
      /** What is there is renamed aside; false: a database that holds something is refused. */
      readonly overwrite: boolean;
    }
  | {
      readonly kind: 'bucket';
      readonly title: string;
      /** Its folder in the snapshot. */
      readonly name: string;
      readonly into: Bucket;
      /** What is another than was saved is replaced, where the bucket keeps versions; false: it is refused. */
      readonly replace: boolean;
    };

export interface FilesPart {
  /** Only what is in this folder of the snapshot; null: all of it. */
  readonly folder: ByteString | null;
  /** Where it goes; null: its original place. */
  readonly target: ByteString | null;
  /** A target that has to be made becomes as `folder` was: the application's account must enter it. */
  readonly likeFolder?: boolean;
  readonly includes: readonly string[];
  readonly excludes: readonly string[];
}
