import type { DatabaseContext } from '../database.ts';
import type { Server } from './connect.ts';
import { isDenied } from './moment.ts';
import { sql } from './sql.ts';

/** A server that waits so long for who reads a dump needs no other limit. */
const ENOUGH_SECONDS = 3600;
/**
 * A dump may wait for the files before it, or for slow storage: a week and more. What the server had said before is added, so
 * that the setting itself says it: who finds such a value finds what a run that was killed has left, and what to put back.
 */
const PATIENT_SECONDS = 1_000_000;

/** The setting must be put back also when the run was cancelled, which has little time. */
const SET_BACK_LIMIT_MS = 4000;

/** What the server says when it isn't raised: `isRaised` if it is, by another run or by one that was killed. */
export function ownTimeout(seconds: number): { readonly seconds: number; readonly isRaised: boolean } {
  const isRaised = seconds > PATIENT_SECONDS && seconds < PATIENT_SECONDS + ENOUGH_SECONDS;
  return { seconds: isRaised ? seconds - PATIENT_SECONDS : seconds, isRaised };
}

/**
 * A server cuts off who doesn't read on for `net_write_timeout`, 60 s where nobody said otherwise; a dump that is pinned waits for
 * the files before it. MySQL's dump tool asks for more itself; MariaDB's can't, but what a connection begins with is the server's
 * own setting: it is raised while they connect, and set back.
 *
 * @param isToolPatient Whether the dump tool asks for more: then nothing is raised.
 * @returns null when the account may not set it. `setBack` never rejects: what can't be set back is told.
 */
export async function makePatient(
  { open, facts: { netWriteTimeoutSeconds } }: Server,
  isToolPatient: boolean,
  context: DatabaseContext,
): Promise<{ setBack(): Promise<void> } | null> {
  const { seconds: own, isRaised } = ownTimeout(netWriteTimeoutSeconds);
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
    await set(own, limit).catch(() => {
      const statement = `SET GLOBAL net_write_timeout = ${own}`;
      context.onWarning(`the server's net_write_timeout may still be raised: set it back by ${statement}`);
    });
  };
  if (isRaised) {
    context.onWarning(
      `the server's net_write_timeout is ${netWriteTimeoutSeconds}: a run that was killed, or one that is beginning now, has raised it. It is set back to ${own}`,
    );
  }
  const needsNone = own >= ENOUGH_SECONDS || isToolPatient;
  if (needsNone && !isRaised) return { setBack: async () => {} };
  try {
    await set(needsNone ? own : PATIENT_SECONDS + own);
  } catch (error) {
    if (isDenied(error)) return needsNone ? { setBack: async () => {} } : null;
    // It may have been set before we were cut off.
    await setBack();
    throw error;
  }
  return { setBack: needsNone ? async () => {} : setBack };
}
