import { displayText } from '../../bytestring.ts';
import type { DoltClient } from '../../databases/dolt/client.ts';
import { identifier, literal } from '../../databases/dolt/sql.ts';
import { makeFolder, removeFolder } from '../../databases/work-folder.ts';
import { HoldfastError } from '../../errors.ts';
import { asUser } from '../../hosts/as-user.ts';
import type { RestoreStep } from '../application.ts';
import { clientOf, folderUrl } from './access.ts';
import type { DoltMove } from './move.ts';
import type { Pushed } from './pushes.ts';

/**
 * Each database from the remotes that it was pushed to, its branches at the commits of the snapshot: a remote may have gone on since. While the
 * server is stopped: its rules of branch control may let nobody make them.
 */
export function cloneStep(move: DoltMove, pushed: readonly Pushed[]): RestoreStep {
  return {
    kind: 'run',
    title: 'clone every database from its remote, at the commits that were pushed',
    run: async (site) => {
      const { user, settings } = move.account;
      const own = { ...site, host: asUser(site.host, user) };
      const folder = await makeFolder(own.host, settings['work-folder'], site.signal);
      try {
        const options = { globals: 'only', root: move.root, ...withoutRules(folder) };
        const client = clientOf(own, folderUrl(move.to, move.account, { options }));
        for (const name of new Set(pushed.map(({ database }) => database))) {
          const count = await cloneOne(client, name, ofDatabase(pushed, name));
          site.onInfo(`${displayText(name)}: ${count} branches are at the commits that were pushed`);
        }
      } finally {
        await removeFolder(own.host, folder, site.signal);
      }
    },
  };
}

/** Users and branch control of a server that has none yet. */
function withoutRules(folder: string): Record<string, string> {
  return {
    'privilege-file': `${folder}/privileges.db`,
    'branch-control-file': `${folder}/branch_control.db`,
  };
}

/** What was pushed of one database. */
interface PushedDatabase {
  /** Each branch once: of one that went to several remotes what was pushed last, which is the newest. */
  readonly heads: readonly Pushed[];
  /** Every remote that something went to. */
  readonly remotes: ReadonlyMap<string, string>;
}

function ofDatabase(pushed: readonly Pushed[], name: string): PushedDatabase {
  const own = pushed.filter(({ database }) => database === name);
  return {
    heads: [...new Map(own.map((one) => [one.branch, one])).values()],
    remotes: new Map(own.map(({ remote, url }) => [remote, url])),
  };
}

/** Clones from one remote, and fetches from the others that have what it lacks. Gives the number of branches, each seen at its commit. */
async function cloneOne(
  client: DoltClient,
  database: string,
  { heads, remotes }: PushedDatabase,
): Promise<number> {
  const [first] = heads;
  if (first === undefined) return 0;
  const what = `clone the database ${JSON.stringify(displayText(database))}`;
  await client.query(what, [
    `CALL dolt_clone('--remote', ${literal(first.remote)}, ${literal(first.url)}, ${literal(database)})`,
  ]);
  const needed = new Set(heads.map(({ remote }) => remote));
  for (const [remote, url] of remotes) {
    if (remote === first.remote) continue;
    await client.query(`fetch from ${JSON.stringify(displayText(remote))}`, [
      `USE ${identifier(database)}`,
      `CALL dolt_remote('add', ${literal(remote)}, ${literal(url)})`,
      ...(needed.has(remote) ? [`CALL dolt_fetch(${literal(remote)})`] : []),
    ]);
  }
  const rows = await client.query(what, [
    `USE ${identifier(database)}`,
    `SELECT name AS n FROM dolt_branches`,
  ]);
  const there = new Set(rows.map(({ n = '' }) => n));
  await client.query(
    what,
    heads.flatMap(({ branch, commit }) =>
      there.has(branch)
        ? [`USE ${identifier(`${database}/${branch}`)}`, `CALL dolt_reset('--hard', ${literal(commit)})`]
        : [`USE ${identifier(database)}`, `CALL dolt_branch(${literal(branch)}, ${literal(commit)})`],
    ),
  );
  await requireCommits(client, database, heads);
  return heads.length;
}

async function requireCommits(
  client: DoltClient,
  database: string,
  pushed: readonly Pushed[],
): Promise<void> {
  const rows = await client.query('ask which commits the branches have', [
    `USE ${identifier(database)}`,
    `SELECT name AS n, hash AS a FROM dolt_branches`,
  ]);
  const heads = new Map(rows.map(({ n = '', a = '' }) => [n, a]));
  const wrong = pushed.find(({ branch, commit }) => heads.get(branch) !== commit);
  if (wrong === undefined) return;
  throw new HoldfastError(
    'restore-mismatch',
    `Cannot count the database ${JSON.stringify(displayText(database))} as restored: its branch ${displayText(wrong.branch)} is at ${displayText(heads.get(wrong.branch) ?? 'no commit')}, ` +
      `expected ${displayText(wrong.commit)}, which was pushed.`,
  );
}
