import { displayText } from '../../bytestring.ts';
import { FINGERPRINT_VERSION, type Fingerprint, type TableFingerprint } from '../fingerprint.ts';
import type { DoltClient, Row } from './client.ts';
import { identifier, literal } from './sql.ts';

/** What a database has that is to be asked about: names, which may change before they are asked for. */
export interface DoltOutline {
  readonly database: string;
  readonly defaultBranch: string;
  readonly branches: readonly string[];
  /** Of the default branch, its uncommitted ones too. */
  readonly tables: readonly string[];
  readonly remotes: readonly Remote[];
  /** Backups that it knows by name, and where they are. */
  readonly backups: Readonly<Record<string, string>>;
}

/** Where commits of the database were pushed to, and how far. */
export interface Remote {
  readonly name: string;
  /** Without a password, if it had one. */
  readonly url: string;
  /** The commit of each branch, as the database knows it: by name. */
  readonly branches: Readonly<Record<string, string>>;
}

export async function readOutline(client: DoltClient, database: string): Promise<DoltOutline> {
  const rows = await client.query(`look at the database ${literal(displayText(database))}`, [
    `USE ${identifier(database)}`,
    `SELECT 'default' AS k, active_branch() AS n`,
    `SELECT 'branch' AS k, name AS n FROM dolt_branches ORDER BY name`,
    `SELECT 'remote' AS k, name AS n, url AS a FROM dolt_remotes`,
    `SELECT 'backup' AS k, name AS n, url AS a FROM dolt_backups`,
    `SELECT 'pushed' AS k, name AS n, hash AS a FROM dolt_remote_branches`,
    'SHOW FULL TABLES', // of the default branch, on which one is
  ]);
  return {
    database,
    defaultBranch: namesOf(rows, 'default')[0] ?? '',
    branches: namesOf(rows, 'branch'),
    tables: rows.flatMap(tableIn),
    remotes: remotesIn(rows),
    backups: Object.fromEntries(rows.filter(({ k }) => k === 'backup').map(({ n = '', a = '' }) => [n, a])),
  };
}

/** The column of the names is called after the database. */
function tableIn({ Table_type: type, ...names }: Row): string[] {
  const [name] = Object.values(names);
  return type === 'BASE TABLE' && name !== undefined ? [name] : [];
}

function namesOf(rows: readonly Row[], kind: string): string[] {
  return rows.filter(({ k }) => k === kind).map(({ n = '' }) => n);
}

/** Without the passwords that URLs may hold. */
function remotesIn(rows: readonly Row[]): Remote[] {
  const pushed = rows.filter(({ k }) => k === 'pushed');
  return rows
    .filter(({ k }) => k === 'remote')
    .map(({ n: name = '', a: url = '' }) => ({
      name,
      url: withoutPassword(url),
      branches: branchesOf(pushed, `remotes/${name}/`),
    }));
}

export function withoutPassword(url: string): string {
  return url.replace(/^([a-z+]+:\/\/[^/@:]*):[^/@]*@/i, '$1@');
}

function branchesOf(pushed: readonly Row[], prefix: string): Record<string, string> {
  const own = pushed.filter(({ n = '' }) => n.startsWith(prefix));
  return Object.fromEntries(own.map(({ n = '', a = '' }) => [n.slice(prefix.length), a]));
}

function onBranch(database: string, branch: string): string {
  return identifier(`${database}/${branch}`);
}

/**
 * Statements that tell what `outline.database` holds, each row with its kind: the commit of each branch and tag, of each
 * branch what is uncommitted, the stashes; of each table of the default branch its rows and its hash. Every hash is of content:
 * the same on every server, whatever the database is called there.
 */
export function stateStatements(outline: DoltOutline, database = outline.database): string[] {
  const { defaultBranch, branches, tables } = outline;
  const statements = [
    `USE ${identifier(database)}`,
    `SELECT 'head' AS k, name AS n, hash AS a FROM dolt_branches`,
    `SELECT 'tag' AS k, tag_name AS n, tag_hash AS a FROM dolt_tags`,
    `SELECT 'stash' AS k, concat(name, ' ', stash_id) AS n, concat(branch, ' ', hash) AS a FROM dolt_stashes`,
  ];
  for (const branch of branches) {
    statements.push(
      `USE ${onBranch(database, branch)}`,
      `SELECT 'branch' AS k, ${literal(branch)} AS n, dolt_hashof('HEAD') AS a, dolt_hashof_db('HEAD') AS b, ` +
        `dolt_hashof_db('STAGED') AS c, dolt_hashof_db('WORKING') AS d`,
    );
  }
  if (tables.length > 0) statements.push(`USE ${onBranch(database, defaultBranch)}`);
  for (const table of tables) {
    const statement = `SELECT 'table' AS k, ${literal(table)} AS n, dolt_hashof_table(${literal(table)}) AS a, count(*) AS b FROM ${identifier(table)}`;
    statements.push(...asScanned(statement, table));
  }
  return statements;
}

/**
 * `statement`, in which `name` stands as an identifier, so that `dolt sql` sees where it ends: to it a backslash goes before a quote that ends
 * nothing, in identifiers too, to the server it doesn't.
 */
function asScanned(statement: string, name: string): string[] {
  if (!name.includes('\\')) return [statement];
  return [`PREPARE holdfast FROM ${literal(statement)}`, 'EXECUTE holdfast'];
}

/** What the rows that `stateStatements` selected say. */
export function stateIn(rows: readonly Row[]): Pick<Fingerprint, 'tables' | 'values'> {
  const tables: Record<string, TableFingerprint> = {};
  const values: Record<string, string> = {};
  for (const { k, n = '', a = '', b = '', c = '', d = '' } of rows) {
    const name = displayText(n);
    if (k === 'head') values[`branch ${name}`] = displayText(a);
    else if (k === 'tag') values[`tag ${name}`] = displayText(a);
    else if (k === 'stash') values[`stash ${name}`] = displayText(a);
    else if (k === 'table') tables[name] = { rows: Number(b), checksum: displayText(a) };
    else if (k === 'branch')
      values[`working set of ${name}`] = displayText(`${a} ${b} staged ${c} working ${d}`);
  }
  return { tables, values };
}

export function fingerprintOf(
  state: Pick<Fingerprint, 'tables' | 'values'>,
  facts: Fingerprint['facts'],
): Fingerprint {
  return { fingerprint_version: FINGERPRINT_VERSION, ...state, schema: {}, facts, rows: 'full' };
}

/** Branches, tags and stashes that nobody dumped. */
export function tooMuchIn(dumped: Pick<Fingerprint, 'values'>, now: Pick<Fingerprint, 'values'>): string[] {
  const more = Object.keys(now.values).filter((name) => dumped.values[name] === undefined);
  return more.map((name) => `${displayText(name)}: it is there, expected none`);
}

/** Whether nothing is other. */
export function isSameState(
  a: Pick<Fingerprint, 'tables' | 'values'>,
  b: Pick<Fingerprint, 'tables' | 'values'>,
): boolean {
  return (
    JSON.stringify([sorted(a.tables), sorted(a.values)]) ===
    JSON.stringify([sorted(b.tables), sorted(b.values)])
  );
}

function sorted(object: object): [string, unknown][] {
  return Object.entries(object).sort(([a], [b]) => (a < b ? -1 : 1));
}
