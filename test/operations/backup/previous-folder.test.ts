import { describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { ListedEntry } from '../../../src/files/listing.ts';
import { Comparison, CTIME_GRANULE_NS } from '../../../src/operations/backup/comparison.ts';
import { PreviousFolder } from '../../../src/operations/backup/previous-folder.ts';
import type { Parent } from '../../../src/operations/backup/previous-tree.ts';
import { type BlobId, idOf } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import type { BlobType } from '../../../src/repository/format/packed-blob.ts';
import { encodeTree, type TreeToSave } from '../../../src/repository/format/tree.ts';
import { fileNode, folderNode } from '../../repository/nodes.ts';

const BLOB = 'b'.repeat(64) as BlobId;
const CTIME_NS = 1_700_000_000_000_000_000n;
const TRUSTED_NS = CTIME_NS + CTIME_GRANULE_NS + 1n;
const NAME = fromText('a');

/** The ID of the tree that the tests call `name`. */
function treeId(name: string): BlobId {
  return idOf<BlobId>(Buffer.from(name));
}

/** A store of trees by name, which counts how often each is loaded. */
function storeOf(trees: Record<string, Node[]>) {
  const loads: string[] = [];
  const prefetched: BlobId[] = [];
  return {
    loads,
    prefetched,
    prefetchTrees: (ids: Iterable<BlobId>) => void prefetched.push(...ids),
    loadBlob: async (_type: BlobType, id: BlobId) => {
      const [name = '', nodes = []] = Object.entries(trees).find(([tree]) => treeId(tree) === id) ?? [];
      loads.push(name);
      return encodeTree({ nodes });
    },
  };
}

function treeOf(nodes: TreeToSave['nodes'] | null): Buffer | null {
  return nodes === null ? null : encodeTree({ nodes });
}

function parent(tree: string, listingStartedNs = TRUSTED_NS): Parent {
  return { tree: treeId(tree), listingStartedNs };
}

function file(over: Partial<Node> = {}): Node {
  return fileNode('a', [BLOB], 5, { ctimeNs: CTIME_NS, mtimeNs: CTIME_NS, inode: 7n, ...over });
}

const LISTED: ListedEntry = {
  path: fromText('/a'),
  type: 'file',
  permissions: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 5n,
  blocks: 8n,
  mtimeNs: CTIME_NS,
  ctimeNs: CTIME_NS,
  device: 1n,
  inode: 7n,
  links: 1n,
  linkTarget: fromText(''),
  deviceNumber: 0n,
};

describe('PreviousFolder', () => {
  test('has another file where the only parent, which is a snapshot, has one with another mtime', async () => {
    const store = storeOf({ r1: [file()], r2: [file({ mtimeNs: 1n })] });
    const folderOf = (...parents: Parent[]) => PreviousFolder.ofParents(parents, store);
    const later = file({ mtimeNs: CTIME_NS + 1n, content: null });
    expect((await folderOf(parent('r1'))).hasOtherFile(later)).toBe(true);
    expect((await folderOf(parent('r1'), parent('r1'))).hasOtherFile(later)).toBe(true);
    expect((await folderOf(parent('r1'))).hasOtherFile(file({ content: null, uid: 1 }))).toBe(false);
    expect((await folderOf(parent('r1'), parent('r2'))).hasOtherFile(later)).toBe(false);
    expect((await folderOf({ ...parent('r1'), isFirstPass: true })).hasOtherFile(later)).toBe(false);
    expect((await folderOf()).hasOtherFile(later)).toBe(false);
  });

  test('gives an entry as each parent has it, in their order', async () => {
    const store = storeOf({ r1: [file({ inode: 1n })], r2: [], r3: [file({ inode: 3n })] });
    const root = await PreviousFolder.ofParents(
      [parent('r1', 10n), parent('r2', 20n), parent('r3', 30n)],
      store,
    );
    expect(root.find(NAME).map(({ node, listingStartedNs }) => [node.inode, listingStartedNs])).toEqual([
      [1n, 10n],
      [3n, 30n],
    ]);
  });

  test('gives the same of an entry, read alone or with all others', async () => {
    const many = Array.from({ length: 200 }, (_, i) =>
      file({ name: fromText(`é${1000 + i}`), inode: 2n ** 63n + BigInt(i) }),
    );
    const odd = file({ name: fromText('a'), otherFields: new Map([['new', '{"x":1}']]) });
    const root = await PreviousFolder.ofParents([parent('r1')], storeOf({ r1: [odd, ...many] }));
    const [found] = root.find(odd.name);
    expect(found?.node).toEqual(odd);
    expect(root.find(odd.name)[0]?.node.otherFields).toBe(found?.node.otherFields);
    const again = await PreviousFolder.ofParents([parent('r1')], storeOf({ r1: many }));
    expect(many.map(({ name }) => again.find(name)[0]?.node)).toEqual(many);
    expect(again.find(fromText('é'))).toEqual([]);
  });

  test('loads and holds a tree that parents share once', async () => {
    const root = [folderNode('d', treeId('same'))];
    const store = storeOf({ r1: root, r2: [file(), ...root], same: [file()] });
    const previous = await PreviousFolder.ofParents([parent('r1'), parent('r2')], store);
    const below = await previous.below(fromText('d'), store);
    expect(store.loads).toEqual(['r1', 'r2', 'same']);
    expect(below.find(NAME)).toHaveLength(1);
    expect(below.has(treeId('same'))).toBe(true);
  });

  test('has the folders below begun on, for a listing enters them next', async () => {
    const store = storeOf({
      r1: [file(), folderNode('c', treeId('sub c')), folderNode('d', treeId('sub d'))],
    });
    await PreviousFolder.ofParents([parent('r1')], store);
    expect(store.prefetched).toEqual([treeId('sub c'), treeId('sub d')]);
  });

  test('a folder that only the last parent has is not new', async () => {
    const store = storeOf({ r1: [], r2: [folderNode('d', treeId('sub'))] });
    const root = await PreviousFolder.ofParents([parent('r1'), parent('r2')], store);
    const below = await root.below(fromText('d'), store);
    expect(below.isNew).toBe(false);
    expect((await root.below(fromText('elsewhere'), store)).isNew).toBe(true);
  });

  test('what was a file is no folder', async () => {
    const store = storeOf({ r1: [file()] });
    const root = await PreviousFolder.ofParents([parent('r1')], store);
    expect((await root.below(NAME, store)).isNew).toBe(true);
  });
});

describe('An entry that is kept', () => {
  const names = (...all: string[]) => new Set(all.map(fromText));
  const listed = (name: string, over: Partial<Node> = {}) =>
    file({ name: fromText(name), content: null, ...over });
  const trees = {
    r1: [file(), file({ name: fromText('b') })],
    r2: [listed('a', { content: [BLOB], uid: 7 })],
  };

  async function root(...parents: string[]): Promise<PreviousFolder> {
    return PreviousFolder.ofParents(
      parents.map((name) => parent(name)),
      storeOf(trees),
    );
  }

  test('is found with its content, in the first parent alone', async () => {
    const previous = await root('r1', 'r2');
    expect(previous.findSame(listed('a'))).toMatchObject({ content: [BLOB], listingStartedNs: TRUSTED_NS });
    expect(previous.findSame(listed('a', { uid: 7 }))).toBeNull();
    expect(previous.findSame(listed('c'))).toBeNull();
  });

  test('comes back as the node that the parent has', async () => {
    expect((await root('r1')).nodesNamed(names('b'))).toEqual([file({ name: fromText('b') })]);
  });

  test('leaves the tree as it is with all the others, and only then', async () => {
    const previous = await root('r1');
    const b = file({ name: fromText('b') });
    expect(previous.treeKept(names('a', 'b'), [])).toBe(treeId('r1'));
    expect(previous.treeKept(names('a'), [b])).toBe(treeId('r1'));
    expect(previous.treeKept(names(), [file(), b])).toBe(treeId('r1'));
    expect(previous.treeKept(names('a'), [])).toBeNull();
    expect(previous.treeKept(names('a'), [{ ...b, uid: 1 }])).toBeNull();
    // A name that was listed twice doesn't stand for another that is gone.
    expect(previous.treeKept(names('a'), [file()])).toBeNull();
    expect(previous.treeKept(names(), [b, b])).toBeNull();
  });

  test('goes into a tree as it stands in the parent’s, byte for byte as if it had been read', async () => {
    const previous = await root('r1');
    const b = { ...file({ name: fromText('b') }), uid: 1 };
    expect(treeOf(previous.mergedWith(names('a'), [b]))).toEqual(encodeTree({ nodes: [file(), b] }));
    const c = file({ name: fromText('c') });
    expect(treeOf(previous.mergedWith(names('a'), [c]))).toEqual(encodeTree({ nodes: [file(), c] }));
    expect(() => previous.mergedWith(names('gone'), [b])).toThrow('has lost');
  });

  test('goes so into a tree of which other entries were looked at and are the parent’s all the same', async () => {
    const previous = await root('r1');
    const [b, c] = ['b', 'c'].map((name) => file({ name: fromText(name) })) as [Node, Node];
    const merged = previous.mergedWith(names('a'), [b, c]);
    expect(merged).toEqual([{ names: [NAME, b.name], json: expect.anything() }, c]);
    expect(treeOf(merged)).toEqual(encodeTree({ nodes: [file(), b, c] }));
  });

  test('is read with all the others where the tree may be the parent’s, or there are several', async () => {
    expect((await root('r1')).mergedWith(names('a'), [file({ name: fromText('b') })])).toBeNull();
    expect((await root('r1', 'r2')).mergedWith(names('a'), [file({ uid: 1 })])).toBeNull();
  });

  test('is no older than the ctime can be trusted, and all of its content is there', () => {
    const comparison = new Comparison({ blobSize: (_, id) => (id === BLOB ? 5 : null) });
    const kept = { content: [BLOB], extendedAttributes: [] as const, listingStartedNs: TRUSTED_NS };
    expect(comparison.isKept(LISTED, kept)).toBe(true);
    expect(comparison.isKept(LISTED, { ...kept, listingStartedNs: TRUSTED_NS - 1n })).toBe(false);
    expect(comparison.isKept(LISTED, { ...kept, content: [] })).toBe(false);
    expect(comparison.isKept(LISTED, { ...kept, content: ['c'.repeat(64) as BlobId] })).toBe(false);
  });
});

describe('Comparison with several parents', () => {
  const comparison = new Comparison({ blobSize: (_, id) => (id === BLOB ? 5 : null) });
  const as = (node: Node, listingStartedNs = TRUSTED_NS) => ({ node, listingStartedNs });

  test('takes the content from the first that has the file as it is', () => {
    const changed = file({ mtimeNs: 1n });
    const same = file({ user: 'second' });
    const found = comparison.findUnchanged(LISTED, [as(changed), as(same), as(file())]);
    expect(found).toEqual({ node: same, content: [BLOB] });
  });

  test('passes over one whose blobs are missing or don’t add up', () => {
    const missing = file({ content: ['c'.repeat(64) as BlobId] });
    const twice = file({ content: [BLOB, BLOB] });
    expect(comparison.findUnchanged(LISTED, [as(missing), as(twice)])).toBeNull();
    expect(comparison.findUnchanged(LISTED, [as(missing), as(twice), as(file())])?.content).toEqual([BLOB]);
  });

  test('trusts a ctime by the listing of the parent that it is compared with, not by another’s', () => {
    const young = CTIME_NS + CTIME_GRANULE_NS;
    expect(comparison.findUnchanged(LISTED, [as(file(), young)])).toBeNull();
    expect(comparison.findUnchanged(LISTED, [as(file({ inode: 1n })), as(file(), young)])).toBeNull();
  });

  test.each(['sizeBytes', 'mtimeNs', 'ctimeNs', 'inode'] as const)(
    'reads a file again whose %s is another',
    (field) => {
      expect(comparison.findUnchanged(LISTED, [as(file({ [field]: 6n }))])).toBeNull();
    },
  );

  test('has nothing to compare with when no parent has the file, or has something else there', () => {
    expect(comparison.findUnchanged(LISTED, [])).toBeNull();
    expect(comparison.findUnchanged(LISTED, [as(file({ type: 'fifo' }))])).toBeNull();
    expect(comparison.findUnchanged(LISTED, [as(file({ content: null }))])).toBeNull();
  });
});

describe('a folder where a filesystem of its own was mounted', () => {
  const place = (name: string, subtree: string, over: Partial<Node>) => ({
    ...folderNode(name, treeId(subtree)),
    ...over,
  });
  const attributes = [{ name: fromText('user.x'), value: Buffer.from('1') }];

  async function entriesOf(
    path: string,
    { rootDevice, over = {}, isFirstPass }: { rootDevice?: bigint; over?: Partial<Node>; isFirstPass?: true },
  ): Promise<number | null> {
    const store = storeOf({
      root: [
        place('disk', 'two', { deviceId: 2n ** 63n, ...over }),
        place('plain', 'two', { deviceId: 1n, ...over }),
        place('srv', 'srv', { deviceId: 1n, ...over }),
        place('unknown', 'srv', { deviceId: 0n, ...over }),
      ],
      srv: [
        place('disk', 'two', { deviceId: 2n, ...over }),
        place('plain', 'two', { deviceId: 1n, ...over }),
      ],
      two: [file(), file({ name: fromText('b') })],
    });
    const pass = isFirstPass === undefined ? {} : { isFirstPass };
    let folder = await PreviousFolder.ofParents([{ ...parent('root'), rootDevice, ...pass }], store);
    for (const name of path.split('/')) folder = await folder.below(fromText(name), store);
    return folder.entriesWhenMounted;
  }

  test.each([
    ['disk', 2],
    ['plain', null],
    ['srv/disk', 2],
    ['srv/plain', null],
    ['unknown', null],
    ['unknown/disk', null],
  ])('%s: %s', async (path, entries) => {
    expect(await entriesOf(path, { rootDevice: 1n })).toBe(entries);
    expect(await entriesOf(path, { rootDevice: 1n, over: { extendedAttributes: attributes } })).toBe(entries);
    expect(await entriesOf(path, { rootDevice: 1n, isFirstPass: true })).toBeNull();
  });

  test('it takes the device of the root to tell it of what stands there', async () => {
    expect(await entriesOf('disk', {})).toBeNull();
    expect(await entriesOf('srv/disk', {})).toBe(2);
    expect(await entriesOf('disk', { rootDevice: 2n ** 63n })).toBeNull();
  });
});

describe('beside what the backup’s own first pass saw', () => {
  const saw: Parent = { ...parent('seen'), isFirstPass: true };
  const other = ['c'.repeat(64) as BlobId];
  const of = async (seen: Node[], old: Node[] | null) => {
    const store = storeOf({ seen, old: old ?? [] });
    return PreviousFolder.ofParents([saw, ...(old === null ? [] : [parent('old')])], store);
  };

  test('a file is new, changed or unmodified as the snapshots have it', async () => {
    expect((await of([file()], [])).outcomeOf(file(), [BLOB])).toBe('new');
    expect((await of([file()], [file({ content: other })])).outcomeOf(file(), [BLOB])).toBe('changed');
    expect((await of([file()], [file({ mtimeNs: 1n })])).outcomeOf(file(), [BLOB])).toBe('changed');
    expect((await of([file()], [file({ inode: 8n })])).outcomeOf(file(), [BLOB])).toBe('unmodified');
    expect((await of([file()], [])).isNewFile(NAME)).toBe(true);
    expect((await of([], [file()])).isNewFile(NAME)).toBe(false);
  });

  test('a folder that it alone has is new; one that a snapshot has with the same tree is unmodified', async () => {
    expect((await of([file()], null)).isNew).toBe(true);
    const same = await PreviousFolder.ofParents([saw, parent('seen')], storeOf({ seen: [file()] }));
    expect([same.isNew, same.has(treeId('seen'))]).toEqual([false, true]);
    expect((await of([file()], [])).has(treeId('seen'))).toBe(false);
  });
});
