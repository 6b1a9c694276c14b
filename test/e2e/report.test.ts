import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { targetTag } from '../../src/repository/tags.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { storeHistories } from '../retention/stored-histories.ts';
import { type GitHubIssues, startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';
import { makeRepository } from '../services/repository.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const HOUR_NS = 3_600_000_000_000n;
const TREE = 'a'.repeat(64) as BlobId;

let folder = '';
let server: Server;
let answer = 200;
let told: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-report-'));
  const none = {
    filesNew: 0,
    filesChanged: 0,
    filesUnmodified: 0,
    dirsNew: 0,
    dirsChanged: 0,
    dirsUnmodified: 0,
  };
  const counts = { dataBlobs: 1, treeBlobs: 1, dataAdded: 900, dataAddedPacked: 500, totalFilesProcessed: 1 };
  const of = (target: string, hoursAgo: bigint) => {
    const timeNs = BigInt(Date.now()) * 1_000_000n - hoursAgo * HOUR_NS;
    const times = { backupStartNs: timeNs, backupEndNs: timeNs + 5_000_000_000n };
    const summary = { ...none, ...counts, ...times, totalBytesProcessed: 1234 };
    return snapshotOf(TREE, { timeNs, tags: [targetTag(target)], summary });
  };
  await storeHistories(join(folder, 'stored'), [of('wiki', 30n), of('wiki', 3n), of('shop', 40n)]);
  await makeRepository(join(folder, 'repo'), PASSWORD);
  await mkdir(join(folder, 'files'));
  await writeFile(join(folder, 'files/a'), 'content');
  server = createServer((request, response) => {
    told.push(`${request.method} ${request.url}`);
    response.writeHead(answer).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
beforeEach(() => {
  [told, answer] = [[], 200];
});
afterAll(async () => {
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true, force: true });
});

const originOf = (one: Server) => `http://127.0.0.1:${(one.address() as AddressInfo).port}`;

test('the report shows a stale target on a page and in the summary, and fails the step for it', async () => {
  await using runner = await ActionRunner.create('report');
  const html = join(folder, 'page.html');
  const inputs = { repository: join(folder, 'stored'), password: PASSWORD, html, shallow: 'true' };
  const main = await runner.main({ ...inputs, rpo: '26h' });
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({
    html,
    targets: '2',
    protected: '0',
    'never-proved': '1',
    stale: '1',
    failing: '0',
  });
  expect(main.commands.filter(({ name }) => name === 'error')).toMatchObject([
    {
      properties: { title: 'Backup stale' },
      message: expect.stringMatching(/^shop on \w+: the last complete backup is 40 h old/),
    },
  ]);
  expect(main.summary).toMatch(/^\| shop \| \w+ \| ⚠️ stale \| .* \| 40 h ago \(RPO 26 h\)/m);
  const page = await readFile(html, 'utf8');
  expect(page.match(/<svg/g)?.length).toBeGreaterThan(0);
  expect(page).not.toContain(PASSWORD);

  const lenient = await runner.main({ ...inputs, rpo: '26h\nshop=3d' });
  expect(lenient).toMatchObject({ exitCode: 0, outputs: { stale: '0', 'never-proved': '2' } });
});

test('what the report found is told also where its files can’t be written, and the page is given if it is there', async () => {
  await using runner = await ActionRunner.create('report');
  const inputs = { repository: join(folder, 'stored'), password: PASSWORD, shallow: 'true', rpo: '26h' };
  const metrics = join(folder, 'no/such/x.prom');
  const html = join(folder, 'without-metrics.html');
  for (const [given, page] of [
    [{ html, metrics }, html],
    [{ html: join(folder, 'no/such/x.html') }, ''],
  ] as const) {
    const main = await runner.main({ ...inputs, ...given });
    expect(main).toMatchObject({ exitCode: 1, outputs: { html: page, targets: '2', stale: '1' } });
    expect(main.summary).toContain('| ⚠️ stale |');
    const titles = main.commands
      .filter(({ name }) => name === 'error')
      .map(({ properties }) => properties['title']);
    expect(titles).toEqual(['Backup stale', 'Report failed']);
  }
});

test('a backup pings start and success, and one that can’t is a warning that names no secret', async () => {
  await using runner = await ActionRunner.create('backup-host');
  const origin = originOf(server);
  const inputs = {
    ...{ on: 'local', host: 'web', of: 'wiki', paths: join(folder, 'files') },
    ...{ repository: join(folder, 'repo'), password: PASSWORD, 'ping-url': `${origin}/secret-path` },
  };
  expect((await runner.main(inputs)).exitCode).toBe(0);
  expect(told).toEqual(['POST /secret-path/start', 'POST /secret-path']);
  answer = 404;
  const { exitCode, commands, rawLog } = await runner.main(inputs);
  expect(exitCode).toBe(0);
  const warnings = commands.filter(({ name }) => name === 'warning').map(({ message }) => message);
  expect(warnings).toEqual(
    Array(2).fill(expect.stringContaining(`Cannot notify ${origin}: it answered 404`)),
  );
  expect(rawLog.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('secret-path');
});

test('a report whose main is killed while it reads is told by post', async () => {
  await using runner = await ActionRunner.create('report');
  let asked = 0;
  await using silent = createServer(() => void asked++);
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const inputs = {
    ...{ repository: `s3:${originOf(silent)}/bucket/main`, password: PASSWORD },
    ...{ 'aws-access-key-id': 'key', 'aws-secret-access-key': 'secret', 'ping-url': `${originOf(server)}/p` },
  };
  const step = await runner.start(inputs);
  await expect.poll(() => asked).toBeGreaterThan(0);
  step.kill('SIGKILL');
  const main = await step.ended;
  silent.closeAllConnections();
  expect(await runner.post(inputs, main)).toMatchObject({ exitCode: 0 });
  expect(told).toEqual(['POST /p/start', 'POST /p/fail']);
});

describe('where an issue is asked for', () => {
  let github: GitHubIssues;
  beforeEach(async () => {
    github = await startGitHubIssues();
    return () => github.stop();
  });

  const runnerOf = (action: string) =>
    ActionRunner.create(action, {
      ...{ GITHUB_API_URL: github.url, GITHUB_REPOSITORY: 'acme/wiki' },
      ...{ GITHUB_SERVER_URL: 'https://github.com', GITHUB_RUN_ID: '7' },
    });
  const dumpInputs = (command: string): Inputs => ({
    ...{ on: 'local', host: 'web', of: 'wiki', databases: `command:a.dump=${command}`, 'issue-token': TOKEN },
    ...{ repository: join(folder, 'repo'), password: PASSWORD, 'ping-url': `${originOf(server)}/p` },
    'webhook-url': `${originOf(server)}/hook`,
  });

  test('a dump whose main is killed is told by post, and the next that is well closes the issue', async () => {
    await using runner = await runnerOf('dump-db');
    const inputs = dumpInputs(`echo begun; touch ${join(folder, 'begun')}; sleep 20`);
    const step = await runner.start(inputs);
    await expect.poll(() => readFile(join(folder, 'begun')).catch(() => null)).not.toBeNull();
    step.kill('SIGKILL');
    const main = await step.ended;
    expect([main.killedBy, told, github.issues]).toEqual(['SIGKILL', ['POST /p/start'], []]);
    expect(await runner.post(inputs, main)).toMatchObject({ exitCode: 0 });
    expect(told.slice(1).sort()).toEqual(['POST /hook', 'POST /p/fail']);
    expect(github.issues).toMatchObject([
      { state: 'open', title: 'wiki on web: dump of its databases fails', labels: ['holdfast'] },
    ]);
    expect(github.issues[0]?.body).toContain('The step was cut off.');

    const well = await runner.main(dumpInputs('echo all of it'));
    expect(well).toMatchObject({ exitCode: 0 });
    expect(await runner.post(inputs, well)).toMatchObject({ exitCode: 0 });
    expect(told.slice(3).sort()).toEqual(['POST /hook', 'POST /p', 'POST /p/start']);
    expect(github.issues).toMatchObject([{ state: 'closed' }]);
    expect(well.rawLog).toContain('Issue 1 closed: https://github.com/acme/wiki/issues/1');
  });

  test('a report opens one for each target that is not well, and a token that may not is a warning', async () => {
    await using runner = await runnerOf('report');
    const inputs = {
      ...{ repository: join(folder, 'stored'), password: PASSWORD, shallow: 'true', 'issue-token': TOKEN },
      html: join(folder, 'page.html'),
    };
    expect((await runner.main({ ...inputs, rpo: '26h' })).exitCode).toBe(1);
    expect(github.issues.map(({ title, state }) => [title, state])).toEqual([
      [expect.stringMatching(/^shop on \w+: not protected$/), 'open'],
    ]);
    github.refuse = () => ({ status: 403, message: 'Resource not accessible by integration' });
    const refused = await runner.main({ ...inputs, rpo: '3d' });
    expect(refused.exitCode).toBe(0);
    expect(refused.commands.filter(({ name }) => name === 'warning')).toMatchObject([
      { properties: { title: 'No issue tells it' }, message: expect.stringContaining('issues: write') },
    ]);
    github.refuse = () => null;
    expect((await runner.main({ ...inputs, rpo: '3d' })).exitCode).toBe(0);
    expect(github.issues[0]).toMatchObject({
      state: 'closed',
      body: expect.stringContaining('the last complete backup is 40 h old'),
    });

    github.visibility = 'public';
    await runner.main({ ...inputs, rpo: '26h' });
    expect(github.issues[1]?.body).toContain('this GitHub repository is public');
    expect(github.issues[1]?.body).not.toContain('40 h old');
  });
});
