import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PackId } from '../../src/repository/format/ids.ts';
import { coalesce, MAX_GAP_BYTES, MAX_RANGE_BYTES } from '../../src/repository/read-ranges.ts';

const item = (packOrdinal: number, offset: number, length: number) => ({
  place: { packOrdinal, pack: `pack ${packOrdinal}` as PackId, offset, length },
});

describe('coalesce', () => {
  it('joins neighbours of one pack, in whatever order they are asked for', () => {
    const [a, b, c] = [item(0, 0, 10), item(0, 10, 10), item(0, 20, 10)];
    expect(coalesce([c, a, b])).toEqual([{ pack: 'pack 0', offset: 0, length: 30, items: [a, b, c] }]);
  });

  it('reads over a small gap, not over a large one', () => {
    expect(coalesce([item(0, 0, 10), item(0, 10 + MAX_GAP_BYTES, 10)]).length).toBe(1);
    expect(coalesce([item(0, 0, 10), item(0, 11 + MAX_GAP_BYTES, 10)]).length).toBe(2);
  });

  it('joins nothing across packs', () => {
    expect(coalesce([item(0, 0, 10), item(1, 10, 10)]).length).toBe(2);
  });

  it('stops at the largest range, but takes a larger blob alone', () => {
    const half = MAX_RANGE_BYTES / 2;
    expect(
      coalesce([item(0, 0, half), item(0, half, half), item(0, 2 * half, 1)]).map(({ length }) => length),
    ).toEqual([MAX_RANGE_BYTES, 1]);
    expect(coalesce([item(0, 0, MAX_RANGE_BYTES * 2)]).length).toBe(1);
  });

  it('begins with the range that is needed first', () => {
    const [late, early] = [item(0, 0, 10), item(7, 0, 10)];
    expect(coalesce([early, late]).map(({ pack }) => pack)).toEqual(['pack 7', 'pack 0']);
  });

  it('brings every item exactly once, whole', () => {
    const places = fc.array(fc.tuple(fc.nat(3), fc.nat(2 ** 24), fc.integer({ min: 1, max: 2 ** 22 })));
    fc.assert(
      fc.property(places, (all) => {
        const items = all.map(([pack, offset, length]) => item(pack, offset, length));
        const ranges = coalesce(items);
        const brought = ranges.flatMap((range) => range.items);
        expect(new Set(brought)).toEqual(new Set(items));
        expect(brought.length).toBe(items.length);
        for (const range of ranges) {
          for (const { place } of range.items) {
            expect(place.pack).toBe(range.pack);
            expect(place.offset).toBeGreaterThanOrEqual(range.offset);
            expect(place.offset + place.length).toBeLessThanOrEqual(range.offset + range.length);
          }
        }
      }),
    );
  });
});
