import { type ByteString, fromText } from '../../bytestring.ts';
import type { Product } from './product.ts';
import type { TableFilters } from './table-filters.ts';
import type { Table } from './tables.ts';

const COMMON_ARGS = [
  '--single-transaction',
  '--quick',
  '--triggers',
  '--hex-blob',
  '--no-tablespaces',
  // A date would be another in each dump, and nothing else.
  '--skip-dump-date',
  '--default-character-set=utf8mb4',
  '--max-allowed-packet=1G',
] as const;

/** Of MySQL's: positions of its replication would keep a restore from working elsewhere. */
const OPTIONS: Readonly<Record<Product, readonly string[]>> = {
  mariadb: COMMON_ARGS,
  mysql: [...COMMON_ARGS, '--set-gtid-purged=OFF'],
};

/** Words for the dump tool: what is dumped, and how. */
export function dumpArgs(
  product: Product,
  { database, tables, filters }: { database: string; tables: readonly Table[]; filters: TableFilters },
): ByteString[] {
  const withoutRows = tables.filter((table) => !filters.hasRows(table));
  const args = [
    ...OPTIONS[product],
    // MariaDB would restore no row of a table that has a sequence's number for a default: it asks for a lock on that, too.
    ...(tables.some(({ kind }) => kind === 'sequence') ? ['--skip-add-locks'] : []),
    ...(filters.isPositive ? [] : ['--routines', '--events']),
    ...withoutRows.map(({ name }) => `--ignore-table-data=${database}.${toUtf8(name)}`),
    '--',
    database,
  ].map(fromText);
  // Named one by one where some are left out: a name may hold anything.
  const names = filters.given.length === 0 ? [] : tables.map(({ name }) => name);
  return [...args, ...names];
}

/** As text that the shell's words are made of. */
function toUtf8(name: ByteString): string {
  return Buffer.from(name, 'latin1').toString('utf8');
}
