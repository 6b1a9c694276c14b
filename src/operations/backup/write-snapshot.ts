import { display } from '../../bytestring.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { Snapshot, SnapshotSummary } from '../../repository/format/snapshot.ts';
import { formatTime } from '../../repository/format/time.ts';
import type { WrittenCounts } from '../../repository/repository.ts';
import { INCOMPLETE_TAG, targetTag } from '../../repository/tags.ts';
import type { BackupRun } from '../backup.ts';
import { encodeManifest, MANIFEST_VERSION } from './manifest.ts';
import { saveOwnTree } from './own-tree.ts';
import { recordedPath } from './recorded-path.ts';
import type { SavedFiles } from './save-files.ts';

export interface Ending {
  readonly complete: boolean;
  readonly quiescedMs: number | null;
}

export interface WrittenSnapshot {
  /** Null in a dry run. */
  readonly snapshotId: SnapshotId | null;
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
  const paths = options.paths.map(recordedPath);
  if (options.dryRun) {
    return { snapshotId: null, summary: summaryOf(run, files, repository.written), paths, tags };
  }
  reporter.onProgress(files.counts.progress('finishing'));
  const own = await saveOwnTree(repository, {
    target: options.target,
    manifest: encodeManifest(manifestOf(run, files, ending)),
    timeNs: run.startedNs,
  });
  const tree = await files.assembly.finish([own]);
  await repository.flush();
  const summary = summaryOf(run, files, repository.written);
  run.signal.throwIfAborted();
  const snapshot: Snapshot = {
    timeNs: run.startedNs,
    parent: run.parent?.id ?? null,
    tree,
    paths,
    hostname: run.hostname,
    username: run.probe.username,
    uid: run.probe.uid,
    gid: 0, // the host wasn't asked
    excludes: [...options.excludes],
    tags,
    original: null,
    programVersion: options.programVersion,
    summary,
  };
  return { snapshotId: await repository.saveSnapshot(snapshot), summary, paths, tags };
}

function tagsOf(run: BackupRun, complete: boolean): string[] {
  const tags = [...run.options.tags, targetTag(run.options.target)];
  if (!complete) tags.push(INCOMPLETE_TAG);
  return [...new Set(tags)];
}

function manifestOf(run: BackupRun, files: SavedFiles, ending: Ending) {
  const { options, problems, probe } = run;
  return {
    manifest_version: MANIFEST_VERSION,
    program_version: options.programVersion,
    target: options.target,
    hostname: run.hostname,
    system: { kernel: probe.kernel, find: probe.tools.find.version, tar: probe.tools.tar.version },
    paths: options.paths.map(display),
    excludes: [...options.excludes, ...options.iexcludes],
    listing_started: formatTime(files.listingStartedNs),
    quiesced_ms: ending.quiescedMs,
    complete: ending.complete,
    problem_counts: problems.counts,
    problems: problems.list,
  };
}

function summaryOf(
  run: BackupRun,
  { counts, assembly }: SavedFiles,
  written: WrittenCounts,
): SnapshotSummary {
  return {
    backupStartNs: run.startedNs,
    backupEndNs: BigInt(Date.now()) * 1_000_000n,
    filesNew: counts.filesNew,
    filesChanged: counts.filesChanged,
    filesUnmodified: counts.filesUnmodified,
    ...assembly.counts,
    totalFilesProcessed: counts.totalFilesProcessed,
    totalBytesProcessed: counts.totalBytesProcessed,
    dataBlobs: written.dataBlobs,
    treeBlobs: written.treeBlobs,
    dataAdded: written.addedBytes,
    dataAddedPacked: written.storedBytes,
  };
}
