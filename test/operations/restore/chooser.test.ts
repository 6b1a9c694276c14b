import { describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { compilePatterns } from '../../../src/files/path-patterns.ts';
import { chooser, isAtOrBelow } from '../../../src/operations/restore/chooser.ts';

const at = (path: string) => fromText(path);

function choosing(options: {
  roots?: string[];
  include?: string[];
  exclude?: string[];
  patternRoot?: string;
  leftOut?: string;
}) {
  const choose = chooser({
    roots: (options.roots ?? ['/srv/app']).map(at),
    include: [compilePatterns(options.include ?? [])],
    exclude: [compilePatterns(options.exclude ?? [])],
    patternRoot: at(options.patternRoot ?? '/'),
    leftOut: options.leftOut === undefined ? null : at(options.leftOut),
  });
  return (path: string, isFolder = true) => choose(at(path), isFolder);
}

describe('what is chosen', () => {
  test('without patterns: all of what was saved, and of what is above it only the way', () => {
    const choose = choosing({});
    expect([choose('/'), choose('/srv'), choose('/srv/app'), choose('/srv/app/x', false)]).toEqual([
      'below',
      'below',
      'all',
      'all',
    ]);
    expect([choose('/srv/apple'), choose('/etc'), choose('/srv', false)]).toEqual(['none', 'none', 'none']);
  });

  test('an exclude takes out what it matches, and the folders around it are looked through', () => {
    const choose = choosing({ exclude: ['*.log'] });
    expect([choose('/srv/app'), choose('/srv/app/a.log', false), choose('/srv/app/b', false)]).toEqual([
      'own',
      'none',
      'own',
    ]);
  });

  test('an include takes what it matches with all below, and only the way to it', () => {
    const choose = choosing({ include: ['/srv/app/conf'] });
    expect([
      choose('/srv/app'),
      choose('/srv/app/data'),
      choose('/srv/app/conf'),
      choose('/srv/app/conf/x', false),
    ]).toEqual(['below', 'none', 'own', 'own']);
  });

  test('patterns of a part of a snapshot begin there', () => {
    const choose = choosing({ roots: ['/srv/app'], patternRoot: '/srv/app', include: ['/conf'] });
    expect([choose('/srv/app/conf'), choose('/srv/app/data')]).toEqual(['own', 'none']);
  });

  test('what is left out is left out whatever the patterns say', () => {
    const choose = choosing({ roots: ['/'], leftOut: '/.holdfast', include: ['**'] });
    expect([choose('/.holdfast'), choose('/.holdfast/t/manifest.json', false)]).toEqual(['none', 'none']);
    expect(choosing({ roots: ['/'], leftOut: '/.holdfast' })('/')).toBe('own');
  });
});

test('a folder is at or below itself and its ancestors, by whole names', () => {
  expect(isAtOrBelow(at('/a/b'), at('/a'))).toBe(true);
  expect(isAtOrBelow(at('/a'), at('/a'))).toBe(true);
  expect(isAtOrBelow(at('/ab'), at('/a'))).toBe(false);
  expect(isAtOrBelow(at('/a'), at('/'))).toBe(true);
});
