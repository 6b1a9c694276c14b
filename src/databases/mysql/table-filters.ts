import { type ByteString, fromText } from '../../bytestring.ts';
import type { DatabaseUrl } from '../database-url.ts';
import type { Table } from './tables.ts';

const OPTIONS = ['table', 'exclude-table', 'exclude-table-data'] as const;

/** Which tables are dumped, and of which the rows: names in which `*` stands for any characters. */
export class TableFilters {
  /** As they were given. */
  readonly given: readonly string[];
  readonly #patterns: Readonly<Record<(typeof OPTIONS)[number], readonly RegExp[]>>;

  constructor(url: DatabaseUrl) {
    const given = OPTIONS.map((option) => ({ option, values: url.takeAll(option) }));
    this.given = given.flatMap(({ option, values }) => values.map((value) => `${option}=${value}`));
    const [table, excluded, withoutData] = given.map(({ values }) => values.map(pattern));
    this.#patterns = {
      table: table ?? [],
      'exclude-table': excluded ?? [],
      'exclude-table-data': withoutData ?? [],
    };
  }

  /** Whether only some tables were named: routines and events, which belong to no table, are left out then. */
  get isPositive(): boolean {
    return this.#patterns.table.length > 0;
  }

  isDumped({ name }: Pick<Table, 'name'>): boolean {
    const { table, 'exclude-table': excluded } = this.#patterns;
    return (table.length === 0 || matches(table, name)) && !matches(excluded, name);
  }

  hasRows(table: Pick<Table, 'name'>): boolean {
    return this.isDumped(table) && !matches(this.#patterns['exclude-table-data'], table.name);
  }
}

function matches(patterns: readonly RegExp[], name: ByteString): boolean {
  return patterns.some((one) => one.test(name));
}

function pattern(text: string): RegExp {
  const parts = fromText(text)
    .split('*')
    .map((part) => part.replace(/[.+?^${}()|[\]\\/-]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
