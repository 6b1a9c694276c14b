import { fromText } from '../../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../../errors.ts';
import { quoted } from '../quoted.ts';
import type { RestoreWork } from './restore-work.ts';
import { type DatabaseFacts, isNamed, readDatabaseFacts } from './server.ts';
import { identifier, sql } from './sql.ts';

/** What is there under the name of the database that is to be restored. */
export type DatabaseState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'empty'; readonly facts: DatabaseFacts }
  | {
      readonly kind: 'full';
      readonly facts: DatabaseFacts;
      readonly objects: number;
      readonly sessions: number;
    };

export async function readState({ server }: RestoreWork, database: string): Promise<DatabaseState> {
  const session = await server.open();
  try {
    const name = fromText(database);
    const facts = await readDatabaseFacts(session, name);
    if (facts === null) return { kind: 'absent' };
    const row = await session.row(
      sql`SELECT (SELECT COUNT(*) FROM information_schema.tables WHERE ${isNamed('table_schema', name)})
        + (SELECT COUNT(*) FROM information_schema.routines WHERE ${isNamed('routine_schema', name)})
        + (SELECT COUNT(*) FROM information_schema.events WHERE ${isNamed('event_schema', name)}),
        (SELECT COUNT(*) FROM information_schema.processlist WHERE ${isNamed('db', name)})`,
      2,
    );
    const [objects, sessions] = (row ?? []).map(Number);
    if (objects === 0) return { kind: 'empty', facts };
    return { kind: 'full', facts, objects: objects ?? 0, sessions: sessions ?? 0 };
  } finally {
    await session.close();
  }
}

/** Makes an empty one. @throws HoldfastError restore-blocked. */
export async function createDatabase(
  { server }: Pick<RestoreWork, 'server'>,
  database: string,
  { characterSet, collation }: DatabaseFacts,
): Promise<void> {
  const isKnown = /^\w+$/.test(characterSet) && /^\w+$/.test(collation);
  const settings = isKnown ? ` CHARACTER SET ${characterSet} COLLATE ${collation}` : '';
  const session = await server.open();
  try {
    await session.run(sql`CREATE DATABASE ${identifier(fromText(database))}${fromText(settings)}`);
  } catch (error) {
    const reason = asHoldfastError(error)?.message ?? String(error);
    throw new HoldfastError(
      'restore-blocked',
      `Cannot make the database ${quoted(database)} for the restore: ${reason} Make an empty one yourself, and restore into that.`,
      { cause: error },
    );
  } finally {
    await session.close();
  }
}
