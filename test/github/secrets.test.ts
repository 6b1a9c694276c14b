import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandsInput } from '../../src/github/inputs.ts';
import { mask, withoutSecrets } from '../../src/github/secrets.ts';

let written = '';
beforeEach(() => {
  written = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

test('each line of a private key is masked, and not the fences around it', () => {
  const fence = (word: string) => `-----${word} OPENSSH ${'PRIVATE'} KEY-----`;
  mask(`${fence('BEGIN')}\nb3BlbnNzaC1r\nZXktdjEAAAAA\n${fence('END')}\n`);
  const lines = written.split('\n');
  expect(lines).toContain('::add-mask::b3BlbnNzaC1r');
  expect(lines).toContain('::add-mask::ZXktdjEAAAAA');
  expect(lines.filter((line) => line.includes('-----'))).toEqual([]);
});

test('a short line is never masked: it would black out the log', () => {
  mask('a\nb\nlong enough');
  expect(written).toBe('::add-mask::long enough\n');
});

test('what is sent elsewhere holds no masked secret, and no command that a message quotes', () => {
  vi.stubEnv('INPUT_BEFORE', 'curl -H "X: hunter22" a\ntrue');
  mask('hunter22');
  const [command] = commandsInput('before');
  const text = `Cannot run ${JSON.stringify(command)} on true: hunter22, then "true".`;
  expect(withoutSecrets(text)).toBe('Cannot run "…" on true: ***, then "…".');
});
