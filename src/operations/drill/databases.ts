import { type ByteString, display, displayText } from '../../bytestring.ts';
import type { Database, DatabaseContext } from '../../databases/database.ts';
import { parsePostgresql, parseSqlite } from '../../databases/databases.ts';
import type { DrilledDatabase } from '../../databases/drilled.ts';
import { toldOfOnlyCounted } from '../../databases/fingerprint.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { POSTGRES_USER } from '../../drills/postgresql-service.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { contentOfDump } from '../dump-content.ts';
import type { DrillPlace, Server } from './place.ts';
import { restoreDump } from './restore-dump.ts';
import type { DrillRun, Outcome } from './run.ts';

/** A dump that stands in a database of the drill's own. */
export interface DrilledDump {
  readonly record: DumpRecord;
  /** Where its tools run. */
  readonly host: Host;
  /** Folder of its server's socket; null: it has no server. */
  readonly socketFolder: string | null;
  readonly database: Database & DrilledDatabase;
}

const ENGINE = 'postgresql';
const FILE_ENGINE = 'sqlite';

export function checkName({ name }: DumpRecord): string {
  return `database ${name}`;
}

/** Starts what the dumps need. @returns null when it isn't there: a check says why. */
export async function startServers(
  run: DrillRun,
  place: DrillPlace,
  records: readonly DumpRecord[],
): Promise<Server | null> {
  const needed = records.filter(({ engine }) => engine === ENGINE);
  if (needed.length === 0) return null;
  let started: Server | null = null;
  await run.check(
    {
      kind: 'environment',
      name: 'PostgreSQL',
      expected: `it answers within ${run.options.limits.initMs / 1000} s, is as new as the dumped servers, and has their extensions`,
    },
    async () => {
      const server = await place.startPostgresql();
      for (const record of needed) requireFit(server, record);
      started = server;
      return { passed: true, found: `version ${server.major} is ready` };
    },
  );
  return started;
}

/** @throws HoldfastError host-unsupported naming what the image lacks, before anything is restored. */
function requireFit({ major, extensions }: Server, record: DumpRecord): void {
  const dumped = Number(record.restore['server_major'] ?? 0);
  if (major < dumped) {
    throw new HoldfastError(
      'host-unsupported',
      `Cannot restore ${record.name} for the drill: the image holds PostgreSQL ${major}, expected ${dumped} or newer. Name ` +
        `an image of that version: postgresql=IMAGE.`,
    );
  }
  const needed = (record.fingerprint?.facts['extensions'] ?? '').split(', ').filter(Boolean);
  const missing = needed.map((text) => text.split(' ')[0] ?? '').filter((name) => !extensions.has(name));
  if (missing.length === 0) return;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot restore ${record.name} for the drill: the image lacks the extensions ${displayText(missing.join(', '))}, which ` +
      'the dumped database has. Name an image that has them: postgresql=IMAGE.',
  );
}

/**
 * Restores the roles, then each database. @returns those that are there now.
 * @param at `place`, `server`: null: what isn't there. Nothing goes to another place than was meant.
 */
export async function restoreDatabases(
  run: DrillRun,
  { place, server }: { place: DrillPlace | null; server: Server | null },
  records: readonly DumpRecord[],
): Promise<DrilledDump[]> {
  const restored: DrilledDump[] = [];
  const hasRoles = records.some(({ format }) => format === 'globals');
  const inOrder = records.toSorted((a, b) => Number(b.format === 'globals') - Number(a.format === 'globals'));
  for (const record of inOrder) {
    const title = {
      kind: 'restore',
      name: `restore of ${record.name}`,
      expected: 'the engine’s own tool restores it without an error',
    } as const;
    if (record.engine === FILE_ENGINE && place === null)
      run.couldNotRun(title, 'there is no place to restore it to');
    else if (record.engine === FILE_ENGINE && place !== null) {
      await run.check(title, async () => {
        const dump = await fileDump(place, record);
        const outcome = await restoreInto(run, dump, dump.database.restore.bind(dump.database));
        restored.push(dump);
        return outcome;
      });
    } else if (record.engine !== ENGINE) {
      run.couldNotRun(title, `dumps of "${displayText(record.engine)}" can’t be drilled: ${LEAVE_OUT}`);
    } else if (server === null) run.couldNotRun(title, 'there is no server to restore it to');
    else {
      const { host, socketFolder } = server;
      const dump = { record, host, socketFolder, database: databaseOf(server, record, hasRoles) };
      const passed = await run.check(title, () => restoreOne(run, server, dump, hasRoles));
      if (passed && record.format !== 'globals') restored.push(dump);
    }
  }
  return restored;
}

const LEAVE_OUT = 'leave it out of the drill by its name, which the evidence then says';

function databaseOf({ socketFolder, toolFolder }: Server, record: DumpRecord, hasRoles: boolean) {
  const name = record.database === null ? '' : encodeURIComponent(record.database);
  const options = new URLSearchParams({ host: socketFolder, bin: toolFolder });
  if (record.format === 'globals') options.set('globals', 'only');
  // Without the roles nothing can be theirs.
  else if (!hasRoles) for (const option of ['owner', 'privileges']) options.set(option, 'false');
  const query = [...options].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  return parsePostgresql(`postgresql://${POSTGRES_USER}@/${name}?${query}`);
}

/** A SQLite database needs no server: it is a file beside the restored ones. */
async function fileDump(place: DrillPlace, record: DumpRecord): Promise<DrilledDump> {
  const { host, scratch } = await place.forFiles();
  return { record, host, socketFolder: null, database: parseSqlite(`${scratch}/sqlite/${record.name}`) };
}

async function restoreOne(
  run: DrillRun,
  server: Server,
  dump: DrilledDump,
  hasRoles: boolean,
): Promise<Outcome> {
  let otherwise = '';
  const { found } = await restoreInto(run, dump, async (_host, stored, _terms, context) => {
    otherwise = await restoreDump(server, stored, dump.database, context);
  });
  const isWhole = hasRoles || dump.record.format === 'globals';
  const owners = isWhole ? '' : ', without owners and privileges: no roles were dumped';
  return { passed: true, found: `${found}${otherwise}${owners}` };
}

async function restoreInto(
  run: DrillRun,
  { record, host }: DrilledDump,
  restore: (...asked: Parameters<Database['restore']>) => Promise<unknown>,
): Promise<Outcome> {
  const { repository, snapshot, reporter, signal } = run;
  const content = await contentOfDump(repository, { record, snapshot }, reporter, signal);
  await restore(host, { record, content }, { overwrite: false }, contextOf(run));
  return { passed: true, found: `${record.size_bytes} bytes read` };
}

function contextOf({ reporter, signal }: DrillRun): DatabaseContext {
  return {
    signal,
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
  };
}

/** Compares each with the fingerprint in the manifest. */
export async function proveDatabases(run: DrillRun, dumps: readonly DrilledDump[]): Promise<void> {
  for (const { record, host, database } of dumps) {
    const title = {
      kind: 'database',
      name: checkName(record),
      expected: 'every table, sequence and large object, and all objects, are as they were dumped',
    } as const;
    await run.check(title, async () => {
      const found = await database.compare(host, record, 'nothing', contextOf(run));
      if (found === null) return { passed: false, found: 'the manifest has no fingerprint to compare with' };
      const counted = toldOfOnlyCounted(found.onlyCounted);
      const remarks = [...found.remarks, ...(counted === null ? [] : [counted])];
      const counts = `${found.tables} tables, ${found.rows} rows${remarks.map((one) => `; ${one}`).join('')}`;
      return found.differences.length === 0
        ? { passed: true, found: `all the same: ${counts}`, provesData: found.rows > 0 }
        : { passed: false, found: found.differences.join('; ') };
    });
  }
}

/** Deletes a row of each, in a transaction that is rolled back: the same comparison must tell it. */
export async function controlDatabases(run: DrillRun, dumps: readonly DrilledDump[]): Promise<void> {
  const proved = new Set(run.checks.filter((check) => check.proves_data).map(({ name }) => name));
  for (const { record, host, database } of dumps) {
    const controls = checkName(record);
    if (!proved.has(controls)) continue; // it fails already, or there is no row
    const title = {
      kind: 'negative-control',
      name: `one row deleted in ${record.name}, and rolled back`,
      expected: `${controls} fails by that table, and by nothing else`,
      controls,
    } as const;
    await run.check(title, async () => {
      const found = await database.compare(host, record, 'row-deleted', contextOf(run));
      const shown = `a row of ${displayText(found?.tampered ?? '?')} was deleted`;
      const differences = found?.differences ?? [];
      if (differences.length === 0) return { passed: false, found: `${shown}, and nothing was noticed` };
      const isThat =
        differences.length === 1 && differences[0]?.startsWith(displayText(`table ${found?.tampered}:`));
      return { passed: isThat === true, found: `${shown}: ${differences.join('; ')}` };
    });
  }
}

/** @throws HoldfastError bad-input for a database that isn't there. */
export function requireDump(dumps: readonly DrilledDump[], name: string | null): DrilledDump {
  const dump =
    name === null
      ? dumps.length === 1
        ? dumps[0]
        : undefined
      : dumps.find(({ record }) => record.database === name || record.name === name);
  if (dump !== undefined) return dump;
  const names = dumps.map(({ record }) => display((record.database ?? record.name) as ByteString)).join(', ');
  throw new HoldfastError(
    'bad-input',
    `Cannot ask ${name === null ? 'a database' : `the database ${JSON.stringify(name)}`}: expected ${names === '' ? 'that one was restored' : `one of ${names}`}.`,
  );
}
