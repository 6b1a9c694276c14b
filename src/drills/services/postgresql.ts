import { displayText, fromText } from '../../bytestring.ts';
import type { Database, DatabaseContext, StoredDump } from '../../databases/database.ts';
import { parsePostgresql } from '../../databases/databases.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import { type Daemon, makeDaemon, startDaemon } from './daemon.ts';
import {
  type DumpPlace,
  type EngineService,
  type RunningService,
  type ServicePlace,
  tooOld,
} from './service.ts';

/** The superuser of a drill's server, and the account that it runs as in the image. */
const USER = 'postgres';

export const postgresqlService: EngineService = {
  role: 'postgresql',
  title: 'PostgreSQL',
  engine: 'postgresql',
  accounts: [USER],
  versionOf: ({ restore }) => restore['server_major'] ?? null,
  make: (place) => makeDaemon(place, DAEMON),
  start: startPostgresql,
};

/** Folders that packages and images keep the server's programs in; the newest version counts. */
const FIND_PROGRAMS = `for b in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /usr/local/bin /usr/pgsql-*/bin /usr/bin 2>/dev/null | sort -rV); do
  [ -x "$b/initdb" ] && [ -x "$b/postgres" ] && break; done
[ -x "$b/initdb" ] || lacks initdb 'PostgreSQL server'`;

/**
 * A drill's data need not survive anything; what a restore waits for otherwise is the disk. While the log of its commit isn't written,
 * nobody who reads a row notes in it that it is committed: the first comparison would write each page once more. To compile
 * statements takes longer than they do.
 */
export const SETTINGS = `listen_addresses = ''
fsync = off
full_page_writes = off
synchronous_commit = off
wal_writer_delay = 10s
autovacuum = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
max_connections = 20
max_locks_per_transaction = 4096
jit = off
maintenance_work_mem = 256MB
logging_collector = off`;

const DAEMON: Daemon = {
  title: 'PostgreSQL',
  prepare: FIND_PROGRAMS,
  make: `"$b/initdb" -D data -A trust -N -E UTF8 --locale=C -U ${USER} >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
{ echo ${quote(fromText(SETTINGS))}; echo "unix_socket_directories = '$PWD'"; } >>data/postgresql.conf`,
  command: '"$b/postgres" -D "$PWD/data"',
  // What it writes there once it takes connections: pg_ctl waits for the same, but looks ten times a second.
  isReady: "grep -q '^ready' data/postmaster.pid",
  facts: `echo "$b"
"$b/psql" -X -A -t -h "$PWD" -U ${USER} -d postgres -c 'SHOW server_version_num' -c 'SELECT DISTINCT name FROM pg_available_extensions'`,
};

interface Cluster {
  readonly host: Host;
  readonly major: number;
  /** Folder of its tools. */
  readonly toolFolder: string;
  readonly socketFolder: string;
  /** Names of the extensions that could be made there. */
  readonly extensions: ReadonlySet<string>;
}

/** It listens on a socket alone. */
async function startPostgresql(place: ServicePlace): Promise<RunningService> {
  const { host, folder } = place;
  const lines = await startDaemon(place, DAEMON);
  const [toolFolder = '', version = '', ...extensions] = lines;
  const major = Math.floor(Number(version) / 10_000);
  const cluster = { host, major, toolFolder, socketFolder: folder, extensions: new Set(extensions) };
  return {
    version: String(major),
    folder,
    variables: { PGHOST: folder, PGUSER: USER },
    requireFit: (record) => requireFit(cluster, record),
    open: (record, all) => placeOf(cluster, record, all),
  };
}

function requireFit({ major, extensions }: Cluster, record: DumpRecord): void {
  const dumped = Number(record.restore['server_major'] ?? 0);
  if (major < dumped)
    throw tooOld(postgresqlService, record, { is: String(major), expected: String(dumped) });
  const needed = (record.fingerprint?.facts['extensions'] ?? '').split(', ').filter(Boolean);
  const missing = needed.map((text) => text.split(' ')[0] ?? '').filter((name) => !extensions.has(name));
  if (missing.length === 0) return;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot restore ${record.name} for the drill: the image lacks the extensions ${displayText(missing.join(', '))}, which ` +
      'the dumped database has. Name an image that has them: postgresql=IMAGE.',
  );
}

/** Roles come first. */
function placeOf(cluster: Cluster, record: DumpRecord, all: readonly DumpRecord[]): DumpPlace {
  const isGlobals = record.format === 'globals';
  const hasRoles = isGlobals || all.some(({ format }) => format === 'globals');
  const database = parsePostgresql(urlOf(cluster, record, hasRoles));
  const owners = hasRoles ? '' : ', without owners and privileges: no roles were dumped';
  return {
    order: isGlobals ? 0 : 1,
    database: isGlobals ? null : database,
    restore: async (dump, context) => `${await restoreDump(cluster, dump, database, context)}${owners}`,
  };
}

function urlOf({ socketFolder, toolFolder }: Cluster, record: DumpRecord, hasRoles: boolean): string {
  const name = record.database === null ? '' : encodeURIComponent(record.database);
  const options = new URLSearchParams({ host: socketFolder, bin: toolFolder });
  if (record.format === 'globals') options.set('globals', 'only');
  // Without the roles nothing can be theirs.
  else if (!hasRoles) for (const option of ['owner', 'privileges']) options.set(option, 'false');
  const query = [...options].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return `postgresql://${USER}@/${name}?${query}`;
}

/**
 * Images seldom have the locales of the servers that are backed up: where the database can't be made as it was, it is made
 * without one. The same data has the same fingerprint in another locale.
 */
export async function restoreDump(
  { host, toolFolder, socketFolder }: Pick<Cluster, 'host' | 'toolFolder' | 'socketFolder'>,
  dump: StoredDump,
  database: Database,
  context: DatabaseContext,
): Promise<string> {
  const { record } = dump;
  const terms = { overwrite: false, isDrill: true };
  try {
    await database.restore(host, dump, terms, context);
    return '';
  } catch (error) {
    const isMade = error instanceof HoldfastError && error.code === 'restore-blocked';
    if (!isMade || record.database === null || context.signal.aborted) throw error;
    const settings = ['-T', 'template0', '-E', record.restore['encoding'] ?? 'UTF8', '--locale=C'];
    const connection = ['-h', socketFolder, '-U', USER, '-w'];
    const command = [`${toolFolder}/createdb`, ...connection, ...settings, '--', record.database];
    const { signal } = context;
    await runSuccessfully(host, 'make a database for the drill', quoteAll(command.map(fromText)), { signal });
    await database.restore(host, dump, terms, context);
    return `, in the locale C: the image lacks ${record.restore['collate'] ?? 'the database’s'}`;
  }
}
