import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readSource } from '../../src/config/source.ts';
import { validate } from '../../src/config/validate.ts';
import { readWorkflows } from '../../src/config/workflow.ts';
import { sample } from './sample.ts';

const faultsOf = (text: string) =>
  readSource(text, 'f').faults.map(({ kind, at, what }) => [kind, at.line, what]);

test('what is read has its line and column, keys and values', () => {
  const source = readSource('a:\n  b: [1,\n    2]\n', 'f');
  expect(JSON.stringify(source.value)).toBe('{"a":{"b":[1,2]}}');
  expect(source.at(['a', 'b', 1])).toEqual({ line: 3, column: 5 });
  expect(source.keyAt(['a', 'b'])).toEqual({ line: 2, column: 3 });
});

test('what isn’t there stands where the nearest part above it does', () => {
  const source = readSource('a:\n  b: 1\n', 'f');
  expect(source.at(['a', 'x', 'y'])).toEqual({ line: 1, column: 1 });
  expect(source.at(['x'])).toEqual({ line: 1, column: 1 });
});

describe('nothing grows by being read', () => {
  test.each([
    ['an anchor and an alias', 'a: &x 1\nb: *x\n', [1, 2]],
    ['a merge key', 'a: 1\nb:\n  <<: { c: 1 }\n', [3]],
    ['a tag', 'a: !!str 1\nb: !include /etc/passwd\n', [1, 2]],
    ['laughs', `a: &a [x]\n${'b: &b [*a,*a,*a]\n'}`, [1, 2, 2, 2, 2]],
  ])('%s', (_name, text, lines) => {
    const faults = faultsOf(text);
    expect(faults.map(([kind]) => kind)).toEqual(lines.map(() => 'yaml-trick'));
    expect(faults.map(([, line]) => line)).toEqual(lines);
  });
});

test.each([
  ['many on one line', '- '.repeat(100_000)],
  ['many on many lines', '- - - - - - - - - - - - - - - - - - - - - - - - - -\n'.repeat(1000)],
  ['brackets', '['.repeat(200_000)],
  ['brackets over lines', '[\n'.repeat(100_000)],
  ['braces with keys', '{a: '.repeat(2000)],
  ['a long line', `a: ${'x'.repeat(10_000)}`],
  ['a long file', 'a: 1\n'.repeat(100_000)],
])('what would end the parser or the process is refused before: %s', (_name, text) => {
  expect(faultsOf(text).map(([kind]) => kind)).toEqual(['syntax']);
});

test('a key that is given twice, and a second document, are errors', () => {
  expect(faultsOf('a: 1\na: 2\n')).toEqual([['syntax', 2, 'the key `a` is there already, expected it once']]);
  expect(faultsOf('x:\n  a:\n  b:\n  a: 1\n  a: 2\n').map(([, line]) => line)).toEqual([4, 5]);
  expect(faultsOf('a: 1\n---\nb: 2\n')[0]?.[0]).toBe('syntax');
});

test('the names of what JavaScript’s objects have are names like others', () => {
  const { value } = readSource('__proto__: { x: 1 }\nconstructor: 2\n', 'f');
  expect(Object.getPrototypeOf(value)).toBeNull();
  expect(Object.keys(value as object)).toEqual(['__proto__', 'constructor']);
  const found = validate({ name: 'f', text: 'version: 1\n__proto__: 1\nconstructor: 2\n' }, []).findings;
  expect(found.filter(({ rule }) => rule === 'unknown-key').map(({ at }) => at.line)).toEqual([2, 3]);
});

test.each(['storage', 'hosts', 'targets'])(
  'one of %s that the schema would pass over without a word is an error',
  (section) => {
    const text = sample().replace(`${section}:\n`, `${section}:\n  __proto__: {}\n`);
    const { config, findings } = validate({ name: 'f', text }, []);
    expect(config).toBeNull();
    expect(findings.map(({ what }) => what)).toEqual([
      `\`${section}.__proto__\`: nothing can have this name, expected another`,
    ]);
  },
);

const yaml = fc.stringMatching(/^[ \n:\-[\]{}&*!#|>'"%@`a-c0-9$\\?,]{0,60}$/);

test('no text makes the check throw', () => {
  fc.assert(
    fc.property(yaml, yaml, (text, workflow) => {
      validate({ name: 'backup.yml', text: `version: 1\n${text}` }, [{ name: 'w.yml', text: workflow }]);
      readWorkflows([{ name: 'w.yml', text: `jobs:\n  a:\n    uses: x/holdfast@1\n${workflow}` }]);
    }),
  );
});
