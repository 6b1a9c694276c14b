import { type ByteString, display, fromText, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isOlder, PRODUCT_NAMES, type Product, parseServerVersion, type Version } from './product.ts';
import type { MysqlSession } from './session.ts';
import { literal, sql } from './sql.ts';

export interface ServerFacts extends Version {
  /** As the server says it, ready to show. */
  readonly version: string;
  readonly netWriteTimeoutSeconds: number;
}

/** Before these the catalogs are others. */
const OLDEST: Readonly<Record<Product, Version>> = {
  mariadb: { product: 'mariadb', major: 10, minor: 3 },
  mysql: { product: 'mysql', major: 5, minor: 6 },
};

/** Nobody waits longer than this for a lock that we hold or ask for, but where another limit is said. */
const LOCK_WAIT_SECONDS = 60;
/** Nothing may end our session while a dump streams for hours: a week. */
const IDLE_SECONDS = 604_800;

/**
 * What a value looks like as text depends on these: the same everywhere; and that all rows come, of tables and columns, too. The rest keeps the session alive, and the answers
 * fresh (`information_schema_stats_expiry` of MySQL 8 would give yesterday's counters).
 */
const SETTINGS = `
SET NAMES utf8mb4;
SET SESSION sql_mode = '';
SET SESSION time_zone = '+00:00';
SET SESSION sql_quote_show_create = 1;
SET SESSION sql_select_limit = 18446744073709551615;
SET SESSION sql_big_selects = 1;
SET SESSION div_precision_increment = 4;
SET SESSION group_concat_max_len = 1048576;
SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS};
SET SESSION wait_timeout = ${IDLE_SECONDS};
SET SESSION interactive_timeout = ${IDLE_SECONDS};
SET SESSION net_write_timeout = 3600` as ByteString;

/** What is asked first: the session is ours from here on. @throws HoldfastError host-unsupported for a server that is too old. */
export async function readServerFacts(session: MysqlSession): Promise<ServerFacts> {
  await session.run(SETTINGS);
  const row = await session.row(sql`SELECT VERSION(), @@GLOBAL.net_write_timeout`, 2);
  const [text = '', timeout] = (row ?? []).map((field) => toText(field) ?? display(field));
  const version = parseServerVersion(text);
  if (version === null || isOlder(version, OLDEST[version.product])) {
    const oldest = Object.values(OLDEST).map(
      ({ product, major, minor }) => `${PRODUCT_NAMES[product]} ${major}.${minor}`,
    );
    throw new HoldfastError(
      'host-unsupported',
      `Cannot work with this server: its version is ${display(fromText(text))}, expected ${oldest.join(' or ')} or newer.`,
    );
  }
  await session.run(version.product === 'mariadb' ? OF_MARIADB : await ofMysql(session));
  return { ...version, version: display(fromText(text)), netWriteTimeoutSeconds: Number(timeout) };
}

const OF_MARIADB = 'SET SESSION max_statement_time = 0, idle_transaction_timeout = 0' as ByteString;

/** Of those settings that not every version has, the ones that this one has. */
async function ofMysql(session: MysqlSession): Promise<ByteString> {
  const wanted = ['max_execution_time', 'information_schema_stats_expiry'];
  const names = wanted.map((name) => literal(name as ByteString)).join(', ') as ByteString;
  const rows = await session.query(sql`SHOW SESSION VARIABLES WHERE Variable_name IN (${names})`, 2);
  const there = wanted.filter((name) => rows.some(([row]) => row === name));
  return (there.map((name) => `SET SESSION ${name} = 0`).join(';\n') || 'DO 0') as ByteString;
}

/** Databases of the server's own. */
const SYSTEM = ['information_schema', 'performance_schema', 'mysql', 'sys'] as const;

/** Those with data of users, as text. */
export async function listDatabases(session: MysqlSession): Promise<string[]> {
  const rows = await session.query(
    sql`SELECT schema_name FROM information_schema.schemata ORDER BY schema_name`,
    1,
  );
  const names = rows.map(([name = '']) => Buffer.from(name, 'latin1').toString('utf8'));
  return names.filter((name) => !(SYSTEM as readonly string[]).includes(name.toLowerCase()));
}

/**
 * Condition: `column` of the catalogs is `name`. They compare without case; the first half is for their indexes, the second
 * for the truth.
 */
export function isNamed(column: string, name: ByteString): ByteString {
  return sql`${column as ByteString} = ${literal(name)} AND BINARY ${column as ByteString} = ${literal(name)}`;
}

export interface DatabaseFacts {
  readonly characterSet: string;
  readonly collation: string;
}

/** Null when it isn't there. */
export async function readDatabaseFacts(
  session: MysqlSession,
  database: ByteString,
): Promise<DatabaseFacts | null> {
  const row = await session.row(
    sql`SELECT default_character_set_name, default_collation_name FROM information_schema.schemata
      WHERE ${isNamed('schema_name', database)}`,
    2,
  );
  const [characterSet, collation] = (row ?? []).map(display);
  return characterSet === undefined || collation === undefined ? null : { characterSet, collation };
}
