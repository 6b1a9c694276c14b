import {
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type ByteString, toBytes } from '../../src/bytestring.ts';
import {
  type FileEnd,
  type NewFile,
  type PartOfFile,
  type Refusal,
  writeFiles,
} from '../../src/repository/write-files.ts';
import { quickFolder } from '../memory-disk.ts';

const isRoot = process.getuid?.() === 0;
const END: FileEnd = { permissions: 0o640, owner: null, mtimeSeconds: 981_173_106 };

let outside: string;
let folder: string;
beforeEach(() => {
  outside = mkdtempSync(join(quickFolder(), 'holdfast-write-'));
  folder = join(outside, 'staging');
  mkdirSync(folder);
});
afterEach(() => rmSync(outside, { recursive: true }));

const at = (path: string) => join(folder, path);

function part(path: string, { fileOffset = 0, end = END as FileEnd | null } = {}): PartOfFile {
  return { path: path as ByteString, fileOffset, end };
}

/** What files are known to have of themselves. */
let newFile: NewFile | null = null;
afterEach(() => {
  newFile = null;
});

/** Writes each part's text. */
function write(...parts: readonly (readonly [PartOfFile, string])[]): Refusal | null {
  const texts = parts.map(([, text]) => Buffer.from(text));
  const inMemory = parts.map(([one], i) => ({ ...one, span: { offset: i, length: texts[i]?.length ?? 0 } }));
  return writeFiles({ folder, newFile }, inMemory, ({ offset }) => texts[offset] as Buffer);
}

describe('a file', () => {
  test('gets its bytes, its mode whatever the umask, and its time, in folders that are ours alone', () => {
    const umask = process.umask(0o077);
    try {
      expect(write([part('a/b/file'), 'text'], [part('a/empty'), ''])).toBe(null);
    } finally {
      process.umask(umask);
    }
    expect(readFileSync(at('a/b/file'), 'utf8')).toBe('text');
    const { mode, mtimeMs } = lstatSync(at('a/b/file'));
    expect([mode & 0o7777, mtimeMs]).toEqual([0o640, 981_173_106_000]);
    expect(lstatSync(at('a/empty')).size).toBe(0);
    expect(['a', 'a/b'].map((path) => lstatSync(at(path)).mode & 0o7777)).toEqual([0o700, 0o700]);
  });

  test('of another owner keeps the bits that a change of owner takes away', () => {
    // Only root gives files away; a change to the same owner takes them as well.
    const owner = isRoot ? { uid: 1234, gid: 5678 } : { uid: userInfo().uid, gid: userInfo().gid };
    const end = { ...END, permissions: 0o6755, owner };
    expect(write([part('file', { end }), 'text'])).toBe(null);
    const { mode, uid, gid } = lstatSync(at('file'));
    expect({ permissions: mode & 0o7777, owner: { uid, gid } }).toEqual({ permissions: 0o6755, owner });
  });

  test('may come in parts, and is nobody else’s and of no certain time until the last', () => {
    const before = Date.now() - 5000;
    expect(write([part('file', { end: null }), 'first '])).toBe(null);
    const { mode, mtimeMs } = lstatSync(at('file'));
    expect([mode & 0o7777, mtimeMs > before]).toEqual([0o600, true]);
    expect(write([part('file', { fileOffset: 6 }), 'second'])).toBe(null);
    expect(readFileSync(at('file'), 'utf8')).toBe('first second');
    expect(lstatSync(at('file')).mtimeMs).toBe(981_173_106_000);
  });

  test('whose time somebody else sets has none of ours', () => {
    const before = Date.now() - 5000;
    expect(write([part('file', { end: { ...END, mtimeSeconds: null } }), ''])).toBe(null);
    expect(lstatSync(at('file')).mtimeMs).toBeGreaterThan(before);
  });

  test('may have any bytes in its name', () => {
    const odd = 'b\xff\n -';
    expect(write([part(`${odd}/${odd}`), 'text'])).toBe(null);
    const path = toBytes(`${folder}/${odd}/${odd}` as ByteString);
    expect(readFileSync(path, 'utf8')).toBe('text');
  });
});

describe('a file of which it is known what it has of itself', () => {
  const own = { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  beforeEach(() => {
    newFile = { owner: own, permissions: 0o755 };
  });

  test.each([0o644, 0o755, 0o400, 0o664, 0o4755, 0o2755, 0o1777, 0])(
    'has the mode that was saved all the same: %o',
    (permissions) => {
      const umask = process.umask(0o022);
      try {
        expect(write([part('file', { end: { ...END, permissions, owner: own } }), 'text'])).toBe(null);
      } finally {
        process.umask(umask);
      }
      const { mode, uid, gid, mtimeMs } = lstatSync(at('file'));
      expect({ permissions: mode & 0o7777, owner: { uid, gid } }).toEqual({ permissions, owner: own });
      expect(mtimeMs).toBe(981_173_106_000);
    },
  );

  test.runIf(isRoot)('has the owner that was saved, if it is another', () => {
    const owner = { uid: own.uid, gid: 5678 };
    expect(write([part('file', { end: { ...END, owner } }), 'text'])).toBe(null);
    expect(lstatSync(at('file')).gid).toBe(5678);
  });

  test('is nobody else’s until its last part, which gives it all', () => {
    expect(write([part('file', { end: null }), 'first '])).toBe(null);
    expect(lstatSync(at('file')).mode & 0o7777).toBe(0o600);
    expect(write([part('file', { fileOffset: 6, end: { ...END, permissions: 0o444 } }), 'second'])).toBe(
      null,
    );
    expect(lstatSync(at('file')).mode & 0o7777).toBe(0o444);
  });
});

describe('what stands in its place', () => {
  beforeEach(() => writeFileSync(join(outside, 'other'), 'untouched'));
  afterEach(() => expect(readFileSync(join(outside, 'other'), 'utf8')).toBe('untouched'));

  test('goes, if a run that was cut off left it', () => {
    writeFileSync(at('file'), 'longer than what comes');
    expect(write([part('file'), 'text'])).toBe(null);
    expect(readFileSync(at('file'), 'utf8')).toBe('text');
  });

  test('isn’t written to under another name that it has', () => {
    linkSync(join(outside, 'other'), at('file'));
    expect(write([part('file'), 'text'])).toBe(null);
    expect(readFileSync(at('file'), 'utf8')).toBe('text');
  });

  test('isn’t followed, if it is a symlink', () => {
    symlinkSync('../other', at('file'));
    expect(write([part('file'), 'text'])).toBe(null);
    expect(lstatSync(at('file')).isFile()).toBe(true);
  });

  test('isn’t followed by a later part of a file either', () => {
    symlinkSync('../other', at('file'));
    expect(write([part('file', { fileOffset: 3 }), 'text'])).toMatchObject({ path: 'file', code: 'ELOOP' });
  });

  test.each(['a', 'a/b'])('isn’t followed as a folder on the way: %s', (link) => {
    if (link === 'a/b') mkdirSync(at('a'));
    mkdirSync(join(outside, 'elsewhere/b'), { recursive: true });
    symlinkSync(join(outside, 'elsewhere'), at(link));
    expect(write([part('a/b/c/file'), 'text'])).toMatchObject({ path: 'a/b/c/file', code: 'ENOTDIR' });
    expect(readdirSync(join(outside, 'elsewhere/b'))).toEqual([]);
    expect(readdirSync(join(outside, 'elsewhere'))).toEqual(['b']);
  });

  test('stays, if it is a folder, and nothing that follows is written', () => {
    mkdirSync(at('file'));
    expect(write([part('file'), 'text'], [part('next'), 'text'])).toMatchObject({ path: 'file' });
    expect(readdirSync(folder)).toEqual(['file']);
  });
});

test('what cannot be written is told', () => {
  const tooLong = 'x'.repeat(256) as ByteString;
  expect(write([part(tooLong), 'text'])).toMatchObject({ path: tooLong, code: 'ENAMETOOLONG' });
});

test('a tree may be deeper and wider than what is open at once, and nothing stays open', () => {
  const open = () => readdirSync('/proc/self/fd').length;
  const before = open();
  const deep = Array.from({ length: 200 }, (_, i) => `d${i}`).join('/');
  const wide = Array.from({ length: 200 }, (_, i) => [part(`w${i}/file`), `${i}`] as const);
  expect(write([part(`${deep}/file`), 'deep'], ...wide, [part(`${deep}/other`), 'again'])).toBe(null);
  expect(readFileSync(at(`${deep}/file`), 'utf8')).toBe('deep');
  expect(readFileSync(at(`${deep}/other`), 'utf8')).toBe('again');
  expect(readFileSync(at('w199/file'), 'utf8')).toBe('199');
  expect(open()).toBe(before);
});
