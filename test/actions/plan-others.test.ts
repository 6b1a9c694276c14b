import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/actions/plan.ts';
import { sample } from '../config/sample.ts';
import { parse } from '../e2e/file-commands.ts';
import { workflowCommands } from '../e2e/runner.ts';

const CONFIG = sample({
  targets: `  wiki: { host: web, storage: other, paths: [/a], retention: few }
  lost: { host: wbe, storage: other, paths: [/b], retention: few }
  astray: { host: web, storage: mian, paths: [/c], retention: few }
  kept: { host: web, storage: other, paths: [/d], retention: fwe }`,
  more: 'retention: { few: { keep-last: 3 } }',
});

let root = '';
let written = '';

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-plan-others-'));
  vi.stubEnv('GITHUB_WORKSPACE', root);
  for (const name of ['OUTPUT', 'STEP_SUMMARY']) {
    await writeFile(join(root, name), '');
    vi.stubEnv(`GITHUB_${name}`, join(root, name));
  }
  await writeFile(join(root, 'backup.yml'), CONFIG);
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await rm(root, { recursive: true });
});

async function plan(inputs: Readonly<Record<string, string>>) {
  for (const [name, value] of Object.entries(inputs)) vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
  await main();
  return {
    failed: process.exitCode === 1,
    told: workflowCommands(written).filter(({ name }) => name === 'error' || name === 'warning'),
    outputs: parse(await readFile(join(root, 'OUTPUT'), 'utf8')),
    summary: await readFile(join(root, 'STEP_SUMMARY'), 'utf8'),
  };
}

test('a target whose names lead nowhere is none that is not due: it fails the plan, and the others are planned', async () => {
  const { failed, told, outputs, summary } = await plan({ for: 'retention' });
  expect(outputs).toMatchObject({ count: '1', due: 'wiki', blocked: 'lost\nastray\nkept' });
  expect(told.map(({ message }) => message)).toEqual([
    'lost: its `host` is "wbe", and there is no such in the configuration.',
    'astray: its `storage` is "mian", and there is no such in the configuration.',
    'kept: its `retention` is "fwe", and there is no such in the configuration.',
  ]);
  expect(summary).toContain('1 of 4 due');
  expect(summary).toContain('| ❌ | `lost` |');
  expect(failed).toBe(true);
});

test('… or is a warning, where that is said', async () => {
  const { failed, told } = await plan({ for: 'retention', 'on-blocked': 'warn' });
  expect(told.map(({ name }) => name)).toEqual(['warning', 'warning', 'warning']);
  expect(failed).toBe(false);
});

test('… also of drills, which ask for no policy', async () => {
  vi.stubEnv('P', 'a password');
  const { outputs, told } = await plan({ for: 'drill' });
  expect(outputs).toMatchObject({ due: 'wiki\nkept', blocked: 'lost\nastray' });
  expect(told[0]?.message).toMatch(/^Of the storage other: Cannot open [^.].*[^.]\. Its targets are due\.$/);
});

test.each([
  [{ most: '3' }, 'Cannot use the input `most` with `for: backup`'],
  [{ for: 'retention', most: '3' }, 'Cannot use the input `most` with `for: retention`'],
  [{ for: 'retention', evidence: '/e' }, 'Cannot use the input `evidence` with `for: retention`'],
  [{ for: 'drill', most: '0' }, 'Cannot use the input `most`: it is "0"'],
  [{ for: 'drill', 'on-blocked': 'no' }, 'Cannot use the input `on-blocked`: it is "no"'],
])('%j would be of no effect, and is refused before anything is asked', async (inputs, message) => {
  const { failed, told, outputs } = await plan(inputs);
  expect(told).toEqual([expect.objectContaining({ message: expect.stringContaining(message) })]);
  expect(outputs).toEqual({});
  expect(failed).toBe(true);
});
