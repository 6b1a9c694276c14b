import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { issueOf, settleIssues } from '../../src/actions/issues.ts';
import { runMain } from '../../src/actions/notices.ts';
import { HoldfastError } from '../../src/errors.ts';
import { commandsInput } from '../../src/github/inputs.ts';
import { mask } from '../../src/github/secrets.ts';
import { type GitHubIssues, startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';

let github: GitHubIssues;
beforeEach(async () => {
  github = await startGitHubIssues();
  vi.stubEnv('GITHUB_API_URL', github.url);
  vi.stubEnv('GITHUB_REPOSITORY', 'acme/wiki');
  vi.stubEnv('GITHUB_EVENT_PATH', '');
  vi.stubEnv('INPUT_ISSUE-TOKEN', TOKEN);
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await github.stop();
});

const FAILED = {
  target: 'wiki',
  hostname: 'db1',
  subject: 'backup' as const,
  problems: ['/srv/unread-7c1e'],
};

test.each([
  ['private', true],
  ['internal', true],
  ['public', false],
  ['unknown', false],
] as const)(
  'in a repository whose visibility is %s an issue gives reasons: %s',
  async (visibility, isTold) => {
    github.visibility = visibility;
    await settleIssues([FAILED]);
    expect(github.issues[0]?.body.includes('/srv/unread-7c1e')).toBe(isTold);
  },
);

test('neither a webhook nor an issue is told a secret, or a command of the user’s', async () => {
  const told: string[] = [];
  const server = createServer(async (request, response) => {
    told.push(Buffer.concat(await Array.fromAsync(request)).toString());
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  vi.stubEnv('INPUT_WEBHOOK-URL', `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`);
  vi.stubEnv('INPUT_BEFORE', 'stop-it --key k3y');
  vi.stubEnv('INPUT_WEBHOOK-TEMPLATE', '{"text":"{{reason}}"}');
  mask('hunter22');
  const about = {
    ...{ action: 'Backup', target: () => 'wiki', host: () => 'db1' },
    ...{ ifNotWell: 'failed' as const, byEnvironment: false, settleIssue: issueOf('backup') },
  };
  await runMain(about, { title: 'Backup failed', severity: 'fail' }, async () => {
    const [command] = commandsInput('before');
    throw new HoldfastError('command-failed', `Cannot run ${JSON.stringify(command)}: hunter22 refused.`);
  });
  expect(told.map((text) => JSON.parse(text))).toEqual([{ text: 'Cannot run "…": *** refused.' }]);
  expect(github.issues[0]?.body).toContain('Cannot run "…": \\*\\*\\* refused.');
  server.close();
});
