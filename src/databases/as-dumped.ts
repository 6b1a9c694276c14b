import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { Host } from '../hosts/host.ts';
import type { DatabaseContext, RestoredDatabase, StoredDump } from './database.ts';
import type { DatabaseFindings } from './drilled.ts';
import { toldOfOnlyCounted } from './fingerprint.ts';
import { quoted } from './quoted.ts';

/**
 * What a restore says of the comparison with what was dumped; what isn't certain it tells as warnings.
 * @param found Null: there was no fingerprint to compare with.
 * @param aboutRemarks A sentence or two after each remark.
 * @returns null where `found` is.
 * @throws HoldfastError restore-mismatch.
 */
export function requireAsDumped(
  found: DatabaseFindings | null,
  {
    host,
    database,
    dump,
    context,
    aboutRemarks = '',
  }: {
    host: Pick<Host, 'name'>;
    database: string;
    dump: StoredDump;
    context: DatabaseContext;
    aboutRemarks?: string;
  },
): RestoredDatabase['verified'] {
  if (found === null) {
    context.onWarning(`${dump.record.name}: there is no fingerprint to compare with what was restored.`);
    return null;
  }
  if (found.differences.length > 0) {
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the database ${quoted(database)} on "${host.name}" as restored: ${found.differences.join('; ')}, ` +
        'expected what was dumped.',
    );
  }
  const shown = displayText(database);
  for (const remark of found.remarks) context.onWarning(`${shown}: ${remark}. ${aboutRemarks}`);
  const counted = toldOfOnlyCounted(found.onlyCounted);
  if (counted !== null) context.onWarning(`${shown}: ${counted}.`);
  return { tables: found.tables, rows: found.rows, onlyCounted: found.onlyCounted.length };
}
