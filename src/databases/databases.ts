import { HoldfastError } from '../errors.ts';
import { COMMAND_SCHEME, commandDatabase } from './command.ts';
import type { Database } from './database.ts';
import { DatabaseUrl } from './database-url.ts';
import { POSTGRESQL_SCHEMES, postgresqlDatabase } from './postgresql.ts';

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
