import { describe, expect, test } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { isSafeName, nodeFault, treeFault } from '../../../src/repository/format/node-fault.ts';
import { EMPTY_TREE, NOTHING_INSIDE, node } from './nodes.ts';

test.each(['', '.', '..', '/', 'a/b', '/etc', 'a\0b'])('%j is not a safe name', (name) => {
  expect(isSafeName(name as ByteString)).toBe(false);
});

test.each(['...', '.a', 'a\nb', '\\', '-rf', '\xff', ' '])('%j is a safe name', (name) => {
  expect(isSafeName(name as ByteString)).toBe(true);
});

describe('nodeFault', () => {
  const faulty: [string, Node][] = [
    ['a file without content, which restic restores as zeros', node('a', { content: null })],
    ['a folder without a subtree', node('a', { ...NOTHING_INSIDE, type: 'dir' })],
    ['a file with a subtree', node('a', { subtree: EMPTY_TREE })],
    ['an unsafe name', node('..')],
    ['no type', node('a', { type: '' })],
  ];
  test.each(faulty)('finds %s', (_, faultyNode) => {
    expect(nodeFault(faultyNode)).not.toBeNull();
    expect(treeFault({ nodes: [faultyNode] })).not.toBeNull();
  });

  const sound: [string, Node][] = [
    ['a file', node('a')],
    ['an empty file, also one of an old writer without content', node('a', NOTHING_INSIDE)],
    ['a folder', node('a', { ...NOTHING_INSIDE, type: 'dir', subtree: EMPTY_TREE })],
    ['a type that is not known yet', node('a', { ...NOTHING_INSIDE, type: 'whiteout' })],
  ];
  test.each(sound)('accepts %s', (_, soundNode) => {
    expect(nodeFault(soundNode)).toBeNull();
  });
});

test('treeFault finds names out of order and names that stand twice', () => {
  expect(treeFault({ nodes: [node('a'), node('b')] })).toBeNull();
  expect(treeFault({ nodes: [node('b'), node('a')] })).toMatch(/"a".*after "b"/);
  expect(treeFault({ nodes: [node('a'), node('a')] })).toMatch(/"a".*after "a"/);
});
