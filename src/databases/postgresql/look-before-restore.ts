import { HoldfastError } from '../../errors.ts';
import type { DumpRecord } from '../record.ts';
import { MAINTENANCE_DATABASE } from './choices.ts';
import { recordedProperties, requireRoles } from './properties.ts';
import { toolAhead } from './restore-run.ts';
import { mayMakeNone, readState } from './restore-state.ts';
import type { RestoreWork } from './restore-work.ts';
import { openPatientSession, type PsqlSession } from './session.ts';
import { sql } from './sql.ts';

/** See Database.lookBeforeRestore. Roles may come with a dump of the same restore. */
export async function lookBeforeRestore(
  work: Pick<RestoreWork, 'host' | 'choices' | 'dump' | 'context'>,
  earlier: readonly DumpRecord[],
): Promise<void> {
  const { host, choices, dump, context } = work;
  const session = await openPatientSession(host, choices.access, MAINTENANCE_DATABASE, context.signal);
  try {
    await toolAhead(work);
    if (dump.record.format === 'globals') return;
    const state = await readState(work, session, choices.database ?? dump.record.database ?? '');
    if (state.kind === 'empty') return;
    const properties = recordedProperties(work);
    if (properties !== null && !earlier.some(({ format }) => format === 'globals'))
      await requireRoles(session, properties, work);
    await requireMaking(session);
  } finally {
    await session.close();
  }
}

/** A database that is there and holds something gives way to a new one. */
async function requireMaking(session: PsqlSession): Promise<void> {
  const row = await session.row(
    sql`SELECT (rolsuper OR rolcreatedb)::text FROM pg_roles WHERE rolname = current_user`,
    1,
  );
  if (row?.[0] === 'true') return;
  throw new HoldfastError('restore-blocked', mayMakeNone('permission denied to create database.'));
}
