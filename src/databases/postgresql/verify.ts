import { requireAsDumped } from '../as-dumped.ts';
import type { RestoredDatabase } from '../database.ts';
import { compareNow } from './compare-now.ts';
import type { RestoreWork } from './restore-work.ts';

const ABOUT_REMARKS =
  'PostgreSQL writes some expressions anew when it reads them; compare them by hand if it matters.';

/**
 * Compares what is in `database` now with what the dump's manifest says was dumped.
 * @returns null without a fingerprint to compare with, and where it is compared later.
 * @throws HoldfastError restore-mismatch.
 */
export async function verifyRestored(
  { host, choices, dump, terms, context }: RestoreWork,
  database: string,
): Promise<RestoredDatabase['verified']> {
  if (terms.isComparedLater) return null;
  const found = await compareNow({ host, choices, record: dump.record, signal: context.signal }, database);
  return requireAsDumped(found, { host, database, dump, context, aboutRemarks: ABOUT_REMARKS });
}
