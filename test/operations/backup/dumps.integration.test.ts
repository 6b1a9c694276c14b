import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { Database } from '../../../src/databases/database.ts';
import { parseDatabase } from '../../../src/databases/databases.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import type { BackupResult } from '../../../src/operations/backup/result.ts';
import { restoreDatabase } from '../../../src/operations/restore-database.ts';
import { findSnapshots } from '../../../src/repository/find-snapshot.ts';
import { PostgresServer } from '../../services/postgres.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let server: PostgresServer;
let fixture: BackupFixture;

beforeAll(async () => {
  server = await PostgresServer.start();
  await server.sql('postgres', 'CREATE DATABASE app');
  await server.sql('app', 'CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) AS i');
});
afterAll(() => server?.remove());

beforeEach(async () => {
  fixture = await BackupFixture.create();
  await fixture.sh('echo hello > source/file');
});
afterEach(() => fixture.remove());

const dumpsOf = (...urls: string[]) =>
  urls.map((url) => ({ database: parseDatabase(url, '--database', {}) }));

describe('a backup with databases', () => {
  test('holds them beside the files, as their tools gave them; stock restic reads them', async () => {
    const dumps = dumpsOf(server.url('app', { format: 'plain' }), "command:x.bin=printf 'a\\0b'; echo c");
    const result = await fixture.backup({ dumps, target: 'wiki' });
    expect(result.dumps.map(({ record }) => record)).toMatchObject([
      { name: 'app.sql', proof: 'counted', fingerprint: { tables: { 'public.t': { rows: 1000 } } } },
      { name: 'x.bin', proof: 'none', size_bytes: 5, fingerprint: null },
    ]);
    const own = '/.holdfast/wiki';
    expect(await dumped(`${own}/dumps/x.bin`)).toBe('a\0bc\n');
    expect(await dumped(`${own}/dumps/app.sql`)).toContain('COPY public.t (i) FROM stdin;\n1\n2\n');
    const manifest = JSON.parse(await dumped(`${own}/manifest.json`));
    expect(manifest.dumps).toEqual(result.dumps.map(({ record }) => record));
    await restic(fixture.restic, ['check', '--read-data']);
  });

  test('lets the application go on as soon as the moment is pinned, but not before a command has ended', async () => {
    const dumps = dumpsOf(server.url('app'), 'command:x=echo x');
    // What the application does at once isn't in the dump any more.
    const psql = `PGHOST=${server.folder} psql -X -q -U postgres app`;
    const after = [`${psql} -c 'INSERT INTO t SELECT 0 FROM generate_series(1, 77)'`];
    const result = await fixture.backup({ dumps, before: ['true'], after });
    const told = fixture.infos
      .filter((line) => /^(before|after|dump):/.test(line))
      .map((line) => line.slice(0, 14));
    expect(told).toEqual(['before: true', 'dump: x', expect.stringContaining('after:'), 'dump: app.dump']);
    expect(rowsIn(result)).toBe(1000);
    await server.sql('app', 'DELETE FROM t WHERE i = 0');
  });

  test.each([
    ['a command that fails', ['command:x=echo half; exit 3'], 'dump-failed'],
    ['a database that is not there', ['postgresql://postgres@/absent?host=HOST'], 'dump-failed'],
    ['two dumps of one name', ['command:x=echo a', 'command:x=echo b'], 'bad-input'],
  ])('makes no snapshot of %s, and the application goes on', async (_what, urls, code) => {
    const dumps = dumpsOf(...urls.map((url) => url.replace('HOST', server.folder)));
    const after = ['touch went-on'].map((command) => `cd ${fixture.folder} && ${command}`);
    await expect(fixture.backup({ dumps, before: ['true'], after })).rejects.toMatchObject({ code });
    expect(await fixture.sh('ls went-on')).toContain('went-on');
    expect(await fixture.withRepository((repository) => findSnapshots(repository, {}, {}))).toEqual([]);
  });

  test('of nothing else has the dumps’ folder as its path, tells a shrink, and puts them back', async () => {
    const options = { paths: [], dumps: dumpsOf(server.url('app')), target: 'db' };
    const first = await fixture.backup(options);
    expect(first.paths).toEqual(['/.holdfast/db/dumps']);
    expect(first.summary.totalBytesProcessed).toBe(first.dumps[0]?.record.size_bytes);
    await server.sql('app', 'DELETE FROM t WHERE i > 400');
    const second = await fixture.backup(options);
    expect(second.parentId).toBe(first.snapshotId);
    expect(second.dumps[0]?.change).toMatchObject({ rowsBefore: 1000, rowsNow: 400 });
    expect(fixture.warnings).toEqual([expect.stringContaining('public.t: 400 rows, 1000 before')]);
    // Whatever else is backed up of the host meanwhile, and where all files are to be read.
    await fixture.backup();
    await server.sql('app', 'DELETE FROM t WHERE i > 150');
    const third = await fixture.backup({ ...options, paths: fixture.options.paths, parent: 'none' });
    expect(third.parentId).toBeNull();
    expect(third.dumps[0]?.change).toMatchObject({ rowsBefore: 400, rowsNow: 150 });
    const restored = await putBack(first, server.url('back'));
    expect(restored.restored).toEqual({
      database: 'back',
      movedAside: null,
      verified: { tables: 1, rows: 1000, onlyCounted: 0 },
    });
    expect(await server.sql('back', 'SELECT count(*) FROM t')).toBe('1000');
  });

  test('gives up what only earlier ones needed when the snapshot is saved, and not where there is none', async () => {
    const snapshots = () => fixture.withRepository((repository) => findSnapshots(repository, {}, {}));
    const seen: number[] = [];
    const replacing = (url: string): Database => {
      const database = parseDatabase(url, '--database', {});
      return Object.assign(Object.create(database), {
        prepareDumps: async (...asked: Parameters<Database['prepareDumps']>) => {
          const dumps = await database.prepareDumps(...asked);
          const giveUpEarlier = async () => void seen.push((await snapshots()).length);
          return dumps.map((dump) => Object.assign(dump, { giveUpEarlier }));
        },
      });
    };
    const first = { database: replacing('command:x=echo x') };
    const failed = fixture.backup({ dumps: [first, ...dumpsOf('command:y=exit 3')] });
    await expect(failed).rejects.toMatchObject({ code: 'dump-failed' });
    await fixture.backup({ dumps: [first], dryRun: true });
    expect(seen).toEqual([]);
    await fixture.backup({ dumps: [first] });
    expect(seen).toEqual([1]);
  });

  test('has their tools run elsewhere, on a host that is reached once and left again', async () => {
    const told: string[] = [];
    const connect = async (): Promise<Host> => {
      told.push('reached');
      const host = localHost();
      const close = async () => {
        if (!told.includes('left')) told.push('left');
        await host.close();
      };
      return { name: 'elsewhere', start: (script, options) => host.start(script, options), close };
    };
    const dumps = dumpsOf('command:a=echo a', 'command:b=echo b').map((dump) => ({ ...dump, connect }));
    const { dumps: made } = await fixture.backup({ paths: [], dumps });
    expect(made).toHaveLength(2);
    expect(told).toEqual(['reached', 'left']);
    const failing = dumpsOf('command:c=exit 1').map((dump) => ({ ...dump, connect }));
    await expect(fixture.backup({ paths: [], dumps: failing })).rejects.toThrow(
      /on "elsewhere".*exit status 1/,
    );
  });

  test('looks at them only, when it is a dry run', async () => {
    const result = await fixture.backup({ dumps: dumpsOf(server.url('app')), dryRun: true });
    expect(result).toMatchObject({ snapshotId: null, dumps: [] });
  });
});

test('a command reads its dump back, and what fails there is told', async () => {
  const result = await fixture.backup({ paths: [], dumps: dumpsOf('command:x=echo precious') });
  await putBack(result, `command:x=cat > ${fixture.folder}/back`);
  expect(await fixture.sh('cat back')).toBe('precious\n');
  const failing = putBack(result, 'command:x=cat; echo no room >&2; exit 1');
  await expect(failing).rejects.toThrow(/exit status 1: "no room"/);
});

function rowsIn({ dumps }: BackupResult): number | undefined {
  return dumps[0]?.record.fingerprint?.tables['public.t']?.rows;
}

function dumped(path: string): Promise<string> {
  return restic(fixture.restic, ['dump', 'latest', path]);
}

async function putBack({ snapshotId }: BackupResult, url: string) {
  const host = localHost();
  try {
    return await fixture.withRepository(async (repository) => {
      const snapshot = (await findSnapshots(repository, {}, {})).find(({ id }) => id === snapshotId);
      if (snapshot === undefined) throw new Error('the snapshot is gone');
      const options = {
        snapshot,
        name: null,
        into: () => parseDatabase(url, '--into', {}),
        overwrite: false,
        dryRun: false,
        noLock: false,
        retryLockMs: 0,
        before: [],
        after: [],
      };
      const reporter = { onProgress: () => {}, onWarning: () => {}, onInfo: () => {} };
      return restoreDatabase(host, repository, options, reporter, new AbortController().signal);
    });
  } finally {
    await host.close();
  }
}
