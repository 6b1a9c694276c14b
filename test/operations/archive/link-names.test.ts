import { describe, expect, it } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { LinkNames } from '../../../src/operations/archive/link-names.ts';
import { header } from '../restore-archive/made-archive.ts';

const OLD_UNTIL = 1000n;

function name(path: string, over: Partial<ListedEntry> = {}): ListedEntry {
  return {
    path: path as ByteString,
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
    links: 3n,
    linkTarget: '' as ByteString,
    deviceNumber: 0n,
    ...over,
  };
}

describe('names of one file', () => {
  it('are read once; those that come meanwhile wait, those that come later are linked at once', () => {
    const links = new LinkNames(OLD_UNTIL);
    const [a, b, c] = [name('/a'), name('/b'), name('/c')];
    expect(links.find(a)).toBeNull();
    expect(links.find(b)).toBe('wait');
    const member = header('a');
    expect(links.settle(a, member)).toEqual([b]);
    expect(links.find(c)).toBe(member);
  });

  it('are read by another when the first could not be', () => {
    const links = new LinkNames(OLD_UNTIL);
    const [a, b, c] = [name('/a'), name('/b'), name('/c')];
    links.find(a);
    links.find(b);
    expect(links.settle(a, null)).toEqual([b]);
    expect(links.find(b)).toBeNull();
    expect(links.find(c)).toBe('wait');
  });

  it.each([
    ['has one name', { links: 1n }],
    ['is no file', { type: 'fifo' as const }],
    ['may have changed since the listing began', { ctimeNs: OLD_UNTIL }],
  ])('are not what %s', (_what, over) => {
    const links = new LinkNames(OLD_UNTIL);
    expect(links.find(name('/a', over))).toBeNull();
    expect(links.find(name('/b', over))).toBeNull();
  });

  it.each([
    { sizeBytes: 6n },
    { mtimeNs: 2n },
    { ctimeNs: 2n },
    { links: 2n },
    { device: 2n },
    { inode: 8n },
  ])('are not another file that took over the inode: %o', (over) => {
    const links = new LinkNames(OLD_UNTIL);
    links.find(name('/a'));
    links.settle(name('/a'), header('a'));
    expect(links.find(name('/b', over))).toBeNull();
  });
});
