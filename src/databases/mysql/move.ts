import { randomBytes } from 'node:crypto';
import { type ByteString, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { quoted } from '../quoted.ts';
import { readObjects } from './move-objects.ts';
import { runStatements } from './restore-run.ts';
import type { RestoreWork } from './restore-work.ts';
import { PASSES } from './schema.ts';
import { isNamed } from './server.ts';
import type { MysqlSession } from './session.ts';
import { identifier, joined, sql } from './sql.ts';
import { listTables } from './tables.ts';

/**
 * Moves all that the database `from` holds into `to`, which is there and empty; `from` is gone then. A database can't be renamed:
 * its tables and sequences are, all in one statement, with their data where it is. What isn't a table is read by the dump tool
 * first and made anew: triggers keep their tables from being moved, and nothing else can be. Until that is done its text stands
 * in a table of `to`, so that nothing is lost wherever it ends.
 *
 * @param events `off`: those that are moved don't fire any more.
 * @throws HoldfastError what is left in `from` then is what isn't in `to` yet.
 */
export async function moveDatabase(
  work: RestoreWork,
  { from, to, events }: { from: string; to: string; events: 'as they are' | 'off' },
): Promise<void> {
  const session = await work.server.open();
  try {
    const [source, target] = [fromText(from), fromText(to)];
    const tables = await listTables(session, source);
    const views = tables.filter(({ kind }) => kind === 'view').map(({ name }) => name);
    const before = await countObjects(session, source);
    const texts = await readObjects(work, from, views);
    const kept = await keepTexts(session, target, texts);
    await dropTriggers(session, source);
    const renames = tables
      .filter(({ kind }) => kind !== 'view')
      .map(({ name }) => {
        const named = identifier(name);
        return sql`${identifier(source)}.${named} TO ${identifier(target)}.${named}`;
      });
    if (renames.length > 0) await session.run(sql`RENAME TABLE ${joined(renames, ', ')}`);
    for (const text of texts) await runStatements(work, to, once(text));
    if (events === 'off') await switchEventsOff(session, target);
    await requireMoved(session, { source, target, before, from });
    await session.run(sql`DROP DATABASE ${identifier(source)}; DROP TABLE ${kept}`);
  } finally {
    await session.close();
  }
}

/** A row holds no more than any server takes in one statement. */
const PART_BYTES = 256 * 1024;

async function keepTexts(
  session: MysqlSession,
  target: ByteString,
  texts: readonly Buffer[],
): Promise<ByteString> {
  const name = `holdfast_moved_${randomBytes(4).toString('hex')}` as ByteString;
  const table = sql`${identifier(target)}.${identifier(name)}`;
  await session.run(sql`CREATE TABLE ${table} (part int AUTO_INCREMENT PRIMARY KEY, text mediumblob)`);
  for (const text of texts) {
    for (let at = 0; at < text.length; at += PART_BYTES) {
      const part = text.subarray(at, at + PART_BYTES).toString('hex') as ByteString;
      await session.run(sql`INSERT INTO ${table} (text) VALUES (X'${part}')`);
    }
  }
  return table;
}

async function dropTriggers(session: MysqlSession, source: ByteString): Promise<void> {
  const triggers = await session.query(
    sql`SELECT trigger_name FROM information_schema.triggers WHERE ${isNamed('trigger_schema', source)}`,
    1,
  );
  const drops = triggers.map(([name = EMPTY]) => sql`DROP TRIGGER ${identifier(source)}.${identifier(name)}`);
  if (drops.length > 0) await session.run(joined(drops, '; '));
}

async function switchEventsOff(session: MysqlSession, target: ByteString): Promise<void> {
  const events = await session.query(
    sql`SELECT event_name FROM information_schema.events WHERE ${isNamed('event_schema', target)}`,
    1,
  );
  const offs = events.map(
    ([name = EMPTY]) => sql`ALTER EVENT ${identifier(target)}.${identifier(name)} DISABLE`,
  );
  if (offs.length > 0) await session.run(joined(offs, '; '));
}

/** How many views, triggers, routines and events there are; one whose time may have passed is made anew or isn't. */
async function countObjects(session: MysqlSession, database: ByteString): Promise<string> {
  const row = await session.row(
    sql`SELECT (SELECT COUNT(*) FROM information_schema.views WHERE ${isNamed('table_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.triggers WHERE ${isNamed('trigger_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.routines WHERE ${isNamed('routine_schema', database)}),
      (SELECT COUNT(*) FROM information_schema.events WHERE ${isNamed('event_schema', database)} AND NOT (${PASSES}))`,
    4,
  );
  return (row ?? []).join(' ');
}

/** What is dropped next must hold nothing of its own: somebody may have made a table meanwhile. */
async function requireMoved(
  session: MysqlSession,
  { source, target, before, from }: { source: ByteString; target: ByteString; before: string; from: string },
): Promise<void> {
  const row = await session.row(
    sql`SELECT COUNT(*) FROM information_schema.tables
      WHERE ${isNamed('table_schema', source)} AND table_type <> 'VIEW'`,
    1,
  );
  const after = await countObjects(session, target);
  if (row?.[0] === '0' && after === before) return;
  const problem =
    row?.[0] === '0'
      ? `${after} views, triggers, routines and events were made anew, expected ${before}`
      : `${row?.[0]} tables are in it that were not there before`;
  throw new HoldfastError(
    'command-failed',
    `Cannot empty the database ${quoted(from)}: ${problem}. It was left as it is.`,
  );
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}

const EMPTY = '' as ByteString;
