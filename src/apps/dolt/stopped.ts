import { displayText } from '../../bytestring.ts';
import type { DoltClient } from '../../databases/dolt/client.ts';
import { readDoltFacts } from '../../databases/dolt/server.ts';
import { readOutline, stateIn, stateStatements } from '../../databases/dolt/state.ts';
import { requireSameState } from '../../databases/dolt/stored-backup.ts';
import { HoldfastError } from '../../errors.ts';
import { isSuccess } from '../../hosts/exit-status.ts';
import { runToEnd } from '../../hosts/output.ts';
import type { Control, Site } from '../application.ts';
import { statusOf } from '../control.ts';
import { seeUnlocked } from './control.ts';

/** By the name of a database, what it holds: see stateStatements. Without its tables, whose hashes are in that of the working set. */
export type FolderState = Readonly<Record<string, Readonly<Record<string, string>>>>;

/**
 * That nobody has the databases open: not by the word of whoever stopped the server.
 * @throws HoldfastError application-unfit.
 */
export async function requireStopped(site: Site, control: Control | null, dataFolder: string): Promise<void> {
  const { exit, stderr } = await runToEnd(site.host, seeUnlocked(dataFolder), { signal: site.signal });
  const isFree = isSuccess(exit) && (control === null || (await statusOf(site, control)) !== 'runs');
  if (isFree) return;
  const why = displayText(stderr.toString('utf8').trim()) || 'its process is there';
  throw new HoldfastError(
    'application-unfit',
    `Cannot work on Dolt's files on "${site.host.name}": it runs, although it was stopped (${why}), expected nobody to have them open. See what starts it, ` +
      'or what else has opened them.',
  );
}

/** What each database of a folder holds, as `dolt` itself reads it there; no server runs on it. */
export async function readFolderState(client: DoltClient, workFolder: string): Promise<FolderState> {
  const { databases } = await readDoltFacts(client, workFolder);
  const state: Record<string, Record<string, string>> = {};
  for (const database of databases) {
    const outline = await readOutline(client, database);
    const rows = await client.query(
      `read the database ${JSON.stringify(displayText(database))}`,
      stateStatements({ ...outline, tables: [] }),
    );
    state[displayText(database)] = { ...stateIn(rows).values };
  }
  return state;
}

/** @throws HoldfastError restore-mismatch for a database that is not as it was, or isn't there. */
export function requireFolderState(was: FolderState, is: FolderState, onInfo: Site['onInfo']): void {
  for (const [database, values] of Object.entries(was)) {
    const there = is[database];
    if (there === undefined) {
      throw new HoldfastError(
        'restore-mismatch',
        `Cannot count Dolt as restored: the database "${database}" is not there, expected all that were saved. Choose another snapshot.`,
      );
    }
    requireSameState({ tables: {}, values }, { tables: {}, values: there }, `the database "${database}"`);
    onInfo(`${database}: every branch, tag and working set is as it was saved`);
  }
}

/** Has Dolt's own check read each of `folders` (of the data directory). @throws HoldfastError restore-mismatch, command-failed. */
export async function fsckAll(
  client: DoltClient,
  dataFolder: string,
  folders: readonly string[],
  onInfo: Site['onInfo'],
): Promise<void> {
  for (const folder of folders) {
    const path = folder === '.' ? dataFolder : `${dataFolder}/${folder}`;
    const said = await client.run(`check ${JSON.stringify(displayText(path))}`, path, ['fsck', '--quiet']);
    if (!said.includes('No problems found')) {
      throw new HoldfastError(
        'restore-mismatch',
        `Cannot count Dolt as restored: dolt fsck says ${JSON.stringify(displayText(said.slice(-200)))} of ${displayText(path)}, expected no problems. Choose another snapshot.`,
      );
    }
    onInfo(`${displayText(folder)}: dolt fsck finds no problem`);
  }
}
