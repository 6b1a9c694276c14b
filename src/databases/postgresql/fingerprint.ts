import { type ByteString, display, toText } from '../../bytestring.ts';
import { askAhead } from '../ahead.ts';
import { FINGERPRINT_VERSION, type Fingerprint, type TableFingerprint } from '../fingerprint.ts';
import type { GuardedTables } from './guarded-tables.ts';
import { notOfExtension, OWN_NAMESPACE, type ServerFacts, type Table } from './pin.ts';
import { type Column, checksumText, type RowHash, readColumns, rowHash, SUMS } from './row-hash.ts';
import { readSchemaDigests } from './schema.ts';
import type { PsqlSession } from './session.ts';
import { identifier, qualifiedName, sql } from './sql.ts';

export interface FingerprintChoices {
  /** `count`: rows are counted, their data isn't looked at. */
  readonly rows: 'full' | 'count';
  /** A larger table is only counted. */
  readonly checksumUpToBytes: number;
}

/** Of a new fingerprint; what is compared with an older one is hashed as that was. */
export const NEW_ROW_HASH: RowHash = 'sha256';

/**
 * What the session's transaction sees of `tables`.
 * @param sequences By qualified name, as `42 true`: those of the dump, since sequences know no snapshot.
 * @param largeObjects Whether they belong to it.
 * @param hash How the rows of a table are hashed; default: the new way.
 * @param guarded How a superuser reads tables, which may be anybody's.
 */
export async function readFingerprint(
  session: PsqlSession,
  facts: ServerFacts,
  what: {
    tables: readonly Table[];
    sequences: ReadonlyMap<string, string>;
    largeObjects: boolean;
    choices: FingerprintChoices;
    hash?: (table: Table) => RowHash;
    guarded?: GuardedTables;
  },
): Promise<Fingerprint> {
  const { choices, hash = () => NEW_ROW_HASH, guarded } = what;
  const isNeeded = choices.rows !== 'count' && what.tables.some((table) => hash(table) === NEW_ROW_HASH);
  const columns = isNeeded ? await readColumns(session) : null;
  const select = (table: Table) =>
    selectOf(facts, { table, hash: hash(table), columns: columns?.get(table.oid) ?? [] }, choices);
  const tableOf = (row: readonly ByteString[] | null, table: Table) => tableIn(row, hash(table));
  const question = { select, columns: COLUMNS, read: tableOf };
  const tables =
    guarded === undefined
      ? await askAhead(what.tables, async (table) => {
          const row = await session.row(select(table), COLUMNS);
          return [table.shown, tableOf(row, table)] as const;
        })
      : await guarded.read(what.tables, question);
  const values: Record<string, string> = {};
  for (const [name, value] of what.sequences) values[`sequence ${name}`] = value;
  if (what.largeObjects) values['large objects'] = await readLargeObjects(session, choices);
  return {
    fingerprint_version: FINGERPRINT_VERSION,
    tables: Object.fromEntries(tables),
    values,
    schema: await readSchemaDigests(session, facts.encoding),
    facts: await readFacts(session, facts),
    rows: choices.rows,
  };
}

/** Of what `selectOf` selects: the number of rows, and the two sums of a checksum, or nothing. */
const COLUMNS = 3;

function selectOf(
  { encoding }: ServerFacts,
  { table, hash, columns }: { table: Table; hash: RowHash; columns: readonly Column[] },
  choices: FingerprintChoices,
): ByteString {
  const from = sql`ONLY ${identifier(table.schema)}.${identifier(table.name)} AS x`;
  if (!isHashed(table, choices)) return sql`SELECT count(*), NULL, NULL FROM ${from}`;
  // OFFSET 0 keeps the hash from being computed for each of the sums.
  return sql`SELECT count(*), ${SUMS[hash]} FROM (SELECT ${rowHash(hash, columns, encoding)} AS h FROM ${from} OFFSET 0) AS hashes`;
}

/** Whether a table's data is looked at, too. */
export function isHashed({ sizeBytes }: Table, { rows, checksumUpToBytes }: FingerprintChoices): boolean {
  return rows !== 'count' && sizeBytes <= checksumUpToBytes;
}

function tableIn(row: readonly ByteString[] | null, hash: RowHash): TableFingerprint {
  const [rows, high = ''] = row ?? [];
  return { rows: Number(rows), checksum: high === '' ? null : checksumText(hash, sumOf(row)) };
}

function sumOf(row: readonly ByteString[] | null): string {
  const [, high = '0', low = '0'] = row ?? [];
  return [high, low].map((sum) => BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0')).join('');
}

/** lo_get gives no more than 1 GB at once. */
const LARGE_OBJECT_PART_BYTES = 64 * 1024 * 1024;
/** How a large object is opened to be read, and where its end is: libpq's INV_READ and SEEK_END. */
const INV_READ = 0x40000;
const SEEK_END = 2;

async function readLargeObjects(session: PsqlSession, { rows }: FingerprintChoices): Promise<string> {
  if (rows === 'count') {
    const row = await session.row(sql`SELECT count(*) FROM pg_largeobject_metadata`, 1);
    return String(row?.[0]);
  }
  const row = await session.row(
    sql`SELECT count(DISTINCT oid), ${SUMS.md5} FROM (
      SELECT oid, md5(convert_to(oid || ' ' || part || ' ' || size || ' ', 'UTF8')
        || lo_get(oid, part * ${LARGE_OBJECT_PART_BYTES}, ${LARGE_OBJECT_PART_BYTES})) AS h
      FROM (SELECT oid, lo_lseek64(fd, 0, ${SEEK_END}) AS size, lo_close(fd) FROM
        (SELECT oid, lo_open(oid, ${INV_READ}) AS fd FROM pg_largeobject_metadata OFFSET 0) AS opened OFFSET 0) AS sized,
      generate_series(0, size / ${LARGE_OBJECT_PART_BYTES}) AS part OFFSET 0) AS hashes`,
    3,
  );
  return `${row?.[0]} ${sumOf(row)}`;
}

async function readFacts(session: PsqlSession, facts: ServerFacts): Promise<Record<string, string>> {
  const extensions = await session.query(
    sql`SELECT extname, extversion FROM pg_extension ORDER BY extname COLLATE "C"`,
    2,
  );
  return {
    'server version': facts.version,
    encoding: facts.encoding,
    collate: facts.collate,
    ctype: facts.ctype,
    'size in bytes': String(facts.sizeBytes),
    extensions: extensions.map((row) => row.map(display).join(' ')).join(', '),
  };
}

/** Each sequence's value now, by qualified name, as `42 true`. */
export async function readSequences(session: PsqlSession): Promise<Map<string, string>> {
  const rows = await session.query(
    sql`SELECT n.nspname, c.relname FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind = 'S' AND c.relpersistence <> 't' AND ${OWN_NAMESPACE} AND ${notOfExtension('c', 'pg_class')}`,
    2,
  );
  const sequences = await askAhead(rows, async ([schema = EMPTY, name = EMPTY]) => {
    const value = await session.row(
      sql`SELECT last_value, CASE WHEN is_called THEN 'true' ELSE 'false' END FROM ${identifier(schema)}.${identifier(name)}`,
      2,
    );
    return [qualifiedName(schema, name), (value ?? []).map((field) => toText(field)).join(' ')] as const;
  });
  return new Map(sequences);
}

const EMPTY = '' as ByteString;
