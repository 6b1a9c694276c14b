import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf, present, presentByGlob, readText } from '../host-look.ts';
import { variablesIn } from '../variables.ts';
import type { DoltSettings } from './settings.ts';
import { interpolated, knownValue, type YamlValue, yamlValues } from './yaml-values.ts';

/** Where a Dolt server has what. */
export interface DoltPlaces {
  /** Where it really is. */
  readonly dataFolder: string;
  /** The same as it is called: it may be a symlink. */
  readonly namedFolder: string;
  /** Folder of users and branch control. */
  readonly configFolder: string;
  readonly privilegeFile: string;
  readonly branchControlFile: string;
  /** In whose `.dolt` the account's own configuration and credentials are. */
  readonly root: string;
  readonly user: string;
  /** Files that the YAML file names: certificates, key sets. */
  readonly named: readonly string[];
  /** Private keys that it names. */
  readonly keys: readonly string[];
  /** Which server it is, as a URL without a path. */
  readonly server: string;
  /** Its data_dir is relative: where that leads depends on where it was started. */
  readonly isRelative: boolean;
}

type Look = Pick<Site, 'host' | 'signal'>;

/**
 * By the options, else by the server's YAML file, else as Dolt does by default.
 * @throws HoldfastError source-missing for a file that is named and isn't there; application-unfit for a layout that isn't Dolt's;
 *   bad-input where something must be said.
 */
export async function placesOf(site: Site, settings: DoltSettings): Promise<DoltPlaces> {
  const { config } = settings;
  const variables = await readVariables(site, settings);
  const text = config === undefined ? '' : await requireText(site, config);
  const values = yamlValues(interpolated(text, variables));
  const said = (path: string) => knownValue(values, path, config ?? '');
  const namedFolder = settings['data-dir'] ?? absoluteIn(said('data_dir'), config ?? '');
  await requireFolder(site, namedFolder);
  const [dataFolder = namedFolder] = await behindLinks(site, [namedFolder]);
  const configFolder =
    settings['cfg-dir'] ?? besideIt(said('cfg_dir'), 'cfg_dir') ?? `${dataFolder}/.doltcfg`;
  const user = settings.user ?? (await ownerOf(site, dataFolder));
  return {
    dataFolder,
    namedFolder,
    configFolder,
    privilegeFile: besideIt(said('privilege_file'), 'privilege_file') ?? `${configFolder}/privileges.db`,
    branchControlFile:
      besideIt(said('branch_control_file'), 'branch_control_file') ?? `${configFolder}/branch_control.db`,
    root: settings.root ?? variables.get('DOLT_ROOT_PATH') ?? (await homeOf(site, user)),
    user,
    ...filesIn(values),
    server: settings.server ?? serverIn(said),
    isRelative:
      config !== undefined && /^[\w.]/.test(values.find(({ path }) => path === 'data_dir')?.value ?? '.'),
  };
}

async function readVariables(site: Look, settings: DoltSettings): Promise<Map<string, string>> {
  const variables = new Map<string, string>();
  for (const file of settings['environment-files'])
    for (const [name, value] of variablesIn(await requireText(site, file))) variables.set(name, value);
  return variables;
}

async function requireText(site: Look, path: string): Promise<string> {
  const text = await readText(site, path);
  if (text !== null) return text;
  throw new HoldfastError(
    'source-missing',
    `Cannot back up Dolt on "${site.host.name}": there is no ${displayText(path)}, expected the file that the options name. Correct them.`,
  );
}

function absoluteIn(path: string | null, config: string): string {
  if (path?.startsWith('/')) return clean(path);
  throw new HoldfastError(
    'bad-input',
    `Cannot find Dolt’s databases: ${config} has ${path === null ? 'no data_dir' : 'a relative data_dir'}, which depends on the folder that the server was started in, ` +
      'expected an absolute one. Say where they are: data-dir=/var/lib/dolt/databases.',
  );
}

/** Another setting, which is none without an absolute path: a wrong guess would leave the users out. */
function besideIt(path: string | null, key: string): string | null {
  if (path === null || path.startsWith('/')) return path === null ? null : clean(path);
  if (key === 'cfg_dir') {
    throw new HoldfastError(
      'bad-input',
      'Cannot find Dolt’s users: its cfg_dir is a relative path, expected an absolute one. Say where it is: cfg-dir=/var/lib/dolt/.doltcfg.',
    );
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot find Dolt’s users: its ${key} is a relative path, expected an absolute one. Make it one.`,
  );
}

function clean(path: string): string {
  return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
}

async function requireFolder(site: Look, folder: string): Promise<void> {
  const script = `cd ${quote(fromText(folder))} 2>/dev/null && for one in .dolt/noms */.dolt/noms; do [ ! -d "$one" ] || { echo y; break; }; done; true`;
  if ((await linesOf(site, 'look at the data directory', script)).includes('y')) return;
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up Dolt on "${site.host.name}": no folder in ${displayText(folder)} is a database (none has .dolt/noms), expected Dolt's data directory. ` +
      'Say where it is: data-dir=/var/lib/dolt/databases.',
  );
}

async function ownerOf(site: Look, folder: string): Promise<string> {
  const [user = ''] = await linesOf(
    site,
    'ask who owns the databases',
    `stat -c %U ${quote(fromText(folder))}`,
  );
  if (/^[A-Za-z_][\w.-]*\$?$/.test(user) && user !== 'UNKNOWN') return user;
  throw new HoldfastError(
    'bad-input',
    `Cannot back up Dolt on "${site.host.name}": ${displayText(folder)} belongs to no account of that host, expected the one that the server runs as. Say ` +
      'which it is: user=dolt.',
  );
}

/** Of the account; `/` where it has none, in which nothing of Dolt's is. */
async function homeOf(site: Look, user: string): Promise<string> {
  const name = quote(fromText(user));
  const script = `{ getent passwd ${name} || grep "^"${name}: /etc/passwd; } 2>/dev/null | head -n 1 | cut -d : -f 6`;
  const [home = ''] = await linesOf(site, 'ask for the account’s home', script);
  return home.startsWith('/') ? clean(home) : '/';
}

/** Keys of the YAML file whose values are files beside it. */
const KEY_FILES = /(^|\.)tls_key$/;
const FILES = /(^|\.)(tls_cert|tls_ca|ca_cert|location_url|server_cert|creds_file)$/;

function filesIn(values: readonly YamlValue[]): { named: string[]; keys: string[] } {
  const pathsOf = (pattern: RegExp) =>
    values
      .filter(({ path }) => pattern.test(path))
      .map(({ value }) => value.replace(/^file:\/\/(localhost)?/, ''))
      .filter((value) => value.startsWith('/'))
      .map(clean);
  return { named: pathsOf(FILES), keys: pathsOf(KEY_FILES) };
}

function serverIn(said: (path: string) => string | null): string {
  const host = said('listener.host') ?? '127.0.0.1';
  const own = ['0.0.0.0', '::', '[::]', 'localhost', '*'].includes(host) ? '127.0.0.1' : host;
  const shown = own.includes(':') ? `[${own}]` : own;
  const tls = said('listener.require_secure_transport') === 'true' ? '?tls=true' : '';
  return `dolt://root@${shown}:${said('listener.port') ?? '3306'}${tls}`;
}

/**
 * What of a running server isn't a database’s data and is to be saved: the same paths each time. What a database holds comes from Dolt itself.
 * @throws HoldfastError source-missing for a file that the YAML file names.
 */
export async function configurationPaths(
  site: Site,
  settings: DoltSettings,
  places: DoltPlaces,
): Promise<string[]> {
  const { config, keys: withKeys } = settings;
  const { dataFolder, configFolder, privilegeFile, branchControlFile, root, named, keys } = places;
  const demanded = [...named, ...(withKeys ? keys : [])];
  const there = await present(site, demanded);
  const missing = demanded.find((path) => !there.includes(path));
  if (missing !== undefined) {
    throw new HoldfastError(
      'source-missing',
      `Cannot back up Dolt on "${site.host.name}": there is no ${displayText(missing)}, which ${config} names, expected it. Correct that file.`,
    );
  }
  const home = root === '/' ? '' : root;
  const own = [`${home}/.dolt/config_global.json`, ...(withKeys ? [`${home}/.dolt/creds`] : [])];
  const optional = await present(site, [configFolder, privilegeFile, branchControlFile, ...own]);
  const all = [
    dataFolder,
    places.namedFolder,
    ...optional,
    ...(config === undefined ? [] : [config]),
    ...settings['environment-files'],
    ...demanded,
    ...(await presentByGlob(site, settings['system-files'])),
  ];
  const whole = [...new Set([...all, ...(await behindLinks(site, all))])];
  return whole.filter((path) => !whole.some((other) => other !== path && path.startsWith(`${other}/`)));
}

/** What those of `paths` that are symlinks lead to: of a link alone nothing else is saved. */
async function behindLinks(site: Look, paths: readonly string[]): Promise<string[]> {
  const words = quoteAll(paths.map(fromText));
  const script = `for path in ${words}; do
  [ ! -L "$path" ] || readlink -f "$path" || exit 1
done`;
  const found = await linesOf(site, 'look for symlinks', script);
  return found.filter((path) => path !== '');
}
