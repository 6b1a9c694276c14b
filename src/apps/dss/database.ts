import type { Database } from '../../databases/database.ts';
import { parseDatabase } from '../../databases/databases.ts';
import { HoldfastError } from '../../errors.ts';
import type { Site } from '../application.ts';
import { readText } from '../host-look.ts';
import type { DssSettings } from './settings.ts';

/** A PostgreSQL database that DSS's own configuration names. */
interface Place {
  readonly host: string | null;
  readonly port: string | null;
  readonly user: string | null;
  readonly database: string | null;
}

/**
 * The PostgreSQL database that belongs to the data directory: Govern always has one, a design or automation node only if its
 * configuration says so.
 *
 * @param own Reads as DSS's account.
 * @throws HoldfastError bad-input where there is one and no credential for it: the password in the configuration is DSS's own,
 *   and often encrypted.
 */
export async function databasesOf(
  site: Site,
  own: Pick<Site, 'host' | 'signal'>,
  { settings, nodeType }: { settings: DssSettings; nodeType: string },
): Promise<Database[]> {
  const { 'data-dir': folder, database } = settings;
  const isGovern = /govern/i.test(nodeType);
  const place = isGovern
    ? placeInProperties((await readText(own, `${folder}/config/dip.properties`)) ?? '')
    : placeInSettings(await readText(own, `${folder}/config/general-settings.json`), folder);
  if (database !== undefined) return [parseDatabase(database, 'the option database', site.env)];
  if (place === null) return [];
  if (place.host !== null && place.database !== null && (site.env['HOLDFAST_DATABASE_PASSWORD'] ?? '') !== '')
    return [parseDatabase(urlOf(place), 'the database in DSS’s configuration', site.env)];
  const where = place.host === null ? '' : ` (${place.database ?? '?'} on ${place.host})`;
  throw new HoldfastError(
    'bad-input',
    `Cannot back up ${isGovern ? 'Govern' : 'DSS'} on "${site.host.name}": its data is in PostgreSQL${where}, and there is no credential for a dump, ` +
      'expected one: without the matching dump the files are no backup. Set HOLDFAST_DATABASE_PASSWORD (the input database-password), or give database=URL.',
  );
}

function urlOf({ host, port, user, database }: Place): string {
  const account = user === null ? '' : `${encodeURIComponent(user)}@`;
  return `postgresql://${account}${host}${port === null ? '' : `:${port}`}/${encodeURIComponent(database ?? '')}`;
}

/** Govern's: `psql.jdbc.url=jdbc:postgresql://host:port/database`. */
function placeInProperties(text: string): Place {
  const read = (key: string) =>
    new RegExp(`^\\s*psql\\.jdbc\\.${key}\\s*[=:]\\s*(\\S+)`, 'm').exec(text)?.[1] ?? null;
  return { ...placeInJdbc(read('url') ?? ''), user: read('user') };
}

function placeInJdbc(url: string): Place {
  const [, host = null, port = null, database = null] =
    /^jdbc:postgresql:\/\/([^:/?]+)(?::(\d+))?\/([^?]+)/.exec(url.replaceAll('\\', '')) ?? [];
  return { host, port, user: null, database };
}

/** @throws HoldfastError application-unfit where it isn't JSON: then nobody knows where the data is. */
function placeInSettings(json: string | null, folder: string): Place | null {
  let connection: { type?: unknown; params?: Record<string, unknown> } | undefined;
  try {
    connection = JSON.parse(json ?? '{}').internalDatabase?.connection;
  } catch (cause) {
    throw new HoldfastError(
      'application-unfit',
      `Cannot back up DSS: ${folder}/config/general-settings.json is not JSON, expected it to say where its data is. Correct it first.`,
      { cause },
    );
  }
  if (connection?.type !== 'PostgreSQL') return null;
  const { host = null, port = null, db = null, user = null } = connection.params ?? {};
  const text = (value: unknown) => (value === null ? null : String(value));
  return { host: text(host), port: text(port), user: text(user), database: text(db) };
}
