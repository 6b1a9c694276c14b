import { displayText } from '../../bytestring.ts';
import type { DoltClient } from '../../databases/dolt/client.ts';
import { identifier, literal } from '../../databases/dolt/sql.ts';
import { type DoltOutline, readOutline } from '../../databases/dolt/state.ts';
import { HoldfastError } from '../../errors.ts';
import type { Site } from '../application.ts';

/** A branch that is to be pushed. */
export interface Push {
  readonly database: string;
  readonly remote: string;
  /** Without a password. */
  readonly url: string;
  readonly branch: string;
}

/** One that was, and as far as which commit. */
export type Pushed = Push & { readonly commit: string };

/**
 * What `wanted` (`REMOTE`, `REMOTE/BRANCH`) means in each database that has such a remote.
 * @throws HoldfastError bad-input for a remote or a branch that no database has.
 */
export async function planPushes(
  client: DoltClient,
  databases: readonly string[],
  wanted: readonly string[],
): Promise<Push[]> {
  if (wanted.length === 0) return [];
  const outlines: DoltOutline[] = [];
  for (const database of databases) outlines.push(await readOutline(client, database));
  return wanted.flatMap((one) => {
    const [, name = '', asked] = /^([^/]+)(?:\/(.+))?$/.exec(one) ?? [];
    const found = outlines.flatMap(({ database, remotes, branches }) =>
      remotes
        .filter((remote) => remote.name === name)
        .flatMap(({ url }) =>
          branches
            .filter((branch) => asked === undefined || branch === asked)
            .map((branch) => ({ database, remote: name, url, branch })),
        ),
    );
    if (found.length > 0) return found;
    throw new HoldfastError(
      'bad-input',
      `Cannot push to ${JSON.stringify(displayText(one))} on "${client.host.name}": no database has such a remote${asked === undefined ? '' : ' and branch'}, expected one that ` +
        'dolt_remotes tells. Correct the option push.',
    );
  });
}

/** @throws HoldfastError bad-input for a database of which nothing is pushed, where that is all that is saved. */
export function requireEach(pushes: readonly Push[], databases: readonly string[], host: string): void {
  const left = databases.find((name) => !pushes.some(({ database }) => database === name));
  if (left === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot save the database ${JSON.stringify(displayText(left))} on "${host}" by a push: none of its branches goes to one of the remotes, expected one at least, for nothing else of it ` +
      'is saved. Give it the remote, or take another way (way=backup, which may push beside).',
  );
}

/**
 * Pushes, and asks each database how far its remote is then.
 * @param isAll False: what can't be pushed is a warning, for the databases are saved in another way, too.
 * @throws HoldfastError command-failed with Dolt's own words.
 */
export async function pushAll(
  client: DoltClient,
  pushes: readonly Push[],
  site: Pick<Site, 'onInfo' | 'onWarning'>,
  { isAll }: { isAll: boolean },
): Promise<Pushed[]> {
  const done: Pushed[] = [];
  for (const push of pushes) {
    const shown = `${displayText(push.database)}, branch ${displayText(push.branch)}, to ${displayText(`${push.remote} (${push.url})`)}`;
    try {
      const commit = await pushOne(client, push);
      site.onInfo(`pushed: ${shown}, as far as ${displayText(commit)}`);
      done.push({ ...push, commit });
    } catch (error) {
      if (isAll || client.signal.aborted) throw error;
      site.onWarning(`Not pushed: ${shown}. ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return done;
}

async function pushOne(client: DoltClient, { database, remote, branch }: Push): Promise<string> {
  const rows = await client.query(`push the branch ${JSON.stringify(displayText(branch))}`, [
    `USE ${identifier(database)}`,
    `CALL dolt_push(${literal(remote)}, ${literal(branch)})`,
    `SELECT 'pushed' AS k, hash AS a FROM dolt_remote_branches WHERE name = ${literal(`remotes/${remote}/${branch}`)}`,
  ]);
  const commit = rows.find(({ k }) => k === 'pushed')?.['a'];
  if (commit !== undefined) return commit;
  throw new HoldfastError(
    'command-failed',
    `Cannot count the branch ${JSON.stringify(displayText(branch))} as pushed on "${client.host.name}": Dolt doesn't say which commit ${displayText(remote)} has of it, ` +
      'expected one. Look at dolt_remote_branches there.',
  );
}
