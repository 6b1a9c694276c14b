import { describe, expect, test } from 'vitest';
import { type Check, verdictOf } from '../../src/drills/check.ts';

function check(over: Partial<Check>): Check {
  const plain = { expected: 'all the same', found: 'all the same', controls: null, duration_ms: 1 };
  return { kind: 'files', name: 'files', result: 'passed', proves_data: false, ...plain, ...over };
}

const PROOF = check({ proves_data: true });
const CONTROL = check({ kind: 'negative-control', name: 'a byte', controls: 'files' });

describe('a drill', () => {
  test('has passed when a proof has, and was shown to be able to fail', () => {
    expect(verdictOf([PROOF, CONTROL])).toEqual({ passed: true, reasons: [] });
  });

  test.each([
    ['nothing', [], 'no proof: no check has compared any restored data'],
    [
      'checks that compare nothing',
      [check({ kind: 'restore' })],
      'no proof: no check has compared any restored data',
    ],
    ['a proof without its negative control', [PROOF], 'no negative control has shown that files can fail'],
    [
      'a negative control of something else',
      [PROOF, { ...CONTROL, controls: 'database a.dump' }],
      'no negative control has shown that files can fail',
    ],
    [
      'a negative control that nothing has noticed',
      [PROOF, { ...CONTROL, result: 'failed', found: 'nothing was noticed' } as const],
      'a byte failed: nothing was noticed',
    ],
    [
      'a check that could not run',
      [PROOF, CONTROL, check({ name: 'sql', result: 'could-not-run', found: 'there is no server' })],
      'sql could not run: there is no server',
    ],
  ])('has failed with %s', (_what, checks, reason) => {
    const { passed, reasons } = verdictOf(checks);
    expect(passed).toBe(false);
    expect(reasons).toContain(reason);
  });
});
