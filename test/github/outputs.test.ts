import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fail } from '../../src/github/annotations.ts';
import { loadState, saveState, setOutputs } from '../../src/github/outputs.ts';
import { parse } from '../e2e/file-commands.ts';
import { workflowCommands } from '../e2e/runner.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-outputs-'));
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE']) {
    await writeFile(join(folder, name), '');
    vi.stubEnv(name, join(folder, name));
  }
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

const PIECES = fc.constantFrom(
  '\n',
  '=',
  '<<',
  'EOF',
  'ghadelimiter_',
  'x',
  'complete',
  '::set-output name=a::b',
  '%0A',
  ' ',
);
const TEXT = fc.array(PIECES, { maxLength: 10 }).map((pieces) => pieces.join(''));

function recordStdout(): string[] {
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  return written;
}

test('no value of an output can end itself and begin another', async () => {
  await fc.assert(
    fc.asyncProperty(TEXT, async (text) => {
      await writeFile(join(folder, 'GITHUB_OUTPUT'), '');
      setOutputs({ 'undo-folders': text, complete: true });
      const written = await readFile(join(folder, 'GITHUB_OUTPUT'), 'utf8');
      expect(parse(written)).toEqual({ 'undo-folders': text, complete: 'true' });
    }),
    { numRuns: 300 },
  );
});

test('nor one of a state, which post believes', async () => {
  saveState('secret-folder', '/tmp/x\nmain=started');
  const state = parse(await readFile(join(folder, 'GITHUB_STATE'), 'utf8'));
  expect(state).toEqual({ 'secret-folder': '/tmp/x\nmain=started' });
  expect(loadState('main')).toBeNull();
});

test('a message or a title can give an annotation no place, and make no second one', () => {
  fc.assert(
    fc.property(
      TEXT,
      fc.constantFrom('a,file=x', 'a::b', 'a%2Cline=1', 'a\n::error::x'),
      (message, title) => {
        const written = recordStdout();
        fail(title, message);
        vi.restoreAllMocks();
        const commands = workflowCommands(written.join(''));
        expect(commands).toHaveLength(1);
        expect(Object.keys(commands[0]?.properties ?? {})).toEqual(['title']);
      },
    ),
    { numRuns: 300 },
  );
});

test('where a runner’s file can’t be written, nothing of it is left, and the step fails for its outputs alone', async () => {
  const written = recordStdout();
  vi.stubEnv('GITHUB_OUTPUT', '/dev/full');
  setOutputs({ complete: true });
  expect(process.exitCode).toBe(1);
  expect(written.join('')).toMatch(
    /^::error title=Outputs are missing::Cannot give the runner the outputs by "\/dev\/full": the disk is full/,
  );
  vi.stubEnv('GITHUB_OUTPUT', join(folder, 'gone'));
  setOutputs({ complete: true });
  expect(written.join('')).toMatch(/the outputs by "[^"]+gone": it isn’t there, expected to add to it/);
  vi.stubEnv('GITHUB_STATE', '/dev/full');
  expect(() => saveState('main', 'started')).toThrow(expect.objectContaining({ code: 'no-space' }));
});
