import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { type DatabaseFindings, findingsOf, type Tampering } from '../drilled.ts';
import { compareFingerprints, FINGERPRINT_VERSION, type Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import type { PostgresqlChoices } from './choices.ts';
import { NEW_ROW_HASH, readFingerprint, readSequences } from './fingerprint.ts';
import { allowWorkers, listTables, readServerFacts, type Table } from './pin.ts';
import { type RowHash, rowHashOf } from './row-hash.ts';
import { OBJECTS, OWNERS_AND_GRANTS } from './schema.ts';
import { openSession, type PsqlSession } from './session.ts';
import { identifier, sql } from './sql.ts';

export interface CompareWork {
  readonly host: Host;
  readonly choices: PostgresqlChoices;
  readonly record: DumpRecord;
  readonly signal: AbortSignal;
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
  const dumped = work.record.fingerprint;
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION) return null;
  const { now, major, tampered } = await readNow(work, database, dumped, tampering);
  const comparison = compareFingerprints(dumped, now);
  const kinds = comparison.schemaDifferences.filter((kind) => isCompared(work, kind));
  const objects = kinds.includes(OBJECTS) ? [OTHER_OBJECTS] : [];
  return findingsOf(comparison, { objects, remarks: remarksOn(work.record, kinds, major), tampered });
}

const OTHER_OBJECTS = 'other tables, columns, indexes, routines or types than were dumped';

/** PostgreSQL writes some expressions anew when it reads them. */
function remarksOn(record: DumpRecord, kinds: readonly string[], major: number): string[] {
  const others = kinds.filter((kind) => kind !== OBJECTS);
  if (others.length === 0) return [];
  const versions = String(major) === record.restore['server_major'] ? '' : ' (the servers’ versions differ)';
  return [
    `definitions read otherwise than when they were dumped: ${others.map(displayText).join(', ')}${versions}`,
  ];
}

async function readNow(
  work: CompareWork,
  database: string,
  dumped: Fingerprint,
  tampering: Tampering,
): Promise<{ now: Fingerprint; major: number; tampered: string | null }> {
  const { host, choices, signal } = work;
  const session = await openSession(host, choices.access, database, signal);
  try {
    const facts = await readServerFacts(session);
    await allowWorkers(session, facts);
    const mode = tampering === 'nothing' ? sql`READ ONLY` : sql`READ WRITE`;
    await session.run(sql`BEGIN ISOLATION LEVEL REPEATABLE READ, ${mode}`);
    const tables = await listTables(session);
    const tampered = tampering === 'nothing' ? null : await deleteRow(session, tables, { host, database });
    // What was only counted when it was dumped is only counted here.
    const counted = new Set(
      Object.entries(dumped.tables).flatMap(([name, { checksum }]) => (checksum === null ? [name] : [])),
    );
    const now = await readFingerprint(session, facts, {
      tables: tables.map((table) => (counted.has(table.shown) ? table : { ...table, sizeBytes: 0 })),
      sequences: await readSequences(session),
      largeObjects: dumped.values['large objects'] !== undefined,
      hash: hashBy(dumped, work.record),
      choices: { rows: dumped.rows, checksumUpToBytes: counted.size > 0 ? 0 : Number.POSITIVE_INFINITY },
    });
    await session.run(sql`ROLLBACK`);
    return { now, major: facts.major, tampered };
  } finally {
    await session.close();
  }
}

/** How the rows of each table were hashed. @throws HoldfastError host-unsupported for checksums of a kind that this version can't make. */
function hashBy({ tables }: Fingerprint, { name }: DumpRecord): (table: Pick<Table, 'shown'>) => RowHash {
  const unknown = Object.values(tables).find(
    ({ checksum }) => checksum !== null && rowHashOf(checksum) === null,
  );
  if (unknown === undefined) return ({ shown }) => rowHashOf(tables[shown]?.checksum ?? '') ?? NEW_ROW_HASH;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot compare what was restored with the fingerprint of ${name}: its checksums are of a kind that this version doesn't ` +
      `know, such as ${quoted(unknown.checksum ?? '')}, expected "sha256 …" or 32 digits. Use the version that made the backup.`,
  );
}

/** Of the first table that has one. Neither triggers nor foreign keys do anything about it; nor is it ever committed. */
async function deleteRow(
  session: PsqlSession,
  tables: readonly Table[],
  { host, database }: { host: Host; database: string },
): Promise<string> {
  await session.run(sql`SET LOCAL session_replication_role = replica`);
  for (const { schema, name, shown } of tables) {
    const table = sql`ONLY ${identifier(schema)}.${identifier(name)}`;
    const row = await session.row(
      sql`DELETE FROM ${table} WHERE ctid = (SELECT ctid FROM ${table} LIMIT 1) RETURNING 1`,
      1,
    );
    if (row !== null) return shown;
  }
  throw new HoldfastError(
    'command-failed',
    `Cannot tamper with the database ${quoted(database)} on "${host.name}": no table of it has a row, expected one. ` +
      'A drill of an empty database proves nothing.',
  );
}

/** What a filter left out, and owners that were left out as asked, say nothing. */
function isCompared({ choices, record }: CompareWork, kind: string): boolean {
  if (record.options.some((option) => /^(schema|table|exclude-[a-z-]+)=/.test(option))) return false;
  return (choices.owner && choices.privileges) || !OWNERS_AND_GRANTS.includes(kind);
}
