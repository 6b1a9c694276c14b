import { expect, test } from 'vitest';
import { unusedLimit } from '../../src/repository/prune/options.ts';
import { parseMaxUnused, pruneOptions } from '../../src/settings/prune.ts';

const NONE = {
  maxUnused: null,
  maxRepackSize: null,
  repackSmallerThan: null,
  repackCacheableOnly: false,
  repackUncompressed: false,
};

const named = (word: string) => `--${word}`;

test.each([
  ['unlimited', Number.POSITIVE_INFINITY],
  ['0', 0],
  ['0%', 0],
  ['5%', 52],
  ['50%', 1000],
  ['99.9%', 999_000],
  [' 2k ', 2048],
])('--max-unused %j beside 1,000 used bytes is %d', (text, bytes) => {
  expect(unusedLimit(parseMaxUnused(text, '--max-unused'), 1000)).toBeCloseTo(bytes, -1);
});

test.each(['', '%', '-1%', '100%', '1e1%', '5 %', 'half', '-5', '5x'])(
  '--max-unused %j is refused',
  (text) => {
    expect(() => parseMaxUnused(text, '--max-unused')).toThrow(/^Cannot use --max-unused: it is /);
  },
);

test('without flags it is as restic has it: 5 %, no limit, packs by size', () => {
  expect(pruneOptions(NONE, named)).toEqual({
    maxUnused: { kind: 'percent', percent: 5 },
    maxRepackBytes: null,
    repackSmallerThanBytes: null,
    repackCacheableOnly: false,
    repackUncompressed: false,
  });
});

test('sizes have units, and packs below nothing are none', () => {
  const given = { ...NONE, maxRepackSize: '1g', repackSmallerThan: '8M' };
  expect(pruneOptions(given, named)).toMatchObject({
    maxRepackBytes: 2 ** 30,
    repackSmallerThanBytes: 2 ** 23,
  });
  expect(() => pruneOptions({ ...NONE, repackSmallerThan: '0' }, named)).toThrow(
    /--repack-smaller-than: it is 0/,
  );
});
