import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import type { Folder } from '../../../src/operations/backup/folder.ts';
import {
  encodeMarks,
  FolderMarks,
  isWorthMarks,
  type MarkedFolder,
} from '../../../src/operations/backup/folder-marks.ts';
import { markOf } from '../../../src/operations/backup/mark.ts';
import { NewMarks } from '../../../src/operations/backup/new-marks.ts';
import { nodeOfEntry, withAttributes } from '../../../src/operations/backup/node-of-entry.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Snapshot } from '../../../src/repository/format/snapshot.ts';

const NAMES = { users: new Map([[0, 'root']]), groups: new Map([[0, 'root']]) };

const ENTRY: ListedEntry = {
  path: '/srv/a/name' as ByteString,
  type: 'file',
  permissions: 0o644,
  uid: 1,
  gid: 2,
  sizeBytes: 3n,
  blocks: 8n,
  mtimeNs: 1_700_000_000_000_000_001n,
  ctimeNs: 1_700_000_000_000_000_002n,
  device: 5n,
  inode: 6n,
  links: 1n,
  linkTarget: '' as ByteString,
  deviceNumber: 0n,
};

describe('a mark', () => {
  const mark = (...entries: Partial<ListedEntry>[]) =>
    markOf(
      entries.map((entry) => ({ ...ENTRY, ...entry })),
      NAMES,
    ).toString('hex');

  test('is another one when anything is otherwise that stands in a node', () => {
    const changes: Partial<ListedEntry>[] = [
      {},
      { path: '/srv/a/namf' as ByteString },
      { type: 'symlink' },
      { permissions: 0o4644 },
      { uid: 2 },
      { uid: 2 ** 32 - 1 },
      { gid: 1 },
      { sizeBytes: 4n },
      { sizeBytes: 2n ** 63n },
      { mtimeNs: ENTRY.mtimeNs + 1n },
      { mtimeNs: -1n },
      { ctimeNs: ENTRY.ctimeNs - 1n },
      { device: 6n },
      { inode: 5n },
      { inode: 2n ** 64n - 1n },
      { links: 2n },
      { deviceNumber: 1n },
      { linkTarget: 'x' as ByteString },
      { path: '/srv/a/namex' as ByteString },
      { path: '/srv/a/nam' as ByteString, linkTarget: 'e' as ByteString },
    ];
    const marks = [mark(), mark({}, {}), ...changes.map((change) => mark(change))];
    expect(new Set(marks).size).toBe(marks.length);
  });

  test('is the same whatever else a listing says, and wherever the folder stands', () => {
    expect(mark({ blocks: 16n })).toBe(mark({}));
    expect(mark({ path: '/elsewhere/name' as ByteString })).toBe(mark({}));
    const folder: Partial<ListedEntry> = { type: 'dir', sizeBytes: 4096n, links: 3n };
    expect(mark({ ...folder, sizeBytes: 8192n, links: 4n })).toBe(mark(folder));
  });

  test('has the device that is recorded', () => {
    const devices = new Map([[9n, 5n]]);
    expect(markOf([{ ...ENTRY, device: 9n }], { ...NAMES, devices }).toString('hex')).toBe(mark({}));
  });

  test('has the names of the owner, and of no other account', () => {
    const named = (users: [number, string][], groups: [number, string][]) =>
      markOf([ENTRY], { users: new Map(users), groups: new Map(groups) }).toString('hex');
    const marks = [
      mark({}),
      named([[1, 'a']], [[2, 'b']]),
      named([[1, 'b']], [[2, 'b']]),
      named([[1, 'a']], [[2, 'a']]),
      named([[1, 'a']], []),
      named([[1, 'a","b']], []),
      named([[1, 'é']], [[2, 'b']]),
    ];
    expect(new Set(marks).size).toBe(marks.length);
    expect(named([[3, 'new']], [[4, 'new']])).toBe(mark({}));
  });

  test('has the owner, of however many', () => {
    const entries = Array.from({ length: 3000 }, (_, uid) => ({ ...ENTRY, uid, gid: 2 ** 32 - 1 - uid }));
    const [first, ...rest] = entries;
    expect(mark(...entries)).toBe(mark(...entries));
    expect(mark(...entries)).not.toBe(mark({ ...first, gid: 7 }, ...rest));
  });

  test('tells entries apart in any number and of any length', () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      path: `/srv/${i}/${'n'.repeat(255)}` as ByteString,
      linkTarget: 't'.repeat(4095) as ByteString,
    }));
    const [first, ...rest] = many;
    expect(mark(...many)).not.toBe(mark(...rest));
    expect(mark(...many)).not.toBe(mark(...rest, first ?? {}, {}));
    expect(mark(...many)).toBe(mark(...many));
    expect(mark({})).toBe(mark({})); // whatever was hashed before
  });
});

const tree = (digit: string) => digit.repeat(64) as BlobId;
const MARKED: MarkedFolder[] = [
  { path: '/srv/a\nb\xff' as ByteString, mark: Buffer.alloc(32, 1), tree: tree('a') },
  { path: `/${'x'.repeat(4094)}` as ByteString, mark: Buffer.alloc(32, 2), tree: tree('b') },
];
const NOW = 1_700_000_000_000_000_000n;
const DAY = 86_400_000_000_000n;

describe('the marks of a snapshot', () => {
  const programVersion = 'holdfast 1';
  const bytes = encodeMarks(MARKED, { programVersion, comparedNs: NOW });

  test('read back as they were', () => {
    const marks = FolderMarks.decode(bytes, { programVersion, nowNs: NOW + 7n * DAY });
    expect(MARKED.map(({ path }) => marks?.find(path))).toEqual(MARKED);
    expect(marks?.find('/srv' as ByteString)).toBeNull();
    expect(marks?.comparedNs).toBe(NOW);
  });

  test('hold for a week', () => {
    for (const nowNs of [NOW + 7n * DAY + 1n, NOW - 1n])
      expect(FolderMarks.decode(bytes, { programVersion, nowNs })).toBeNull();
  });

  test('hold for the same program', () => {
    expect(FolderMarks.decode(bytes, { programVersion: 'holdfast 2', nowNs: NOW })).toBeNull();
  });

  test.each([
    [{ dirsNew: 200, dirsChanged: 100, dirsUnmodified: 200 }, true],
    [{ dirsNew: 499 }, false],
    [{ dirsNew: 1, totalFilesProcessed: 20_000 }, true],
    [{ dirsNew: 100_001 }, false],
  ])('are worth it by %o: %s', (summary, isWorth) => {
    expect(isWorthMarks({ summary } as unknown as Snapshot)).toBe(isWorth);
  });

  test('are not worth it where a snapshot does not tell', () => {
    expect(isWorthMarks({ summary: null } as Snapshot)).toBe(false);
  });
});

describe('a folder that was compared has a mark', () => {
  const path = '/srv/a' as ByteString;
  const node = nodeOfEntry(ENTRY, 'name' as ByteString, NAMES);

  /** Whether it has one, where this is known of it in the end. */
  function hasMark(folder: object, { has = true, untilNs = NOW * 2n } = {}): boolean {
    const marks = new NewMarks(NAMES);
    marks.note(path, [ENTRY]);
    const known = { entry: { path }, kept: new Set(), nodes: [], previous: { has: () => has } };
    marks.settle({ ...known, ...folder } as unknown as Folder, tree('a'));
    expect(marks.areNew).toBe(marks.olderThan(NOW * 2n).length > 0);
    return marks.olderThan(untilNs).length > 0;
  }

  test('where the parent has its tree', () => {
    expect(hasMark({ kept: new Set(['name']) })).toBe(true);
    expect(hasMark({ nodes: [node] })).toBe(true);
    expect(hasMark({ kept: new Set(['name']) }, { has: false })).toBe(false);
  });

  test('but not while an entry of it cannot be read', () => {
    expect(hasMark({})).toBe(false);
  });

  test('nor while something of an entry is not known', () => {
    expect(hasMark({ nodes: [withAttributes(node, null)] })).toBe(false);
  });

  test('nor when an entry is so young that it may have changed again', () => {
    const folder = { kept: new Set(['name']) };
    expect(hasMark(folder, { untilNs: ENTRY.ctimeNs + 1n })).toBe(true);
    expect(hasMark(folder, { untilNs: ENTRY.ctimeNs })).toBe(false);
  });
});
