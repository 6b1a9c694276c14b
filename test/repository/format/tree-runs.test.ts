import { describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { decodeTree, encodeTree, readsBack, TreeTooLarge } from '../../../src/repository/format/tree.ts';
import { treeRuns } from '../../../src/repository/format/tree-runs.ts';
import { EMPTY_TREE, HELLO, NOTHING_INSIDE, node } from './nodes.ts';

const attribute = (name: string) => ({ name: fromText(name), value: Buffer.from('x') });

/** Kinds by turns, with all that stands in a node's own lists, and names that are made of what stands between nodes. */
function kindsByTurns(i: number): Node {
  const name = `${String(i).padStart(6, '0')}]},{"name":"é${'x'.repeat(i % 200)}`;
  const two = [attribute('user.a'), attribute('user.b')];
  switch (i % 6) {
    case 0:
      return node(name, { content: [HELLO, HELLO] });
    case 1:
      return node(name, { ...NOTHING_INSIDE, type: 'dir', subtree: EMPTY_TREE, extendedAttributes: two });
    case 2:
      return node(name, { extendedAttributes: two, sizeBytes: 0n, content: [] });
    case 3:
      return node(name, { ...NOTHING_INSIDE, type: 'symlink', linkTarget: 'a\xff<' as ByteString });
    case 4:
      return node(name, { otherFields: new Map([['of_later', '[{"list":[]},{"name":"inner"}]']]) });
    default:
      return node(name, { inode: 2n ** 64n - 1n, sizeBytes: 2n ** 60n });
  }
}

function parsed(runs: Iterable<Buffer> | null): unknown[] {
  return Array.from(runs ?? [], (piece) => JSON.parse(`[${piece}]`) as unknown[]).flat();
}

const MANY = 10_000;

describe('a tree of megabytes', () => {
  const nodes = Array.from({ length: MANY }, (_, i) => kindsByTurns(i));
  const known = nodes.filter(({ otherFields }) => otherFields === null);

  test('is read in pieces, with whole nodes in each', () => {
    const json = encodeTree({ nodes: known });
    const runs = [...(treeRuns(json) ?? [])];
    expect(runs.length).toBeGreaterThan(4);
    expect(Math.max(...runs.map(({ length }) => length))).toBeLessThan(json.length / 4);
    expect(parsed(runs)).toEqual(JSON.parse(json.toString()).nodes);
    expect(decodeTree(json).nodes).toEqual(known);
  });

  test('is seen to read back as another one', () => {
    const json = encodeTree({ nodes: known });
    expect(readsBack(json)).toBe(true);
    // What nobody of ours would write: it is read as the same.
    const other = json.toString().replace(/("name":"009.*?"mtime":"[^"]*)Z"/, '$1+00:00"');
    expect(decodeTree(Buffer.from(other)).nodes).toEqual(known);
    expect(readsBack(Buffer.from(other))).toBe(false);
  });

  test('holds what it held, where a field of a later version looks like the next node', () => {
    const json = encodeTree({ nodes });
    // All of them would be cut in that field.
    const same = Buffer.from(
      json.toString().replaceAll('"size":5,', '"size":5,"later":[[{}],{"name":"x"}],'),
    );
    expect(() => parsed(treeRuns(same))).toThrow(SyntaxError);
    expect(decodeTree(same).nodes).toHaveLength(MANY);
    expect(decodeTree(json).nodes).toEqual(nodes);
    expect(readsBack(json)).toBe(true);
  });

  test.each([
    ['white space', (json: string) => json.replace('{"nodes":', '{ "nodes": ')],
    ['a field behind', (json: string) => json.replace(/\]\}\n$/, '],"later":[]}\n')],
    ['a field before', (json: string) => json.replace('{', '{"later":[],')],
    ['a second list, which counts', (json: string) => json.replace(/\]\}\n$/, '],"nodes":[]}\n')],
  ])('with %s is read as JSON.parse reads it', (_, change) => {
    const json = change(encodeTree({ nodes: known }).toString());
    expect(decodeTree(Buffer.from(json)).nodes).toHaveLength(JSON.parse(json).nodes.length);
  });

  test.each([
    ['without its end', (json: string) => json.slice(0, -3)],
    ['with a node cut off', (json: string) => json.replace(/,"size":5[^{]*\{"name":"009/, ',{"name":"009')],
    ['with a comma too many', (json: string) => json.replace(/,(\{"name":"009)/, ',,$1')],
    ['with the lists closed between', (json: string) => json.replace(/,(\{"name":"009)/, ']},{"nodes":[$1')],
    ['with something else for a node', (json: string) => json.replace(/,(\{"name":"009)/, ',7,$1')],
  ])('%s is refused', (_, change) => {
    const json = change(encodeTree({ nodes: known }).toString());
    expect(() => decodeTree(Buffer.from(json))).toThrow(
      expect.objectContaining({ code: 'repository-damaged' }),
    );
  });
});

test('a small tree is read as a whole', () => {
  expect(treeRuns(encodeTree({ nodes: [node('a'), node('b')] }))).toBeNull();
});

test('a tree of more than can be read again is refused, with how much of it has room', () => {
  const json = Buffer.alloc(64 * 1024 * 1024);
  const nodes = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i'].map((name) => ({
    names: [fromText(name)],
    json,
  }));
  let refused: unknown = null;
  try {
    encodeTree({ nodes });
  } catch (error) {
    refused = error;
  }
  expect(refused).toBeInstanceOf(TreeTooLarge);
  expect(refused).toMatchObject({ code: 'bad-input', fits: 7 });
  expect(encodeTree({ nodes: nodes.slice(0, 7) }).length).toBeGreaterThan(7 * json.length);
});
