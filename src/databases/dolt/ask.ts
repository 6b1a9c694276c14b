import { displayText } from '../../bytestring.ts';
import { quoted } from '../quoted.ts';
import type { DoltClient } from './client.ts';
import { identifier } from './sql.ts';

/** What a user's statement selects, in a transaction that can write nothing. */
export async function ask(client: DoltClient, database: string, statement: string): Promise<string> {
  const csv = await client.csv(`ask the database ${quoted(database)}`, [
    'SET autocommit = 0',
    `USE ${identifier(database)}`,
    'START TRANSACTION READ ONLY',
    statement.trim().replace(/;$/, ''),
    'ROLLBACK',
  ]);
  const [, ...rows] = recordsIn(csv.trim());
  return displayText(rows.map((fields) => fields.join('|')).join('\n'));
}

/** Of RFC 4180, as Dolt writes it; the first has the columns' names. */
function recordsIn(csv: string): string[][] {
  const records: string[][] = [[]];
  for (const [, quotedField, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/gy)) {
    records.at(-1)?.push(quotedField?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\n') records.push([]);
    if (end === '') break;
  }
  return records;
}
