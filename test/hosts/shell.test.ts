import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { READ_AND_EVALUATE, scriptLine } from '../../src/hosts/shell.ts';

/** What a shell prints that gets `input` and then the end of its input, as over a connection that was lost. */
function printedFor(input: Uint8Array): string {
  return spawnSync('/bin/sh', ['-c', READ_AND_EVALUATE], { input }).stdout.toString();
}

test('a script that is cut off anywhere on its way is not run as a shorter one', () => {
  const line = scriptLine('echo begin; rm -rf /nowhere/at-all', { reportExit: false });
  expect(printedFor(line)).toBe('begin\n');
  for (let length = 0; length < line.length; length++) expect(printedFor(line.subarray(0, length))).toBe('');
  expect(printedFor(Buffer.from('echo begin; echo more'))).toBe('');
});
