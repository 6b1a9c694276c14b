import { HoldfastError } from '../errors.ts';
import { COMMAND_SCHEME, commandDatabase } from './command.ts';
import type { Database } from './database.ts';
import { DatabaseUrl } from './database-url.ts';
import type { DrilledDatabase } from './drilled.ts';
import { POSTGRESQL_SCHEMES, postgresqlDatabase } from './postgresql.ts';
import type { DumpRecord } from './record.ts';

/**
 * The database that a user names: `postgresql://…`, or `command:NAME=SHELL COMMAND`.
 *
 * @param name Of the flag or input, for messages.
 * @param env Where engines take passwords from.
 * @throws HoldfastError bad-input, also for options that the engine doesn't know.
 */
export function parseDatabase(text: string, name: string, env: NodeJS.ProcessEnv): Database {
  if (text.startsWith(`${COMMAND_SCHEME}:`)) return commandDatabase(text, name);
  const url = new DatabaseUrl(text, name);
  if (POSTGRESQL_SCHEMES.includes(url.scheme)) return postgresqlDatabase(url, env);
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: its engine is ${JSON.stringify(url.scheme)}, expected postgresql or command.`,
  );
}

/** A database of a drill's own server, by a URL of ours. */
export function parsePostgresql(text: string): Database & DrilledDatabase {
  return postgresqlDatabase(new DatabaseUrl(text, 'the drill’s database'), {});
}

/** The database that was dumped, reached as libpq does by default. @throws HoldfastError bad-input where none is meant. */
export function urlOf({ engine, database, name }: DumpRecord): string {
  if (engine === 'postgresql') {
    return database === null
      ? 'postgresql:///?globals=only'
      : `postgresql:///${encodeURIComponent(database)}`;
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${name}: it is of ${engine}, which has no place of its own. Say where to: ` +
      `--into 'command:${name}=COMMAND THAT READS IT'.`,
  );
}
