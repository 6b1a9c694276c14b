import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/actions/drill-issue.ts';
import { PREDICATE_TYPE } from '../../src/drills/statement.ts';
import { type GitHubIssues, startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';

let github: GitHubIssues;
let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-drill-issue-'));
  github = await startGitHubIssues();
  vi.stubEnv('GITHUB_API_URL', github.url);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/wiki');
  vi.stubEnv('GITHUB_EVENT_PATH', '');
  vi.stubEnv('GITHUB_OUTPUT', join(root, 'output'));
  await writeFile(join(root, 'output'), '');
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await github.stop();
  await rm(root, { recursive: true });
});

async function run(inputs: Readonly<Record<string, string>>) {
  const given = { 'issue-token': TOKEN, passed: 'false', statement: '', of: '', host: '', ...inputs };
  for (const [name, value] of Object.entries(given)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  await main();
}

async function statement(reasons: readonly string[]): Promise<string> {
  const path = join(root, 'statement.json');
  const predicate = {
    ...{
      drill_id: 'd',
      result: reasons.length === 0 ? 'passed' : 'failed',
      started: 's',
      repository_id: 'r',
      reasons,
    },
    snapshot: { id: 'x', target: 'wiki', hostname: 'db1' },
    checks: [{ kind: 'user', name: 'command: ask --key k3y' }],
  };
  const type = { _type: 'https://in-toto.io/Statement/v1', predicateType: PREDICATE_TYPE };
  await writeFile(path, JSON.stringify({ ...type, subject: [], predicate }));
  return path;
}

test('what a drill without a result opened, the next one that passes closes', async () => {
  await run({ of: 'wiki', host: 'db1' });
  expect(github.issues).toMatchObject([{ title: 'wiki on db1: drill fails', state: 'open' }]);
  expect(github.issues[0]?.body).toContain('It came to no result');
  await run({ of: 'wiki', host: 'db1', passed: 'true', statement: await statement([]) });
  expect(github.issues).toMatchObject([{ state: 'closed' }]);
});

test.each([
  { of: 'wiki', host: '' },
  { of: '', host: '' },
])(
  '… also where the inputs don’t say of which host, or what ($of), and another one’s stays',
  async (inputs) => {
    await run({ of: 'shop', host: 'db1' });
    await run(inputs);
    await run({ ...inputs, passed: 'false', statement: await statement(['nothing was proved']) });
    expect(github.issues.map(({ title, state }) => `${title} ${state}`)).toEqual([
      'shop on db1: drill fails open',
      expect.stringMatching(/closed$/),
      'wiki on db1: drill fails open',
    ]);
    await run({ ...inputs, passed: 'true', statement: await statement([]) });
    expect(github.issues.map(({ state }) => state)).toEqual(['open', 'closed', 'closed']);
  },
);

test('a check’s command stands in no issue', async () => {
  await run({ statement: await statement(['command: ask --key k3y failed: it ended with 1']) });
  expect(github.issues[0]?.body).toContain('command: … failed: it ended with 1');
  expect(github.issues[0]?.body).not.toContain('k3y');
});

test('a drill whose statement says that it failed closes nothing, whatever `passed` says', async () => {
  await run({ of: 'wiki', host: 'db1' });
  await run({ of: 'wiki', host: 'db1', passed: 'true', statement: await statement(['a row is missing']) });
  expect(github.issues).toMatchObject([{ state: 'open', body: expect.stringContaining('a row is missing') }]);
});

test.each(['', 'cancelled', 'TRUE?'])('a drill of which `passed` is “%s” has not passed', async (passed) => {
  await run({ of: 'wiki', host: 'db1', passed });
  expect(github.issues).toMatchObject([{ title: 'wiki on db1: drill fails', state: 'open' }]);
  expect(process.exitCode).toBeUndefined();
});

test('a statement that can’t be read fails the step, and keeps no issue from being opened', async () => {
  const log = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  await run({ of: 'wiki', host: 'db1', statement: join(root, 'gone.json') });
  expect(github.issues[0]?.body).toMatch(/gone\.json.*no such file or directory/);
  expect(log.mock.calls.join('')).toContain("expected restore-verify's output. Give it as it came");
  expect(process.exitCode).toBe(1);
  await run({ of: 'wiki', host: 'db1', passed: 'true', statement: join(root, 'gone.json') });
  expect(github.issues).toMatchObject([{ state: 'open' }]);
});
