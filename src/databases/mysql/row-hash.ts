import type { ByteString } from '../../bytestring.ts';
import { identifier, joined, sql } from './sql.ts';
import type { Column } from './tables.ts';

/**
 * What rows are hashed by. `md5` is of dumps of earlier versions, and only compared: MySQL from 9.6 on has none without a
 * component of its own.
 */
export type Digest = 'sha256' | 'md5';

/** Begins a checksum by SHA-256; one by MD5 has its digits alone. */
const SHA256_MARK = 'sha256 ';

export function digestOf(checksum: string): Digest {
  return checksum.startsWith(SHA256_MARK) ? 'sha256' : 'md5';
}

export function hashed(value: ByteString, digest: Digest): ByteString {
  return digest === 'md5' ? sql`MD5(${value})` : sql`SHA2(${value}, 256)`;
}

/** Of these the bytes are the value; of those that may be large a digest of them serves. */
const BYTES = /^(binary|varbinary|vector)$/;
const LARGE_BYTES =
  /^((tiny|medium|long)?blob|geometry|point|linestring|polygon|multi[a-z]+|geom(etry)?collection)$/;
/** Text, in whatever character set: as UTF-8 it is the same everywhere. */
const TEXTS = /^(char|varchar|enum|set)$/;
const LARGE_TEXTS = /^((tiny|medium|long)?text|json)$/;

/**
 * A column's value as bytes that are the same on every server, or NULL: binary values and shapes as they are stored and text
 * as UTF-8, in hexadecimal, or as their digest where they may be large (a function's result can't be larger than
 * `max_allowed_packet`); numbers, times and all else as the text that they have, which is what a dump holds of them. So none
 * of them holds the `,` that stands between columns.
 */
function canonical({ name, dataType }: Column, digest: Digest): ByteString {
  const column = identifier(name);
  if (dataType === 'bit') return sql`CAST(${column} + 0 AS CHAR)`;
  if (BYTES.test(dataType)) return sql`HEX(${column})`;
  if (LARGE_BYTES.test(dataType)) return hashed(column, digest);
  if (TEXTS.test(dataType)) return sql`HEX(CONVERT(${column} USING utf8mb4))`;
  if (LARGE_TEXTS.test(dataType)) return hashed(sql`CONVERT(${column} USING utf8mb4)`, digest);
  return sql`CAST(${column} AS CHAR)`;
}

/**
 * A row's digest in hexadecimal: of its columns' values in their order, but for generated ones, with a `,` after each. NULL is
 * `N`, anything else `V` and its value: no value can be taken for NULL, nor a part of one column for a part of the next.
 */
export function rowHash(columns: readonly Column[], digest: Digest): ByteString {
  const values = columns
    .filter(({ isGenerated }) => !isGenerated)
    .map(
      (column) =>
        sql`IF(${identifier(column.name)} IS NULL, 'N', CONCAT('V', ${canonical(column, digest)})), ','`,
    );
  return hashed(values.length === 0 ? sql`''` : sql`CONCAT(${joined(values, ', ')})`, digest);
}

/**
 * How many rows, how many of them have a hash, and two sums of 64 bits each, of the halves of the hashes' first 128: unlike XOR, sums
 * count a row that stands twice. The server sums whole numbers as decimals, which don't overflow.
 */
export function sumsOf(hash: string): ByteString {
  const half = (from: number) =>
    `IFNULL(SUM(CAST(CONV(SUBSTRING(${hash}, ${from}, 16), 16, 10) AS UNSIGNED)), 0)`;
  return `COUNT(*), COUNT(${hash}), ${half(1)}, ${half(17)}` as ByteString;
}

/** 32 hex digits, each half modulo 2^64, after what says how rows were hashed. */
export function checksumOf(sums: readonly ByteString[], digest: Digest): string {
  const digits = sums.map((sum) => BigInt.asUintN(64, BigInt(sum)).toString(16).padStart(16, '0')).join('');
  return digest === 'md5' ? digits : `${SHA256_MARK}${digits}`;
}
