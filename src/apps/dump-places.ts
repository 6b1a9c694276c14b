import type { Database } from '../databases/database.ts';
import { parseDatabase } from '../databases/databases.ts';
import type { DumpRecord } from '../databases/record.ts';
import { HoldfastError } from '../errors.ts';
import type { RestoreStep, Site } from './application.ts';

/**
 * A step for each dump of a snapshot, into the database that the same URL meant when it was dumped.
 * @param urls `into`: what a user says of the restore; it comes first. `from`: the backup's databases. A command that dumps
 *   isn't one that reads.
 * @throws HoldfastError restore-blocked for a dump that no URL is about.
 */
export function databaseSteps(
  dumps: readonly DumpRecord[],
  { into, from }: { readonly into: readonly string[]; readonly from: readonly string[] },
  { env }: Pick<Site, 'env'>,
): RestoreStep[] {
  const urls = [...into, ...from.filter((url) => !url.startsWith('command:'))];
  // Roles come first: databases are theirs.
  const ordered = dumps.toSorted((a, b) => Number(a.database !== null) - Number(b.database !== null));
  return ordered.map((dump) => ({
    kind: 'database',
    title: `put the dump ${dump.name} back`,
    dump: dump.name,
    into: placeOf(dump, urls, env),
    overwrite: true,
  }));
}

function placeOf(dump: DumpRecord, urls: readonly string[], env: NodeJS.ProcessEnv): Database {
  const commands = urls.filter((url) => url.startsWith(`command:${dump.name}=`));
  const fitting = [...commands, ...urls.flatMap((url) => fittingUrl(dump, url) ?? [])];
  const [url] = fitting;
  if (url !== undefined) return parseDatabase(url, 'the option restore-into', env);
  const example =
    dump.engine === 'command'
      ? `command:${dump.name}=COMMAND THAT READS IT`
      : `${dump.engine}://USER@HOST/${dump.database ?? ''}`;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot put the dump ${dump.name} back: nothing says into which database. Give restore-into=${example}.`,
  );
}

/** Engines that one URL may be of: what the record says is which of them answered. */
const FAMILIES: readonly (readonly string[])[] = [
  ['postgresql', 'postgres'],
  ['mysql', 'mariadb'],
];
/** Options that say what of a server is dumped, or how: those of a URL for one database are the others. */
const OF_DUMPS = /^(all|globals|users|name|format)=/;

/** The URL of the one database that was dumped, or of the accounts: `url` may have been of all of a server's. */
function fittingUrl({ engine, database }: DumpRecord, url: string): string | null {
  const [, scheme = ''] = /^([a-z0-9+.-]+):/.exec(url) ?? [];
  const family = FAMILIES.find((one) => one.includes(engine));
  if (family === undefined) return scheme === engine ? url : null;
  if (!family.includes(scheme)) return null;
  const [, head = '', path = '', query = ''] = /^([^:]+:\/\/[^/?]*)\/?([^?]*)\??(.*)$/.exec(url) ?? [];
  const all = query.split('&').filter((option) => option !== '');
  const options = all.filter((option) => !OF_DUMPS.test(option));
  if (database === null) {
    const accounts = engine === 'postgresql' ? 'globals' : 'users';
    const isMeant = all.some((option) => option.startsWith(`${accounts}=`) || option === 'all=true');
    return isMeant ? `${head}/?${[`${accounts}=only`, ...options].join('&')}` : null;
  }
  if (!all.includes('all=true') && decodeURIComponent(path) !== database) return null;
  const name = encodeURIComponent(database);
  return options.length === 0 ? `${head}/${name}` : `${head}/${name}?${options.join('&')}`;
}
