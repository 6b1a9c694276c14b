import { HoldfastError } from '../errors.ts';
import { COMMAND_SCHEME, commandDatabase } from './command.ts';
import type { Database } from './database.ts';
import { DatabaseUrl } from './database-url.ts';
import { DOLT_SCHEMES, doltDatabase } from './dolt.ts';
import { OPENSEARCH_SCHEMES, opensearchDatabase } from './opensearch.ts';
import { POSTGRESQL_SCHEMES, postgresqlDatabase } from './postgresql.ts';
import type { DumpRecord } from './record.ts';

interface Engine {
  readonly schemes: readonly string[];
  readonly open: (url: DatabaseUrl, env: NodeJS.ProcessEnv) => Database;
}

const ENGINES: readonly Engine[] = [
  { schemes: POSTGRESQL_SCHEMES, open: postgresqlDatabase },
  { schemes: DOLT_SCHEMES, open: doltDatabase },
  { schemes: OPENSEARCH_SCHEMES, open: opensearchDatabase },
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
  const url = new DatabaseUrl(text, name);
  const engine = ENGINES.find(({ schemes }) => schemes.includes(url.scheme));
  if (engine !== undefined) return engine.open(url, env);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: its engine is ${JSON.stringify(url.scheme)}, expected one of ${KNOWN}.`,
  );
}

/** What a restore is to name, where it isn't known by itself. */
const PLACES: Readonly<Record<string, string>> = {
  dolt: 'dolt://USER@HOST:PORT/DATABASE',
  opensearch: 'opensearch://USER@HOST:PORT/',
};

/** The database that was dumped, reached as libpq does by default. @throws HoldfastError bad-input where none is meant. */
export function urlOf({ engine, database, name }: DumpRecord): string {
  if (engine === 'postgresql') {
    return database === null
      ? 'postgresql:///?globals=only'
      : `postgresql:///${encodeURIComponent(database)}`;
  }
  const place = PLACES[engine] ?? `command:${name}=COMMAND THAT READS IT`;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${name}: it is of ${engine}, which has no place of its own. Say where to: --into '${place}'.`,
  );
}
