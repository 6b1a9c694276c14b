import { HoldfastError } from '../errors.ts';
import { COMMAND_SCHEME, commandDatabase } from './command.ts';
import type { Database } from './database.ts';
import { DatabaseUrl } from './database-url.ts';
import { DOLT_SCHEMES, doltDatabase } from './dolt.ts';
import type { DrilledDatabase } from './drilled.ts';
import { MYSQL_SCHEMES, mysqlDatabase } from './mysql.ts';
import { OPENSEARCH_SCHEMES, opensearchDatabase } from './opensearch.ts';
import { POSTGRESQL_SCHEMES, postgresqlDatabase } from './postgresql.ts';
import type { DumpRecord } from './record.ts';
import { REDIS_SCHEMES, redisUrl } from './redis/choices.ts';
import { redisDatabase } from './redis.ts';
import { SQLITE_SCHEME, sqliteUrl } from './sqlite/choices.ts';
import { sqliteDatabase } from './sqlite.ts';

interface Engine {
  /** What a record calls it. */
  readonly engines: readonly string[];
  readonly schemes: readonly string[];
  /** How its URLs are read where they aren't as others. */
  readonly parse?: (text: string, name: string) => DatabaseUrl;
  readonly open: (url: DatabaseUrl, env: NodeJS.ProcessEnv) => Database;
  /** The database that was dumped, reached as the engine's client does by default. Null: it has no place of its own. */
  readonly urlOf: (record: DumpRecord) => string | null;
  /** What a restore is to name where `urlOf` doesn't know it. */
  readonly place?: string;
}

const ENGINES: readonly Engine[] = [
  {
    engines: ['postgresql'],
    schemes: POSTGRESQL_SCHEMES,
    open: postgresqlDatabase,
    urlOf: ({ database }) =>
      database === null ? 'postgresql:///?globals=only' : `postgresql:///${encodeURIComponent(database)}`,
  },
  {
    engines: MYSQL_SCHEMES,
    schemes: MYSQL_SCHEMES,
    open: mysqlDatabase,
    urlOf: ({ engine, database }) =>
      database === null ? `${engine}:///?users=only` : `${engine}:///${encodeURIComponent(database)}`,
  },
  {
    engines: ['dolt'],
    schemes: DOLT_SCHEMES,
    open: doltDatabase,
    urlOf: () => null,
    place: 'dolt://USER@HOST:PORT/DATABASE',
  },
  {
    engines: [SQLITE_SCHEME],
    schemes: [SQLITE_SCHEME],
    parse: sqliteUrl,
    open: sqliteDatabase,
    urlOf: ({ database }) =>
      database === null ? null : `sqlite:${encodeURI(database).replace(/[?#]/g, encodeURIComponent)}`,
  },
  {
    engines: ['redis'],
    schemes: REDIS_SCHEMES,
    parse: redisUrl,
    open: redisDatabase,
    urlOf: () => 'redis://', // which says that a file is wanted, and how to find it
  },
  {
    engines: ['opensearch'],
    schemes: OPENSEARCH_SCHEMES,
    open: opensearchDatabase,
    urlOf: () => null,
    place: 'opensearch://USER@HOST:PORT/',
  },
];

const KNOWN = [...ENGINES.map(({ schemes: [first] }) => first), COMMAND_SCHEME].join(', ');

/**
 * The database that a user names: a URL of one of the engines, or `command:NAME=SHELL COMMAND`.
 *
 * @param name Of the flag or input, for messages.
 * @param env Where engines take passwords from.
 * @throws HoldfastError bad-input, also for options that the engine doesn't know.
 */
export function parseDatabase(text: string, name: string, env: NodeJS.ProcessEnv): Database {
  if (text.startsWith(`${COMMAND_SCHEME}:`)) return commandDatabase(text, name);
  const scheme = /^([a-z]+):/.exec(text)?.[1] ?? '';
  const engine = ENGINES.find(({ schemes }) => schemes.includes(scheme));
  const url = engine?.parse?.(text, name) ?? new DatabaseUrl(text, name);
  if (engine !== undefined) return engine.open(url, env);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: its engine is ${JSON.stringify(url.scheme)}, expected one of ${KNOWN}.`,
  );
}

/** A file of a drill's own, by its path. */
export function parseSqlite(path: string): Database & DrilledDatabase {
  const encoded = encodeURI(path).replace(/[?#]/g, encodeURIComponent);
  return sqliteDatabase(sqliteUrl(`${SQLITE_SCHEME}:${encoded}`, OF_DRILL));
}

/** A database of a drill's own server, by a URL of ours. */
export function parsePostgresql(text: string): Database & DrilledDatabase {
  return postgresqlDatabase(new DatabaseUrl(text, OF_DRILL), {});
}

/** As parsePostgresql, of either product. */
export function parseMysql(text: string): Database & DrilledDatabase {
  return mysqlDatabase(new DatabaseUrl(text, OF_DRILL), {});
}

/** As parsePostgresql. */
export function parseDolt(text: string): Database & DrilledDatabase {
  return doltDatabase(new DatabaseUrl(text, OF_DRILL), {});
}

/** As parsePostgresql. */
export function parseOpensearch(text: string): Database & DrilledDatabase {
  return opensearchDatabase(new DatabaseUrl(text, OF_DRILL), {});
}

/** The file that a drill's own server loads. */
export function parseRedis(path: string): Database {
  return redisDatabase(redisUrl(`redis:${encodeURI(path)}`, OF_DRILL), {});
}

const OF_DRILL = 'the drill’s database';

/** The database that was dumped, reached as its client does by default. @throws HoldfastError bad-input where none is meant. */
export function urlOf(record: DumpRecord): string {
  const engine = ENGINES.find(({ engines }) => engines.includes(record.engine));
  const url = engine?.urlOf(record) ?? null;
  if (url !== null) return url;
  const place = engine?.place ?? `command:${record.name}=COMMAND THAT READS IT`;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${record.name}: it is of ${record.engine}, which has no place of its own. Say where to: ` +
      `--into '${place}'.`,
  );
}
