import { randomBytes } from 'node:crypto';
import { type ByteString, displayText, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import type { DatabaseContext, RestoredDatabase, RestoreTerms, StoredDump } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { requireNotInTheWay } from '../in-the-way.ts';
import { quoted } from '../quoted.ts';
import { stampNow } from '../stamp.ts';
import { MAINTENANCE_DATABASE, type PostgresqlChoices } from './choices.ts';
import {
  type DatabaseProperties,
  differingProperties,
  propertyStatements,
  readProperties,
  recordedProperties,
  requireRoles,
} from './properties.ts';
import { restoreGlobals } from './restore-globals.ts';
import { runRestore, toolAhead } from './restore-run.ts';
import { type DatabaseState, mayMakeNone, readState } from './restore-state.ts';
import type { RestoreWork } from './restore-work.ts';
import { openPatientSession, type PsqlSession } from './session.ts';
import { identifier, literal, sql } from './sql.ts';
import { stemOf } from './stem.ts';
import { verifyRestored } from './verify.ts';

/**
 * Puts a dump back. Into a database that is there and empty it goes in one transaction. Else it goes into a new database,
 * is compared there, and gets its name only then, in one transaction with the renaming of what was there.
 */
export async function restorePostgresql(
  host: Host,
  choices: PostgresqlChoices,
  dump: StoredDump,
  terms: RestoreTerms,
  context: DatabaseContext,
): Promise<RestoredDatabase> {
  requireRestorable(choices, dump);
  const tool = toolAhead({ host, choices, dump, context });
  const session = await openPatientSession(host, choices.access, MAINTENANCE_DATABASE, context.signal);
  try {
    const work = { host, choices, dump, terms, context, tool, serverMajor: await readMajor(session) };
    if (dump.record.format === 'globals') return await restoreGlobals(work, session);
    const database = choices.database ?? dump.record.database ?? '';
    const state = await readState(work, session, database);
    requireNotInTheWay(state, `the database ${quoted(database)} on "${host.name}"`, {
      ...terms,
      moved: 'renamed aside',
    });
    if (state.kind === 'empty') requireOneTransaction(work, database);
    if (state.kind === 'empty') return await restoreDirectly(work, database);
    return await restoreBeside(work, session, database, state);
  } finally {
    await session.close();
  }
}

async function readMajor(session: PsqlSession): Promise<number> {
  const row = await session.row(sql`SELECT current_setting('server_version_num')`, 1);
  return Math.floor(Number(row?.[0]) / 10_000);
}

function requireRestorable(choices: PostgresqlChoices, { record }: StoredDump): void {
  requireDumpedBy(['postgresql'], record, 'into PostgreSQL');
  if (record.format !== 'plain' || (choices.owner && choices.privileges)) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot leave owners or privileges out of ${record.name}: its format is plain, expected custom or tar. ` +
      'Make the roles first, or edit it by hand: restore it with --target.',
  );
}

/** A plain dump commits its large objects by itself: what fails afterwards would leave them. */
function requireOneTransaction({ dump: { record } }: RestoreWork, database: string): void {
  if (record.format !== 'plain') return;
  const { values } = record.fingerprint ?? { values: { 'large objects': '?' } };
  if (/^0\b/.test(values['large objects'] ?? '0')) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the plain dump ${record.name} into ${quoted(database)}, which is there already: it may hold ` +
      'large objects, which it commits half-way. Drop the empty database, or name one that is not there: it is made.',
  );
}

async function restoreDirectly(work: RestoreWork, database: string): Promise<RestoredDatabase> {
  if (work.choices.jobs > 1)
    work.context.onInfo('A database that is there is filled in one transaction: jobs is not heeded.');
  await runRestore(work, database, { inOneTransaction: true });
  const verified = await verifyRestored(work, database);
  return { database: displayText(database), movedAside: null, verified };
}

async function restoreBeside(
  work: RestoreWork,
  session: PsqlSession,
  database: string,
  state: DatabaseState,
): Promise<RestoredDatabase> {
  const properties = recordedProperties(work);
  if (properties !== null) await requireRoles(session, properties, work);
  const scratch = `${stemOf(database)}_restore_${randomBytes(4).toString('hex')}`;
  let verified: RestoredDatabase['verified'];
  try {
    // Cut off here, the server makes it all the same.
    await createScratch(work, session, scratch);
    await runRestore(work, scratch, { inOneTransaction: isInOneTransaction(work) });
    verified = await verifyRestored(work, scratch);
  } catch (error) {
    await dropScratch(work, scratch);
    throw error;
  }
  const aside = state.kind === 'full' ? `${stemOf(database)}_before_${stampNow()}` : null;
  await nameIt(work, session, { scratch, database, aside, properties });
  return {
    database: displayText(database),
    movedAside: aside === null ? null : displayText(aside),
    verified,
  };
}

/** Tables and large objects for whose locks a server of a drill's own has room by far: its settings say so. */
const MOST_TABLES = 2000;
const MOST_LARGE_OBJECTS = 10_000;

/**
 * Where nobody else needs the server, all of an archive in one transaction: into tables that were made in it the server copies
 * without writing all once more to its log. On others its locks might be too few.
 */
function isInOneTransaction({ dump: { record }, terms }: RestoreWork): boolean {
  const { fingerprint, format } = record;
  if (terms.isDrill !== true || fingerprint === null || format === 'plain') return false;
  const largeObjects = Number.parseInt(fingerprint.values['large objects'] ?? '0', 10);
  return Object.keys(fingerprint.tables).length <= MOST_TABLES && largeObjects <= MOST_LARGE_OBJECTS;
}

async function createScratch(work: RestoreWork, session: PsqlSession, scratch: string): Promise<void> {
  const { restore } = work.dump.record;
  const word = (key: string) => literal(fromText(restore[key] ?? ''));
  const provider =
    restore['provider'] === 'icu'
      ? sql`LOCALE_PROVIDER icu ICU_LOCALE ${word('provider_locale')}`
      : restore['provider'] === 'builtin'
        ? sql`LOCALE_PROVIDER builtin BUILTIN_LOCALE ${word('provider_locale')}`
        : EMPTY;
  const statement = sql`CREATE DATABASE ${name(scratch)} TEMPLATE template0 ENCODING ${word('encoding')}
    LC_COLLATE ${word('collate')} LC_CTYPE ${word('ctype')} ${provider}`;
  try {
    await session.run(statement);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HoldfastError('restore-blocked', mayMakeNone(reason), { cause: error });
  }
}

/** In a session of its own: the other one may have ended by the same error. Nothing is left of a failed restore. */
async function dropScratch({ host, choices, context }: RestoreWork, scratch: string): Promise<void> {
  const signal = AbortSignal.timeout(context.signal.aborted ? DROP_WHEN_CANCELLED_MS : DROP_LIMIT_MS);
  try {
    const session = await openPatientSession(host, choices.access, MAINTENANCE_DATABASE, signal);
    try {
      // Also the one that still makes it.
      await session.run(
        sql`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()
          AND (datname = ${literal(fromText(scratch))} OR position(${literal(fromText(scratch))} IN query) > 0)`,
      );
      await forgetSubscriptions({ host, choices }, session, scratch);
      await session.run(sql`DROP DATABASE IF EXISTS ${name(scratch)}`);
    } finally {
      await session.close();
    }
  } catch {
    context.onWarning(
      `The database ${quoted(scratch)} may be left of the restore that failed: look, and drop it.`,
    );
  }
}

/**
 * A database with a subscription can't be dropped. Its slot is that of the one which was dumped: it must stay where it is, at the publisher.
 */
async function forgetSubscriptions(
  { host, choices }: Pick<RestoreWork, 'host' | 'choices'>,
  session: PsqlSession,
  scratch: string,
): Promise<void> {
  const row = await session.row(
    sql`SELECT count(*) FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = ${literal(fromText(scratch))})`,
    1,
  );
  if (row?.[0] === '0') return;
  const own = await openPatientSession(
    host,
    choices.access,
    scratch,
    AbortSignal.timeout(DROP_WHEN_CANCELLED_MS),
  );
  try {
    const names = await own.query(
      sql`SELECT subname FROM pg_subscription WHERE subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
      1,
    );
    for (const [found] of names) {
      const subscription = identifier(found as ByteString);
      await own.run(
        sql`ALTER SUBSCRIPTION ${subscription} DISABLE; ALTER SUBSCRIPTION ${subscription} SET (slot_name = NONE);
          DROP SUBSCRIPTION ${subscription}`,
      );
    }
  } finally {
    await own.close();
  }
}

/** A large one takes its time; a cancelled run has little. */
const DROP_LIMIT_MS = 300_000;
const DROP_WHEN_CANCELLED_MS = 5000;

interface Naming {
  readonly scratch: string;
  readonly database: string;
  readonly aside: string | null;
  readonly properties: DatabaseProperties | null;
}

/** In a session of its own: one that was opened before a restore of hours may have been cut off as idle, but by a drill's server. */
async function nameIt(work: RestoreWork, asked: PsqlSession, naming: Naming): Promise<void> {
  const { host, choices, context, terms } = work;
  try {
    if (terms.isDrill === true) return await nameInOneGo(work, asked, naming);
    const session = await openPatientSession(host, choices.access, MAINTENANCE_DATABASE, context.signal);
    try {
      await nameInOneGo(work, session, naming);
    } finally {
      await session.close();
    }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const { scratch, database } = naming;
    throw new HoldfastError(
      'restore-blocked',
      `Cannot give the restored database its name: ${reason} It is complete, and was compared: it is called ` +
        `${quoted(scratch)}. Rename it to ${quoted(database)} by hand, or drop it and restore again.`,
      { cause: error },
    );
  }
}

/** All at once: at no time is there no database of that name, or a wrong one. */
async function nameInOneGo(
  { choices, dump }: RestoreWork,
  session: PsqlSession,
  { scratch, database, aside, properties }: Naming,
): Promise<void> {
  const owner = dump.record.restore['owner'];
  const statements = [sql`BEGIN`];
  if (aside !== null) {
    const row = await session.row(
      sql`SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ${literal(fromText(database))}`,
      1,
    );
    if (row !== null)
      statements.push(sql`ALTER DATABASE ${name(scratch)} OWNER TO ${identifier(row[0] as ByteString)}`);
    statements.push(sql`ALTER DATABASE ${name(database)} RENAME TO ${name(aside)}`);
  } else if (choices.owner && owner !== undefined && owner !== '') {
    statements.push(sql`ALTER DATABASE ${name(scratch)} OWNER TO ${name(owner)}`);
  }
  statements.push(sql`ALTER DATABASE ${name(scratch)} RENAME TO ${name(database)}`);
  if (properties !== null) statements.push(...propertyStatements(properties, database));
  await session.run(statements.join(';\n') as ByteString);
  if (properties !== null) await requireProperties(session, properties, database);
  await session.run(sql`COMMIT`);
}

async function requireProperties(
  session: PsqlSession,
  was: DatabaseProperties,
  database: string,
): Promise<void> {
  const row = await session.row(
    sql`SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = ${literal(fromText(database))}`,
    1,
  );
  // It may belong to another one now, whose rights go without saying.
  const grants =
    was.grants?.filter(({ grantee }) => grantee === '' || fromText(grantee) !== row?.[0]) ?? null;
  const different = differingProperties({ ...was, grants }, await readProperties(session, database));
  if (different.length === 0) return;
  throw new HoldfastError(
    'restore-mismatch',
    `the server keeps other ${different.join(', ')} of the database than it was given.`,
  );
}

function name(text: string): ByteString {
  return identifier(fromText(text));
}

const EMPTY = '' as ByteString;
