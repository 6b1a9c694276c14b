import { expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { parseMountinfo } from '../../../src/operations/restore/mounts.ts';

const MOUNTINFO = `23 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw
24 23 0:21 / /proc rw,nosuid - proc proc rw
30 23 0:40 / /srv/my\\040data\\012x ro,relatime shared:5 master:1 - tmpfs tmpfs rw
31 23 254:0 /home/a /srv/bind rw - ext4 /dev/vda rw
32 30 0:41 / /srv/my\\040data\\012x rw - tmpfs over rw
not a line
`;
const mounts = parseMountinfo(Buffer.from(MOUNTINFO));
const at = (path: string) => fromText(path);

test('a path lies on the innermost mount around it, and of two on one point on the later one', () => {
  expect(mounts.of(at('/srv/x'))?.id).toBe('23');
  expect(mounts.of(at('/srv/bind/x'))?.id).toBe('31');
  expect(mounts.of(at('/srv/binder'))?.id).toBe('23');
  expect(mounts.of(at('/srv/my data\nx/y'))).toMatchObject({ id: '32', readOnly: false });
});

test('mount points below a path are found by whole names', () => {
  expect(mounts.below(at('/srv/bin'))).toEqual([]);
  expect(mounts.below(at('/srv'))).toContain(at('/srv/bind'));
  expect(mounts.below(at('/srv/bind'))).toEqual([]);
});

test('the root is a mount point even where nothing is known', () => {
  expect(parseMountinfo(Buffer.from('')).isMountPoint(at('/'))).toBe(true);
  expect(parseMountinfo(Buffer.from('')).of(at('/x'))).toBe(null);
  expect(mounts.isMountPoint(at('/srv/bind'))).toBe(true);
  expect(mounts.isMountPoint(at('/srv'))).toBe(false);
});

test('kernel filesystems are told apart', () => {
  expect(mounts.pseudo).toEqual(['/proc']);
});
