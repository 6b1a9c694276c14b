import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Progress } from '../../src/operations/progress.ts';
import { LogReporter } from '../../src/progress/log-reporter.ts';

const lines: string[] = [];
const log = { info: (line: string) => lines.push(line), warning: (line: string) => lines.push(`! ${line}`) };

function progress(more: Partial<Progress>): Progress {
  return {
    phase: 'listing',
    filesDone: 0,
    bytesDone: 0,
    filesTotal: null,
    bytesTotal: null,
    current: '',
    ...more,
  };
}

beforeEach(() => {
  lines.length = 0;
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('a log gets a line as each phase begins and every 10 s, however often progress is reported', () => {
  const reporter = new LogReporter(log, () => Date.now());
  reporter.onProgress(progress({ phase: 'connecting' }));
  for (let tenths = 0; tenths < 210; tenths++) {
    const done = tenths / 210;
    reporter.onProgress(
      progress({ bytesDone: done * 2 ** 30, bytesTotal: 2 ** 30, filesDone: 0, filesTotal: 10 }),
    );
    vi.advanceTimersByTime(100);
  }
  reporter.close();
  expect(lines).toEqual([
    '[0:00] connecting',
    '[0:00] backing up',
    '[0:10] backing up: 0 of 10 files, 482.7 MiB of 1.0 GiB, 47 %, about 0:11 left',
    '[0:20] backing up: 0 of 10 files, 970.4 MiB of 1.0 GiB, 94 %, about 0:01 left',
  ]);
});

test('a silent operation is still spoken of, and nothing is said after close', () => {
  const reporter = new LogReporter(log, () => Date.now());
  reporter.onProgress(progress({ phase: 'loading-index' }));
  vi.advanceTimersByTime(10_000);
  reporter.close();
  vi.advanceTimersByTime(60_000);
  expect(lines).toEqual(['[0:00] loading the index', '[0:10] loading the index']);
});
