import type { ByteString } from '../../bytestring.ts';
import type { Fingerprint } from '../fingerprint.ts';
import type { DumpContents } from './contents.ts';
import { isElsewhere, type Table } from './tables.ts';

export interface Counted {
  readonly fingerprint: Fingerprint;
  readonly tables: readonly Table[];
  /** Tables that held a row when the moment was pinned. */
  readonly filled: ReadonlySet<ByteString>;
  /** No filter left anything out. */
  readonly isWhole: boolean;
}

/**
 * Every table that was counted must be in the stream, with as many rows, and as many objects as the server has.
 * @returns what isn't, ready to show, without a full stop; null: the dump is whole.
 */
export function whatIsLacking(contents: DumpContents, counted: Counted): string | null {
  for (const table of counted.tables) {
    const problem = table.kind === 'table' ? rowsLacking(contents, counted, table) : null;
    if (problem !== null) return problem;
  }
  return objectsLacking(contents, counted);
}

function rowsLacking(
  { tables, rows }: DumpContents,
  { fingerprint, filled }: Counted,
  { name, shown }: Table,
): string | null {
  const counted = fingerprint.tables[shown]?.rows ?? null;
  if (!tables.has(name)) return `it lacks table ${shown}, which the server has`;
  if (counted === 0 && filled.has(name))
    return `table ${shown} was emptied (TRUNCATE) after the dump's moment: dump again`;
  const dumped = rows.get(name) ?? 0;
  if (counted === null || dumped === counted) return null;
  return `it has ${dumped} rows of table ${shown}, expected ${counted} rows as the server counts in the same moment`;
}

function objectsLacking(
  { objects }: DumpContents,
  { fingerprint: { schema }, tables, isWhole }: Counted,
): string | null {
  const views = tables.filter(({ kind }) => kind === 'view').length;
  for (const kind of ['views', 'routines', 'triggers', 'events'] as const) {
    const expected = kind === 'views' ? views : Number((schema[kind] ?? '0').split(' ', 1)[0]);
    const dumped = objects[kind];
    if (dumped === expected || (kind !== 'views' && !isWhole)) continue;
    return `it has ${dumped} ${kind}, expected ${expected} as the server has`;
  }
  return null;
}

const MAX_NAMED = 5;

/** What a dump of these doesn't hold, a line each, ready to show. */
export function notWrittenWhole(tables: readonly Table[]): string[] {
  const line = (some: readonly Table[], problem: string) => {
    if (some.length === 0) return [];
    const named = some.slice(0, MAX_NAMED).map(({ shown }) => shown);
    const more = some.length > MAX_NAMED ? ` and ${some.length - MAX_NAMED} more` : '';
    return [`${named.join(', ')}${more}: ${problem}`];
  };
  const hasFloat = tables.filter(({ columns }) => columns.some(({ dataType }) => dataType === 'float'));
  return [
    ...line(hasFloat, 'the dump tool writes six digits of FLOAT columns; DOUBLE ones it writes whole'),
    ...line(
      tables.filter((table) => table.kind === 'table' && isElsewhere(table) && !/^mrg/i.test(table.engine)),
      'rows lie elsewhere, where its engine is told: they are not dumped',
    ),
    ...line(
      tables.filter(({ isVersioned }) => isVersioned),
      'rows as they are now are dumped, not their history',
    ),
  ];
}
