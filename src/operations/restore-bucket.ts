import type { Bucket } from '../buckets/bucket.ts';
import { fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { findNode } from '../repository/find-node.ts';
import type { BlobId, SnapshotId } from '../repository/format/ids.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { type BucketRecord, parseBucketRecords } from './backup/bucket-record.ts';
import { loadManifest } from './backup/manifest.ts';
import { bucketsPath } from './backup/own-tree.ts';
import { IDLE, type Reporter } from './progress.ts';
import { ObjectWriter, type WrittenObjects } from './restore/object-writer.ts';
import { lockShared } from './take-lock.ts';
import { walkTree } from './walk-tree.ts';

export interface RestoreBucketOptions {
  readonly snapshot: StoredSnapshot;
  /** Of the bucket in the snapshot; null: the only one. */
  readonly name: string | null;
  /** Where it goes; from what the manifest says of it. */
  readonly into: (record: BucketRecord) => Bucket;
  /** An object that is another than was saved is replaced, where the bucket keeps its older version; false: it is refused. */
  readonly replace: boolean;
  /** Only say which bucket it would be. */
  readonly dryRun: boolean;
  readonly noLock: boolean;
  readonly retryLockMs: number;
}

export interface RestoreBucketResult {
  readonly snapshotId: SnapshotId;
  readonly record: BucketRecord;
  readonly into: string;
  /** Null after a dry run. */
  readonly written: WrittenObjects | null;
  readonly durationMs: number;
}

/**
 * Puts the objects of a bucket that a snapshot holds back into one, and proves each: by the tag that the storage gives it, or by
 * reading it again. Nothing is removed, and nothing that is another is replaced unless the bucket keeps it. It can be done again: what
 * is there as it was saved stays.
 *
 * @throws HoldfastError bad-input for a bucket that isn't there; restore-blocked for an object that is in the way: what was written
 *   before stays, and is found by the next try; restore-mismatch,
 *   repository-damaged, locked, lock-lost, cancelled, and what the storage throws.
 */
export async function restoreBucket(
  repository: Repository,
  options: RestoreBucketOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<RestoreBucketResult> {
  const startedMs = performance.now();
  const { snapshot, dryRun, noLock } = options;
  const lock =
    noLock || dryRun ? null : await lockShared(repository, { ...options, onlyReads: true }, reporter, signal);
  try {
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    reporter.onProgress({ ...IDLE, phase: 'loading-index' });
    await repository.loadIndex(guarded);
    const { record, tree } = await chooseBucket(repository, options, guarded);
    const bucket = options.into(record);
    const end = { snapshotId: snapshot.id, record, into: bucket.location };
    if (dryRun) return { ...end, written: null, durationMs: since(startedMs) };
    const store = await bucket.open((message) => reporter.onInfo(message));
    // What is under way when one of them has failed.
    const ending = new AbortController();
    const until = AbortSignal.any([guarded, ending.signal]);
    try {
      const writer = new ObjectWriter({ repository, store, record, reporter, signal: until });
      await writer.prepare(options);
      for await (const placed of walkTree(repository, tree, { signal: until }))
        if (placed.node.type === 'file') await writer.take(placed);
      return { ...end, written: await writer.finish(), durationMs: since(startedMs) };
    } finally {
      ending.abort();
      store.close();
    }
  } finally {
    await lock?.release();
  }
}

/** What a snapshot says of its buckets; none in one that has no manifest of ours. @throws HoldfastError repository-damaged. */
export async function bucketRecordsOf(
  repository: Repository,
  snapshot: StoredSnapshot,
  signal?: AbortSignal,
): Promise<BucketRecord[]> {
  const target = targetOf(snapshot.snapshot);
  const json = target === null ? null : await loadManifest(repository, snapshot, target, signal);
  return json === null ? [] : parseBucketRecords(json);
}

async function chooseBucket(
  repository: Repository,
  { snapshot, name }: Pick<RestoreBucketOptions, 'snapshot' | 'name'>,
  signal: AbortSignal,
): Promise<{ record: BucketRecord; tree: BlobId }> {
  const records = await bucketRecordsOf(repository, snapshot, signal);
  const record =
    name === null && records.length === 1 ? records[0] : records.find((one) => one.name === name);
  const shown = snapshot.id.slice(0, 8);
  if (record === undefined) {
    const names = records.map((one) => one.name).join(', ');
    throw new HoldfastError(
      'bad-input',
      `Cannot restore ${name === null ? 'a bucket' : `the bucket ${JSON.stringify(name)}`} of snapshot ${shown}: ` +
        (records.length === 0 ? 'it holds none. Choose another snapshot.' : `expected one of ${names}.`),
    );
  }
  const path = `${bucketsPath(targetOf(snapshot.snapshot) ?? '')}/${record.name}`;
  const node = await findNode(repository, snapshot.snapshot.tree, fromText(path), signal);
  if (node?.subtree != null) return { record, tree: node.subtree };
  throw new HoldfastError(
    'repository-damaged',
    `Cannot restore the bucket ${record.name} of snapshot ${shown}: its folder isn't in it, expected what the manifest says. Run \`holdfast check\`.`,
  );
}

function since(startedMs: number): number {
  return Math.round(performance.now() - startedMs);
}
