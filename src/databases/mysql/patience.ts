import type { DatabaseContext } from '../database.ts';
import type { Server } from './connect.ts';
import { isDenied } from './moment.ts';
import { sql } from './sql.ts';

/** A server that waits so long for who reads a dump needs no other limit. */
const ENOUGH_SECONDS = 3600;
/** A dump may wait this long for the files before it, or for slow storage: a week. */
const PATIENT_SECONDS = 604_800;

/** The setting must be put back also when the run was cancelled, which has little time. */
const SET_BACK_LIMIT_MS = 4000;

/**
 * A server cuts off who doesn't read on for `net_write_timeout`, 60 s where nobody said otherwise; a dump that is pinned waits for
 * the files before it. The dump tools can't ask for more; but what a connection begins with is the server's own setting: it is
 * raised while they connect, and set back.
 *
 * @returns null when the account may not set it. `setBack` never rejects: what can't be set back is told.
 */
export async function makePatient(
  { open, facts: { netWriteTimeoutSeconds } }: Server,
  context: DatabaseContext,
): Promise<{ setBack(): Promise<void> } | null> {
  if (netWriteTimeoutSeconds >= ENOUGH_SECONDS) return { setBack: async () => {} };
  const set = async (seconds: number, signal?: AbortSignal) => {
    const session = await open(signal);
    try {
      await session.run(sql`SET GLOBAL net_write_timeout = ${seconds}`);
    } finally {
      await session.close();
    }
  };
  const setBack = async () => {
    const limit = AbortSignal.timeout(SET_BACK_LIMIT_MS);
    await set(netWriteTimeoutSeconds, limit).catch(() => {
      const statement = `SET GLOBAL net_write_timeout = ${netWriteTimeoutSeconds}`;
      context.onWarning(`the server's net_write_timeout may still be raised: set it back by ${statement}`);
    });
  };
  try {
    await set(PATIENT_SECONDS);
  } catch (error) {
    if (isDenied(error)) return null;
    // It may have been set before we were cut off.
    await setBack();
    throw error;
  }
  return { setBack };
}
