import { createHash } from 'node:crypto';
import type { TableFingerprint } from '../fingerprint.ts';
import type { Table } from './pin.ts';
import { checksumText } from './row-hash.ts';
import type { PsqlSession } from './session.ts';
import { identifier, sql } from './sql.ts';

const NEWLINE = 10;
/** A longer row is only counted: it would have to be held whole. */
const MAX_ROW_BYTES = 128 * 1024 * 1024;

/**
 * What the session's transaction sees of a table, by COPY: the server sends all of it, and it is hashed here, as `rowHash` of the kind `md5`
 * does it there.
 * @param isHashed False: rows are only counted.
 * @throws HoldfastError command-failed.
 */
export async function readByCopy(
  session: PsqlSession,
  { schema, name }: Pick<Table, 'schema' | 'name'>,
  { isHashed }: { isHashed: boolean },
): Promise<TableFingerprint> {
  const rows = new CopiedRows(isHashed);
  await session.copy(sql`COPY ${identifier(schema)}.${identifier(name)} TO STDOUT`, (bytes) =>
    rows.push(bytes),
  );
  return rows.fingerprint;
}

/** Counts and hashes rows as COPY prints them, however they are cut into chunks. */
class CopiedRows {
  #isHashed: boolean;
  #parts: Buffer[] = [];
  #bytes = 0;
  #rows = 0;
  #high = 0n;
  #low = 0n;

  constructor(isHashed: boolean) {
    this.#isHashed = isHashed;
  }

  push(chunk: Buffer): void {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
      this.#keep(chunk.subarray(from, end));
      from = end + 1;
      this.#rows++;
      if (this.#isHashed) this.#add(Buffer.concat(this.#parts));
      this.#parts = [];
      this.#bytes = 0;
    }
    if (from < chunk.length) this.#keep(Buffer.from(chunk.subarray(from)));
  }

  get fingerprint(): TableFingerprint {
    const digits = [this.#high, this.#low].map((sum) =>
      BigInt.asUintN(64, sum).toString(16).padStart(16, '0'),
    );
    return { rows: this.#rows, checksum: this.#isHashed ? checksumText('md5', digits.join('')) : null };
  }

  #keep(part: Buffer): void {
    if (!this.#isHashed) return;
    this.#bytes += part.length;
    this.#parts.push(part);
    if (this.#bytes <= MAX_ROW_BYTES) return;
    this.#isHashed = false;
    this.#parts = [];
  }

  #add(line: Buffer): void {
    const hash = createHash('md5').update(rowText(line), 'latin1').digest();
    this.#high += hash.readBigUInt64BE(0);
    this.#low += hash.readBigUInt64BE(8);
  }
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };

/** The text of a row (record_out in rowtypes.c of PostgreSQL) of which COPY printed `line` (CopyAttributeOutText in copyto.c). */
function rowText(line: Buffer): string {
  const fields = line
    .toString('latin1')
    .split('\t')
    .map((field) => (field === '\\N' ? '' : quotedField(unescaped(field))));
  return `(${fields.join(',')})`;
}

function unescaped(field: string): string {
  if (!field.includes('\\')) return field;
  return field.replace(/\\(.)/gs, (_, letter: string) => ESCAPES[letter] ?? letter);
}

function quotedField(value: string): string {
  if (value !== '' && !/["\\(),\t\n\v\f\r ]/.test(value)) return value;
  return `"${value.replace(/["\\]/g, '$&$&')}"`;
}
