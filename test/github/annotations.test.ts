import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { workflowCommands } from '../e2e/runner.ts';

let written = '';
beforeEach(() => {
  written = '';
  vi.resetModules();
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

test('a message past the runner’s limit is cut where we can see it', async () => {
  const { fail } = await import('../../src/github/annotations.ts');
  fail('Backup failed', 'é'.repeat(10_000));
  const [command] = workflowCommands(written);
  expect(command?.message).toHaveLength(4096);
  expect(command?.message.endsWith('…')).toBe(true);
  expect(process.exitCode).toBe(1);
});

test('of many warnings the tenth says that there are more, since the runner would drop it without a word', async () => {
  const { warn } = await import('../../src/github/annotations.ts');
  for (let i = 0; i < 30; i++) warn('Backup', `file ${i}\n::error::x`);
  const commands = workflowCommands(written);
  expect(commands.map(({ name }) => name)).toEqual(Array(10).fill('warning'));
  expect(commands.at(-1)?.message).toContain('more warnings');
  expect(written).toContain('file 29');
});
