import { parseBucket } from '../../buckets/bucket.ts';
import { displayText, fromText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { HoldfastError } from '../../errors.ts';
import type { BackupPlan, Facts, Site } from '../application.ts';
import { hooksOf } from '../hooks.ts';
import { linesOf, present } from '../host-look.ts';
import { type KestraConfiguration, readConfiguration } from './configuration.ts';
import { controlOf } from './control.ts';
import { type Backend, backendOf, databaseOf, lookAtDatabase, warningsOf } from './database.ts';
import { awaitExecutions } from './executions.ts';
import { backUpMetadata } from './metadata.ts';
import type { KestraSettings } from './settings.ts';
import { stateOf, unfit, versionOf, warnOfShortGrace } from './state.ts';
import { wereKilled } from './stopped.ts';
import { type Storage, storageOf } from './storage.ts';
import { lookForUris } from './uris.ts';

export async function planKestraBackup(site: Site, settings: KestraSettings): Promise<BackupPlan> {
  const own = await ownFiles(site, settings);
  const configuration = await readConfiguration(site, settings);
  const backend = backendOf(site, settings, configuration);
  await stateOf(site, settings); // one that is half stopped is told now
  const storage = await storageOf(site, settings, configuration);
  const database = databaseOf(site, settings, { backend, configuration });
  const h2 = backend === 'h2' ? [await h2Of(site, settings)] : [];
  const paths = [...own, ...h2, ...(storage.kind === 'folder' ? [storage.path] : [])];
  const schema = await lookAtDatabase(site, backend, database);
  if (schema['schema_version'] === undefined && backend !== 'h2' && backend !== 'elasticsearch')
    site.onInfo('Kestra’s database is dumped by a command: nobody looks at its tables.');
  await warnOfShortGrace(site, settings);
  warnOfSecrets(site, settings, configuration);
  let before: Facts = {};
  return {
    paths: outermost(paths).map(fromText),
    excludes: [],
    control: controlOf(settings),
    nodes: [],
    databases: database === null ? [] : [database],
    buckets: storage.kind === 'bucket' ? [parseBucket(storage.url, 'the option bucket', site.env)] : [],
    hooks: hooksOf(settings),
    beforeStop: async (place) => {
      // Asked again: what an earlier run had left stopped runs by now.
      const state = await stateOf(place, settings);
      const running = state === 'runs' ? await awaitExecutions(place, settings, database) : {};
      const uris = settings['check-uris'] ? await lookForUris(place, { backend, database, storage }) : {};
      before = { ...running, ...uris };
    },
    whileStopped: async (place) => ({
      ...before,
      ...(await whileStopped(place, settings, backend)),
      ...(await backUpMetadata(place, settings, storage)),
    }),
    afterReading: (place) => requireStopped(place, settings),
    judgeDumps: warningsOf,
    record: {
      profile: 'kestra',
      version: await versionOf(site, settings),
      settings,
      facts: {
        ...schema,
        ...factsOf({ backend, storage, database, configuration, settings }),
        host: (await linesOf(site, 'ask for the host’s name', 'uname -n'))[0] ?? '',
      },
      running: false,
    },
  };
}

/** What a host must have that is to run it: configuration with its secret keys, plugins, and what starts it. */
async function ownFiles(site: Site, settings: KestraSettings): Promise<string[]> {
  const { compose, overrides, configuration, plugins, files } = settings;
  const own = [...(compose === undefined ? [] : [compose]), ...overrides];
  const named = [...own, ...configuration, ...plugins, ...files];
  const there = await present(site, named);
  const missing = named.find((path) => !there.includes(path));
  if (missing !== undefined) {
    throw new HoldfastError(
      'source-missing',
      `Cannot back up Kestra on "${site.host.name}": there is no ${missing}, expected what compose, configuration, plugins and files name. Correct the ` +
        'option, or see whether a disk isn’t mounted.',
    );
  }
  if (compose === undefined) return there;
  const folder = compose.replace(/\/[^/]*$/, '');
  const merged = ['docker-compose', 'compose'].flatMap((name) =>
    ['yml', 'yaml'].map((end) => `${folder}/${name}.override.${end}`),
  );
  const [forgotten] = (await present(site, merged)).filter((path) => !own.includes(path));
  if (forgotten !== undefined)
    site.onWarning(
      `${displayText(forgotten)} is not named (overrides): it is neither merged into ${displayText(compose)} here, nor saved.`,
    );
  return [...there, ...(await present(site, [`${folder}/.env`]))];
}

async function h2Of(site: Site, { h2 }: KestraSettings): Promise<string> {
  if (h2 !== undefined && (await present(site, [`${h2}/database.mv.db`])).length > 0) return h2;
  throw unfit(
    site,
    h2 === undefined ? 'its data is in H2, and nobody says where' : `there is no ${h2}/database.mv.db`,
    'expected the folder of that file. Give h2=/FOLDER',
  );
}

/** Each once, and none that is below another. */
function outermost(paths: readonly string[]): string[] {
  const each = [...new Set(paths)];
  return each.filter((path) => !each.some((other) => path.startsWith(`${other}/`)));
}

function warnOfSecrets(site: Site, settings: KestraSettings, { hasSecretKey }: KestraConfiguration): void {
  if (hasSecretKey) return;
  site.onWarning(
    settings.compose === undefined && settings.configuration.length === 0
      ? 'No file of Kestra’s configuration is saved: name it (configuration), for nothing encrypted can be read without its kestra.encryption.secret-key.'
      : 'What is saved of Kestra’s configuration holds no kestra.encryption.secret-key: if it has one, keep it, for nothing encrypted can be read without it.',
  );
}

/** Of several parts, one that was started beside us is enough to make what was read worthless. */
async function requireStopped(place: Site, settings: KestraSettings): Promise<void> {
  if ((await stateOf(place, settings)) === 'stopped') return;
  throw unfit(
    place,
    'it runs, although it was stopped',
    'expected it to stay so. See what starts it (restart: always, another person)',
  );
}

async function whileStopped(place: Site, settings: KestraSettings, backend: Backend): Promise<Facts> {
  await requireStopped(place, settings);
  const killed = await wereKilled(place, settings);
  if (killed === null) return {};
  if (backend === 'h2')
    throw unfit(
      place,
      `${killed} was killed before it had ended, and H2 isn’t whole then`,
      'expected it to end by itself. Give it more time: stop-limit',
    );
  place.onWarning(
    `Kestra’s ${killed} was killed before it had ended: its tasks were cut off. Give it more time: stop-limit.`,
  );
  return { killed };
}

function factsOf({
  backend,
  storage,
  database,
  configuration,
  settings,
}: {
  backend: Backend;
  storage: Storage;
  database: Database | null;
  configuration: KestraConfiguration;
  settings: KestraSettings;
}): Facts {
  const isKafka =
    settings.queue === 'kafka' || (settings.queue === 'auto' && configuration.queue === 'kafka');
  return {
    backend,
    queue: isKafka ? 'kafka' : 'database',
    storage: storage.kind === 'folder' ? storage.path : storage.url,
    ...(database === null ? {} : { database_url: database.shown }),
  };
}
