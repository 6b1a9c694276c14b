import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ExitStatus } from '../../src/cli/exit-status.ts';
import { withNotices } from '../../src/cli/notify.ts';
import type { AboutCommand } from '../../src/cli/notify-flags.ts';
import { HoldfastError } from '../../src/errors.ts';

let server: Server;
let folder = '';
let told: string[] = [];
let warnings: string[] = [];

beforeEach(async () => {
  [told, warnings] = [[], []];
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await Array.fromAsync(request)).toString();
    told.push(`${request.url} ${body}`.trim());
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  folder = await mkdtemp(join(tmpdir(), 'holdfast-notify-'));
  await writeFile(join(folder, 'url'), `${url()}/p\n`, { mode: 0o600 });
});
afterEach(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

const BACKUP: AboutCommand = {
  ...{ action: 'Backup', isOfAHost: true, ifNotWell: 'incomplete', byEnvironment: true },
};

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

function run(work: () => Promise<ExitStatus>, flags = {}, env = {}, about: AboutCommand = BACKUP) {
  const reporter = {
    onProgress: () => {},
    onInfo: () => {},
    onWarning: (message: string) => void warnings.push(message),
  };
  const task = {
    ...{
      flags: { on: 'ssh://root:pw@db1', of: 'wiki', webhookOn: 'all', ...flags },
      terminal: { env },
      reporter,
    },
    signal: new AbortController().signal,
  };
  return withNotices(about, task as never, work);
}

test('a backup pings its start and its success, by the address in a file', async () => {
  expect(await run(async () => ExitStatus.ok, { pingUrlFile: join(folder, 'url') })).toBe(ExitStatus.ok);
  expect(told).toEqual(['/p/start', '/p']);
});

test('an incomplete one and a failed one ping a failure, and end as they would have', async () => {
  const env = { HOLDFAST_PING_URL: `${url()}/p`, HOLDFAST_WEBHOOK_URL: `${url()}/hook` };
  expect(await run(async () => ExitStatus.incomplete, {}, env)).toBe(ExitStatus.incomplete);
  const error = new HoldfastError('no-space', 'Cannot write "/srv/private name": full.');
  await expect(run(() => Promise.reject(error), {}, env)).rejects.toBe(error);
  expect(told.filter((one) => one === '/p/fail')).toHaveLength(2);
  const hooks = told.filter((one) => one.startsWith('/hook'));
  expect(hooks).toEqual([expect.stringContaining('of wiki on'), expect.stringContaining(': failed (0:00)')]);
  expect(hooks.join()).not.toMatch(/private name|pw/);
});

test('what can’t be told is a warning, and changes nothing', async () => {
  const env = { HOLDFAST_PING_URL: 'http://user:secret@127.0.0.1/' };
  expect(await run(async () => ExitStatus.ok, {}, env)).toBe(ExitStatus.ok);
  expect(await run(async () => ExitStatus.ok, { pingUrlFile: join(folder, 'none') })).toBe(ExitStatus.ok);
  expect(warnings).toEqual([
    expect.stringContaining('Nobody is notified'),
    expect.stringContaining('Nobody is notified'),
  ]);
  expect(warnings.join()).not.toContain('secret');
});

test('a dry run, and one without an address, tell nobody', async () => {
  await run(async () => ExitStatus.ok, { dryRun: true, pingUrlFile: join(folder, 'url') });
  await run(async () => ExitStatus.ok);
  expect([told, warnings]).toEqual([[], []]);
});

test('another command heeds no address of the environment: it would answer for a backup that stopped', async () => {
  const env = { HOLDFAST_PING_URL: `${url()}/p`, HOLDFAST_WEBHOOK_URL: `${url()}/hook` };
  const about: AboutCommand = {
    ...BACKUP,
    action: 'Report',
    isOfAHost: false,
    ifNotWell: 'failed',
    byEnvironment: false,
  };
  await run(async () => ExitStatus.ok, { on: undefined, of: undefined }, env, about);
  expect(told).toEqual([]);
  const flags = { on: undefined, of: undefined, host: ['a', 'b'], webhookUrlFile: join(folder, 'url') };
  await run(async () => ExitStatus.incomplete, flags, env, about);
  expect(told).toEqual(['/p {"text":"Report of all targets on a, b: failed (0:00). "}']);
});

test.each([
  ['failure', ['/p', '/p/fail', '/hook']],
  ['success', ['/p', '/hook', '/p/fail']],
])('a webhook can be told %s alone; pings are told all the same', async (webhookOn, expected) => {
  const env = { HOLDFAST_PING_URL: `${url()}/p`, HOLDFAST_WEBHOOK_URL: `${url()}/hook` };
  await run(async () => ExitStatus.ok, { webhookOn }, env);
  const hooked = told.some((one) => one.startsWith('/hook'));
  await run(async () => ExitStatus.incomplete, { webhookOn }, env);
  const ends = told.map((one) => one.split(' ')[0]).filter((one) => one !== '/p/start');
  expect(ends.toSorted()).toEqual(expected.toSorted());
  expect(hooked).toBe(webhookOn === 'success');
});

test.each(['webhookOn', 'webhookTemplateFile'])(
  'who says by %s what a webhook is told, and not where it is, hears that none is told',
  async (flag) => {
    await writeFile(join(folder, 'template'), '{"text": "{{outcome}}"}');
    const value = flag === 'webhookOn' ? 'failure' : join(folder, 'template');
    const flags = { pingUrlFile: join(folder, 'url'), [flag]: value };
    expect(await run(async () => ExitStatus.ok, flags)).toBe(ExitStatus.ok);
    expect(warnings).toEqual([expect.stringContaining('No webhook is told: --webhook-')]);
    expect(told).toEqual(['/p/start', '/p']);
  },
);
