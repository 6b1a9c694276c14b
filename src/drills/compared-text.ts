import { formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';
import type { DatabaseFindings } from '../databases/drilled.ts';

const MAX_NAMED = 5;

/** What a comparison without a difference has looked at: values are the same only where there were checksums of them. */
export function comparedText({
  tables,
  rows,
  onlyCounted,
  countedRows,
}: Pick<DatabaseFindings, 'tables' | 'rows' | 'onlyCounted' | 'countedRows'>): string {
  if (onlyCounted.length === 0)
    return `all the same: ${formatCounted(tables, 'table')}, ${formatCounted(rows, 'row')}`;
  const names = onlyCounted.slice(0, MAX_NAMED).map(displayText).join(', ');
  const more = onlyCounted.length > MAX_NAMED ? ` and ${onlyCounted.length - MAX_NAMED} more` : '';
  const only = `only counted, not compared: ${formatCounted(countedRows, 'row')} of ${names}${more}, as many as were dumped`;
  if (countedRows === rows) return `${only}; of no row is the value known`;
  return `the same: ${formatCounted(rows - countedRows, 'row')} of ${formatCounted(tables - onlyCounted.length, 'table')}; ${only}`;
}
