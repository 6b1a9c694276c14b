import { createHash } from 'node:crypto';
import { type ByteString, display, fromBytes, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { FINGERPRINT_VERSION, type Fingerprint, type TableFingerprint } from '../fingerprint.ts';
import { ask, type StillFile } from './tool.ts';

/** Looks a file through: pages, trees, indexes. @throws HoldfastError command-failed with what is wrong. */
export async function requireIntact(file: StillFile, check: 'full' | 'quick' | 'none'): Promise<void> {
  if (check === 'none') return;
  const lines = await ask(
    file,
    (check === 'full' ? 'PRAGMA integrity_check' : 'PRAGMA quick_check') as ByteString,
  );
  if (lines.length === 1 && lines[0] === 'ok') return;
  const [first = 'nothing was answered' as ByteString] = lines;
  throw new HoldfastError(
    'command-failed',
    `Cannot take the SQLite database as sound: its own check says "${display(first).slice(0, 300)}"` +
      `${lines.length > 1 ? ` and ${lines.length - 1} more` : ''}, expected "ok".`,
  );
}

/** What is in a file that nobody writes to. */
export async function readFingerprint(file: StillFile, rows: 'full' | 'count'): Promise<Fingerprint> {
  const encoding = await readEncoding(file);
  const objects = await readObjects(file, encoding);
  const names = objects.filter(isOwnTable).map(({ name }) => name);
  const tables = await readTables(file, { names, rows, encoding });
  const facts = ['page_size', 'page_count', 'encoding', 'journal_mode', 'auto_vacuum'];
  const values = ['user_version', 'application_id'];
  const said = await ask(
    file,
    [...facts, ...values].map((name) => `PRAGMA ${name}`).join('; ') as ByteString,
  );
  const entry = (name: string, i: number): [string, string] => [
    name.replace('_', ' '),
    display(said[i] ?? EMPTY),
  ];
  return {
    fingerprint_version: FINGERPRINT_VERSION,
    tables,
    values: Object.fromEntries(values.map((name, i) => entry(name, i + facts.length))),
    schema: {
      objects: digestOf(objects.map(({ type, name, table, sql }) => [type, name, table, sql].join('\0'))),
    },
    facts: { 'server version': file.tool.version, ...Object.fromEntries(facts.map(entry)) },
    rows,
  };
}

interface SchemaObject {
  readonly type: ByteString;
  readonly name: ByteString;
  readonly table: ByteString;
  readonly sql: ByteString;
}

/** What `hex()` gives of a text: its bytes as the file has them. What is asked and answered as text is UTF-8 in any case. */
const ENCODINGS = ['UTF-8', 'UTF-16le', 'UTF-16be'] as const;
type Encoding = (typeof ENCODINGS)[number];

async function readEncoding(file: StillFile): Promise<Encoding> {
  const [said = EMPTY] = await ask(file, 'PRAGMA encoding' as ByteString);
  const encoding = ENCODINGS.find((one) => one === said);
  if (encoding !== undefined) return encoding;
  throw new HoldfastError(
    'command-failed',
    `Cannot read the SQLite database: its encoding is ${display(said)}, expected UTF-8 or UTF-16.`,
  );
}

function textIn(hex: string, encoding: Encoding): ByteString {
  const bytes = Buffer.from(hex, 'hex');
  if (encoding === 'UTF-8') return fromBytes(bytes);
  return fromText((encoding === 'UTF-16le' ? bytes : bytes.swap16()).toString('utf16le'));
}

async function readObjects(file: StillFile, encoding: Encoding): Promise<SchemaObject[]> {
  const lines = await ask(
    file,
    'SELECT type, hex(name), hex(tbl_name), hex(sql) FROM sqlite_master' as ByteString,
  );
  return lines.map((line) => {
    const [type = '', name = '', table = '', sql = ''] = line.split('|');
    const text = (hex: string) => textIn(hex, encoding);
    return { type: type as ByteString, name: text(name), table: text(table), sql: text(sql) };
  });
}

/** A virtual table has no rows of its own: what it keeps is in tables beside it. */
function isOwnTable({ type, sql }: SchemaObject): boolean {
  return type === 'table' && !/^create\s+virtual\s/i.test(sql);
}

/** Each question is a process, over SSH a round trip. */
const TABLES_A_QUESTION = 50;

async function readTables(
  file: StillFile,
  { names, rows, encoding }: { names: readonly ByteString[]; rows: 'full' | 'count'; encoding: Encoding },
): Promise<Record<string, TableFingerprint>> {
  const columns = rows === 'count' ? null : await readColumns(file, encoding);
  const tables: Record<string, TableFingerprint> = {};
  for (let from = 0; from < names.length; from += TABLES_A_QUESTION) {
    const some = names.slice(from, from + TABLES_A_QUESTION);
    const questions = some.map((name) =>
      columns === null ? `SELECT count(*) FROM ${identifier(name)}` : sumsOf(name, columns.get(name) ?? []),
    );
    const lines = await ask(file, questions.join(';\n') as ByteString);
    if (lines.length !== some.length) {
      throw new HoldfastError(
        'command-failed',
        `Cannot count the rows of ${some.length} SQLite tables: ${lines.length} answers came.`,
      );
    }
    for (const [i, name] of some.entries()) {
      const [count = '0', ...sums] = (lines[i] ?? '').split('|');
      const checksum = columns === null ? null : sums.map((sum) => modulo(BigInt(sum))).join('');
      tables[shownName(name)] = { rows: Number(count), checksum };
    }
  }
  return tables;
}

/** Of each table those whose values are kept: 2 and 3 are computed. A virtual table's module need not be known here. */
async function readColumns(file: StillFile, encoding: Encoding): Promise<Map<ByteString, ByteString[]>> {
  const lines = await ask(
    file,
    `SELECT hex(m.name), hex(x.name) FROM sqlite_master AS m, pragma_table_xinfo(m.name) AS x
      WHERE m.type = 'table' AND m.sql NOT LIKE 'create virtual %' AND x.hidden = 0 ORDER BY m.rowid, x.cid` as ByteString,
  );
  const columns = new Map<ByteString, ByteString[]>();
  for (const line of lines) {
    const [table = EMPTY, name = EMPTY] = line.split('|').map((hex) => textIn(hex, encoding));
    columns.set(table, [...(columns.get(table) ?? []), name]);
  }
  return columns;
}

/** SQLite knows no number of hexadecimal digits: eight at a time are made one by hand. */
const DIGITS_A_SUM = 8;
const SUMS = 4;

/**
 * How many rows, and four sums of 32 bits each, of the first 128 bits of each row's SHA3-256: a row is its columns' values in
 * their order, but for generated ones, each with its type before and a `,` after it; texts and blobs in hexadecimal.
 * The limit, which is none, keeps the hash from being computed for each of its digits.
 */
function sumsOf(table: ByteString, columns: readonly ByteString[]): ByteString {
  const values = columns.map((name) => {
    const c = identifier(name);
    return `CASE typeof(${c}) WHEN 'null' THEN 'n' WHEN 'text' THEN 't' || hex(${c}) WHEN 'blob' THEN 'b' || hex(${c})
      WHEN 'real' THEN 'r' || printf('%!.17g', ${c}) ELSE 'i' || ${c} END || ','`;
  });
  const row = values.length === 0 ? "''" : values.join(' || ');
  const digit = (i: number) =>
    `((instr('0123456789ABCDEF', substr(h, ${i}, 1)) - 1) << ${(7 - ((i - 1) % 8)) * 4})`;
  const sums = Array.from({ length: SUMS }, (_, sum) => {
    const digits = Array.from({ length: DIGITS_A_SUM }, (_, i) => digit(sum * DIGITS_A_SUM + i + 1));
    return `coalesce(sum(${digits.join(' + ')}), 0)`;
  });
  return `SELECT count(*), ${sums.join(', ')} FROM (SELECT hex(sha3(${row}, 256)) AS h FROM ${identifier(table)} LIMIT -1)` as ByteString;
}

function modulo(sum: bigint): string {
  return BigInt.asUintN(32, sum).toString(16).padStart(8, '0');
}

function identifier(name: ByteString): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function shownName(name: ByteString): string {
  return display(/^[A-Za-z_][A-Za-z0-9_]*$/.test(name) ? name : (identifier(name) as ByteString));
}

function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (const line of [...lines].sort()) hash.update(`${line.length}:${line}`, 'latin1');
  return `${lines.length} ${hash.digest('hex').slice(0, 32)}`;
}

const EMPTY = '' as ByteString;
