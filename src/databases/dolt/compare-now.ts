import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { type DatabaseFindings, findingsOf, type Tampering } from '../drilled.ts';
import { compareFingerprints, FINGERPRINT_VERSION, type Fingerprint } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import type { DumpRecord } from '../record.ts';
import type { DoltClient } from './client.ts';
import { identifier, literal } from './sql.ts';
import { type DoltOutline, fingerprintOf, stateIn, stateStatements, tooMuchIn } from './state.ts';
import { storedBackup } from './stored-backup.ts';

/**
 * Compares what is in `database` now with what the manifest says was dumped: every branch, tag, stash, working set and table.
 * With `row-deleted`, a table lacks a row meanwhile: that must come out as a difference.
 * @returns null without a fingerprint to compare with.
 */
export async function compareNow(
  client: DoltClient,
  { database, record }: { database: string; record: DumpRecord },
  tampering: Tampering,
): Promise<DatabaseFindings | null> {
  const dumped = record.fingerprint;
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION) return null;
  const { outline } = storedBackup(record);
  const table = tampering === 'nothing' ? null : await tableToTamperWith(client, database, outline, dumped);
  const statements = stateStatements(outline, database);
  const rows = await client.query(
    `compare the database ${quoted(database)}`,
    table === null ? statements : withoutARow({ database, outline, table }, statements),
  );
  const now = stateIn(rows);
  const found = findingsOf(compareFingerprints(dumped, fingerprintOf(now, {})), {
    objects: tooMuchIn(dumped, now),
    tampered: table === null ? null : displayText(table),
  });
  if (table === null) return found;
  // The digest of the working set is of that table, too.
  const implied = displayText(`working set of ${displayText(outline.defaultBranch)}:`);
  return { ...found, differences: found.differences.filter((text) => !text.startsWith(implied)) };
}

function withoutARow(
  { database, outline, table }: { database: string; outline: DoltOutline; table: string },
  statements: readonly string[],
): string[] {
  return [
    'SET autocommit = 0',
    'SET foreign_key_checks = 0',
    `USE ${identifier(`${database}/${outline.defaultBranch}`)}`,
    'START TRANSACTION',
    `DELETE FROM ${identifier(table)} LIMIT 1`,
    ...statements,
    'ROLLBACK',
  ];
}

/** The first that has a row; one on which a trigger would do more comes last. */
async function tableToTamperWith(
  client: DoltClient,
  database: string,
  { tables }: DoltOutline,
  dumped: Fingerprint,
): Promise<string> {
  const triggers = await client.query(`look for triggers in ${quoted(database)}`, [
    `SELECT DISTINCT event_object_table AS n FROM information_schema.triggers
      WHERE event_object_schema = ${literal(database)} AND event_manipulation = 'DELETE'`,
  ]);
  const triggered = new Set(triggers.map(({ n }) => n));
  const filled = tables.filter((table) => (dumped.tables[displayText(table)]?.rows ?? 0) > 0);
  const [table] = filled.toSorted((a, b) => Number(triggered.has(a)) - Number(triggered.has(b)));
  if (table !== undefined) return table;
  throw new HoldfastError(
    'command-failed',
    `Cannot tamper with the database ${quoted(database)} on "${client.host.name}": no table of its default branch has a row, ` +
      'expected one. A drill of an empty database proves nothing.',
  );
}
