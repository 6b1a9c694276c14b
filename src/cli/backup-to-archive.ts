import { formatBytes, formatCounted, formatDuration } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { ArchiveAfterFailure } from '../operations/archive/after-failure.ts';
import { type ArchiveResult, archive } from '../operations/archive.ts';
import { readSealing } from './age-keys.ts';
import { applicationOf, planApplication } from './application-options.ts';
import { openArchives } from './archive-store.ts';
import type { BackupFlags } from './backup-flags.ts';
import { backupOptions } from './backup-options.ts';
import { connect } from './connect.ts';
import { databaseHost } from './database-flags.ts';
import { ExitStatus } from './exit-status.ts';
import type { Output } from './output.ts';
import { quiesceOptions } from './quiesce-options.ts';
import type { Task } from './task.ts';

/** `backup --archive-to LOCATION`: an archive in place of a snapshot. */
export async function backupToArchive(
  task: Task<BackupFlags>,
  paths: readonly string[],
  location: string,
): Promise<ExitStatus> {
  refuseIgnored(task.flags);
  const sealing = await readSealing(task.flags);
  const application = applicationOf(task);
  const given = await backupOptions(task.flags, paths, task.terminal);
  const connectDatabase = databaseHost(task);
  const options = {
    ...given,
    dumps: given.dumps?.map(({ database }) => ({ database, connect: connectDatabase })),
    quiesce: application === null ? quiesceOptions(task) : undefined,
  };
  const store = await openArchives(task, location);
  try {
    const host = await connect(task);
    try {
      const planned =
        application === null ? options : await planApplication(task, host, { application, options });
      const result = await archive(host, store, { ...planned, sealing }, task.reporter, task.signal);
      await showArchive(task.output, result);
      return result.complete ? ExitStatus.ok : ExitStatus.incomplete;
    } finally {
      await host.close();
    }
  } catch (error) {
    // What was saved is saved, whatever became of the application.
    if (error instanceof ArchiveAfterFailure) await showArchive(task.output, error.result);
    throw error;
  } finally {
    await store.close();
  }
}

/** As the flag's own default is. */
const DEFAULT_GROUP_BY = 'host,paths';

/** @throws HoldfastError bad-input for flags that would be ignored: an archive compares with nothing. */
function refuseIgnored(flags: Task<BackupFlags>['flags']): void {
  const ignored =
    (flags.repo !== undefined && '--repo') ||
    (flags.parent !== undefined && '--parent') ||
    (flags.force && '--force') ||
    (flags.skipIfUnchanged && '--skip-if-unchanged') ||
    (flags.ignoreInode && '--ignore-inode') ||
    (flags.firstPass === false && '--no-first-pass') ||
    (flags.ignoreCtime && '--ignore-ctime') ||
    (flags.checkpointInterval !== undefined && '--checkpoint-interval') ||
    (flags.groupBy !== DEFAULT_GROUP_BY && '--group-by') ||
    (flags.compression !== undefined && '--compression') ||
    (flags.packSize !== undefined && '--pack-size') ||
    (flags.copyTo !== undefined && '--copy-to') ||
    ((flags.bucket ?? []).length > 0 && '--bucket') ||
    (flags.keepBecause !== undefined && '--keep-because') ||
    (flags.spoolSize !== undefined && '--spool-size') ||
    (flags.dryRun && '--dry-run');
  if (!ignored) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot use both --archive-to and ${ignored}: an archive is always of everything, and in no repository. Leave out one of them.`,
  );
}

async function showArchive(output: Output, result: ArchiveResult): Promise<void> {
  await output.json(archiveJson(result));
  for (const line of archiveLines(result)) await output.line(line);
}

function archiveJson(result: ArchiveResult): object {
  return {
    message_type: 'summary',
    archive_id: result.id,
    archive_file: result.archiveFile,
    manifest_file: result.manifestFile,
    location: result.location,
    complete: result.complete,
    files: result.files,
    folders: result.folders,
    others: result.others,
    total_bytes_processed: result.contentBytes,
    tar_bytes: result.tarBytes,
    stored_bytes: result.storedBytes,
    stored_sha256: result.storedSha256,
    ...(result.dumps.length === 0
      ? {}
      : { dumps: result.dumps.map(({ name, size_bytes }) => ({ name, size_bytes })) }),
    total_duration: result.durationMs / 1000,
    ...(result.quiescedMs === null ? {} : { quiesced_duration: result.quiescedMs / 1000 }),
    hostname: result.hostname,
    target: result.target,
    paths: result.paths,
    tags: result.tags,
    problem_counts: result.problemCounts,
    problems: result.problems,
  };
}

function* archiveLines(result: ArchiveResult): Generator<string> {
  const files = `${formatCounted(result.files, 'file')}, ${formatCounted(result.folders, 'folder')}, ${formatBytes(result.contentBytes)}`;
  yield `${files}: an archive of ${formatBytes(result.storedBytes)} in ${formatDuration(result.durationMs)}.`;
  for (const { name, size_bytes } of result.dumps)
    yield `Dump ${displayText(name)}: ${formatBytes(size_bytes)}.`;
  if (result.quiescedMs !== null) yield `The application was held for ${formatDuration(result.quiescedMs)}.`;
  yield `SHA-256 ${result.storedSha256}`;
  yield `archive ${result.id} saved${result.complete ? '' : ', INCOMPLETE: see the warnings above'}`;
}
