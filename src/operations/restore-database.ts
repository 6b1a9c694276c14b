import type { Database, RestoredDatabase } from '../databases/database.ts';
import type { DumpRecord } from '../databases/record.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import type { SnapshotId } from '../repository/format/ids.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { type HoldOptions, holdApplication } from './backup/application-hold.ts';
import { dumpRecordsOf } from './backup/dump-records.ts';
import { contentOfDump } from './dump-content.ts';
import { IDLE, type Reporter } from './progress.ts';
import { lockShared } from './take-lock.ts';

export interface RestoreDatabaseOptions extends HoldOptions {
  readonly snapshot: StoredSnapshot;
  /** Of the dump in the snapshot; null: the only one. */
  readonly name: string | null;
  /** Where it goes; from what the manifest says of the dump. */
  readonly into: (record: DumpRecord) => Database;
  /** Where the database's tools run; undefined: the host, on which the application is. It is closed afterwards. */
  readonly connectDatabase?: (() => Promise<Host>) | undefined;
  /** A database that holds something is renamed aside, where the engine can; false: it is refused. */
  readonly overwrite: boolean;
  /** Only say which dump it would be. */
  readonly dryRun: boolean;
  readonly noLock: boolean;
  readonly retryLockMs: number;
}

export interface RestoreDatabaseResult {
  readonly snapshotId: SnapshotId;
  readonly record: DumpRecord;
  /** Null after a dry run. */
  readonly restored: RestoredDatabase | null;
  readonly durationMs: number;
  /** To be thrown once the result is told. */
  readonly afterFailure: HoldfastError | null;
}

/**
 * Puts a dump of a snapshot back into its database by the engine's own tool, and compares what is there then with the
 * fingerprint in the manifest.
 *
 * @throws HoldfastError bad-input for a dump that isn't there, restore-blocked, restore-mismatch, command-failed,
 *   repository-damaged, locked, lock-lost, cancelled, and what the host and the backend throw.
 */
export async function restoreDatabase(
  host: Host,
  repository: Repository | BlobSource,
  options: RestoreDatabaseOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<RestoreDatabaseResult> {
  const startedMs = performance.now();
  const { snapshot, dryRun } = options;
  // An archive has no locks.
  const lock =
    !('guardBy' in repository) || options.noLock || dryRun
      ? null
      : await lockShared(repository, { ...options, onlyReads: true }, reporter, signal);
  try {
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    reporter.onProgress({ ...IDLE, phase: 'loading-index' });
    await repository.loadIndex(guarded);
    const record = await chooseRecord(repository, options, guarded);
    const dump = {
      record,
      content: await contentOfDump(repository, { record, snapshot }, reporter, guarded),
    };
    const database = options.into(record);
    const context = {
      signal: guarded,
      onInfo: (message: string) => reporter.onInfo(message),
      onWarning: (message: string) => reporter.onWarning(message),
    };
    const end = { snapshotId: snapshot.id, record };
    if (dryRun) return { ...end, restored: null, durationMs: since(startedMs), afterFailure: null };
    const run = { host, options, reporter, signal };
    const { result, afterFailure } = await holdApplication(run, () =>
      atItsPlace(options.connectDatabase, host, (place) =>
        database.restore(place, dump, { overwrite: options.overwrite }, context),
      ),
    );
    return { ...end, restored: result, durationMs: since(startedMs), afterFailure };
  } finally {
    await lock?.release();
  }
}

async function atItsPlace<T>(
  connect: RestoreDatabaseOptions['connectDatabase'],
  host: Host,
  work: (place: Host) => Promise<T>,
): Promise<T> {
  if (connect === undefined) return work(host);
  const place = await connect();
  try {
    return await work(place);
  } finally {
    await place.close();
  }
}

function since(startedMs: number): number {
  return Math.round(performance.now() - startedMs);
}

/** The dump that is meant. @throws HoldfastError bad-input naming those that there are. */
async function chooseRecord(
  repository: BlobSource,
  { snapshot, name }: Pick<RestoreDatabaseOptions, 'snapshot' | 'name'>,
  signal: AbortSignal,
): Promise<DumpRecord> {
  const target = targetOf(snapshot.snapshot);
  const records = target === null ? [] : await dumpRecordsOf(repository, snapshot, target, signal);
  const record =
    name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
  if (record !== undefined) return record;
  const names = records.map((one) => one.name).join(', ');
  const asked = name === null ? 'a database' : `the dump ${JSON.stringify(name)}`;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore ${asked} of snapshot ${snapshot.id.slice(0, 8)}: ` +
      (records.length === 0 ? 'it holds no dump. Choose another snapshot.' : `expected one of ${names}.`),
  );
}
