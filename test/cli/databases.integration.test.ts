import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { PostgresServer } from '../services/postgres.ts';
import { makeRepository } from '../services/repository.ts';
import { holdfast } from './terminal.ts';

let server: PostgresServer;
let folder = '';
let env: Record<string, string> = {};

beforeAll(async () => {
  server = await PostgresServer.start();
  await server.sql('postgres', 'CREATE DATABASE app');
  await server.sql('app', 'CREATE TABLE t AS SELECT i FROM generate_series(1, 1000) AS i');
  folder = await mkdtemp(join(tmpdir(), 'holdfast-databases-'));
  env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
  await makeRepository(join(folder, 'repository'), 'secret');
});
afterAll(async () => {
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

const run = (...args: string[]) => holdfast(args, { env });

test('a database is dumped, put back beside itself, and taken out as a file', async () => {
  const dumped = await run(
    'dump-db',
    '--of',
    'wiki',
    '--database-on',
    'here',
    server.url('app', { format: 'plain' }),
  );
  expect(dumped.stderr).not.toContain('Fatal');
  expect(dumped.stdout).toMatch(/^Dump app.sql: 1 table, 1,000 rows, /);
  const dry = await run('restore', 'latest', '--of', 'wiki', '--database', '--dry-run');
  expect(dry.stdout).toContain('Dry run: nothing was written.');
  const restored = await run(
    'restore',
    'latest',
    '--database',
    'app.sql',
    '--database-on',
    'here',
    '--into',
    server.url('copy'),
    '--json',
  );
  expect(JSON.parse(restored.stdout.trim().split('\n').at(-1) ?? '')).toMatchObject({
    dump: 'app.sql',
    database: 'copy',
    moved_aside: null,
    verified_tables: 1,
    verified_rows: 1000,
  });
  const nowhere = await run('restore', 'latest', '--database', '--database-on', 'tunnel');
  expect(nowhere.stderr).toContain('expected a URL of PostgreSQL, MySQL or Redis with the server’s host');
  const absent = await run('restore', 'latest', '--database', 'other.sql');
  expect(absent.stderr).toContain('expected one of app.sql');
  const file = await run('restore', 'latest', '--database', 'app.sql', '--target', join(folder, 'files'));
  expect(file.status).toBe(0);
  const text = await readFile(join(folder, 'files/.holdfast/wiki/dumps/app.sql'), 'utf8');
  expect(text).toContain('-- PostgreSQL database dump complete');
});

test('a snapshot of dumps alone: a restore of files says how they come back', async () => {
  await run('dump-db', '--of', 'alone', 'command:list.txt=echo one');
  const target = join(folder, 'alone');
  const refused = await run('restore', 'latest', '--of', 'alone', '--target', target);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toMatch(/it holds no files of a host, .* with --database, or .* with --own\.$/m);
  const narrowed = await run(
    'restore',
    'latest',
    '--of',
    'alone',
    '--include',
    '/.holdfast',
    '--target',
    target,
  );
  expect(narrowed.stderr).toMatch(/correct --include .*; what Holdfast added, .* only with --own\.$/m);
  // What an action's summary says.
  await run('restore', 'latest:/.holdfast', '--of', 'alone', '--target', target);
  expect(await readFile(join(target, 'alone/dumps/list.txt'), 'utf8')).toBe('one\n');
});
