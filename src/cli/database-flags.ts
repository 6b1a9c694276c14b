import { parseDatabase } from '../databases/databases.ts';
import { localHost } from '../hosts/local.ts';
import type { DumpRequest } from '../operations/backup/options.ts';
import { parseChoice } from '../settings/choice.ts';
import type { Terminal } from './terminal.ts';

/** The databases that --database names, each with the host that its tools run on. @throws HoldfastError bad-input. */
export function databasesOf(
  flags: { readonly database: readonly string[]; readonly databaseOn: string },
  env: Terminal['env'],
): DumpRequest[] {
  const where = parseChoice(flags.databaseOn, '--database-on', ['host', 'here']);
  const host = where === 'here' ? localHost() : undefined;
  return flags.database.map((url) => ({ database: parseDatabase(url, '--database', env), host }));
}
