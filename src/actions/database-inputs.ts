import type { Database } from '../databases/database.ts';
import { PASSWORD_VARIABLE } from '../databases/password.ts';
import { isPlaceOfOurs, parseDatabaseAt } from '../databases/tunnelled.ts';
import { listInput, textInput } from '../github/inputs.ts';
import { mask } from '../github/secrets.ts';
import { parseContainerAddress } from '../hosts/container-address.ts';
import type { Host } from '../hosts/host.ts';
import { localHost } from '../hosts/local.ts';
import type { DumpRequest } from '../operations/backup/options.ts';
import { connect, type HostAccess } from './access.ts';
import type { StageTools } from './stage.ts';

/** What the input `databases` names, one a line. The passwords are masked. @throws HoldfastError bad-input. */
export function readDumps(): DumpRequest[] {
  const lines = listInput('databases');
  const env = databaseEnvironment(lines);
  const parse = parserOfPlace();
  return lines.map((line) => ({ database: parse(line, 'the input `databases`', env) }));
}

/** `parseDatabase` for the place that the tools run in. @throws HoldfastError bad-input for a place that is none. */
export function parserOfPlace(): (text: string, name: string, env: NodeJS.ProcessEnv) => Database {
  const place = placeInput();
  if (!isPlaceOfOurs(place)) parseContainerAddress(place);
  return (text, name, env) => parseDatabaseAt(place, text, name, env);
}

/** How the place that the databases' tools run in is reached; undefined: it is the host of the step. */
export function databaseHost(access: HostAccess, tools: StageTools): (() => Promise<Host>) | undefined {
  const place = placeInput();
  if (place === 'host' || place === 'tunnel') return undefined;
  if (place === 'here') return async () => localHost();
  return () => connect({ ...access, options: { ...access.options, container: place } }, tools);
}

/** `host`, `here`, `tunnel`, or the address of a container. */
function placeInput(): string {
  return textInput('database-on') ?? 'host';
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
