import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { Comparison, CTIME_GRANULE_NS } from '../../../src/operations/backup/comparison.ts';
import type { PreviousNode } from '../../../src/operations/backup/previous-folder.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';
import { fileNode } from '../../repository/nodes.ts';

const [A, B] = [idOf<BlobId>(Buffer.from('a')), idOf<BlobId>(Buffer.from('b'))];
const SIZES = new Map([
  [A, 3],
  [B, 2],
]);
const comparison = new Comparison({ blobSize: (_type, id) => SIZES.get(id) ?? null });
const NODE = fileNode('f', [A, B], 5, { mtimeNs: 10n, ctimeNs: 20n, inode: 7n });
const ENTRY: ListedEntry = {
  path: '/f' as ByteString,
  type: 'file',
  permissions: 0o600,
  uid: 1,
  gid: 1,
  sizeBytes: 5n,
  blocks: 8n,
  mtimeNs: 10n,
  ctimeNs: 20n,
  device: 99n,
  inode: 7n,
  links: 1n,
  linkTarget: '' as ByteString,
  deviceNumber: 0n,
};
const LONG_AFTER = 20n + CTIME_GRANULE_NS + 1n;
const previous = (over: Partial<PreviousNode> = {}): PreviousNode[] => [
  { node: NODE, listingStartedNs: LONG_AFTER, ...over },
];

describe('a file', () => {
  test('that is as a parent saw it is taken over, whatever device it is on now', () => {
    expect(comparison.findUnchanged(ENTRY, previous())?.content).toEqual([A, B]);
  });

  test.each([
    ['size', { sizeBytes: 6n }],
    ['mtime', { mtimeNs: 11n }],
    ['ctime, its mtime set back', { ctimeNs: 21n }],
    ['inode: it was replaced', { inode: 8n }],
  ])('of another %s is read', (_, other) => {
    const late = previous({ listingStartedNs: LONG_AFTER + 100n });
    expect(comparison.findUnchanged({ ...ENTRY, ...other }, late)).toBeNull();
  });

  test('whose ctime is within a tick of the clock of the parent’s listing is read: it may have changed once more', () => {
    for (const listingStartedNs of [0n, 20n, 20n + CTIME_GRANULE_NS]) {
      expect(comparison.findUnchanged(ENTRY, previous({ listingStartedNs }))).toBeNull();
    }
    expect(CTIME_GRANULE_NS).toBeGreaterThanOrEqual(1_000_000_000n);
  });

  test('on a filesystem whose ctime says nothing is read, unless the mtime is to be enough', () => {
    const sizes = { blobSize: (_type: unknown, id: BlobId) => SIZES.get(id) ?? null };
    const untimed = new Map([[99n, 'vfat']]);
    const wary = new Comparison(sizes, 'nothing', untimed);
    expect(wary.findUnchanged(ENTRY, previous())).toBeNull();
    expect(
      wary.isKept(ENTRY, { content: [A, B], extendedAttributes: [], listingStartedNs: LONG_AFTER }),
    ).toBe(false);
    expect([...wary.distrusted]).toEqual(['vfat']);
    expect(wary.findUnchanged({ ...ENTRY, device: 98n }, previous())).not.toBeNull();
    expect(new Comparison(sizes, 'ctime', untimed).findUnchanged(ENTRY, previous())).not.toBeNull();
  });

  test('of which the repository has lost a blob is read again', () => {
    const gone = { ...NODE, content: [A, idOf<BlobId>(Buffer.from('lost')), B] };
    expect(comparison.findUnchanged(ENTRY, previous({ node: gone }))).toBeNull();
  });

  test('whose blobs don’t add up to its size is read again', () => {
    expect(comparison.findUnchanged(ENTRY, previous({ node: { ...NODE, content: [A] } }))).toBeNull();
  });

  test('that only the second parent has is taken over from that', () => {
    const [whole] = previous() as [PreviousNode];
    const other = { node: { ...NODE, mtimeNs: 1n }, listingStartedNs: LONG_AFTER };
    expect(comparison.findUnchanged(ENTRY, [other, whole])?.node).toBe(NODE);
  });
});
