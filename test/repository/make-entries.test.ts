import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ByteString, toBytes } from '../../src/bytestring.ts';
import { type EntryToMake, makeEntries } from '../../src/repository/make-entries.ts';
import { quickFolder } from '../memory-disk.ts';

const isRoot = process.getuid?.() === 0;
const SECONDS = 981_173_106;
const END = { permissions: 0o2750, owner: null, mtimeSeconds: SECONDS };

let outside: string;
let folder: string;
beforeEach(() => {
  outside = mkdtempSync(join(quickFolder(), 'holdfast-make-'));
  folder = join(outside, 'staging');
  mkdirSync(folder);
});
afterEach(() => rmSync(outside, { recursive: true }));

const at = (path: string) => join(folder, path);
const make = (...entries: readonly EntryToMake[]) => makeEntries(folder, entries);
const folderAt = (path: string): EntryToMake => ({ is: 'folder', path: path as ByteString });
const closing = (path: string, end = END): EntryToMake => ({ is: 'closing', path: path as ByteString, end });
const symlink = (path: string, target: string): EntryToMake => ({
  is: 'symlink',
  path: path as ByteString,
  target: target as ByteString,
  end: END,
});

/** Of an entry itself. */
function metadataOf(path: string): [permissions: number, seconds: number] {
  const { mode, mtimeMs } = lstatSync(at(path));
  return [mode & 0o7777, mtimeMs / 1000];
}

test('a folder is ours alone until it is closed, and then has its mode whatever the umask, and its time', () => {
  const umask = process.umask(0o077);
  try {
    expect(make(folderAt('a'), folderAt('a/b/c'))).toBe(null);
    expect(['a', 'a/b', 'a/b/c'].map((path) => metadataOf(path)[0])).toEqual([0o700, 0o700, 0o700]);
    expect(make(closing('a/b/c'), closing('a/b'), closing('a'))).toBe(null);
  } finally {
    process.umask(umask);
  }
  const closed = [0o2750, SECONDS];
  expect(['a', 'a/b', 'a/b/c'].map(metadataOf)).toEqual([closed, closed, closed]);
});

test('a folder that is there stays as it is', () => {
  mkdirSync(at('a'));
  writeFileSync(at('a/file'), 'text');
  expect(make(folderAt('a'))).toBe(null);
  expect(readFileSync(at('a/file'), 'utf8')).toBe('text');
});

test('a symlink has its target in whatever bytes, and its own time', () => {
  const odd = '../b\xff\n';
  expect(make(symlink('a/link', odd))).toBe(null);
  expect(readlinkSync(at('a/link'), 'buffer')).toEqual(toBytes(odd as ByteString));
  expect(metadataOf('a/link')[1]).toBe(SECONDS);
});

test.runIf(isRoot)('owners are those of the entries themselves', () => {
  const owner = { uid: 1234, gid: 5678 };
  mkdirSync(at('a'));
  const entries: EntryToMake[] = [
    { ...symlink('link', 'a'), end: { ...END, owner } } as EntryToMake,
    closing('b', { ...END, owner } as never),
  ];
  expect(make(folderAt('b'), ...entries)).toBe(null);
  const ownersOf = (path: string) => [lstatSync(at(path)).uid, lstatSync(at(path)).gid];
  expect(['link', 'b', 'a'].map(ownersOf)).toEqual([
    [1234, 5678],
    [1234, 5678],
    [0, 0],
  ]);
});

describe('what stands in the place', () => {
  beforeEach(() => {
    mkdirSync(join(outside, 'other'));
    symlinkSync('../other', at('led'));
  });
  afterEach(() => {
    expect(readdirSync(join(outside, 'other'))).toEqual([]);
    const { mode, mtimeMs } = lstatSync(join(outside, 'other'));
    expect([mode & 0o2000, mtimeMs > SECONDS * 1000]).toEqual([0, true]);
  });

  test('of a symlink goes, and what it led to is left alone', () => {
    writeFileSync(at('file'), 'text');
    expect(make(symlink('led', 'new'), symlink('file', 'new'))).toBe(null);
    expect(['led', 'file'].map((path) => readlinkSync(at(path)))).toEqual(['new', 'new']);
  });

  test.each([
    ['made', folderAt('led')],
    ['made below', folderAt('led/a')],
    ['closed', closing('led')],
    ['put something in', symlink('led/link', 'x')],
  ])('is never entered where a folder is %s', (_, entry) => {
    expect(make(entry, folderAt('next'))).toMatchObject({ path: entry.path, code: 'ENOTDIR' });
    expect(readdirSync(folder)).toEqual(['led']);
  });
});

test('a folder that isn’t there can’t be closed, and what the system refuses is told', () => {
  expect(make(closing('none'))).toMatchObject({ path: 'none', code: 'ENOENT' });
  const tooLong = 'x'.repeat(256) as ByteString;
  expect(make(symlink(tooLong, 'x'))).toMatchObject({ path: tooLong, code: 'ENAMETOOLONG' });
});
