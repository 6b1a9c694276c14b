import { setTimeout as sleep } from 'node:timers/promises';
import { type ByteString, display, fromText } from '../../bytestring.ts';
import { asHoldfastError } from '../../errors.ts';
import { sessionsUseIt } from '../in-the-way.ts';
import { quoted } from '../quoted.ts';
import { connectServer, type Server } from './connect.ts';
import { type DumpContents, madeKey } from './contents.ts';
import type { RestoreWork } from './restore-work.ts';
import { isNamed } from './server.ts';
import type { MysqlSession } from './session.ts';
import { identifier, joined, literal, NO_VIEW, shownName, sql } from './sql.ts';
import { isElsewhere, listTables, type Table } from './tables.ts';

/** What a restore has sent to the server so far, and the lock by which its session is known there. */
export interface RestoreTrace {
  readonly contents: DumpContents;
  readonly lock: ByteString;
}

/** A large one takes its time; a cancelled run has little. */
const REMOVE_LIMIT_MS = 300_000;
const REMOVE_WHEN_CANCELLED_MS = 5000;
/** Whoever holds a table for so long uses it. */
const LOCK_WAIT_SECONDS = 5;
const POLL_MS = 50;
/** A busy server shows for so long a session whose client is gone. */
const SHOWN_AFTER_END_MS = 3000;
const MAX_TOLD = 5;

/**
 * Removes what a restore that failed has made in `database`, and the database where the restore made that, too. Nothing is
 * removed once somebody else has a part in it: a session that uses the database, an object that isn't the dump's, or more rows in
 * a table than the dump has sent. Never rejects: what is left is told.
 */
export async function removeMade(
  work: RestoreWork,
  database: string,
  { trace, madeDatabase }: { trace: RestoreTrace; madeDatabase: boolean },
): Promise<void> {
  const { host, choices, context } = work;
  const signal = AbortSignal.timeout(context.signal.aborted ? REMOVE_WHEN_CANCELLED_MS : REMOVE_LIMIT_MS);
  try {
    const { open } = await connectServer(host, choices.access, signal);
    const session = await open();
    try {
      await endOwnSession({ session, open }, trace.lock);
      const others = await removeUnlessUsed(session, fromText(database), { trace, madeDatabase });
      if (others !== null) context.onWarning(left(database, `${others}: nothing was removed`));
    } finally {
      await session.close();
    }
  } catch (error) {
    context.onWarning(left(database, asHoldfastError(error)?.message ?? 'it could not be looked at'));
  }
}

function left(database: string, reason: string): string {
  return `What the failed restore made is left in the database ${quoted(database)} (${reason}). Look at it, and remove it.`;
}

/** Our client is gone, but the server may still be at its last statement. In a session of its own: what is gone is an error. */
async function endOwnSession(
  { session, open }: { session: MysqlSession } & Pick<Server, 'open'>,
  lock: ByteString,
): Promise<void> {
  const holder = async () =>
    (await session.row(sql`SELECT IFNULL(IS_USED_LOCK(${literal(lock)}), '')`, 1))?.[0] ?? EMPTY;
  const id = await holder();
  if (!/^[0-9]+$/.test(id)) return;
  const other = await open();
  try {
    await other.run(sql`KILL ${Number(id)}`).catch(() => {});
  } finally {
    await other.close();
  }
  while ((await holder()) === id) await sleep(POLL_MS);
}

/** @returns who or what else is there, ready to show; null: it was nobody, and what was made is gone. */
async function removeUnlessUsed(
  session: MysqlSession,
  database: ByteString,
  { trace, madeDatabase }: { trace: RestoreTrace; madeDatabase: boolean },
): Promise<string | null> {
  const sessions = await countSessions(session, database);
  if (sessions > 0) return sessionsUseIt(sessions);
  const all = await listTables(session, database);
  const locked = all.filter((table) => table.kind === 'table' && !isElsewhere(table)).map(({ name }) => name);
  await session.run(sql`SET SESSION lock_wait_timeout = ${LOCK_WAIT_SECONDS}, foreign_key_checks = 0`);
  if (locked.length > 0) {
    // From here on nobody can write into them: what is counted is what is dropped.
    const locks = locked.map((name) => sql`${identifier(database)}.${identifier(name)} WRITE`);
    await session.run(sql`LOCK TABLES ${joined(locks, ', ')}`);
  }
  const objects = await listObjects(session, database);
  const foreign =
    foreignNames(all, objects, trace.contents) ?? (await moreRows(session, database, locked, trace.contents));
  if (foreign !== null) return foreign;
  const named = (name: ByteString) => sql`${identifier(database)}.${identifier(name)}`;
  if (locked.length > 0) await session.run(sql`DROP TABLE ${joined(locked.map(named), ', ')}; UNLOCK TABLES`);
  const others = all.flatMap(({ kind, name }) => (locked.includes(name) ? [] : [{ what: kind, name }]));
  // With their tables the triggers are gone.
  const drops = [...others, ...objects]
    .filter(({ what }) => what !== 'trigger')
    .map(({ what, name }) => sql`DROP ${what.toUpperCase() as ByteString} ${named(name)}`);
  if (drops.length > 0) await session.run(joined(drops, '; '));
  if (!madeDatabase) return null;
  const rest = [...(await listTables(session, database)), ...(await listObjects(session, database))];
  if (rest.length > 0) return `${told(rest.map(({ name }) => name))}, made meanwhile`;
  await session.run(sql`DROP DATABASE IF EXISTS ${identifier(database)}`);
  return null;
}

/** One that was ended is shown a little longer. */
async function countSessions(session: MysqlSession, database: ByteString): Promise<number> {
  const lastMs = performance.now() + SHOWN_AFTER_END_MS;
  for (;;) {
    const row = await session.row(
      sql`SELECT COUNT(*) FROM information_schema.processlist WHERE ${isNamed('db', database)}`,
      1,
    );
    const count = Number(row?.[0]);
    if (count === 0 || performance.now() > lastMs) return count;
    await sleep(POLL_MS);
  }
}

interface NamedObject {
  /** `procedure`, `function`, `package`, `package body`, `trigger` or `event`. */
  readonly what: string;
  readonly name: ByteString;
}

async function listObjects(session: MysqlSession, database: ByteString): Promise<NamedObject[]> {
  const rows = await session.query(
    sql`SELECT LOWER(routine_type), routine_name FROM information_schema.routines WHERE ${isNamed('routine_schema', database)}
      UNION ALL SELECT 'trigger', trigger_name FROM information_schema.triggers WHERE ${isNamed('trigger_schema', database)}
      UNION ALL SELECT 'event', event_name FROM information_schema.events WHERE ${isNamed('event_schema', database)}`,
    2,
  );
  return rows.map(([what = EMPTY, name = EMPTY]) => ({ what, name }));
}

/** Ready to show; null: all that is there is what the dump makes. */
function foreignNames(
  tables: readonly Table[],
  objects: readonly NamedObject[],
  { made }: DumpContents,
): string | null {
  const all = [...tables.map(({ kind, name }) => ({ what: kind, name })), ...objects];
  const others = all.filter(({ what, name }) => !made.has(madeKey(what, name))).map(({ name }) => name);
  return others.length === 0 ? null : `${told(others)} isn't of the dump`;
}

/** Ready to show; null: no table holds more than the dump has sent. */
async function moreRows(
  session: MysqlSession,
  database: ByteString,
  tables: readonly ByteString[],
  { rows }: DumpContents,
): Promise<string | null> {
  for (const name of tables) {
    const row = await session.row(
      sql`SELECT COUNT(*) FROM ${identifier(database)}.${identifier(name)} ${NO_VIEW}`,
      1,
    );
    const sent = rows.get(name) ?? 0;
    if (Number(row?.[0]) > sent)
      return `table ${shownName(name)} has ${display(row?.[0] ?? EMPTY)} rows, of which the dump sent ${sent}`;
  }
  return null;
}

function told(names: readonly ByteString[]): string {
  const more = names.length > MAX_TOLD ? ` and ${names.length - MAX_TOLD} more` : '';
  return `${names.slice(0, MAX_TOLD).map(shownName).join(', ')}${more}`;
}

const EMPTY = '' as ByteString;
