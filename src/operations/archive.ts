import { assertRecipients } from '../archive/age.ts';
import type { ArchivedDump, ArchiveManifest } from '../archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId } from '../archive/archive-name.ts';
import type { ArchiveStore } from '../archive/archive-store.ts';
import { type ByteString, displayText, fromText } from '../bytestring.ts';
import type { DumpRecord } from '../databases/record.ts';
import { HoldfastError } from '../errors.ts';
import { listTree } from '../files/list.ts';
import { findSources, linkWarnings, MISSING_SOURCE, noSources } from '../files/sources.ts';
import type { Host } from '../hosts/host.ts';
import { ArchiveAfterFailure } from './archive/after-failure.ts';
import { addDump } from './archive/dump-entries.ts';
import { entryHeader, ownHeader } from './archive/entry-header.ts';
import { manifestBeside, putManifest, type SavedEntries } from './archive/manifest-beside.ts';
import type { ArchiveOptions, ArchiveResult } from './archive/options.ts';
import type { ArchiveRun } from './archive/run.ts';
import { EntrySaver } from './archive/save-entries.ts';
import { SPOILED_NAME } from './archive/spoiled-name.ts';
import { StoredStream } from './archive/stored-stream.ts';
import { trustedUntil } from './backup/comparison.ts';
import { Counts } from './backup/counts.ts';
import { DumpStreams } from './backup/dump-streams.ts';
import { hostnameOf } from './backup/host-name.ts';
import { encodeManifest } from './backup/manifest.ts';
import { type Ending, manifestOf } from './backup/manifest-of.ts';
import { dumpsPath, OWN_FOLDER } from './backup/own-tree.ts';
import { Problems } from './backup/problems.ts';
import { bothFailed, type ReadSource, readSource } from './backup/read-source.ts';
import { requireSources } from './backup/require-sources.ts';
import { surveyHost } from './backup/survey-host.ts';
import { OwnPlace } from './own-place.ts';
import { IDLE, type Reporter } from './progress.ts';
import { withSmallYoungGeneration } from './young-generation.ts';

export type { ArchiveOptions, ArchiveResult } from './archive/options.ts';

/**
 * Saves `options.paths` of `host` as one archive of its own: a tar of all of it, compressed, encrypted, and streamed to
 * the store. Nothing is written to this machine's disk, and memory doesn't grow with what is saved.
 *
 * The application is held while the host is read, which is as long as the store takes. The manifest is stored last: an
 * archive without one isn't whole.
 *
 * @throws HoldfastError bad-input, source-missing, source-unreadable, host-unsupported, command-failed, cancelled, and what
 *   the host and the store throw. Then there is no manifest, and nothing else but what the store could not remove; except
 *   after failed after commands, which are told by an ArchiveAfterFailure.
 */
export function archive(
  host: Host,
  store: ArchiveStore,
  options: ArchiveOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<ArchiveResult> {
  return withSmallYoungGeneration(() => makeArchive(host, store, { options, reporter, signal }));
}

async function makeArchive(
  host: Host,
  store: ArchiveStore,
  { options, reporter, signal }: Pick<ArchiveRun, 'options' | 'reporter' | 'signal'>,
): Promise<ArchiveResult> {
  const startedMs = performance.now();
  refuseBuckets(options);
  requireSources(options);
  const { sealing, target, timeNs = BigInt(Date.now()) * 1_000_000n } = options;
  if (sealing.kind === 'recipients') await assertRecipients(sealing.recipients);
  const survey = await surveyHost(host, reporter, signal);
  const hostname = hostnameOf(host, options, survey.probe);
  const problems = new Problems(reporter.onWarning.bind(reporter));
  const id = newArchiveId({ target, hostname, timeNs });
  const name = archiveFile(id, sealing.kind !== 'none');
  const stream = new StoredStream(store, { name, sealing }, signal);
  const run: ArchiveRun = {
    ...survey,
    host,
    options,
    reporter,
    problems,
    ownPlace: await OwnPlace.find(host, store.folder, 'folder of archives'),
    hostname,
    timeNs,
    writer: stream.writer,
    signal: AbortSignal.any([signal, stream.failed]),
  };
  const dumps = archiveDumps(run);
  try {
    const { result: saved, heldMs, afterFailure, volume } = await saveSource(run, dumps);
    reporter.onProgress(saved.counts.progress('finishing'));
    const records = dumps.saved.map(({ record }) => record);
    for (const line of options.application?.judge(records) ?? []) reporter.onWarning(line);
    const complete = problems.allow(options) && saved.saver.spoiled.length === 0;
    await addOwn(run, saved, { complete, quiescedMs: heldMs, volume, dumps: dumps.saved, buckets: [] });
    const sums = await stream.finish();
    const manifest = manifestBeside(run, id, saved, {
      complete,
      sums,
      dumps: dumps.saved.map(({ stored }) => stored),
    });
    await putManifest(store, name, manifest, run.signal);
    if (complete) await dumps.giveUpEarlier();
    const result = resultOf(run, manifest, { location: store.location, heldMs, startedMs, name, records });
    if (afterFailure !== null) throw new ArchiveAfterFailure(afterFailure, result);
    return result;
  } catch (error) {
    if (error instanceof ArchiveAfterFailure) throw error;
    throw await stream.abandon(error);
  } finally {
    await dumps.close();
  }
}

/** An application's plan may bring some that no flag has named. */
function refuseBuckets({ buckets = [] }: ArchiveOptions): void {
  const [first] = buckets;
  if (first === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot save the bucket ${displayText(first.location)} into an archive: an archive holds files and dumps, expected no bucket. ` +
      'Give a repository for it.',
  );
}

/** Entries and dumps go into the archive, in the order in which the application can be let go again soonest. */
async function saveSource(
  run: ArchiveRun,
  dumps: DumpStreams<ArchivedDump>,
): Promise<ReadSource<SavedEntries>> {
  const read = await readSource(run, {
    atTheMoment: async () => {
      await dumps.pin();
      await dumps.saveUnpinned();
    },
    beforeReading: () => dumps.savePinned(),
    read: (source) => saveEntries({ ...run, ...source }),
  });
  await dumps.savePinned().catch((error: unknown) => {
    throw read.afterFailure === null ? error : bothFailed(read.afterFailure, error);
  });
  return read;
}

/** They go to the archive as they come, each in pieces of its own. */
function archiveDumps(run: ArchiveRun): DumpStreams<ArchivedDump> {
  const { host, options, reporter, signal, timeNs, writer } = run;
  const folder = dumpsPath(options.target).slice(1);
  return new DumpStreams(
    { host, options: { dumps: options.dumps, dryRun: false }, reporter, signal },
    async (name, content) => {
      const path = `${folder}/${fromText(name)}` as ByteString;
      const stored = await addDump(writer, { path, timeNs }, content);
      return { stored, sizeBytes: BigInt(stored.bytes) };
    },
  );
}

async function saveEntries(run: ArchiveRun): Promise<SavedEntries> {
  const { host, reader, options, signal, accounts, writer } = run;
  run.reporter.onProgress({ ...IDLE, phase: 'listing' });
  const how = { reader, signal };
  const sources =
    options.paths.length > 0 ? await findSources(host, options.paths, how) : await noSources(host, how);
  for (const path of sources.missing) run.problems.add('missing', path, MISSING_SOURCE);
  for (const line of linkWarnings(sources)) run.reporter.onWarning(line);
  const listingStartedNs = run.asOfNs ?? run.hostClockNs();
  const counts = new Counts(null);
  const saver = new EntrySaver(run, counts, trustedUntil(listingStartedNs));
  for (const [path, entry] of [...sources.ancestors].sort(([a], [b]) => (a < b ? -1 : 1))) {
    // They were only on the way; a symlink there is the folder that it leads to.
    if (path !== '/') await writer.add(entryHeader({ ...entry, path }, accounts));
  }
  if (sources.present.length > 0) {
    const listing = listTree(host, sources.present, { ...options, reader, signal });
    for await (const batch of run.listed?.(listing) ?? listing) {
      run.ownPlace?.tell(batch, run.reporter);
      await saver.take(batch);
    }
  }
  await saver.finish();
  return { listingStartedNs, counts, saver };
}

async function addOwn(
  run: ArchiveRun,
  { saver, listingStartedNs }: SavedEntries,
  ending: Ending,
): Promise<void> {
  const { writer, options, timeNs } = run;
  const folder = `${OWN_FOLDER}/${fromText(options.target)}`;
  const folders = [
    OWN_FOLDER,
    folder,
    ...(ending.dumps.length > 0 ? [dumpsPath(options.target).slice(1)] : []),
  ];
  for (const path of folders) await writer.add(ownHeader(path as ByteString, 'dir', 0, timeNs));
  const add = (name: string, content: Buffer) =>
    writer.add(ownHeader(`${folder}/${name}` as ByteString, 'file', content.length, timeNs), content);
  if (saver.spoiled.length > 0) {
    const names = saver.spoiled.map((path) => `${path.slice(1)}\0`).join('');
    await add(SPOILED_NAME, Buffer.from(names, 'latin1'));
  }
  await add('manifest.json', encodeManifest(manifestOf(run, { asOfNs: listingStartedNs }, ending)));
}

function resultOf(
  { problems, options }: ArchiveRun,
  manifest: ArchiveManifest,
  end: {
    readonly location: string;
    readonly heldMs: number | null;
    readonly startedMs: number;
    readonly name: string;
    readonly records: readonly DumpRecord[];
  },
): ArchiveResult {
  const { id, complete, files, folders, others, contentBytes, hostname, paths, tags } = manifest;
  return {
    id,
    archiveFile: end.name,
    manifestFile: manifestFile(id),
    location: end.location,
    complete,
    problems: problems.list,
    problemCounts: problems.counts,
    files,
    folders,
    others,
    contentBytes,
    tarBytes: manifest.tar.bytes,
    storedBytes: manifest.stored.bytes,
    storedSha256: manifest.stored.sha256,
    dumps: end.records,
    durationMs: Math.round(performance.now() - end.startedMs),
    quiescedMs: end.heldMs,
    hostname,
    target: options.target,
    paths,
    tags,
  };
}
