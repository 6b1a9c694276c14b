import { displayText, fromText } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { type DatabaseFindings, findingsOf, type Tampering } from '../drilled.ts';
import { compareFingerprints, FINGERPRINT_VERSION, type Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import type { Server } from './connect.ts';
import { readFingerprint, readValues } from './fingerprint.ts';
import { type Digest, digestOf, hashed } from './row-hash.ts';
import { INDEXES, LASTING, OBJECTS } from './schema.ts';
import { isNamed, readDatabaseFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { identifier, sql } from './sql.ts';
import { isTransactional, listTables, type Table } from './tables.ts';

export interface CompareWork {
  readonly host: Host;
  readonly server: Server;
  readonly record: DumpRecord;
}

/**
 * Compares what is in `database` now with what the manifest says was dumped: a restore's verification and a drill's alike.
 * With `row-deleted`, what is compared lacks a row: that must come out as a difference.
 * @returns null without a fingerprint to compare with.
 */
export async function compareNow(
  work: CompareWork,
  database: string,
  tampering: Tampering = 'nothing',
): Promise<DatabaseFindings | null> {
  const { record } = work;
  const dumped = record.fingerprint;
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION) return null;
  const { now, tampered } = await readNow(work, database, dumped, tampering);
  const comparison = compareFingerprints(dumped, now);
  const isFiltered = record.options.some((option) => /^(exclude-)?table(-data)?=/.test(option));
  const known = comparison.schemaDifferences.filter((kind) => dumped.schema[kind] !== undefined);
  const kinds = isFiltered ? [] : known;
  const compared = dumped.schema[LASTING] === undefined ? OBJECTS : LASTING;
  const objects = kinds.includes(compared) ? [OTHER_OBJECTS] : [];
  if (kinds.includes(INDEXES)) objects.push('other indexes than were dumped');
  return findingsOf(comparison, { objects, remarks: remarksOn(work, kinds), tampered });
}

const OTHER_OBJECTS = 'other tables, columns, routines, triggers or views than were dumped';

const PASSED = 'events whose time has passed are not there (ON COMPLETION NOT PRESERVE)';

function remarksOn({ record, server }: CompareWork, kinds: readonly string[]): string[] {
  const others = kinds.filter((kind) => ![OBJECTS, LASTING, INDEXES].includes(kind));
  const remarks = kinds.includes(OBJECTS) && !kinds.includes(LASTING) ? [PASSED] : [];
  if (others.length === 0) return remarks;
  const { product, major, minor } = server.facts;
  const isOther = record.engine !== product || record.restore['server_version'] !== `${major}.${minor}`;
  const versions = isOther ? ' (the servers’ versions differ)' : '';
  return [
    ...remarks,
    `definitions read otherwise than when they were dumped: ${others.map(displayText).join(', ')}${versions}`,
  ];
}

async function readNow(
  { server, host }: CompareWork,
  database: string,
  dumped: Fingerprint,
  tampering: Tampering,
): Promise<{ now: Fingerprint; tampered: string | null }> {
  // As it was hashed when it was dumped it is hashed here; where the server can't, rows are counted.
  const known = Object.values(dumped.tables).flatMap(({ checksum }) => (checksum === null ? [] : [checksum]));
  const digest = digestOf(known[0] ?? '');
  const isReadable = known.length > 0 && (await canHash(server, digest));
  const session = await server.open();
  try {
    const name = fromText(database);
    const facts = (await readDatabaseFacts(session, name)) ?? { characterSet: '', collation: '' };
    const mode = tampering === 'nothing' ? sql`READ ONLY` : sql`READ WRITE`;
    await session.run(sql`START TRANSACTION WITH CONSISTENT SNAPSHOT, ${mode}`);
    const tables = await listTables(session, name);
    const tampered = tampering === 'nothing' ? null : await deleteRow(session, tables, { host, database });
    // What was only counted when it was dumped is only counted here.
    const counted = new Set(
      Object.entries(dumped.tables).flatMap(([table, { checksum }]) => (checksum === null ? [table] : [])),
    );
    const fingerprint = await readFingerprint(session, server.facts, facts, {
      database: name,
      tables: tables.map((table) => (counted.has(table.shown) ? table : { ...table, sizeBytes: 0 })),
      hasRowsOf: () => true,
      choices: {
        rows: isReadable ? dumped.rows : 'count',
        checksumUpToBytes: counted.size > 0 ? 0 : Number.POSITIVE_INFINITY,
      },
      digest,
    });
    const values = await readValues(session, name, tables);
    await session.run(sql`ROLLBACK`);
    return { now: { ...fingerprint, values }, tampered };
  } finally {
    await session.close();
  }
}

/** In a session of its own: a function that isn't there ends it. */
async function canHash({ open }: Server, digest: Digest): Promise<boolean> {
  const session = await open();
  try {
    return (await session.row(sql`SELECT ${hashed(sql`''`, digest)}`, 1))?.[0] !== 'NULL';
  } catch (error) {
    if (/ERROR (1046|1305) /.test(asHoldfastError(error)?.message ?? '')) return false;
    throw error;
  } finally {
    await session.close();
  }
}

/**
 * Of the first table that has one, whose engine can roll it back and which has no trigger on it if there is such a table:
 * triggers can't be held off. No foreign key does anything about it.
 */
async function deleteRow(
  session: MysqlSession,
  tables: readonly Table[],
  { host, database }: { host: Host; database: string },
): Promise<string> {
  const name = fromText(database);
  await session.run(sql`SET SESSION foreign_key_checks = 0`);
  const rows = await session.query(
    sql`SELECT DISTINCT event_object_table FROM information_schema.triggers
      WHERE ${isNamed('event_object_schema', name)} AND event_manipulation = 'DELETE'`,
    1,
  );
  const triggered = new Set(rows.map(([table]) => table));
  const unfitness = (table: Table) => (isTransactional(table) ? 0 : 2) + (triggered.has(table.name) ? 1 : 0);
  const candidates = tables.filter(({ kind }) => kind === 'table');
  for (const table of candidates.toSorted((a, b) => unfitness(a) - unfitness(b))) {
    const from = sql`${identifier(name)}.${identifier(table.name)}`;
    const row = await session.row(sql`DELETE FROM ${from} LIMIT 1; SELECT ROW_COUNT()`, 1);
    if (Number(row?.[0]) > 0) return table.shown;
  }
  throw new HoldfastError(
    'command-failed',
    `Cannot tamper with the database ${quoted(database)} on "${host.name}": no table of it has a row, expected one. ` +
      'A drill of an empty database proves nothing.',
  );
}
