import { describe, expect, it } from 'vitest';
import type { PackId } from '../../src/repository/format/ids.ts';
import { parseReadDataSubset, type SizedPack, selectPacks } from '../../src/repository/read-data-subset.ts';

const PACKS: SizedPack[] = Array.from({ length: 200 }, (_, i) => ({
  id: i.toString(16).padStart(2, '0').padEnd(64, '0') as PackId,
  sizeBytes: 1000,
}));

describe('parseReadDataSubset', () => {
  it.each([
    ['2/5', { kind: 'part', part: 2, parts: 5 }],
    ['10%', { kind: 'percent', percent: 10 }],
    ['2.5%', { kind: 'percent', percent: 2.5 }],
    ['500', { kind: 'bytes', bytes: 500 }],
    ['3K', { kind: 'bytes', bytes: 3072 }],
    ['500M', { kind: 'bytes', bytes: 500 * 2 ** 20 }],
    ['2g', { kind: 'bytes', bytes: 2 * 2 ** 30 }],
    ['1T', { kind: 'bytes', bytes: 2 ** 40 }],
  ])('reads %s', (text, subset) => {
    expect(parseReadDataSubset(text)).toEqual(subset);
  });

  it.each([
    '',
    '0/5',
    '6/5',
    '1/0',
    '1/257',
    '0%',
    '101%',
    '-1%',
    '0',
    '5X',
    '1/2/3',
    '99999999999T',
    '10 %',
  ])('refuses %j', (text) => {
    expect(() => parseReadDataSubset(text)).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});

describe('selectPacks', () => {
  it('reads every pack once in m runs of n/m', () => {
    const seen = [1, 2, 3].flatMap((part) => selectPacks(PACKS, { kind: 'part', part, parts: 3 }));
    expect(seen.length).toBe(200);
    expect(new Set(seen).size).toBe(200);
  });

  it('takes a percentage, rounded up, none twice', () => {
    const chosen = selectPacks(PACKS, { kind: 'percent', percent: 12.6 });
    expect(chosen.length).toBe(26);
    expect(new Set(chosen).size).toBe(26);
    expect(selectPacks(PACKS, { kind: 'percent', percent: 100 }).length).toBe(200);
    expect(selectPacks(PACKS, { kind: 'percent', percent: 0.001 }).length).toBe(1);
  });

  it('takes packs until a size is reached', () => {
    expect(selectPacks(PACKS, { kind: 'bytes', bytes: 4500 }).length).toBe(5);
    expect(selectPacks(PACKS, { kind: 'bytes', bytes: 10 ** 9 }).length).toBe(200);
    expect(selectPacks([], { kind: 'bytes', bytes: 10 }).length).toBe(0);
  });

  it('takes others on another day', () => {
    const subset = { kind: 'percent', percent: 10 } as const;
    expect(selectPacks(PACKS, subset, () => 0)).not.toEqual(selectPacks(PACKS, subset, () => 0.5));
    expect(selectPacks(PACKS, subset, () => 1).length).toBe(20);
  });
});
