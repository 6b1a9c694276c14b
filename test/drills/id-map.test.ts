import { describe, expect, test } from 'vitest';
import { IdMap } from '../../src/drills/id-map.ts';

describe('the users of a container', () => {
  test('are all that there are, or nobody knows', () => {
    expect(IdMap.parse('ids u 0 0 4294967295\nids g 0 0 4294967295\nup\n')).toBeNull();
    expect(IdMap.parse('room /x postgres\nup\n')).toBeNull();
  });

  test('are those of the engine’s ranges, users apart from groups', () => {
    const ids = IdMap.parse('ids u 0 1000 1\nids u 1 100000 65536\nids g 0 1000 1\nup\n');
    expect(ids?.users).toBe('0–0, 1–65536');
    expect(ids?.has({ uid: 65536, gid: 0 })).toBe(true);
    expect(ids?.has({ uid: 65537, gid: 0 })).toBe(false);
    expect(ids?.has({ uid: 0, gid: 1 })).toBe(false);
  });

  test('may be as many as there are, and still be others', () => {
    expect(IdMap.parse('ids u 0 100000 4294867295\nids g 0 0 4294967295')).not.toBeNull();
  });
});
