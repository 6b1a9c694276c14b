import { formatBytes, formatCounted, formatDuration } from '../amounts.ts';
import { parseBucket } from '../buckets/bucket.ts';
import type { BucketRecord } from '../operations/backup/bucket-record.ts';
import type { RestoreBucketResult } from '../operations/restore-bucket.ts';
import { bucketsOutcome } from '../operations/restore-outcome.ts';
import { ORIGINAL_BUCKET, recorded } from '../operations/restore-record.ts';
import type { Output } from './output.ts';
import type { RestoreFlags } from './restore-flags.ts';
import { readSourceRequest } from './restore-options.ts';
import { restoreRecorder } from './restore-recorder.ts';
import { retryLockMs, withRepository } from './session.ts';
import type { Task } from './task.ts';

/** Puts the objects of a bucket of the snapshot that `spec` names back into one, and tells what became of it. */
export async function restoreBucketOf(task: Task<RestoreFlags>, spec: string): Promise<void> {
  const [{ restoreBucket }, { resolveSnapshot }] = await Promise.all([
    import('../operations/restore-bucket.ts'),
    import('../repository/find-snapshot.ts'),
  ]);
  const { flags, terminal, reporter } = task;
  const request = await readSourceRequest(task, spec);
  const open = (url: string) => parseBucket(url, '--into', terminal.env);
  const given = flags.into === undefined ? null : open(flags.into);
  const result = await withRepository(task, 'none', async ({ repository, signal }) => {
    const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
    const options = {
      snapshot,
      name: flags.bucket === true ? null : (flags.bucket ?? null),
      into: ({ location }: BucketRecord) => given ?? open(location),
      replace: flags.replaceObjects ?? false,
      dryRun: flags.dryRun ?? false,
      noLock: !flags.lock || flags.asOf !== undefined,
      retryLockMs: retryLockMs(flags),
    };
    const about = { source: repository, snapshot, what: 'bucket' } as const;
    const recorder = await restoreRecorder(task, given?.location ?? ORIGINAL_BUCKET);
    const restore = () => restoreBucket(repository, options, reporter, signal);
    return recorded(recorder, about, restore, (one) => bucketsOutcome([one]));
  });
  await show(task.output, result);
}

async function show(output: Output, result: RestoreBucketResult): Promise<void> {
  const { record, written, snapshotId, into, durationMs } = result;
  await output.json({
    message_type: 'summary',
    snapshot_id: snapshotId,
    bucket: record.name,
    into,
    ...(written === null ? { dry_run: true } : { objects_unchanged: written.unchanged }),
    ...(written === null ? {} : { objects_replaced: written.replaced, objects_others: written.others }),
    total_objects: record.objects,
    total_bytes: record.size_bytes,
    seconds_elapsed: durationMs / 1000,
  });
  const counts = `${formatCounted(record.objects, 'object')}, ${formatBytes(record.size_bytes)}`;
  await output.line(`Snapshot ${snapshotId.slice(0, 8)}: bucket ${record.name}, ${counts}.`);
  for (const line of bucketLines(result)) await output.line(line);
  if (written === null) await output.line('Dry run: nothing was written.');
  else await output.line(`restored to ${into} in ${formatDuration(durationMs)}`);
}

/** What else there is to say of it. */
export function* bucketLines({ written }: RestoreBucketResult): Generator<string> {
  if (written === null) return;
  const { unchanged, replaced, others } = written;
  yield `Each was proved: ${formatCounted(unchanged, 'object')} there already, ${formatCounted(replaced, 'object')} replaced.`;
  if (others > 0)
    yield `${formatCounted(others, 'object')} there that the snapshot doesn't have: left as they are.`;
}
