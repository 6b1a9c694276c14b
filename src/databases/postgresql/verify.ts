import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { compareFingerprints, FINGERPRINT_VERSION, type Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import { readFingerprint, readSequences } from './fingerprint.ts';
import { listTables, readServerFacts } from './pin.ts';
import type { RestoreWork } from './restore-work.ts';
import { OBJECTS, OWNERS_AND_GRANTS } from './schema.ts';
import { openSession } from './session.ts';
import { sql } from './sql.ts';

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
  const { now, major } = await readNow(work, database, dumped);
  const { differences, differenceCount, schemaDifferences, tables, rows } = compareFingerprints(dumped, now);
  const kinds = schemaDifferences.filter((kind) => isCompared(work, kind));
  const told = differences.map(displayText); // the names are the manifest's
  if (kinds.includes(OBJECTS)) told.push('other tables, columns, routines or types than were dumped');
  if (told.length > 0) {
    const more = differenceCount - differences.length;
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the database ${quoted(database)} on "${work.host.name}" as restored: ${told.join('; ')}` +
        `${more > 0 ? ` and ${more} more` : ''}, expected what was dumped.`,
    );
  }
  if (kinds.length > 0) {
    const other =
      String(major) === dump.record.restore['server_major'] ? '' : ' (the servers’ versions differ)';
    context.onWarning(
      `${displayText(database)}: definitions read otherwise than when they were dumped: ${kinds.map(displayText).join(', ')}${other}. ` +
        'PostgreSQL writes some expressions anew when it reads them; compare them by hand if it matters.',
    );
  }
  return { tables, rows };
}

async function readNow(
  { host, choices, context }: RestoreWork,
  database: string,
  dumped: Fingerprint,
): Promise<{ now: Fingerprint; major: number }> {
  const session = await openSession(host, choices.access, database, context.signal);
  try {
    const facts = await readServerFacts(session);
    await session.run(sql`BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY`);
    const tables = await listTables(session);
    // What was only counted when it was dumped is only counted here.
    const counted = new Set(
      Object.entries(dumped.tables).flatMap(([name, { checksum }]) => (checksum === null ? [name] : [])),
    );
    const now = await readFingerprint(session, facts, {
      tables: tables.map((table) => (counted.has(table.shown) ? table : { ...table, sizeBytes: 0 })),
      sequences: await readSequences(session),
      largeObjects: dumped.values['large objects'] !== undefined,
      choices: { rows: dumped.rows, checksumUpToBytes: counted.size > 0 ? 0 : Number.POSITIVE_INFINITY },
    });
    return { now, major: facts.major };
  } finally {
    await session.close();
  }
}

/** What a filter left out, and owners that were left out as asked, say nothing. */
function isCompared({ choices, dump }: RestoreWork, kind: string): boolean {
  if (dump.record.options.some((option) => /^(schema|table|exclude-[a-z-]+)=/.test(option))) return false;
  return (choices.owner && choices.privileges) || !OWNERS_AND_GRANTS.includes(kind);
}
