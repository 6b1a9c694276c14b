import type { Database, DatabaseContext, StoredDump } from '../../databases/database.ts';
import type { DrilledDatabase } from '../../databases/drilled.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { ImageRole } from '../wishes.ts';

/** How dumps of an engine are restored into a container of a drill's own: one file per engine. */
export interface EngineService {
  /** Which image it runs from. */
  readonly role: ImageRole;
  readonly title: string;
  /** As dump records name it. */
  readonly engine: string;
  /** Accounts that images run it as: the first that is there; root without one. */
  readonly accounts: readonly string[];
  /** Of the server that was dumped, as images are tagged by it: `15`, `10.11`; null: the record doesn't say. */
  versionOf(record: DumpRecord): string | null;
  /**
   * Makes what a server needs that holds nothing yet, such as an empty cluster; it belongs to the environment, as the image does.
   * @throws as `start`, which isn't called then.
   */
  readonly make?: (place: ServicePlace) => Promise<void>;
  /**
   * Starts what must be there before a dump can be restored.
   * @throws HoldfastError host-unsupported when the image holds no server, or it isn't ready in time; cancelled.
   */
  start(place: ServicePlace): Promise<RunningService>;
}

export interface ServicePlace {
  /** In the container, as the account. */
  readonly host: Host;
  /** Of the account's own, empty, with a short path. */
  readonly folder: string;
  readonly limitMs: number;
  /** Of that, what making it has taken. */
  readonly spentMs: number;
  /** Of the whole drill. */
  readonly signal: AbortSignal;
}

export interface RunningService {
  /** Ready to show. */
  readonly version: string;
  /** Folder of its socket and its files. */
  readonly folder: string;
  /** By which the user's commands find it, where they run in its container. */
  readonly variables: Readonly<Record<string, string>>;
  /** @throws HoldfastError host-unsupported naming what the image lacks, before anything is restored. */
  requireFit(record: DumpRecord): void;
  /** A dump's place in it. @param all Of the engine. */
  open(record: DumpRecord, all: readonly DumpRecord[]): DumpPlace;
}

export interface DumpPlace {
  /** Those with lower ones are restored first. */
  readonly order: number;
  /** Null: it holds no data to compare (accounts, configuration): that it is restored is all. */
  readonly database: DrilledDatabase | null;
  /** @returns what is otherwise than it was, ready to show; empty: nothing. @throws HoldfastError as Database.restore. */
  restore(dump: StoredDump, context: DatabaseContext): Promise<string>;
}

/** A dump that goes where `database` says, by its engine's own restore. */
export function plainPlace(
  host: Host,
  database: Database & DrilledDatabase,
  { order = 0, isData = true }: { order?: number; isData?: boolean } = {},
): DumpPlace {
  return {
    order,
    database: isData ? database : null,
    restore: async (dump, context) => {
      await database.restore(host, dump, { overwrite: false, isDrill: true }, context);
      return '';
    },
  };
}

/** @throws HoldfastError host-unsupported. */
export function tooOld(
  { title, role }: Pick<EngineService, 'title' | 'role'>,
  record: DumpRecord,
  { is, expected }: { is: string; expected: string },
): HoldfastError {
  return new HoldfastError(
    'host-unsupported',
    `Cannot restore ${record.name} for the drill: the image holds ${title} ${is}, expected ${expected} or newer. Name an image ` +
      `of that version: ${role}=IMAGE.`,
  );
}
