import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { DatabaseUrl } from '../database-url.ts';
import { parseDumpName } from '../dump-name.ts';
import { passwordOf } from '../password.ts';
import type { PostgresqlAccess } from './access.ts';
import type { FingerprintChoices } from './fingerprint.ts';

/** What every server has, for questions that are about no database in particular. */
export const MAINTENANCE_DATABASE = 'postgres';

export type DumpFormat = 'custom' | 'tar' | 'plain';

/** What a `postgresql:` URL says. */
export interface PostgresqlChoices {
  readonly access: PostgresqlAccess;
  /** Account of the host that the tools run as (`sudo -u`, or root's `runuser`); null: the one that we are. */
  readonly runAs: string | null;
  /** Null: every database of the server that lets one connect. */
  readonly database: string | null;
  readonly format: DumpFormat;
  /** Roles, tablespaces and their grants as a dump of its own. */
  readonly globals: 'with' | 'without' | 'only';
  /** For pg_dump, as it takes them. */
  readonly filterArgs: readonly string[];
  /** Whether filters leave tables, or tables' data, out. */
  readonly isFiltered: boolean;
  /** Whether the filters leave large objects out, as pg_dump's positive ones do. */
  readonly hasLargeObjects: boolean;
  readonly fingerprint: FingerprintChoices | null;
  /** Name of the dump; null: the database's. */
  readonly name: string | null;
  /** Whether a restore gives things to the owners and grants what the dump says. */
  readonly owner: boolean;
  readonly privileges: boolean;
  /** How many tables a restore fills at a time. */
  readonly jobs: number;
  readonly workFolder: string;
  /** As they were given, for the manifest: no secret is among them. */
  readonly given: readonly string[];
}

const FILTERS = ['schema', 'exclude-schema', 'table', 'exclude-table', 'exclude-table-data'] as const;
/** With one of these pg_dump leaves large objects out. */
const POSITIVE_FILTERS: readonly string[] = ['schema', 'table'];
const MAX_JOBS = 64;

/**
 * Reads `postgresql://user@host:port/database?option=value`.
 * @param env Where passwords are taken from.
 * @throws HoldfastError bad-input.
 */
export function readChoices(url: DatabaseUrl, env: NodeJS.ProcessEnv): PostgresqlChoices {
  const filters = FILTERS.flatMap((name) => url.takeAll(name).map((pattern) => ({ name, pattern })));
  const every = url.takeBoolean('all', false);
  const globals = url.takeChoice(
    'globals',
    every ? ['with', 'without', 'only'] : ['without', 'with', 'only'],
  );
  const fingerprint = url.takeChoice('fingerprint', ['full', 'count', 'none']);
  const upTo = url.takeCount('checksum-up-to', Number.MAX_SAFE_INTEGER);
  const name = url.take('name');
  const choices: PostgresqlChoices = {
    access: readAccess(url, env),
    runAs: url.take('as'),
    database: every || (globals === 'only' && url.path === '') ? null : url.path,
    format: url.takeChoice('format', ['custom', 'tar', 'plain']),
    globals,
    filterArgs: filters.map(({ name, pattern }) => `--${name}=${pattern}`),
    isFiltered: filters.length > 0,
    hasLargeObjects: !filters.some((filter) => POSITIVE_FILTERS.includes(filter.name)),
    fingerprint:
      fingerprint === 'none'
        ? null
        : { rows: fingerprint, checksumUpToBytes: upTo ?? Number.POSITIVE_INFINITY },
    name: name === null ? null : parseDumpName(name, 'the option name'),
    owner: url.takeBoolean('owner', true),
    privileges: url.takeBoolean('privileges', true),
    jobs: url.takeCount('jobs', MAX_JOBS) ?? 1,
    workFolder: url.take('work-folder') ?? '/tmp',
    given: [
      ...filters.map(({ name, pattern }) => `${name}=${pattern}`),
      ...(fingerprint === 'full' ? [] : [`fingerprint=${fingerprint}`]),
      ...(upTo === null ? [] : [`checksum-up-to=${upTo}`]),
    ],
  };
  url.requireAllTaken();
  requireMeaning(choices, url, every);
  return choices;
}

function readAccess(url: DatabaseUrl, env: NodeJS.ProcessEnv): PostgresqlAccess {
  const folder = url.take('host');
  if (folder !== null && url.host !== null) throw url.bad('host', folder, 'no other host than the URL’s own');
  return {
    host: folder ?? url.host,
    hostAddress: url.take('hostaddr'),
    port: url.port ?? url.take('port'),
    user: url.user,
    password: passwordOf(url, env),
    sslMode: url.take('sslmode'),
    sslRootCertificate: url.take('sslrootcert'),
    sslCertificate: url.take('sslcert'),
    sslKey: url.take('sslkey'),
    toolFolder: url.take('bin'),
  };
}

function requireMeaning(choices: PostgresqlChoices, url: DatabaseUrl, every: boolean): void {
  const { database } = choices;
  if (database === '' || (every && url.path !== '')) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use ${JSON.stringify(url.shown)}: expected one database (postgresql:///app), all (postgresql:///?all=true), ` +
        'or the roles alone (postgresql:///?globals=only).',
    );
  }
  if (database === null && choices.name !== null && choices.globals !== 'only')
    throw url.bad('name', choices.name, 'no name for several dumps');
  if (choices.workFolder !== '' && !choices.workFolder.startsWith('/'))
    throw url.bad('work-folder', choices.workFolder, 'an absolute path');
  if (fromText(choices.access.user ?? '').includes('\0')) throw url.bad('user', '…', 'a name without NUL');
}
