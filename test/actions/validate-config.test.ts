import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sample } from '../config/sample.ts';
import { workflowCommands } from '../e2e/runner.ts';

let root = '';
let written = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-checkout-'));
  for (const name of ['SUMMARY', 'OUTPUT']) await writeFile(join(root, name), '');
  vi.stubEnv('GITHUB_WORKSPACE', root);
  vi.stubEnv('GITHUB_STEP_SUMMARY', join(root, 'SUMMARY'));
  vi.stubEnv('GITHUB_OUTPUT', join(root, 'OUTPUT'));
  vi.resetModules();
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await rm(root, { recursive: true });
});

async function check(files: Readonly<Record<string, string>>, inputs: Readonly<Record<string, string>> = {}) {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  const { main } = await import('../../src/actions/validate-config.ts');
  await main();
  return {
    failed: process.exitCode === 1,
    commands: workflowCommands(written),
    summary: await readFile(join(root, 'SUMMARY'), 'utf8'),
    outputs: await readFile(join(root, 'OUTPUT'), 'utf8'),
  };
}

const CLEAN = sample().replace(/^ {2}(db|other): .*\n/gm, '');

test('a configuration in order passes, and the summary says what the schedule means', async () => {
  const config = CLEAN.replace(
    'paths: [/srv/wiki]',
    'paths: [/srv/wiki], schedule: 17 3 * * 0, timezone: Europe/Vienna',
  );
  const { failed, commands, summary, outputs } = await check({ 'backup.yml': config });
  expect(failed).toBe(false);
  expect(commands).toEqual([]);
  expect(summary).toContain('At 03:17, only on Sunday (Europe/Vienna)');
  expect(summary.match(/\d{4}-\d\d-\d\d 03:17/g)).toHaveLength(3);
  expect(outputs).toContain('wiki');
});

test('a finding is an annotation on its line, with its rule and what to do; an error fails the step', async () => {
  const { failed, commands, summary } = await check({
    'backup.yml': CLEAN.replace('host: web', 'host: wbe'),
  });
  expect(failed).toBe(true);
  const [found] = commands.filter(({ name }) => name === 'error');
  expect(found?.properties).toMatchObject({
    file: 'backup.yml',
    line: '7',
    col: '17',
    title: 'Holdfast: unknown-host',
  });
  expect(found?.message).toContain('Did you mean `web`?');
  expect(summary).toContain(
    '[unknown-host](https://github.com/holdfast/holdfast/blob/main/docs/rules/unknown-host.md)',
  );
});

test('a warning doesn’t fail the step, but with `strict`', async () => {
  const config = CLEAN.replace(', known-hosts: SHA256:x', '');
  expect((await check({ 'backup.yml': config })).failed).toBe(false);
  expect((await check({ 'backup.yml': config }, { strict: 'true' })).failed).toBe(true);
});

test('of many findings those that the runner would drop stand in the log and the summary', async () => {
  const targets = Array.from(
    { length: 30 },
    (_, i) => `  t${i}: { host: none, storage: main, paths: [/a] }`,
  ).join('\n');
  const { commands, summary } = await check({ 'backup.yml': sample({ targets }) });
  expect(commands.filter(({ name }) => name === 'error')).toHaveLength(10);
  expect(summary.match(/\[unknown-host\]/g)).toHaveLength(30);
  expect(written.match(/error unknown-host/g)).toHaveLength(30);
});

test('what the change would do is told, and what can’t be known of it', async () => {
  const policies = 'retention: { long: { keep-within-daily: 1y }, short: { keep-within-daily: 7d } }';
  const target =
    '  wiki: { host: web, storage: main, paths: [/srv/wiki, /etc/wiki], retention: long }\n  shop: { host: web, storage: main, paths: [/shop] }';
  const before = sample({ targets: target, more: policies });
  const after = before
    .replace(', /etc/wiki', '')
    .replace('retention: long }', 'retention: short }')
    .replace(/^ {2}shop.*\n/m, '');
  const { summary, outputs } = await check(
    { 'backup.yml': after, 'base/backup.yml': before },
    { base: 'base/backup.yml' },
  );
  expect(summary).toContain('⚠️ `shop` goes');
  expect(summary).toContain(
    '⚠️ `wiki`: paths − `/etc/wiki`; retention `keep daily snapshots within 1y` → `keep daily snapshots within 7d`',
  );
  expect(summary).toContain('can’t be known here: that takes the repository and its password');
  expect(outputs).toMatch(/shop\nwiki/);
});

test('what lets a stranger in or out stands first, with a mark', async () => {
  const before = sample({
    targets:
      '  a: { host: db, storage: main, paths: [/a] }\n  wiki: { host: web, storage: main, paths: [/a] }',
  });
  const after = before
    .replaceAll('paths: [/a]', 'paths: [/b]')
    .replace('SHA256:x }', "SHA256:x, jump: ['ssh://a@evil.example'] }");
  const { summary } = await check(
    { 'backup.yml': after, 'base/backup.yml': before },
    { base: 'base/backup.yml' },
  );
  expect(summary).toContain(
    '- ⚠️ `wiki`: ⚠️ jump `none` → `["ssh://a@evil.example"]`; paths + `/b`, − `/a`\n- ⚠️ `a`: paths',
  );
});

test('a silence that comes stands before all else, also one of what only the audit finds', async () => {
  const before = CLEAN;
  const after = `${CLEAN.replace('known-hosts: SHA256:x', 'identity: env:K')}
silence: [{ rule: unpinned-host, reason: the runner has it }, { rule: stale-target, target: wiki, reason: "*it* moves" }]
`;
  const base = { base: 'base/backup.yml' };
  const { summary } = await check({ 'backup.yml': after, 'base/backup.yml': before }, base);
  expect(summary).toContain(
    '**What the change would do**\n\n- ⚠️ silenced + `unpinned-host: the runner has it`, + `stale-target of wiki: *it* moves`\n- `wiki`: ⚠️ known-hosts',
  );
  expect(summary).toMatch(/\*\*Silenced\*\*[\s\S]*\[unpinned-host\]/);
  expect(summary).toMatch(
    /\*\*What the audit won’t say\*\*[\s\S]*audit\.md#stale-target\) \| `wiki` \| \\\*it\\\* moves/,
  );
});

describe('on a pull request', () => {
  let server: Server;
  let bodies: string[] = [];
  let status = 200;
  beforeEach(async () => {
    [bodies, status] = [[], 200];
    server = createServer(async (request, response) => {
      const text = Buffer.concat(await Array.fromAsync(request)).toString();
      if (request.method === 'GET') return response.writeHead(request.url === '/user' ? 403 : 200).end('[]');
      if (status === 200) bodies.push((JSON.parse(text) as { body: string }).body);
      return response.writeHead(status).end('{}');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    vi.stubEnv('GITHUB_EVENT_NAME', 'pull_request');
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/backups');
    vi.stubEnv('GITHUB_EVENT_PATH', join(root, 'event.json'));
    await writeFile(join(root, 'event.json'), JSON.stringify({ pull_request: { number: 7 } }));
  });
  afterEach(() => new Promise((done) => server.close(done)));

  const files = { 'backup.yml': CLEAN.replace('[/srv/wiki]', '[/srv]'), 'base/backup.yml': CLEAN };
  const inputs = { base: 'base/backup.yml', comment: 'true', token: 'ghs_x' };

  test('what the change would do is one comment there', async () => {
    expect((await check(files, inputs)).failed).toBe(false);
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatch(/^<!-- holdfast validate-config backup\.yml -->\n### ✅/);
    expect(bodies[0]).toContain('⚠️ `wiki`: paths + `/srv`, − `/srv/wiki`');
  });

  test('nothing of the files is markup in it, nor ends the comment that hides its mark', async () => {
    const nasty = '<!-- --> <img src=x> [x](javascript:y) @admin | `b` \\n\\n# h';
    const after = CLEAN.replace('[/srv/wiki]', `["/srv/wiki", "/${nasty}"], tags: ["${nasty}"]`);
    await check({ 'backup.yml': after, 'base/backup.yml': CLEAN }, inputs);
    const [body = ''] = bodies;
    const outside = body.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    expect(outside).not.toMatch(/<img|\]\(javascript|@admin|^# h/m);
    expect(outside.match(/<!--/g)).toHaveLength(1);
    expect(body.split('\n').filter((line) => line.startsWith('# '))).toEqual([]);
  });

  test('with a fork’s token, without one, or without a base only the summary says it', async () => {
    status = 403;
    const { failed, commands, summary } = await check(files, inputs);
    expect({ failed, commands: commands.filter(({ name }) => name !== 'add-mask') }).toEqual({
      failed: false,
      commands: [],
    });
    expect(summary).toContain('⚠️ `wiki`: paths');
    status = 200;
    await check(files, { ...inputs, token: '' });
    await check(files, { ...inputs, comment: 'false', token: 'ghs_x' });
    await check(files, { ...inputs, base: '' });
    expect(bodies).toEqual([]);
  });

  test('a server that fails is a warning, and no failure', async () => {
    status = 500;
    const { failed, commands } = await check(files, inputs);
    expect(failed).toBe(false);
    expect(commands.filter(({ name }) => name === 'warning')).toHaveLength(1);
  });
});

describe('a stranger’s checkout', () => {
  test('holds no more workflows than are read in some seconds, however small each is', async () => {
    const one = `# ${'x'.repeat(79)}\n`.repeat(3000);
    const files = Object.fromEntries(
      Array.from({ length: 9 }, (_, i) => [`.github/workflows/w${i}.yml`, one]),
    );
    const { failed, commands } = await check({ 'backup.yml': CLEAN, ...files });
    expect(failed).toBe(true);
    expect(commands.filter(({ name }) => name === 'error').map(({ message }) => message)).toEqual([
      expect.stringContaining('its workflows have 3 MiB together, expected at most 2 MiB'),
    ]);
  });

  test.each([
    ['the configuration', 'backup.yml', '/etc/shadow'],
    ['the configuration, by way of a folder', 'config', '/etc'],
    ['a workflow', '.github/workflows/a.yml', '/proc/self/environ'],
    ['the folder of workflows', '.github', '/etc'],
  ])('can’t make it read something of the runner: %s', async (_name, link, target) => {
    await mkdir(dirname(join(root, link)), { recursive: true });
    await symlink(target, join(root, link));
    const files = link === 'backup.yml' || link === 'config' ? {} : { 'backup.yml': CLEAN };
    const inputs =
      link === 'config'
        ? { config: 'config/passwd' }
        : link === '.github'
          ? { workflows: '.github/apt' }
          : {};
    if (link === '.github') await expectNothingOf(files, { workflows: '.github' });
    else
      await expectNothingOf(files, inputs as Record<string, string>, 'link that leads out of the checkout');
  });

  test('can’t make it tell names of the runner’s own files', async () => {
    await mkdir(join(root, 'own'));
    await writeFile(join(root, 'own/hidden.yml'), '');
    await mkdir(join(root, 'checkout/.github'), { recursive: true });
    await symlink(join(root, 'own'), join(root, 'checkout/.github/workflows'));
    vi.stubEnv('GITHUB_WORKSPACE', join(root, 'checkout'));
    const { failed } = await check({ 'checkout/backup.yml': CLEAN });
    expect(failed).toBe(true);
    expect(written).toContain('".github/workflows": it is a link that leads out of the checkout');
    expect(written).not.toContain('hidden');
  });

  test.each([
    ['backup.yml', '.git/config'],
    ['.github/workflows/a.yml', '../../.git/config'],
    ['.github/workflows', '../.git'],
  ])('can’t make it read what is git’s own: %s', async (link, target) => {
    await mkdir(join(root, '.git'));
    await writeFile(join(root, '.git/config'), 'url: https://x:hunter2@h/\n');
    await mkdir(dirname(join(root, link)), { recursive: true });
    await symlink(target, join(root, link));
    const { failed } = await check(link === 'backup.yml' ? {} : { 'backup.yml': CLEAN });
    expect(failed).toBe(true);
    expect(written).toContain('it is a link that leads to what is git’s own');
  });

  async function expectNothingOf(
    files: Record<string, string>,
    inputs: Record<string, string>,
    why?: string,
  ) {
    const { failed, summary } = await check(files, inputs);
    if (why !== undefined) {
      expect(failed).toBe(true);
      expect(written).toContain(why);
    }
    expect(written + summary).not.toMatch(/root:|PATH=|GITHUB_WORKSPACE=/);
  }

  const EXPRESSION = `\${{ github.token }}`;
  const NASTY = [
    EXPRESSION,
    'a\n::add-mask::a\n##[error]b',
    '::set-output name=x::y',
    '`|<img src=x onerror=y>|`',
    '[x](javascript:alert)',
    '\u202egnp.exe\u0007',
    '__proto__',
    '$(touch pwned)',
  ].map((name) => JSON.stringify(name));

  test('has no name that is expanded, run, or taken for a command or markup', async () => {
    const lines = NASTY.flatMap((name) => [
      `  ${name}: 1`,
      `  t${NASTY.indexOf(name)}: { host: ${name}, storage: main, paths: [${name}], exclude: [${name}], ${name}: ${name}, schedule: ${name}, tags: [${name}] }`,
    ]);
    const workflows = Object.fromEntries(
      ['a\n::error file=x::y.yml', `${EXPRESSION}.yml`, '`$(touch pwned)`.yml', '##[error].yml'].map(
        (name, i) => [
          `.github/workflows/${name}`,
          `on: pull_request_target\njobs: { a: { steps: [{ uses: ${JSON.stringify(`x/holdfast@${EXPRESSION}\n::add-mask::z`)} }, { uses: x/holdfast@v1, with: { target: ${NASTY[i]} } }] } }`,
        ],
      ),
    );
    const broken = await check({ 'backup.yml': sample({ targets: lines.join('\n') }), ...workflows });
    expectNothingTaken(broken);
    expect(broken.failed).toBe(true);
    const whole = await check({ 'backup.yml': CLEAN });
    expectNothingTaken(whole);
    expect(whole.summary.match(/\[pull-request-target\]/g)).toHaveLength(4);
  });

  function expectNothingTaken({ commands, summary }: Awaited<ReturnType<typeof check>>) {
    const harmless = ['error', 'warning', 'notice', 'group', 'endgroup'];
    expect(commands.filter(({ name }) => !harmless.includes(name))).toEqual([]);
    expect(commands.map(({ properties }) => properties['file'] ?? '').join()).not.toMatch(/[\r\n\u202e]/);
    expect(written).not.toMatch(/##\[|\u202e|\x07/);
    const plain = summary.replace(/(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)/g, '');
    expect(plain).not.toMatch(/<img|(?<!\\)\]\(javascript|[\u202e\x07]/);
    for (const row of summary.split('\n').filter((line) => line.startsWith('|')))
      expect(row.endsWith('|')).toBe(true);
  }

  test('in order but for its names shows them as they are', async () => {
    const targets = `  wiki: { host: web, storage: main, paths: ${JSON.stringify([`/srv/${EXPRESSION}`, '/srv/`x`|<b>'])} }`;
    const before = sample({ targets: '  wiki: { host: web, storage: main, paths: [/srv] }' });
    const { summary } = await check({ 'backup.yml': sample({ targets }), base: before }, { base: 'base' });
    expect(summary).toContain(`\`/srv/${EXPRESSION}\``);
    expect(summary).toContain('`` /srv/`x`\\|<b> ``');
  });
});
