import { generateKeyPairSync } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGitHubIssues, TOKEN } from '../services/issue-tracker.ts';
import { makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { smallDisk } from '../services/small-disk.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const PASSWORD = 'correct horse battery';

let folder = '';
let inputs: Inputs = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-drill-'));
  const source = join(folder, 'source');
  const repository = join(folder, 'repository');
  await mkdir(source);
  await writeFile(join(source, 'a | <b>'), 'hello\n');
  await makeRepository(repository, PASSWORD);
  // Of stock restic's making: whatever wrote a snapshot, it can be drilled.
  await restic({ repository, password: PASSWORD }, ['backup', '--host', 'wiki-1', source]);
  const { privateKey } = generateKeyPairSync('ed25519');
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  inputs = { repository, password: PASSWORD, restic: 'never', 'signing-key': key };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('a drill in a workflow tells what it proved, and gives what later steps attest and keep', async () => {
  await using runner = await ActionRunner.create('restore-verify', {
    GITHUB_RUN_ID: '4711',
    GITHUB_ACTOR: 'carol',
  });
  const main = await runner.main({ ...inputs, 'random-within': '2d', 'max-age': '30h' });
  expect(main).toMatchObject({
    exitCode: 0,
    outputs: { passed: 'true', 'predicate-type': 'urn:holdfast:restore-drill:1' },
  });
  const { outputs } = main;
  const statement = JSON.parse(await readFile(outputs['statement'] ?? '', 'utf8'));
  expect(statement.predicate).toEqual(JSON.parse(await readFile(outputs['predicate'] ?? '', 'utf8')));
  expect(statement.predicate).toMatchObject({
    who: { actor: 'carol' },
    choice: { how: 'random', seed: '4711-1' },
  });
  expect(await readdir(outputs['evidence-folder'] ?? '')).toEqual([
    'drill.html',
    'envelope.json',
    'predicate.json',
    'recovery-sheet.md',
    'statement.json',
  ]);
  expect(await readdir(`${inputs['repository']}-holdfast-evidence`)).toEqual([outputs['evidence']]);
  expect(main.summary).toMatch(/^### ✅ Restore drill passed: `files` of `wiki-1`\n/);
  expect(main.summary).toContain('a \\| &lt;b\\>');
  // The key's lines are masked, and stand nowhere else.
  const secret = (inputs['signing-key'] ?? '').split('\n')[1] ?? '';
  expect(main.rawLog.replaceAll(`::add-mask::${secret}`, '')).not.toContain(secret);
  expect(await runner.post(inputs, main)).toMatchObject({ exitCode: 0, rawLog: '' });
});

test('a drill that fails, fails the step; one that was cut off is cleaned up by post', async () => {
  await using runner = await ActionRunner.create('restore-verify');
  const main = await runner.main({ ...inputs, check: 'file: /absent' });
  expect(main).toMatchObject({ exitCode: 1, outputs: { passed: 'false' } });
  expect(main.commands.filter(({ name }) => name === 'error')).toEqual([
    {
      name: 'error',
      properties: { title: 'Restore drill failed' },
      message: 'file: /absent failed: it is not',
    },
  ]);
  expect(main.summary).toContain('### ❌ Restore drill failed');
  const left = join(
    main.outputs['evidence-folder'] ?? '',
    '..',
    `holdfast-drill-${main.outputs['drill-id']}-9999999999-x`,
  );
  await mkdir(left);
  const cutOff = { ...main, state: { ...main.state, main: 'started' } };
  const post = await runner.post(inputs, cutOff);
  expect(post.rawLog).toContain('1 folder of the drill removed');
  expect((await readdir(join(left, '..'))).filter((name) => name.startsWith('holdfast-drill-'))).toEqual([]);
});

test('a drill whose evidence has no place fails before it begins', async () => {
  await using runner = await ActionRunner.create('restore-verify');
  const place = join(folder, 'file');
  await writeFile(place, '');
  const main = await runner.main({ ...inputs, evidence: place });
  expect(main).toMatchObject({ exitCode: 1, outputs: expect.not.objectContaining({ passed: 'false' }) });
  expect(main.rawLog).toContain(`Cannot begin the drill: its evidence can't be kept in "${place}"`);
  expect(main.outputs['evidence-folder']).toBeUndefined();
  const unkept = await runner.main({ ...inputs, evidence: place, 'no-evidence': 'true' });
  expect(unkept).toMatchObject({ exitCode: 0, outputs: { passed: 'true', evidence: '' } });
});

test('a drill whose files for later steps have no place fails before it begins', async () => {
  const place = join(folder, 'fixed');
  await using _ = await smallDisk(place, 'ro');
  await using runner = await ActionRunner.create('restore-verify', { RUNNER_TEMP: place });
  const main = await runner.main(inputs);
  expect(main).toMatchObject({ exitCode: 1, outputs: expect.not.objectContaining({ passed: 'false' }) });
  expect(main.rawLog).toContain(
    `Cannot begin the drill: its files for later steps can't be written to "${place}"`,
  );
  expect(main.rawLog).not.toContain('Drill: ');
});

test('an issue is opened by a drill that failed, without its reasons where all may read it, and closed by one that passed', async () => {
  const github = await startGitHubIssues();
  try {
    await using drill = await ActionRunner.create('restore-verify');
    const failed = await drill.main({ ...inputs, check: 'file: /absent' });
    await using runner = await ActionRunner.create('drill-issue', {
      GITHUB_API_URL: github.url,
      GITHUB_REPOSITORY: 'acme/wiki',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_RUN_ID: '4711',
    });
    const issue = (passed: string, { outputs: { statement = '' } } = failed) =>
      runner.main({ passed, statement, of: 'wiki', 'issue-token': TOKEN });
    expect(await issue('false')).toMatchObject({ exitCode: 0, outputs: { issue: '1' } });
    expect(github.issues[0]?.body).toContain('/absent failed: it is not');
    expect(github.issues[0]?.body).toContain('/acme/wiki/actions/runs/4711');
    github.visibility = 'public';
    expect(await issue('false')).toMatchObject({ exitCode: 0, outputs: { issue: '1' } });
    expect(github.issues[0]).toMatchObject({ state: 'open', body: expect.not.stringContaining('absent') });
    expect(await issue('true', await drill.main(inputs))).toMatchObject({
      exitCode: 0,
      outputs: { issue: '1' },
    });
    expect(github.issues.map(({ state }) => state)).toEqual(['closed']);
  } finally {
    await github.stop();
  }
});
