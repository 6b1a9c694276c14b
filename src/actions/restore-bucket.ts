import { formatBytes, formatCounted, formatDuration } from '../amounts.ts';
import { parseBucket } from '../buckets/bucket.ts';
import { booleanInput, textInput } from '../github/inputs.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { addSummary, markdownCode } from '../github/summary.ts';
import type { BucketRecord } from '../operations/backup/bucket-record.ts';
import { type RestoreBucketResult, restoreBucket } from '../operations/restore-bucket.ts';
import { bucketsOutcome } from '../operations/restore-outcome.ts';
import { ORIGINAL_BUCKET, recorded } from '../operations/restore-record.ts';
import { openRepositoryOf, readRepositoryAccess } from './access.ts';
import { maskBucketSecrets } from './bucket-inputs.ts';
import { resolveConfigured } from './configured-inputs.ts';
import { factsTable } from './markdown.ts';
import { readSource } from './restore-inputs.ts';
import { readRestoreRecorder } from './restore-recorder.ts';
import type { StageTools } from './stage.ts';

/** Puts the objects of a bucket of a snapshot back into one. */
export async function restoreBucketOf(tools: StageTools): Promise<void> {
  maskBucketSecrets();
  const access = await readRepositoryAccess();
  const { spec, filter } = readSource();
  const open = (url: string) => parseBucket(url, 'the input `into`', process.env);
  const url = textInput('into');
  const given = url === null ? null : open(url);
  const recorder = readRestoreRecorder(access, given?.location ?? ORIGINAL_BUCKET, tools);
  const result = await inGroup('Restore a bucket', async () => {
    const repository = await openRepositoryOf(access, tools);
    try {
      const { reporter, signal } = tools;
      const snapshot = await resolveConfigured(repository, spec.snapshot, filter, signal);
      const options = {
        snapshot,
        name: textInput('bucket'),
        into: ({ location }: BucketRecord) => given ?? open(location),
        replace: booleanInput('replace-objects'),
        dryRun: booleanInput('dry-run'),
        noLock: access.asOfMs !== null,
        retryLockMs: access.retryLockMs,
      };
      const about = { source: repository, snapshot, what: 'bucket' } as const;
      const restore = () => restoreBucket(repository, options, reporter, signal);
      return await recorded(recorder, about, restore, (one) => bucketsOutcome([one]));
    } finally {
      await repository.close();
    }
  });
  const { record, snapshotId, durationMs } = result;
  setOutputs({
    'snapshot-id': snapshotId,
    'files-total': record.objects,
    'bytes-total': record.size_bytes,
    'duration-seconds': Math.round(durationMs / 1000),
  });
  log.info(
    `Snapshot ${snapshotId.slice(0, 8)}: ${formatCounted(record.objects, 'object')} to ${result.into}.`,
  );
  addSummary(bucketSummary(result));
}

function bucketSummary({ record, into, written, snapshotId, durationMs }: RestoreBucketResult): string {
  const what = `${markdownCode(record.name)} of ${markdownCode(snapshotId.slice(0, 8))} to ${markdownCode(into)}`;
  const objects = `${formatCounted(record.objects, 'object')}, ${formatBytes(record.size_bytes)}`;
  if (written === null)
    return `### Dry run of the restore of ${what}\n\n${objects}.\n\n**Next:** run it without \`dry-run\`.\n`;
  const rows: [string, string][] = [
    ['Written and proved', objects],
    ['There already', formatCounted(written.unchanged, 'object')],
    ['Replaced', formatCounted(written.replaced, 'object')],
    ['There, and not in the snapshot', formatCounted(written.others, 'object')],
    ['Took', formatDuration(durationMs)],
  ];
  return `### ✅ Restored ${what}\n\n${factsTable(rows)}\n\n**Next:** see that the application works with it.\n`;
}
