import { describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import { assertSafeNames } from '../../../src/operations/restore/safe-name.ts';
import { fileNode } from '../../repository/nodes.ts';

const AT = '/srv' as ByteString;

// Whoever joins paths refuses such names, too: here it is said which folder of the snapshot is to blame.
describe('a tree with a name that leads elsewhere is refused, and the folder named', () => {
  test.each([
    ['..', /leads to another folder/],
    ['.', /leads to another folder/],
    ['', /is empty/],
    ['../victim', /holds a slash/],
    ['/etc/cron.d/evil', /holds a slash/],
    ['nul\0name', /holds a NUL/],
    ['x'.repeat(256), /has 256 bytes/],
  ])('%j', (name, why) => {
    const tree = { nodes: [fileNode('good', [], 0), { ...fileNode('x', [], 0), name: fromText(name) }] };
    expect(() => assertSafeNames(tree, AT)).toThrow(expect.objectContaining({ code: 'restore-unsafe' }));
    expect(() => assertSafeNames(tree, AT)).toThrow(why);
    expect(() => assertSafeNames(tree, AT)).toThrow(/in "\/srv"/);
  });

  test('one that stands there twice', () => {
    const tree = { nodes: [fileNode('a', [], 0), fileNode('a', [], 0)] };
    expect(() => assertSafeNames(tree, AT)).toThrow(/stands there twice/);
  });

  test.each([
    ['b', 'a', 'b'],
    ['a', 'b', 'b'],
    ['b', 'a', 'c', 'a'],
  ])('one that stands there twice, wherever that is: %j', (...names) => {
    const tree = { nodes: names.map((name) => fileNode(name, [], 0)) };
    expect(() => assertSafeNames(tree, AT)).toThrow(/stands there twice/);
  });

  test('not names that don’t rise', () => {
    const tree = { nodes: ['b', 'a', 'd', 'c'].map((name) => fileNode(name, [], 0)) };
    expect(() => assertSafeNames(tree, AT)).not.toThrow();
  });

  test.each(['...', '..a', 'a..', '-rf', ' ', 'x'.repeat(255)])('not %j, which is a name', (name) => {
    expect(() => assertSafeNames({ nodes: [fileNode(name, [], 0)] }, AT)).not.toThrow();
  });
});
