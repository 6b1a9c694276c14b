import { parseDatabase } from '../databases/databases.ts';
import { PASSWORD_VARIABLE } from '../databases/password.ts';
import { isPlaceOfOurs, tunnelledDatabase } from '../databases/tunnelled.ts';
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
  if (!isPlaceOfOurs(placeInput())) parseContainerAddress(placeInput());
  const parse = placeInput() === 'tunnel' ? tunnelledDatabase : parseDatabase;
  const env = databaseEnvironment(lines);
  return lines.map((line) => ({ database: parse(line, 'the input `databases`', env) }));
}

/** How the place that the databases' tools run in is reached; undefined: it is the host that is backed up. */
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
