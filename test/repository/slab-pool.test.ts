import { describe, expect, it } from 'vitest';
import { type Slab, SlabPool } from '../../src/repository/slab-pool.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

function areApart(slabs: readonly Slab[]): boolean {
  return slabs.every((a, i) =>
    slabs.every(
      (b, j) =>
        i === j ||
        a.buffer !== b.buffer ||
        a.byteOffset + a.length <= b.byteOffset ||
        b.byteOffset + b.length <= a.byteOffset,
    ),
  );
}

function arenasOf(slabs: readonly Slab[]): number {
  return new Set(slabs.map(({ buffer }) => buffer)).size;
}

describe('a slab pool', () => {
  it('gives slabs that are large enough, and share nothing', () => {
    const pool = new SlabPool();
    const sizes = [1, 512 * KIB, 512 * KIB + 1, 3 * MIB, 100 * MIB, 16 * MIB, 7];
    const slabs = sizes.map((bytes) => pool.take(bytes));
    for (const [i, bytes] of sizes.entries()) expect(slabs[i]?.length).toBeGreaterThanOrEqual(bytes);
    expect(areApart(slabs)).toBe(true);
  });

  it('makes one gap of what was given back side by side, in whatever order', () => {
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [0, 2, 1],
      [1, 0, 2],
    ]) {
      const pool = new SlabPool();
      const slabs = [20 * MIB, 20 * MIB, 24 * MIB].map((bytes) => pool.take(bytes));
      expect(arenasOf(slabs)).toBe(1);
      for (const i of order) pool.give(slabs[i] as Slab);
      const whole = pool.take(64 * MIB);
      expect(whole.buffer).toBe(slabs[0]?.buffer);
      expect(whole.length).toBe(64 * MIB);
    }
  });

  it('takes no more memory however often slabs of any size are taken and given back', () => {
    const pool = new SlabPool();
    const seen = new Set<SharedArrayBuffer>();
    let held: Slab[] = [];
    let state = 1;
    for (let i = 0; i < 20_000; i++) {
      state = (state * 48_271) % 2_147_483_647;
      const slab = pool.take(1 + (state % (2 * MIB)));
      seen.add(slab.buffer);
      held.push(slab);
      if (i % 100 === 0) expect(areApart(held)).toBe(true);
      if (held.length <= 24) continue;
      const gone = held[state % held.length] as Slab;
      held = held.filter((other) => other !== gone);
      pool.give(gone);
    }
    // 25 slabs of at most 2 MiB, with room for gaps between them.
    expect(seen.size).toBeLessThanOrEqual(2);
  });
});
