import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyOfPath, ObjectPaths, pathOfKey } from '../../src/buckets/object-path.ts';
import { fromText } from '../../src/bytestring.ts';

test('a name that is a path is its own', () => {
  for (const key of ['a', 'main/team/executions/4Xk/rows.ion', 'my folder/é.py', '...', '.git/a..b'])
    expect(pathOfKey(key)).toBe(fromText(`/${key}`));
});

const ODD: [string, string][] = [
  ['', '/%'],
  ['/', '/%/%'],
  ['a/', '/a/%'],
  ['a//b', '/a/%/b'],
  ['../../etc/passwd', '/%2E%2E/%2E%2E/etc/passwd'],
  ['a/./b', '/a/%2E/b'],
  ['100%', '/100%25'],
  ['%2E%2E', '/%252E%252E'],
  ['a%=/b', '/a%25=/b'],
  ['nul\0', '/nul%00'],
];

test('what is no path has one of its own, and comes back', () => {
  for (const [key, path] of ODD) {
    expect(pathOfKey(key)).toBe(path);
    expect(keyOfPath(pathOfKey(key))).toBe(key);
  }
});

test('a part that no file system takes is cut, neither within a character nor within an escape', () => {
  for (const part of [
    'x'.repeat(300),
    'é'.repeat(400),
    `${'x'.repeat(253)}%%%%${'y'.repeat(300)}`,
    '%'.repeat(340),
  ]) {
    const key = `a/${part}/b`;
    const path = pathOfKey(key);
    for (const piece of path.split('/')) {
      expect(piece.length).toBeLessThanOrEqual(255);
      expect(Buffer.from(piece, 'latin1').toString('utf8')).not.toContain('\ufffd');
    }
    expect(keyOfPath(path)).toBe(key);
  }
  expect(pathOfKey('x'.repeat(250))).toBe(`/${'x'.repeat(250)}`);
});

test('names that begin alike are cut alike, however long they are, and what is left is a name', () => {
  const x = 'x'.repeat(251);
  for (const rest of ['', '.', '..', 'xxxaa', 'xxxb', 'xxx%', 'é'])
    expect(pathOfKey(`${x}${rest}/z`)).toMatch(new RegExp(`^/${x}%/[^/]+/z$`));
  expect(['', '.', '..'].map((rest) => pathOfKey(x + rest).slice(x.length + 1))).toEqual([
    '%/%',
    '%/%2E',
    '%/%2E%2E',
  ]);
  const paths = new ObjectPaths();
  expect([x, `${x}/a`].map((key) => paths.pathOf(key).slice(x.length + 1))).toEqual(['%/%', '%/%%=/a']);
});

test('an object and a folder of the same name stand side by side', () => {
  const paths = new ObjectPaths();
  const keys = [
    'a',
    'a-b',
    'a-b/c',
    'a.txt',
    'a/b',
    'a/b/c',
    'a/b/d',
    'a/c',
    'ab/c',
    'b/',
    'b//',
    'b//c',
    'b/c',
  ];
  const given = keys.map((key) => paths.pathOf(key));
  expect(given).toEqual(
    [
      '/a',
      '/a-b',
      '/a-b%=/c',
      '/a.txt',
      '/a%=/b',
      '/a%=/b%=/c',
      '/a%=/b%=/d',
      '/a%=/c',
      '/ab/c',
      '/b/%',
      '/b/%=/%',
      '/b/%=/c',
      '/b/c',
    ].map((path) => path.replace('/b/%=/', '/b/%%=/')),
  );
  expect(given.map(keyOfPath)).toEqual(keys);
});

test('any names at all: no two have one path, none is unsafe, none is below a file, and each comes back', () => {
  const pieces = [
    'a',
    'b',
    '/',
    '/',
    '%',
    '.',
    '..',
    '=',
    '%=',
    '%25',
    'é',
    '\0',
    '-',
    '😀',
    ...[250, 251, 254, 260].map((length) => 'x'.repeat(length)),
  ];
  let counter = 0;
  const next = (below: number) =>
    createHash('sha256').update(String(counter++)).digest().readUInt32BE() % below;
  const keys = new Set<string>();
  while (keys.size < 3000)
    keys.add(Array.from({ length: next(8) }, () => pieces[next(pieces.length)]).join(''));
  const sorted = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const paths = new ObjectPaths();
  const all = sorted.map((key) => paths.pathOf(key));
  expect(new Set(all).size).toBe(keys.size);
  expect(all.map(keyOfPath)).toEqual(sorted);
  const files = new Set<string>(all);
  for (const path of all) {
    const parts = path.slice(1).split('/');
    expect(
      parts.some(
        (part) => part === '' || part === '.' || part === '..' || part.includes('\0') || part.length > 255,
      ),
    ).toBe(false);
    for (let i = 1; i < parts.length; i++) expect(files.has(`/${parts.slice(0, i).join('/')}`)).toBe(false);
  }
  // Folders come in one piece: what is in them is listed at once.
  const left = new Set<string>();
  let open: string[] = [];
  for (const path of all) {
    const folders = path.split('/').slice(0, -1);
    const shared = folders.findIndex(
      (_, i) => folders.slice(0, i + 1).join('/') !== open.slice(0, i + 1).join('/'),
    );
    const from = shared < 0 ? folders.length : shared;
    for (let i = from; i < open.length; i++) left.add(open.slice(0, i + 1).join('/'));
    for (let i = from; i < folders.length; i++)
      expect(left.has(folders.slice(0, i + 1).join('/'))).toBe(false);
    open = folders;
  }
});
