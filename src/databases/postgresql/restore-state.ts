import { fromText } from '../../bytestring.ts';
import { notOfExtension, OWN_NAMESPACE } from './pin.ts';
import type { RestoreWork } from './restore-work.ts';
import { openPatientSession, type PsqlSession } from './session.ts';
import { literal, sql } from './sql.ts';

/** What is there under the name of the database that is to be restored. */
export type DatabaseState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty' }
  | { readonly kind: 'full'; readonly objects: number; readonly sessions: number };

export async function readState(
  work: Pick<RestoreWork, 'host' | 'choices' | 'context'>,
  server: PsqlSession,
  database: string,
): Promise<DatabaseState> {
  const name = literal(fromText(database));
  const row = await server.row(
    sql`SELECT count(*), (SELECT count(*) FROM pg_stat_activity WHERE datname = ${name} AND pid <> pg_backend_pid())
      FROM pg_database WHERE datname = ${name}`,
    2,
  );
  if (row?.[0] !== '1') return { kind: 'absent' };
  const objects = await countObjects(work, database);
  return objects === 0 ? { kind: 'empty' } : { kind: 'full', objects, sessions: Number(row[1]) };
}

/** What somebody made: relations, routines, types, schemas, large objects. */
async function countObjects(
  { host, choices, context }: Pick<RestoreWork, 'host' | 'choices' | 'context'>,
  database: string,
): Promise<number> {
  const session = await openPatientSession(host, choices.access, database, context.signal);
  try {
    const row = await session.row(
      sql`SELECT (SELECT count(*) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
          WHERE ${OWN_NAMESPACE} AND ${notOfExtension('c', 'pg_class')})
        + (SELECT count(*) FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
          WHERE ${OWN_NAMESPACE} AND ${notOfExtension('p', 'pg_proc')})
        + (SELECT count(*) FROM pg_type AS t JOIN pg_namespace AS n ON n.oid = t.typnamespace
          WHERE t.typtype IN ('e', 'd', 'r') AND ${OWN_NAMESPACE} AND ${notOfExtension('t', 'pg_type')})
        + (SELECT count(*) FROM pg_namespace AS n WHERE ${OWN_NAMESPACE} AND n.nspname <> 'public' AND ${notOfExtension('n', 'pg_namespace')})
        + (SELECT count(*) FROM pg_largeobject_metadata)`,
      1,
    );
    return Number(row?.[0]);
  } finally {
    await session.close();
  }
}

/** @param reason The server's, a sentence. */
export function mayMakeNone(reason: string): string {
  const advice = /permission denied to create database/.test(reason)
    ? 'Let the account do that (ALTER ROLE … CREATEDB). Or have another one rename what is there and make an empty one of that name (CREATE ' +
      'DATABASE … OWNER …), and restore again: an empty one is filled.'
    : 'Make an empty one yourself, with the locale that you want, and restore into that.';
  return `Cannot make a database for the restore: ${reason} ${advice}`;
}
