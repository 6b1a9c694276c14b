import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commitOfRelease } from '../../src/github/own-release.ts';
import { githubRuns } from '../../src/github/workflow-runs.ts';

let server: Server;
let asked: string[] = [];
let answers: Record<string, { status?: number; body: unknown }> = {};

beforeEach(async () => {
  [asked, answers] = [[], {}];
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    const { status = 200, body } = answers[request.url ?? ''] ?? {
      status: 404,
      body: { message: 'Not Found' },
    };
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((done) => server.close(done));
});

const reader = (signal = new AbortController().signal) =>
  githubRuns({
    repository: 'acme/back ups',
    token: 'ghs_x',
    ownRef: 'acme/b/.github/workflows/audit.yml@refs/heads/main',
    signal,
  });
const WORKFLOWS = '/repos/acme/back%20ups/actions/workflows';

test('workflows are asked for page by page, with the token, and runs by the workflow’s ID', async () => {
  const many = Array.from({ length: 100 }, (_, id) => ({
    id,
    path: `.github/workflows/${id}.yml`,
    state: 'active',
  }));
  answers[`${WORKFLOWS}?per_page=100&page=1`] = { body: { total_count: 101, workflows: many } };
  answers[`${WORKFLOWS}?per_page=100&page=2`] = {
    body: {
      workflows: [
        {
          ...{ id: 700, path: 'x.yml', state: 'disabled_manually' },
          created_at: '2026-11-25T10:00:00.000+01:00',
        },
      ],
    },
  };
  answers[`${WORKFLOWS}/700/runs?event=schedule&per_page=5`] = {
    body: {
      workflow_runs: [
        { created_at: '2026-11-26T03:00:00Z', conclusion: null, html_url: 'https://github.com/r/1' },
        { created_at: 'never', conclusion: 'failure', html_url: 'javascript:x' },
      ],
    },
  };
  const runs = reader();
  const known = await runs.workflows();
  expect(known).toHaveLength(101);
  expect(known.map(({ createdMs }) => createdMs).slice(-2)).toEqual([null, Date.UTC(2026, 10, 25, 9)]);
  expect(known.at(-1)).toMatchObject({ id: 700, path: 'x.yml', state: 'disabled_manually' });
  expect(await runs.scheduledRuns({ id: 700, path: '', state: '', createdMs: null })).toEqual([
    { startedMs: Date.parse('2026-11-26T03:00:00Z'), conclusion: null, url: 'https://github.com/r/1' },
    { startedMs: 0, conclusion: 'failure', url: '' },
  ]);
  expect(runs.ownPath).toBe('.github/workflows/audit.yml');
  expect(asked.every((one) => one.endsWith(' Bearer ghs_x'))).toBe(true);
});

test.each([
  [
    { status: 403, body: { message: 'Resource not accessible by integration' } },
    'GitHub answered 403 Resource not',
  ],
  [{ body: { workflows: 5 } }, 'it is no list of workflows'],
  [{ body: '<html>' }, 'Cannot ask GitHub'],
])('an answer that is none is told: %j', async (answer, why) => {
  answers[`${WORKFLOWS}?per_page=100&page=1`] = answer;
  await expect(reader().workflows()).rejects.toThrow(why);
});

test('a cancelled question is cancelled', async () => {
  const controller = new AbortController();
  controller.abort();
  await expect(reader(controller.signal).workflows()).rejects.toMatchObject({ code: 'cancelled' });
});

test('which commit a release of ours is, is asked; where nobody says, it isn’t known', async () => {
  const path = '/repos/holdfast/holdfast/commits/v0.1.0';
  const ask = () => commitOfRelease('v0.1.0', null, new AbortController().signal);
  expect(await ask()).toBe('none');
  answers[path] = { body: { sha: 'main' } };
  expect(await ask()).toBe('unknown');
  answers[path] = { status: 500, body: {} };
  expect(await ask()).toBe('unknown');
  answers[path] = { body: { sha: 'a'.repeat(40) } };
  expect(await ask()).toEqual({ commit: 'a'.repeat(40) });
  expect(asked.at(-1)).toBe(`GET ${path} undefined`);
});
