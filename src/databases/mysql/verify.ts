import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { toldOfOnlyCounted, whyNotCompared } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import { compareNow } from './compare-now.ts';
import type { RestoreWork } from './restore-work.ts';

/**
 * Compares what is in `database` now with what the dump's manifest says was dumped.
 * @returns null without a fingerprint to compare with, and where it is compared later.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyRestored(
  { host, server, dump, terms, context }: RestoreWork,
  database: string,
): Promise<RestoredDatabase['verified']> {
  if (terms.isDrill) return null;
  const { record } = dump;
  const found = await compareNow({ host, server, record }, database);
  if (found === null) {
    context.onWarning(`${record.name}: ${whyNotCompared(record.fingerprint)}.`);
    return null;
  }
  if (found.differences.length > 0) {
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the database ${quoted(database)} on "${host.name}" as restored: ${found.differences.join('; ')}, ` +
        'expected what was dumped.',
    );
  }
  for (const remark of found.remarks)
    context.onWarning(`${displayText(database)}: ${remark}. Compare them by hand if it matters.`);
  const counted = toldOfOnlyCounted(found.onlyCounted);
  if (counted !== null) context.onWarning(`${displayText(database)}: ${counted}.`);
  return { tables: found.tables, rows: found.rows, onlyCounted: found.onlyCounted.length };
}
