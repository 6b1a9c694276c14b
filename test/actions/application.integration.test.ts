import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main as backUp, post } from '../../src/actions/backup-host.ts';
import { main as restore } from '../../src/actions/restore.ts';
import { armScript, layScript } from '../../src/hosts/lease/lease-scripts.ts';
import { localHost } from '../../src/hosts/local.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { makeRepository } from '../services/repository.ts';

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-action-'));
  await makeRepository(join(folder, 'repository'), 'secret');
  await writeFile(join(folder, 'page'), 'one\n');
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    await writeFile(join(folder, name), '');
    vi.stubEnv(name, join(folder, name));
  }
  for (const [name, value] of Object.entries({
    on: 'local',
    host: 'wiki.example',
    of: 'wiki',
    repository: join(folder, 'repository'),
    password: 'secret',
    app: 'generic',
    'app-options': `paths=${folder}/page\nversion=echo 1.2\nafter=echo ran >>${folder}/hooks`,
  }))
    give(name, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true, force: true });
});

const read = (name: string) => readFile(join(folder, name), 'utf8');

test('an application is saved by its inputs, and put back by those of restore', async () => {
  await backUp();
  expect(process.exitCode ?? 0).toBe(0);
  expect(await read('hooks')).toBe('ran\n');
  await writeFile(join(folder, 'page'), 'two\n');
  give('app', 'snapshot');
  give('app-options', '');
  give('dry-run', 'true');
  await writeFile(join(folder, 'GITHUB_OUTPUT'), '');
  await restore();
  expect(await read('page')).toBe('two\n');
  // What the restore is held to, once it is approved.
  expect(await read('GITHUB_OUTPUT')).toMatch(/snapshot-id<<.*\n[0-9a-f]{64}\n/);
  expect(await read('GITHUB_STEP_SUMMARY')).toContain('Dry run of the restore of `generic` `1.2` on `local`');
  give('dry-run', 'false');
  await restore();
  expect(process.exitCode ?? 0).toBe(0);
  expect(await read('page')).toBe('one\n');
  const summary = await read('GITHUB_STEP_SUMMARY');
  expect(summary).toContain('### ✅ Restored `generic` `1.2` on `local`');
  expect(summary).toContain('1. `put the files back`');
  expect(await read('GITHUB_OUTPUT')).toMatch(/files-total<<.*\n1\n/);
});

test('an application comes back from an archive that the input trust-archive names, and from no other', async () => {
  await mkdir(join(folder, 'archives'));
  give('repository', '');
  give('password', '');
  give('format', 'archive');
  give('archive-to', join(folder, 'archives'));
  give('archive-unencrypted', 'true');
  await backUp();
  expect(process.exitCode ?? 0).toBe(0);
  await writeFile(join(folder, 'page'), 'two\n');
  give('archive-from', join(folder, 'archives'));
  give('app', 'snapshot');
  give('app-options', '');
  const said: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
  const restoreTrusting = async (sha256: string) => {
    give('trust-archive', sha256);
    await restore();
    const { exitCode } = process;
    process.exitCode = undefined;
    return exitCode ?? 0;
  };
  expect(await restoreTrusting('')).toBe(1);
  expect(await restoreTrusting('0'.repeat(64))).toBe(1);
  expect(said.join('')).toMatch(/without the input `trust-archive`.*isn't the one that you trust/s);
  expect(await read('page')).toBe('two\n');
  const [name = ''] = (await readdir(join(folder, 'archives'))).filter((one) => one.endsWith('.zst'));
  const bytes = await readFile(join(folder, 'archives', name));
  expect(await restoreTrusting(createHash('sha256').update(bytes).digest('hex'))).toBe(0);
  expect(await read('page')).toBe('one\n');
});

test('what main could not do for the application any more, post does by its options', async () => {
  vi.stubEnv('STATE_main', 'started');
  vi.stubEnv('STATE_application', 'held');
  await post();
  expect(process.exitCode ?? 0).toBe(0);
  expect(await read('hooks')).toBe('ran\n');
});

test('a snapshot of the volume that main left, post removes by the commands that it was made by', async () => {
  vi.stubEnv('STATE_main', 'started');
  const target = `post-${process.pid}`;
  const record = `/var/lib/holdfast/${target}.volume`;
  give('of', target);
  give('volume', 'lvm');
  await mkdir(join(record, 'at'), { recursive: true });
  await writeFile(join(record, 'name'), `holdfast-${target}-0123456789ab\n`);
  await writeFile(join(record, 'destroy.sh'), `touch ${folder}/destroyed`);
  await post();
  expect(process.exitCode ?? 0).toBe(0);
  expect([existsSync(join(folder, 'destroyed')), existsSync(record)]).toEqual([true, false]);
});

test('an application that main left stopped, post starts by its lease, if it is this run’s', async () => {
  vi.stubEnv('STATE_main', 'started');
  vi.stubEnv('STATE_application', 'held');
  vi.stubEnv('GITHUB_RUN_ID', `test-${process.pid}`);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/wiki');
  const name = `post-lease-${process.pid}`;
  give('of', name);
  give('app-options', `paths=${folder}/page`);
  const words = { status: null, leaseSeconds: 600, longestSeconds: 600, startLimitSeconds: 20, maxTries: 1 };
  const start = `echo started >>${folder}/starts`;
  const lay = async (holder: string) => {
    const terms = { ...words, name, start, token: 'one', holder };
    for (const script of [layScript(terms), armScript(terms)]) await runToEnd(host, script);
  };
  const host = localHost();
  await lay('run 1 of acme/other');
  await post();
  expect(existsSync(join(folder, 'starts'))).toBe(false);
  await rm(`/var/lib/holdfast/${name}.lease`, { recursive: true });
  await lay(`run test-${process.pid} of acme/wiki`);
  await post();
  expect([await read('starts'), existsSync(`/var/lib/holdfast/${name}.lease`)]).toEqual(['started\n', false]);
  expect(process.exitCode ?? 0).toBe(0);
  await host.close();
});

test('further nodes that main left stopped, post starts, too, the last stopped first, whatever fails between', async () => {
  vi.stubEnv('STATE_main', 'started');
  vi.stubEnv('STATE_application', 'held');
  vi.stubEnv('STATE_nodes', '["local","local"]');
  vi.stubEnv('GITHUB_RUN_ID', `test-${process.pid}`);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/wiki');
  const name = `post-nodes-${process.pid}`;
  give('of', name);
  const words = { status: null, leaseSeconds: 600, longestSeconds: 600, startLimitSeconds: 20, maxTries: 1 };
  const host = localHost();
  for (const [one, start] of Object.entries({
    [name]: `echo own >>${folder}/starts`,
    [`${name}.node1`]: `echo last >>${folder}/starts; exit 1`,
    [`${name}.node2`]: `echo first >>${folder}/starts`,
  })) {
    const terms = {
      ...words,
      name: one,
      start,
      token: 'one',
      holder: `run test-${process.pid} of acme/wiki`,
    };
    for (const script of [layScript(terms), armScript(terms)]) await runToEnd(host, script);
  }
  await post();
  expect([await read('starts'), await read('hooks')]).toEqual(['own\nlast\nfirst\n', 'ran\n']);
  expect(process.exitCode).toBe(1);
  await runToEnd(host, `rm -r /var/lib/holdfast/${name}.*`);
  await host.close();
});
