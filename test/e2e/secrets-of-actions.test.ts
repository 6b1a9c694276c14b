import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Canaries, type Leak } from '../leaks/canaries.ts';
import { leaksOfRepository } from '../leaks/repository.ts';
import { leaksOfStep, unmasked } from '../leaks/step.ts';
import { Watch } from '../leaks/watch.ts';
import { PostgresServer } from '../services/postgres.ts';
import { makeRepository } from '../services/repository.ts';
import { ActionRunner, type Inputs } from './runner.ts';

// As in secrets.test.ts, for what actions are given beside a host's login and a repository's password.

const canaries = new Canaries();
const password = canaries.plant('password');
const databasePassword = canaries.plant('database password');
const copyPassword = canaries.plant('password of the second repository');
const passphrase = canaries.plant('passphrase of an archive');
const storageSecret = canaries.plant('secret key of the storage');
const sessionToken = canaries.plant('session token');
const recoveryCode = canaries.plant('recovery code');
const issueToken = canaries.plant('token');
const pingWord = addressWord('address of pings');
const webhookWord = addressWord('address of a webhook');
const signingKey = canaries.add(
  'signing key',
  generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
);

let folder = '';
let temporary = '';
let server: PostgresServer;
/** What is told goes here, and is refused. */
let refusing: Server;
let origin = '';
let inputs: Inputs = {};

/** A part of an address, which has no spaces. */
function addressWord(name: string): string {
  const [word = ''] = canaries.plant(name).split(' ');
  return word;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hf-secrets-of-actions-'));
  temporary = join(folder, 't');
  await mkdir(temporary);
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
  server = await PostgresServer.start(['local all app scram-sha-256']);
  const literal = `'${databasePassword.replaceAll("'", "''")}'`;
  await server.sql('postgres', `CREATE ROLE app LOGIN PASSWORD ${literal}`);
  await server.sql('postgres', 'CREATE DATABASE app OWNER app');
  await server.sql('app', 'SET ROLE app; CREATE TABLE t AS SELECT i FROM generate_series(1, 10) AS i');
  for (const [name, secret] of [['repository', password], ['second', copyPassword]] as const) // biome-ignore format: one thought
    await makeRepository(join(folder, name), secret);
  refusing = createServer((_request, response) => response.writeHead(403).end());
  await new Promise<void>((done) => refusing.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(refusing.address() as AddressInfo).port}`;
  inputs = {
    ...{ repository: join(folder, 'repository'), password, of: 'wiki' },
    ...{
      'aws-access-key-id': 'AKIA',
      'aws-secret-access-key': storageSecret,
      'aws-session-token': sessionToken,
    },
    ...{ 'ping-url': `${origin}/${pingWord}`, 'webhook-url': `${origin}/${webhookWord}` },
  };
});
afterAll(async () => {
  refusing.close();
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Runs an action and its post with everything watched; gives main's result, and what was seen where it may not be. */
async function hunt(action: string, more: Inputs, hasPost = true) {
  await using runner = await ActionRunner.create(action, {
    ...{ RUNNER_TEMP: temporary, TMPDIR: temporary, RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' },
    ...{ GITHUB_REPOSITORY: 'a/b', GITHUB_API_URL: origin },
  });
  const watch = new Watch({ canaries, temporaryFolder: temporary });
  const all = { ...inputs, ...more };
  const step = await runner.start(all);
  watch.allowEnvironmentOf(step.pid);
  const main = await step.ended;
  const results = [main];
  if (hasPost) {
    const post = await runner.startPost(all, main);
    watch.allowEnvironmentOf(post.pid);
    results.push(await post.ended);
  }
  const { leaks, programs } = await watch.end();
  for (const result of results) expect(leaksOfStep(canaries, result)).toEqual([]);
  await Promise.all((await readdir(temporary)).map((name) => rm(join(temporary, name), { recursive: true })));
  return { main, leaks, programs };
}

/** But for a secret in the environment of the tools that it is for. */
function elsewhere(leaks: readonly Leak[], secret: string, tools: RegExp): readonly Leak[] {
  return leaks.filter((leak) => leak.secret !== secret || !tools.test(leak.place));
}

test('dump-db, with a password for the database, and an issue that can’t be opened', async () => {
  const more = { on: 'local', host: 'h', 'database-password': databasePassword, 'issue-token': issueToken };
  const tools = /^environment of (psql|pg_dump)$/;
  for (const databases of [server.url('app', {}, 'app'), server.url('absent', {}, 'app')]) {
    const { main, leaks, programs } = await hunt('dump-db', { ...more, databases });
    expect(main.exitCode).toBe(databases.includes('absent') ? 1 : 0);
    expect(elsewhere(leaks, 'database password', tools)).toEqual([]);
    expect([...programs]).toContain('psql');
    const masked = ['password', 'database password', 'secret key of the storage', 'session token'];
    expect(unmasked(canaries, main, masked)).toEqual([]);
  }
});

test('backup-host, with a second repository, and into an archive with a passphrase', async () => {
  const more = { on: 'local', host: 'h', paths: join(folder, 'source') };
  const copy = { 'copy-to': join(folder, 'second'), 'copy-to-password': copyPassword, before: 'sleep 0.5' };
  const copied = await hunt('backup-host', { ...more, ...copy });
  expect(copied.main.exitCode).toBe(0);
  expect(copied.leaks).toEqual([]);
  expect(unmasked(canaries, copied.main, ['password', 'password of the second repository'])).toEqual([]);

  const archives = join(folder, 'archives');
  await mkdir(archives);
  const archived = await hunt('backup-host', {
    ...{ ...more, repository: '', password: '', 'aws-access-key-id': '', 'aws-secret-access-key': '' },
    ...{
      'aws-session-token': '',
      format: 'archive',
      'archive-to': archives,
      'archive-passphrase': passphrase,
    },
  });
  expect(archived.main.rawLog).not.toContain('::error');
  expect(archived.leaks).toEqual([]);
  for (const name of await readdir(archives)) expect(name).toMatch(/^wiki-h\./);
});

test('restore-verify, with a witness, a signing key and a recovery code that opens nothing', async () => {
  const more = { host: 'h', 'signing-key': signingKey, 'recovery-code': recoveryCode };
  const { main, leaks, programs } = await hunt('restore-verify', {
    ...more,
    of: 'wiki',
    'leave-out': 'app.dump',
  });
  expect(main.summary).toContain('restic');
  expect([...programs]).toContain('restic');
  expect(elsewhere(leaks, 'password', /^environment of restic$/)).toEqual([]);
  expect(unmasked(canaries, main, ['password', 'signing key', 'recovery code'])).toEqual([]);
});

test.each([
  ['retention', { 'keep-last': '1', prune: 'true' }],
  [
    'report',
    { 'issue-token': issueToken, html: 'true', 'copy-to': 'SECOND', 'copy-to-password': copyPassword },
  ],
  ['restore', { on: 'local', target: 'TARGET', snapshot: 'latest', host: 'h' }],
])('%s', async (action, given) => {
  const places: Record<string, string> = { SECOND: join(folder, 'second'), TARGET: join(folder, 'restored') };
  const more = Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, places[value] ?? value]),
  );
  const { main, leaks } = await hunt(action, more);
  expect(main.rawLog).toContain('Cannot notify');
  expect(leaks).toEqual([]);
});

test('and not in what was written', async () => {
  for (const [name, secret] of [['repository', password], ['second', copyPassword]] as const) // biome-ignore format: one thought
    expect(await leaksOfRepository(canaries, join(folder, name), secret)).toEqual([]);
});
