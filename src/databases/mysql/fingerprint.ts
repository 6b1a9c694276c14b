import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { askAhead } from '../ahead.ts';
import { FINGERPRINT_VERSION, type Fingerprint, type TableFingerprint } from '../fingerprint.ts';
import { checksumOf, type Digest, rowHash, sumsOf } from './row-hash.ts';
import { readSchemaDigests } from './schema.ts';
import type { DatabaseFacts, ServerFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { identifier, NO_VIEW, shownName, sql } from './sql.ts';
import { isElsewhere, type Table } from './tables.ts';

export interface FingerprintChoices {
  /** `count`: rows are counted, their data isn't looked at. */
  readonly rows: 'full' | 'count';
  /** A larger table is only counted. */
  readonly checksumUpToBytes: number;
}

export interface FingerprintScope {
  readonly database: ByteString;
  /** All that the database has. */
  readonly tables: readonly Table[];
  /** Whether a table's rows belong to it. */
  readonly hasRowsOf: (table: Table) => boolean;
  readonly choices: FingerprintChoices;
  readonly digest: Digest;
}

/**
 * What the session's transaction sees. Counters and sequences know no transaction: they are those of `scope.tables`, and the
 * dump's own count more.
 */
export async function readFingerprint(
  session: MysqlSession,
  { version }: ServerFacts,
  { characterSet, collation }: DatabaseFacts,
  scope: FingerprintScope,
): Promise<Fingerprint> {
  const { database } = scope;
  const schema = await readSchemaDigests(session, database, scope.tables);
  const read = scope.tables.filter(
    (table) => table.kind === 'table' && scope.hasRowsOf(table) && !isElsewhere(table),
  );
  const tables = await askAhead(
    read,
    async (table) => [table.shown, await readTable(session, table, scope)] as const,
  );
  const sizeBytes = scope.tables.reduce((sum, table) => sum + table.sizeBytes, 0);
  const engines = [
    ...new Set(scope.tables.map(({ engine }) => engine).filter((engine) => engine !== '')),
  ].sort();
  return {
    fingerprint_version: FINGERPRINT_VERSION,
    tables: Object.fromEntries(tables),
    values: {},
    schema,
    facts: {
      'server version': version,
      'character set': characterSet,
      collation,
      engines: engines.join(', '),
      'size in bytes': String(sizeBytes),
    },
    rows: scope.choices.rows,
  };
}

/**
 * Who waits to alter a table waits for all that was read in our transaction, and the dump would wait for that: what was
 * locked by reading is let go at once, as the dump tool does.
 */
async function readTable(
  session: MysqlSession,
  table: Table,
  { database, digest, choices: { rows, checksumUpToBytes } }: FingerprintScope,
): Promise<TableFingerprint> {
  const from = sql`${identifier(database)}.${identifier(table.name)} ${NO_VIEW}`;
  const counted = rows === 'count' || table.sizeBytes > checksumUpToBytes;
  const what = counted ? sql`COUNT(*), COUNT(*), 0, 0` : sumsOf('h');
  const source = counted ? from : sql`(SELECT ${rowHash(table.columns, digest)} AS h FROM ${from}) AS hashes`;
  const row = await session.row(
    sql`SAVEPOINT holdfast; SELECT ${what} FROM ${source}; ROLLBACK TO SAVEPOINT holdfast`,
    4,
  );
  const [count = '0', hashed, ...sums] = row ?? [];
  if (count !== hashed) {
    throw new HoldfastError(
      'command-failed',
      `Cannot compute the checksum of table ${table.shown}: of ${display(count as ByteString)} rows the server hashed ` +
        `${display((hashed ?? '') as ByteString)}. Look at its max_allowed_packet, or say fingerprint=count.`,
    );
  }
  return { rows: Number(count), checksum: counted ? null : checksumOf(sums, digest) };
}

/** Counters' and sequences' values now, as the manifest has them. */
export async function readValues(
  session: MysqlSession,
  database: ByteString,
  tables: readonly Table[],
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const table of tables) {
    if (table.kind === 'sequence') {
      const from = sql`${identifier(database)}.${identifier(table.name)}`;
      const row = await session.row(sql`SELECT next_not_cached_value FROM ${from}`, 1);
      values[sequenceKey(table.name)] = display(row?.[0] ?? ('' as ByteString));
    } else if (table.autoIncrement !== null && table.autoIncrement !== '1') {
      values[counterKey(table.name)] = table.autoIncrement;
    }
  }
  return values;
}

export function sequenceKey(name: ByteString): string {
  return `sequence ${shownName(name)}`;
}

export function counterKey(name: ByteString): string {
  return `next number of ${shownName(name)}`;
}

/**
 * Of those tables that hold a row, the names: what is emptied by TRUNCATE shows empty to old snapshots of older MySQLs, which
 * say nothing of it.
 */
export async function listFilled(
  session: MysqlSession,
  database: ByteString,
  tables: readonly Table[],
): Promise<ReadonlySet<ByteString>> {
  const filled = new Set<ByteString>();
  for (let from = 0; from < tables.length; from += TABLES_A_QUESTION) {
    const some = tables.slice(from, from + TABLES_A_QUESTION);
    const questions = some.map(
      ({ name }) => sql`SELECT EXISTS (SELECT 1 FROM ${identifier(database)}.${identifier(name)} ${NO_VIEW})`,
    );
    const rows = await session.query(
      sql`SAVEPOINT holdfast; ${questions.join('; ') as ByteString}; ROLLBACK TO SAVEPOINT holdfast`,
      1,
    );
    for (const [i, [answer]] of rows.entries()) {
      const table = some[i];
      if (answer === '1' && table !== undefined) filled.add(table.name);
    }
  }
  return filled;
}

const TABLES_A_QUESTION = 100;
