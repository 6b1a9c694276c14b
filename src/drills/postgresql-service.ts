import { fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isSuccess } from '../hosts/exit-status.ts';
import type { Host } from '../hosts/host.ts';
import { CommandFailure, runToEnd } from '../hosts/output.ts';
import { quote } from '../hosts/quote.ts';

/** The superuser of a drill's server, and the account that it runs as in the image. */
export const POSTGRES_USER = 'postgres';

export interface DrilledServer {
  readonly major: number;
  /** Folder of its tools. */
  readonly toolFolder: string;
  /** Folder of its socket. */
  readonly socketFolder: string;
  /** Names of the extensions that could be made there. */
  readonly extensions: ReadonlySet<string>;
}

/** Folders that packages and images keep the server's programs in; the newest version counts. */
const FIND_PROGRAMS = `for b in $(ls -d /usr/lib/postgresql/*/bin /usr/local/pgsql/bin /usr/local/bin /usr/pgsql-*/bin /usr/bin 2>/dev/null | sort -rV); do
  [ -x "$b/initdb" ] && [ -x "$b/postgres" ] && break; done
[ -x "$b/initdb" ] || { echo "initdb is in none of the usual folders: the image holds no PostgreSQL server" >&2; exit 127; }`;

/** A drill's data need not survive anything; what a restore waits for otherwise is the disk. */
const SETTINGS = `listen_addresses = ''
fsync = off
full_page_writes = off
synchronous_commit = off
autovacuum = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = 4GB
maintenance_work_mem = 256MB
logging_collector = off`;

/**
 * Makes a cluster in `folder`, which must be the account's own, and starts it; it listens on a socket alone.
 * @param host As the account that the server runs as.
 * @throws HoldfastError host-unsupported when the image holds no server, or it isn't ready in time; cancelled.
 */
export async function startPostgresql(
  host: Host,
  folder: string,
  { limitMs, signal }: { limitMs: number; signal: AbortSignal },
): Promise<DrilledServer> {
  const limit = AbortSignal.timeout(limitMs);
  const what = 'start PostgreSQL for the drill';
  const output = await runToEnd(host, startScript(folder, limitMs), {
    signal: AbortSignal.any([signal, limit]),
  }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw limit.aborted ? notReady(limitMs, error) : error;
  });
  if (!isSuccess(output.exit)) {
    const cause = new CommandFailure(what, host, output);
    throw 'code' in output.exit && output.exit.code === NOT_READY
      ? notReady(limitMs, cause)
      : new HoldfastError('host-unsupported', cause.message, { cause });
  }
  const [toolFolder = '', version = '', ...extensions] = output.stdout.toString('utf8').trim().split('\n');
  const major = Number(/\(PostgreSQL\) (\d+)/.exec(version)?.[1] ?? Number.NaN);
  return { major, toolFolder, socketFolder: folder, extensions: new Set(extensions) };
}

const NOT_READY = 96;

function startScript(folder: string, limitMs: number): string {
  const seconds = Math.max(1, Math.ceil(limitMs / 1000));
  return `cd ${quote(fromText(folder))} || exit 1
${FIND_PROGRAMS}
"$b/initdb" -D data -A trust -N -E UTF8 --locale=C -U ${POSTGRES_USER} >initdb.log 2>&1 || { cat initdb.log >&2; exit 1; }
{ echo ${quote(fromText(SETTINGS))}; echo "unix_socket_directories = '$PWD'"; } >>data/postgresql.conf
"$b/pg_ctl" -D "$PWD/data" -w -t ${seconds} -l log start >/dev/null || { tail -n 5 log >&2; exit ${NOT_READY}; }
echo "$b"
"$b/postgres" --version
"$b/psql" -X -A -t -h "$PWD" -U ${POSTGRES_USER} -d postgres -c 'SELECT DISTINCT name FROM pg_available_extensions'`;
}

function notReady(limitMs: number, cause: unknown): HoldfastError {
  const said = cause instanceof CommandFailure ? ` (${cause.message})` : '';
  return new HoldfastError(
    'host-unsupported',
    `Cannot go on with the drill: PostgreSQL isn't ready after ${limitMs / 1000} s${said}, expected it to answer. Allow it ` +
      'more time, or look at the image.',
    { cause },
  );
}
