import { expect, test } from 'vitest';
import { ExitStatus, exitStatusOf } from '../../src/cli/exit-status.ts';
import { HoldfastError } from '../../src/errors.ts';

test.each([
  [new HoldfastError('repository-missing', ''), 10],
  [new HoldfastError('locked', ''), 11],
  [new HoldfastError('wrong-password', ''), 12],
  [new HoldfastError('cancelled', ''), 130],
  [new HoldfastError('repository-damaged', ''), 1],
  [new Error('outside', { cause: new HoldfastError('locked', '') }), 11],
  [new Error('anything'), 1],
  ['not even an error', 1],
])('restic’s status for %o', (error, status) => expect(exitStatusOf(error)).toBe(status));

test('every status is told in the help', async () => {
  const { holdfast } = await import('./terminal.ts');
  const { stdout } = await holdfast(['--help']);
  for (const status of Object.values(ExitStatus)) expect(stdout).toMatch(new RegExp(`^ {2}${status} `, 'm'));
});
