import { type ByteString, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { PreparedDump } from '../database.ts';
import type { DumpRecord } from '../record.ts';
import { dumpFailed } from '../tool-output.ts';
import { DUMP_END } from './dump-reader.ts';
import { isOlder } from './product.ts';
import type { ServerFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { sql } from './sql.ts';

export const USERS_NAME = 'users.sql';
export const USERS_FORMAT = 'users';

/** Begins what belongs to one account: its names in hexadecimal, so that the line is one. */
export const ACCOUNT_MARK = '-- Account ';

/** Of the server's own: made with it. */
const OWN = ['mysql.sys', 'mysql.session', 'mysql.infoschema', 'mariadb.sys', 'PUBLIC'];

/**
 * Accounts, roles and what is granted to them, as SQL that makes them: of a server, not of a database. Passwords are in it as
 * the server keeps them, hashed.
 */
export class UsersDump implements PreparedDump {
  readonly name: string;
  /** It takes an instant, in which accounts don't change. */
  readonly isPinned = false;
  readonly #host: Host;
  readonly #facts: ServerFacts;
  readonly #open: () => Promise<MysqlSession>;
  #session: MysqlSession | null = null;
  #sizeBytes = 0;

  constructor(plan: {
    host: Host;
    facts: ServerFacts;
    open: () => Promise<MysqlSession>;
    name: string | null;
  }) {
    this.name = plan.name ?? USERS_NAME;
    this.#host = plan.host;
    this.#facts = plan.facts;
    this.#open = plan.open;
  }

  async *stream(): AsyncGenerator<Uint8Array, void, undefined> {
    try {
      this.#session = await this.#open();
      const text = await readUsers(this.#session, this.#facts);
      const bytes = toBytes(text);
      this.#sizeBytes = bytes.length;
      yield bytes;
    } catch (error) {
      if (!(error instanceof HoldfastError) || error.code !== 'command-failed') throw error;
      throw dumpFailed('dump the accounts', this.#host, error.message.replace(/\.$/, ''));
    } finally {
      await this.close();
    }
  }

  record(): DumpRecord {
    return {
      name: this.name,
      engine: this.#facts.product,
      database: null,
      format: USERS_FORMAT,
      tool: '',
      size_bytes: this.#sizeBytes,
      pinned: false,
      proof: 'deferred',
      options: [],
      warnings: [],
      fingerprint: null,
      restore: { server_version: `${this.#facts.major}.${this.#facts.minor}` },
    };
  }

  async close(): Promise<void> {
    await this.#session?.close();
  }
}

/** @throws HoldfastError host-unsupported for a server that can't say how an account is made. */
export function requireUsersKnown(facts: ServerFacts): void {
  if (facts.product === 'mariadb' || !isOlder(facts, { product: 'mysql', major: 5, minor: 7 })) return;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot dump the accounts of MySQL ${facts.version}: it has no SHOW CREATE USER, expected 5.7 or newer. Leave them out: ` +
      '?users=without.',
  );
}

export interface Account {
  readonly user: ByteString;
  readonly host: ByteString;
  readonly isRole: boolean;
}

async function readUsers(session: MysqlSession, facts: ServerFacts): Promise<ByteString> {
  const accounts = await listAccounts(session, facts);
  // Hashes of MySQL 8 hold any byte.
  if (facts.product === 'mysql' && facts.major >= 8)
    await session.run(sql`SET SESSION print_identified_with_as_hex = 1`);
  const made: string[] = [];
  const granted: string[] = [];
  for (const account of accounts) {
    const mark = `${ACCOUNT_MARK}${accountKey(account)}\n`;
    const { create, later } = await creationOf(session, account);
    made.push(`${mark}${create};\n`);
    const grants = await session.query(sql`SHOW GRANTS FOR ${accountName(account)}`, 1);
    const statements = [...grants.map(([grant = '']) => grant), ...later];
    granted.push(`${mark}${statements.map((statement) => `${statement};\n`).join('')}`);
  }
  return `-- Accounts and grants of ${facts.product} ${facts.major}.${facts.minor}: first who there is, then what each may.\n${made.join(
    '',
  )}\n${granted.join('')}\n${DUMP_END}\n` as ByteString;
}

export async function listAccounts(
  session: MysqlSession,
  { product }: Pick<ServerFacts, 'product'>,
): Promise<Account[]> {
  const role = product === 'mariadb' ? sql`is_role` : sql`'N'`;
  const rows = await session.query(
    sql`SELECT user, host, ${role} FROM mysql.user ORDER BY BINARY user, BINARY host`,
    3,
  );
  return rows
    .map(([user = EMPTY, host = EMPTY, isRole]) => ({ user, host, isRole: isRole === 'Y' }))
    .filter(({ user, isRole, host }) => !OWN.includes(user) || (user === 'PUBLIC' && !isRole && host !== ''));
}

/** Its default roles may not be there yet when it is made: they come with the grants. */
async function creationOf(
  session: MysqlSession,
  account: Account,
): Promise<{ create: string; later: string[] }> {
  if (account.isRole) return { create: `CREATE ROLE IF NOT EXISTS ${quotedName(account.user)}`, later: [] };
  const [row] = await session.query(sql`SHOW CREATE USER ${accountName(account)}`, 1);
  const statement = (row?.[0] ?? EMPTY).replace(/^CREATE USER /, 'CREATE USER IF NOT EXISTS ');
  const roles = / DEFAULT ROLE ((?:`(?:[^`]|``)*`@`(?:[^`]|``)*`,?)+)/.exec(statement);
  if (roles === null) return { create: statement, later: [] };
  return {
    create: statement.replace(roles[0], ''),
    later: [`SET DEFAULT ROLE ${roles[1]} TO ${accountName(account)}`],
  };
}

function accountName({ user, host, isRole }: Account): ByteString {
  return (isRole ? quotedName(user) : `${quotedName(user)}@${quotedName(host)}`) as ByteString;
}

/** In backticks: no mode reads anything into them; an empty one is the anonymous user's. */
function quotedName(name: ByteString): ByteString {
  return `\`${name.replaceAll('`', '``')}\`` as ByteString;
}

/** In hexadecimal, one word each. */
export function accountKey({ user, host }: Account): string {
  return [user, host].map((name) => toBytes(name).toString('hex') || '-').join(' ');
}

const EMPTY = '' as ByteString;
