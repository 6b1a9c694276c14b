import { type ByteString, fromBytes } from '../../bytestring.ts';
import { OWN_NAMESPACE, type ServerFacts } from './pin.ts';
import type { PsqlSession } from './session.ts';
import { qualifiedName, sql } from './sql.ts';

/**
 * How tables and sequences are called in a dump, which is in the database's encoding, and how in the
 * session, which is in UTF-8: qualified, as they are shown. Those that are called the same aren't among them.
 */
export async function readDumpedNames(
  session: PsqlSession,
  { encoding }: ServerFacts,
): Promise<ReadonlyMap<string, string>> {
  // The session speaks no other encoding then.
  if (encoding === 'UTF8' || encoding === 'SQL_ASCII') return new Map();
  const rows = await session.query(
    sql`SELECT nspname, relname, encode(convert_to(nspname::text, encoding), 'hex'), encode(convert_to(relname::text, encoding), 'hex')
      FROM (SELECT getdatabaseencoding() AS encoding) AS e, pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'S') AND c.relpersistence <> 't' AND ${OWN_NAMESPACE}
      AND concat(nspname, relname) ~ '[^\\x01-\\x7f]'`,
    4,
  );
  const names = new Map<string, string>();
  for (const [schema = EMPTY, name = EMPTY, rawSchema = EMPTY, rawName = EMPTY] of rows) {
    const dumped = qualifiedName(bytesOf(rawSchema), bytesOf(rawName));
    const shown = qualifiedName(schema, name);
    if (dumped !== shown) names.set(dumped, shown);
  }
  return names;
}

function bytesOf(digits: string): ByteString {
  return fromBytes(Buffer.from(digits, 'hex'));
}

const EMPTY = '' as ByteString;
