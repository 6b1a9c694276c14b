import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { DatabaseContext, PreparedDump } from '../database.ts';
import type { DumpRecord } from '../record.ts';
import { dumpFailed } from '../tool-output.ts';
import type { DoltClient } from './client.ts';
import type { DoltFacts } from './server.ts';
import { account, identifier, literal } from './sql.ts';
import { fingerprintOf } from './state.ts';

export const GLOBALS_NAME = 'dolt-globals.sql';
export const ACCOUNT_MARK = '-- account ';
export const RULES_MARK = '-- branch control';
export const END_MARK = '-- end: ';

/** Dolt makes them itself, anew at each start. */
const BUILT_IN_USERS = new Set(['event_scheduler', '__dolt_local_user__']);

export interface Account {
  readonly user: string;
  readonly host: string;
  readonly isRole: boolean;
  readonly plugin: string;
  readonly authentication: string;
  readonly isLocked: boolean;
  readonly grants: readonly string[];
}

export const RULE_COLUMNS = {
  dolt_branch_control: ['database', 'branch', 'user', 'host', 'permissions'],
  dolt_branch_namespace_control: ['database', 'branch', 'user', 'host'],
} as const;

export type RuleTable = keyof typeof RULE_COLUMNS;

/** A row of one of the branch control tables. */
export interface Rule {
  readonly table: RuleTable;
  readonly values: readonly string[];
}

export interface Globals {
  readonly accounts: readonly Account[];
  readonly rules: readonly Rule[];
}

/**
 * Accounts, roles, what is granted to them, and branch control, by SQL: no dump tool gets at them. `anyDatabase` is one that
 * there is: the branch control tables are the server's, but are only asked for in a database.
 */
export async function readGlobals(client: DoltClient, anyDatabase: string | null): Promise<Globals> {
  const accounts = await readAccounts(client);
  const rules = anyDatabase === null ? [] : await readRules(client, anyDatabase);
  return { accounts, rules };
}

async function readAccounts(client: DoltClient): Promise<Account[]> {
  const rows = await client.query('read the users', [
    `SELECT 'user' AS k, User AS n, Host AS h, plugin AS p, hex(authentication_string) AS a, account_locked AS l FROM mysql.user ORDER BY User, Host`,
  ]);
  const users = rows.filter(({ n = '' }) => !BUILT_IN_USERS.has(n));
  const grants = await readGrants(
    client,
    users.map(({ n = '', h = '' }) => account(n, h)),
  );
  return users.map(({ n: user = '', h: host = '', p: plugin = '', a = '', l }, index) => {
    const authentication = Buffer.from(a, 'hex').toString('latin1');
    // A role is an account that nobody can log in by.
    const isRole = l === 'Y' && authentication === '';
    const own = grants[index] ?? [];
    return { user, host, isRole, plugin, authentication, isLocked: l === 'Y', grants: own };
  });
}

/** Of each of `names` what it may. */
async function readGrants(client: DoltClient, names: readonly string[]): Promise<string[][]> {
  const rows = await client.query(
    'read what is granted',
    names.flatMap((name) => [`SELECT 'next' AS k`, `SHOW GRANTS FOR ${name}`]),
  );
  const grants: string[][] = [];
  for (const { k, ...row } of rows) {
    if (k === 'next') grants.push([]);
    else grants.at(-1)?.push(...Object.values(row).filter((grant) => grant.startsWith('GRANT ')));
  }
  return grants;
}

async function readRules(client: DoltClient, database: string): Promise<Rule[]> {
  const tables = Object.keys(RULE_COLUMNS) as RuleTable[];
  const rows = await client.query('read branch control', [
    `USE ${identifier(database)}`,
    ...tables.map(
      (table) =>
        `SELECT ${literal(table)} AS k, ${RULE_COLUMNS[table].map(identifier).join(', ')} FROM ${table}`,
    ),
  ]);
  return tables.flatMap((table) =>
    rows
      .filter(({ k }) => k === table)
      .map((row) => ({ table, values: RULE_COLUMNS[table].map((column) => row[column] ?? '') })),
  );
}

/** As SQL for `dolt sql`, which makes anew what isn't there. Ends with a line of ours that says how much it holds. */
export function globalsSql({ accounts, rules }: Globals): string {
  const lines = ['-- Users, roles, grants and branch control of a Dolt server.'];
  // A grant may name any role: all accounts first.
  for (const { user, host, isRole, plugin, authentication, isLocked } of accounts) {
    const name = account(user, host);
    const how = plugin === '' ? '' : ` IDENTIFIED WITH ${literal(plugin)} AS ${literal(authentication)}`;
    lines.push(`${ACCOUNT_MARK}${name}`);
    lines.push(
      isRole
        ? `CREATE ROLE IF NOT EXISTS ${name};`
        : `CREATE USER IF NOT EXISTS ${name}${how}${isLocked ? ' ACCOUNT LOCK' : ''};`,
    );
  }
  for (const { user, host, grants } of accounts) {
    lines.push(`${ACCOUNT_MARK}${account(user, host)}`);
    lines.push(...grants.map((grant) => `${grant};`));
  }
  lines.push(RULES_MARK);
  // A rule that another one covers is no rule that can be inserted: the one that covers all goes first, the wider ones come last.
  if (!rules.some(isEverybody)) lines.push(`${DROP_EVERYBODY};`);
  for (const rule of narrowFirst(rules)) lines.push(`${insertRule(rule)};`);
  lines.push(`${END_MARK}${accounts.length} accounts, ${rules.length} rules`);
  return `${lines.join('\n')}\n`;
}

/** What every new server has: everybody may write to every branch. */
export const DROP_EVERYBODY =
  "DELETE FROM dolt_branch_control WHERE `database` = '%' AND `branch` = '%' AND `user` = '%' AND `host` = '%'";

export function isEverybody({ table, values }: Rule): boolean {
  return table === 'dolt_branch_control' && values.slice(0, 4).every((value) => value === '%');
}

function narrowFirst(rules: readonly Rule[]): Rule[] {
  const wildcards = ({ values }: Rule) => values.join('').replace(/[^%_]/g, '').length;
  return [...rules].sort((a, b) => wildcards(a) - wildcards(b));
}

export function insertRule({ table, values }: Rule): string {
  return `INSERT IGNORE INTO ${table} VALUES (${values.map(literal).join(', ')})`;
}

/** Users, grants and branch control: of a server, not of a database. */
export class DoltGlobalsDump implements PreparedDump {
  readonly name: string;
  /** Read when it was prepared. */
  readonly isPinned = true;
  readonly #globals: Globals;
  readonly #facts: DoltFacts;
  readonly #sql: Buffer;

  constructor(
    client: DoltClient,
    globals: Globals,
    facts: DoltFacts,
    options: { name: string | null; context: DatabaseContext },
  ) {
    this.name = options.name ?? GLOBALS_NAME;
    this.#globals = globals;
    this.#facts = facts;
    const grants = globals.accounts.flatMap((one) => one.grants);
    const broken = grants.find((grant) => /[\0\n\r]/.test(grant));
    if (broken !== undefined)
      throw dumpFailed('dump the users', client.host, `a grant has a line break: ${displayText(broken)}`);
    this.#sql = Buffer.from(globalsSql(globals), 'utf8');
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    yield this.#sql;
  }

  record(): DumpRecord {
    const { accounts, rules } = this.#globals;
    const counted = (rows: number) => ({ rows, checksum: null });
    const tables = {
      accounts: counted(accounts.length),
      grants: counted(accounts.reduce((sum, { grants }) => sum + grants.length, 0)),
      dolt_branch_control: counted(rules.filter(({ table }) => table === 'dolt_branch_control').length),
      dolt_branch_namespace_control: counted(
        rules.filter(({ table }) => table === 'dolt_branch_namespace_control').length,
      ),
    };
    return {
      name: this.name,
      engine: 'dolt',
      database: null,
      format: 'globals',
      tool: `dolt ${this.#facts.tool}`,
      size_bytes: this.#sql.length,
      pinned: true,
      proof: 'counted',
      options: [],
      warnings: [],
      fingerprint: {
        ...fingerprintOf({ tables, values: {} }, { 'server version': this.#facts.version }),
        rows: 'count',
      },
      restore: { server_version: this.#facts.version },
    };
  }

  async close(): Promise<void> {}
}

/** No user at all: somebody may not read them, and it would look like a server without any. */
export function requireSomebody(globals: Globals): void {
  if (globals.accounts.length > 0) return;
  throw new HoldfastError(
    'dump-failed',
    'Cannot dump the users of Dolt: it tells of none, expected at least the one that we are. Use an administrator.',
  );
}
