import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import { HoldfastError } from '../../src/errors.ts';
import { compilePatterns } from '../../src/files/path-patterns.ts';
import { findTestOf } from '../../src/files/selection.ts';

// What restic documents ("Excluding Files"), and what Go documents for path/filepath.Match.
describe('a pattern matches as restic says', () => {
  it.each([
    ['*.go', '/home/user/code/main.go', true],
    ['*.go', '/home/user/main.golang', false],
    ['foo', '/a/foo/b/c', true],
    ['foo', '/a/food', false],
    ['foo/bar', '/x/foo/bar', true],
    ['foo/bar', '/x/foo/y/bar', false],
    ['/foo', '/foo/bar', true],
    ['/foo', '/x/foo', false],
    ['foo/**/bar', '/foo/dir1/dir2/bar', true],
    ['foo/**/bar', '/foo/bar', true],
    ['foo/**/bar', '/foo/dir1/baz', false],
    ['/a/**', '/a', true],
    ['/a/**', '/a/b/c', true],
    ['**', '/a', true],
    ['**', '/', false],
    ['/', '/a', true],
    ['a*b*c', '/axbbc', true],
    ['a*b', '/ab', true],
    ['a*', '/.a', false],
    ['*a', '/.a', true],
    ['a?c', '/aéc', true],
    ['a?c', '/ac', false],
    ['[é-ü]', '/ö', true],
    ['[^é-ü]', '/ö', false],
    ['[\\]]', '/]', true],
    ['a]', '/a]', true],
    ['x**y', '/x12y', true],
    ['.', '/a', false],
    ['..', '/a', false],
    ['a/../b', '/b', true],
  ])('%j on %j: %s', (pattern, path, expected) => {
    expect(compilePatterns([pattern]).matches(fromText(path))).toBe(expected);
  });

  it('an invalid byte of a name counts as one character', () => {
    expect(compilePatterns(['a?c']).matches(`/a\xffc` as never)).toBe(true);
    expect(compilePatterns(['a??c']).matches(`/a\xc3\xffc` as never)).toBe(true);
    expect(compilePatterns(['a[\ufffd]c']).matches(`/a\xffc` as never)).toBe(true);
  });

  it('many stars cost no more than their number', () => {
    const pattern = `${'a*'.repeat(30)}b`;
    expect(compilePatterns([pattern]).matches(fromText(`/${'a'.repeat(250)}`))).toBe(false);
  });

  it.each([
    ['absolute', '/'],
    ['relative', ''],
  ])('many double stars of an %s one cost no more than their number', (_, prefix) => {
    const pattern = `${prefix}${'**/a/'.repeat(40)}b`;
    expect(compilePatterns([pattern]).matches(fromText('/a'.repeat(100)))).toBe(false);
  });

  it('finds what trying every way would find', () => {
    const part = fc.constantFrom('a', 'b', '**');
    const name = fc.constantFrom('a', 'b');
    const cases = fc.tuple(
      fc.boolean(),
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.array(name, { minLength: 1, maxLength: 7 }),
    );
    const every = (parts: string[], path: string[]): boolean =>
      parts.length === 0 ||
      (parts[0] === '**'
        ? every(parts.slice(1), path) || (path.length > 0 && every(parts, path.slice(1)))
        : parts[0] === path[0] && every(parts.slice(1), path.slice(1)));
    fc.assert(
      fc.property(cases, ([isAbsolute, parts, path]) => {
        const pattern = `${isAbsolute ? '/' : ''}${parts.join('/')}`;
        const expected = every(isAbsolute ? parts : ['**', ...parts], path);
        expect(compilePatterns([pattern]).matches(fromText(`/${path.join('/')}`))).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a list of patterns', () => {
  it('takes back with an exclamation mark what came before it', () => {
    const patterns = compilePatterns(['*.o', '!keep.o', 'keep.*']);
    expect(patterns.matches(fromText('/a.o'))).toBe(true);
    expect(compilePatterns(['*.o', '!keep.o']).matches(fromText('/keep.o'))).toBe(false);
    expect(patterns.matches(fromText('/keep.o'))).toBe(true);
  });

  it('says the same of a path whichever was asked for before', () => {
    const component = fc.constantFrom('a', 'b', 'ab', 'a.o', '.x', 'ü');
    const path = fc
      .array(component, { maxLength: 4 })
      .map((components) => fromText(`/${components.join('/')}`));
    const part = fc.oneof(component, fc.constantFrom('*', '**', 'a*', '*.o', '?', '[ab]'));
    const pattern = fc
      .tuple(fc.constantFrom('', '!', '/', '!/'), fc.array(part, { minLength: 1, maxLength: 4 }))
      .map(([prefix, parts]) => prefix + parts.join('/'));
    fc.assert(
      fc.property(
        fc.array(pattern, { maxLength: 4 }),
        fc.array(path, { maxLength: 20 }),
        (patterns, paths) => {
          const list = compilePatterns(patterns);
          for (const each of paths) expect(list.matches(each)).toBe(compilePatterns(patterns).matches(each));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('says whether something below a folder may match', () => {
    const below = (pattern: string, path: string) => compilePatterns([pattern]).mayMatchBelow(fromText(path));
    expect(below('/a/b', '/a')).toBe(true);
    expect(below('/a/b', '/c')).toBe(false);
    expect(below('b', '/c')).toBe(true);
    expect(below('/a/**/b', '/a/x/y')).toBe(true);
    expect(below('/a/**/b', '/c/x')).toBe(false);
  });

  it.each(['[', 'a[', '[]', '[a-]', '[]a]', '[-]', 'a\\', '[\\', 'ok/[x'])(
    'with the syntax error %j is refused',
    (pattern) => {
      expect(() => compilePatterns([pattern])).toThrow(HoldfastError);
    },
  );
});

describe('what the host prunes', () => {
  it.each([
    ['node_modules', '-name', 'node_modules'],
    ['*.o', '-name', '*.o'],
    ['a/b', '-path', '*/a/b'],
    ['/proc', '-path', '/proc'],
  ])('%j maps exactly', (pattern, test, expected) => {
    const [compiled] = compilePatterns([pattern]).patterns;
    expect(compiled && findTestOf(compiled)).toEqual({ test, pattern: expected });
  });

  it.each(['/home/*', 'a/*', 'a?', '[a]', 'a\\*', '**', '**/a', '!a', '/'])('%j does not', (pattern) => {
    const [compiled] = compilePatterns([pattern]).patterns;
    expect(compiled && findTestOf(compiled)).toBeNull();
  });
});
