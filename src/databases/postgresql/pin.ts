import { type ByteString, display, toText } from '../../bytestring.ts';
import { OWN_NAMES_ALONE, type PsqlSession } from './session.ts';
import { identifier, literal, qualifiedName, sql } from './sql.ts';

export interface ServerFacts {
  readonly version: string;
  readonly versionNumber: number;
  readonly major: number;
  readonly encoding: string;
  readonly collate: string;
  readonly ctype: string;
  /** `libc`, `icu` with its locale, or `builtin` with its locale. */
  readonly provider: string;
  readonly providerLocale: string;
  readonly database: string;
  readonly owner: string;
  readonly sizeBytes: number;
  /** Whether whom we logged in as may do anything there: also where the database gives its sessions another role, which who likes takes back. */
  readonly isSuperuser: boolean;
}

/** A table of its own data: no view, no partitioned parent, nothing that an extension brings. */
export interface Table {
  readonly oid: string;
  readonly schema: ByteString;
  readonly name: ByteString;
  /** Qualified, ready to show. */
  readonly shown: string;
  readonly sizeBytes: number;
}

/** Before PostgreSQL 11 the catalogs are others. */
export const OLDEST_MAJOR = 11;

/** Nothing may end our transaction while a dump streams for hours; nobody waits longer than this for a lock of ours. */
const LOCK_TIMEOUT_MS = 60_000;

/**
 * What a value looks like as text depends on these: the same everywhere. (GMT every server knows, also one in a container without
 * a list of time zones.) `row_security=off` makes a policy that would hide
 * rows an error.
 */
const SETTINGS = `
SET statement_timeout = 0;
SET lock_timeout = ${LOCK_TIMEOUT_MS};
SET idle_in_transaction_session_timeout = 0;
SET row_security = off;
SET search_path = ${OWN_NAMES_ALONE};
SET constraint_exclusion = off;
SET TimeZone = 'GMT';
SET DateStyle = 'ISO, YMD';
SET IntervalStyle = 'postgres';
SET bytea_output = 'hex';
SET extra_float_digits = 3;
SET lc_monetary = 'C';
SET xmlbinary = 'base64';
SET standard_conforming_strings = on;
SET quote_all_identifiers = off;
SET synchronize_seqscans = off;
SET max_parallel_workers_per_gather = 0` as ByteString;

/** Where the server can: nothing of users' but tables is read. A view that stands in the place of one would run its owner's code as ours. */
const WITHOUT_VIEWS =
  `SELECT set_config(name, 'view, foreign-table', false) FROM pg_settings WHERE name = 'restrict_nonsystem_relation_kind'` as ByteString;

/**
 * For a server that has nothing better to do than to be compared: as many workers as it is configured for. Only where it needn't
 * convert texts: a worker sends them in the database's encoding, whatever the session's is.
 */
export async function allowWorkers(session: PsqlSession, { encoding }: ServerFacts): Promise<void> {
  if (encoding !== 'UTF8') return;
  await session.run(
    sql`RESET max_parallel_workers_per_gather; SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0`,
  );
}

/** What is asked first: the session is ours from here on. */
export async function readServerFacts(session: PsqlSession): Promise<ServerFacts> {
  await session.run(SETTINGS);
  const row = await session.row(
    sql`SELECT current_setting('server_version'), current_setting('server_version_num'),
      pg_encoding_to_char(encoding), datcollate, datctype, datname, pg_database_size(oid),
      coalesce(to_jsonb(d)->>'datlocprovider', 'c'),
      coalesce(to_jsonb(d)->>'datlocale', to_jsonb(d)->>'daticulocale', ''), pg_get_userbyid(datdba),
      (SELECT rolsuper FROM pg_roles WHERE rolname = session_user)::text
      FROM pg_database AS d WHERE datname = current_database()`,
    11,
  );
  const [version, number, encoding, collate, ctype, database, size, provider, locale, owner, isSuper] = (
    row ?? []
  ).map((field) => toText(field) ?? display(field));
  const versionNumber = Number(number);
  await session.run(WITHOUT_VIEWS);
  if (versionNumber >= 170_000) await session.run(sql`SET transaction_timeout = 0`);
  // Of bytes that aren't of any encoding nothing else comes through.
  if (encoding === 'SQL_ASCII') await session.run(sql`SET client_encoding = 'SQL_ASCII'`);
  return {
    version: version ?? '',
    versionNumber,
    major: Math.floor(versionNumber / 10_000),
    encoding: encoding ?? '',
    collate: collate ?? '',
    ctype: ctype ?? '',
    provider: { i: 'icu', b: 'builtin' }[provider ?? ''] ?? 'libc',
    providerLocale: locale ?? '',
    database: database ?? '',
    owner: owner ?? '',
    sizeBytes: Number(size),
    isSuperuser: isSuper === 'true',
  };
}

const OF_EXTENSION = (alias: string, catalog: string) =>
  `EXISTS (SELECT FROM pg_depend AS d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${alias}.oid AND d.deptype = 'e')` as ByteString;

/** Condition on a namespace `n`: one that pg_dump dumps. */
export const OWN_NAMESPACE = `n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'` as ByteString;

/** Condition: the row `alias` of `catalog` doesn't belong to an extension. */
export function notOfExtension(alias: string, catalog: string): ByteString {
  return sql`NOT ${OF_EXTENSION(alias, catalog)}`;
}

/** Those that can be read: on a replica not the unlogged ones. */
export function listTables(session: PsqlSession): Promise<Table[]> {
  return listThose(session, sql`NOT ${UNREAD}`);
}

/** On a replica those without their rows: what isn't logged doesn't come there. pg_dump leaves their data out, and says nothing. */
export function listUnread(session: PsqlSession): Promise<Table[]> {
  return listThose(session, UNREAD);
}

const UNREAD = `(c.relpersistence = 'u' AND pg_is_in_recovery())` as ByteString;

async function listThose(session: PsqlSession, condition: ByteString): Promise<Table[]> {
  const rows = await session.query(
    sql`SELECT c.oid, n.nspname, c.relname, pg_table_size(c.oid)
      FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND c.relpersistence <> 't' AND ${OWN_NAMESPACE} AND ${notOfExtension('c', 'pg_class')}
        AND ${condition}
      ORDER BY n.nspname, c.relname`,
    4,
  );
  return rows.map(([oid = '', schema = '', name = '', size]) => ({
    oid,
    schema: schema as ByteString,
    name: name as ByteString,
    shown: qualifiedName(schema as ByteString, name as ByteString),
    sizeBytes: Number(size),
  }));
}

/** How often tables may be rewritten under our hands before we lock them. */
const MAX_TRIES = 5;

export interface Pin {
  /** For `pg_dump --snapshot`. */
  readonly snapshot: string;
  /** As the snapshot sees them. */
  readonly tables: readonly Table[];
  /** As `listUnread` gives them. */
  readonly unread: readonly Table[];
}

/**
 * Opens the transaction in which everything is read, exports its snapshot, and locks the tables as a reader does: a
 * TRUNCATE, or an ALTER TABLE that rewrites, takes effect for old snapshots, too, and pg_dump, which locks only when it
 * starts, would find nothing. One that came between snapshot and lock shows in the table's file: then all is done anew. So it is where a
 * name is another thing's by then: the table that was renamed isn't locked, and a view in its place would run its owner's code as ours.
 *
 * Those that we may not read aren't locked: pg_dump says what it can't dump.
 * @returns null when tables keep being rewritten.
 */
export async function pinSnapshot(session: PsqlSession): Promise<Pin | null> {
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    await session.run(sql`BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    const row = await session.row(sql`SELECT pg_export_snapshot()`, 1);
    const readable = await session.query(sql`SELECT n.nspname, c.relname ${READABLE}`, 2);
    if (readable.length > 0) await session.run(lockAll(readable));
    const rewritten = await session.row(
      sql`SELECT count(*) ${READABLE} AND (to_regclass(format('%I.%I', n.nspname, c.relname)) IS DISTINCT FROM c.oid
        OR (c.relkind = 'r' AND c.relfilenode IS DISTINCT FROM pg_relation_filenode(c.oid)))`,
      1,
    );
    if (rewritten?.[0] === '0') {
      const snapshot = display(row?.[0] ?? EMPTY);
      return { snapshot, tables: await listTables(session), unread: await listUnread(session) };
    }
    await session.run(sql`ROLLBACK`);
  }
  return null;
}

const READABLE = sql`FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p') AND c.relpersistence <> 't' AND ${OWN_NAMESPACE}
  AND has_table_privilege(c.oid, 'SELECT') AND has_schema_privilege(n.oid, 'USAGE')`;

/** One that was dropped meanwhile must not end the session: that its file is gone shows afterwards. */
function lockAll(tables: readonly ByteString[][]): ByteString {
  const locks = tables.map(([schema = EMPTY, name = EMPTY]) => {
    const command = sql`LOCK TABLE ONLY ${identifier(schema)}.${identifier(name)} IN ACCESS SHARE MODE`;
    return sql`BEGIN EXECUTE ${literal(command)}; EXCEPTION WHEN undefined_table OR invalid_schema_name THEN NULL; END;`;
  });
  return sql`DO ${literal(sql`BEGIN ${locks.join('\n') as ByteString} END`)}`;
}

const EMPTY = '' as ByteString;
