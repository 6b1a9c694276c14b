import type { Host } from '../hosts/host.ts';
import { graceAfter } from '../repository/grace.ts';
import { BY_HOST_AND_PATHS } from '../repository/group-by.ts';
import type { HeldLock } from '../repository/lock.ts';
import type { Repository } from '../repository/repository.ts';
import { AfterFailure } from './backup/after-failure.ts';
import { AheadOfLock } from './backup/ahead-of-lock.ts';
import { BucketSet, wantsFirstLook } from './backup/bucket-set.ts';
import { Checkpoints, checkpointsAmong } from './backup/checkpoints.ts';
import { DumpSet } from './backup/dump-set.ts';
import { EarlyListing, mayListEarly } from './backup/early-listing.ts';
import { EarlySaving } from './backup/early-saving.ts';
import { makeFirstPass, wantsFirstPass } from './backup/first-pass.ts';
import { hostnameOf, reachedAt, saysItsName } from './backup/host-name.ts';
import { type Known, KnownBackups } from './backup/known-backups.ts';
import { warnOfLostPacks } from './backup/lost-packs.ts';
import type { BackupOptions } from './backup/options.ts';
import { Problems } from './backup/problems.ts';
import { bothFailed, readSource, type UsedVolume } from './backup/read-source.ts';
import { requireSources } from './backup/require-sources.ts';
import type { BackupResult } from './backup/result.ts';
import type { BackupRun, HostSurvey } from './backup/run.ts';
import { recordOfBucket } from './backup/save-bucket.ts';
import { saveFiles } from './backup/save-files.ts';
import type { SavedFiles } from './backup/saved-files.ts';
import { surveyHost } from './backup/survey-host.ts';
import { writeBackBeforeHold } from './backup/write-back.ts';
import { writeSnapshot } from './backup/write-snapshot.ts';
import { HeldReporter } from './held-reporter.ts';
import { withModestHeap } from './modest-heap.ts';
import { IDLE, type Reporter } from './progress.ts';
import { lockShared } from './take-lock.ts';

/**
 * Backs up `options.paths` of `host` into one new snapshot.
 *
 * The application is held only while the host is listed and read: the last packs, the index and the snapshot are
 * written after it goes on, and so are dumps of `options.dumps` whose moment could be pinned. When the after commands fail, the snapshot is written all the same, and then the failure
 * thrown, as an AfterFailure.
 *
 * @param opening A repository that is still being opened is waited for while the host is asked what it has.
 * @throws HoldfastError bad-input, source-missing, host-unsupported, command-failed, locked, lock-lost, dump-failed, cancelled, and
 *   what the host and the backend throw. Then no snapshot was written but perhaps a checkpoint, except after failed
 *   after commands. The repository takes no further writes.
 */
export function backup(...asked: BackupRequest): Promise<BackupResult> {
  return withModestHeap(HEAP_GROWTH_PERCENT, () => backUp(...asked));
}

/** It takes a quarter off a first backup’s memory, for two hundredths of its time. */
const HEAP_GROWTH_PERCENT = 70;

type BackupRequest = [
  host: Host,
  opening: Repository | Promise<Repository>,
  options: BackupOptions,
  reporter: Reporter,
  signal: AbortSignal,
];

async function backUp(...[host, opening, options, reporter, signal]: BackupRequest): Promise<BackupResult> {
  requireSources(options);
  const startedMs = performance.now();
  const startedNs = nowNs();
  const over = new AbortController();
  try {
    const listing = { host, options, signal: AbortSignal.any([signal, over.signal]) };
    const surveying = surveyHost(host, reporter, signal).then((survey) => {
      const early = mayListEarly(options) ? EarlyListing.begin({ ...survey, ...listing }) : null;
      return { survey, early };
    });
    const [repository, begun] = await Promise.all([opening, surveying]);
    return await backupInto(repository, {
      host,
      options,
      reporter,
      signal,
      startedMs,
      startedNs,
      ...begun,
    });
  } finally {
    over.abort();
  }
}

/** What is known before the repository is open. */
interface Begun {
  readonly host: Host;
  readonly options: BackupOptions;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
  readonly startedMs: number;
  readonly startedNs: bigint;
  readonly survey: HostSurvey;
  readonly early: EarlyListing | null;
}

async function backupInto(repository: Repository, begun: Begun): Promise<BackupResult> {
  const { options, reporter, signal, early } = begun;
  const compare = (known: Known, strays: Promise<boolean>) => {
    if (early === null) return null;
    const makeRun = (held: Reporter) => runOf(repository, begun, known, held);
    return new EarlySaving(makeRun, early, { held: new HeldReporter(reporter), strays });
  };
  const ahead = new AheadOfLock(repository, knownBackups(repository, begun), compare, signal);
  let lock: HeldLock | null = null;
  try {
    if (!options.dryRun) lock = await lockShared(repository, { ...options, ahead }, reporter, signal);
    return await saveUnder(lock, repository, begun, ahead);
  } finally {
    await ahead.close();
    await lock?.release();
  }
}

/** Saves what was begun ahead of the lock, or all of it. @param lock Null: nothing is to be written. */
async function saveUnder(
  lock: HeldLock | null,
  repository: Repository,
  begun: Begun,
  ahead: AheadOfLock,
): Promise<BackupResult> {
  const { reporter, signal, startedMs, early } = begun;
  const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
  reporter.onProgress({ ...IDLE, phase: 'loading-index' });
  const { known, saving, hasStrays, lost } = await ahead.take(guarded, lock !== null);
  warnOfLostPacks(lost, reporter);
  if (hasStrays) await takeOverPacks(repository, reporter, guarded);
  const run = { ...(saving?.run ?? runOf(repository, begun, known, reporter)), signal: guarded };
  const checkpoints = new Checkpoints(run, lastCall(signal, lock));
  if (lock !== null) saving?.lockIsGot(lock.lost, checkpoints);
  const { held, result } = await saveAll(run, checkpoints, { early, saving, startedMs });
  await checkpoints.removeAll(result.complete ? checkpointsAmong(known.earlier, run) : []);
  if (held.afterFailure !== null) throw new AfterFailure(held.afterFailure, result);
  return result;
}

function knownBackups(repository: Repository, begun: Begun): KnownBackups {
  const { host, options, reporter, signal, startedNs, survey, early } = begun;
  const { timeNs = startedNs, groupBy = BY_HOST_AND_PATHS } = options;
  return new KnownBackups(repository, {
    options,
    hostname: hostnameOf(host, options, survey.probe),
    ofAllHosts: !groupBy.host,
    reached: saysItsName(host, options) ? reachedAt(host) : null,
    timeNs,
    startedNs,
    early,
    onWarning: (message) => reporter.onWarning(message),
    signal,
  });
}

function runOf(
  repository: Repository,
  begun: Begun,
  { parents, last, marks, asksForFew }: Known,
  reporter: Reporter,
): BackupRun {
  const { host, options, signal, startedNs, survey } = begun;
  return {
    ...survey,
    host,
    repository,
    options,
    reporter,
    signal,
    problems: new Problems((message) => reporter.onWarning(message)),
    hostname: hostnameOf(host, options, survey.probe),
    parents,
    last,
    marks,
    asksForFew,
    startedNs,
    timeNs: options.timeNs ?? startedNs,
  };
}

async function saveAll(
  run: BackupRun,
  checkpoints: Checkpoints,
  { early, saving, startedMs }: { early: EarlyListing | null; saving: EarlySaving | null; startedMs: number },
) {
  const dumps = new DumpSet(run);
  const buckets = new BucketSet(run);
  try {
    const first = wantsFirstPass(run.options) ? await makeFirstPass(run, checkpoints) : null;
    const asOfNs = first?.parent.listingStartedNs ?? (await writeBackBeforeHold(run));
    if (wantsFirstLook(run.options)) await buckets.look();
    const held = await readSource(run, {
      atTheMoment: async () => {
        await dumps.pin();
        await dumps.saveUnpinned();
        await buckets.save();
      },
      beforeReading: () => dumps.savePinned(),
      read: async (source) => {
        if (saving !== null) return saving.files;
        // With a first pass its checkpoints are fuller for long.
        const going = first === null ? checkpoints : { begin: () => {} };
        return saveFiles({ ...run, ...source }, going, {
          trees: first?.trees,
          seen: first?.parent,
          sources: first?.sources ?? undefined,
          ...(asOfNs === undefined ? {} : { asOfNs }),
          early: await early?.take(),
        });
      },
    });
    await dumps.savePinned().catch((error: unknown) => {
      throw held.afterFailure === null ? error : bothFailed(held.afterFailure, error);
    });
    await checkpoints.stop();
    const end = {
      quiescedMs: held.heldMs,
      volume: held.volume,
      startedMs,
      dumps,
      buckets,
      bytesRead: first?.bytesRead ?? 0,
    };
    return { held, result: await finish(run, held.result, end) };
  } catch (error) {
    await dumps.close();
    await checkpoints.conclude();
    await run.repository.stopWriting();
    throw error;
  } finally {
    await dumps.close();
  }
}

/**
 * From the moment that a run is cancelled there are 10 s until it is killed. In the first the after commands have their
 * turn; the lock must go at the end.
 */
const LAST_CHECKPOINT_AFTER_MS = 6000;

function lastCall(signal: AbortSignal, lock: HeldLock | null): AbortSignal {
  const late = graceAfter(signal, LAST_CHECKPOINT_AFTER_MS);
  return lock === null ? late : AbortSignal.any([late, lock.lost]);
}

/** No index names yet what a run stored that was cut off; or one that goes on beside this one, which does no harm. */
async function takeOverPacks(repository: Repository, reporter: Reporter, signal: AbortSignal): Promise<void> {
  const { packs } = await repository.adoptPacks(signal);
  if (packs === 0) return;
  const what = packs === 1 ? '1 pack is' : `${packs} packs are`;
  reporter.onInfo(`${what} taken over that another run stored and no index names.`);
}

async function finish(
  run: BackupRun,
  files: SavedFiles,
  end: {
    quiescedMs: number | null;
    volume: UsedVolume | null;
    startedMs: number;
    dumps: DumpSet;
    buckets: BucketSet;
    bytesRead: number;
  },
): Promise<BackupResult> {
  const { options, problems, hostname, parents } = run;
  const complete = problems.allow(options);
  const { quiescedMs, volume } = end;
  const dumps = await end.dumps.results();
  const records = dumps.map(({ record }) => record);
  for (const line of options.application?.judge(records) ?? []) run.reporter.onWarning(line);
  const written = await writeSnapshot(run, files, {
    complete,
    quiescedMs,
    volume,
    dumps: end.dumps.saved,
    buckets: end.buckets.saved,
  });
  // Only now are earlier ones replaced: an incomplete snapshot replaces nothing.
  if (written.snapshotId !== null && complete) await end.dumps.giveUpEarlier();
  return {
    ...written,
    parentId: parents[0]?.id ?? null,
    complete,
    problems: problems.list,
    problemCounts: problems.counts,
    bytesRead: end.bytesRead + files.counts.bytesRead + end.dumps.bytesRead + end.buckets.bytesRead,
    durationMs: Math.round(performance.now() - end.startedMs),
    quiescedMs,
    dumps,
    buckets: end.buckets.saved.map(recordOfBucket),
    hostname,
    target: options.target,
  };
}

/** Wall-clock time; to the millisecond, which is all that JavaScript's clock gives. */
function nowNs(): bigint {
  return BigInt(Date.now()) * 1_000_000n;
}
