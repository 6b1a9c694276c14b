import { describe, expect, it } from 'vitest';
import { inParallel, mapInOrder } from '../../src/repository/parallel.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Work that takes a few turns and counts how much of it runs at once. */
function counted() {
  const running = { now: 0, most: 0, begun: [] as number[] };
  const work = async (item: number) => {
    running.begun.push(item);
    running.most = Math.max(running.most, ++running.now);
    for (let i = 0; i <= item % 3; i++) await turn();
    running.now--;
    return item * 10;
  };
  return { running, work };
}

const ITEMS = Array.from({ length: 20 }, (_, i) => i);

describe('inParallel', () => {
  it('does everything, so much at once and no more', async () => {
    const { running, work } = counted();
    await inParallel(ITEMS, 4, async (item) => void (await work(item)));
    expect(running.begun).toEqual(ITEMS);
    expect(running.most).toBe(4);
  });

  it('begins nothing after a failure, and waits for what runs', async () => {
    const { running, work } = counted();
    const failing = async (item: number) => {
      await work(item);
      if (item === 3) throw new Error('the third');
    };
    await expect(inParallel(ITEMS, 4, failing)).rejects.toThrow('the third');
    expect(running.now).toBe(0);
    expect(running.begun.length).toBeLessThan(12);
  });

  it('throws what was thrown, even if that is null', async () => {
    await expect(inParallel([1], 2, () => Promise.reject(null))).rejects.toBeNull();
  });
});

describe('mapInOrder', () => {
  it('gives results in order, so much begun at once and no more', async () => {
    const { running, work } = counted();
    expect(await Array.fromAsync(mapInOrder(ITEMS, 4, work))).toEqual(ITEMS.map((item) => item * 10));
    expect(running.most).toBe(4);
  });

  it('throws a failure when it is its turn', async () => {
    const given: number[] = [];
    const work = async (item: number) => {
      if (item === 2) throw new Error('the second');
      await turn();
      return item;
    };
    const all = (async () => {
      for await (const item of mapInOrder(ITEMS, 4, work)) given.push(item);
    })();
    await expect(all).rejects.toThrow('the second');
    expect(given).toEqual([0, 1]);
  });
});
