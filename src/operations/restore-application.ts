import type { ApplicationRecord, RestoreStep, Saved, Site } from '../apps/application.ts';
import type { ConfiguredApplication } from '../apps/applications.ts';
import { type ByteString, displayText, fromText } from '../bytestring.ts';
import type { DumpRecord } from '../databases/record.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { failureText } from '../failure-text.ts';
import { readAccounts } from '../files/accounts.ts';
import { isEntryName } from '../files/paths.ts';
import { markRestore, type RestoreMark } from '../hosts/lease/restore-mark.ts';
import { runSuccessfully } from '../hosts/output.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import { findNode } from '../repository/find-node.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { parseApplicationRecord } from './backup/application-record.ts';
import { parseDumpRecords } from './backup/dump-records.ts';
import { loadManifest } from './backup/manifest.ts';
import { tellEarlier } from './backup/quiesce.ts';
import type { Reporter } from './progress.ts';
import type { RestoreOptions, RestoreResult } from './restore/options.ts';
import { otherNumbers } from './restore/other-numbers.ts';
import { restore } from './restore.ts';
import { type RestoreBucketResult, restoreBucket } from './restore-bucket.ts';
import { type RestoreDatabaseResult, restoreDatabase } from './restore-database.ts';

/** How the files of an application are put back; what of them, and where, its profile says. */
export type PlacingOptions = Omit<
  RestoreOptions,
  'snapshot' | 'folder' | 'target' | 'includes' | 'excludes' | 'iincludes' | 'iexcludes' | 'includeOwn'
>;

export interface RestoreApplicationOptions extends PlacingOptions {
  readonly snapshot: StoredSnapshot;
  /** The application that the snapshot tells of, with what the user says otherwise. */
  readonly configure: (record: ApplicationRecord) => ConfiguredApplication;
  /** Where leases lie on the host. Default: see LeaseTerms. */
  readonly leases?: ByteString | undefined;
}

export interface RestoreApplicationResult {
  readonly record: ApplicationRecord;
  /** In their order; all of them after a dry run, in which none was done. */
  readonly steps: readonly string[];
  readonly files: readonly RestoreResult[];
  readonly databases: readonly RestoreDatabaseResult[];
  readonly buckets: readonly RestoreBucketResult[];
  readonly durationMs: number;
}

/**
 * Puts an application back on a host, from a snapshot or from an archive, step after step as its profile has them: it is stopped, its files and databases are
 * put back, what else belongs to it is done, and it is started. There is no lease: it must not be started half-way.
 *
 * While it is stopped no backup of the target begins on that host (restore-mark.ts), also once a step has failed.
 *
 * @throws HoldfastError restore-blocked, locked (a backup has it stopped) before anything changed. Else what the step that failed throws, with what is to be
 *   done in its message: the application stays stopped then, and the same restore can be done again.
 */
export async function restoreApplication(
  site: Omit<Site, 'onInfo' | 'onWarning'>,
  repository: Repository | BlobSource,
  options: RestoreApplicationOptions,
  reporter: Reporter,
): Promise<RestoreApplicationResult> {
  const startedMs = performance.now();
  await repository.loadIndex(site.signal);
  const saved = await savedApplication(repository, options.snapshot, site.signal);
  const application = options.configure(saved.record);
  if (saved.record.running)
    reporter.onWarning('This snapshot was made while the application ran: its files are of several moments.');
  const place: Site = {
    ...site,
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
  };
  const { steps } = await application.planRestore(place, saved);
  await assertSameNumbers(steps, { place, repository, options });
  await lookAtDatabases(steps, place, saved);
  const mark = options.dryRun ? null : await markOf(steps, { place, options, reporter });
  const stops: RunStep[] = [];
  const results = {
    files: [] as RestoreResult[],
    databases: [] as RestoreDatabaseResult[],
    buckets: [] as RestoreBucketResult[],
  };
  for (const [i, step] of steps.entries()) {
    reporter.onInfo(`step ${i + 1} of ${steps.length}: ${step.title}`);
    try {
      if (!options.dryRun) await seeStopped(stops, place, application.title);
      await runStep(step, { place, repository, options, reporter, results });
    } catch (error) {
      if (i > 0 && !options.dryRun) throw unfinished(error, step, application.title);
      if (mark?.wasThere === false) await unmark(mark, reporter);
      throw error;
    }
    if (step.kind === 'run' && step.starts) stops.length = 0;
    else if (step.kind === 'run' && step.runsAgain !== undefined) stops.push(step);
  }
  if (mark !== null) await unmark(mark, reporter);
  const titles = steps.map(({ title }) => title);
  const durationMs = Math.round(performance.now() - startedMs);
  return { record: saved.record, steps: titles, ...results, durationMs };
}

/**
 * An application runs under an account, which a new host may have given another number: by the saved one it couldn't read its own files.
 * Whose it is tell the folders that were saved; deeper ones may be of containers, which have numbers of their own.
 * @throws HoldfastError restore-blocked.
 */
async function assertSameNumbers(
  steps: readonly RestoreStep[],
  { place, repository, options }: Pick<StepRun, 'place' | 'repository' | 'options'>,
): Promise<void> {
  const { host, signal } = place;
  if (options.owners !== 'numeric' || !steps.some(({ kind }) => kind === 'files')) return;
  const { stdout } = await runSuccessfully(host, 'ask who we are there', 'id -u', { signal });
  if (stdout.toString('latin1').trim() !== '0') return; // owners aren't restored
  const saved = { users: new Map<string, number>(), groups: new Map<string, number>() };
  const { tree, paths } = options.snapshot.snapshot;
  for (const path of paths) {
    const node = await findNode(repository, tree, fromText(path), signal);
    if (node?.user) saved.users.set(node.user, node.uid);
    if (node?.group) saved.groups.set(node.group, node.gid);
  }
  const others = otherNumbers(saved, await readAccounts(host, signal));
  if (others === null) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the application to "${host.name}": ${others}, expected the same numbers. Give the accounts the numbers that they had (usermod -u, groupmod -g), ` +
      'or restore with --ownership-by-name (the input "ownership-by-name"), unless containers own some of the files. Nothing was touched.',
  );
}

/**
 * A password that is wrong, or not given, is no reason to have an application stopped, with new files and old data.
 * @throws HoldfastError as the database's own restore would.
 */
async function lookAtDatabases(steps: readonly RestoreStep[], place: Site, { dumps }: Saved): Promise<void> {
  const earlier: DumpRecord[] = [];
  for (const step of steps) {
    const record = step.kind === 'database' ? dumps.find(({ name }) => name === step.dump) : undefined;
    if (step.kind !== 'database' || record === undefined) continue;
    const dump = { record, content: noContent };
    await step.into.lookBeforeRestore?.(place.host, dump, place, earlier).catch((error: unknown) => {
      if (!(error instanceof HoldfastError)) throw error;
      throw new HoldfastError(error.code, `${error.message} Nothing was touched.`, { cause: error });
    });
    earlier.push(record);
  }
}

async function* noContent(): AsyncGenerator<Uint8Array> {}

const WITHOUT_CASE = { iincludes: [], iexcludes: [], includeOwn: false } as const;

/**
 * Of an application that is stopped: no backup may find it half put back, nor start it.
 * @throws HoldfastError locked: a backup has it stopped.
 */
async function markOf(
  steps: readonly RestoreStep[],
  { place, options, reporter }: { place: Site; options: RestoreApplicationOptions; reporter: Reporter },
): Promise<RestoreMark | null> {
  const name = targetOf(options.snapshot.snapshot);
  const isStopped = steps.some((step) => step.kind === 'run' && step.runsAgain !== undefined);
  if (name === null || !isStopped) return null;
  const onEarlier = (log: readonly string[]) => tellEarlier(log, reporter);
  const { host, signal } = place;
  try {
    return await markRestore(host, { name, folder: options.leases }, { onEarlier, signal });
  } catch (error) {
    // A host on which nothing can be noted needs its restore all the same.
    if (signal.aborted || asHoldfastError(error)?.code === 'locked') throw error;
    reporter.onWarning(`Nothing keeps backups away while it is put back: ${failureText(error)}`);
    return null;
  }
}

/** Also when the run is cancelled. */
async function unmark(mark: RestoreMark, reporter: Reporter): Promise<void> {
  await mark.remove(AbortSignal.timeout(UNMARK_WITHIN_MS)).catch((error: unknown) => {
    reporter.onWarning(
      `Backups of it are refused until the note of this restore is removed: ${failureText(error)}`,
    );
  });
}

/**
 * What a snapshot says of its application.
 * @throws HoldfastError bad-input where it says nothing, repository-damaged, restore-unsafe for a name that would be a path.
 */
export async function savedApplication(
  repository: BlobSource,
  snapshot: StoredSnapshot,
  signal?: AbortSignal,
): Promise<Saved> {
  const target = targetOf(snapshot.snapshot);
  if (target !== null) requirePlainName(target, snapshot);
  const json = target === null ? null : await loadManifest(repository, snapshot, target, signal);
  const dumps = json === null ? [] : parseDumpRecords(json);
  const record = json === null ? null : parseApplicationRecord(json);
  if (record !== null) return { record, dumps };
  throw new HoldfastError(
    'bad-input',
    `Cannot restore an application from snapshot ${snapshot.id.slice(0, 8)}: it was made without a profile, expected one of --app. ` +
      'Restore its files with --target, and its dumps with --database.',
  );
}

/** Notes on the host have its name, and are believed: a path would lead to those of somebody else's making. */
function requirePlainName(target: string, { id }: StoredSnapshot): void {
  if (isEntryName(fromText(target))) return;
  throw new HoldfastError(
    'restore-unsafe',
    `Cannot restore an application from snapshot ${id.slice(0, 8)}: it calls it ${JSON.stringify(displayText(target))}, expected a plain name. ` +
      'The snapshot was made to lead elsewhere: choose another one.',
  );
}

const UNMARK_WITHIN_MS = 10_000;

interface StepRun {
  readonly place: Site;
  readonly repository: Repository | BlobSource;
  readonly options: RestoreApplicationOptions;
  readonly reporter: Reporter;
  readonly results: {
    readonly files: RestoreResult[];
    readonly databases: RestoreDatabaseResult[];
    readonly buckets: RestoreBucketResult[];
  };
}

type RunStep = Extract<RestoreStep, { kind: 'run' }>;

/**
 * A supervisor, or a person, may start beside us what was stopped, and write to what is being put back.
 * @throws HoldfastError application-unfit.
 */
async function seeStopped(stops: readonly RunStep[], place: Site, application: string): Promise<void> {
  for (const { title, runsAgain } of stops) {
    if (!(await runsAgain?.(place))) continue;
    throw new HoldfastError(
      'application-unfit',
      `Cannot go on with the restore to "${place.host.name}": ${application} runs, although the step ${JSON.stringify(title)} had stopped it, expected it to stand ` +
        'until all is back. See what starts it (a supervisor, another person).',
    );
  }
}

async function runStep(step: RestoreStep, run: StepRun): Promise<void> {
  const { place, repository, options, reporter, results } = run;
  const { host, signal } = place;
  switch (step.kind) {
    case 'run':
      if (!options.dryRun) await step.run(place);
      return;
    case 'files': {
      const { configure: _, ...placing } = options;
      const meant = { ...placing, ...WITHOUT_CASE, ...step.part };
      const files = await restore(host, repository, meant, reporter, signal);
      results.files.push(files);
      return;
    }
    case 'database': {
      const { snapshot, dryRun, noLock, retryLockMs } = options;
      const meant = { name: step.dump, into: () => step.into, overwrite: step.overwrite };
      const how = { snapshot, dryRun, noLock, retryLockMs, before: [], after: [] };
      results.databases.push(await restoreDatabase(host, repository, { ...meant, ...how }, reporter, signal));
      return;
    }
    case 'bucket': {
      const { snapshot, dryRun, noLock, retryLockMs } = options;
      const meant = { name: step.name, into: () => step.into, replace: step.replace };
      const how = { ...meant, snapshot, dryRun, noLock, retryLockMs };
      if (!('guardBy' in repository)) throw new HoldfastError('internal', 'An archive holds no bucket.');
      results.buckets.push(await restoreBucket(repository, how, reporter, signal));
    }
  }
}

function unfinished(error: unknown, { title }: RestoreStep, application: string): unknown {
  if (!(error instanceof HoldfastError)) return error;
  const what = `That was the step "${title}": ${application} may be stopped, and what comes after it isn't done. Restore again once the cause is gone; until then it is not backed up.`;
  return new HoldfastError(error.code, `${error.message} ${what}`, { cause: error });
}
