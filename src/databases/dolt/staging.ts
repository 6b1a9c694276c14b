import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { runSuccessfully } from '../../hosts/output.ts';
import { quote } from '../../hosts/quote.ts';
import type { DatabaseContext } from '../database.ts';
import type { Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import { removeFolder } from '../work-folder.ts';
import type { DoltClient } from './client.ts';
import { placeOf, type StagingTerms } from './staging-place.ts';
import { type DoltOutline, isSameState, readOutline, stateIn, stateStatements } from './state.ts';

type State = Pick<Fingerprint, 'tables' | 'values'>;

/** How often a database may be written while it is synced before the copy's own state is what counts. */
const MAX_TRIES = 4;

/** A database's backup on the host at one moment, which no later sync alters. */
export interface StagedBackup {
  /** Folder of ours with the backup's manifest, and links to the files that it names: what is dumped. */
  readonly mirror: string;
  /** The database's staging folder. */
  readonly folder: string;
  readonly outline: DoltOutline;
  readonly state: State;
  /** False: it was written all the while, and `state` is the copy's own. */
  readonly isOfServer: boolean;
  /** What the database's staging folder takes. */
  readonly stagingBytes: number;
}

/** Name of the database in a mirror, as `dolt` opens it: what that leaves there isn't dumped. */
export const MIRROR_DATABASE = 'db';
const NOMS = `${MIRROR_DATABASE}/.dolt/noms`;
const BACKUP = 'backup';

/** The folder in a mirror whose files are a whole backup, which nobody opens. */
export function backupFolder(mirror: string): string {
  return `${mirror}/${BACKUP}`;
}

/**
 * Has Dolt bring the database's backup in the staging folder up to date, and asks before and after it what the database
 * holds. Nothing written meanwhile: that is what the copy must hold. Else it is done anew.
 * @throws HoldfastError dump-failed where the copy holds anything else; command-failed with Dolt's own words.
 */
export async function stageBackup(
  client: DoltClient,
  names: { readonly database: string; readonly workFolder: string } & StagingTerms,
  context: DatabaseContext,
): Promise<StagedBackup> {
  const { database, workFolder } = names;
  for (let tries = 1; ; tries++) {
    const outline = await readOutline(client, database);
    const { folder, call } = placeOf(client.host, outline, names);
    const { before, after } = await sync(client, outline, call);
    const { mirror, stagingBytes } = await makeMirror(client, { folder, workFolder, outline });
    try {
      const state = await readMirror(client, mirror, outline);
      const isQuiet = isSameState(before, after) && knowsAll(outline, after);
      if (isQuiet && isSameState(state, after))
        return { mirror, folder, outline, state, isOfServer: true, stagingBytes };
      // Another one's sync may have come between.
      if (isQuiet && tries === MAX_TRIES) throw otherCopy(client.host, database, folder);
      if (tries === MAX_TRIES && knowsAll(outline, state)) {
        context.onWarning(
          `${displayText(database)}: it was written each time that it was backed up, so what the copy holds can't be compared with it. ` +
            'Hold the application meanwhile (--before, --after).',
        );
        return { mirror, folder, outline, state, isOfServer: false, stagingBytes };
      }
    } catch (error) {
      await removeFolder(client.host, mirror, client.signal);
      throw error;
    }
    await removeFolder(client.host, mirror, client.signal);
    if (tries === MAX_TRIES) throw restless(client.host, database);
  }
}

async function sync(
  client: DoltClient,
  outline: DoltOutline,
  call: string,
): Promise<{ before: State; after: State }> {
  const mark = `SELECT 'synced' AS k`;
  const rows = await client.query(`back up the database ${quoted(outline.database)}`, [
    ...stateStatements(outline),
    call,
    mark,
    ...stateStatements(outline),
  ]);
  const middle = rows.findIndex(({ k }) => k === 'synced');
  return { before: stateIn(rows.slice(0, middle)), after: stateIn(rows.slice(middle)) };
}

/** Whether each branch that there is was asked about. */
function knowsAll({ branches }: DoltOutline, { values }: State): boolean {
  const heads = Object.keys(values).filter((name) => name.startsWith('branch '));
  return heads.length === branches.length;
}

/**
 * Of the staging folder only what its manifest names, as links; the manifest itself is copied. `dolt` opens it like any
 * database of its own, and leaves its own files here.
 */
async function makeMirror(
  client: DoltClient,
  options: { readonly folder: string; readonly workFolder: string; readonly outline: DoltOutline },
): Promise<{ mirror: string; stagingBytes: number }> {
  const { folder, workFolder, outline } = options;
  const script = `umask 077
cd ${quote(fromText(folder))} || exit 1
m=$(mktemp -d ${quote(fromText(`${workFolder}/holdfast-dolt-XXXXXX`))}) || exit 1
trap 'rm -rf "$m"' EXIT
trap 'exit 143' HUP INT TERM
set -e
mkdir -p "$m"/${BACKUP}/oldgen
for d in . oldgen; do
  [ -e $d/manifest ] || continue
  cp $d/manifest "$m"/${BACKUP}/$d/manifest
  named=:$(cat "$m"/${BACKUP}/$d/manifest):
  for f in $d/*; do
    b=\${f##*/}
    case $named in *:"\${b%.darc}":*) [ ! -f "$f" ] || ln -s "$PWD/$f" "$m"/${BACKUP}/"$f" ;; esac
  done
done
[ -e "$m"/${BACKUP}/manifest ]
du -sk . | cut -f 1
cd "$m"
${openable(outline.defaultBranch)}
trap - EXIT
printf '%s' "$m"`;
  const what = `read the backup of the database ${quoted(outline.database)} in ${quoted(folder)}`;
  try {
    const { stdout } = await runSuccessfully(client.host, what, script, { signal: client.signal });
    const [size = '', mirror = ''] = stdout.toString('utf8').split('\n');
    return { mirror, stagingBytes: Number(size) * 1024 };
  } catch (cause) {
    if (!(cause instanceof HoldfastError) || cause.code !== 'command-failed') throw cause;
    throw new HoldfastError('dump-failed', `${cause.message} ${adviceOn(cause.message)}`, { cause });
  }
}

function adviceOn(said: string): string {
  return /no space left/i.test(said)
    ? 'Make room there: links to the backup’s files, and what dolt writes when it opens them (?work-folder=/folder).'
    : 'The server writes it as its own account, on its own host: run there, as that account (?as=dolt).';
}

/**
 * Shell that makes, of the backup in the folder that it runs in, a database that `dolt` opens there: its files are linked, not
 * copied. (cat writes, since a shell calls a full disk an "I/O error".)
 */
export function openable(defaultBranch: string): string {
  const state = { head: `refs/heads/${defaultBranch}`, remotes: {}, backups: {}, branches: {} };
  return `mkdir -p ${NOMS}/oldgen || exit 1
for d in . oldgen; do
  for f in ${BACKUP}/$d/*; do
    [ -f "$f" ] || continue
    case $f in */manifest) cp "$f" ${NOMS}/$d/manifest ;; *) ln -s "$PWD/$f" ${NOMS}/$d/ ;; esac || exit 1
  done
done
printf '%s' ${quote(fromText(JSON.stringify(state)))} | cat >${MIRROR_DATABASE}/.dolt/repo_state.json || exit 1
printf '{}' | cat >${MIRROR_DATABASE}/.dolt/config.json || exit 1`;
}

async function readMirror(client: DoltClient, mirror: string, outline: DoltOutline): Promise<State> {
  const rows = await client
    .ofFolder(mirror)
    .query(
      `read the copy of the database ${quoted(outline.database)}`,
      stateStatements(outline, MIRROR_DATABASE),
    );
  return stateIn(rows);
}

function otherCopy(host: Host, database: string, folder: string): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot dump the database ${quoted(database)} on "${host.name}": Dolt said that it is backed up, but the copy in ${quoted(folder)} ` +
      'holds other branches, tags or uncommitted work than the database. Remove that folder, and try again; look for a newer Dolt.',
  );
}

function restless(host: Host, database: string): HoldfastError {
  return new HoldfastError(
    'dump-failed',
    `Cannot dump the database ${quoted(database)} on "${host.name}": branches were made or removed each of ${MAX_TRIES} times that it was ` +
      'backed up. Hold the application meanwhile (--before, --after).',
  );
}
