import { type ByteString, display, displayText } from '../../bytestring.ts';
import type { Database, DatabaseContext } from '../../databases/database.ts';
import { parsePostgresql } from '../../databases/databases.ts';
import type { DrilledDatabase } from '../../databases/drilled.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { POSTGRES_USER } from '../../drills/postgresql-service.ts';
import { HoldfastError } from '../../errors.ts';
import { contentOfDump } from '../dump-content.ts';
import type { DrillPlace, Server } from './place.ts';
import { restoreDump } from './restore-dump.ts';
import type { DrillRun } from './run.ts';

/** A dump that stands in a database of the drill's server. */
export interface DrilledDump {
  readonly record: DumpRecord;
  readonly server: Server;
  readonly database: Database & DrilledDatabase;
}

const ENGINE = 'postgresql';

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

/** Restores the roles, then each database. @returns those that are there now. */
export async function restoreDatabases(
  run: DrillRun,
  server: Server | null,
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
    if (record.engine !== ENGINE)
      run.couldNotRun(title, `dumps of "${displayText(record.engine)}" can’t be drilled: ${LEAVE_OUT}`);
    else if (server === null) run.couldNotRun(title, 'there is no server to restore it to');
    else {
      const dump = { record, server, database: databaseOf(server, record, hasRoles) };
      const passed = await run.check(title, () => restoreOne(run, dump, hasRoles));
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

async function restoreOne(run: DrillRun, { record, server, database }: DrilledDump, hasRoles: boolean) {
  const content = await contentOfDump(
    run.repository,
    { record, snapshot: run.snapshot },
    run.reporter,
    run.signal,
  );
  const otherwise = await restoreDump(server, { record, content }, database, contextOf(run));
  const owners =
    hasRoles || record.format === 'globals' ? '' : ', without owners and privileges: no roles were dumped';
  return { passed: true, found: `${record.size_bytes} bytes read${otherwise}${owners}` };
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
  for (const { record, server, database } of dumps) {
    const title = {
      kind: 'database',
      name: checkName(record),
      expected: 'every table, sequence and large object, and all objects, are as they were dumped',
    } as const;
    await run.check(title, async () => {
      const found = await database.compare(server.host, record, 'nothing', contextOf(run));
      if (found === null) return { passed: false, found: 'the manifest has no fingerprint to compare with' };
      const counts = `${found.tables} tables, ${found.rows} rows${found.remarks.map((one) => `; ${one}`).join('')}`;
      return found.differences.length === 0
        ? { passed: true, found: `all the same: ${counts}`, provesData: found.rows > 0 }
        : { passed: false, found: found.differences.join('; ') };
    });
  }
}

/** Deletes a row of each, in a transaction that is rolled back: the same comparison must tell it. */
export async function controlDatabases(run: DrillRun, dumps: readonly DrilledDump[]): Promise<void> {
  const proved = new Set(run.checks.filter((check) => check.proves_data).map(({ name }) => name));
  for (const { record, server, database } of dumps) {
    const controls = checkName(record);
    if (!proved.has(controls)) continue; // it fails already, or there is no row
    const title = {
      kind: 'negative-control',
      name: `one row deleted in ${record.name}, and rolled back`,
      expected: `${controls} fails by that table, and by nothing else`,
      controls,
    } as const;
    await run.check(title, async () => {
      const found = await database.compare(server.host, record, 'row-deleted', contextOf(run));
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
