import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { dumpNameOf } from '../dump-name.ts';
import { quoted } from '../quoted.ts';
import type { DoltChoices } from './choices.ts';
import { literal } from './sql.ts';
import { type DoltOutline, withoutPassword } from './state.ts';

/** Where a database's backup lies on the server's host, and how Dolt is told to bring it up to date. */
export interface StagingPlace {
  readonly folder: string;
  readonly call: string;
}

/** What says where it is to lie. */
export interface StagingTerms extends Pick<DoltChoices, 'staging' | 'namedBackup'> {
  /** Folders that other databases were backed up into. */
  readonly taken: ReadonlySet<string>;
}

/**
 * A sync makes its destination exactly what the database is, whatever that was: a folder that is a remote, or a backup of
 * another name, would be no more what its owner takes it for.
 * @throws HoldfastError bad-input.
 */
export function placeOf(
  host: Host,
  { database, remotes, backups }: DoltOutline,
  { staging, namedBackup, taken: others }: StagingTerms,
): StagingPlace {
  const folder =
    namedBackup === null
      ? `${staging ?? ''}/${dumpNameOf(database, 'backup')}`
      : folderOfBackup(host, { database, backups, name: namedBackup });
  requirePlainPath(folder);
  if (others.has(folder)) {
    throw new HoldfastError(
      'bad-input',
      `Cannot back up the database ${quoted(database)} on "${host.name}" in ${quoted(folder)}: that is where another database has its backup, ` +
        'expected a folder of its own. Give each its own: CALL dolt_backup(…).',
    );
  }
  const taken = [...remotes.map(({ name, url }) => [name, url]), ...Object.entries(backups)];
  const other = taken.find(
    ([name, url = '']) => sameFolder(url, folder) && (name !== namedBackup || backups[name] !== url),
  );
  if (other === undefined) {
    const what = namedBackup === null ? ['sync-url', `file://${folder}`] : ['sync', namedBackup];
    return { folder, call: `CALL dolt_backup(${what.map(literal).join(', ')})` };
  }
  throw new HoldfastError(
    'bad-input',
    `Cannot back up the database ${quoted(database)} on "${host.name}" in ${quoted(folder)}: that is its remote or backup ${quoted(other[0] ?? '')}, ` +
      'expected a folder that is nothing else: a sync would make it all that the database is. Name another one.',
  );
}

/** @throws HoldfastError bad-input where there is none of that name, or it isn't on the host. */
function folderOfBackup(
  host: Host,
  { database, backups, name }: Pick<DoltOutline, 'database' | 'backups'> & { readonly name: string },
): string {
  const url = backups[name];
  const folder = /^file:\/\/(?:localhost)?(\/.*[^/])\/*$/.exec(url ?? '')?.[1];
  if (folder !== undefined) return folder;
  const is = url === undefined ? 'it has none' : `it is at ${displayText(withoutPassword(url))}`;
  throw new HoldfastError(
    'bad-input',
    `Cannot use the backup ${quoted(name)} of the database ${quoted(database)} on "${host.name}": ${is}, expected one in a folder of that host. ` +
      `Make it there: CALL dolt_backup('add', '${displayText(name)}', 'file:///FOLDER').`,
  );
}

function sameFolder(url: string, folder: string): boolean {
  const [, path = ''] = /^file:\/\/(?:localhost)?(\/.*)$/.exec(url) ?? [];
  const plain = (text: string) => text.replace(/\/+/g, '/').replace(/\/$/, '');
  return plain(path) === plain(folder);
}

/** @throws HoldfastError bad-input for a folder whose name a `file:` URL would have to escape. */
export function requirePlainPath(folder: string): void {
  if (/^\/[A-Za-z0-9._/-]+$/.test(folder)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot have Dolt use the folder ${JSON.stringify(folder)}: expected a path of letters, digits, dots, dashes and underscores. ` +
      'Name another one.',
  );
}
