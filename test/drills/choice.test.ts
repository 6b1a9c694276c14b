import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { drawn } from '../../src/drills/choice.ts';

const ids = (count: number) =>
  Array.from({ length: count }, (_, i) => createHash('sha256').update(`${i}`).digest('hex'));

describe('a draw', () => {
  test('is what DRAW_ALGORITHM says, whatever the order of the candidates', () => {
    const three = ids(3);
    const [a = '', b = '', c = ''] = three.toSorted();
    const digest = createHash('sha256').update(`run 7\n${a}\n${b}\n${c}`).digest();
    const expected = [a, b, c][Number(digest.readBigUInt64BE(0) % 3n)];
    expect(drawn('run 7', three)).toBe(expected);
    expect(drawn('run 7', three.toReversed())).toBe(expected);
  });

  test('reaches every candidate by some seed, and none is drawn much more often', () => {
    const counts = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++) {
      const id = drawn(`${seed}`, ids(4));
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    expect(counts.size).toBe(4);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
