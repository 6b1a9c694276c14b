import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { formatCounted } from '../../src/amounts.ts';
import { type CommentOrder, keepComment, ownPullRequest } from '../../src/github/pull-request-comment.ts';

interface Held {
  id: number;
  body: string;
  user: { login: string; type: string };
}

let server: Server;
let comments: Held[] = [];
let calls: string[] = [];
/** What the token may. */
let may: 'write' | 'read' = 'write';
let user: string | null = null;

beforeEach(async () => {
  [comments, calls, may, user] = [[], [], 'write', null];
  server = createServer(async (request, response) => {
    const { method = '', url = '' } = request;
    const text = Buffer.concat(await Array.fromAsync(request)).toString();
    calls.push(`${method} ${url.replace(/\?.*/, '')}`);
    const end = (status: number, body: unknown) => response.writeHead(status).end(JSON.stringify(body));
    if (request.headers.authorization !== 'Bearer ghs_x') return end(401, {});
    if (url === '/user')
      return user === null ? end(403, { message: 'Resource not accessible' }) : end(200, { login: user });
    if (method === 'GET') {
      const page = Number(new URL(url, 'http://x').searchParams.get('page'));
      return end(200, comments.slice((page - 1) * 100, page * 100));
    }
    if (may === 'read') return end(403, { message: 'Resource not accessible by integration' });
    const { body } = JSON.parse(text) as { body: string };
    if (method === 'POST')
      comments.push({
        id: 1000 + comments.length,
        body,
        user: { login: 'github-actions[bot]', type: 'Bot' },
      });
    else for (const one of comments.filter(({ id }) => url.endsWith(`/${id}`))) one.body = body;
    return end(200, {});
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await new Promise((done) => server.close(done));
});

const PULL = { owner: 'acme', name: 'backups', number: 7 };
const keep = (over: Partial<CommentOrder> = {}) =>
  keepComment(PULL, {
    ...{ token: 'ghs_x', signal: new AbortController().signal, mark: 'holdfast check a.yml' },
    ...{ markdown: 'what it does\n', onlyUpdate: false, ...over },
  });
const MARK = '<!-- holdfast check a.yml -->';

test('one comment is made, found again by its mark, and brought up to date', async () => {
  expect(await keep()).toBe('made');
  expect(comments.map(({ body }) => body)).toEqual([`${MARK}\nwhat it does\n`]);
  expect(await keep()).toBe('unchanged');
  expect(await keep({ markdown: 'something else\n', onlyUpdate: true })).toBe('updated');
  expect(await keep({ mark: 'holdfast check b.yml' })).toBe('made');
  expect(comments.map(({ body }) => body.split('\n')[1])).toEqual(['something else', 'what it does']);
});

test('it is found behind many others', async () => {
  const other = { id: 1, body: 'hi', user: { login: 'x', type: 'User' } };
  comments = Array.from({ length: 150 }, (_, id) => ({ ...other, id }));
  expect(await keep()).toBe('made');
  expect(await keep()).toBe('unchanged');
});

test('a stranger’s comment with our mark is left alone', async () => {
  comments = [{ id: 1, body: `${MARK}\nnothing changes`, user: { login: 'mallory', type: 'User' } }];
  expect(await keep()).toBe('made');
  expect(comments.map(({ body }) => body.split('\n')[1])).toEqual(['nothing changes', 'what it does']);
  user = 'alice';
  expect(await keep({ markdown: 'x\n' })).toBe('made');
  expect(comments).toHaveLength(3);
});

test('who says nothing new makes none; a token that may not write is no failure', async () => {
  expect(await keep({ onlyUpdate: true })).toBe('not-needed');
  may = 'read';
  expect(await keep()).toBe('refused');
  expect(await keep({ token: 'wrong' })).toBe('refused');
  expect(comments).toEqual([]);
});

test('what GitHub wouldn’t take is cut at a line’s end', async () => {
  await keep({ markdown: `${'a line of a table\n'.repeat(5000)}` });
  expect(comments[0]?.body.length).toBeLessThan(65_536);
  expect(comments[0]?.body).toMatch(/a line of a table\n\n_Cut here/);
  const left = comments[0]?.body.split('a line of a table').length ?? 0;
  expect(comments[0]?.body.split('\n')[1]).toContain(
    `⚠️ **This is not all: ${formatCounted(5001 - left, 'line')} did not fit`,
  );
});

test('a mark can’t end the comment that hides it', async () => {
  await keep({ mark: 'x --> <img src=y>' });
  expect(comments[0]?.body.split('\n')[0]).toBe('<!-- x - -img src-y- -->');
});

test('the pull request is what the event says, and no other event has one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-event-'));
  const file = join(folder, 'event.json');
  const env = {
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REPOSITORY: 'acme/backups',
    GITHUB_EVENT_PATH: file,
  };
  await writeFile(file, JSON.stringify({ pull_request: { number: 7 } }));
  expect(await ownPullRequest(env)).toEqual(PULL);
  expect(await ownPullRequest({ ...env, GITHUB_EVENT_NAME: 'pull_request_target' })).toBeNull();
  await writeFile(file, JSON.stringify({ pull_request: { number: '7/../../x' } }));
  expect(await ownPullRequest(env)).toBeNull();
  await rm(folder, { recursive: true });
});
