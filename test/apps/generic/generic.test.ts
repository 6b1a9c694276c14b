import { expect, test } from 'vitest';
import { compareVersions, versionIn } from '../../../src/apps/version.ts';
import { parseApplication } from '../../../src/settings/application.ts';

const parse = (app: string | null, ...options: string[]) =>
  parseApplication({ app, options }, (word) => `--${word}`);

test('options are what they mean: lists, yes and no, numbers, words', () => {
  expect(
    parse('generic', 'paths=/srv/a', 'paths=/srv/b=c', 'any-version=true', 'hook-limit=90s')?.settings,
  ).toMatchObject({
    paths: ['/srv/a', '/srv/b=c'],
    'any-version': true,
    'hook-limit': '90s',
    stop: [],
    before: [],
  });
});

test.each([
  ['an application that nobody knows', ['wordpress'], 'expected one of generic'],
  ['options of none', [null, 'paths=/srv/a'], 'without --app'],
  ['an option that it hasn’t', ['generic', 'path=/srv/a'], 'generic has no such option'],
  ['an option without a value', ['generic', 'paths'], 'generic has no such option'],
  [
    'a word where yes or no is meant',
    ['generic', 'paths=/a', 'any-version=yes'],
    'any-version: Invalid input',
  ],
  ['one that isn’t a list, twice', ['generic', 'paths=/a', 'status=x', 'status=y'], 'twice'],
  ['a relative path', ['generic', 'paths=srv/a'], 'paths.0: expected an absolute path'],
  ['a path with ..', ['generic', 'paths=/srv/../a'], 'expected no . or ..'],
  ['nothing to save', ['generic'], 'expected a path or a database'],
  ['a stop without a start', ['generic', 'paths=/a', 'stop=x'], 'expected both stop and start'],
  ['a status without a stop', ['generic', 'paths=/a', 'status=x'], 'expected stop and start with status'],
  ['two ways to stop', ['generic', 'paths=/a', 'stop=x', 'start=y', 'units=z'], 'it is stopped in one way'],
  ['a unit that is a flag', ['generic', 'paths=/a', 'units=--all'], 'expected a unit’s name'],
  ['an empty command', ['generic', 'paths=/a', 'stop= ', 'start=x'], 'expected a shell command'],
  ['a span that is none', ['generic', 'paths=/a', 'hook-limit=soon'], 'expected a span of time'],
] as [string, [string | null, ...string[]], string][])('%s is refused', (_, [app, ...options], expected) => {
  expect(() => parse(app, ...options)).toThrow(expected);
});

test('versions are compared by their numbers', () => {
  expect(versionIn('Looker Release 23.18.3 (x)')).toBe('23.18.3');
  expect(versionIn('none')).toBeNull();
  expect(compareVersions('9.0.5', '13.1')).toBeLessThan(0);
  expect(compareVersions('13.1', '13.1.0')).toBe(0);
  expect(compareVersions('13.10.1', '13.9.9')).toBeGreaterThan(0);
});
