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

/** The URL of the one database that was dumped, or of the roles: `url` may have been of all of a server's. */
function fittingUrl(dump: DumpRecord, url: string): string | null {
  const [, head = '', path = '', query = ''] = /^([a-z0-9+.-]+:\/\/[^/?]*)\/?([^?]*)\??(.*)$/.exec(url) ?? [];
  if (!head.startsWith(`${dump.engine}:`)) return null;
  const options = query
    .split('&')
    .filter((option) => option !== '' && !/^(all|globals|name|format)=/.test(option));
  const isOfAll = /(^|&)all=true(&|$)/.test(query);
  if (dump.database === null) {
    if (!/(^|&)(all|globals)=/.test(query)) return null;
    return `${head}/?${['globals=only', ...options].join('&')}`;
  }
  const name = encodeURIComponent(dump.database);
  if (!isOfAll && decodeURIComponent(path) !== dump.database) return null;
  return options.length === 0 ? `${head}/${name}` : `${head}/${name}?${options.join('&')}`;
}
