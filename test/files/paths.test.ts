import { describe, expect, it } from 'vitest';
import type { ByteString } from '../../src/bytestring.ts';
import { HoldfastError } from '../../src/errors.ts';
import { ancestorsOf, baseName, cleanPath, isInside, joinPath, parentPath } from '../../src/files/paths.ts';

const bytes = (text: string) => text as ByteString;

describe('parts of a path', () => {
  it.each([
    ['/', '/', '', []],
    ['/a', '/', 'a', ['/']],
    ['/a/b\n', '/a', 'b\n', ['/', '/a']],
    ['/a/b/c', '/a/b', 'c', ['/', '/a', '/a/b']],
  ])('of %j', (path, parent, base, ancestors) => {
    expect(parentPath(bytes(path))).toBe(parent);
    expect(baseName(bytes(path))).toBe(base);
    expect(ancestorsOf(bytes(path))).toEqual(ancestors);
  });

  it.each([
    ['/a/b', '/a', true],
    ['/a/b/c', '/a', true],
    ['/ab', '/a', false],
    ['/a', '/a', false],
    ['/a', '/a/b', false],
    ['/a', '/', true],
    ['/', '/', false],
  ])('%s is inside %s: %s', (path, folder, expected) => {
    expect(isInside(bytes(path), bytes(folder))).toBe(expected);
  });
});

describe('a name from a tree', () => {
  it('is joined to a folder', () => {
    expect(joinPath(bytes('/'), bytes('a'))).toBe('/a');
    expect(joinPath(bytes('/a'), bytes('...'))).toBe('/a/...');
  });

  it.each(['', '.', '..', '/', 'a/b', '../x', '/etc', 'a\0'])(
    '%j is refused: it would leave its folder',
    (name) => {
      expect(() => joinPath(bytes('/a'), bytes(name))).toThrow(HoldfastError);
    },
  );
});

describe('a path from a user', () => {
  it.each([
    ['/', '/'],
    ['//', '/'],
    ['/a/', '/a'],
    ['//a/./b//', '/a/b'],
    ['/a\n\xff', '/a\n\xff'],
    ['/..a', '/..a'],
  ])('%j is cleaned to %j', (path, clean) => {
    expect(cleanPath(bytes(path))).toBe(clean);
  });

  it.each([
    ['relative', 'a'],
    ['empty', ''],
    ['with ..', '/a/../b'],
    ['with NUL', '/a\0'],
    ['too long', `/${'a'.repeat(4095)}`],
  ])('%s is refused', (_, path) => {
    expect(() => cleanPath(bytes(path))).toThrow(expect.objectContaining({ code: 'bad-input' }));
  });
});
