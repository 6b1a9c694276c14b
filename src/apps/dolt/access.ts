import { displayText, fromText } from '../../bytestring.ts';
import { DatabaseUrl } from '../../databases/database-url.ts';
import { type DoltChoices, readDoltChoices } from '../../databases/dolt/choices.ts';
import { DoltClient } from '../../databases/dolt/client.ts';
import { askServer, type DoltFacts } from '../../databases/dolt/server.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import { quote, quoteAll } from '../../hosts/quote.ts';
import type { Site } from '../application.ts';
import { linesOf } from '../host-look.ts';
import type { DoltSettings } from './settings.ts';

/** Who asks Dolt, and how. */
export interface DoltAccount {
  /** The account that the server runs as. */
  readonly user: string;
  readonly settings: DoltSettings;
}

/** The URL of a running server's database, or of all (`all=true`) or none (`globals=only`) of them. */
export function serverUrl(
  server: string,
  { user, settings }: DoltAccount,
  { database = '', options }: { database?: string; options: Readonly<Record<string, string>> },
): string {
  const [, head = '', given = ''] = /^(dolt:\/\/[^/?]*)\/?(?:\?(.*))?$/.exec(server) ?? [];
  const query = [...given.split('&').filter((one) => one !== ''), ...queryOf({ user, settings }, options)];
  return `${head}/${encodeURIComponent(database)}?${query.join('&')}`;
}

/** The URL of a database in a folder on which no server runs. */
export function folderUrl(
  folder: string,
  account: DoltAccount,
  { database = '', options = {} }: { database?: string; options?: Readonly<Record<string, string>> },
): string {
  const query = queryOf(account, { ...options, 'data-dir': folder, config: 'none' });
  return `dolt:///${encodeURIComponent(database)}?${query.join('&')}`;
}

function queryOf({ user, settings }: DoltAccount, options: Readonly<Record<string, string>>): string[] {
  const { bin, 'work-folder': workFolder } = settings;
  const all = { ...options, as: user, 'work-folder': workFolder, ...(bin === undefined ? {} : { bin }) };
  return Object.entries(all).map(([key, value]) => `${key}=${encodeURIComponent(value)}`);
}

/** What asks the database or server of `url`. `own` is the host as the account that the server runs as. */
export function clientOf({ host, signal, env }: Pick<Site, 'host' | 'signal' | 'env'>, url: string) {
  const choices: DoltChoices = readDoltChoices(new DatabaseUrl(url, 'the option server'), env);
  return new DoltClient(host, choices, signal);
}

/** What a running server says of itself. */
export type ServerFacts = Pick<DoltFacts, 'version' | 'databases'>;

/**
 * The running server, as an administrator.
 * @throws HoldfastError bad-input where a credential is missing, no-permission for a user who is no administrator,
 *   application-unfit where no server answers.
 */
export async function requireServer(client: DoltClient, server: string): Promise<ServerFacts> {
  try {
    const { facts, others } = await askServer(client, ['SHOW GRANTS']);
    const grants = others.flatMap((row) => Object.values(row));
    // A role may bring it.
    if (grants.some(isAdministrators)) return facts;
  } catch (error) {
    if (!isOfNobody(error)) throw explained(error, client.host.name, server);
  }
  throw new HoldfastError(
    'no-permission',
    `Cannot back up Dolt on "${client.host.name}": the user of ${server} is no administrator, expected one with SUPER: only those may back up, and see every user. ` +
      'Name another one: server=dolt://USER@HOST:PORT.',
  );
}

/** Who may not read `mysql` isn't even told his own rights. */
function isOfNobody(error: unknown): boolean {
  return /Access denied .* to database/.test(asHoldfastError(error)?.message ?? '');
}

function explained(error: unknown, host: string, server: string): unknown {
  const known = asHoldfastError(error);
  const text = known?.message ?? '';
  if (/Access denied|No authentication methods/i.test(text)) {
    return new HoldfastError(
      'bad-input',
      `Cannot back up Dolt on "${host}": ${server} doesn't let us in, expected a user and its password. Set HOLDFAST_DATABASE_PASSWORD (database-password), or name ` +
        'another user: server=dolt://USER@HOST:PORT.',
      { cause: error },
    );
  }
  if (/connection refused|no such host|i\/o timeout|no route to host|network is unreachable/i.test(text)) {
    return new HoldfastError(
      'application-unfit',
      `Cannot back up Dolt on "${host}": no server answers at ${server}, expected a running one. Start it, say where it is (server), or save the files of ` +
        'the stopped one: way=files.',
      { cause: error },
    );
  }
  return error;
}

/** Of a database whose folder is a symlink the link would be all that is saved. @throws HoldfastError application-unfit. */
export async function refuseLinks(
  site: Pick<Site, 'host' | 'signal'>,
  dataFolder: string,
  folders: readonly string[],
): Promise<void> {
  const words = quoteAll(
    folders.flatMap((name) => [name, `${name}/.dolt`, `${name}/.dolt/noms`]).map(fromText),
  );
  const script = `cd ${quote(fromText(dataFolder))} || exit 1
for path in ${words}; do [ ! -L "$path" ] || { printf '%s\\n' "$path"; break; }; done`;
  const [link = ''] = await linesOf(site, 'look for symlinks', script);
  if (link === '') return;
  throw new HoldfastError(
    'application-unfit',
    `Cannot back up Dolt's files on "${site.host.name}": ${displayText(link)} in ${displayText(dataFolder)} is a symlink, expected the database itself. Take another way: way=backup.`,
  );
}

/** The folders in `dataFolder` that are databases, by their names; `.` is that folder itself. */
export async function databaseFolders(
  site: Pick<Site, 'host' | 'signal'>,
  dataFolder: string,
): Promise<string[]> {
  const script = `cd ${quote(fromText(dataFolder))} || exit 1
[ ! -d .dolt/noms ] || echo .
for one in */.dolt/noms; do [ ! -d "$one" ] || printf '%s\\n' "\${one%/.dolt/noms}"; done`;
  const found = await linesOf(site, 'list the databases’ folders', script);
  return found.filter((name) => name !== '');
}

/** Of a role, or of all that there is. */
function isAdministrators(grant: string): boolean {
  const rights = grant.slice(0, Math.max(0, grant.indexOf(' ON *.*')));
  return (
    grant.startsWith('GRANT `') || (/^GRANT /.test(rights) && /\b(?:SUPER|ALL PRIVILEGES)\b/.test(rights))
  );
}
