import { describe, expect, test } from 'vitest';
import { formatBytes, formatCount, formatCounted, formatDuration } from '../src/amounts.ts';

describe('amounts for a person', () => {
  test.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1.0 KiB'],
    [1536, '1.5 KiB'],
    [1024 * 1024 - 1, '1.0 MiB'],
    [5n << 40n, '5.0 TiB'],
    [(1n << 63n) * 2n, '16.0 EiB'],
  ])('%d bytes are %s', (bytes, text) => expect(formatBytes(bytes)).toBe(text));

  test.each([
    [-5, '0:00'],
    [59_499, '0:59'],
    [59_500, '1:00'],
    [3_599_600, '1:00:00'],
    [100 * 3_600_000, '100:00:00'],
  ])('%d ms are %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  test('thousands stand apart whatever the machine’s language', () => {
    expect([0, 999, 1000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect(formatCount(12_345_678_901_234_567_890n)).toBe('12,345,678,901,234,567,890');
  });

  test('one thing is singular', () => {
    expect([
      formatCounted(1, 'entry', 'entries'),
      formatCounted(0, 'file'),
      formatCounted(2, 'file'),
    ]).toEqual(['1 entry', '0 files', '2 files']);
  });
});
