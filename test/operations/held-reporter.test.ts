import { expect, test } from 'vitest';
import { HeldReporter } from '../../src/operations/held-reporter.ts';
import { IDLE } from '../../src/operations/progress.ts';

test('what is told before the release is told then, and of how far it came the last', () => {
  const told: unknown[] = [];
  const held = new HeldReporter({
    onProgress: ({ filesDone }) => told.push(filesDone),
    onWarning: (message) => told.push(message),
    onInfo: (message) => told.push(message),
  });
  held.onProgress({ ...IDLE, phase: 'listing', filesDone: 1 });
  held.onWarning('a warning');
  held.onProgress({ ...IDLE, phase: 'listing', filesDone: 2 });
  expect(told).toEqual([]);
  held.release();
  expect(told).toEqual(['a warning', 2]);
  held.release();
  held.onProgress({ ...IDLE, phase: 'listing', filesDone: 3 });
  held.onInfo('later');
  expect(told).toEqual(['a warning', 2, 3, 'later']);
});
