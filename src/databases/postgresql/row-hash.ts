import type { ByteString } from '../../bytestring.ts';
import { notOfExtension, OWN_NAMESPACE } from './pin.ts';
import type { PsqlSession } from './session.ts';
import { bytesOf, identifier, sql } from './sql.ts';

/**
 * How a table's checksum is made of its rows. `md5`: of each row's text, as manifests of earlier versions have it: 32 digits alone.
 * `sha256`: of the bytes in which the server sends a row, a third of the work; `sha256 ` comes before the digits.
 */
export type RowHash = 'md5' | 'sha256';

const SHA256 = 'sha256 ';

/** The one by which a manifest's checksums were made; null for what this version doesn't know. */
export function rowHashOf(checksum: string): RowHash | null {
  if (/^[0-9a-f]{32}$/.test(checksum)) return 'md5';
  return checksum.startsWith(SHA256) && /^[0-9a-f]{32}$/.test(checksum.slice(SHA256.length))
    ? 'sha256'
    : null;
}

/** The checksum as a manifest has it. */
export function checksumText(hash: RowHash, digits: string): string {
  return hash === 'md5' ? digits : `${SHA256}${digits}`;
}

/** A column, and whether its type's binary form goes into the hash. */
export interface Column {
  readonly name: ByteString;
  readonly isBinary: boolean;
}

/**
 * Types of which a value has one binary form only, whatever became of it and wherever it was restored. Others go in as their text:
 * floats, of which there is more than one NaN; arrays, which may keep the place of a NULL that is gone; enums, domains and all that
 * somebody has made, whose OIDs are each server's own.
 */
const BINARY_TYPES = [
  ...['bool', 'bytea', 'int2', 'int4', 'int8', 'oid', 'numeric', 'uuid'],
  ...['name', 'text', 'varchar', 'bpchar', 'json', 'jsonb'],
  ...['date', 'time', 'timestamp', 'timestamptz'],
];

/** The columns of all tables, by the table's OID, in their order. */
export async function readColumns(session: PsqlSession): Promise<ReadonlyMap<string, readonly Column[]>> {
  const binary = BINARY_TYPES.map((name) => `'pg_catalog.${name}'::regtype`).join(', ') as ByteString;
  const rows = await session.query(
    sql`SELECT a.attrelid, a.attname, CASE WHEN a.atttypid IN (${binary}) THEN 'binary' ELSE 'text' END
      FROM pg_attribute AS a JOIN pg_class AS c ON c.oid = a.attrelid JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind = 'r' AND c.relpersistence <> 't'
      AND ${OWN_NAMESPACE} AND ${notOfExtension('c', 'pg_class')}
      ORDER BY a.attrelid, a.attnum`,
    3,
  );
  const columns = new Map<string, Column[]>();
  for (const [oid = '', name = '', how] of rows) {
    const list = columns.get(oid) ?? [];
    list.push({ name: name as ByteString, isBinary: how === 'binary' });
    columns.set(oid, list);
  }
  return columns;
}

/**
 * The hash of the row `x` as SQL: 32 hex digits, or bytes of which the first 16 count. NULL is none of the empty values in either.
 * Texts are hashed as UTF-8, whatever the database's encoding is: the session's is that.
 */
export function rowHash(hash: RowHash, columns: readonly Column[], encoding: string): ByteString {
  if (hash === 'md5') return sql`md5(${bytesOf(sql`ROW(x.*)::text`, encoding)})`;
  const fields = columns.map(({ name, isBinary }) => {
    const field = sql`x.${identifier(name)}`;
    return isBinary ? field : sql`ROW(${field})::text`;
  });
  return sql`sha256(record_send(ROW(${fields.join(', ') as ByteString})))`;
}

/**
 * The sum of eight bytes of `h`, as a number of 64 bits: that of each byte, put together at the end. What a byte is costs the server half
 * of what it takes to read a number from its hex digits, and that was a tenth of all that a checksum takes.
 */
function sumFrom(first: number): string {
  const parts = Array.from(
    { length: 8 },
    (_, i) => `sum(get_byte(h, ${first + i}))::numeric * ${256n ** BigInt(7 - i)}`,
  );
  return `coalesce(${parts.join(' + ')}, 0)`;
}

/** Two sums over the hashes `h`, of which 64 bits each count: unlike XOR they count a row that stands twice. */
export const SUMS: Readonly<Record<RowHash, ByteString>> = {
  md5: `coalesce(sum(('x' || substr(h, 1, 16))::bit(64)::bigint), 0), coalesce(sum(('x' || substr(h, 17))::bit(64)::bigint), 0)` as ByteString,
  sha256: `${sumFrom(0)}, ${sumFrom(8)}` as ByteString,
};
