import { parseBucket } from '../../buckets/bucket.ts';
import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { quote } from '../../hosts/quote.ts';
import type { Facts, RestorePlan, RestoreStep, Saved, Site } from '../application.ts';
import { startStep, stopStep } from '../control.ts';
import { databaseSteps } from '../dump-places.ts';
import { hasAccount, linesOf, present } from '../host-look.ts';
import { compareVersions } from '../version.ts';
import { restoredControlOf } from './control.ts';
import { migrationsOf } from './database.ts';
import { restoreMetadata, restoreQueue } from './metadata.ts';
import type { KestraSettings } from './settings.ts';
import { stateOf, versionOf } from './state.ts';
import type { Storage } from './storage.ts';
import { lookForUris } from './uris.ts';

export async function planKestraRestore(
  site: Site,
  settings: KestraSettings,
  { record, dumps }: Saved,
): Promise<RestorePlan> {
  const { facts } = record;
  const isThere = await isInstalled(site, settings);
  if (isThere) await requireFit(site, settings, record.version);
  const control = restoredControlOf(settings);
  const database = (settings.database ?? settings.search ?? facts['database_url'])?.replace(
    /^elasticsearch:/,
    'opensearch:',
  );
  const urls = { into: settings['restore-into'], from: database === undefined ? [] : [database] };
  await requireAccount(site, settings);
  requireMetadata(site, settings, facts);
  requireSamePlace(site, settings, facts);
  const databases = databaseSteps(dumps, urls, site);
  const starts = await mayStart(site, settings, facts['host']);
  return {
    steps: [
      ...(isThere ? [stopStep('Kestra', control)] : []),
      {
        kind: 'files',
        title: 'put the files back',
        part: { folder: null, target: null, includes: [], excludes: [] },
      },
      ...bucketSteps(site, settings, facts),
      ...databases,
      ...databases.flatMap((step) => migrationsStep(step)),
      ...urisStep(databases, settings, facts),
      ...enterpriseSteps(settings, facts),
      ...(starts ? [startStep('Kestra', control)] : []),
    ],
  };
}

/** @throws HoldfastError restore-blocked: a plain process that can't be started is found out now, and not once all is back. */
async function requireAccount(site: Site, { user, command, 'pid-file': pidFile }: KestraSettings) {
  const isUsed = pidFile !== undefined || command !== undefined;
  if (!isUsed || user === 'root' || (await hasAccount(site, user))) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore Kestra to "${site.host.name}": there is no account ${JSON.stringify(displayText(user))}, expected the one that it runs as. Make it, or name another by user.`,
  );
}

/** @throws HoldfastError restore-blocked: files go back where they were. */
function requireSamePlace({ host }: Site, { storage }: KestraSettings, facts: Facts): void {
  const { storage: saved } = facts;
  if (storage === undefined || saved === undefined || storage === saved) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore Kestra’s internal storage on "${host.name}" to ${displayText(storage)}: it was saved from ${displayText(saved)}, expected that place. Restore that ` +
      'folder alone with --target first, or mount the other one there.',
  );
}

/** @throws HoldfastError restore-blocked where it was asked for, and the snapshot has none. */
function requireMetadata(site: Site, settings: KestraSettings, facts: Facts): void {
  const { metadata_uri: uri } = facts;
  // It becomes a word of a command.
  if (uri !== undefined ? /^kestra:\/\/\/\S+$/.test(uri) : settings['restore-metadata'] !== 'yes') return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot give Kestra on "${site.host.name}" its own backup of its metadata: the snapshot ${uri === undefined ? 'was made without (metadata)' : 'names none'}, expected one. Leave ` +
      'restore-metadata out, or choose another snapshot.',
  );
}

/** Of a host that is new, what would run it comes with the files. */
async function isInstalled(site: Site, settings: KestraSettings): Promise<boolean> {
  const { compose, 'pid-file': pidFile, units } = settings;
  if (compose !== undefined) return (await present(site, [compose])).length > 0;
  if (pidFile !== undefined) return (await present(site, [pidFile])).length > 0;
  const script = `systemctl cat ${quote(fromText(units[0] ?? ''))} </dev/null >/dev/null 2>&1 && echo y; true`;
  return (await linesOf(site, 'ask systemd for Kestra', script))[0] === 'y';
}

/** @throws HoldfastError restore-blocked for an older version: its database's migrations go forward only. */
async function requireFit(site: Site, settings: KestraSettings, saved: string | null): Promise<void> {
  await stateOf(site, settings, { mayBeAbsent: true });
  if (saved === null || settings['any-version']) return;
  const there = await versionOf(site, settings);
  if (there === null || compareVersions(there, saved) >= 0) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore Kestra ${displayText(saved)} to "${site.host.name}": ${displayText(there)} is installed there, expected that version or a newer one, for its ` +
      'database can’t go back. Install that first (the image of the compose file), or say any-version=true.',
  );
}

async function mayStart(site: Site, settings: KestraSettings, savedOn: string | undefined): Promise<boolean> {
  if (settings.start !== 'auto') return settings.start === 'yes';
  const [host = ''] = await linesOf(site, 'ask for the host’s name', 'uname -n');
  if (savedOn === undefined || host === savedOn) return true;
  site.onInfo(
    `Kestra is not started: on another host than ${displayText(savedOn)} a restored copy fires the schedules that it missed. Isolate it first; start=yes starts it.`,
  );
  return false;
}

/** A dump that was restored and compared may still be of a database that was half migrated. */
function migrationsStep(step: RestoreStep): RestoreStep[] {
  if (step.kind !== 'database' || step.into.select === undefined) return [];
  const { into } = step;
  return [
    {
      kind: 'run',
      title: 'see that all migrations of its database have succeeded',
      run: async (site) => void (await migrationsOf(site, into)),
    },
  ];
}

/** Database and storage must match: what is missing that was there when it was saved is told. */
function urisStep(databases: readonly RestoreStep[], settings: KestraSettings, facts: Facts): RestoreStep[] {
  const [step] = databases;
  const { backend } = facts;
  const isAsked = settings['check-uris'] && (backend === 'postgresql' || backend === 'mysql');
  if (!isAsked || step?.kind !== 'database' || step.into.select === undefined) return [];
  const { into } = step;
  return [
    {
      kind: 'run',
      title: 'look for the files that its executions name',
      run: async (site) => {
        const now = await lookForUris(site, { backend, database: into, storage: storageIn(settings, facts) });
        const before = Number(facts['uris_missing'] ?? 0);
        if (Number(now['uris_missing'] ?? 0) > before)
          site.onWarning(
            `Kestra: ${before} of these were missing when it was saved, and ${now['uris_missing']} are now: database and storage don’t match.`,
          );
      },
    },
  ];
}

/** Its storage is back before it starts, and where it is a bucket before its database: the larger part fails first. */
function bucketSteps({ env }: Site, settings: KestraSettings, facts: Facts): RestoreStep[] {
  const { storage = '' } = facts;
  if (!storage.startsWith('s3:')) return [];
  const { name } = parseBucket(storage, 'the bucket in the snapshot', env);
  const url = settings['restore-bucket'] ?? storage;
  return [
    {
      kind: 'bucket',
      title: `put its internal storage back into ${displayText(url)}`,
      name,
      into: parseBucket(url, 'the option restore-bucket', env),
      replace: settings['replace-objects'],
    },
  ];
}

/** Where it is after this restore. */
function storageIn(settings: KestraSettings, facts: Facts): Storage {
  const { storage = '/' } = facts;
  return storage.startsWith('s3:')
    ? { kind: 'bucket', url: settings['restore-bucket'] ?? storage }
    : { kind: 'folder', path: storage };
}

/** Its own backup goes in before the queue is filled, which is filled of what the repository has then. */
function enterpriseSteps(settings: KestraSettings, facts: Facts): RestoreStep[] {
  const isKafka = facts['queue'] === 'kafka';
  const { 'restore-metadata': metadata, 'restore-queue': queue } = settings;
  const { metadata_uri: uri, metadata_summary: summary } = facts;
  const wantsMetadata = metadata === 'yes' || (metadata === 'auto' && isKafka);
  const command = queue === 'auto' ? (isKafka ? 'sys-ee' : 'no') : queue;
  const steps: RestoreStep[] = [];
  if (wantsMetadata && uri !== undefined && summary !== undefined) {
    const title = 'give Kestra its own backup of its metadata';
    steps.push({ kind: 'run', title, run: (site) => restoreMetadata(site, settings, { uri, summary }) });
  }
  if (command !== 'no') {
    const title = 'fill Kestra’s queue again';
    steps.push({ kind: 'run', title, run: (site) => restoreQueue(site, settings, command) });
  }
  return steps;
}
