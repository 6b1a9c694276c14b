import { HoldfastError } from '../../errors.ts';
import type { DatabaseUrl } from '../database-url.ts';
import { parseDumpName } from '../dump-name.ts';
import { passwordOf } from '../password.ts';

/** How Dolt's databases are reached from the host that `dolt` runs on. */
export type DoltAccess = ServerAccess | FolderAccess;

/** A running sql-server. */
export interface ServerAccess {
  readonly host: string;
  readonly port: string;
  readonly user: string;
  readonly password: string;
  readonly tls: boolean;
}

/**
 * A folder of databases: whoever may read it needs no password. Where a server runs on it, `dolt` asks that server by the
 * secret that lies there; where none runs, `dolt` opens the files itself.
 */
export interface FolderAccess {
  readonly dataFolder: string;
  /** Where its users and branch control are; null: where Dolt looks for them, in `.doltcfg` of the folder. */
  readonly privilegeFile?: string | null;
  readonly branchControlFile?: string | null;
  /** Whose `.dolt` has the account's credentials; null: none are needed. */
  readonly root?: string | null;
}

/** What a `dolt:` URL says. */
export interface DoltChoices {
  readonly access: DoltAccess;
  /** Where the databases' files are; null: not known, as no configuration is dumped from there. */
  readonly dataFolder: string | null;
  /** Account of the host that `dolt` and tar run as; null: the one that we are. */
  readonly runAs: string | null;
  /** Null: every database. */
  readonly database: string | null;
  /** Folder on the server's host in which each database has its backup, kept from one dump to the next; null: a restore needs none. */
  readonly staging: string | null;
  /** Of the backup that each database knows by this name, whose folder is the staging folder then; null: by its URL alone. */
  readonly namedBackup: string | null;
  /** Users, grants and branch control as a dump of its own. */
  readonly globals: 'with' | 'without' | 'only';
  /** Files and folders of the host that are dumped as `dolt-config.tar`, with what lies in `dataFolder` beside the data. */
  readonly configFiles: readonly string[];
  /** Folder of `dolt`; null: as PATH and the usual places have it. */
  readonly toolFolder: string | null;
  readonly workFolder: string;
  readonly name: string | null;
}

const DEFAULT_HOST = '127.0.0.1';
const DEFAULT_PORT = '3306';
const DEFAULT_USER = 'root';

/**
 * Reads `dolt://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
export function readDoltChoices(url: DatabaseUrl, env: NodeJS.ProcessEnv): DoltChoices {
  const every = url.takeBoolean('all', false);
  const globals = url.takeChoice(
    'globals',
    every ? ['with', 'without', 'only'] : ['without', 'with', 'only'],
  );
  const name = url.take('name');
  const given = url.takeAll('config');
  const isWithoutConfig = given.length === 1 && given[0] === 'none';
  const configFiles = isWithoutConfig ? [] : given;
  const relative = configFiles.find((path) => !path.startsWith('/') || path.includes('\n'));
  if (relative !== undefined) throw url.bad('config', relative, 'an absolute path, or none alone');
  const dataFolder = readFolder(url, 'data-dir');
  const choices: DoltChoices = {
    access: readAccess(url, env, dataFolder),
    dataFolder: isWithoutConfig ? null : dataFolder,
    runAs: url.take('as'),
    database: every || (globals === 'only' && url.path === '') ? null : url.path,
    staging: readFolder(url, 'staging'),
    namedBackup: url.take('backup'),
    globals,
    configFiles,
    toolFolder: readFolder(url, 'bin'),
    workFolder: readFolder(url, 'work-folder') ?? '/tmp',
    name: name === null ? null : parseDumpName(name, 'the option name'),
  };
  url.requireAllTaken();
  if (choices.namedBackup !== null && choices.staging !== null)
    throw url.bad('staging', choices.staging, 'none with the option backup, whose own URL says where it is');
  if (choices.database === '' || (every && url.path !== '')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${JSON.stringify(url.shown)}: expected one database (dolt://root@127.0.0.1/app), all (dolt://root@127.0.0.1/?all=true), ` +
        'or the users alone (dolt://root@127.0.0.1/?globals=only).',
    );
  }
  if (choices.database?.includes('/'))
    throw url.bad('database', choices.database, 'a database’s name: every branch is dumped');
  if (choices.database === null && name !== null && globals !== 'only')
    throw url.bad('name', name, 'no name for several dumps');
  return choices;
}

/** Who names a folder and no server means the folder. */
function readAccess(url: DatabaseUrl, env: NodeJS.ProcessEnv, dataFolder: string | null): DoltAccess {
  const password = passwordOf(url, env) ?? '';
  const host = url.host ?? DEFAULT_HOST;
  const tls = url.takeBoolean('tls', !['127.0.0.1', '::1', 'localhost'].includes(host));
  const isFolder = url.host === null && url.user === null && url.port === null;
  if (dataFolder !== null && isFolder) {
    const privilegeFile = readFolder(url, 'privilege-file');
    const branchControlFile = readFolder(url, 'branch-control-file');
    return { dataFolder, privilegeFile, branchControlFile, root: readFolder(url, 'root') };
  }
  return { host, port: url.port ?? DEFAULT_PORT, user: url.user ?? DEFAULT_USER, password, tls };
}

function readFolder(url: DatabaseUrl, option: string): string | null {
  const folder = url.take(option);
  if (folder !== null && (!folder.startsWith('/') || folder.includes('\n')))
    throw url.bad(option, folder, 'an absolute path');
  return folder === null || folder === '/' ? folder : folder.replace(/\/+$/, '');
}
