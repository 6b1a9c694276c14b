import { randomBytes } from 'node:crypto';
import { displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, RestoredDatabase, RestoreTerms, StoredDump } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { requireNotInTheWay } from '../in-the-way.ts';
import { quoted } from '../quoted.ts';
import { stampNow } from '../stamp.ts';
import type { MysqlChoices } from './choices.ts';
import { connectServer } from './connect.ts';
import { moveDatabase } from './move.ts';
import { removeMade } from './restore-cleanup.ts';
import { newTrace, runStatements } from './restore-run.ts';
import { createDatabase, readState } from './restore-state.ts';
import { restoreUsers } from './restore-users.ts';
import type { RestoreWork } from './restore-work.ts';
import type { DatabaseFacts } from './server.ts';
import { identifier, sql } from './sql.ts';
import { USERS_FORMAT } from './users.ts';
import { verifyRestored } from './verify.ts';

/**
 * Puts a dump back. Where nothing is in the way it goes into the database that is meant, and what it has made is removed when
 * it fails. Else it goes into one beside, is compared there, and then the tables of both change places.
 */
export async function restoreMysql(
  host: Host,
  choices: MysqlChoices,
  dump: StoredDump,
  terms: RestoreTerms,
  context: DatabaseContext,
): Promise<RestoredDatabase> {
  requireDumpedBy(['mysql', 'mariadb'], dump.record, 'into MySQL');
  const server = await connectServer(host, choices.access, context.signal);
  const work = { host, choices, server, dump, terms, context };
  if (dump.record.format === USERS_FORMAT) return restoreUsers(work);
  const database = targetOf(work);
  const state = await readState(work, database);
  requireNotInTheWay(state, `the database ${quoted(database)} on "${host.name}"`, {
    ...terms,
    moved: 'moved aside',
  });
  if (state.kind === 'full') return restoreBeside(work, database, state.facts);
  if (state.kind === 'absent') await createDatabase(work, database, dumpedFacts(dump));
  return restoreDirectly(work, database, { madeDatabase: state.kind === 'absent' });
}

function targetOf({ choices, dump }: RestoreWork): string {
  const { databases } = choices;
  const [only = dump.record.database ?? ''] = databases ?? [];
  if ((databases?.length ?? 0) <= 1 && only !== '') return only;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore the dump ${dump.record.name}: expected one database to restore it into: mysql:///app.`,
  );
}

async function restoreDirectly(
  work: RestoreWork,
  database: string,
  { madeDatabase }: { madeDatabase: boolean },
): Promise<RestoredDatabase> {
  const trace = newTrace();
  try {
    await runStatements(work, database, work.dump.content(), trace);
    const verified = await verifyRestored(work, database);
    return { database: displayText(database), movedAside: null, verified };
  } catch (error) {
    await removeMade(work, database, { trace, madeDatabase });
    throw error;
  }
}

async function restoreBeside(
  work: RestoreWork,
  database: string,
  facts: DatabaseFacts,
): Promise<RestoredDatabase> {
  const stem = [...database].slice(0, MAX_STEM).join('');
  const scratch = `${stem}_restore_${randomBytes(4).toString('hex')}`;
  const dumped = dumpedFacts(work.dump);
  let verified: RestoredDatabase['verified'];
  try {
    await createDatabase(work, scratch, dumped);
    await runStatements(work, scratch, work.dump.content());
    verified = await verifyRestored(work, scratch);
  } catch (error) {
    await dropScratch(work, scratch);
    throw error;
  }
  const aside = `${stem}_before_${stampNow()}`;
  await moving(database, { scratch, aside }, async () => {
    await createDatabase(work, aside, facts);
    await moveDatabase(work, { from: database, to: aside, events: 'off' });
    await createDatabase(work, database, dumped);
    await moveDatabase(work, { from: scratch, to: database, events: 'as they are' });
  });
  return { database: displayText(database), movedAside: displayText(aside), verified };
}

/** A name has at most 64 characters; what we add has 24. */
const MAX_STEM = 40;

/** Of older dumps and of other servers the names of collations may not be known: then the server's own serve. */
function dumpedFacts({ record: { restore } }: StoredDump): DatabaseFacts {
  return { characterSet: restore['character_set'] ?? '', collation: restore['collation'] ?? '' };
}

async function moving(
  database: string,
  { scratch, aside }: { scratch: string; aside: string },
  move: () => Promise<void>,
): Promise<void> {
  try {
    await move();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HoldfastError(
      'restore-blocked',
      `Cannot give the restored database its place: ${reason} Nothing is lost: what was restored and compared is in ` +
        `${quoted(scratch)} or already in ${quoted(database)}, what was there is in ${quoted(database)} or already in ${quoted(aside)}. ` +
        'Look at the three, and move the tables on by RENAME TABLE; the text of triggers, routines and views that were on their way is ' +
        'in the table `holdfast_moved_…` of where they were to go.',
      { cause: error },
    );
  }
}

/** Whose name nobody else knows. In a session of its own: another one may have ended by the same error. */
async function dropScratch({ host, choices, context }: RestoreWork, scratch: string): Promise<void> {
  const signal = AbortSignal.timeout(context.signal.aborted ? DROP_WHEN_CANCELLED_MS : DROP_LIMIT_MS);
  try {
    const server = await connectServer(host, choices.access, signal);
    const session = await server.open();
    try {
      await session.run(sql`DROP DATABASE IF EXISTS ${identifier(fromText(scratch))}`);
    } finally {
      await session.close();
    }
  } catch {
    context.onWarning(`The database ${quoted(scratch)} is left of the restore that failed: drop it.`);
  }
}

/** A large one takes its time; a cancelled run has little. */
const DROP_LIMIT_MS = 300_000;
const DROP_WHEN_CANCELLED_MS = 5000;
