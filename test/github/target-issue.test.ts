import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { issueBody, issueTitle, SUBJECTS, troubleOf, troublesIn } from '../../src/github/issue-text.ts';
import { mask } from '../../src/github/secrets.ts';
import { settleTargetIssues, type TargetState } from '../../src/github/target-issue.ts';
import { type GitHubIssues, startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';

let github: GitHubIssues;
let problems: string[] = [];
beforeEach(async () => {
  github = await startGitHubIssues();
  vi.stubEnv('GITHUB_API_URL', github.url);
  problems = [];
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  await github.stop();
});

const RUN = 'https://github.com/acme/wiki/actions/runs/7';
const WIKI = { target: 'wiki', hostname: 'db1' };

function settle(states: readonly TargetState[], over = {}) {
  const onProblem = (message: string) => void problems.push(message);
  return settleTargetIssues(states, {
    ...{ repository: 'acme/wiki', token: TOKEN, run: RUN, onProblem, pauseMs: 1 },
    ...over,
  });
}

const state = (subject: TargetState['subject'], ...found: string[]): TargetState => ({
  ...WIKI,
  subject,
  problems: found,
});

describe('an issue of a target', () => {
  test('is opened by the first failure, changed by the next, and closed by a success', async () => {
    expect(await settle([state('backup', 'Cannot read "/srv/a": gone.')])).toMatchObject([
      { number: 1, done: 'opened', url: 'https://github.com/acme/wiki/issues/1' },
    ]);
    expect(github.issues).toMatchObject([
      { title: 'wiki on db1: backup fails', state: 'open', labels: ['holdfast'] },
    ]);
    expect(github.issues[0]?.body).toContain('- Cannot read "/srv/a": gone.');
    expect(await settle([state('backup', 'no room')])).toMatchObject([{ number: 1, done: 'updated' }]);
    const { body = '', comments } = github.issues[0] ?? {};
    expect(body).toMatch(/### The backup failed, 2 times since \d{4}-\d\d-\d\d \d\d:\d\d UTC\n\n- no room\n/);
    expect(body).toContain(`[its run](${RUN})`);
    expect(comments).toEqual([]);
    expect(await settle([state('backup')])).toMatchObject([{ number: 1, done: 'closed' }]);
    expect(github.issues).toMatchObject([
      { state: 'closed', state_reason: 'completed', comments: [expect.stringContaining(RUN)] },
    ]);
    await settle([state('backup', 'again')]);
    expect(github.issues.map((one) => one.state)).toEqual(['closed', 'open']);
    expect(problems).toEqual([]);
  });

  test('stays open while another subject isn’t well: a backup says nothing of a drill', async () => {
    await settle([state('drill', 'rows: expected 3, found 2')]);
    await settle([state('backup', 'no room')]);
    expect(github.issues.map(({ title }) => title)).toEqual(['wiki on db1: backup fails, drill fails']);
    await settle([state('backup')]);
    expect(github.issues).toMatchObject([
      { state: 'open', title: 'wiki on db1: drill fails', body: expect.not.stringContaining('no room') },
    ]);
    await settle([state('backup')]);
    expect(github.issues[0]?.state).toBe('open');
    await settle([state('drill')]);
    expect(github.issues[0]?.state).toBe('closed');
  });

  test('is of this target alone, and nobody else’s issue is touched', async () => {
    await settle([state('report', 'stale'), { ...state('report', 'stale'), hostname: 'db2' }]);
    github.issues.push({
      ...{ number: 3, title: 'mine', body: `copied: ${github.issues[0]?.body}`, state: 'open' as const },
      ...{ labels: ['holdfast'], comments: [] },
    });
    await settle([state('report')]);
    expect(github.issues.map((one) => one.state)).toEqual(['closed', 'open', 'open']);
  });

  test('is opened for no target that is well', async () => {
    expect(await settle([state('backup')])).toEqual([]);
    expect(await settle([])).toEqual([]);
    expect(github.calls).toEqual(['GET /issues']);
  });

  test('is found among hundreds', async () => {
    await settle(Array.from({ length: 20 }, (_, i) => ({ ...state('report', 'stale'), target: `app-${i}` })));
    const [first] = github.issues;
    for (let i = 0; i < 130; i++)
      github.issues.unshift({
        ...(first as GitHubIssues['issues'][number]),
        number: 1000 + i,
        body: 'other',
      });
    expect(await settle([{ ...state('report'), target: 'app-19' }])).toMatchObject([
      { number: 20, done: 'closed' },
    ]);
  });

  test('of two that runs at once have opened are both closed', async () => {
    await settle([state('backup', 'no room')]);
    github.issues.push({ ...(github.issues[0] as GitHubIssues['issues'][number]), number: 2 });
    await settle([state('backup')]);
    expect(github.issues.map((one) => one.state)).toEqual(['closed', 'closed']);
  });

  test('is one of at most twenty that a run opens, and that there are more is told', async () => {
    await settle(Array.from({ length: 22 }, (_, i) => ({ ...state('report', 'stale'), target: `app-${i}` })));
    expect(github.issues).toHaveLength(20);
    expect(problems).toEqual([
      expect.stringContaining('No issue is opened for app-20'),
      expect.stringContaining('app-21'),
    ]);
  });
});

describe('what GitHub refuses is told, and fails nothing', () => {
  test.each([
    [403, 'Resource not accessible by integration', /may not write issues \(403\).*issues: write/],
    [403, 'You have exceeded a secondary rate limit', /holds back/],
    [404, 'Not Found', /may not write issues \(404\)/],
    [410, 'Issues are disabled for this repo', /switched off there \(410\)/],
    [502, 'Bad gateway', /GitHub answered 502/],
  ])('%i %s', async (status, message, told) => {
    github.refuse = () => ({ status, message });
    expect(await settle([state('backup', 'no room')])).toEqual([]);
    expect(problems).toEqual([expect.stringMatching(told)]);
    expect(github.calls).toHaveLength(status === 502 ? 3 : 1);
  });

  test('a wrong token is no reason to show it', async () => {
    await settle([state('backup', 'no room')], { token: 'ghs_wrong' });
    expect(problems).toEqual([expect.stringMatching(/does not know the token \(401\)(?!.*ghs_)/)]);
  });

  test('a passing fault opens no second issue', async () => {
    let faults = 0;
    github.refuse = (call) =>
      call === 'POST /issues' && faults++ === 0 ? { status: 503, message: 'busy' } : null;
    await settle([state('backup', 'no room')]);
    expect([github.issues.length, problems]).toEqual([1, []]);
  });

  test('a server that hangs is waited for no longer than said', async () => {
    github.refuse = () => {
      throw new Error('never called');
    };
    const { createServer } = await import('node:http');
    const hanging = createServer(() => {});
    await new Promise<void>((done) => hanging.listen(0, '127.0.0.1', done));
    vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(hanging.address() as { port: number }).port}`);
    await settle([state('backup', 'no room')], { limitMs: 100 });
    expect(problems).toEqual([expect.stringContaining('GitHub took too long')]);
    hanging.closeAllConnections();
    await new Promise((done) => hanging.close(done));
  });

  test('a token that may set no label says that the next run won’t find the issue', async () => {
    github.maySetLabels = false;
    await settle([state('backup', 'no room')]);
    expect(problems).toEqual([expect.stringContaining('The issue 1 has not the label holdfast')]);
  });
});

describe('its text', () => {
  const HOSTILE = '--> <!-- holdfast:end --> <img src=x> @admins [a](http://x) `c` \u202e\n### big';

  test('is read again as it was, and no name gets out of its place', () => {
    const target = { target: HOSTILE, hostname: HOSTILE };
    const trouble = troubleOf(
      { subject: 'drill', problems: [HOSTILE] },
      { before: undefined, run: RUN, nowMs: 0 },
    );
    const body = issueBody(target, [trouble]);
    expect(troublesIn(body)).toEqual([trouble]);
    expect(troublesIn(body.replaceAll('\n', '\r\n'))).toEqual([trouble]);
    expect(body.match(/<!--/g)).toHaveLength(3);
    expect(body).not.toMatch(/<img|@admins|(?<!\\)\]\(http:|^### big|\u202e/m);
    expect(issueTitle(target, [trouble])).not.toMatch(/@|\n|\u202e/);
  });

  test('fits GitHub’s limits, whatever there is to say', () => {
    const long = { target: 'ä<'.repeat(3000), hostname: '&'.repeat(5000) };
    const troubles = SUBJECTS.map((subject) =>
      troubleOf(
        { subject, problems: Array.from({ length: 90 }, () => '&'.repeat(5000)) },
        { before: undefined, run: RUN, nowMs: 0 },
      ),
    );
    expect(issueTitle(long, troubles).length).toBeLessThanOrEqual(256);
    expect(issueBody(long, troubles).length).toBeLessThanOrEqual(65_536);
  });

  test('holds no secret, though the runner masks the log alone', () => {
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    mask('correct horse');
    const { text } = troubleOf(
      { subject: 'backup', problems: ['Cannot open: correct horse battery.'] },
      { before: undefined, run: '', nowMs: 0 },
    );
    expect(text).toContain('Cannot open: \\*\\*\\* battery.');
  });
});
