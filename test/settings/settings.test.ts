import { describe, expect, test } from 'vitest';
import { storageOptions } from '../../src/repository/storage-options.ts';
import { parseCheckpointInterval } from '../../src/settings/checkpoint-interval.ts';
import { parseDuration } from '../../src/settings/duration.ts';
import { parseExcludeFile } from '../../src/settings/exclude-file.ts';
import { parseGroupBy } from '../../src/settings/group-by.ts';
import { splitTags } from '../../src/settings/tags.ts';
import { parseTarget } from '../../src/settings/target.ts';
import { parseSize } from '../../src/size.ts';

describe('sizes, as restic reads them', () => {
  test.each([
    ['0', 0n],
    ['17', 17n],
    ['1b', 1n],
    ['2K', 2048n],
    ['3m', 3n << 20n],
    ['4G', 4n << 30n],
    ['9007199254740991k', 9007199254740991n << 10n],
    ['9223372036854775807', 2n ** 63n - 1n],
  ])('%s', (text, bytes) => expect(parseSize(text, '--exclude-larger-than')).toBe(bytes));

  test.each(['', 'm', '1.5G', '-1', '1 G B', '0x10', '1gb', '9223372036854775808', '9999999999T'])(
    '%j is refused',
    (text) => {
      expect(() => parseSize(text, '--exclude-larger-than')).toThrow('Cannot use --exclude-larger-than');
    },
  );
});

describe('spans of time, as Go writes them', () => {
  test.each([
    ['0', 0],
    ['30s', 30_000],
    ['1h30m', 5_400_000],
    ['1.5m', 90_000],
    ['250ms', 250],
  ])('%s', (text, ms) => expect(parseDuration(text, '--retry-lock')).toBe(ms));

  test.each(['', '5', 'm', '5d', '-5m', '5m junk'])('%j is refused', (text) => {
    expect(() => parseDuration(text, '--retry-lock')).toThrow('Cannot use --retry-lock');
  });
});

describe('how often a checkpoint is written', () => {
  test.each([
    [null, undefined],
    ['0', null],
    ['0s', null],
    ['1m', 60_000],
    ['1h30m', 5_400_000],
  ])('%s', (text, everyMs) => {
    expect(parseCheckpointInterval(text, '--checkpoint-interval')).toBe(everyMs);
  });

  test.each(['59s', '1ms', '-5m', 'never'])('%j is refused', (text) => {
    expect(() => parseCheckpointInterval(text, '--checkpoint-interval')).toThrow(
      `Cannot use --checkpoint-interval: it is "${text}", expected`,
    );
  });
});

test('a file of patterns: comments out, variables in, a dollar sign doubled', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the file's own syntax
  const text = '# caches\n*.tmp\n\n  ${HOME}/x  \n$HOME/y\n$$z\n$NOTSET/q\r\n';
  expect(parseExcludeFile(text, { HOME: '/root' })).toEqual(['*.tmp', '/root/x', '/root/y', '$z', '/q']);
});

test('tags come in lists', () => {
  expect(splitTags(['a,b', ' c ', '', 'd,,e'])).toEqual(['a', 'b', 'c', 'd', 'e']);
});

test.each(['..', '.x', 'a/b', 'a,b', '', ' a', 'x'.repeat(65)])(
  'an application can’t be called %j',
  (name) => {
    expect(() => parseTarget(name, '--of')).toThrow('Cannot use --of');
  },
);

describe('how a repository is written, as restic’s flags say it', () => {
  const names = { compression: '--compression', packSize: '--pack-size' };

  test.each([
    ['4', 4 << 20],
    ['128', 128 << 20],
  ])('packs of %s MiB', (packSize, packSizeBytes) => {
    expect(storageOptions({ compression: 'max', packSize }, names)).toEqual({
      compression: 'max',
      packSizeBytes,
    });
  });

  test.each(['3', '129', '16M', '4.5', '', '-8', '1e2'])('packs of %j MiB are refused', (packSize) => {
    expect(() => storageOptions({ compression: null, packSize }, names)).toThrow('from 4 to 128');
  });

  test('nothing given is nothing set', () => {
    expect(storageOptions({ compression: null, packSize: null }, names)).toEqual({});
    expect(() => storageOptions({ compression: 'zstd', packSize: null }, names)).toThrow('--compression');
  });
});

describe('--group-by, as restic reads it', () => {
  test.each([
    ['host,paths', { host: true, paths: true, tags: false }],
    ['hosts, tag', { host: true, paths: false, tags: true }],
    ['', { host: false, paths: false, tags: false }],
  ])('%j', (text, by) => expect(parseGroupBy(text, '--group-by')).toEqual(by));

  test('anything else is refused', () => {
    expect(() => parseGroupBy('host,day', '--group-by')).toThrow('it has "day"');
  });
});
