import { chooseReader, type HostProbe, probeHost } from '../files/probe.ts';
import type { Host } from '../hosts/host.ts';
import { acquireLock, type HeldLock } from '../repository/lock.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { AfterFailure } from './backup/after-failure.ts';
import { holdApplication } from './backup/application-hold.ts';
import type { BackupOptions } from './backup/options.ts';
import { chooseParent } from './backup/parent.ts';
import { Problems } from './backup/problems.ts';
import type { BackupResult } from './backup/result.ts';
import { type SavedFiles, saveFiles } from './backup/save-files.ts';
import { writeSnapshot } from './backup/write-snapshot.ts';
import type { Reporter } from './progress.ts';

/** Everything that the steps of one backup share. */
export interface BackupRun {
  readonly host: Host;
  readonly probe: HostProbe;
  readonly repository: Repository;
  readonly options: BackupOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly problems: Problems;
  /** The host name to record. */
  readonly hostname: string;
  readonly parent: StoredSnapshot | null;
  readonly startedNs: bigint;
  /** The host's clock now, rather too early than too late. Nanoseconds since 1970. */
  readonly hostClockNs: () => bigint;
}

/**
 * Backs up `options.paths` of `host` into one new snapshot.
 *
 * The application is held only while the host is listed and read: the last packs, the index and the snapshot are
 * written after it goes on. When the after commands fail, the snapshot is written all the same, and then the failure
 * thrown, as an AfterFailure.
 *
 * @throws HoldfastError bad-input, source-missing, host-unsupported, command-failed, locked, lock-lost, cancelled, and
 *   what the host and the backend throw. Then no snapshot was written, except after failed after commands.
 */
export async function backup(
  host: Host,
  repository: Repository,
  options: BackupOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<BackupResult> {
  const startedMs = performance.now();
  const startedNs = nowNs();
  const probe = await probeHost(host, signal);
  chooseReader(host, probe);
  const hostClockNs = clockFrom(probe.clockNs);
  const lock = options.dryRun ? null : await lockShared(repository, options, reporter, signal);
  try {
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    reporter.onProgress({ ...IDLE, phase: 'loading-index' });
    await repository.loadIndex(guarded);
    const hostname = options.hostname ?? probe.hostname;
    const parent = await chooseParent(repository, { options, hostname, startedNs }, guarded);
    const problems = new Problems(reporter.onWarning.bind(reporter));
    const run = {
      host,
      probe,
      repository,
      options,
      reporter,
      signal: guarded,
      problems,
      hostname,
      parent,
      startedNs,
      hostClockNs,
    };
    const held = await holdApplication(run, () => saveFiles(run));
    const result = await finish(run, held.result, { quiescedMs: held.heldMs, startedMs });
    if (held.afterFailure !== null) throw new AfterFailure(held.afterFailure, result);
    return result;
  } finally {
    await lock?.release();
  }
}

const IDLE = { filesDone: 0, bytesDone: 0, filesTotal: null, bytesTotal: null, current: '' } as const;

async function lockShared(
  repository: Repository,
  options: BackupOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<HeldLock> {
  reporter.onProgress({ ...IDLE, phase: 'locking' });
  return acquireLock(repository, {
    exclusive: false,
    retryForMs: options.retryLockMs,
    signal,
    onWaiting: reporter.onInfo.bind(reporter),
  });
}

async function finish(
  run: BackupRun,
  files: SavedFiles,
  end: { quiescedMs: number | null; startedMs: number },
): Promise<BackupResult> {
  const { options, problems, hostname, parent } = run;
  const complete = problems.allow(options);
  const written = await writeSnapshot(run, files, { complete, quiescedMs: end.quiescedMs });
  return {
    ...written,
    parentId: parent?.id ?? null,
    complete,
    problems: problems.list,
    problemCounts: problems.counts,
    bytesRead: files.counts.bytesRead,
    durationMs: Math.round(performance.now() - end.startedMs),
    quiescedMs: end.quiescedMs,
    hostname,
    target: options.target,
  };
}

/** Wall-clock time; to the millisecond, which is all that JavaScript's clock gives. */
function nowNs(): bigint {
  return BigInt(Date.now()) * 1_000_000n;
}

/** A clock that said `atNs` a moment ago, carried on by our own. */
function clockFrom(atNs: bigint): () => bigint {
  const heardMs = performance.now();
  return () => atNs + BigInt(Math.floor(performance.now() - heardMs)) * 1_000_000n;
}
