import { displayText, fromText } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import {
  compareFingerprints,
  FINGERPRINT_VERSION,
  type Fingerprint,
  toldOfOnlyCounted,
} from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import { readFingerprint, readValues } from './fingerprint.ts';
import type { RestoreWork } from './restore-work.ts';
import { type Digest, digestOf, hashed } from './row-hash.ts';
import { OBJECTS } from './schema.ts';
import { readDatabaseFacts } from './server.ts';
import { sql } from './sql.ts';
import { listTables } from './tables.ts';

/**
 * Compares what is in `database` now with what the dump's manifest says was dumped.
 * @returns null without a fingerprint to compare with.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyRestored(
  work: RestoreWork,
  database: string,
): Promise<RestoredDatabase['verified']> {
  const { dump, context } = work;
  const dumped = dump.record.fingerprint;
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION) {
    context.onWarning(`${dump.record.name}: there is no fingerprint to compare with what was restored.`);
    return null;
  }
  const now = await readNow(work, database, dumped);
  const compared = compareFingerprints(dumped, now);
  const { differences, differenceCount, schemaDifferences, onlyCounted, tables, rows } = compared;
  const isFiltered = dump.record.options.some((option) => /^(exclude-)?table(-data)?=/.test(option));
  const kinds = isFiltered ? [] : schemaDifferences;
  const told = differences.map(displayText); // the names are the manifest's
  if (kinds.includes(OBJECTS))
    told.push('other tables, columns, routines, triggers or views than were dumped');
  if (told.length > 0) {
    const more = differenceCount - differences.length;
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the database ${quoted(database)} on "${work.host.name}" as restored: ${told.join('; ')}` +
        `${more > 0 ? ` and ${more} more` : ''}, expected what was dumped.`,
    );
  }
  if (kinds.length > 0) tellOf(work, database, kinds);
  const counted = toldOfOnlyCounted(onlyCounted);
  if (counted !== null) context.onWarning(`${displayText(database)}: ${counted}.`);
  return { tables, rows, onlyCounted: onlyCounted.length };
}

function tellOf({ dump, server, context }: RestoreWork, database: string, kinds: readonly string[]): void {
  const { engine, restore } = dump.record;
  const { product, major, minor } = server.facts;
  const isOther = engine !== product || restore['server_version'] !== `${major}.${minor}`;
  context.onWarning(
    `${displayText(database)}: definitions read otherwise than when they were dumped: ${kinds.map(displayText).join(', ')}` +
      `${isOther ? ' (the servers’ versions differ)' : ''}. Compare them by hand if it matters.`,
  );
}

async function readNow({ server }: RestoreWork, database: string, dumped: Fingerprint): Promise<Fingerprint> {
  // As it was hashed when it was dumped it is hashed here; where the server can't, rows are counted.
  const known = Object.values(dumped.tables).flatMap(({ checksum }) => (checksum === null ? [] : [checksum]));
  const digest = digestOf(known[0] ?? '');
  const isReadable = known.length > 0 && (await canHash(server, digest));
  const session = await server.open();
  try {
    const name = fromText(database);
    const facts = (await readDatabaseFacts(session, name)) ?? { characterSet: '', collation: '' };
    await session.run(sql`START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY`);
    const tables = await listTables(session, name);
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
    return { ...fingerprint, values: await readValues(session, name, tables) };
  } finally {
    await session.close();
  }
}

/** In a session of its own: a function that isn't there ends it. */
async function canHash({ open }: RestoreWork['server'], digest: Digest): Promise<boolean> {
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
