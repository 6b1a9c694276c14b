import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JsonReporter } from '../../src/cli/json-reporter.ts';
import { Output } from '../../src/cli/output.ts';
import type { Phase } from '../../src/operations/progress.ts';
import { FakeTerminal } from './terminal.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function statusOf(phase: Phase): Record<string, unknown> {
  const terminal = new FakeTerminal();
  const reporter = new JsonReporter(new Output(terminal, 'json', 1));
  reporter.onProgress({ phase, filesDone: 3, filesTotal: 4, bytesDone: 30, bytesTotal: 40, current: '/x' });
  vi.advanceTimersByTime(1000);
  reporter.close();
  return JSON.parse(terminal.stdout.text);
}

test('a status has the names that restic gives it: another for a restore than for a backup', () => {
  const common = { message_type: 'status', percent_done: 0.75, total_files: 4, total_bytes: 40 };
  expect(statusOf('listing')).toMatchObject({
    ...common,
    files_done: 3,
    bytes_done: 30,
    current_files: ['/x'],
  });
  const restoring = statusOf('restoring');
  expect(restoring).toMatchObject({ ...common, files_restored: 3, bytes_restored: 30 });
  expect(restoring).not.toHaveProperty('files_done');
});
