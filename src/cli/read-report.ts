import { findArchives } from '../archive/find-archives.ts';
import { redactUrl } from '../backends/location.ts';
import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { Collection } from '../report/collect.ts';
import type { Configured } from '../report/configured.ts';
import { expectedBy } from '../report/expectations.ts';
import type { ReportSettings } from '../report/facts.ts';
import type { TargetHistory } from '../report/history.ts';
import { parseAge, parseExpectations } from '../report/parse-expectations.ts';
import { isElsewhere, type ReportPlace } from '../report/place.ts';
import { readEvidence } from '../report/read-evidence.ts';
import { isEmptyPolicy } from '../retention/policy.ts';
import { policyText } from '../retention/policy-text.ts';
import { parsePolicy } from '../retention/policy-words.ts';
import { openArchives } from './archive-store.ts';
import { copyToTask, isCopyToNamed } from './copy-backup.ts';
import { evidenceKey, evidencePlace } from './evidence-place.ts';
import { snapshotFilter } from './filter.ts';
import { givenBy } from './forget-options.ts';
import type { ReportFlags } from './report-flags.ts';
import { withRepository } from './session.ts';
import type { Task } from './task.ts';
import type { Terminal } from './terminal.ts';

const shown = (word: string) => `--${word}`;

/** What the flags alone say. @throws HoldfastError bad-input. */
export function reportSettings(
  flags: ReportFlags,
  env: Terminal['env'],
): Pick<ReportSettings, 'periodMs' | 'expectations' | 'isExpected' | 'policy'> {
  const rules = parsePolicy((word) => givenBy(flags, word), flags.keepTag, shown);
  return {
    periodMs: parseAge(flags.period, '--period'),
    expectations: parseExpectations(flags, shown),
    isExpected: expectedBy(snapshotFilter(flags, env)),
    policy: isEmptyPolicy(rules) ? null : { rules, text: policyText(rules) },
  };
}

export interface ReadTargets extends Pick<ReportSettings, 'configured' | 'places' | 'warnings'> {
  readonly histories: readonly TargetHistory[];
}

/** Reads all that the flags name, without a lock: it changes nothing, and what a prune takes away meanwhile is told. */
export async function readTargets(task: Task<ReportFlags>): Promise<ReadTargets> {
  const { flags } = task;
  const configured = flags.config === undefined ? null : await readConfigured(flags.config);
  const [collection, warnings] = [new Collection(), [] as string[]];
  const onWarning = (message: string) => {
    warnings.push(message);
    task.reporter.onWarning(message);
  };
  const isByFlags = flags.repo ?? flags.repositoryFile ?? flags.archives ?? flags.copyTo;
  const places =
    configured !== null && isByFlags === undefined
      ? await readConfiguredPlaces(task, collection, { configured, onWarning })
      : await readNamedPlaces(task, collection, onWarning);
  return { histories: collection.histories(), configured: configured?.targets ?? [], places, warnings };
}

async function readConfigured(file: string): Promise<Configured> {
  const [{ configuredIn }, { readFileOf }] = await Promise.all([
    import('../report/configured.ts'),
    import('../config/checkout.ts'),
  ]);
  return configuredIn(await readFileOf(process.cwd(), file));
}

async function readConfiguredPlaces(
  task: Task<ReportFlags>,
  collection: Collection,
  { configured, onWarning }: { configured: Configured; onWarning: (message: string) => void },
) {
  const { readStorages } = await import('../report/read-storages.ts');
  const { flags, terminal, reporter, signal } = task;
  return readStorages(collection, configured.storages, {
    filter: snapshotFilter(flags, terminal.env),
    deep: !flags.shallow,
    evidence: flags.evidence ?? null,
    evidenceKey: await evidenceKey(flags.evidenceKey),
    surroundings: { env: terminal.env, onSecret: () => {}, role: null },
    caFile: flags.cacert ?? (terminal.env['RESTIC_CACERT'] || undefined),
    ...{ signal, onWarning, onInfo: (message: string) => reporter.onInfo(message) },
    openArchives: async ({ location, s3 }) =>
      (await import('../archive/open-store.ts')).openArchiveStore(location, s3),
  });
}

/** Of the flags and the environment. @returns The places. @throws HoldfastError bad-input if none is named. */
async function readNamedPlaces(
  task: Task<ReportFlags>,
  collection: Collection,
  onWarning: (message: string) => void,
): Promise<ReportPlace[]> {
  const { flags, terminal } = task;
  const places: ReportPlace[] = [];
  const filter = snapshotFilter(flags, terminal.env);
  const key = await evidenceKey(flags.evidenceKey);
  const read = (of: Task<object>, evidence: string | null) =>
    withRepository(of, 'none', async ({ repository, signal }) => {
      places.push(placeAt(repository.location));
      await collection.addRepository(repository, { filter, deep: !flags.shallow, signal, onWarning });
      const place = await evidencePlace(of, evidence);
      collection.addEvidence(await readEvidence(repository, { place, key, signal, onWarning }));
    });
  const hasCopies = isCopyToNamed(task);
  if (isRepositoryNamed(task)) await read(task, flags.evidence ?? null);
  if (hasCopies) await read(copyToTask(task), null);
  if (flags.archives !== undefined) {
    const store = await openArchives(task, flags.archives);
    try {
      places.push(placeAt(flags.archives));
      collection.addArchives(await findArchives(store, task.signal), filter, onWarning);
    } finally {
      await store.close();
    }
  }
  if (places.length > 0) return places;
  throw new HoldfastError(
    'bad-input',
    'Cannot report: neither a repository nor archives are named. Give -r/--repo, --archives or --config, or set RESTIC_REPOSITORY.',
  );
}

function placeAt(location: string): ReportPlace {
  const shown = displayText(redactUrl(location));
  return { shown, storage: null, isOffSite: isElsewhere(location), isKnown: true };
}

function isRepositoryNamed({ flags, terminal: { env } }: Task<object>): boolean {
  return Boolean(
    flags.repo ?? flags.repositoryFile ?? (env['RESTIC_REPOSITORY'] || env['RESTIC_REPOSITORY_FILE']),
  );
}
