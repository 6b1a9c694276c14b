import { displayText } from '../bytestring.ts';
import type { Host } from '../hosts/host.ts';
import { runSuccessfully } from '../hosts/output.ts';

/** Databases of one engine that somebody runs on a host. */
export interface FoundDatabases {
  /** As a target is called that saves them. */
  readonly engine: 'postgresql' | 'mysql' | 'redis' | 'sqlite' | 'dolt';
  readonly title: string;
  /** As `--database` takes them. Nothing secret is in them. */
  readonly urls: readonly string[];
  /** What is to be done before they can be dumped; null: nothing. */
  readonly note: string | null;
}

/** More files than anybody looks through. */
const MAX_FILES = 20;

/** Where applications keep what is theirs. */
const ROOTS = '/srv /opt /home /var/lib /var/www /data';

/** SQLite's own files of a system: caches that it makes again. */
const NOT_APPLICATIONS =
  /^\/var\/lib\/(?:command-not-found|PackageKit|fwupd|rpm|dnf|yum|apt|dpkg|snapd|colord|NetworkManager|docker|containerd)\//;

/**
 * Prints what is there: a kind and a path or a word, one a line. A name with a line's end in it is two lines, of which none is
 * used. It connects to nothing but a Redis of this host, writes nothing, and doesn't leave a filesystem.
 */
const SCRIPT = `for s in /var/run/postgresql/.s.PGSQL.* /run/postgresql/.s.PGSQL.* /tmp/.s.PGSQL.*; do [ ! -S "$s" ] || printf 'postgresql %s\\n' "$s"; done
for s in /run/mysqld/mysqld.sock /var/run/mysqld/mysqld.sock /var/lib/mysql/mysql.sock /tmp/mysql.sock; do [ ! -S "$s" ] || printf 'mysql %s\\n' "$s"; done
for s in /run/redis/*.sock /var/run/redis/*.sock /run/valkey/*.sock; do [ ! -S "$s" ] || printf 'redis-socket %s\\n' "$s"; done
for c in redis-cli valkey-cli keydb-cli; do
  if command -v "$c" >/dev/null 2>&1; then
    printf 'redis %s\\n' "$("$c" -h 127.0.0.1 -p 6379 ping </dev/null 2>&1 | head -n 1)"; break
  fi
done
for r in ${ROOTS}; do
  [ ! -d "$r" ] || find "$r" -xdev -maxdepth 4 \\( -name .dolt -type d -print -prune \\) -o \\( -type f \\( -name '*.sqlite' -o -name '*.sqlite3' -o -name '*.db' \\) -size +0 -print \\) 2>/dev/null
done | head -n 500 | while IFS= read -r f; do
  case $f in */.dolt) [ ! -d "$f/noms" ] || printf 'dolt %s\\n' "$f" ;; *) [ "$(head -c 15 "$f" 2>/dev/null)" != 'SQLite format 3' ] || printf 'sqlite %s\\n' "$f" ;; esac
done
true`;

/** What there is by the sockets and files of a host, as far as its login sees them. Changes nothing. @throws What the host throws. */
export async function detectDatabases(host: Host, signal: AbortSignal): Promise<FoundDatabases[]> {
  const { stdout } = await runSuccessfully(host, 'look for databases', SCRIPT, { signal });
  return databasesIn(stdout.toString('utf8'));
}

/** What the script's output means. */
export function databasesIn(output: string): FoundDatabases[] {
  const lines = [...new Set(output.split('\n'))].filter(isPlain);
  const of = (kind: string) =>
    lines.filter((line) => line.startsWith(`${kind} `)).map((line) => line.slice(kind.length + 1));
  return [
    found('postgresql', 'PostgreSQL', postgresqlUrls(of('postgresql'))),
    found('mysql', 'MySQL or MariaDB', mysqlUrls(of('mysql'))),
    redisOf(of('redis-socket'), of('redis')[0] ?? ''),
    sqliteOf(of('sqlite')),
    found(
      'dolt',
      'Dolt',
      doltUrls(of('dolt')),
      'make the staging folder that the URL names, on a disk that has room',
    ),
  ].filter(({ urls }) => urls.length > 0);
}

/** A path that isn't text, or hides something, is left to a person. */
function isPlain(line: string): boolean {
  return displayText(line) === line && !line.includes('\uFFFD');
}

function found(
  engine: FoundDatabases['engine'],
  title: string,
  urls: readonly string[],
  note: string | null = null,
): FoundDatabases {
  return { engine, title, urls, note };
}

/** The same server may have its socket in several folders. */
function postgresqlUrls(sockets: readonly string[]): string[] {
  const byPort = new Map<string, string>();
  for (const socket of sockets) {
    const [, folder = '', port] = /^(.*)\/\.s\.PGSQL\.(\d{1,5})$/.exec(socket) ?? [];
    if (port !== undefined && !byPort.has(port)) byPort.set(port, folder);
  }
  return [...byPort].map(([port, folder]) => {
    const options = ['all=true', 'as=postgres', ...(folder === '/tmp' ? ['host=/tmp'] : [])];
    return `postgresql://${port === '5432' ? '' : `:${port}`}/?${options.join('&')}`;
  });
}

function mysqlUrls(sockets: readonly string[]): string[] {
  const [socket] = sockets;
  if (socket === undefined) return [];
  const isUsual = /^(?:\/var)?\/run\/mysqld\/mysqld\.sock$/.test(socket);
  return [`mysql:///?all=true${isUsual ? '' : `&socket=${encodePath(socket)}`}`];
}

function redisOf(sockets: readonly string[], answer: string): FoundDatabases {
  const isThere = /^PONG$|^NOAUTH/.test(answer);
  const [socket] = sockets;
  const options = [
    ...(isThere || socket === undefined ? [] : [`socket=${encodePath(socket)}`]),
    'users=with',
    ...(answer.startsWith('NOAUTH') ? ['password-env=REDIS_PASSWORD'] : []),
  ];
  const urls =
    isThere || socket !== undefined
      ? [`redis://${isThere ? '127.0.0.1:6379' : ''}?${options.join('&')}`]
      : [];
  return found('redis', 'Redis or Valkey', urls);
}

function sqliteOf(files: readonly string[]): FoundDatabases {
  const own = files.filter((file) => !NOT_APPLICATIONS.test(file));
  const rest = own.slice(MAX_FILES);
  const urls = own.slice(0, MAX_FILES).map((file) => `sqlite:${encodePath(file)}`);
  const note =
    rest.length === 0
      ? null
      : `there are ${rest.length} more that are not written down, ${rest[0]} the first; add them, or save their folders as paths`;
  return found('sqlite', 'SQLite', urls, note);
}

function doltUrls(folders: readonly string[]): string[] {
  // A database's folder holds `.dolt`; the folder around it is the server's.
  const [data] = [...new Set(folders.map((folder) => folder.split('/').slice(0, -2).join('/')))];
  return data === undefined || data === ''
    ? []
    : [`dolt:///?all=true&data-dir=${encodePath(data)}&staging=/var/backups/holdfast-dolt`];
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
