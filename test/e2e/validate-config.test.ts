import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { initRepository } from '../../src/repository/init.ts';
import { sample } from '../config/sample.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { ActionRunner } from './runner.ts';

let checkout = '';
beforeAll(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'holdfast-e2e-config-'));
  await (
    await initRepository(openDirectory(join(checkout, 'repository')), PASSWORD, { key: FAST_KEY })
  ).close();
  const targets =
    '  wiki: { host: web, storage: main, paths: [/srv/wiki], schedule: 17 3 * * *, timezone: Europe/Vienna }';
  const config = sample({ targets }).replace("'s3:https://s3.example/backups'", `${checkout}/repository`);
  await writeFile(join(checkout, 'backup.yml'), config);
  await writeFile(join(checkout, 'wrong.yml'), config.replace('host: web', 'host: wbe'));
});
afterAll(() => rm(checkout, { recursive: true }));

test('the built check finds the wrong line, and needs no secret', async () => {
  await using runner = await ActionRunner.create('validate-config', { GITHUB_WORKSPACE: checkout });
  const wrong = await runner.main({ config: 'wrong.yml' });
  expect(wrong.exitCode).toBe(1);
  const error = wrong.commands.find(({ name, properties }) => name === 'error' && 'file' in properties);
  expect(error?.properties).toMatchObject({ file: 'wrong.yml', line: '9' });
  const right = await runner.main({ base: 'wrong.yml' });
  expect(right.exitCode).toBe(0);
  expect(right.outputs).toMatchObject({ errors: '0', targets: 'wiki', changed: 'wiki' });
  expect(right.summary).toContain('At 03:17 (Europe/Vienna)');
});

test('the built plan gives a matrix of what is due', async () => {
  await using runner = await ActionRunner.create('plan', { GITHUB_WORKSPACE: checkout, P: PASSWORD });
  const { exitCode, outputs, summary } = await runner.main({});
  expect(exitCode).toBe(0);
  expect(JSON.parse(outputs['matrix'] ?? '')).toEqual({
    include: [{ target: 'wiki', host: 'web', storage: 'main' }],
  });
  expect(summary).toContain('there is no complete backup of it yet');
});

test.each([
  ['backup', 'wiki'],
  ['retention', 'main'],
])('a plan that GitHub would drop, since a secret stands in it, fails: for %s', async (work, secret) => {
  const config = sample({
    targets: '  wiki: { host: web, storage: main, paths: [/srv/wiki], schedule: 17 3 * * *, retention: few }',
    more: 'retention: { few: { keep-last: 1 } }',
  });
  await writeFile(
    join(checkout, 'plan.yml'),
    config.replace("'s3:https://s3.example/backups'", `${checkout}/none`),
  );
  await using runner = await ActionRunner.create('plan', { GITHUB_WORKSPACE: checkout });
  const plan = (value: string) =>
    runner.main({ for: work, config: 'plan.yml', variables: JSON.stringify({ P: PASSWORD, OTHER: value }) });
  const dropped = await plan(secret);
  expect([dropped.exitCode, dropped.outputs['count']]).toEqual([1, '1']);
  const errors = dropped.commands
    .filter(({ name }) => name === 'error')
    .map(({ properties }) => properties['title']);
  expect(errors).toEqual(['GitHub drops this plan']);
  expect((await plan('another')).exitCode).toBe(0);
});

test('the built audit fails at the line of what was promised and isn’t there', async () => {
  await using runner = await ActionRunner.create('audit', { GITHUB_WORKSPACE: checkout, P: PASSWORD });
  const { exitCode, outputs, commands } = await runner.main({ token: '' });
  expect(exitCode).toBe(1);
  expect(outputs).toMatchObject({ stale: 'wiki', 'runs-known': 'true' });
  const found = commands.filter(({ name, properties }) => name === 'error' && 'file' in properties);
  expect(found.map(({ properties: { title, line } }) => `${title} ${line}`).sort()).toEqual([
    'Holdfast: missing-run 9',
    'Holdfast: nothing-scheduled 9',
  ]);
});
