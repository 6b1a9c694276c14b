import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BarReporter, barLine } from '../../src/cli/bar-reporter.ts';
import { Output } from '../../src/cli/output.ts';
import type { Progress } from '../../src/operations/progress.ts';
import { FakeTerminal } from './terminal.ts';

const half: Progress = {
  phase: 'listing',
  filesDone: 5,
  filesTotal: 10,
  bytesDone: 512,
  bytesTotal: 1024,
  current: '/srv/a',
};

describe('the bar', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('is as full as the work is done, and never as wide as the terminal', () => {
    expect(barLine(half, 5000, 200)).toBe(
      '▕██████████          ▏ backing up: 5 of 10 files, 512 B of 1.0 KiB, 50 %, about 0:05 left  /srv/a',
    );
    for (let columns = 0; columns < 120; columns++) {
      expect(Array.from(barLine(half, 5000, columns)).length).toBeLessThan(Math.max(columns, 2));
    }
    expect(barLine({ ...half, bytesDone: 2048 }, null, 200)).toContain('▕████████████████████▏');
  });

  test('is drawn at a terminal that does not know its width, and says 0', () => {
    const terminal = new FakeTerminal({ typed: [] });
    terminal.stderr.columns = 0;
    const reporter = new BarReporter(terminal, new Output(terminal, 'text', 1));
    reporter.onProgress(half);
    vi.advanceTimersByTime(100);
    reporter.close();
    expect(terminal.stderr.text).toContain(barLine(half, null, 80));
  });

  test.each([true, false])(
    'gets out of the way of a result on the same terminal (%s), and of no other',
    async (isTTY) => {
      const terminal = new FakeTerminal({ typed: [] });
      terminal.stdout.isTTY = isTTY;
      const output = new Output(terminal, 'text', 1);
      const reporter = new BarReporter(terminal, output);
      reporter.onProgress(half);
      vi.advanceTimersByTime(100);
      await output.line('snapshot 4bd21c8a saved');
      const clear = '\r\x1b[2K';
      expect(terminal.stderr.text).toBe(`${clear}${barLine(half, null, 80)}${isTTY ? clear : ''}`);
      reporter.close();
    },
  );

  test('gets out of the way of a warning, and is gone at the end', () => {
    const terminal = new FakeTerminal({ typed: [] });
    const reporter = new BarReporter(terminal, new Output(terminal, 'text', 1));
    reporter.onProgress(half);
    vi.advanceTimersByTime(100);
    reporter.onWarning('beware');
    reporter.close();
    const clear = '\r\x1b[2K';
    expect(terminal.stderr.text).toBe(`${clear}${barLine(half, null, 80)}${clear}warning: beware\n`);
  });
});
