import { display, fromText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { parseDatabase } from '../../databases/databases.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { BackupPlan, Facts, Site } from '../application.ts';
import { linksAmong, linksOutOf } from '../follow-links.ts';
import { hooksOf } from '../hooks.ts';
import { asAccount, linesOf, literalPattern, present, realPath } from '../host-look.ts';
import { type LookerConfiguration, type MysqlPlace, readConfiguration } from './configuration.ts';
import { controlOf } from './control.ts';
import { refusePlaceWithin, requirePlace } from './key-store.ts';
import { makeIndependent, refuseStrayKeys } from './keystore.ts';
import { folderOf, type LookerSettings } from './settings.ts';
import { hsqldbState, stateOf, versionOf } from './state.ts';

/** What is never saved: made again when it is missing, or of a running Looker alone. */
const NEVER = [
  '.cache',
  '.tmp',
  '.snapshots',
  '.db/looker.lck',
  '.starting',
  '.deploying',
  '.status_server_token',
];
/** Past it the vendor advises MySQL. */
const LARGE_HSQLDB_BYTES = 600_000_000;

export async function planLookerBackup(site: Site, settings: LookerSettings): Promise<BackupPlan> {
  const own = await asAccount(site, settings.user, 'Looker');
  const look = { host: own, signal: site.signal };
  const folder = folderOf(settings);
  await requireLayout(look, folder);
  const configuration = await readConfiguration(look, settings);
  const masterKeys = await masterKeysOf(look, configuration);
  const backend = backendOf(settings, configuration);
  requireNodes(site, settings, configuration);
  await stateOf(look, settings);
  await warnOfUnit(site, settings);
  const paths = await pathsOf(site, settings, configuration);
  await refuseStrayKeys(look, [settings.home, folder]);
  if (settings['keystore-independent']) {
    requireLocalKeystore(site, settings, { configuration, paths });
    await requirePlace(settings, site.signal);
  }
  warnOfMasterKey(site, configuration, { masterKeys, paths });
  if (backend === 'hsqldb') await warnOfSize(site, look, settings);
  const databases = backend === 'mysql' ? [mysqlOf(site, settings, configuration.mysql)] : [];
  return {
    paths: paths.map(fromText),
    aside: [...settings['system-files'], ...settings.certificates].map(fromText),
    excludes: excludesOf(settings, { backend, masterKeys, paths }),
    control: controlOf(settings),
    nodes: settings.nodes.map((address) => ({ address, control: controlOf(settings) })),
    databases,
    hooks: hooksOf(settings),
    whileStopped: (place) => whileStopped(place, settings, { backend, paths }),
    judgeDumps: warningsOf,
    record: {
      profile: 'looker',
      version: await versionOf(look, settings),
      settings,
      facts: { backend, ...masterKeyFact(configuration), ...databaseFact(databases) },
      running: false,
    },
  };
}

async function requireLayout(own: Pick<Site, 'host' | 'signal'>, folder: string): Promise<void> {
  const needed = ['looker', 'looker.jar'].map((name) => `${folder}/${name}`);
  const there = await present(own, needed);
  const missing = needed.find((path) => !there.includes(path));
  if (missing === undefined) return;
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up Looker on "${own.host.name}": there is no ${missing}, expected Looker’s start script and its jar in one folder. ` +
      'Say where they are: folder=/home/looker/looker.',
  );
}

function backendOf({ backend }: LookerSettings, { mysql }: LookerConfiguration): 'hsqldb' | 'mysql' {
  return backend !== 'auto' ? backend : mysql === null ? 'hsqldb' : 'mysql';
}

function requireNodes(
  { host }: Site,
  { nodes, 'single-node': single }: LookerSettings,
  { isClustered }: LookerConfiguration,
): void {
  if (!isClustered || single || nodes.length > 0) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot back up Looker on "${host.name}": it is a node of a cluster, expected the others, too, for all must be stopped. Give ` +
      'nodes=ssh://looker@NODE for each, or single-node=true where this is the only one.',
  );
}

/** A unit that restarts what ends would start it while it is read. */
async function warnOfUnit(site: Site, { service }: LookerSettings): Promise<void> {
  if (service !== undefined) return;
  const script = '[ -d /run/systemd/system ] && systemctl is-active --quiet looker.service && echo y; true';
  const [isActive = ''] = await linesOf(site, 'ask systemd for Looker', script);
  if (isActive !== 'y') return;
  site.onWarning(
    'systemd’s looker.service is active, and might start Looker again when it ends. As root, have it stopped by systemd: service=looker.',
  );
}

/** Whether what lies in its folder is saved, as far as its name says. */
function isSaved(settings: LookerSettings): (path: string) => boolean {
  const leftOut = [...NEVER, ...choicesOf(settings)];
  return (path) => !leftOut.includes(path.replace(/^.*\//, ''));
}

/** Each once, and none that is below another. */
async function pathsOf(
  site: Site,
  settings: LookerSettings,
  { sharedStorage }: LookerConfiguration,
): Promise<string[]> {
  const { home } = settings;
  const shared = settings['shared-storage'] ?? sharedStorage;
  const optional = await present(site, [`${home}/.ssh`, `${home}/.lookerjmx`, ...settings['system-files']]);
  const needed = [...settings.certificates, ...(shared === null ? [] : [shared])];
  const there = await present(site, needed);
  const missing = needed.find((path) => !there.includes(path));
  if (missing !== undefined) {
    throw new HoldfastError(
      'source-missing',
      `Cannot back up Looker on "${site.host.name}": there is no ${missing}, expected the certificates and the shared storage that are named. ` +
        'See whether a disk isn’t mounted, or correct the option.',
    );
  }
  const moved = await linksOutOf(site, fromText(folderOf(settings)));
  const own = [folderOf(settings), ...optional, ...needed, ...moved.map(display).filter(isSaved(settings))];
  // The keys may be a link into the shared storage. The master key is looked for, and left out, in what is really saved.
  const links = await linksAmong(site, own.map(fromText));
  const each = [...new Set([...own, ...[...links.values()].flat().map(display)])];
  return each.filter((path) => !each.some((other) => path.startsWith(`${other}/`)));
}

function choicesOf({ log, models, ssl }: LookerSettings): string[] {
  return [...(log ? [] : ['log']), ...(models ? [] : ['models']), ...(ssl ? [] : ['.ssl'])];
}

function excludesOf(
  settings: LookerSettings,
  {
    backend,
    masterKeys,
    paths,
  }: { backend: string; masterKeys: readonly string[]; paths: readonly string[] },
): string[] {
  const chosen = [...choicesOf(settings), ...(backend === 'mysql' ? ['.db'] : [])];
  const below = [...NEVER, ...chosen].map((name) => `${literalPattern(folderOf(settings))}/${name}`);
  const within = masterKeys.filter((key) => paths.some((path) => key.startsWith(`${path}/`)));
  return [...below, ...within.map(literalPattern)];
}

/** Its names: as configured, and where that really is, which may be among what is saved. */
async function masterKeysOf(
  look: Pick<Site, 'host' | 'signal'>,
  { variables }: LookerConfiguration,
): Promise<readonly string[]> {
  const file = variables.get('LKR_MASTER_KEY_FILE');
  if (file === undefined) return [];
  const real = await realPath(look, file);
  return real === null ? [file] : [...new Set([file, display(real)])];
}

function masterKeyFact({ variables }: LookerConfiguration): Facts {
  const file = variables.get('LKR_MASTER_KEY_FILE');
  return file === undefined ? {} : { master_key_file: file };
}

/** A URL, which holds no secret: on a new host nothing else says where the dump goes. */
function databaseFact([database]: readonly Database[]): Facts {
  return database === undefined ? {} : { database_url: database.shown };
}

function warnOfMasterKey(
  site: Site,
  { masterKeyIn }: LookerConfiguration,
  { masterKeys, paths }: { masterKeys: readonly string[]; paths: readonly string[] },
): void {
  if (masterKeyIn !== null) {
    site.onWarning(
      `Looker’s master key itself stands in ${masterKeyIn} (LKR_MASTER_KEY_ENV), which is saved along with the data that it opens. Put it into a file ` +
        'of its own (LKR_MASTER_KEY_FILE), which is left out.',
    );
  }
  const [file] = masterKeys;
  if (file === undefined) return;
  const isWithin = masterKeys.some((key) => paths.some((path) => key.startsWith(`${path}/`)));
  site.onInfo(
    `Looker’s master key ${file} is ${isWithin ? 'left out of' : 'not in'} the backup: keep a copy of it apart, for nothing can be restored without it.`,
  );
}

async function warnOfSize(
  site: Site,
  own: Pick<Site, 'host' | 'signal'>,
  settings: LookerSettings,
): Promise<void> {
  const { modified, sizeBytes } = await hsqldbState(own, settings);
  if (modified === null) {
    throw new HoldfastError(
      'application-unfit',
      `Cannot back up Looker on "${site.host.name}": ${folderOf(settings)}/.db holds no looker.properties, expected an HSQLDB. ` +
        'Say backend=mysql where its data is in MySQL.',
    );
  }
  if (sizeBytes > LARGE_HSQLDB_BYTES)
    site.onWarning('Looker’s HSQLDB is larger than 600 MB: its makers advise to move it to MySQL.');
}

/** @throws HoldfastError bad-input where the key isn't kept on the host: only then can another take its place. */
function requireLocalKeystore(
  site: Site,
  settings: LookerSettings,
  { configuration: { variables }, paths }: { configuration: LookerConfiguration; paths: readonly string[] },
): void {
  refusePlaceWithin(settings['key-to'] ?? '', paths);
  const isLocal = ['LKR_MASTER_KEY_FILE', 'LKR_MASTER_KEY_ENV'].some(
    (name) => (variables.get(name) ?? '') !== '',
  );
  const kms = [...variables.keys()].find((name) => /KMS|CMK_ALIAS/.test(name));
  if (isLocal && kms === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot make a backup of Looker on "${site.host.name}" that is independent of its keystore: ` +
      (kms === undefined
        ? 'no file says LKR_MASTER_KEY_FILE or LKR_MASTER_KEY_ENV'
        : `its key is in AWS KMS (${kms})`) +
      ', expected a master key of its own. With KMS, leave keystore-independent out: who restores needs that key in KMS.',
  );
}

/** The configured database, with a credential of ours. @throws HoldfastError bad-input where there is none. */
function mysqlOf({ env, host }: Site, { database }: LookerSettings, place: MysqlPlace | null): Database {
  if (database !== undefined) return parseDatabase(database, 'the option database', env);
  const isKnown = place !== null && place.host !== null && place.database !== null;
  if (isKnown && (env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '') {
    const user = place.user === null ? '' : `${encodeURIComponent(place.user)}@`;
    const port = place.port === null ? '' : `:${place.port}`;
    const url = `mysql://${user}${place.host}${port}/${encodeURIComponent(place.database ?? '')}`;
    return parseDatabase(url, 'the database in Looker’s configuration', env);
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot back up Looker on "${host.name}": its data is in MySQL${isKnown ? ` (${place.database} on ${place.host})` : ''}, and there is no credential ` +
      'for a dump, expected one: files without it are no backup. Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.',
  );
}

async function whileStopped(
  place: Site,
  settings: LookerSettings,
  { backend, paths }: { backend: string; paths: readonly string[] },
): Promise<Facts> {
  const own = await asAccount(place, settings.user, 'Looker');
  const look = { host: own, signal: place.signal };
  if ((await stateOf(look, settings)) !== 'stopped') {
    throw new HoldfastError(
      'application-unfit',
      `Cannot back up Looker on "${place.host.name}": it runs, although it was stopped, expected it to stay so. See what starts it.`,
    );
  }
  const facts = settings['keystore-independent']
    ? await makeIndependent(own, settings, { paths, signal: place.signal })
    : {};
  return backend === 'mysql' ? facts : { ...facts, ...(await requireClean(place, look, settings)) };
}

/** An HSQLDB that was not closed in order may lack committed rows until Looker opens it again. */
async function requireClean(
  place: Site,
  own: Pick<Site, 'host' | 'signal'>,
  settings: LookerSettings,
): Promise<Facts> {
  const { modified, hasLog } = await hsqldbState(own, settings);
  if (modified === 'no' && !hasLog) return { hsqldb: 'clean' };
  const what = `Looker’s HSQLDB on "${place.host.name}" was not closed in order (modified=${modified}${hasLog ? ', with a log' : ''})`;
  if (settings.unclean === 'warn') {
    place.onWarning(`${what}: it may lack its last rows when it is restored.`);
    return { hsqldb: 'unclean' };
  }
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up ${what}, expected modified=no: Looker was killed before it had ended. Start and stop it once by hand, or say unclean=warn.`,
  );
}

function warningsOf(dumps: readonly DumpRecord[]): string[] {
  return dumps
    .filter(({ engine }) => engine === 'mariadb')
    .map(({ name }) => `The dump ${name} is of MariaDB: Looker’s makers support MySQL only.`);
}
