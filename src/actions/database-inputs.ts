import { parseDatabase } from '../databases/databases.ts';
import { PASSWORD_VARIABLE } from '../databases/postgresql/choices.ts';
import { choiceInput, listInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { localHost } from '../hosts/local.ts';
import type { DumpRequest } from '../operations/backup/options.ts';

/** What the input `databases` names, one a line. The passwords are masked. @throws HoldfastError bad-input. */
export function readDumps(): DumpRequest[] {
  const lines = listInput('databases');
  const host = choiceInput('database-on', ['host', 'here']) === 'here' ? localHost() : undefined;
  const env = databaseEnvironment(lines);
  return lines.map((line) => ({ database: parseDatabase(line, 'the input `databases`', env), host }));
}

/** Where passwords of databases are taken from: the input, and variables that the URLs name. All are masked. */
export function databaseEnvironment(urls: readonly string[]): NodeJS.ProcessEnv {
  const given = textInput('database-password');
  const env = given === null ? process.env : { ...process.env, [PASSWORD_VARIABLE]: given };
  const named = urls.flatMap((url) =>
    [...url.matchAll(/[?&]password-env=([^&]+)/g)].map(([, name = '']) => name),
  );
  for (const name of [PASSWORD_VARIABLE, ...named]) mask(env[name] ?? '');
  return env;
}
