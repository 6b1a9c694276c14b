import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { localHost } from '../../src/hosts/local.ts';
import { dumpOf, restoreTo } from '../databases/dumping.ts';

// Whoever may write beside a SQLite database can lay a journal there, as a transaction of several databases leaves it. Who opens
// the database for writing plays it back, and removes the file that it names as its super-journal, whatever file that is.

const run = promisify(execFile);
const isRoot = process.getuid?.() === 0;
const host = localHost();
let folder: string;
let victim: string;
let database: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-journal-test-'));
  victim = join(folder, 'shadow');
  await mkdir(join(folder, 'work'));
});

beforeEach(async () => {
  await rm(join(folder, 'app'), { recursive: true, force: true });
  await mkdir(join(folder, 'app'));
  database = join(folder, 'app', 'app.db');
  await sqlite('CREATE TABLE t (a); INSERT INTO t VALUES (1)');
  await writeFile(victim, 'root:secret\n');
});

afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

const url = (options = '') => `sqlite:${database}?work-folder=${folder}/work${options}`;

async function sqlite(statements: string): Promise<void> {
  await run('sqlite3', ['-batch', '-bail', database, statements]);
}

const MAGIC = Buffer.from('d9d505f920a163d7', 'hex');
const SECTOR_BYTES = 512;
const PAGE_BYTES = 4096;
const LOCKING_PAGE = 0x40000000 / PAGE_BYTES + 1;

/** A journal without a page that `app.db` then has, of a transaction whose super-journal is `victim`: SQLite's file format, 3. */
async function plantJournal(): Promise<void> {
  const pages = (await readFile(database)).length / PAGE_BYTES;
  const header = Buffer.alloc(SECTOR_BYTES);
  MAGIC.copy(header);
  for (const [index, value] of [0, 0, pages, SECTOR_BYTES, PAGE_BYTES].entries())
    header.writeUInt32BE(value, MAGIC.length + 4 * index);
  const name = Buffer.from(victim);
  const sum = name.reduce((total, byte) => total + byte, 0);
  const journal = Buffer.concat([
    header,
    number(LOCKING_PAGE),
    name,
    number(name.length),
    number(sum),
    MAGIC,
  ]);
  await writeFile(`${database}-journal`, journal);
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

test.runIf(isRoot)('a journal that is laid beside a database has a dump by root remove no file', async () => {
  await plantJournal();
  const dump = dumpOf(host, url());
  await expect(dump).rejects.toThrow(/readonly database.*\?as=/);
  expect(existsSync(victim)).toBe(true);
  await dumpOf(host, url('&as=root')); // who says so believes it
  expect(existsSync(victim)).toBe(false);
});

test.runIf(isRoot)('nor a restore in the place of the database', async () => {
  const dumped = await dumpOf(host, url());
  await plantJournal();
  const { movedAside } = await restoreTo(host, dumped, url(), { overwrite: true });
  expect(existsSync(victim)).toBe(true);
  expect(existsSync(`${movedAside}-journal`)).toBe(true);
  expect(existsSync(`${database}-journal`)).toBe(false);
});

test.runIf(isRoot)(
  'what the WAL of a database holds is in a dump by root, and in the file that a restore puts aside',
  async () => {
    await run('sh', [
      '-c',
      `sqlite3 '${database}' 'PRAGMA journal_mode = wal' 'INSERT INTO t VALUES (2)' '.system cp ${database}-wal ${folder}/wal'; mv '${folder}/wal' '${database}-wal'`,
    ]);
    const dumped = await dumpOf(host, url());
    expect(dumped.record.fingerprint?.tables['t']?.rows).toBe(2);
    const { movedAside } = await restoreTo(host, dumped, url(), { overwrite: true });
    const { stdout } = await run('sqlite3', [movedAside as string, 'SELECT count(*) FROM t']);
    expect(stdout).toBe('2\n');
  },
);

test.runIf(isRoot)('a sqlite3 that follows a symlink to make a WAL is not run as root', async () => {
  await sqlite('PRAGMA journal_mode = wal');
  const led = join(folder, 'ld.so.preload');
  await symlink(led, `${database}-wal`);
  await expect(dumpOf(host, url())).rejects.toThrow(/unable to open/);
  expect(existsSync(led)).toBe(false);
  const tools = join(folder, 'tools');
  await mkdir(tools);
  // As those before O_NOFOLLOW did it.
  await writeFile(
    join(tools, 'sqlite3'),
    `#!/bin/sh
case $* in *-version*) ;; *) for f; do f=\${f#file:}; [ ! -h "\${f%%\\?*}-wal" ] || : >>"\${f%%\\?*}-wal"; done ;; esac
exec sqlite3 "$@"
`,
  );
  await chmod(join(tools, 'sqlite3'), 0o755);
  await expect(dumpOf(host, url(`&bin=${tools}`))).rejects.toThrow(/follows symlinks.*\?as=/);
  expect(existsSync(led)).toBe(false);
});
