import { execFile, execFileSync } from 'node:child_process';
import { chmod, chown, lstat, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { DoltConfigPlace } from '../../src/apps/dolt/config-place.ts';
import { parseDatabase } from '../../src/databases/databases.ts';
import type { DumpRecord } from '../../src/databases/record.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { quickFolder } from '../memory-disk.ts';

// Root restores a database's file into the folder of the account that it belongs to. That account may put what it likes in
// the place of what root has made there; what isn't its own must stay as it is.

const run = promisify(execFile);
const BOB = 65_534;

let host: Host;
let folder: string;
const context = { signal: new AbortController().signal, onInfo: () => {}, onWarning: () => {} };
const TERMS = { overwrite: true } as const;

beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());

beforeEach(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-stolen-'));
  await chmod(folder, 0o755);
  await mkdir(join(folder, 'bob'));
  await chown(join(folder, 'bob'), BOB, BOB);
  await writeFile(join(folder, 'victim'), 'precious', { mode: 0o600 });
  return () => rm(folder, { recursive: true, force: true });
});

function record(engine: string, format: string, sizeBytes: number): DumpRecord {
  return {
    ...{
      name: `app.${format}`,
      engine,
      database: 'app',
      format,
      tool: '',
      size_bytes: sizeBytes,
      pinned: false,
    },
    ...{ proof: 'none', options: [], warnings: [], fingerprint: null, restore: {} },
  };
}

/** Whoever owns the folder sees what root makes there, and puts a link to the victim in its place. */
async function steal(): Promise<void> {
  const script = `cd "$1/bob" && for s in *.restore-*; do mv "$s" "$s.away" && ln -s "$1/victim" "$s" && echo stolen; done`;
  const { stdout } = await run('sh', ['-c', script, '_', folder], { uid: BOB, gid: BOB });
  expect(stdout).toBe('stolen\n');
}

async function expectUntouched(): Promise<void> {
  const { uid, gid, mode } = await lstat(join(folder, 'victim'));
  expect({ uid, gid, mode: mode & 0o7777 }).toEqual({ uid: 0, gid: 0, mode: 0o600 });
  expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('precious');
}

/** A dump that gives `bytes`, and acts when half of them have been written. */
function stolenHalfWay(bytes: Buffer, about: DumpRecord) {
  return {
    record: about,
    async *content() {
      const half = bytes.length >> 1;
      yield bytes.subarray(0, half);
      for (;;) {
        const there = execFileSync('sh', ['-c', 'ls "$1/bob"', '_', folder], { encoding: 'utf8' });
        if (/\.restore-/.test(there)) break;
      }
      await steal();
      yield bytes.subarray(half);
    },
  };
}

test('a SQLite database’s folder', async () => {
  const file = join(folder, 'bob', 'app.db');
  await run('sqlite3', [
    join(folder, 'made.db'),
    'CREATE TABLE t (a); INSERT INTO t VALUES (randomblob(500000))',
  ]);
  await writeFile(file, 'old', { mode: 0o666 });
  await chown(file, BOB, BOB);
  const bytes = await readFile(join(folder, 'made.db'));
  const dump = stolenHalfWay(bytes, record('sqlite', 'sqlite', bytes.length));
  const database = parseDatabase(`sqlite:${file}`, 'database', process.env);
  await database.restore(host, dump, TERMS, context).catch(() => {});
  await expectUntouched();
});

test('a Redis’ folder', async () => {
  const file = join(folder, 'bob', 'dump.rdb');
  const bytes = Buffer.from('user default on nopass\n'.repeat(10_000));
  const dump = stolenHalfWay(bytes, record('redis', 'acl', bytes.length));
  const database = parseDatabase(`redis:${file}`, 'database', process.env);
  await database.restore(host, dump, TERMS, context).catch(() => {});
  await expectUntouched();
});

test('a link that waits where Dolt’s configuration is put back', async () => {
  const file = join(folder, 'bob', 'config.yaml');
  await symlink(join(folder, 'victim'), `${file}.holdfast-new`);
  await mkdir(join(folder, 'saved', folder, 'bob'), { recursive: true });
  await writeFile(join(folder, 'saved', file), 'log_level: info');
  await chown(join(folder, 'saved', file), BOB, BOB);
  const tar = execFileSync('tar', ['-c', '-C', join(folder, 'saved'), `.${file}`]);
  const dump = {
    record: record('dolt', 'config', tar.length),
    async *content() {
      yield tar;
    },
  };
  await new DoltConfigPlace(folder).restore(host, dump, TERMS, context);
  await expectUntouched();
  expect(await readFile(file, 'utf8')).toBe('log_level: info');
  expect((await lstat(file)).uid).toBe(BOB);
  expect(await run('ls', ['-A', join(folder, 'bob')])).toMatchObject({
    stdout: 'config.yaml\nconfig.yaml.holdfast-new\n',
  });
});
