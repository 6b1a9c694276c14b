import { formatBytes, formatCounted } from '../amounts.ts';
import { HoldfastError } from '../errors.ts';
import { fail, warn } from '../github/annotations.ts';
import { inGroup, log } from '../github/log.ts';
import { setOutputs } from '../github/outputs.ts';
import { currentRun } from '../github/run.ts';
import { addSummary } from '../github/summary.ts';
import { ArchiveAfterFailure } from '../operations/archive/after-failure.ts';
import type { ArchiveResult } from '../operations/archive.ts';
import { connect, readHostAccess } from './access.ts';
import { planApplication, readApplication } from './application-plan.ts';
import { type ArchivePlace, wayToArchive } from './archive-place.ts';
import { archiveSummary } from './archive-summary.ts';
import { openArchives, refusePlainInPublic } from './archives.ts';
import { readOptions } from './backup-inputs.ts';
import { problemsAnnotation } from './backup-problems.ts';
import type { Configuration } from './configured-target.ts';
import { databaseHost } from './database-inputs.ts';
import { quiesceOn, readQuiesceInputs } from './quiesce-inputs.ts';
import type { StageTools } from './stage.ts';
import { unfinished } from './unfinished.ts';

/**
 * `format: archive`: an archive in place of a snapshot.
 * @param configuration What a `backup.yml` said of it, for the manifest in it; null: the inputs say all.
 */
export async function backUpToArchive(
  place: ArchivePlace,
  configuration: Configuration | null,
  tools: StageTools,
): Promise<void> {
  const access = readHostAccess();
  const application = readApplication();
  const stopping = application === null ? readQuiesceInputs() : undefined;
  const origin = { configuration, run: currentRun() };
  const options = { ...readOptions(access.on, 0), sealing: place.sealing, origin };
  if (options.buckets !== undefined && options.buckets.length > 0) {
    throw new HoldfastError(
      'bad-input',
      'Cannot use the input `buckets` with `format: archive`: an archive holds files alone, expected one of them. Give a repository for the buckets.',
    );
  }
  await refusePlainInPublic(place.location, place.sealing, tools.signal);
  const run = async (): Promise<ArchiveResult> => {
    const { archive } = await import('../operations/archive.ts');
    const store = await openArchives(place, tools);
    try {
      const host = await connect(access, tools);
      try {
        const onApplication = unfinished.application;
        const reach = databaseHost(access, tools);
        const dumps = options.dumps?.map(({ database }) => ({ database, connect: reach }));
        const given = { ...options, dumps, quiesce: quiesceOn(access, stopping, tools), onApplication };
        const way = { access, host };
        const planned =
          application === null ? given : await planApplication({ application, options: given }, way, tools);
        return await archive(host, store, planned, tools.reporter, tools.signal);
      } finally {
        await host.close();
      }
    } finally {
      await store.close();
    }
  };
  const title = `Make an archive of ${options.target} on ${access.on}`;
  const { result, afterFailure } = await inGroup(title, () => run().then(saved, savedAllTheSame));
  giveOutputs(result);
  log.info(oneLine(result));
  annotateProblems(result);
  if (afterFailure !== null) throw afterFailure;
  addSummary(archiveSummary(result, wayToArchive()));
}

interface Saved {
  readonly result: ArchiveResult;
  readonly afterFailure: ArchiveAfterFailure | null;
}

function saved(result: ArchiveResult): Saved {
  return { result, afterFailure: null };
}

/** The result is told before the failure, whatever becomes of the application. */
function savedAllTheSame(error: unknown): Saved {
  if (error instanceof ArchiveAfterFailure) return { result: error.result, afterFailure: error };
  throw error;
}

function annotateProblems(result: ArchiveResult): void {
  const annotation = problemsAnnotation(result, `The archive ${result.id} is kept, but incomplete`);
  if (annotation === null) return;
  const annotate = annotation.severity === 'fail' ? fail : warn;
  annotate(annotation.title, annotation.message);
}

function giveOutputs(result: ArchiveResult): void {
  setOutputs({
    'archive-id': result.id,
    'archive-file': result.archiveFile,
    'archive-sha256': result.storedSha256,
    dumps: result.dumps.map(({ name }) => name).join('\n'),
    complete: result.complete,
    'files-total': result.files,
    'bytes-total': result.contentBytes,
    'bytes-stored': result.storedBytes,
    'duration-seconds': Math.round(result.durationMs / 1000),
    'quiesced-seconds': result.quiescedMs === null ? '' : result.quiescedMs / 1000,
  });
}

function oneLine(result: ArchiveResult): string {
  const what = `${formatCounted(result.files, 'file')}, ${formatBytes(result.contentBytes)}`;
  return `Archive ${result.id}: ${what}; ${formatBytes(result.storedBytes)} stored.`;
}
