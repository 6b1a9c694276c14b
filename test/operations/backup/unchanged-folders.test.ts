import { expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { FileType, ListedEntry } from '../../../src/files/listing.ts';
import { parentPath } from '../../../src/files/paths.ts';
import type { UntimedDevices } from '../../../src/files/untimed.ts';
import { encodeMarks, FolderMarks } from '../../../src/operations/backup/folder-marks.ts';
import type { ListingTaker } from '../../../src/operations/backup/listing-taker.ts';
import { markOf } from '../../../src/operations/backup/mark.ts';
import { NewMarks } from '../../../src/operations/backup/new-marks.ts';
import { UnchangedFolders } from '../../../src/operations/backup/unchanged-folders.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';

const NAMES = { users: new Map(), groups: new Map() };
const programVersion = 'holdfast test';
const TREE = 'a'.repeat(64) as BlobId;
const OLD_NS = 10n;
const TRUSTED_UNTIL_NS = 100n;

const TYPES: Record<string, FileType> = { d: 'dir', f: 'file', l: 'symlink', s: 'socket', o: 'other' };

/** `path type`, and `+` behind it for what is young, `2` for a file with two names. */
function entryOf(line: string): ListedEntry {
  const [path = '', type = 'f'] = line.split(' ');
  return {
    path: path as ByteString,
    type: TYPES[type[0] ?? ''] ?? 'file',
    permissions: 0o755,
    uid: 0,
    gid: 0,
    sizeBytes: type.startsWith('f') ? 5n : 0n,
    blocks: 8n,
    mtimeNs: OLD_NS,
    ctimeNs: type.endsWith('+') ? TRUSTED_UNTIL_NS : OLD_NS,
    device: 1n,
    inode: 1n,
    links: type.endsWith('2') ? 2n : 1n,
    linkTarget: '' as ByteString,
    deviceNumber: 0n,
  };
}

/** The marks that the last backup left of all folders of a listing. */
function marksOf(lines: readonly string[]): FolderMarks | null {
  const entries = lines.map(entryOf);
  const folders = entries.filter(({ type }) => type === 'dir').map(({ path }) => path);
  const marked = folders.map((path) => ({
    path,
    mark: markOf(
      entries.filter((entry) => parentPath(entry.path) === path),
      NAMES,
    ),
    tree: TREE,
  }));
  return FolderMarks.decode(encodeMarks(marked, { programVersion, comparedNs: 0n }), {
    programVersion,
    nowNs: 0n,
  });
}

/** What is given on of a listing, `=` before what is unchanged, with its folders, files and bytes. */
async function taken(
  lines: readonly string[],
  before: readonly string[] | null,
  untimed?: UntimedDevices,
): Promise<string[]> {
  const given: string[] = [];
  const taker: ListingTaker = {
    takeEntry(entry) {
      given.push(entry.path);
      return null;
    },
    async takeUnchanged({ entry, tree, folders, files, bytes }) {
      expect(tree).toBe(TREE);
      given.push(`=${entry.path} ${folders} ${files} ${bytes}`);
    },
  };
  const marks = before === null ? null : marksOf(before);
  const found = new NewMarks(NAMES);
  const unchanged = new UnchangedFolders({
    marks,
    trustedUntilNs: TRUSTED_UNTIL_NS,
    untimed,
    names: NAMES,
    taker,
    found,
  });
  for (const line of lines) await unchanged.take(entryOf(line));
  await unchanged.end();
  return given;
}

const LISTING = [
  '/s d',
  '/s/1 f',
  '/s/a d',
  '/s/a/2 f',
  '/s/a/b d',
  '/s/a/b/3 l',
  '/s/c d',
  '/s/c/4 f',
  '/s/5 f',
];
const ALL = LISTING.map((line) => line.split(' ')[0]);

test('a source with all below it is given on as one', async () => {
  expect(await taken(LISTING, LISTING)).toEqual(['=/s 4 4 20']);
});

test('on a filesystem whose ctime says nothing each entry is given on', async () => {
  expect(await taken(LISTING, LISTING, new Map([[1n, 'vfat']]))).toEqual(ALL);
  expect(await taken(LISTING, LISTING, new Map([[2n, 'vfat']]))).toEqual(['=/s 4 4 20']);
});

test('without marks each entry is given on as it comes', async () => {
  expect(await taken(LISTING, null)).toEqual(ALL);
});

test.each([
  [
    'a file that is new',
    ['/s/a/b/6 f'],
    '/s/a/b/3 l',
    ['/s', '/s/1', '/s/a', '/s/a/2', '/s/a/b', '/s/a/b/3', '/s/a/b/6', '=/s/c 1 1 5', '/s/5'],
  ],
  [
    'a file that is young',
    ['/s/c/6 f+'],
    '/s/c/4 f',
    ['/s', '/s/1', '=/s/a 2 1 5', '/s/c', '/s/c/4', '/s/c/6', '/s/5'],
  ],
  [
    'a folder that is new',
    ['/s/a/n d', '/s/a/n/6 f'],
    '/s/a/2 f',
    ['/s', '/s/1', '/s/a', '/s/a/2', '/s/a/n', '/s/a/n/6', '=/s/a/b 1 0 0', '=/s/c 1 1 5', '/s/5'],
  ],
])('%s is looked at, with the folders above it', async (_what, added, behind, expected) => {
  const at = LISTING.indexOf(behind) + 1;
  const lines = [...LISTING.slice(0, at), ...added, ...LISTING.slice(at)];
  expect(await taken(lines, LISTING)).toEqual(expected);
});

test('a file that is gone is looked for', async () => {
  const lines = LISTING.filter((line) => line !== '/s/c/4 f');
  expect(await taken(lines, LISTING)).toEqual(['/s', '/s/1', '=/s/a 2 1 5', '/s/c', '/s/5']);
});

test('a folder that is young is looked into, although its entries are as they were', async () => {
  const lines = LISTING.map((line) => (line === '/s/c d' ? '/s/c d+' : line));
  expect(await taken(lines, LISTING)).toEqual(['/s', '/s/1', '=/s/a 2 1 5', '/s/c', '/s/c/4', '/s/5']);
});

test.each(['s', 'o', 'f2'])('what must be seen each time is (%s)', async (type) => {
  const lines = [...LISTING, `/s/6 ${type}`];
  expect(await taken(lines, lines)).toEqual(['/s', '/s/1', '=/s/a 2 1 5', '=/s/c 1 1 5', '/s/5', '/s/6']);
});

test('sources are apart, and the root is never given on as one', async () => {
  const lines = ['/ d', '/f f', '/s d', '/s/1 f', '/t d', '/t/2 f', '/u f'];
  expect(await taken(lines, lines)).toEqual(['/', '/f', '=/s 1 1 5', '=/t 1 1 5', '/u']);
});

test('more entries than are held are given on, and none is lost', async () => {
  const many = Array.from({ length: 40_000 }, (_, i) => `/s/m/${i} f`);
  const lines = ['/s d', '/s/1 f', '/s/m d', ...many, '/s/n d', '/s/n/2 f', '/s/3 f'];
  const given = await taken(lines, lines);
  const expected = lines.map((line) => line.split(' ')[0]);
  expect(given).toEqual([...expected.slice(0, -3), '=/s/n 1 1 5', '/s/3']);
});
