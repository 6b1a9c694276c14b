import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import { formatTime, parseTime, parseTimeOrNull } from '../../../src/repository/format/time.ts';

const DAY_NS = 86_400_000_000_000n;

describe('formatTime', () => {
  test.each([
    [0n, '1970-01-01T00:00:00Z'],
    [1_795_254_474_627_524_309n, '2026-11-21T09:47:54.627524309Z'],
    [1_795_254_474_620_000_000n, '2026-11-21T09:47:54.62Z'],
    [1n, '1970-01-01T00:00:00.000000001Z'],
    [-1n, '1969-12-31T23:59:59.999999999Z'],
    [-1_234_567_890_123_456_789n, '1930-11-18T00:28:29.876543211Z'],
    [951_782_400_000_000_000n, '2000-02-29T00:00:00Z'],
    [-62_135_596_800_000_000_000n, '0001-01-01T00:00:00Z'],
    [253_402_300_799_999_999_999n, '9999-12-31T23:59:59.999999999Z'],
    [-62_167_219_200_000_000_000n, '0000-01-01T00:00:00Z'],
  ])('%d ns is %s', (ns, text) => {
    expect(formatTime(ns)).toBe(text);
    expect(parseTime(text)).toBe(ns);
  });

  test('a year past 9999 or before 0 is clamped and keeps the rest of the date', () => {
    expect(formatTime(253_402_300_800n * 1_000_000_000n)).toBe('9999-01-01T00:00:00Z');
    expect(formatTime(-62_167_219_200n * 1_000_000_000n - DAY_NS)).toBe('0000-12-31T00:00:00Z');
    expect(formatTime(253_402_300_800n * 1_000_000_000n + 59n * DAY_NS)).toBe('9999-03-01T00:00:00Z');
  });

  test('any 64-bit number of seconds gives a time that can be read', () => {
    const extremes = [2n ** 63n - 1n, -(2n ** 63n)];
    for (const seconds of extremes) {
      expect(parseTimeOrNull(formatTime(seconds * 1_000_000_000n + 1n))).not.toBeNull();
    }
  });

  test('agrees with Date on every millisecond that Date knows from year 0 to 9999', () => {
    fc.assert(
      fc.property(fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 }), (ms) => {
        const iso = new Date(ms).toISOString().replace(/\.?0*Z$/, 'Z');
        expect(formatTime(BigInt(ms) * 1_000_000n)).toBe(iso);
      }),
      { numRuns: 5000 },
    );
  });

  test('every nanosecond comes back', () => {
    const years0To9999 = { min: -62_167_219_200_000_000_000n, max: 253_402_300_799_999_999_999n };
    fc.assert(
      fc.property(fc.bigInt(years0To9999), (ns) => {
        expect(parseTime(formatTime(ns))).toBe(ns);
      }),
      { numRuns: 5000 },
    );
  });

  test('every nanosecond of the years that files are of comes back, and of those around the last that 63 bits hold', () => {
    const years1970To2250 = { min: -1_000_000_000n, max: 8_836_000_000_000_000_000n };
    fc.assert(
      fc.property(fc.bigInt(years1970To2250), (ns) => {
        expect(parseTime(formatTime(ns))).toBe(ns);
      }),
      { numRuns: 5000 },
    );
    for (const second of [2n ** 22n, 2n ** 32n, 2n ** 33n]) {
      for (const ns of [second * 1_000_000_000n - 1n, second * 1_000_000_000n])
        expect(parseTime(formatTime(ns))).toBe(ns);
    }
  });
});

describe('parseTime', () => {
  test.each([
    ['2026-11-21T10:47:54.627524309+01:00', 1_795_254_474_627_524_309n],
    ['2026-11-21T04:17:54.627524309-05:30', 1_795_254_474_627_524_309n],
    ['1970-01-01T00:00:00.1234567899Z', 123_456_789n],
    ['1969-12-31T23:59:59.5Z', -500_000_000n],
    ['0000-01-01T00:00:00+23:59', -62_167_219_200_000_000_000n - 86_340_000_000_000n],
  ])('reads %s', (text, ns) => {
    expect(parseTime(text)).toBe(ns);
  });

  test.each([
    '',
    '2026-11-21',
    '2026-11-21T10:47:54',
    '2026-11-21T10:47:54.Z',
    '2026-11-21T10:47:54,5Z',
    '2026-11-21t10:47:54Z',
    '2026-11-21T10:47:54z',
    '2026-11-21T10:47:54Z ',
    '2026-13-01T00:00:00Z',
    '2026-00-01T00:00:00Z',
    '2025-02-29T00:00:00Z',
    '1900-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-12-32T00:00:00Z',
    '2026-11-21T24:00:00Z',
    '2026-11-21T10:60:00Z',
    '2026-11-21T10:47:60Z',
    '2026-11-21T10:47:54+24:00',
    '2026-11-21T10:47:54+01:60',
    '2026-11-21T10:47:54+0100',
    '2026-11-21T10:47:54+01:00Z',
    '12026-11-21T10:47:54Z',
    '-026-11-21T10:47:54Z',
    '２026-11-21T10:47:54Z',
  ])('refuses %j', (text) => {
    expect(parseTimeOrNull(text)).toBeNull();
    expect(() => parseTime(text)).toThrow(HoldfastError);
  });
});
