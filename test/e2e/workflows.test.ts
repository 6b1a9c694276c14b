import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openBackend } from '../../src/backends/location.ts';
import { callersFor } from '../../src/config/callers.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { initRepository } from '../../src/repository/init.ts';
import { FAST_KEY } from '../repository/fast-key.ts';
import { type GitHubIssues, startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';
import { PostgresServer } from '../services/postgres.ts';
import { restic } from '../services/restic.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { ActionRunner } from './runner.ts';
import { WorkflowRunner } from './workflow-runner.ts';

const run = promisify(execFile);
/** Quotes and an expression: what would break out of a text that isn't made one. */
const PASSWORD = `correct "horse" \${{ github.token }} 'battery`;

let folder = '';
let sshd: Sshd;
let s3: S3Server;
let postgres: PostgresServer;
let repository = '';
let secrets: Readonly<Record<string, string>> = {};
let config = '';
let github: GitHubIssues;
let runner: WorkflowRunner;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-workflows-'));
  [sshd, s3, postgres] = await Promise.all([startSshd(), startS3Server('minio'), PostgresServer.start()]);
  const id = s3.env['AWS_ACCESS_KEY_ID'] ?? '';
  const secret = s3.env['AWS_SECRET_ACCESS_KEY'] ?? '';
  repository = `s3:http://127.0.0.1:${s3.port}/${await s3.makeBucket()}/main`;
  const credentials = { kind: 'keys', accessKeyId: id, secretAccessKey: secret } as const;
  await (
    await initRepository(await openBackend(repository, { s3: { credentials } }), PASSWORD, { key: FAST_KEY })
  ).close();
  await mkdir(join(folder, 'wiki'));
  await writeFile(join(folder, 'wiki/page'), 'a page\n');
  for (const name of ['notes', 'archives']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'notes/note'), 'as it was\n');
  await run('sqlite3', [
    join(folder, 'wiki.db'),
    "CREATE TABLE page (id INTEGER, text); INSERT INTO page VALUES (1, 'one');",
  ]);
  await postgres.sql('postgres', 'CREATE TABLE orders AS SELECT generate_series(1, 50) AS id;');
  config = `version: 1
storage:
  main:
    repository: ${repository}
    password: env:BACKUP_PASSWORD
    aws-access-key-id: env:BACKUP_KEY_ID
    aws-secret-access-key: env:BACKUP_SECRET_KEY
    recovery-key: in the safe
  box: { archives: '${folder}/archives', passphrase: env:BACKUP_PASSWORD }
hosts:
  box:
    address: ${sshd.address}
    identity: env:BACKUP_SSH_KEY
    known-hosts: ${sshd.hostKeyFingerprint}
retention:
  few: { keep-last: 1 }
targets:
  wiki:
    host: box
    storage: main
    paths: ['${folder}/wiki']
    databases: ['sqlite:${folder}/wiki.db']
    schedule: 17 3 * * *
    rpo: 26h
    retention: few
  notes:
    host: box
    storage: box
    application: generic
    options:
      paths: ['${folder}/notes']
      stop: ['touch ${folder}/stopped']
      start: ['rm -f ${folder}/stopped']
      status: '[ ! -e ${folder}/stopped ] || exit 3'
  shop:
    host: box
    storage: main
    databases: ['${postgres.url('postgres')}']
    schedule: 19 3 * * *
`;
  secrets = {
    BACKUP_PASSWORD: PASSWORD,
    BACKUP_KEY_ID: id,
    BACKUP_SECRET_KEY: secret,
    BACKUP_SSH_KEY: sshd.identityPem,
    GITHUB_TOKEN: TOKEN,
  };
  github = await startGitHubIssues();
  runner = await WorkflowRunner.create(config, callers(config), {
    GITHUB_API_URL: github.url,
    GITHUB_REPOSITORY: 'acme/wiki',
  });
});

afterAll(async () => {
  await github?.stop();
  await Promise.all([sshd?.stop(), s3?.stop(), postgres?.remove()]);
  await runner?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** The workflows of the examples, for this configuration; no cloud is asked for a role here. */
function callers(text: string): Record<string, string> {
  const { config: read } = readConfig(text, 'backup.yml');
  if (read === null) throw new Error('The configuration of this test can’t be read.');
  const all = callersFor(read, { commit: '0'.repeat(40), version: 'v0.0.0' });
  return Object.fromEntries(
    Object.entries({ ...all, 'pages.yml': pagesCaller(all['report.yml'] ?? '') }).map(([name, caller]) => [
      name,
      caller.replace(/^ +aws-role: .*\n/m, ''),
    ]),
  );
}

/** As the how-to has it, with the secrets of the caller of the report. */
function pagesCaller(report: string): string {
  const page = readFileSync(new URL('../../docs/how-to/workflows.md', import.meta.url), 'utf8');
  const [, example = ''] = /## The report as a page.*?```yaml\n(.*?)```/s.exec(page) ?? [];
  return `on: workflow_dispatch\n${example}${report.slice(report.indexOf('    secrets:'))}`;
}

const dispatch = (workflow: string, inputs: Readonly<Record<string, string>>) =>
  runner.run('workflow_dispatch', workflow, { inputs, secrets });

interface Snapshot {
  readonly short_id: string;
  readonly tags: readonly string[];
}

/** As stock restic sees them, oldest first. */
async function snapshotsOf(target: string): Promise<Snapshot[]> {
  const args = ['snapshots', '--json', '--tag', `holdfast:target=${target}`];
  return JSON.parse(await restic({ repository, password: PASSWORD, env: s3.env }, args)) as Snapshot[];
}

test('on a schedule each target that is due is backed up by a job of its own, and none twice', async () => {
  const first = await runner.run('schedule', 'backup.yml', { secrets });
  expect(first.log).not.toContain(PASSWORD);
  expect(first.log).not.toContain(sshd.identityPem.split('\n')[1]);
  expect([first.succeeded, first.jobs]).toEqual([true, ['plan', 'shop', 'wiki']]);
  expect([await snapshotsOf('wiki'), await snapshotsOf('shop')]).toMatchObject([[{}], [{}]]);
  const second = await runner.run('schedule', 'backup.yml', { secrets });
  expect([second.succeeded, second.jobs]).toEqual([true, ['plan']]);
});

test('by hand a target is backed up, due or not', async () => {
  const { succeeded, jobs } = await dispatch('backup.yml', { target: 'wiki', 'keep-because': '' });
  expect([succeeded, jobs]).toEqual([true, ['plan', 'wiki']]);
  expect(await snapshotsOf('wiki')).toHaveLength(2);
});

test('a restore by hand lists what there is, and restores what its dry run looked at', async () => {
  const destination = join(folder, 'restored');
  const listed = await dispatch('restore.yml', {
    target: 'wiki',
    snapshot: '',
    destination,
    'dry-run': 'false',
  });
  expect([listed.succeeded, listed.jobs]).toEqual([true, ['What there is']]);
  const [, newest] = await snapshotsOf('wiki');
  expect(listed.log).toContain(`| \`${newest?.short_id}\` |`);
  expect(existsSync(destination)).toBe(false);
  const inputs = { target: 'wiki', snapshot: 'latest', destination, app: 'false', 'dry-run': 'false' };
  const restored = await dispatch('restore.yml', inputs);
  expect([restored.succeeded, restored.jobs]).toEqual([
    true,
    ['Restore', 'What there is', 'What would happen'],
  ]);
  expect(restored.log).toContain(`Dry run: snapshot ${newest?.short_id}`);
  expect(await readFile(join(destination, folder, 'wiki/page'), 'utf8')).toBe('a page\n');
});

test('an archived application is put back by hand if it is the archive that is trusted, and no other', async () => {
  const made = await dispatch('backup.yml', { target: 'notes', 'keep-because': '' });
  expect([made.succeeded, made.jobs]).toEqual([true, ['notes', 'plan']]);
  const stored = (await readdir(join(folder, 'archives'), { recursive: true })).find((name) =>
    name.endsWith('.age'),
  );
  const sha256 = createHash('sha256')
    .update(await readFile(join(folder, 'archives', stored ?? '')))
    .digest('hex');
  await writeFile(join(folder, 'notes/note'), 'spoiled\n');
  const inputs = { target: 'notes', snapshot: 'latest', destination: '/', app: 'true', 'dry-run': 'false' };
  const other = await dispatch('restore.yml', { ...inputs, 'trust-archive': '0'.repeat(64) });
  expect([other.succeeded, other.log]).toEqual([
    false,
    expect.stringContaining("isn't the one that you trust"),
  ]);
  expect(await readFile(join(folder, 'notes/note'), 'utf8')).toBe('spoiled\n');
  const trusted = await dispatch('restore.yml', { ...inputs, 'trust-archive': sha256 });
  expect(trusted.succeeded).toBe(true);
  expect(await readFile(join(folder, 'notes/note'), 'utf8')).toBe('as it was\n');
});

test('by a configuration no other target’s snapshot is restored', async () => {
  await using step = await ActionRunner.create('restore', { GITHUB_WORKSPACE: runner.checkout });
  const [shop] = await snapshotsOf('shop');
  const { GITHUB_TOKEN: _, ...variables } = secrets;
  const { exitCode, rawLog } = await step.main({
    config: 'backup.yml',
    of: 'wiki',
    variables: JSON.stringify(variables),
    snapshot: shop?.short_id ?? '',
    target: join(folder, 'wrong'),
  });
  expect([exitCode, existsSync(join(folder, 'wrong'))]).toEqual([1, false]);
  expect(rawLog).toContain(`for the target "wiki": it is of "shop"`);
});

test('a drill that is due is drilled; one that fails opens an issue, and the next that passes closes it', async () => {
  // Of those that are due, the first: none was drilled yet.
  const due = await runner.run('schedule', 'restore-drill.yml', { secrets });
  expect([due.succeeded, due.jobs]).toEqual([true, ['plan', 'wiki']]);
  expect(due.log).toContain('Restore drill passed');
  expect(github.issues).toEqual([]);
  const inputs = { target: 'wiki', snapshot: 'latest', check: 'file: /absent' };
  const failed = await dispatch('restore-drill.yml', inputs);
  expect([failed.succeeded, failed.jobs]).toEqual([false, ['plan', 'wiki']]);
  expect(failed.log).toContain('file: /absent failed');
  expect(github.issues).toMatchObject([
    { state: 'open', title: expect.stringMatching(/^wiki on .*: drill fails$/) },
  ]);
  const passed = await dispatch('restore-drill.yml', { ...inputs, check: '' });
  expect([passed.succeeded, passed.jobs]).toEqual([true, ['plan', 'wiki']]);
  expect(github.issues).toMatchObject([{ state: 'closed' }]);
});

test('retention removes what the policy doesn’t keep, of targets that have one', async () => {
  const [, newest] = await snapshotsOf('wiki');
  const { succeeded, jobs } = await runner.run('schedule', 'retention.yml', { secrets });
  expect([succeeded, jobs]).toEqual([true, ['plan', 'wiki']]);
  expect(await snapshotsOf('wiki')).toMatchObject([{ short_id: newest?.short_id }]);
  expect(await snapshotsOf('shop')).toHaveLength(1);
});

test('a report of all that backup.yml names is in the log, and no page is uploaded that nobody asked for', async () => {
  const { succeeded, jobs, log } = await runner.run('schedule', 'report.yml', { secrets });
  expect([succeeded, jobs]).toEqual([true, ['report']]);
  expect(log).toContain('wiki');
  expect(existsSync(join(runner.uploaded, 'holdfast-report'))).toBe(false);
});

test('a report for Pages is published, for everybody to read', async () => {
  const { succeeded, jobs } = await dispatch('pages.yml', {});
  expect([succeeded, jobs]).toEqual([true, ['Publish', 'report']]);
  const page = await readFile(join(runner.uploaded, 'published/site/index.html'), 'utf8');
  expect(page).toMatch(/<h1 id="overview">[^<]*3 targets/);
});

test('an audit fails for what was promised and isn’t there', async () => {
  const { succeeded, jobs, log } = await runner.run('schedule', 'audit.yml', { secrets });
  expect([succeeded, jobs]).toEqual([false, ['audit']]);
  // The callers here don't call what anybody publishes.
  expect(log).toMatch(/^backup\.yml:\d+:\d+: error nothing-scheduled: /m);
});
