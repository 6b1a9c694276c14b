import { untilCancelled } from '../../backends/cancel.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Snapshot, SnapshotSummary } from '../../repository/format/snapshot.ts';
import { encodeTree } from '../../repository/format/tree.ts';
import type { WrittenCounts } from '../../repository/repository.ts';
import { CHECKPOINT_TAG, INCOMPLETE_TAG, isIncomplete, keepTags, targetTag } from '../../repository/tags.ts';
import { leaveMarks } from './left-marks.ts';
import { encodeManifest } from './manifest.ts';
import { type Ending as ManifestEnding, manifestOf } from './manifest-of.ts';
import { OWN_FOLDER, saveOwnTree } from './own-tree.ts';
import { recordedPaths } from './recorded-path.ts';
import type { BackupRun } from './run.ts';
import type { SavedDump } from './saved-dump.ts';
import type { SavedFiles } from './saved-files.ts';

type Ending = Omit<ManifestEnding, 'dumps'> & { readonly dumps: readonly SavedDump[] };

/** What a checkpoint has of dumps and buckets: what of them is in the repository, the next run finds there. */
const NOTHING_ADDED = { dumps: [], buckets: [] } as const;

export interface WrittenSnapshot {
  /** Null in a dry run, and when it is `unchanged`. */
  readonly snapshotId: SnapshotId | null;
  /** Nothing was written, as asked: the snapshot would hold what its parent does. */
  readonly unchanged: boolean;
  readonly summary: SnapshotSummary;
  readonly paths: readonly string[];
  readonly tags: readonly string[];
}

/**
 * Adds the manifest, closes the root, and writes what is left: packs, then the index, then the snapshot.
 * The repository refuses the snapshot when its lock is lost: a prune may then have taken what the snapshot names.
 */
export async function writeSnapshot(
  run: BackupRun,
  files: SavedFiles,
  ending: Ending,
): Promise<WrittenSnapshot> {
  const { repository, options, reporter } = run;
  const tags = tagsOf(run, ending.complete);
  const paths = recordedPaths(options);
  if (options.dryRun) {
    return {
      snapshotId: null,
      unchanged: false,
      summary: summaryOf(run, files, { dumps: [], buckets: ending.buckets }, repository.written),
      paths,
      tags,
    };
  }
  reporter.onProgress(files.counts.progress('finishing'));
  const root = await untilCancelled(files.assembly.rootNodes(), run.signal);
  // A dump is hardly ever what it was before: then there is a new snapshot. And what a parent has lost was saved anew.
  const maySkip =
    options.skipIfUnchanged &&
    !repository.leavesOut &&
    options.keepBecause === undefined &&
    ending.complete &&
    ending.dumps.length === 0 &&
    ending.buckets.length === 0;
  if (maySkip && (await isAsParent(run, root))) {
    await leaveMarks(run, files, null);
    return {
      snapshotId: null,
      unchanged: true,
      summary: summaryOf(run, files, NOTHING_ADDED, repository.written),
      paths,
      tags,
    };
  }
  const own = await saveOwn(run, files, ending);
  const tree = await untilCancelled(files.assembly.saveRoot(root, [own]), run.signal);
  await untilCancelled(repository.flush(), run.signal);
  const summary = summaryOf(run, files, ending, repository.written);
  const snapshot: Snapshot = { ...whoseSnapshot(run), timeNs: run.timeNs, tree, paths, tags, summary };
  const snapshotId = await repository.saveSnapshot(snapshot, run.signal);
  if (ending.complete) await leaveMarks(run, files, snapshotId);
  return { snapshotId, unchanged: false, summary, paths, tags };
}

/** Whether a complete parent has the same root, but for what is ours: the manifest says when it was made. */
async function isAsParent(
  { repository, parents, signal }: BackupRun,
  root: readonly Node[],
): Promise<boolean> {
  const [parent] = parents;
  if (parent === undefined || isIncomplete(parent.snapshot)) return false;
  const { nodes } = await repository.loadTree(parent.snapshot.tree, signal);
  return encodeTree({ nodes: ofHost(nodes) }).equals(encodeTree({ nodes: ofHost(root) }));
}

function ofHost(nodes: readonly Node[]): Node[] {
  return nodes.filter(({ name }) => name !== OWN_FOLDER).sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * By so much a checkpoint is older than its run's snapshot: who goes by time alone, as restic's `latest` does, must not
 * take one that could not be removed for the newer of the two.
 */
const CHECKPOINT_OLDER_NS = 1_000_000n;

/**
 * Writes what is known so far as an incomplete snapshot, while listing and reading go on.
 *
 * The user's own tags aren't on it: what is kept by them doesn't count it.
 * @param signal When it is aborted before the snapshot is being written, there is none.
 */
export async function writeCheckpoint(
  run: BackupRun,
  files: SavedFiles,
  signal: AbortSignal,
): Promise<SnapshotId> {
  const { repository, options } = run;
  const summary = summaryOf(run, files, NOTHING_ADDED, repository.written);
  const own = saveOwn(run, files, { complete: false, quiescedMs: null, volume: null, ...NOTHING_ADDED });
  const tree = files.assembly.saveSoFar(own);
  const snapshot: Snapshot = {
    ...whoseSnapshot(run),
    timeNs: run.timeNs - CHECKPOINT_OLDER_NS,
    tree: await untilCancelled(tree, signal),
    paths: recordedPaths(options),
    tags: [targetTag(options.target), INCOMPLETE_TAG, CHECKPOINT_TAG],
    summary,
  };
  return repository.saveSnapshot(snapshot, signal);
}

function saveOwn(run: BackupRun, files: SavedFiles, ending: Ending): Promise<Node> {
  return saveOwnTree(run.repository, {
    target: run.options.target,
    manifest: encodeManifest(manifestOf(run, files, ending)),
    dumps: ending.dumps.map(({ record, content }) => ({ name: record.name, ...content })),
    buckets: ending.buckets,
    timeNs: run.timeNs,
  });
}

function whoseSnapshot({ parents, hostname, probe, options }: BackupRun) {
  return {
    parent: parents[0]?.id ?? null,
    hostname,
    username: probe.username,
    uid: probe.uid,
    gid: 0, // the host wasn't asked
    excludes: [...options.excludes],
    original: null,
    programVersion: options.programVersion,
  };
}

function tagsOf(run: BackupRun, complete: boolean): string[] {
  const { tags: own, target, keepBecause } = run.options;
  const tags = [...own, targetTag(target), ...(keepBecause === undefined ? [] : keepTags(keepBecause))];
  if (!complete) tags.push(INCOMPLETE_TAG);
  return [...new Set(tags)];
}

function summaryOf(
  run: BackupRun,
  { counts, assembly }: SavedFiles,
  { dumps, buckets }: Pick<Ending, 'dumps' | 'buckets'>,
  written: WrittenCounts,
): SnapshotSummary {
  const dumpBytes = dumps.reduce((sum, { record }) => sum + record.size_bytes, 0);
  const parts = [
    { ...counts, ...assembly.counts },
    ...buckets.map((bucket) => ({ ...bucket.counts, ...bucket.folders })),
  ];
  const total = (count: (part: (typeof parts)[number]) => number) =>
    parts.reduce((sum, part) => sum + count(part), 0);
  return {
    backupStartNs: run.startedNs,
    backupEndNs: BigInt(Date.now()) * 1_000_000n,
    filesNew: total((part) => part.filesNew) + dumps.length, // each is made anew
    filesChanged: total((part) => part.filesChanged),
    filesUnmodified: total((part) => part.filesUnmodified),
    dirsNew: total((part) => part.dirsNew),
    dirsChanged: total((part) => part.dirsChanged),
    dirsUnmodified: total((part) => part.dirsUnmodified),
    totalFilesProcessed: total((part) => part.totalFilesProcessed) + dumps.length,
    totalBytesProcessed: total((part) => part.totalBytesProcessed) + dumpBytes,
    dataBlobs: written.dataBlobs,
    treeBlobs: written.treeBlobs,
    dataAdded: written.addedBytes,
    dataAddedPacked: written.storedBytes,
  };
}
