import { formatCounted } from '../amounts.ts';
import type { Verified } from '../databases/database.ts';

/** `3 tables, 120 rows, as they were dumped`, and of how many tables that isn't said of the data. */
export function comparedWords({ tables, rows, onlyCounted }: Verified): string {
  const counts = `${formatCounted(tables, 'table')}, ${formatCounted(rows, 'row')}, as they were dumped`;
  if (onlyCounted === 0) return counts;
  return `${counts}; of ${formatCounted(onlyCounted, 'table')} only the rows were counted, the data was not compared`;
}
