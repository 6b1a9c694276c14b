import { formatBytes, formatCounted, formatDuration } from '../amounts.ts';
import type { RestoreApplicationResult } from '../operations/restore-application.ts';
import { applicationOutcome } from '../operations/restore-outcome.ts';
import { recorded } from '../operations/restore-record.ts';
import { comparedWords } from '../progress/compared-words.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { configureSaved } from '../settings/application.ts';
import { requireTrusted } from '../settings/trusted-archive.ts';
import { siteOf } from './application-options.ts';
import { connect } from './connect.ts';
import { withArchive } from './from-archive.ts';
import { bucketLines } from './restore-bucket.ts';
import type { RestoreFlags } from './restore-flags.ts';
import { readSourceRequest } from './restore-options.ts';
import { restoreRecorder } from './restore-recorder.ts';
import { retryLockMs, withRepository } from './session.ts';
import { showChanges } from './show-restore.ts';
import type { Task } from './task.ts';

/** Puts an application back as its profile says, and tells what was done. */
export async function restoreApplicationOf(task: Task<RestoreFlags>, spec: string): Promise<void> {
  const [{ restoreApplication }, { resolveSnapshot }] = await Promise.all([
    import('../operations/restore-application.ts'),
    import('../repository/find-snapshot.ts'),
  ]);
  const { flags, reporter } = task;
  const request = await readSourceRequest(task, spec);
  const words = { app: flags.app === true ? null : (flags.app ?? null), options: flags.appOption };
  const { onChange, shown } = showChanges(task);
  const putBack = async (
    source: Repository | BlobSource,
    snapshot: StoredSnapshot,
    signal: AbortSignal,
  ): Promise<RestoreApplicationResult> => {
    const options = {
      snapshot,
      configure: (record: RestoreApplicationResult['record']) =>
        configureSaved(record, words, (word) => `--${word}`),
      overwrite: 'always',
      delete: false,
      owners: flags.ownershipByName ? 'names' : 'numeric',
      verify: flags.verify,
      dryRun: flags.dryRun ?? false,
      noLock: !flags.lock || flags.asOf !== undefined,
      retryLockMs: retryLockMs(flags),
      onChange,
    } as const;
    const host = await connect(task);
    try {
      return await restoreApplication({ ...siteOf(task, host), signal }, source, options, reporter);
    } finally {
      await host.close();
    }
  };
  const result =
    flags.archiveFrom === undefined
      ? await withRepository(task, 'none', async ({ repository, signal }) => {
          const snapshot = await resolveSnapshot(repository, request.snapshot, request.filter, signal);
          const about = { source: repository, snapshot, what: 'application' } as const;
          const restore = () => putBack(repository, snapshot, signal);
          return recorded(await restoreRecorder(task), about, restore, (one) =>
            applicationOutcome(one, flags.verify),
          );
        })
      : await withArchive(task, request.snapshot, (contents) => {
          requireTrusted(contents.snapshot.id, flags.trustArchive ?? '', '--trust-archive');
          return putBack(contents, contents.snapshot, task.signal);
        });
  await shown();
  await show(task, result);
}

async function show({ output, flags }: Task<RestoreFlags>, result: RestoreApplicationResult): Promise<void> {
  const { record, steps, files, databases, buckets, durationMs } = result;
  await output.json({
    message_type: 'summary',
    application: record.profile,
    version: record.version,
    steps,
    ...(flags.dryRun ? { dry_run: true } : {}),
    total_files: sum(files.map((part) => part.files)),
    total_bytes: sum(files.map((part) => part.bytes)),
    undo_folders: files.flatMap(({ undoFolders }) => undoFolders),
    databases: databases.map(({ record: dump, restored }) => ({
      dump: dump.name,
      database: restored?.database ?? null,
      moved_aside: restored?.movedAside ?? null,
      verified_tables: restored?.verified?.tables ?? null,
      verified_only_counted: restored?.verified?.onlyCounted ?? null,
    })),
    ...(buckets.length === 0
      ? {}
      : {
          buckets: buckets.map(({ record: saved, into, written }) => ({
            bucket: saved.name,
            into,
            ...written,
          })),
        }),
    seconds_elapsed: durationMs / 1000,
  });
  for (const part of files) {
    await output.line(`${formatCounted(part.files, 'file')}, ${formatBytes(part.bytes)} to ${part.target}.`);
    for (const folder of part.undoFolders) await output.line(`What was there is in ${folder}.`);
  }
  for (const { record: dump, restored } of databases) {
    const compared = restored?.verified ? `, compared: ${comparedWords(restored.verified)}` : '';
    await output.line(`Dump ${dump.name}${restored?.database ? ` to ${restored.database}` : ''}${compared}.`);
    if (restored != null && restored.movedAside !== null)
      await output.line(`The database that was there is called ${restored.movedAside} now.`);
  }
  for (const bucket of buckets) {
    const counts = `${formatCounted(bucket.record.objects, 'object')}, ${formatBytes(bucket.record.size_bytes)}`;
    await output.line(`Bucket ${bucket.record.name} to ${bucket.into}: ${counts}.`);
    for (const line of bucketLines(bucket)) await output.line(line);
  }
  const what = `${record.profile}${record.version === null ? '' : ` ${record.version}`}`;
  if (flags.dryRun) {
    for (const [i, title] of steps.entries()) await output.line(`${i + 1}. ${title}`);
    await output.line(`Dry run: nothing of ${what} was changed.`);
  } else await output.line(`${what} restored in ${formatDuration(durationMs)}`);
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
