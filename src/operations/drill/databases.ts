import { formatCounted } from '../../amounts.ts';
import { type ByteString, display, displayText } from '../../bytestring.ts';
import type { DatabaseContext } from '../../databases/database.ts';
import { parseSqlite } from '../../databases/databases.ts';
import type { DrilledDatabase } from '../../databases/drilled.ts';
import { whyNotCompared } from '../../databases/fingerprint.ts';
import type { DumpRecord } from '../../databases/record.ts';
import { comparedText } from '../../drills/compared-text.ts';
import { type DumpPlace, plainPlace } from '../../drills/services/service.ts';
import { SERVICES, serviceOf } from '../../drills/services/services.ts';
import type { ImageRole } from '../../drills/wishes.ts';
import { HoldfastError } from '../../errors.ts';
import type { Host } from '../../hosts/host.ts';
import { contentOfDump } from '../dump-content.ts';
import type { DrillPlace } from './place.ts';
import type { DrillRun, Outcome } from './run.ts';
import type { Server } from './servers.ts';

/** A dump that stands in a database of the drill's own. */
export interface DrilledDump {
  readonly record: DumpRecord;
  /** Where its tools run. */
  readonly host: Host;
  /** Of which engine the server is; null: it has none. */
  readonly role: ImageRole | null;
  /** Folder of its server's socket; null: it has no server. */
  readonly socketFolder: string | null;
  /** By which commands of the user's find it. */
  readonly variables: Readonly<Record<string, string>>;
  readonly database: DrilledDatabase;
}

const FILE_ENGINE = 'sqlite';

export function checkName({ name }: DumpRecord): string {
  return `database ${name}`;
}

/** Starts what the dumps need. @returns those that are ready: of the others a check says why. */
export async function startServers(
  run: DrillRun,
  place: DrillPlace,
  records: readonly DumpRecord[],
): Promise<Server[]> {
  const started: Server[] = [];
  for (const service of SERVICES) {
    const needed = records.filter(({ engine }) => engine === service.engine);
    if (needed.length === 0) continue;
    const title = {
      kind: 'environment',
      name: service.title,
      expected: `it answers within ${run.options.limits.initMs / 1000} s, is as new as the dumped servers, and has their extensions`,
    } as const;
    await run.check(title, async () => {
      const server = await place.startService(service);
      for (const record of needed) server.running.requireFit(record);
      started.push(server);
      return { passed: true, found: `version ${server.running.version} is ready` };
    });
  }
  return started;
}

/**
 * Restores what others need first. @returns the databases that are there now.
 * @param at `place`: null: it isn't there. `servers`: those that are. Nothing goes to another place than was meant.
 */
export async function restoreDatabases(
  run: DrillRun,
  { place, servers }: { place: DrillPlace | null; servers: readonly Server[] },
  records: readonly DumpRecord[],
): Promise<DrilledDump[]> {
  const restored: DrilledDump[] = [];
  const homes = records.map((record) => ({ record, home: homeOf(record, servers, records) }));
  for (const { record, home } of homes.toSorted(
    (a, b) => (a.home?.at.order ?? 0) - (b.home?.at.order ?? 0),
  )) {
    const title = {
      kind: 'restore',
      name: `restore of ${record.name}`,
      expected: 'the engine’s own tool restores it without an error',
    } as const;
    if (record.engine === FILE_ENGINE) {
      if (place === null) run.couldNotRun(title, 'there is no place to restore it to');
      else
        await run.check(title, async () => {
          const { host, scratch } = await place.forFiles();
          const database = parseSqlite(`${scratch}/sqlite/${record.name}`);
          const found = await restoreInto(run, record, plainPlace(host, database));
          restored.push({ record, host, role: null, socketFolder: null, variables: {}, database });
          return found;
        });
    } else if (serviceOf(record.engine) === null) {
      run.couldNotRun(title, `dumps of "${displayText(record.engine)}" can’t be drilled: ${LEAVE_OUT}`);
    } else if (home === null) run.couldNotRun(title, 'there is no server to restore it to');
    else {
      const { host, running, service } = home.server;
      const passed = await run.check(title, () => restoreInto(run, record, home.at));
      const { database } = home.at;
      if (!passed || database === null) continue;
      const { folder: socketFolder, variables } = running;
      restored.push({ record, host, role: service.role, socketFolder, variables, database });
    }
  }
  return restored;
}

const LEAVE_OUT = 'leave it out of the drill by its name, which the evidence then says';

interface Home {
  readonly server: Server;
  readonly at: DumpPlace;
}

function homeOf(record: DumpRecord, servers: readonly Server[], all: readonly DumpRecord[]): Home | null {
  const server = servers.find(({ service }) => service.engine === record.engine);
  if (server === undefined) return null;
  const same = all.filter(({ engine }) => engine === record.engine);
  return { server, at: server.running.open(record, same) };
}

async function restoreInto(run: DrillRun, record: DumpRecord, at: DumpPlace): Promise<Outcome> {
  const { repository, snapshot, reporter, signal } = run;
  const content = await contentOfDump(repository, { record, snapshot }, reporter, signal);
  const otherwise = await at.restore({ record, content }, contextOf(run));
  return { passed: true, found: `${formatCounted(record.size_bytes, 'byte')} read${otherwise}` };
}

function contextOf({ reporter, signal }: DrillRun): DatabaseContext {
  return {
    signal,
    onInfo: (message) => reporter.onInfo(message),
    onWarning: (message) => reporter.onWarning(message),
  };
}

/** Compares each with the fingerprint in the manifest. @returns those that are as they were, and hold something. */
export async function proveDatabases(
  run: DrillRun,
  dumps: readonly DrilledDump[],
): Promise<readonly DrilledDump[]> {
  const proved: DrilledDump[] = [];
  for (const dump of dumps) {
    const { record, host, database } = dump;
    const title = {
      kind: 'database',
      name: checkName(record),
      expected: 'every table, sequence and large object, and all objects, are as they were dumped',
    } as const;
    await run.check(title, async () => {
      const found = await database.compare(host, record, 'nothing', contextOf(run));
      if (found === null) return { passed: false, found: whyNotCompared(record.fingerprint) };
      if (found.differences.length > 0) return { passed: false, found: found.differences.join('; ') };
      if (found.rows > 0) proved.push(dump);
      const remarks = found.remarks.map((one) => `; ${one}`).join('');
      const provesData = found.rows > found.countedRows;
      return { passed: true, found: `${comparedText(found)}${remarks}`, provesData };
    });
  }
  return proved;
}

/** Deletes a row of each, in a transaction that is rolled back where there are such: the same comparison must tell it. */
export async function controlDatabases(run: DrillRun, proved: readonly DrilledDump[]): Promise<void> {
  for (const { record, host, database } of proved) {
    const controls = checkName(record);
    const title = {
      kind: 'negative-control',
      name: `one row deleted in ${record.name}`,
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
