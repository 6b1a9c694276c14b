import { describe, expect, it } from 'vitest';
import { BlobCache } from '../../src/repository/blob-cache.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';

const id = (digit: string) => digit.repeat(64) as BlobId;

describe('BlobCache', () => {
  it('forgets what was used least lately, once it is full', () => {
    const cache = new BlobCache(300);
    for (const digit of ['a', 'b', 'c']) cache.put('data', id(digit), Buffer.alloc(100));
    cache.get('data', id('a'));
    cache.put('data', id('d'), Buffer.alloc(100));
    expect(['a', 'b', 'c', 'd'].filter((digit) => cache.get('data', id(digit)) !== null)).toEqual([
      'a',
      'c',
      'd',
    ]);
  });

  it('counts bytes, not blobs, and each only once', () => {
    const cache = new BlobCache(300);
    for (let i = 0; i < 10; i++) cache.put('data', id('a'), Buffer.alloc(100));
    cache.put('data', id('b'), Buffer.alloc(200));
    expect(cache.get('data', id('a'))).not.toBeNull();
    cache.put('data', id('c'), Buffer.alloc(300));
    expect(cache.get('data', id('a'))).toBeNull();
    expect(cache.get('data', id('b'))).toBeNull();
  });

  it('keeps nothing that is larger than itself, and forgets nothing for it', () => {
    const cache = new BlobCache(300);
    cache.put('data', id('a'), Buffer.alloc(100));
    cache.put('data', id('b'), Buffer.alloc(301));
    expect(cache.get('data', id('b'))).toBeNull();
    expect(cache.get('data', id('a'))).not.toBeNull();
  });

  it('tells trees from data', () => {
    const cache = new BlobCache(300);
    cache.put('tree', id('a'), Buffer.alloc(1));
    expect(cache.get('data', id('a'))).toBeNull();
  });
});
