import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { openDirectory } from '../../src/backends/directory.ts';
import { initRepository } from '../../src/repository/init.ts';
import { holdfast } from '../cli/terminal.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY } from '../repository/fast-key.ts';

const PASSWORD = 'correct-horse-battery';
let root = '';
let written = '';

beforeAll(async () => {
  root = await mkdtemp(join(quickFolder(), 'holdfast-target-'));
  await (await initRepository(openDirectory(join(root, 'repository')), PASSWORD, { key: FAST_KEY })).close();
  await mkdir(join(root, 'wiki'));
  await writeFile(join(root, 'wiki/page'), 'a page');
  await writeFile(join(root, 'wiki/page.tmp'), 'no page');
  await writeFile(
    join(root, 'backup.yml'),
    `version: 1
storage: { main: { repository: ${root}/repository, password: env:BACKUP_PASSWORD } }
hosts: { here: { address: local } }
retention: { standard: { keep-within-daily: 1m } }
targets:
  wiki: { host: here, storage: main, paths: ['${root}/wiki'], exclude: ['*.tmp'], before: [echo held], after: ['touch ${root}/released'], retention: standard }
`,
  );
});
afterAll(() => rm(root, { recursive: true }));

beforeEach(async () => {
  for (const name of ['SUMMARY', 'OUTPUT', 'STATE']) await writeFile(join(root, name), '');
  vi.stubEnv('GITHUB_WORKSPACE', root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'SUMMARY'));
  vi.stubEnv('GITHUB_OUTPUT', join(root, 'OUTPUT'));
  vi.stubEnv('GITHUB_STATE', join(root, 'STATE'));
  vi.stubEnv('GITHUB_RUN_ID', '4711');
  vi.stubEnv('GITHUB_SHA', 'c0ffee');
  vi.stubEnv('GITHUB_REPOSITORY', 'example/backups');
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) delete process.env[name];
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
});

/** As the runner gives them. */
const DEFAULTS = Object.entries(
  (parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, { default?: string }> }).inputs,
).map(([name, input]) => [name, input.default ?? ''] as const);

async function run(inputs: Readonly<Record<string, string>>) {
  for (const [name, value] of DEFAULTS) process.env[`INPUT_${name.toUpperCase()}`] = value;
  for (const [name, value] of Object.entries(inputs)) process.env[`INPUT_${name.toUpperCase()}`] = value;
  const { main } = await import('../../src/actions/backup.ts');
  await main();
  return { failed: process.exitCode === 1, state: await readFile(join(root, 'STATE'), 'utf8') };
}

test('a dry run makes no repository, also with `init`, and says what a first backup would read', async () => {
  const repository = join(root, 'none-yet');
  const inputs = {
    on: 'local',
    host: 'here',
    paths: join(root, 'wiki'),
    repository,
    password: PASSWORD,
    init: 'true',
  };
  const { failed } = await run({ ...inputs, 'dry-run': 'true' });
  expect([failed, written]).toEqual([
    false,
    expect.stringContaining(`There is none at ${repository}. A dry run makes none`),
  ]);
  expect(await readFile(join(root, 'SUMMARY'), 'utf8')).toContain('2 (2 new, 0 changed, 0 unmodified)');
  expect(await readdir(root)).not.toContain('none-yet');
  await run({ ...inputs, 'dry-run': 'false' });
  expect(await readdir(root)).toContain('none-yet');
});

test('that no copy is made where an after command fails, is said', async () => {
  const repository = join(root, 'repository');
  const { failed } = await run({
    ...{
      on: 'local',
      host: 'here',
      paths: join(root, 'wiki'),
      repository,
      password: PASSWORD,
      after: 'exit 4',
    },
    ...{ 'copy-to': repository, 'copy-to-password': PASSWORD },
  });
  expect(failed).toBe(true);
  expect(written).toMatch(/::warning title=No copy is made::The snapshot is in the first repository alone/);
});

test('a target’s name is enough: what the file says is done, and stands in the manifest with who did it', async () => {
  vi.stubEnv('BACKUP_PASSWORD', PASSWORD);
  const { failed, state } = await run({
    target: 'wiki',
    'dry-run': 'false',
    'ssh-client': 'ssh2',
    become: '',
  });
  expect(written).not.toContain('::error');
  expect(failed).toBe(false);
  vi.restoreAllMocks();
  const env = { RESTIC_REPOSITORY: join(root, 'repository'), RESTIC_PASSWORD: PASSWORD };
  const dumped = await holdfast(['dump', 'latest', '/.holdfast/wiki/manifest.json'], { env });
  expect(await readFile(join(root, 'OUTPUT'), 'utf8')).toMatch(/files-total<<(\S+)\n1\n\1/);
  const { origin } = JSON.parse(dumped.stdout);
  expect(origin.run).toMatchObject({ repository: 'example/backups', commit: 'c0ffee', run_id: '4711' });
  expect(origin.configuration).toMatchObject({
    target: 'wiki',
    exclude: ['*.tmp'],
    retention: { 'keep-within-daily': '1m' },
  });
  expect(dumped.stdout + state).not.toContain(PASSWORD);
  expect(state).toContain('"variable":"BACKUP_PASSWORD"');
});

test.each([
  ['a target that isn’t there', { target: 'wikki' }, 'Did you mean `wiki`?'],
  [
    'a secret that isn’t there',
    { target: 'wiki' },
    'the variable `BACKUP_PASSWORD`, which the configuration names for `password`, is not set',
  ],
  [
    'an input that says what the file says',
    { target: 'wiki', paths: '/etc' },
    'Cannot use both the inputs `target` and `paths`',
  ],
  ['what is due of nothing', { 'if-due': 'true' }, 'Cannot use the input `if-due` without `target`'],
  ['a file without a target', { config: 'backup.yml' }, 'Cannot use the input `config` without `target`'],
])('%s is told before anything is begun', async (_name, inputs, why) => {
  vi.stubEnv('BACKUP_PASSWORD', '');
  expect((await run(inputs)).failed).toBe(true);
  expect(await readFile(join(root, 'SUMMARY'), 'utf8')).toMatch(
    /^### ❌ Backup of `.*failed\n[\s\S]*\*\*Next:\*\* /,
  );
  expect(written.match(/^::error/gm)).toHaveLength(1);
  expect(written).toContain(why);
});

test('what another run has done by now is not done again, and held again, if only what is due is wanted', async () => {
  vi.stubEnv('BACKUP_PASSWORD', PASSWORD);
  const config = await readFile(join(root, 'backup.yml'), 'utf8');
  const scheduled = config
    .replace('host: here, ', "host: here, schedule: '0 0 1 1 *', ")
    .replaceAll('wiki:', 'shop:');
  await writeFile(join(root, 'scheduled.yml'), scheduled.replace('/released', '/shop-released'));
  const inputs = { target: 'shop', config: 'scheduled.yml', 'if-due': 'true' };
  expect((await run(inputs)).failed).toBe(false);
  expect(await readFile(join(root, 'OUTPUT'), 'utf8')).toContain('snapshot-id');
  await rm(join(root, 'shop-released'));
  for (const name of ['SUMMARY', 'OUTPUT', 'STATE']) await writeFile(join(root, name), '');
  expect((await run(inputs)).failed).toBe(false);
  expect(await readFile(join(root, 'OUTPUT'), 'utf8')).toBe('');
  expect(await readFile(join(root, 'SUMMARY'), 'utf8')).toMatch(
    /^### ⏭️ Backup of `shop`: nothing to do\n\nnot due: backed up at /,
  );
  expect(await readdir(root)).not.toContain('shop-released');
});

test('an archive’s own manifest has it, too, and the one in the clear beside it doesn’t', async () => {
  const config = await readFile(join(root, 'backup.yml'), 'utf8');
  const place = `archives: ${root}/archives, unencrypted: true`;
  await writeFile(join(root, 'archived.yml'), config.replace(/repository: \S+, password: env:\w+/, place));
  await mkdir(join(root, 'archives'));
  const { failed } = await run({ target: 'wiki', config: 'archived.yml' });
  expect(written).not.toContain('::error');
  expect(failed).toBe(false);
  const names = await readdir(join(root, 'archives'));
  const archive = names.find((name) => name.endsWith('.tar.zst')) ?? '';
  const tar = zstdDecompressSync(await readFile(join(root, 'archives', archive))).toString();
  const [, json = ''] = /(\{\n {2}"manifest_version".*?\n\})\n/s.exec(tar) ?? [];
  expect(JSON.parse(json).origin).toMatchObject({
    configuration: { target: 'wiki', exclude: ['*.tmp'], storage: `${root}/archives` },
    run: { commit: 'c0ffee', run_id: '4711' },
  });
  const beside = names.find((name) => name !== archive) ?? '';
  expect(await readFile(join(root, 'archives', beside), 'utf8')).not.toContain('c0ffee');
});

describe('who is told', () => {
  let server: Server;
  let told: string[] = [];
  let origin = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      request.resume().on('end', () => response.end());
      told.push(request.url ?? '');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const config = await readFile(join(root, 'backup.yml'), 'utf8');
    const notified = config.replace(
      'wiki: {',
      'wiki: { notifications: [{ ping: env:WIKI_PING }, { on: [failure], webhook: env:CHAT }],',
    );
    await writeFile(join(root, 'notified.yml'), notified);
    await writeFile(join(root, 'blocked.yml'), notified.replace('host: here', 'host: there'));
  });
  afterAll(() => new Promise((done) => server.close(done)));
  beforeEach(() => {
    told = [];
    vi.stubEnv('BACKUP_PASSWORD', PASSWORD);
    vi.stubEnv('WIKI_PING', `${origin}/secret-wiki`);
    vi.stubEnv('CHAT', `${origin}/secret-chat`);
  });

  const notified = { target: 'wiki', config: 'notified.yml', 'dry-run': 'false' };

  test('stands in the file, by the names of variables', async () => {
    expect((await run(notified)).failed).toBe(false);
    expect(told).toEqual(['/secret-wiki/start', '/secret-wiki']);
    expect(written.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('secret-');
  });

  test.each([
    ['can’t be backed up', { ...notified, config: 'blocked.yml' }, 'no such host'],
    ['says what the file says', { ...notified, paths: '/etc' }, 'Cannot use both'],
  ])('learns of a failure when the target %s', async (_name, inputs, why) => {
    vi.stubEnv('HOLDFAST_PING_URL', `${origin}/general`);
    expect((await run(inputs)).failed).toBe(true);
    expect(written).toContain(why);
    const expected = why === 'no such host' ? ['/secret-chat', '/secret-wiki/fail'] : ['/general/fail'];
    expect(told.toSorted()).toEqual(expected);
  });

  test('… and when a secret isn’t set, or the file isn’t there', async () => {
    vi.stubEnv('BACKUP_PASSWORD', '');
    expect((await run(notified)).failed).toBe(true);
    expect(told.toSorted()).toEqual(['/secret-chat', '/secret-wiki/fail']);
    told = [];
    await run({ target: 'wiki', config: 'no.yml', 'ping-url': `${origin}/by-input` });
    expect(told).toEqual(['/by-input/fail']);
  });

  test('an input goes before the file, and an address that isn’t set keeps no backup from being made', async () => {
    vi.stubEnv('CHAT', '');
    expect((await run({ ...notified, 'ping-url': `${origin}/by-input` })).failed).toBe(false);
    expect(told).toEqual(['/by-input/start', '/by-input']);
    expect(written).toContain('::warning title=Nobody was notified::The variable `CHAT`');
  });

  test('a dump of databases tells them, too', async () => {
    process.env['INPUT_PING-URL'] = `${origin}/dump`;
    await (await import('../../src/actions/dump-db.ts')).main();
    expect(process.exitCode).toBe(1);
    expect(told).toEqual(['/dump/start', '/dump/fail']);
  });
});

test('a step that says nothing learns both ways to say something', async () => {
  vi.stubEnv('RESTIC_REPOSITORY', '');
  expect((await run({})).failed).toBe(true);
  expect(written).toContain('neither `target` nor `repository` is given');
});

test('when main was cut off, post lets go on what the file held, as main noted it: whatever the file says now', async () => {
  await rm(join(root, 'released'), { force: true });
  vi.stubEnv('BACKUP_PASSWORD', PASSWORD);
  const { state } = await run({ target: 'wiki' });
  await rm(join(root, 'released'));
  const noted = /^target-inputs<<(\S+)\n(.*)\n\1$/m.exec(state)?.[2] ?? '';
  for (const name of Object.keys(process.env)) if (name.startsWith('INPUT_')) delete process.env[name];
  vi.stubEnv('INPUT_TARGET', 'wiki');
  vi.stubEnv('STATE_target-inputs', noted);
  vi.stubEnv('STATE_main', 'started');
  vi.stubEnv('STATE_application', 'held');
  await writeFile(join(root, 'backup.yml'), 'version: 9');
  const { post } = await import('../../src/actions/backup.ts');
  await post();
  expect(process.exitCode).toBeUndefined();
  expect(await readFile(join(root, 'released'), 'utf8')).toBe('');
  expect(written).toContain('stale lock');
});
