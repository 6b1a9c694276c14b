import { formatCounted } from '../../amounts.ts';
import { keyOfPath } from '../../buckets/object-path.ts';
import { type ByteString, display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { findNode } from '../../repository/find-node.ts';
import { targetOf } from '../../repository/tags.ts';
import type { BucketRecord } from '../backup/bucket-record.ts';
import { headersIn } from '../backup/object-content.ts';
import { bucketsPath } from '../backup/own-tree.ts';
import { restore } from '../restore.ts';
import { walkTree } from '../walk-tree.ts';
import { controlFiles, type FilesPlace, WHOLE } from './files.ts';
import type { DrillPlace } from './place.ts';
import { RestoredFiles } from './restored-files.ts';
import type { DrillRun } from './run.ts';

/** A bucket of which each object stands as a file in the drill's place. */
interface RestoredBucket extends FilesPlace {
  readonly record: BucketRecord;
  /** In the snapshot. */
  readonly path: ByteString;
}

function checkName({ name }: BucketRecord): string {
  return `bucket ${name}`;
}

/** Where a bucket's folder stands in the snapshot that is drilled. */
function pathIn({ snapshot }: DrillRun, { name }: BucketRecord): ByteString {
  return `${bucketsPath(targetOf(snapshot.snapshot) ?? '')}/${fromText(name)}` as ByteString;
}

/**
 * Restores each bucket into a folder of its own: nothing of a drill reaches a storage. @returns those that are there now.
 * @param place Null: there is none.
 */
export async function restoreBuckets(
  run: DrillRun,
  place: DrillPlace | null,
  records: readonly BucketRecord[],
): Promise<RestoredBucket[]> {
  const restored: RestoredBucket[] = [];
  for (const record of records) {
    const title = {
      kind: 'restore',
      name: `restore of the bucket ${record.name}`,
      expected: 'every object is restored, each as a file',
    } as const;
    if (place === null) {
      run.couldNotRun(title, 'there is no place to restore it to');
      continue;
    }
    await run.check(title, async () => {
      const path = pathIn(run, record);
      const { host, scratch } = await place.forFiles();
      const folder = `${scratch}/buckets/${record.name}`;
      if (record.objects === 0) {
        await requireAll(run, record);
        return { passed: true, found: 'it held no object' };
      }
      const { files, bytes } = await restore(
        host,
        run.repository,
        {
          ...WHOLE,
          snapshot: run.snapshot,
          folder: path,
          target: fromText(folder),
          retryLockMs: run.options.retryLockMs,
        },
        run.reporter,
        run.signal,
      );
      restored.push({ record, path, host, folder, scratch });
      return {
        passed: true,
        found: `${formatCounted(files, 'object')}, ${formatCounted(bytes, 'byte')}, to a ${place.evidence.files_in}`,
      };
    });
  }
  return restored;
}

/**
 * Compares each with the snapshot, object by object, and what the snapshot holds with what the manifest says was saved.
 * @returns what negative controls are made with.
 */
export async function proveBuckets(
  run: DrillRun,
  buckets: readonly RestoredBucket[],
): Promise<{ bucket: RestoredBucket; files: RestoredFiles }[]> {
  const proved: { bucket: RestoredBucket; files: RestoredFiles }[] = [];
  for (const bucket of buckets) {
    const { record, host, folder, path } = bucket;
    const title = {
      kind: 'bucket',
      name: checkName(record),
      expected: `${formatCounted(record.objects, 'object')} with ${formatCounted(record.size_bytes, 'byte')}, each as it was saved, with what it was kept with`,
    } as const;
    await run.check(title, async () => {
      await requireAll(run, record);
      const { snapshot, repository, signal } = run;
      const options = { snapshot, folder: fromText(folder), part: path, includeOwn: false };
      const files = await RestoredFiles.open(host, repository, options, signal);
      const { differences, files: hashed, bytes } = await files.compare();
      if (differences.length > 0) return { passed: false, found: differences.join('; ') };
      proved.push({ bucket, files });
      const found = `all the same: ${formatCounted(hashed, 'object')} with ${formatCounted(bytes, 'byte')} hashed`;
      return { passed: true, found, provesData: bytes > 0 };
    });
  }
  return proved;
}

/** @throws HoldfastError restore-mismatch; repository-damaged for a name, or what is kept beside an object, that is none of ours. */
async function requireAll(run: DrillRun, record: BucketRecord): Promise<void> {
  const { repository, snapshot, signal } = run;
  const tree =
    (await findNode(repository, snapshot.snapshot.tree, pathIn(run, record), signal))?.subtree ?? null;
  let [objects, bytes] = [0, 0n];
  if (tree !== null) {
    for await (const { path: at, node } of walkTree(repository, tree, { signal })) {
      if (node.type === 'dir') continue;
      headersIn(node.extendedAttributes, JSON.stringify(display(fromText(keyOfPath(at)))));
      objects++;
      bytes += node.sizeBytes;
    }
  }
  if (objects === record.objects && bytes === BigInt(record.size_bytes)) return;
  throw new HoldfastError(
    'restore-mismatch',
    `Cannot count the bucket ${record.name} as restored: the snapshot holds ${objects} objects of it with ${bytes} bytes, ` +
      `expected ${record.objects} with ${record.size_bytes}.`,
  );
}

/** Flips a byte of an object of each: the same comparison must tell it. */
export async function controlBuckets(
  run: DrillRun,
  proved: Awaited<ReturnType<typeof proveBuckets>>,
): Promise<void> {
  for (const { bucket, files } of proved)
    await controlFiles(run, bucket, files, {
      name: `one byte flipped in an object of ${bucket.record.name}`,
      controls: checkName(bucket.record),
    });
}
