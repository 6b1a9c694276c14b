import { expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { HardLinks } from '../../../src/operations/backup/hard-links.ts';

const FILE: ListedEntry = {
  path: '/a' as ByteString,
  type: 'file',
  permissions: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 5n,
  blocks: 8n,
  mtimeNs: 1n,
  ctimeNs: 1n,
  device: 1n,
  inode: 7n,
  links: 2n,
  linkTarget: '' as ByteString,
  deviceNumber: 0n,
};

const LISTED_NS = 100n;

test.each([
  ['times', { ctimeNs: 2n }],
  ['size', { sizeBytes: 6n }],
  ['number of names', { links: 1n }],
])(
  'a new file that got the inode of one that is gone, seen by its %s, is no other name of it',
  (_, other) => {
    const links = new HardLinks(LISTED_NS);
    expect(links.admit(FILE)).toBe(true);
    expect(links.admit({ ...FILE, path: '/b' as ByteString })).toBe(true);
    expect(links.admit({ ...FILE, path: '/c' as ByteString, ...other })).toBe(false);
  },
);

test('a file that got its second name since the listing began may have the inode of one that was listed: it stands alone', () => {
  const links = new HardLinks(LISTED_NS);
  expect(links.admit({ ...FILE, links: 1n })).toBe(true);
  const young = { ...FILE, ctimeNs: LISTED_NS };
  expect(links.admit({ ...young, path: '/b' as ByteString })).toBe(false);
  expect(links.admit({ ...young, path: '/c' as ByteString })).toBe(false);
  expect(links.admit({ ...FILE, ctimeNs: LISTED_NS - 1n, inode: 8n })).toBe(true);
});
