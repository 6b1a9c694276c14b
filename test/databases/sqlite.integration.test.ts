import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmod,
  chown,
  lchown,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Database, PreparedDump } from '../../src/databases/database.ts';
import { parseDatabase } from '../../src/databases/databases.ts';
import type { DrilledDatabase } from '../../src/databases/drilled.ts';
import { localHost } from '../../src/hosts/local.ts';
import { endProcesses } from '../services/processes.ts';
import { smallDisk } from '../services/small-disk.ts';
import { Context, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

const run = promisify(execFile);
const host = localHost();
let folder: string;
let work: string;

const AWKWARD = `
PRAGMA user_version = 7;
CREATE TABLE plain (id INTEGER PRIMARY KEY AUTOINCREMENT, a, r REAL, g GENERATED ALWAYS AS (id + 1));
INSERT INTO plain (a, r) VALUES ('it''s' || char(0) || 'z', 0.1), (NULL, 1e300), ('', -0.0), (x'00ff', 9e999), (7, 5e-324), ('NULL', NULL);
CREATE TABLE "we""ird |'
é" ("c""ol, " TEXT, "'" INT); INSERT INTO "we""ird |'
é" VALUES ('a|b' || char(10), 1), ('ü', 2);
CREATE TABLE twice (a); INSERT INTO twice VALUES (7), (7);
CREATE TABLE pairs (k TEXT PRIMARY KEY, v) WITHOUT ROWID; INSERT INTO pairs VALUES ('x', 1), ('y', 2);
CREATE VIRTUAL TABLE words USING fts5(t); INSERT INTO words VALUES ('one two');
PRAGMA writable_schema = ON; INSERT INTO sqlite_master VALUES ('table', 'elsewhere', 'elsewhere', 0, 'CREATE VIRTUAL TABLE elsewhere USING no_such_module(x)');
PRAGMA writable_schema = OFF;
CREATE VIEW seen AS SELECT a FROM plain; CREATE INDEX i ON plain (r);
CREATE TRIGGER tr AFTER INSERT ON twice BEGIN SELECT 1; END;
CREATE TABLE big AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT i, hex(randomblob(50)) AS v FROM n;
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-sqlite-test-'));
  work = join(folder, 'work');
  await run('mkdir', [work]);
  await sqlite('app.db', AWKWARD);
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

/** Nothing of ours may be left where copies stand. */
const leftovers = () => readdir(work);

describe('a dump of a SQLite database', () => {
  test('is the file of one moment, and what it holds is counted', async () => {
    const { bytes, record } = await dumpOf(host, url('app.db'));
    expect(record).toMatchObject({ name: 'app.db.sqlite', engine: 'sqlite', pinned: true, proof: 'counted' });
    const tables = record.fingerprint?.tables ?? {};
    const values = record.fingerprint?.values;
    expect(tables['plain']).toEqual({ rows: 6, checksum: expect.stringMatching(/^[0-9a-f]{32}$/) });
    expect(tables['"we""ird |\'\\né"']?.rows).toBe(2);
    expect(tables['sqlite_sequence']?.rows).toBe(1);
    expect(tables['words']).toBeUndefined();
    expect(values).toMatchObject({
      'user version': '7',
      file: expect.stringMatching(/^sha256 [0-9a-f]{64}$/),
    });
    await writeFile(join(folder, 'copy.db'), bytes);
    expect(await sqlite('copy.db', 'SELECT count(*) FROM big; PRAGMA integrity_check')).toBe('5000\nok');
    expect(await leftovers()).toEqual([]);
  });

  test.each(['delete', 'wal'])('under write load, with journal mode %s, agrees with itself', async (mode) => {
    await rm(join(folder, 'busy.db'), { force: true });
    await sqlite(
      'busy.db',
      `PRAGMA journal_mode = ${mode}; CREATE TABLE a (v); CREATE TABLE b (v);
      INSERT INTO a SELECT i FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i FROM n);
      INSERT INTO b SELECT v FROM a`,
    );
    const writer = spawn('sqlite3', [join(folder, 'busy.db')], { stdio: ['pipe', 'ignore', 'ignore'] });
    const step =
      '.timeout 5000\nBEGIN IMMEDIATE; INSERT INTO a VALUES (1); DELETE FROM b WHERE rowid = (SELECT min(rowid) FROM b); COMMIT;\n';
    writer.stdin.on('error', () => {});
    writer.stdin.write(`PRAGMA synchronous = OFF;\n${step.repeat(600)}`);
    const { record } = await dumpOf(host, url('busy.db'));
    await killed(writer);
    const { a, b } = record.fingerprint?.tables ?? {};
    expect((a?.rows ?? 0) + (b?.rows ?? 0)).toBe(6000);
  });

  test('is of the moment before what is written while it waits', async () => {
    await sqlite('later.db', 'PRAGMA journal_mode = wal; CREATE TABLE t (a); INSERT INTO t VALUES (1)');
    const [dump] = await prepare(host, url('later.db'));
    expect(await leftovers()).toHaveLength(1);
    const [copy = ''] = await leftovers();
    expect((await stat(join(work, copy))).mode & 0o777).toBe(0o700);
    await sqlite('later.db', 'INSERT INTO t VALUES (2)');
    const { record } = await streamed(dump as PreparedDump);
    expect(record.fingerprint?.tables['t']?.rows).toBe(1);
    expect(await leftovers()).toEqual([]);
  });
});

test.each(['UTF-16le', 'UTF-16be'])(
  'a file whose texts are %s is dumped, counted and put back',
  async (encoding) => {
    const name = `${encoding}.db`;
    await sqlite(
      name,
      `PRAGMA encoding = '${encoding}'; CREATE TABLE "wéird 日本 😀" ("c""ol é" TEXT, g GENERATED ALWAYS AS (1));
    INSERT INTO "wéird 日本 😀" VALUES ('ü😀'), (NULL); CREATE TABLE plain (a); INSERT INTO plain VALUES ('x'), (x'00')`,
    );
    const dumped = await dumpOf(host, url(name));
    const { tables, facts } = dumped.record.fingerprint ?? {};
    expect(facts?.['encoding']).toBe(encoding);
    expect(Object.entries(tables ?? {}).map(([table, { rows }]) => [table, rows])).toEqual([
      ['"wéird 日本 😀"', 2],
      ['plain', 2],
    ]);
    const { verified } = await restoreTo(host, dumped, url(`${encoding}-back.db`));
    expect(verified).toEqual({ tables: 2, rows: 4, onlyCounted: 0 });
  },
);

describe('no dump comes of', () => {
  test('a file that is not there, is empty, or is no database; and none is made', async () => {
    await expect(prepare(host, url('absent.db'))).rejects.toThrow(/no such file/);
    expect(await readdir(folder)).not.toContain('absent.db');
    await writeFile(join(folder, 'nothing.db'), '');
    await expect(prepare(host, url('nothing.db'))).rejects.toThrow(/the file is empty/);
    await writeFile(join(folder, 'text.db'), 'x'.repeat(5000));
    await expect(prepare(host, url('text.db'))).rejects.toThrow(/file is not a database/);
    expect(await leftovers()).toEqual([]);
  });

  test('a file that is damaged', async () => {
    const bytes = await readFile(join(folder, 'app.db'));
    bytes.fill(0xff, bytes.length / 2, bytes.length / 2 + 8192);
    await writeFile(join(folder, 'damaged.db'), bytes);
    await expect(dumpOf(host, url('damaged.db'))).rejects.toMatchObject({ code: 'dump-failed' });
    expect(await leftovers()).toEqual([]);
  });

  test('a copy for which there is no room, and nothing of it is left', async () => {
    const full = join(folder, 'full');
    await using _disk = await smallDisk(full, 'size=64k');
    const dumping = dumpOf(host, url('app.db', { 'work-folder': full }));
    await expect(dumping).rejects.toThrow(/disk is full/);
    await expect(dumping).rejects.toMatchObject({ code: 'dump-failed' });
    expect(await readdir(full)).toEqual([]);
  });

  test('one that somebody keeps locked', async () => {
    await sqlite('locked.db', 'CREATE TABLE t (a)');
    const holder = spawn('sqlite3', [join(folder, 'locked.db')], { stdio: ['pipe', 'pipe', 'inherit'] });
    holder.stdin.write(`${PATIENT}BEGIN EXCLUSIVE;\n`);
    const isLocked = () =>
      sqlite('locked.db', 'SELECT * FROM t').then(
        () => false,
        () => true,
      );
    await expect.poll(isLocked).toBe(true);
    await expect(prepare(host, url('locked.db', { 'lock-wait': '1' }))).rejects.toThrow(/database is locked/);
    await killed(holder);
    expect(await leftovers()).toEqual([]);
  });

  test('a host without sqlite3, or with an old one', async () => {
    await expect(prepare(host, url('app.db', { bin: '/nowhere' }))).rejects.toThrow(
      /Cannot find sqlite3.*Install it/,
    );
    await writeFile(join(folder, 'sqlite3'), '#!/bin/sh\necho "3.8.1 2013"', { mode: 0o755 });
    await expect(prepare(host, url('app.db', { bin: folder }))).rejects.toThrow(
      /is sqlite3 3.8.1, expected 3.26/,
    );
    await rm(join(folder, 'sqlite3'));
  });

  test('a reading that is killed, or a run that is cancelled, half-way; the copy is gone', async () => {
    const failing = async () => {
      const [dump] = await prepare(host, url('app.db'));
      try {
        for await (const _ of (dump as PreparedDump).stream()) {
          const { stdout } = await run('pgrep', ['-f', `^cat ${work}`]).catch(() => ({ stdout: '' }));
          await endProcesses(stdout.split('\n').filter(Boolean).map(Number));
        }
      } finally {
        await dump?.close();
      }
    };
    await expect(failing()).rejects.toMatchObject({ code: 'dump-failed' });
    expect(await leftovers()).toEqual([]);
    const controller = new AbortController();
    const [dump] = await prepare(host, url('app.db'), { context: new Context(controller.signal) });
    const reading = dump?.stream()[Symbol.asyncIterator]();
    await reading?.next();
    controller.abort();
    await expect(reading?.next().then(() => reading.next())).rejects.toMatchObject({ code: 'cancelled' });
    await dump?.close();
    expect(await leftovers()).toEqual([]);
  });
});

describe('a restore', () => {
  test('makes a file that is not there, with the mode and owner of the one that was dumped', async () => {
    await chmod(join(folder, 'app.db'), 0o640);
    await chown(join(folder, 'app.db'), 65534, 65534);
    const dumped = await dumpOf(host, url('app.db'));
    const restored = await restoreTo(host, dumped, url("new/ma%20de%25%3F%23é'.db"));
    expect(restored).toEqual({
      database: join(folder, "new/ma de%?#é'.db"),
      movedAside: null,
      verified: {
        tables: Object.keys(dumped.record.fingerprint?.tables ?? {}).length,
        rows: expect.any(Number),
        onlyCounted: 0,
      },
    });
    const { mode, uid } = await stat(join(folder, "new/ma de%?#é'.db"));
    expect([mode & 0o777, uid]).toEqual([0o640, 65534]);
    expect(await readdir(join(folder, 'new'))).toEqual(["ma de%?#é'.db"]);
    expect(await readFile(join(folder, "new/ma de%?#é'.db"))).toEqual(dumped.bytes);
  });

  test('refuses one that holds something, or renames it aside with what its WAL held', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await sqlite('used.db', 'PRAGMA journal_mode = wal; CREATE TABLE old (a); INSERT INTO old VALUES (5)');
    await expect(restoreTo(host, dumped, url('used.db'))).rejects.toMatchObject({ code: 'restore-blocked' });
    // One that is killed leaves its WAL.
    const holder = spawn('sqlite3', [join(folder, 'used.db')], { stdio: ['pipe', 'ignore', 'inherit'] });
    holder.stdin.write(`${PATIENT}INSERT INTO old VALUES (6);\n`);
    await expect.poll(() => sqlite('used.db', 'SELECT count(*) FROM old')).toBe('2');
    await killed(holder);
    const restored = await restoreTo(host, dumped, url('used.db'), { overwrite: true });
    expect(await sqlite('used.db', 'SELECT count(*) FROM big')).toBe('5000');
    const aside = (restored.movedAside ?? '').slice(folder.length + 1);
    expect(aside).toMatch(/^used\.db\.before-\d{8}T\d{6}Z$/);
    expect(await sqlite(aside, 'SELECT sum(a) FROM old')).toBe('11');
  });

  test('refuses one that somebody has open, who would write on into what is renamed aside', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await sqlite('open.db', 'CREATE TABLE old (a)');
    const holder = spawn('sqlite3', [join(folder, 'open.db')], { stdio: ['pipe', 'pipe', 'inherit'] });
    holder.stdin.write('SELECT count(*) FROM old;\n');
    await once(holder.stdout, 'data');
    const restoring = restoreTo(host, dumped, url('open.db'), { overwrite: true });
    await expect(restoring).rejects.toThrow(`sqlite3 (process ${holder.pid}) has it open`);
    await expect(restoring).rejects.toMatchObject({ code: 'restore-blocked' });
    holder.stdin.end();
    await once(holder, 'exit');
    expect((await restoreTo(host, dumped, url('open.db'), { overwrite: true })).movedAside).not.toBeNull();
  });

  test('goes into the file that a link means, however many there are, and leaves the links', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await run('mkdir', ['-p', join(folder, 'release'), join(folder, 'shared')]);
    await symlink('../shared/linked.db', join(folder, 'release/linked.db'));
    await symlink('release/linked.db', join(folder, 'current.db'));
    const shared = join(folder, 'shared/linked.db');
    expect((await restoreTo(host, dumped, url('current.db'))).database).toBe(shared); // where nothing is yet
    await sqlite('current.db', 'DROP TABLE big');
    const restored = await restoreTo(host, dumped, url('current.db'), { overwrite: true });
    expect(restored.movedAside?.startsWith(`${shared}.before-`)).toBe(true);
    expect(await readFile(shared)).toEqual(dumped.bytes);
    expect(await readlink(join(folder, 'release/linked.db'))).toBe('../shared/linked.db');
    expect(await readdir(join(folder, 'release'))).toEqual(['linked.db']);
  });

  test('follows no link of somebody else to what is not theirs, and none that leads nowhere', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await run('mkdir', ['-p', join(folder, 'theirs'), join(folder, 'roots')]);
    await chown(join(folder, 'theirs'), 65534, 65534);
    const link = join(folder, 'theirs/app.db');
    await symlink('../roots/keys', link);
    await lchown(link, 65534, 65534);
    await writeFile(join(folder, 'roots/keys'), 'of root');
    const restoring = restoreTo(host, dumped, url('theirs/app.db'), { overwrite: true });
    await expect(restoring).rejects.toThrow(/somebody else than root made, to ".*roots\/keys"/);
    expect(await readFile(join(folder, 'roots/keys'), 'utf8')).toBe('of root');
    await symlink('own.db', join(folder, 'theirs/to-own.db'));
    await lchown(join(folder, 'theirs/to-own.db'), 65534, 65534);
    await restoreTo(host, dumped, url('theirs/to-own.db'));
    expect(await readFile(join(folder, 'theirs/own.db'))).toEqual(dumped.bytes);
    await symlink('round.db', join(folder, 'round.db'));
    await expect(restoreTo(host, dumped, url('round.db'))).rejects.toThrow('a link that leads to no file');
  });

  test('is not played over by the WAL of a file that was taken away', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await sqlite('gone.db', 'PRAGMA journal_mode = wal; CREATE TABLE old (a); INSERT INTO old VALUES (5)');
    const holder = spawn('sqlite3', [join(folder, 'gone.db')], { stdio: ['pipe', 'ignore', 'inherit'] });
    holder.stdin.write(`${PATIENT}INSERT INTO old VALUES (6);\n`);
    await expect.poll(() => sqlite('gone.db', 'SELECT count(*) FROM old')).toBe('2');
    await killed(holder);
    await rm(join(folder, 'gone.db'));
    await restoreTo(host, dumped, url('gone.db'));
    expect(await readFile(join(folder, 'gone.db'))).toEqual(dumped.bytes);
    const files = (await readdir(folder)).filter((name) => name.startsWith('gone.db'));
    expect(files.filter((name) => !name.startsWith('gone.db.before-'))).toEqual(['gone.db']);
    expect(files.filter((name) => name.endsWith('-wal'))).toHaveLength(1);
  });

  test('of other data leaves nothing, and what was there where it was', async () => {
    const dumped = await dumpOf(host, url('app.db'));
    await sqlite('stays.db', 'CREATE TABLE old (a)');
    await sqlite('other.db', AWKWARD);
    const other = await dumpOf(host, url('other.db'));
    const swapped = { ...other, record: { ...dumped.record, size_bytes: other.record.size_bytes } };
    const broken = { ...dumped, bytes: dumped.bytes.subarray(0, -4096) };
    for (const [dump, code] of [
      [swapped, 'restore-mismatch'],
      [broken, 'command-failed'],
    ] as const) {
      await expect(restoreTo(host, dump, url('stays.db'), { overwrite: true })).rejects.toMatchObject({
        code,
      });
    }
    expect(await sqlite('stays.db', 'SELECT name FROM sqlite_master')).toBe('old');
    expect((await readdir(folder)).filter((name) => name.includes('restore-'))).toEqual([]);
  });
});

function url(name: string, options: Readonly<Record<string, string>> = {}): string {
  const query = Object.entries({ 'work-folder': work, ...options }).map(([key, value]) => `${key}=${value}`);
  return `sqlite:${folder}/${name}?${query.join('&')}`;
}

/** For a session that others look at: it waits where they are in its way. */
const PATIENT = '.timeout 60000\n';

/** What it had open is open no more. */
async function killed(holder: ChildProcess): Promise<void> {
  const ended = once(holder, 'exit');
  holder.kill('SIGKILL');
  await ended;
}

async function sqlite(name: string, statements: string): Promise<string> {
  const child = run('sqlite3', ['-batch', '-bail', join(folder, name)]);
  child.child.stdin?.end(statements);
  return (await child).stdout.trimEnd().replace(/^(wal|delete)\n?/, '');
}

test('a view of a file that somebody else wrote runs no program', async () => {
  const canary = join(folder, 'canary');
  await sqlite('views.db', `CREATE TABLE t (a); CREATE VIEW v AS SELECT edit('x', 'touch ${canary};:') AS a`);
  expect(await sqlite('views.db', 'SELECT a FROM v').then(() => readdir(folder))).toContain('canary');
  await rm(canary);
  const { record } = await dumpOf(host, url('views.db'));
  const database = parseDatabase(url('views.db'), 'the database', {}) as Database & DrilledDatabase;
  const asking = database.ask(host, record, 'SELECT a FROM v', new Context());
  await expect(asking).rejects.toThrow(/unsafe use of edit/);
  expect(await readdir(folder)).not.toContain('canary');
});

test('a name with a NUL in it, behind which the shell reads on as if nothing were quoted, runs no program', async () => {
  const canary = join(folder, 'canary');
  const merged = 'qSELECT count(*) FROM ';
  const command = `;\n.shell touch ${canary}\n`;
  await sqlite(
    'nul.db',
    `CREATE TABLE q (a); CREATE TABLE "${command}" (a); CREATE TABLE "${merged}" (a); PRAGMA writable_schema = ON;
UPDATE sqlite_master SET name = CAST(x'7100' AS TEXT), tbl_name = CAST(x'7100' AS TEXT) WHERE name = 'q';`,
  );
  expect(await sqlite('nul.db', 'PRAGMA integrity_check')).toBe('ok');
  // What it would be asked.
  const asked = sqlite('nul.db', `SELECT count(*) FROM "q\0";\nSELECT count(*) FROM "${command}";\n`);
  await expect(asked).rejects.toThrow(/Parse error/);
  expect(await readdir(folder)).toContain('canary');
  await rm(canary);
  for (const fingerprint of ['count', 'full']) {
    await expect(dumpOf(host, url('nul.db', { fingerprint }))).rejects.toThrow(/holds a NUL/);
  }
  expect(await readdir(folder)).not.toContain('canary');
  expect(await leftovers()).toEqual([]);
});

test('a shell that is told names out of a file runs no program, whatever it is told', async () => {
  const { record } = await dumpOf(host, url('app.db'));
  const database = parseDatabase(url('app.db'), 'the database', {}) as Database & DrilledDatabase;
  const asking = database.ask(
    host,
    record,
    `SELECT 1;\n.shell touch ${join(folder, 'canary')}`,
    new Context(),
  );
  await expect(asking).rejects.toThrow(/safe mode/);
  expect(await readdir(folder)).not.toContain('canary');
});
