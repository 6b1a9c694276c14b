import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { RestoredDatabase } from '../database.ts';
import { requireDumpedBy } from '../dumped-by.ts';
import { FINGERPRINT_VERSION, type Fingerprint, whyNotCompared } from '../fingerprint.ts';
import { quoted } from '../quoted.ts';
import { stampNow } from '../stamp.ts';
import { isOlder } from '../versions.ts';
import { makeFolder, removeFolder } from '../work-folder.ts';
import type { DoltClient } from './client.ts';
import { restoreGlobals } from './restore-globals.ts';
import type { DoltRestoreWork } from './restore-work.ts';
import { readDoltFacts } from './server.ts';
import { identifier, literal } from './sql.ts';
import { requirePlainPath } from './staging-place.ts';
import { type DoltOutline, readOutline, stateIn, stateStatements } from './state.ts';
import {
  addRemotes,
  remotesIn,
  requireSameState,
  type StoredBackup,
  storedBackup,
  unpackBackup,
} from './stored-backup.ts';

const CLEANUP_MS = 5000;

/**
 * Puts a dump back. It is unpacked on the host, and opened, checked and compared there before the server hears of it. What was
 * there under its name is first copied under another one.
 */
export async function restoreDolt(work: DoltRestoreWork): Promise<RestoredDatabase> {
  const { client, choices, dump } = work;
  requireRestorable(work);
  const facts = await readDoltFacts(client, choices.workFolder);
  const source = dump.record.restore['server_version'] ?? '';
  if (isOlder(facts.version, source)) {
    throw new HoldfastError(
      'restore-blocked',
      `Cannot restore the dump ${dump.record.name} on "${client.host.name}": Dolt is ${facts.version} there, expected ` +
        `${displayText(source)} or newer, which it was dumped from. Install that.`,
    );
  }
  if (dump.record.format === 'globals') return restoreGlobals(work, facts);
  const backup = storedBackup(dump.record);
  const database = choices.database ?? dump.record.database ?? '';
  // Names that differ by case alone are the same.
  const there = facts.databases.find((name) => name.toLowerCase() === database.toLowerCase()) ?? null;
  requireNotInTheWay(work, there);
  const folder = await makeFolder(client.host, choices.workFolder, client.signal);
  try {
    requirePlainPath(folder);
    const url = await unpackBackup(work, folder, backup);
    return await putInPlace(work, { database, there, url, folder, backup });
  } finally {
    if (!(await removeFolder(client.host, folder, client.signal)))
      work.context.onWarning(`The folder ${quoted(folder)} is left on "${client.host.name}": remove it.`);
  }
}

function requireRestorable({ dump: { record } }: DoltRestoreWork): void {
  requireDumpedBy(['dolt'], record, 'into Dolt');
  if (record.format !== 'config') return;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore ${record.name} into a server: configuration files are for you to put back, before it starts. Restore them ` +
      'into a folder: --target.',
  );
}

function requireNotInTheWay({ client, terms }: DoltRestoreWork, there: string | null): void {
  if (there === null || terms.overwrite) return;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot restore the database ${quoted(there)} on "${client.host.name}": it is there already, expected none of that name. Name ` +
      'another one, or say that it may be copied aside (--overwrite-database).',
  );
}

interface Place {
  readonly database: string;
  readonly there: string | null;
  /** Of the unpacked backup. */
  readonly url: string;
  readonly folder: string;
  readonly backup: StoredBackup;
}

async function putInPlace(work: DoltRestoreWork, place: Place): Promise<RestoredDatabase> {
  const { client, context, dump } = work;
  const { database, there, backup } = place;
  const aside = there === null ? null : await copyAside(work, there, place.folder);
  if (aside !== null) await dropForGood(client, aside);
  let verified: RestoredDatabase['verified'];
  try {
    await restoreAs(client, place.url, database);
    verified = await verify(work, database, backup);
  } catch (error) {
    if (!isThere(error)) await undo(work, database, aside);
    else if (aside !== null) context.onWarning(`What was there is in ${quoted(aside.name)}.`);
    throw error;
  }
  await addRemotes(client, database, remotesIn(dump.record), context);
  if (aside !== null) {
    context.onInfo(
      'Dolt also keeps what it dropped: CALL dolt_purge_dropped_databases() gives that room back, for all that were dropped.',
    );
  }
  return {
    database: displayText(database),
    movedAside: aside === null ? null : displayText(aside.name),
    verified,
  };
}

/** What is in the way. If it can't be dropped all stays as it was. */
async function dropForGood(client: DoltClient, { of, name }: Aside): Promise<void> {
  try {
    await client.query(`drop the database ${quoted(of.database)}`, [
      `DROP DATABASE ${identifier(of.database)}`,
    ]);
  } catch (error) {
    const still = client.under(AbortSignal.timeout(CLEANUP_MS));
    await still.query(`drop the copy ${quoted(name)}`, [`DROP DATABASE ${identifier(name)}`]).catch(() => {});
    throw error;
  }
}

async function restoreAs(client: DoltClient, url: string, database: string): Promise<void> {
  await client.query(`restore the database ${quoted(database)}`, [
    `CALL dolt_backup('restore', ${literal(url)}, ${literal(database)})`,
  ]);
}

/** Somebody else made one of that name meanwhile: it isn't ours to drop. */
function isThere(error: unknown): boolean {
  return error instanceof Error && error.message.includes('already exists');
}

async function verify(
  { client, dump, context }: DoltRestoreWork,
  database: string,
  backup: StoredBackup,
): Promise<RestoredDatabase['verified']> {
  const { fingerprint } = dump.record;
  if (fingerprint === null || fingerprint.fingerprint_version !== FINGERPRINT_VERSION) {
    context.onWarning(`${dump.record.name}: ${whyNotCompared(dump.record.fingerprint)}.`);
    return null;
  }
  const what = `read the restored database ${quoted(database)}`;
  const rows = await client.query(what, stateStatements(backup.outline, database));
  return requireSameState(
    fingerprint,
    stateIn(rows),
    `the database ${quoted(database)} on "${client.host.name}"`,
  );
}

/** A copy of a database under another name. */
interface Aside {
  readonly name: string;
  /** Of Dolt's own backup of it. */
  readonly url: string;
  /** What it is a copy of, and what that held. */
  readonly of: DoltOutline;
  readonly state: Pick<Fingerprint, 'tables' | 'values'>;
}

/** Dolt can't rename a database: it is copied under another name by a backup of its own, and compared. */
async function copyAside(
  { client, context }: DoltRestoreWork,
  database: string,
  folder: string,
): Promise<Aside> {
  const aside = `${database.slice(0, MAX_STEM)}_before_${stampNow()}`;
  const url = `file://${folder}/aside`;
  const outline = await readOutline(client, database);
  const rows = await client.query(`copy the database ${quoted(database)} aside`, [
    `USE ${identifier(database)}`,
    `CALL dolt_backup('sync-url', ${literal(url)})`,
    `CALL dolt_backup('restore', ${literal(url)}, ${literal(aside)})`,
    ...stateStatements(outline),
    `SELECT 'copy' AS k`,
    ...stateStatements(outline, aside),
  ]);
  const middle = rows.findIndex(({ k }) => k === 'copy');
  const [was, is] = [stateIn(rows.slice(0, middle)), stateIn(rows.slice(middle))];
  try {
    requireSameState(was, is, `the copy ${quoted(aside)} of the database ${quoted(database)}`);
    return { name: aside, url, of: outline, state: was };
  } catch (error) {
    const what = `drop the copy ${quoted(aside)}`;
    await client.query(what, [`DROP DATABASE ${identifier(aside)}`]).catch(() => {});
    context.onWarning(`${displayText(database)} is as it was: stop what writes to it before it is restored.`);
    throw error;
  }
}

/** A database's folder may have a name of 64 characters; what we add has 24. */
const MAX_STEM = 40;

/**
 * Nothing is left of a restore that failed, and what was there comes back under its name. Not by `dolt_undrop`: of two that were
 * dropped under one name that brings the later one. The copy goes only when the other one is there again, and compared.
 */
async function undo(
  { client, context }: DoltRestoreWork,
  database: string,
  aside: Aside | null,
): Promise<void> {
  const still = client.under(client.signal.aborted ? AbortSignal.timeout(CLEANUP_MS) : client.signal);
  await still.query('drop what was restored', [`DROP DATABASE ${identifier(database)}`]).catch(() => {});
  if (aside === null) return;
  const { name, url, of, state } = aside;
  const what = `bring back ${quoted(of.database)}`;
  try {
    await restoreAs(still, url, of.database);
    requireSameState(state, stateIn(await still.query(what, stateStatements(of))), what);
    await addRemotes(still, of.database, of.remotes, context);
    await still.query(`drop the copy ${quoted(name)}`, [`DROP DATABASE ${identifier(name)}`]);
  } catch {
    context.onWarning(
      `The database ${quoted(of.database)} isn't there as it was: what it held is in ${quoted(name)}.`,
    );
  }
}
