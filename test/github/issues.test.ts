import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { closeIssue, openOrUpdateIssue } from '../../src/github/issues.ts';
import { type GitHubIssues, type Issue, startGitHubIssues } from '../services/github-issues.ts';

let github: GitHubIssues;

beforeAll(async () => {
  github = await startGitHubIssues();
  for (const [name, value] of Object.entries(github.env)) vi.stubEnv(name, value);
});
beforeEach(() => {
  github.issues.length = 0;
  github.refusal = null;
});
afterAll(() => {
  vi.unstubAllEnvs();
  github.stop();
});

const access = { token: 't', signal: new AbortController().signal };
const which = { label: 'restore-drill', key: 'wiki' };
const told = (title: string) => ({ title, body: `why: ${title}`, comment: `again: ${title}` });

test('there is one issue a target: opened once, then updated, closed by a success, opened anew later', async () => {
  const { issues } = github;
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
  github.issues.unshift({ ...(github.issues[0] as Issue), number: 9, labels: [] });
  expect(await openOrUpdateIssue(which, told('again'), access)).toBe(1);
});

test('without the right to write issues it says which is missing', async () => {
  github.refusal = 403;
  await expect(openOrUpdateIssue(which, told('x'), access)).rejects.toMatchObject({
    code: 'no-permission',
    message: expect.stringContaining('permissions: issues: write'),
  });
});
