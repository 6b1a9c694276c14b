import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { compress, decompress } from '../../src/crypto/zstd.ts';

const LIMIT = 8 * 1024 * 1024;
const plain = Buffer.concat([
  randomBytes(1_000_000),
  Buffer.alloc(3_000_000, 'some words '),
  randomBytes(10),
]);

function zstd(args: readonly string[], input: Buffer): Buffer {
  return execFileSync('zstd', ['-q', '-c', ...args], { input, maxBuffer: 2 * LIMIT });
}

test('the zstd program reads what we write', () => {
  for (const bytes of [plain, Buffer.from('x'), Buffer.alloc(0)]) {
    expect(zstd(['-d'], compress(bytes)).equals(bytes)).toBe(true);
  }
  // No option to allow larger windows is needed, and a small limit on memory suffices.
  expect(zstd(['-d', '--memory=1MiB'], compress(plain)).equals(plain)).toBe(true);
});

describe('we read what the zstd program writes', () => {
  test.each([
    [['-1']],
    [['-19']],
    [['--ultra', '-22']],
    [['--fast=5']],
    [['--check']],
    [['--no-check']],
    [['--long=27']],
    [['--ultra', '--long=29', '-19']],
    [['-T2', '-B1MiB']],
  ])('%j', (args) => {
    expect(decompress(zstd(args, plain), LIMIT, 'it').equals(plain)).toBe(true);
  });

  test('a window of 1 GiB is refused', () => {
    expect(() => decompress(zstd(['--long=30'], plain), LIMIT, 'it')).toThrow(/window of 1073741824 bytes/);
  });
});
