import { displayText } from '../../bytestring.ts';
import type { DatabaseFindings } from '../drilled.ts';
import { compareFingerprints, FINGERPRINT_VERSION } from '../fingerprint.ts';
import type { DumpRecord } from '../record.ts';
import { readFingerprint } from './fingerprint.ts';
import type { StillFile } from './tool.ts';

/**
 * Compares what is in a file now with what the manifest says was dumped: a restore's verification and a drill's alike.
 * @returns null without a fingerprint to compare with.
 */
export async function compareNow(
  still: StillFile,
  { fingerprint: dumped }: DumpRecord,
): Promise<Omit<DatabaseFindings, 'tampered'> | null> {
  if (dumped === null || dumped.fingerprint_version !== FINGERPRINT_VERSION) return null;
  const now = await readFingerprint(still, dumped.rows);
  const { file: _, ...values } = dumped.values; // of bytes, which the repository has compared
  const { differences, differenceCount, schemaDifferences, onlyCounted, tables, rows } = compareFingerprints(
    { ...dumped, values },
    now,
  );
  const told = differences.map(displayText);
  if (differenceCount > told.length) told.push(`${differenceCount - told.length} more`);
  if (schemaDifferences.length > 0) told.push('other tables, indexes, views or triggers than were dumped');
  return { differences: told, remarks: [], onlyCounted, tables, rows };
}
