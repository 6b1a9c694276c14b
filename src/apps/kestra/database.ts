import { display, displayText } from '../../bytestring.ts';
import type { Database } from '../../databases/database.ts';
import { parseDatabase } from '../../databases/databases.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Facts, Site } from '../application.ts';
import type { KestraConfiguration } from './configuration.ts';
import type { KestraSettings } from './settings.ts';
import { unfit } from './state.ts';

export type Backend = 'postgresql' | 'mysql' | 'h2' | 'elasticsearch';

/** Without one of these a database isn't Kestra's. */
export const NEEDED_TABLES = ['flows', 'executions', 'triggers', 'settings', 'flyway_schema_history'];

/** Work that is under way; which states there are depends on the version. */
const RUNNING = "('CREATED','RUNNING','QUEUED','PAUSED','RESTARTED','KILLING','RETRYING')";

/** @throws HoldfastError application-unfit where nothing is kept, bad-input where nobody says what it is. */
export function backendOf(
  site: Pick<Site, 'host'>,
  { backend, database, search, h2 }: KestraSettings,
  { repository }: KestraConfiguration,
): Backend {
  if (backend !== 'auto') return backend;
  if (search !== undefined) return 'elasticsearch';
  if (database !== undefined) return /^(mysql|mariadb):/.test(database) ? 'mysql' : 'postgresql';
  if (h2 !== undefined) return 'h2';
  switch (repository) {
    case 'postgres':
      return 'postgresql';
    case 'mysql':
    case 'h2':
    case 'elasticsearch':
      return repository;
    case 'memory':
      throw unfit(
        site,
        'its repository is in memory (kestra.repository.type)',
        'expected a database: there is nothing to save',
      );
    default:
      throw new HoldfastError(
        'bad-input',
        `Cannot back up Kestra on "${site.host.name}": nothing says where its data is${repository === null ? '' : ` (kestra.repository.type is ${displayText(repository)})`}, expected ` +
          'kestra.repository.type in its configuration. Name that file by configuration, or give database=URL.',
      );
  }
}

/** The database that is dumped. @throws HoldfastError bad-input without a way to it: files without it are no backup. */
export function databaseOf(
  { env, host }: Pick<Site, 'env' | 'host'>,
  settings: KestraSettings,
  { backend, configuration }: { backend: Backend; configuration: KestraConfiguration },
): Database | null {
  if (backend === 'h2') return null;
  if (backend === 'elasticsearch') {
    if (settings.search !== undefined)
      return parseDatabase(searchUrl(settings.search), 'the option search', env);
    throw new HoldfastError(
      'bad-input',
      `Cannot back up Kestra on "${host.name}": its data is in Elasticsearch, and nobody says how it is reached, expected a cluster with a registered ` +
        'snapshot repository. Give search=opensearch://user@host:9200/REPOSITORY.',
    );
  }
  if (settings.database !== undefined) return parseDatabase(settings.database, 'the option database', env);
  const url = urlIn(configuration);
  if (url !== null && (env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '')
    return parseDatabase(url, 'the database in Kestra’s configuration', env);
  throw new HoldfastError(
    'bad-input',
    `Cannot back up Kestra on "${host.name}": its data is in a database${configuration.jdbc === null ? '' : ` (${displayText(configuration.jdbc)})`}, and there is ` +
      `${url === null ? 'nothing that says how it is reached from the host' : 'no credential for a dump'}, expected one: files without it are no backup. ` +
      'Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.',
  );
}

/** Kestra's own indexes alone, unless the URL says which. */
function searchUrl(url: string): string {
  return /[?&]index=/.test(url)
    ? url
    : `${url}${url.includes('?') ? '&' : '?'}index=${encodeURIComponent('kestra_*')}`;
}

/** A database that only other containers can reach has no URL: its name is the compose file's own. */
function urlIn({ jdbc, user }: KestraConfiguration): string | null {
  const [, scheme, host = '', port, database = ''] =
    /^jdbc:(postgresql|mysql|mariadb):\/\/([^:/?]+)(?::(\d+))?\/([^?]+)/.exec(jdbc ?? '') ?? [];
  if (scheme === undefined || !(host === 'localhost' || host.includes('.'))) return null;
  const account = user === null ? '' : `${encodeURIComponent(user)}@`;
  return `${scheme}://${account}${host}${port === undefined ? '' : `:${port}`}/${encodeURIComponent(database)}`;
}

/**
 * Sees that the database is Kestra's, with all of its migrations.
 * @returns What the record says of it; nothing where its engine isn't one that can be asked.
 * @throws HoldfastError application-unfit for another's, or one that was half migrated; command-failed.
 */
export async function lookAtDatabase(
  site: Site,
  backend: Backend,
  database: Database | null,
): Promise<Facts> {
  if (database?.select === undefined) return {};
  const schema = backend === 'mysql' ? 'DATABASE()' : 'current_schema()';
  const tables = new Set<string>();
  const names = `SELECT table_name FROM information_schema.tables WHERE table_schema = ${schema}`;
  for await (const [name = ''] of database.select(site.host, names, site.signal))
    tables.add(name.toLowerCase());
  const missing = NEEDED_TABLES.filter((name) => !tables.has(name));
  if (missing.length > 0) {
    throw unfit(
      site,
      `the database ${database.shown} has no table ${missing.join(', ')}`,
      'expected Kestra’s. Name the right one: database=URL',
    );
  }
  return { schema_version: await migrationsOf(site, database) };
}

/** @throws HoldfastError application-unfit where one failed: Kestra itself wouldn't start on it. */
export async function migrationsOf(site: Site, database: Database): Promise<string> {
  let last = '';
  const history =
    "SELECT COALESCE(version, ''), CASE WHEN success THEN 'y' ELSE 'n' END FROM flyway_schema_history ORDER BY installed_rank";
  for await (const [version, success] of database.select?.(site.host, history, site.signal) ?? []) {
    if (success !== 'y')
      throw unfit(
        site,
        `the migration ${version === undefined ? '' : display(version)} of its database failed`,
        'expected all to have succeeded. Mend it as Kestra’s makers say',
      );
    if (version) last = display(version);
  }
  return last;
}

/** How many executions are under way. */
export async function runningExecutions(site: Site, database: Database): Promise<number> {
  const count = `SELECT count(*) FROM executions WHERE state_current IN ${RUNNING}`;
  for await (const [number] of database.select?.(site.host, count, site.signal) ?? []) return Number(number);
  return 0;
}

export function warningsOf(dumps: readonly DumpRecord[]): string[] {
  return dumps
    .filter(({ engine }) => engine === 'mariadb')
    .map(({ name }) => `The dump ${name} is of MariaDB: Kestra’s makers support MySQL only.`);
}
