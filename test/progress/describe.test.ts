import { expect, test } from 'vitest';
import { IDLE } from '../../src/operations/progress.ts';
import { describeProgress } from '../../src/progress/describe.ts';

test.each([
  [0, 1, '0 of 1 file'],
  [1, 1200, '1 of 1,200 files'],
  [1, null, '1 file'],
  [2, null, '2 files'],
])('%s files done of %s', (filesDone, filesTotal, expected) => {
  const words = describeProgress({ ...IDLE, phase: 'listing', filesDone, filesTotal }, null);
  expect(words.split(', ')[0]).toBe(`backing up: ${expected}`);
});
