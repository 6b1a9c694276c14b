import { formatCount, formatCounted } from '../amounts.ts';
import { displayText } from '../bytestring.ts';

/** Version of what a fingerprint means. Two of different versions say nothing of each other. */
export const FINGERPRINT_VERSION = 1;

/**
 * What a database held, so that it can be told whether another one holds the same. The same data has the same fingerprint
 * on another server, of another version, in another locale. As it stands in a manifest: JSON.
 */
export interface Fingerprint {
  readonly fingerprint_version: number;
  /** By the table's qualified name, ready to show. Tables whose data isn't dumped are left out. */
  readonly tables: Readonly<Record<string, TableFingerprint>>;
  /** What else is data: `sequence public.orders_id_seq` → `42 true`, `large objects` → count and checksum. */
  readonly values: Readonly<Record<string, string>>;
  /** A digest of the definitions of each kind (`columns`, `indexes` …): the same on servers of one major version. */
  readonly schema: Readonly<Record<string, string>>;
  /** What is told, and not compared: server version, encoding, locale, size. */
  readonly facts: Readonly<Record<string, string>>;
  /** How rows were looked at: `full`, or `count` when checksums were left out by choice. */
  readonly rows: 'full' | 'count';
}

export interface TableFingerprint {
  readonly rows: number;
  /**
   * Of the content, each engine's own: order doesn't count, a row that stands twice does. PostgreSQL's is 128 bits, the
   * sum over all rows of each row's hash, as `rowHashOf` tells. Null: only counted, and so it is compared.
   */
  readonly checksum: string | null;
}

/**
 * Of one that nothing can be compared with: why, ready to show. That this version doesn't know its kind isn't that there is none: another
 * version of ours could compare it.
 */
export function whyNotCompared(fingerprint: Fingerprint | null): string {
  if (fingerprint === null) return 'there is no fingerprint to compare with what was restored';
  const { fingerprint_version: version } = fingerprint;
  if (version === FINGERPRINT_VERSION) return 'the fingerprint holds nothing that could be compared';
  return (
    `the fingerprint is of version ${version}, expected ${FINGERPRINT_VERSION}: nothing was compared. Use the version of Holdfast ` +
    'that made the backup'
  );
}

/** Of a restore that didn't compare: why, ready to show. What could be compared, and wasn't, is a file that no server has loaded yet. */
export function whyNotVerified(fingerprint: Fingerprint | null): string {
  return fingerprint?.fingerprint_version === FINGERPRINT_VERSION
    ? 'its server has not loaded it yet'
    : whyNotCompared(fingerprint);
}

/** How many differences are told; more are counted. */
const MAX_TOLD = 10;

/** What differs between what was dumped and what is there now. */
export interface Comparison {
  /** Data that isn't the same: ready to show, the first MAX_TOLD. */
  readonly differences: readonly string[];
  readonly differenceCount: number;
  /** Kinds of definitions whose digest isn't the same. */
  readonly schemaDifferences: readonly string[];
  /** Tables that have as many rows as were dumped, whose data was not compared: one of the two has no checksum of them. */
  readonly onlyCounted: readonly string[];
  readonly tables: number;
  readonly rows: number;
  /** In `onlyCounted`. */
  readonly countedRows: number;
}

/**
 * Compares `now` with what was `dumped`. Rows that `now` has beside are a difference, too: a restored database holds nothing
 * else, but for tables whose data was left out.
 */
export function compareFingerprints(dumped: Fingerprint, now: Fingerprint): Comparison {
  const told: string[] = [];
  let count = 0;
  const tell = (text: string) => {
    count++;
    if (told.length < MAX_TOLD) told.push(text);
  };
  for (const name of namesOf(dumped.tables, now.tables)) {
    const difference = tableDifference(dumped.tables[name], now.tables[name]);
    if (difference !== null) tell(`table ${name}: ${difference}`);
  }
  for (const [name, was] of Object.entries(dumped.values)) {
    const is = now.values[name];
    if (was !== is) tell(`${name}: ${is ?? 'missing'}, expected ${was}`);
  }
  const onlyCounted = Object.keys(dumped.tables)
    .filter((name) => isOnlyCounted(dumped.tables[name], now.tables[name]))
    .sort();
  return {
    differences: told,
    differenceCount: count,
    onlyCounted,
    countedRows: onlyCounted.reduce((sum, name) => sum + (dumped.tables[name]?.rows ?? 0), 0),
    schemaDifferences: namesOf(dumped.schema, now.schema).filter((k) => dumped.schema[k] !== now.schema[k]),
    tables: Object.keys(dumped.tables).length,
    rows: rowsIn(dumped),
  };
}

/** A sentence without its full stop, ready to show; null: all was compared. @param names As a manifest has them. */
export function toldOfOnlyCounted(names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const more = names.length > MAX_TOLD ? ` and ${names.length - MAX_TOLD} more` : '';
  const shown = names.slice(0, MAX_TOLD).map(displayText).join(', ');
  return `not compared, only the rows counted: the data of ${shown}${more}`;
}

/** Rows of all tables. */
export function rowsIn({ tables }: Pick<Fingerprint, 'tables'>): number {
  return Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);
}

function isOnlyCounted(was: TableFingerprint | undefined, is: TableFingerprint | undefined): boolean {
  if (was === undefined || is === undefined || was.rows !== is.rows || was.rows === 0) return false;
  return was.checksum === null || is.checksum === null;
}

function namesOf(a: object, b: object): string[] {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
}

function tableDifference(was: TableFingerprint | undefined, is: TableFingerprint | undefined): string | null {
  if (was === undefined)
    return is === undefined || is.rows === 0 ? null : `${formatCounted(is.rows, 'row')}, expected none`;
  if (is === undefined) return 'it is missing';
  if (was.rows !== is.rows) return `${formatCounted(is.rows, 'row')}, expected ${formatCount(was.rows)}`;
  if (was.checksum === null || is.checksum === null) return null; // told by onlyCounted
  if (was.checksum !== is.checksum) return `other data in ${formatCounted(is.rows, 'row')}`;
  return null;
}
