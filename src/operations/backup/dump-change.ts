import { rowsIn } from '../../databases/fingerprint.ts';
import type { DumpRecord } from '../../databases/record.ts';

/** What became of a dump since the one before it. */
export interface DumpChange {
  readonly sizeBytesBefore: number;
  /** Null without fingerprints. */
  readonly rowsBefore: number | null;
  readonly rowsNow: number | null;
  /** Tables that lost more than the limit, ready to show: `public.orders: 12 rows, 3,400 before`. */
  readonly shrunk: readonly string[];
}

/** Of the rows: half of a table that is gone overnight is rarely meant. */
export const DEFAULT_SHRINK_LIMIT = 0.5;
/** A table of a few rows halves every day. */
const MIN_ROWS = 100;
const MIN_BYTES = 100_000;
/** More are counted. */
const MAX_SHRUNK = 20;

/** @param limit Of the rows there were before, how large a part may be gone: 0 to 1. */
export function changeOf(before: DumpRecord, now: DumpRecord, limit: number): DumpChange {
  const change = { sizeBytesBefore: before.size_bytes, rowsBefore: null, rowsNow: null };
  if (before.fingerprint === null || now.fingerprint === null) {
    const isSmall = hasShrunk(before.size_bytes, now.size_bytes, MIN_BYTES, limit);
    const told = `${now.name}: ${now.size_bytes} bytes, ${before.size_bytes} before`;
    return { ...change, shrunk: isSmall ? [told] : [] };
  }
  const tables = now.fingerprint.tables;
  const shrunk = Object.entries(before.fingerprint.tables)
    .filter(([name, { rows }]) => hasShrunk(rows, tables[name]?.rows ?? 0, MIN_ROWS, limit))
    .map(([name, { rows }]) => `${name}: ${tables[name]?.rows ?? 'gone, 0'} rows, ${rows} before`);
  const more = shrunk.length - MAX_SHRUNK;
  return {
    ...change,
    rowsBefore: rowsIn(before.fingerprint),
    rowsNow: rowsIn(now.fingerprint),
    shrunk: more > 0 ? [...shrunk.slice(0, MAX_SHRUNK), `and ${more} more tables`] : shrunk,
  };
}

function hasShrunk(before: number, now: number, least: number, limit: number): boolean {
  return before >= least && now < before * (1 - limit);
}
