import { requireAsDumped } from '../as-dumped.ts';
import type { RestoredDatabase } from '../database.ts';
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
  if (terms.isComparedLater) return null;
  const found = await compareNow({ host, server, record: dump.record }, database);
  const aboutRemarks = 'Compare them by hand if it matters.';
  return requireAsDumped(found, { host, database, dump, context, aboutRemarks });
}
