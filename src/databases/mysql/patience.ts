import type { ByteString } from '../../bytestring.ts';
import type { DatabaseContext } from '../database.ts';
import type { Server } from './connect.ts';
import { isDenied } from './moment.ts';
import { literal, sql } from './sql.ts';

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

/** Whoever has it raises the setting and puts it back: a run that began meanwhile would put it back under the other's hands. */
const TURN = literal('holdfast net_write_timeout' as ByteString);
/** Another run begins in seconds. */
const TURN_WAIT_SECONDS = 120;

export interface Patience {
  /** Puts the setting back. Never rejects: what can't be put back is told. */
  setBack(): Promise<void>;
}

/**
 * A server cuts off who doesn't read on for `net_write_timeout`, 60 s where nobody said otherwise; a dump that is pinned waits for
 * the files before it. MySQL's dump tool asks for more itself; MariaDB's can't, but what a connection begins with is the server's
 * own setting: it is raised while they connect, and set back.
 *
 * @param isToolPatient Whether the dump tool asks for more: then nothing is raised.
 * @returns null when the account may not set it.
 */
export async function makePatient(
  server: Server,
  isToolPatient: boolean,
  context: DatabaseContext,
): Promise<Patience | null> {
  const { seconds, isRaised } = ownTimeout(server.facts.netWriteTimeoutSeconds);
  const needsNone = seconds >= ENOUGH_SECONDS || isToolPatient;
  if (needsNone && !isRaised) return NOTHING_RAISED;
  const turn = await takeTurn(server);
  const patience = await raise(server, needsNone, { seconds: turn.seconds, context }).catch(
    async (error: unknown) => {
      await turn.end();
      throw error;
    },
  );
  if (patience === null || needsNone) {
    await turn.end();
    return patience;
  }
  return {
    setBack: async () => {
      await patience.setBack();
      await turn.end();
    },
  };
}

const NOTHING_RAISED: Patience = { setBack: async () => {} };

/** @returns what the setting is then. A run that hangs keeps nobody longer than the wait. */
async function takeTurn({ open }: Server): Promise<{ seconds: number; end(): Promise<void> }> {
  const session = await open();
  try {
    await session.query(sql`SELECT IFNULL(GET_LOCK(${TURN}, ${TURN_WAIT_SECONDS}), 0)`, 1);
    const row = await session.row(sql`SELECT @@GLOBAL.net_write_timeout`, 1);
    return { seconds: Number(row?.[0]), end: () => session.close() };
  } catch (error) {
    await session.close();
    throw error;
  }
}

async function raise(
  { open }: Server,
  needsNone: boolean,
  { seconds, context }: { seconds: number; context: DatabaseContext },
): Promise<Patience | null> {
  const { seconds: own, isRaised } = ownTimeout(seconds);
  const set = async (value: number, signal?: AbortSignal) => {
    const session = await open(signal);
    try {
      await session.run(sql`SET GLOBAL net_write_timeout = ${value}`);
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
      `the server's net_write_timeout is ${seconds}: a run that was killed, or one that hangs, has raised it. It is set back to ${own}`,
    );
  }
  if (needsNone && !isRaised) return NOTHING_RAISED;
  try {
    await set(needsNone ? own : PATIENT_SECONDS + own);
  } catch (error) {
    if (isDenied(error)) return needsNone ? NOTHING_RAISED : null;
    // It may have been set before we were cut off.
    await setBack();
    throw error;
  }
  return needsNone ? NOTHING_RAISED : { setBack };
}
