import { isDenied } from './moment.ts';
import type { ServerFacts } from './server.ts';
import type { MysqlSession } from './session.ts';
import { sql } from './sql.ts';

/** A server that waits so long for who reads a dump needs no other limit. */
const ENOUGH_SECONDS = 3600;
/** A dump may wait this long for the files before it, or for slow storage: a week. */
const PATIENT_SECONDS = 604_800;

/**
 * A server cuts off who doesn't read on for `net_write_timeout`, 60 s where nobody said otherwise; a dump that is pinned waits for
 * the files before it. The dump tools can't ask for more; but what a connection begins with is the server's own setting: it is
 * raised while they connect, and set back.
 *
 * @returns null when the account may not set it.
 */
export async function makePatient(
  open: () => Promise<MysqlSession>,
  { netWriteTimeoutSeconds }: ServerFacts,
): Promise<{ setBack(): Promise<void> } | null> {
  if (netWriteTimeoutSeconds >= ENOUGH_SECONDS) return { setBack: async () => {} };
  const session = await open();
  try {
    await session.run(sql`SET GLOBAL net_write_timeout = ${PATIENT_SECONDS}`);
  } catch (error) {
    await session.close();
    if (isDenied(error)) return null;
    throw error;
  }
  return {
    setBack: async () => {
      try {
        await session.run(sql`SET GLOBAL net_write_timeout = ${netWriteTimeoutSeconds}`);
      } finally {
        await session.close();
      }
    },
  };
}
