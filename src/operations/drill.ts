import { formatCounted } from '../amounts.ts';
import type { DumpRecord } from '../databases/record.ts';
import { isOlder } from '../databases/versions.ts';
import { sweepFolders } from '../drills/drill-folder.ts';
import type { RecoveryKeyFacts } from '../drills/recovery-trial.ts';
import type { EngineService } from '../drills/services/service.ts';
import { serviceOf } from '../drills/services/services.ts';
import type { Teardown, WitnessFacts } from '../drills/statement.ts';
import { sweepContainers, sweepVolumes } from '../drills/sweep.ts';
import { teardownText } from '../drills/teardown-text.ts';
import { timeText } from '../drills/time-text.ts';
import type { ImageRole } from '../drills/wishes.ts';
import { EngineClient } from '../hosts/container-engine.ts';
import { localHost } from '../hosts/local.ts';
import { runSuccessfully } from '../hosts/output.ts';
import type { OpenRepository } from '../repository/open.ts';
import { checkItStays, startApplication } from './drill/application.ts';
import { runApplicationChecks } from './drill/application-checks.ts';
import { controlBuckets, proveBuckets, restoreBuckets } from './drill/buckets.ts';
import { type Chosen, chooseSnapshot } from './drill/choose.ts';
import {
  controlDatabases,
  type DrilledDump,
  proveDatabases,
  restoreDatabases,
  startServers,
} from './drill/databases.ts';
import {
  controlFiles,
  FILES_CHECK,
  type FilesPlace,
  hasFiles,
  proveFiles,
  restoreFiles,
} from './drill/files.ts';
import { type ManifestFacts, NO_MANIFEST, readManifestFacts } from './drill/manifest-facts.ts';
import type { DrillOptions, DrillResult } from './drill/options.ts';
import { requireAllTold } from './drill/own-contents.ts';
import { DrillPlace, type DumpedServers } from './drill/place.ts';
import { readSnapshot } from './drill/read-snapshot.ts';
import { tryRecoveryKey } from './drill/recovery-key.ts';
import { recoveryPoint, recoveryTime, resultOf } from './drill/result.ts';
import { DrillRun } from './drill/run.ts';
import { tellUnknownLeftOut } from './drill/unknown-left-out.ts';
import { runChecksInApplication, runUserChecks } from './drill/user-checks.ts';
import { callWitness } from './drill/witness.ts';
import type { Reporter } from './progress.ts';
import { lockShared } from './take-lock.ts';

export type { DrillOptions, DrillResult } from './drill/options.ts';

/**
 * Restores a snapshot into containers of its own, or a temporary folder; proves that what is there is what was saved, and
 * that the proofs can fail; measures how long it took; removes everything.
 *
 * What goes wrong on the way is a check that failed, not an exception: a drill that can't be done is a drill that failed.
 *
 * @throws HoldfastError before there is anything to tell (snapshot-missing, bad-input, locked …); cancelled, lock-lost.
 *   Nothing is left then either.
 */
export async function drill(
  repository: OpenRepository,
  options: DrillOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<DrillResult> {
  await sweep(options, reporter, signal);
  const lock = options.noLock
    ? null
    : await lockShared(repository, { ...options, onlyReads: true }, reporter, signal);
  try {
    const guarded = lock === null ? signal : AbortSignal.any([signal, lock.lost]);
    await repository.loadIndex(guarded);
    const chosen = await chooseSnapshot(repository, options.choice, options.filter, {
      nowMs: Date.now(),
      signal: guarded,
    });
    const run = new DrillRun({ repository, options, snapshot: chosen.snapshot, reporter, signal: guarded });
    return await runDrill(run, chosen);
  } finally {
    await lock?.release();
  }
}

async function runDrill(run: DrillRun, chosen: Chosen): Promise<DrillResult> {
  const { manifest, withFiles } = await readContents(run);
  tellUnknownLeftOut(run, manifest);
  const isWanted = ({ name }: { name: string }) => !run.options.leaveOut.includes(name);
  const dumps = manifest.dumps.filter(isWanted);
  const place = new DrillPlace(run.options, serversOf(dumps), run.signal);
  let teardown: Teardown;
  let leftOut: readonly string[] = [];
  let witness: WitnessFacts = 'not-asked';
  let recoveryKey: RecoveryKeyFacts = { state: 'failed', key: null, drills_since: null };
  try {
    await checkRecoveryPoint(run, chosen);
    await run.step('reading', () => checkReading(run));
    recoveryKey = await run.step('recovery key', () => tryRecoveryKey(run));
    witness = await run.step('witness', () => callWitness(run, place));
    const isUp = await run.step('environment', () => startPlace(run, place));
    run.restoreStartedMs = performance.now();
    // First, so that an image that can't hold a dump is told before hours of files.
    const servers = isUp ? await run.step('services', () => startServers(run, place, dumps)) : [];
    const files =
      withFiles && isUp ? await run.step('restore of files', () => restoreFiles(run, place)) : null;
    if (withFiles && files === null) run.couldNotRun(NO_FILES, 'no files were restored');
    const buckets = await run.step('restore of buckets', () =>
      restoreBuckets(run, isUp ? place : null, manifest.buckets.filter(isWanted)),
    );
    const databases = await run.step('restore of databases', () =>
      restoreDatabases(run, { place: isUp ? place : null, servers }, dumps),
    );
    await tamperForTests(run, { files, databases });
    leftOut = await proveAll(run, place, { files, buckets, databases, application: manifest.application });
  } catch (error) {
    run.breakOff(error);
  } finally {
    teardown = await run.step('teardown', () => place.tearDown());
  }
  checkRecoveryTime(run);
  checkTeardown(run, teardown);
  const environment = place.evidence;
  const end = { chosen, manifest, hasFiles: withFiles, environment, teardown, leftOut, witness, recoveryKey };
  return resultOf(run, end);
}

/** What there is to restore. Where that can't be read, a check says so, and nothing is believed of it. */
async function readContents(run: DrillRun): Promise<{ manifest: ManifestFacts; withFiles: boolean }> {
  let contents = { manifest: NO_MANIFEST, withFiles: true };
  const title = {
    kind: 'reading',
    name: 'contents',
    expected: 'what the snapshot is made of can be read',
  } as const;
  await run.check(title, async () => {
    const manifest = await readManifestFacts(run.repository, run.snapshot, run.signal);
    const withFiles = await hasFiles(run);
    contents = { manifest, withFiles };
    await requireAllTold(run.repository, run.snapshot, manifest, run.signal);
    const counts = `${formatCounted(manifest.dumps.length, 'dump')}, ${formatCounted(manifest.buckets.length, 'bucket')}`;
    return { passed: true, found: `${counts}, ${withFiles ? 'and files' : 'no files'}` };
  });
  return contents;
}

function serversOf(dumps: readonly DumpRecord[]): DumpedServers {
  const services = new Set<EngineService>();
  const versions: Partial<Record<ImageRole, string>> = {};
  for (const record of dumps) {
    const service = serviceOf(record.engine);
    if (service === null) continue;
    services.add(service);
    const version = service.versionOf(record);
    if (version === null) continue;
    const known = versions[service.role];
    if (known === undefined || isOlder(known, version)) versions[service.role] = version;
  }
  return { services: [...services], versions };
}

const NO_FILES = {
  kind: 'files',
  name: FILES_CHECK,
  expected: 'they are compared with the snapshot',
} as const;

interface Restored {
  readonly files: FilesPlace | null;
  readonly buckets: Awaited<ReturnType<typeof restoreBuckets>>;
  readonly databases: readonly DrilledDump[];
}

/** @returns what of the application could not be looked at, by its nature. */
async function proveAll(
  run: DrillRun,
  place: DrillPlace,
  { files, buckets, databases, application }: Restored & Pick<ManifestFacts, 'application'>,
): Promise<string[]> {
  const proved = files === null ? null : await run.step('proof of files', () => proveFiles(run, files));
  const provedBuckets = await run.step('proof of buckets', () => proveBuckets(run, buckets));
  const provedDumps = await run.step('proof of databases', () => proveDatabases(run, databases));
  const isContained = place.evidence.files_in === 'container';
  const leftOut = await run.step('application’s checks', () =>
    runApplicationChecks(run, application, { files, isContained }),
  );
  await run.step('user’s checks', () => runUserChecks(run, { files, dumps: databases, isContained }));
  await run.step('negative control', async () => {
    if (files !== null && proved !== null) await controlFiles(run, files, proved);
    await controlBuckets(run, provedBuckets);
    await controlDatabases(run, provedDumps);
  });
  // It may change its databases: it comes when they have been compared for the last time.
  if (run.options.application !== null) {
    await run.step('application', async () => {
      const running = await startApplication(run, place, { files, dumps: databases });
      await runChecksInApplication(run, running, databases);
      await checkItStays(run, running);
    });
  }
  return leftOut;
}

/** As far as clocks may be apart. */
const MOST_AHEAD_MS = 5 * 60_000;

async function checkRecoveryPoint(run: DrillRun, chosen: Chosen): Promise<void> {
  const { age_ms: age, target_ms: most } = recoveryPoint(run, chosen);
  if (most === null) return;
  const expected = `the newest complete snapshot is at most ${timeText(most)} old`;
  await run.check({ kind: 'recovery-point', name: 'recovery point', expected }, async () => ({
    // One from the future would be fresh for ever.
    passed: age !== null && age <= most && age >= -MOST_AHEAD_MS,
    found:
      age === null
        ? 'there is none'
        : age < -MOST_AHEAD_MS
          ? `its time is ${timeText(-age)} ahead of this machine’s clock`
          : withLimit(`it is ${timeText(age)} old`, age, most),
  }));
}

async function checkReading(run: DrillRun): Promise<void> {
  const { repository, snapshot, reporter, signal } = run;
  const title = {
    kind: 'reading',
    name: 'reading',
    expected: 'each blob of the snapshot is what its name says',
  } as const;
  await run.check(title, async () => {
    const { blobs, bytes } = await readSnapshot(repository, snapshot.snapshot.tree, reporter, signal);
    return {
      passed: true,
      found: `${formatCounted(blobs, 'blob')}, ${formatCounted(bytes, 'byte')} of data`,
    };
  });
}

function startPlace(run: DrillRun, place: DrillPlace): Promise<boolean> {
  const title = {
    kind: 'environment',
    name: 'environment',
    expected: 'what is restored has a place of its own',
  } as const;
  return run.check(title, async () => ({ passed: true, found: await place.start() }));
}

function checkRecoveryTime(run: DrillRun): void {
  const { restore_ms: took, target_ms: most } = recoveryTime(run);
  if (most === null) return;
  const title = {
    kind: 'recovery-time',
    name: 'recovery time',
    expected: `from the restore’s beginning to the last proof at most ${timeText(most)}`,
  } as const;
  if (took === null) run.couldNotRun(title, 'nothing was proved');
  else run.note(title, { passed: took <= most, found: withLimit(timeText(took), took, most) });
}

/** `2.6 s: more than 1 s`: a reason is read where what was expected stands nowhere else. */
function withLimit(found: string, ms: number, mostMs: number): string {
  return ms <= mostMs ? found : `${found}: more than ${timeText(mostMs)}`;
}

function checkTeardown(run: DrillRun, { containers, volumes, folders, clean }: Teardown): void {
  const title = {
    kind: 'teardown',
    name: 'teardown',
    expected: 'nothing of what was restored is left',
  } as const;
  const found = teardownText({ containers, volumes, folders });
  run.note(title, {
    passed: clean,
    found: clean
      ? `${found}: gone`
      : `${found}: not all is seen to be gone; look for the label holdfast.drill=${run.options.drillId}`,
  });
}

/** An engine that never answers must not keep the drill from telling so. */
const SWEEP_LIMIT_MS = 60_000;

/** What earlier drills have left; an engine that isn't there is told later, if it is needed. */
async function sweep(options: DrillOptions, reporter: Reporter, cancelled: AbortSignal): Promise<void> {
  const limit = AbortSignal.timeout(Math.min(SWEEP_LIMIT_MS, options.limits.timeMs));
  const signal = AbortSignal.any([cancelled, limit]);
  const client = new EngineClient(options.engine, localHost(), options.engineEnvironment);
  const usesEngine = Object.keys(options.images).length > 0;
  const folders = await sweepFolders(client.host, null);
  const containers = usesEngine ? await sweepContainers(client, null, signal).catch(() => 0) : 0;
  const volumes = usesEngine ? await sweepVolumes(client, null, signal).catch(() => 0) : 0;
  await client.host.close();
  if (folders + containers + volumes === 0) return;
  const found = teardownText({ containers, volumes, folders });
  reporter.onInfo(`Removed what earlier drills had left: ${found}.`);
}

async function tamperForTests(run: DrillRun, { files, databases }: Omit<Restored, 'buckets'>): Promise<void> {
  const server = databases.find(({ socketFolder }) => socketFolder !== null);
  await run.options.afterRestore?.({
    filesFolder: files?.folder ?? '',
    serverFolder: server?.socketFolder ?? '',
    run: async (role, script) => {
      const host = role === 'files' ? files?.host : databases.find((dump) => dump.role === role)?.host;
      if (host === undefined) return '';
      return (await runSuccessfully(host, 'do what a test asks for', script)).stdout.toString('utf8');
    },
  });
}
