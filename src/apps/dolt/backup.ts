import { displayText, fromText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { parseDatabase } from '../../databases/databases.ts';
import type { DoltClient } from '../../databases/dolt/client.ts';
import { toolVersion } from '../../databases/dolt/server.ts';
import { HoldfastError } from '../../errors.ts';
import { asUser } from '../../hosts/as-user.ts';
import type { BackupPlan, Facts, Site } from '../application.ts';
import { hooksOf } from '../hooks.ts';
import { asAccount, literalPattern, present } from '../host-look.ts';
import {
  clientOf,
  type DoltAccount,
  databaseFolders,
  folderUrl,
  refuseLinks,
  requireServer,
  serverUrl,
} from './access.ts';
import { controlOf } from './control.ts';
import { configurationPaths, type DoltPlaces, placesOf } from './places.ts';
import { type Pushed, planPushes, pushAll, requireEach } from './pushes.ts';
import { requireStaging } from './room.ts';
import type { DoltSettings } from './settings.ts';
import { readFolderState, requireStopped } from './stopped.ts';

/** What is the process's, or can be made again; and what was typed at a prompt, passwords too. */
const NEVER = ['.dolt/temptf', '.dolt/stats', '.dolt/sql-server.info', '.dolt/eventsData', '.sqlhistory'];
/** Where a restore puts what was in its way. */
export const BEFORE = '.holdfast-before-';

export async function planDoltBackup(site: Site, settings: DoltSettings): Promise<BackupPlan> {
  const places = await placesOf(site, settings);
  const { dataFolder, user } = places;
  const own = { ...site, host: await asAccount(site, user, 'Dolt') };
  const account = { user, settings };
  const paths = await configurationPaths(site, settings, places);
  const folders = await databaseFolders(site, dataFolder);
  tellRelative(site, places);
  if (settings.way === 'files' || settings.way === 'volume') await refuseLinks(site, dataFolder, folders);
  const server = settings.way === 'files' ? null : await lookAtServer(own, account, { places, folders });
  const version = server?.version ?? (await folderVersion(own, account, dataFolder));
  const pushes = await pushesOf(own, account, { places, databases: server?.databases });
  const control = settings.way === 'files' ? controlOf(settings, dataFolder, user) : null;
  let pushed: readonly Pushed[] = [];
  return {
    paths: (settings.way === 'volume' ? [dataFolder] : paths).map(fromText),
    excludes: excludesOf(settings, places),
    control,
    nodes: [],
    databases: databasesOf(site, account, { places, paths }),
    hooks: hooksOf(settings),
    needsVolume: settings.way === 'volume',
    beforeStop: async (place) => {
      if (pushes === null) return;
      const client = clientOf(asOwner(place, user), anyUrl(account, places));
      pushed = await pushAll(client, pushes.planned, place, { isAll: settings.way === 'push' });
    },
    whileStopped: async (place): Promise<Facts> => {
      const facts = { pushed: JSON.stringify(pushed) };
      if (settings.way !== 'files') return facts;
      await requireStopped(asOwner(place, user), control, dataFolder);
      const client = clientOf(asOwner(place, user), usersOfFolder(account, places));
      const state = await readFolderState(client, settings['work-folder']);
      return { ...facts, state: JSON.stringify(state) };
    },
    record: {
      profile: 'dolt',
      version,
      settings,
      facts: {
        way: settings.way,
        data_dir: dataFolder,
        root: places.root,
        user,
        server: places.server,
        folders: JSON.stringify(folders),
        users_files: JSON.stringify(await present(site, [places.privilegeFile, places.branchControlFile])),
      },
      running: false,
    },
  };
}

/** @throws HoldfastError as requireServer; application-unfit for a server of other databases than the folder's. */
async function lookAtServer(
  own: Site,
  account: DoltAccount,
  { places, folders }: { places: DoltPlaces; folders: readonly string[] },
) {
  const { server, dataFolder, user } = places;
  const { settings } = account;
  const client = clientOf(own, anyUrl(account, places));
  const facts = await requireServer(client, server);
  const isThere = (name: string) =>
    folders.includes('.') || folders.some((one) => plain(one) === plain(name));
  const strange = facts.databases.filter((name) => !isThere(name));
  if (strange.length === facts.databases.length) {
    throw new HoldfastError(
      'application-unfit',
      `Cannot back up Dolt on "${own.host.name}": the server at ${server} has ${strange.length === 0 ? 'no database' : `${strange.map(displayText).join(', ')}`}, and none of it is in ` +
        `${displayText(dataFolder)}, expected the server of that folder. Correct server, or data-dir.`,
    );
  }
  if (settings.way === 'backup') {
    const { staging, 'check-room': checkRoom } = settings;
    await requireStaging(own, { staging, dataFolder, databases: facts.databases, user, checkRoom });
  }
  return facts;
}

/** Names that differ by case, or by a dash for an underscore, may be one database. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

async function folderVersion(own: Site, account: DoltAccount, dataFolder: string): Promise<string> {
  const client = clientOf(own, folderUrl(dataFolder, account, { options: { globals: 'only' } }));
  return toolVersion(client, account.settings['work-folder']);
}

/** Null: nothing is pushed. A server that is to be stopped must run for it. */
async function pushesOf(
  own: Site,
  account: DoltAccount,
  { places, databases }: { places: DoltPlaces; databases: readonly string[] | undefined },
) {
  const { push, way } = account.settings;
  if (push.length === 0) return null;
  const client: DoltClient = clientOf(own, anyUrl(account, places));
  const names = databases ?? (await requireServer(client, places.server)).databases;
  const planned = await planPushes(client, names, push);
  if (way === 'push') requireEach(planned, names, own.host.name);
  return { planned };
}

function anyUrl(account: DoltAccount, { server }: DoltPlaces): string {
  return serverUrl(server, account, { options: { globals: 'only' } });
}

function asOwner(place: Site, user: string): Site {
  return { ...place, host: asUser(place.host, user) };
}

function usersOfFolder(account: DoltAccount, places: DoltPlaces): string {
  const { dataFolder, privilegeFile, branchControlFile } = places;
  const files = { 'privilege-file': privilegeFile, 'branch-control-file': branchControlFile };
  return folderUrl(dataFolder, account, { options: { globals: 'only', ...files } });
}

/** Users, grants and branch control by SQL in every case; the databases as the way has it. */
function databasesOf(
  { env }: Site,
  account: DoltAccount,
  { places, paths }: { places: DoltPlaces; paths: readonly string[] },
): Database[] {
  const { way, staging, 'backup-name': name = '' } = account.settings;
  const parse = (url: string) => parseDatabase(url, 'the option server', env);
  const all = (options: Readonly<Record<string, string>>) =>
    parse(serverUrl(places.server, account, { options: { all: 'true', ...options } }));
  switch (way) {
    case 'backup':
      return [all({ staging })];
    case 'named-backup':
      return [all({ backup: name })];
    case 'push':
      return [parse(anyUrl(account, places))];
    case 'volume': {
      // A snapshot is of one volume: what lies elsewhere is a dump beside it.
      const outside = paths
        .filter((path) => path !== places.dataFolder)
        .map((path) => `&config=${encodeURIComponent(path)}`);
      return [parse(`${anyUrl(account, places)}${outside.join('')}`)];
    }
    case 'files':
      return [parse(usersOfFolder(account, places))];
  }
}

function excludesOf({ way, keys }: DoltSettings, { dataFolder, root, ...places }: DoltPlaces): string[] {
  const folder = literalPattern(dataFolder);
  const isWhole = way === 'files' || way === 'volume';
  const bases = [folder, `${folder}/*`, `${folder}/.dolt_dropped_databases/*`];
  const never = isWhole ? [...NEVER, '.dolt/noms/LOCK'] : [...NEVER, '.dolt/noms'];
  return [
    ...bases.flatMap((base) => never.map((name) => `${base}/${name}`)),
    // Without its data a database that was dropped is none.
    ...(isWhole ? [] : [`${folder}/.dolt_dropped_databases`]),
    // What a restore left for its undoing.
    `${folder}/.holdfast-*`,
    ...(keys ? [] : [`${literalPattern(root)}/.dolt/creds`, ...places.keys.map(literalPattern)]),
  ];
}

function tellRelative(site: Site, { isRelative, dataFolder }: DoltPlaces): void {
  if (!isRelative) return;
  site.onWarning(
    `Dolt's data_dir is a relative path: with that, it forgets branch control when it starts again, whose file is in another place than it looks. Make it ${displayText(dataFolder)}. ` +
      'The dump of the users has its rows.',
  );
}
