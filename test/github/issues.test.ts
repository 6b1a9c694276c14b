import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closeIssue, openOrUpdateIssue } from '../../src/github/issues.ts';

interface Issue {
  number: number;
  state: string;
  title: string;
  body: string;
  labels: string[];
  comments: string[];
}

/** As much of GitHub's issues as is asked for. */
let server: Server;
let issues: Issue[] = [];
let refusal: number | null = null;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await jsonOf(request);
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://x');
    const [, number, what] =
      /^\/repos\/acme\/wiki\/issues(?:\/(\d+))?(?:\/(comments))?$/.exec(pathname) ?? [];
    const issue = issues.find((one) => one.number === Number(number));
    const answer = (status: number, json: unknown) => response.writeHead(status).end(JSON.stringify(json));
    if (refusal !== null) answer(refusal, { message: 'Resource not accessible by integration' });
    else if (request.method === 'GET') {
      const label = searchParams.get('labels') ?? '';
      answer(
        200,
        issues.filter((one) => one.state === 'open' && one.labels.includes(label)),
      );
    } else if (request.method === 'POST' && what === 'comments' && issue !== undefined) {
      issue.comments.push(String(body['body']));
      answer(201, {});
    } else if (request.method === 'POST') {
      const made = { number: issues.length + 1, state: 'open', comments: [], ...body } as unknown as Issue;
      issues.push(made);
      answer(201, made);
    } else if (request.method === 'PATCH' && issue !== undefined) answer(200, Object.assign(issue, body));
    else answer(404, { message: 'Not Found' });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/wiki');
});
beforeEach(() => {
  issues = [];
  refusal = null;
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.close();
});

async function jsonOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  let text = '';
  for await (const part of request) text += part;
  return text === '' ? {} : JSON.parse(text);
}

const access = { token: 't', signal: new AbortController().signal };
const which = { label: 'restore-drill', key: 'wiki' };
const told = (title: string) => ({ title, body: `why: ${title}`, comment: `again: ${title}` });

test('there is one issue a target: opened once, then updated, closed by a success, opened anew later', async () => {
  expect(await openOrUpdateIssue(which, told('first'), access)).toBe(1);
  expect(await openOrUpdateIssue(which, told('second'), access)).toBe(1);
  expect(await openOrUpdateIssue({ ...which, key: 'shop' }, told('other'), access)).toBe(2);
  expect(issues[0]).toMatchObject({
    title: 'second',
    labels: ['restore-drill'],
    comments: ['again: second'],
  });
  expect(issues[0]?.body).toContain('why: second');
  expect(await closeIssue(which, 'passed', access)).toBe(1);
  expect(issues.map(({ state }) => state)).toEqual(['closed', 'open']);
  expect(await closeIssue(which, 'passed', access)).toBe(null);
  expect(await openOrUpdateIssue(which, told('third'), access)).toBe(3);
});

test('an issue of somebody else, who can set no label, is never taken for it', async () => {
  await openOrUpdateIssue(which, told('ours'), access);
  issues.unshift({ ...(issues[0] as Issue), number: 9, labels: [] });
  expect(await openOrUpdateIssue(which, told('again'), access)).toBe(1);
});

test('without the right to write issues it says which is missing', async () => {
  refusal = 403;
  await expect(openOrUpdateIssue(which, told('x'), access)).rejects.toMatchObject({
    code: 'no-permission',
    message: expect.stringContaining('permissions: issues: write'),
  });
});
