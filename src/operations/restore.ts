import { display, displayText } from '../bytestring.ts';
import { type Accounts, readAccounts } from '../files/accounts.ts';
import type { Host } from '../hosts/host.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import type { HeldLock } from '../repository/lock.ts';
import type { Repository } from '../repository/repository.ts';
import { hasManyFolders } from './many-folders.ts';
import { withModestHeap } from './modest-heap.ts';
import { IDLE, type Reporter } from './progress.ts';
import { isOfRootAlone } from './restore/attribute-kinds.ts';
import { canReadHere } from './restore/files-here.ts';
import { type HostFacts, readHostFacts } from './restore/host-facts.ts';
import { worthLanes } from './restore/lanes.ts';
import type { RestoreOptions, RestoreResult } from './restore/options.ts';
import { otherNumbers } from './restore/other-numbers.ts';
import { tellOtherStaging } from './restore/other-staging.ts';
import { Owners } from './restore/owners.ts';
import { planRestore, type RestorePlan } from './restore/plan-restore.ts';
import { RestoreRun } from './restore/run.ts';
import { type RestoreSource, restoreSource } from './restore/source.ts';
import { SourceAhead } from './restore/source-ahead.ts';
import { SourcePlace } from './restore/source-place.ts';
import { stage } from './restore/stage.ts';
import { endUnfinished, swapAll } from './restore/swap-all.ts';
import { tellUnmounted } from './restore/unmounted.ts';
import { restoreKey } from './restore/workspace-name.ts';
import { lockShared } from './take-lock.ts';

export type { Overwrite, RestoreChange, RestoreOptions, RestoreResult } from './restore/options.ts';

/**
 * Puts a snapshot, or a part of it, back on a host.
 *
 * Nothing that stands there is touched until all of it lies beside it, read again and compared; then it is swapped in
 * by renames, and what was in the way goes into an undo folder (see `undoRestore`). A run that was cut off goes on
 * where it was when the same restore is called again.
 *
 * @throws HoldfastError restore-unsafe, restore-blocked, restore-mismatch, no-space, no-permission, bad-input,
 *   repository-damaged, host-unsupported, command-failed, locked, lock-lost, cancelled, and what the host and the
 *   backend throw. Unless the message says so, nothing that stood at the destination was touched.
 */
export function restore(...asked: RestoreRequest): Promise<RestoreResult> {
  return withModestHeap(HEAP_GROWTH_PERCENT, () => putBack(...asked));
}

/** It took no time. */
const HEAP_GROWTH_PERCENT = 50;

type RestoreRequest = [
  host: Host,
  repository: Repository | BlobSource,
  options: RestoreOptions,
  reporter: Reporter,
  signal: AbortSignal,
];

async function putBack(...asked: RestoreRequest): Promise<RestoreResult> {
  const [host, repository, options, reporter, signal] = asked;
  const startedMs = performance.now();
  const ending = new AbortController();
  const guarded = AbortSignal.any([signal, ending.signal]);
  const read = () => readSource(repository, options, reporter, guarded);
  // Only a repository can be pruned meanwhile: an archive has no locks.
  const locked = !('guardBy' in repository) || options.noLock || options.dryRun ? null : repository;
  const ahead = locked === null ? null : new SourceAhead(locked, read);
  // The host is asked meanwhile.
  const asking = askHost(host, guarded);
  asking.catch(() => {}); // met below, unless the repository fails before
  let lock: HeldLock | null = null;
  try {
    if (locked !== null && ahead !== null)
      lock = await lockShared(locked, { ...options, ahead, onlyReads: true }, reporter, signal);
    endWith(lock?.lost, ending);
    const source = ahead === null ? await read() : await ahead.take(guarded);
    startThreads(host, repository, options, source);
    const asked = await asking;
    const sourcePlace = await SourcePlace.find(repository.folder, asked.facts.bootId);
    const parts = { signal: guarded, source, sourcePlace, ...asked };
    const run = prepare(host, repository, options, reporter, parts);
    return await putBackBy(run, startedMs);
  } finally {
    ending.abort();
    await Promise.allSettled([asking, ahead?.close()]);
    await lock?.release();
  }
}

function endWith(lost: AbortSignal | undefined, ending: AbortController): void {
  const end = () => ending.abort(lost?.reason);
  if (lost?.aborted) end();
  lost?.addEventListener('abort', end, { once: true });
}

/** They are started while the rest is planned: nearly all that they will do is known now. */
function startThreads(
  host: Host,
  repository: Repository | BlobSource,
  { dryRun, overwrite }: RestoreOptions,
  { totals }: RestoreSource,
): void {
  if (dryRun || overwrite !== 'always' || !('startThreads' in repository)) return;
  if (worthLanes(totals) && canReadHere(host, repository)) repository.startThreads();
}

async function putBackBy(run: RestoreRun, startedMs: number): Promise<RestoreResult> {
  const { options } = run;
  const plan = await planRestore(run);
  const earlier = options.dryRun ? null : await endUnfinished(run, plan);
  if (earlier !== null) return resultOf(run, plan, { ...earlier, finishedEarlierRun: true, startedMs });
  await tellOtherStaging(run);
  await tellUnmounted(run);
  if (options.dryRun) return resultOf(run, plan, { undoFolders: [], finishedEarlierRun: false, startedMs });
  const workspaces = [];
  for (const groups of plan.mounts) workspaces.push(await stage(run, groups));
  const undoFolders = await swapAll(run, plan, workspaces);
  return resultOf(run, plan, { undoFolders, finishedEarlierRun: false, startedMs });
}

interface AskedHost {
  readonly facts: HostFacts;
  readonly accounts: Accounts;
}

async function askHost(host: Host, signal: AbortSignal): Promise<AskedHost> {
  const [facts, accounts] = await Promise.all([readHostFacts(host, signal), readAccounts(host, signal)]);
  return { facts, accounts };
}

function prepare(
  host: Host,
  repository: Repository | BlobSource,
  options: RestoreOptions,
  reporter: Reporter,
  {
    signal,
    source,
    sourcePlace,
    facts,
    accounts,
  }: AskedHost & Pick<RestoreRun, 'signal' | 'source'> & { sourcePlace: SourcePlace | null },
): RestoreRun {
  for (const message of source.trees.leftOut()) reporter.onWarning(message);
  checkLosses(host, { facts, source, reporter });
  const byName = options.owners === 'names';
  const owners = new Owners(facts.uid === 0, byName ? accounts : null);
  if (facts.uid !== 0)
    reporter.onWarning(
      `Owners are not restored: user ${facts.uid} on ${host.name} isn't root. Files of others lose setuid and setgid.`,
    );
  const others = facts.uid === 0 && !byName ? otherNumbers(source.traits.owners, accounts) : null;
  if (others !== null)
    reporter.onWarning(
      `Owners have other numbers on ${host.name} (${others}): what is restored has the numbers that were saved. To go by names restore with --ownership-by-name (the input "ownership-by-name").`,
    );
  return new RestoreRun({
    host,
    repository,
    options,
    reporter,
    signal,
    facts,
    owners,
    source,
    sourcePlace,
    key: restoreKey(options.snapshot.id, choiceOf(options)),
  });
}

async function readSource(
  repository: Repository | BlobSource,
  options: RestoreOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<RestoreSource> {
  reporter.onProgress({ ...IDLE, phase: 'loading-index' });
  if ('openTreesAhead' in repository && readsNearlyAll(options)) repository.openTreesAhead();
  await repository.loadIndex(signal);
  reporter.onProgress({ ...IDLE, phase: 'preflight' });
  return await restoreSource(repository, options, signal);
}

/** Whether so many trees will be read that it is worth a thread. */
function readsNearlyAll({ snapshot, folder, includes, iincludes }: RestoreOptions): boolean {
  const isWhole = folder === null && includes.length === 0 && iincludes.length === 0;
  return isWhole && hasManyFolders(snapshot.snapshot);
}

/** Says before anything is written what the host's tar can't restore of what was chosen. */
function checkLosses(
  { name }: Host,
  { facts, source, reporter }: { facts: HostFacts; source: RestoreSource; reporter: Reporter },
): void {
  source.traits.assertTakenBy(facts.unpacker, name);
  const kinds = [...source.traits.attributes].filter(([, attribute]) => isOfRootAlone(attribute.name));
  if (facts.uid !== 0 && facts.unpacker.keepsAttributes && kinds.length > 0) {
    const shown = kinds
      .map(([kind]) => displayText(kind))
      .sort()
      .join(', ');
    reporter.onWarning(
      `Extended attributes of the kinds ${shown} are not restored: only root can set them, and user ${facts.uid} on ${name} isn't root.`,
    );
  }
  const lost = source.traits.lostBy(facts.unpacker);
  if (lost.length === 0) return;
  reporter.onWarning(
    `Not all is restored on ${name}: its tar (${facts.tarVersion}) can't restore ${lost.join(', ')}. Install GNU tar there and restore again to have them.`,
  );
}

/** All that makes two restores of one snapshot different. */
function choiceOf(options: RestoreOptions): unknown {
  const { folder, target, includes, excludes, iincludes, iexcludes, overwrite, owners, includeOwn } = options;
  return [
    folder,
    target,
    includes,
    excludes,
    iincludes,
    iexcludes,
    overwrite,
    options.delete,
    owners,
    includeOwn,
  ];
}

function resultOf(
  { options, source, counts }: RestoreRun,
  plan: RestorePlan,
  end: { undoFolders: readonly string[]; finishedEarlierRun: boolean; startedMs: number },
): RestoreResult {
  const { files, folders, others, bytes } = source.totals;
  const isWhole = !options.dryRun && !end.finishedEarlierRun;
  return {
    snapshotId: options.snapshot.id,
    dryRun: options.dryRun,
    target: options.target === null ? 'its original place' : display(options.target),
    files,
    folders,
    others,
    bytes,
    unchangedFiles: plan.unchanged.files,
    unchangedBytes: plan.unchanged.bytes,
    leftFiles: plan.leftFiles,
    // What was sent twice isn't of an earlier run.
    resumedFiles: isWhole ? Math.max(plan.needed.files - counts.files, 0) : 0,
    sentFiles: options.dryRun ? plan.needed.files : counts.files,
    sentBytes: options.dryRun ? plan.needed.bytes : counts.bytes,
    created: plan.changes.create,
    replaced: plan.changes.replace,
    removed: plan.changes.remove,
    replacedFolders: plan.replacedFolders,
    undoFolders: end.undoFolders,
    finishedEarlierRun: end.finishedEarlierRun,
    durationMs: Math.round(performance.now() - end.startedMs),
  };
}
