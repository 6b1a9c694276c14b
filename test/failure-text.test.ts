import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { directoryError } from '../src/backends/directory-errors.ts';
import { HoldfastError } from '../src/errors.ts';
import { failureText } from '../src/failure-text.ts';
import { readIdentity } from '../src/hosts/identity.ts';

const missing = await readFile('/nowhere/at-all').catch((error: unknown) => error);

describe('what the system said is told once', () => {
  test('where the message tells it already', async () => {
    const error = await readIdentity('/nowhere/at-all').catch((cause: unknown) => cause);
    expect(failureText(error)).toBe(
      'Cannot read the private key "/nowhere/at-all": there is no such file, expected a file that can be read. ' +
        'Give its path, or its text itself.',
    );
  });

  test('where a chain of causes repeats it', () => {
    const text = failureText(directoryError('Cannot save config in "/srv/backup"', missing));
    expect(text).toBe('Cannot save config in "/srv/backup": it isn\'t there (ENOENT).');
  });

  test('after a message that does not tell it', () => {
    const error = new HoldfastError('backend-failed', 'Cannot go on.', { cause: missing });
    expect(failureText(error)).toBe('Cannot go on. — no such file or directory (ENOENT)');
  });
});

test('a reason that says the same and more is told in its place', () => {
  const cause = new HoldfastError('cancelled', 'Cancelled by SIGINT. Nothing that stood there was touched.');
  const error = new HoldfastError('cancelled', 'Cancelled by SIGINT.', { cause });
  expect(failureText(error)).toBe('Cancelled by SIGINT. Nothing that stood there was touched.');
});

test('different reasons are all told', () => {
  const cause = new Error('the disk is on fire', { cause: missing });
  const text = failureText(new HoldfastError('backend-failed', 'Cannot go on.', { cause }));
  expect(text).toBe('Cannot go on. — the disk is on fire — no such file or directory (ENOENT)');
});

test.each(['{"password": hunter2}', '{hunter2: 1}', '{"password": "hunter2', '{"password": "hunter2" x'])(
  'what stands where %s goes wrong as JSON is not told',
  (json) => {
    const error = asNoJson(json);
    expect(failureText(error)).toMatch(/^Cannot read it\./);
    expect(failureText(error)).not.toContain('hunter');
  },
);

function asNoJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    return new HoldfastError('application-unfit', 'Cannot read it.', { cause });
  }
}
