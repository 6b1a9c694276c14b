import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMemoryBackend } from '../../../src/backends/memory.ts';
import type { ByteString } from '../../../src/bytestring.ts';
import type { FileType, ListedEntry } from '../../../src/files/listing.ts';
import { MAX_BLOBS } from '../../../src/operations/backup/content.ts';
import { nodeOfEntry } from '../../../src/operations/backup/node-of-entry.ts';
import { type AssemblyOptions, TreeAssembly } from '../../../src/operations/backup/tree-assembly.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { TreeTooLarge, type TreeToSave } from '../../../src/repository/format/tree.ts';
import { initRepository } from '../../../src/repository/init.ts';
import type { OpenRepository } from '../../../src/repository/open.ts';
import { FAST_KEY } from '../../repository/fast-key.ts';

const ACCOUNTS = { users: new Map([[0, 'root']]), groups: new Map([[0, 'root']]) };

describe('TreeAssembly', () => {
  let repository: OpenRepository;

  beforeEach(async () => {
    repository = await initRepository(createMemoryBackend(), 'x', { key: FAST_KEY });
  });
  afterEach(() => repository.close());

  test('stores a source below all of its ancestors, names by rising bytes', async () => {
    const tree = await assemble(null, [
      '/srv/app d',
      '/srv/app/b f',
      '/srv/app/a-b f',
      '/srv/app/a d',
      '/srv/app/a/x f',
    ]);
    expect(await paths(tree)).toEqual([
      '/srv',
      '/srv/app',
      '/srv/app/a',
      '/srv/app/a/x',
      '/srv/app/a-b',
      '/srv/app/b',
    ]);
  });

  test('puts names into the order of their bytes, whatever a person’s language says', async () => {
    const names = ['a', 'B', 'Z', '_', '-', '10', '9', 'é', '\xff', 'b', 'A', '~'];
    const tree = await assemble(
      null,
      names.map((name) => `/${name} f`),
    );
    const expected = names.map((name) => `/${name}`).sort((a, b) => (a < b ? -1 : 1));
    expect(await paths(tree)).toEqual(expected);
  });

  test('keeps sources apart whose names begin alike', async () => {
    const tree = await assemble(null, ['/a d', '/a/z f', '/a-b d', '/a-b/y f', '/ab f']);
    expect(await paths(tree)).toEqual(['/a', '/a/z', '/a-b', '/a-b/y', '/ab']);
  });

  test('a name listed twice, because it was renamed over meanwhile, is stored once', async () => {
    const tree = await assemble(null, ['/a d', '/a/x f', '/a/y f', '/a/x f']);
    expect(await paths(tree)).toEqual(['/a', '/a/x', '/a/y']);
  });

  test('a folder that comes in two pieces is an error: one of them would be lost', async () => {
    const pieces = ['/a d', '/a/x d', '/a/x/1 f', '/a/y f', '/a/x d', '/a/x/2 f'];
    await expect(assemble(null, pieces)).rejects.toMatchObject({
      code: 'internal',
      message: expect.stringContaining('Cannot save the folder "x"'),
    });
  });

  test('a folder made anew while it was listed is another one: the later stays', async () => {
    const assembly = await start(null, ['/a d', '/a/x d', '/a/x/1 f', '/a/y f']);
    await assembly.enter({ ...entry('/a/x d'), inode: 77n });
    expect(await paths(await assembly.finish([]))).toEqual(['/a', '/a/x', '/a/y']);
  });

  describe('a folder of which a tree can’t hold all', () => {
    const listing = ['/a d', '/a/b d', '/a/b/z f', '/a/b/y f', '/a/b/x d', '/a/b/x/1 f', '/c f'];

    beforeEach(() => {
      const save = repository.saveTree.bind(repository);
      const entries = ({ nodes }: TreeToSave) =>
        nodes.reduce((sum, one) => sum + ('json' in one ? one.names.length : 1), 0);
      repository.saveTree = (tree) => (entries(tree) > 2 ? Promise.reject(new TreeTooLarge(2)) : save(tree));
    });

    test('is saved with what it can hold, and the rest is told', async () => {
      const left: string[] = [];
      const assembly = await start(null, listing, (folder, why) => left.push(`${folder}: ${why}`));
      expect(await paths(await assembly.finish([]))).toEqual([
        '/a',
        '/a/b',
        '/a/b/x',
        '/a/b/x/1',
        '/a/b/y',
        '/c',
      ]);
      expect(left).toEqual([
        expect.stringMatching(/^\/a\/b: 1 of its 3 entries, from "z" on, are left out: /),
      ]);
    });

    test('may be the root of a bucket, whose objects have no folders', async () => {
      const left: string[] = [];
      const objects = ['/1 f', '/2 f', '/3 f'];
      for (let backups = 1; backups <= 2; backups++) {
        const assembly = await start(null, objects, (folder, why) => left.push(`${folder}: ${why}`));
        const tree = await assembly.saveRoot(await assembly.rootNodes(), []);
        expect(await paths(tree)).toEqual(['/1', '/2']);
        expect(left).toHaveLength(backups);
      }
      expect(left[0]).toMatch(/^\/: 1 of its 3 entries, from "3" on, are left out: /);
    });

    test('counts as it is: what isn’t saved is told again, and nobody leaves a mark of it', async () => {
      const parent = await assemble(null, listing);
      const left: string[] = [];
      const settled = new Map<string, number>();
      const assembly = await start(
        parent,
        listing,
        (folder) => left.push(folder),
        (folder) => settled.set(folder.entry.path, folder.kept.size + folder.nodes.length),
      );
      expect(await assembly.finish([])).toBe(parent);
      expect(left).toEqual(['/a/b']);
      expect(settled.get('/a/b')).toBe(2);
    });

    test('may be cut in a checkpoint, which is of a part anyway', async () => {
      const assembly = await start(null, listing);
      const own = nodeOfEntry(entry('/own f'), 'own' as ByteString, ACCOUNTS);
      const tree = await assembly.saveSoFar(Promise.resolve({ ...own, content: [] }));
      expect(await paths(tree)).toContain('/a/b/y');
    });
  });

  test('takes so many blobs as one tree can name, and no more before its folders are saved', async () => {
    const assembly = await start(null, ['/a d', '/a/b d']);
    const below = await assembly.folderOf('/a/b/x' as ByteString);
    expect(assembly.takeRoom(below, MAX_BLOBS - 1)).toBe(true);
    const above = await assembly.folderOf('/a/y' as ByteString);
    expect(assembly.hasRoom(1)).toBe(true);
    expect(assembly.takeRoom(above, 2)).toBe(false);
    assembly.expect(above); // nothing is taken of what has no room
    await vi.waitFor(() => expect(assembly.hasRoom(MAX_BLOBS)).toBe(true));
    expect(assembly.takeRoom(above, MAX_BLOBS)).toBe(true);
    expect(assembly.hasRoom(1)).toBe(false);
  });

  test('an empty folder gets the empty tree', async () => {
    const tree = await assemble(null, ['/a d']);
    const [node] = (await repository.loadTree(tree)).nodes;
    expect(node?.subtree).toMatch(/^ac08ce34ba4f8123/);
  });

  test('counts folders as new, changed and unmodified against the parent', async () => {
    const first = ['/a d', '/a/same d', '/a/same/x f', '/a/other d', '/a/other/y f'];
    const parent = await assemble(null, first);
    const assembly = await start(parent, [...first, '/a/other/z f', '/a/new d']);
    await assembly.finish([]);
    expect(assembly.counts).toEqual({ dirsNew: 1, dirsChanged: 2, dirsUnmodified: 1 });
  });

  test('a folder in which nothing changed keeps its tree, whatever bytes another program wrote it in', async () => {
    const listing = ['/a d', '/a/x f', '/a/y f'];
    const foreign = await inAnotherZone(await assemble(null, listing));
    expect(await subtreeOfA(await assemble(foreign, listing))).toBe(await subtreeOfA(foreign));
  });

  test.each([
    ['one less', ['/a d', '/a/x f']],
    ['one more', ['/a d', '/a/x f', '/a/y f', '/a/z f']],
    ['another type', ['/a d', '/a/x f', '/a/y d']],
    ['another name', ['/a d', '/a/x f', '/a/w f']],
  ])('a folder that differs by %s gets a tree of its own', async (_, changed) => {
    const foreign = await inAnotherZone(await assemble(null, ['/a d', '/a/x f', '/a/y f']));
    const tree = await assemble(foreign, changed);
    expect(await subtreeOfA(tree)).not.toBe(await subtreeOfA(foreign));
    expect(await paths(tree)).toEqual(await paths(await assemble(null, changed)));
  });

  test('waits for contents that come after the listing has left their folder', async () => {
    const assembly = await start(null, ['/a d']);
    const folder = await assembly.folderOf('/a/late' as ByteString);
    assembly.expect(folder);
    assembly.leaveAll();
    const finished = assembly.finish([]);
    assembly.supply(folder, nodeOfEntry(entry('/a/late f'), 'late' as ByteString, ACCOUNTS));
    expect(await paths(await finished)).toEqual(['/a', '/a/late']);
  });

  test('a backend that fails while a tree is saved fails the whole, and nothing hangs', async () => {
    const assembly = await start(null, ['/a d', '/a/x f']);
    await repository.close();
    await expect(assembly.finish([])).rejects.toThrow();
  });

  test('an entry whose folder was never listed is refused: it was moved meanwhile', async () => {
    const assembly = await start(null, ['/a d']);
    await expect(assembly.folderOf('/elsewhere/deep/x' as ByteString)).rejects.toThrow('before its folder');
  });

  test('a folder is at hand only while the listing is right in it', async () => {
    const assembly = await start(null, ['/a d', '/a/b d', '/a/b/x f']);
    const open = await assembly.folderOf('/a/b/x' as ByteString);
    expect(assembly.folderAtHand('/a/b/y' as ByteString)).toBe(open);
    for (const path of ['/a/b', '/a/b/c/y', '/a/y', '/a/bc', '/a/bc/y', '/a/c/y', '/y', '/'])
      expect(assembly.folderAtHand(path as ByteString)).toBeNull();
  });

  test('what failed meanwhile is told by who asks for a folder at hand', async () => {
    const assembly = await start(null, ['/a d', '/a/b d', '/a/b/x f', '/a/c d']);
    await repository.close();
    await assembly.folderOf('/a/y' as ByteString); // leaves /a/c, whose tree can't be saved
    await new Promise(setImmediate);
    expect(() => assembly.folderAtHand('/a/z' as ByteString)).toThrow();
  });

  describe('saved so far', () => {
    test('has what is known: saved folders, folders still open, none of the contents that are still to come', async () => {
      const assembly = await start(null, [
        '/a d',
        '/a/done d',
        '/a/done/x f',
        '/a/b d',
        '/a/b/c d',
        '/a/b/c/y f',
      ]);
      const folder = await assembly.folderOf('/a/b/c/late' as ByteString);
      assembly.expect(folder);
      const soFar = await assembly.saveSoFar(Promise.resolve(own()));
      expect(await paths(soFar)).toEqual([
        '/.holdfast',
        '/a',
        '/a/b',
        '/a/b/c',
        '/a/b/c/y',
        '/a/done',
        '/a/done/x',
      ]);
    });

    test('leaves the whole as it would have been without', async () => {
      const listing = ['/a d', '/a/b d', '/a/b/x f', '/a/z f'];
      const assembly = await start(null, listing);
      const folder = await assembly.folderOf('/a/late' as ByteString);
      assembly.expect(folder);
      assembly.leaveAll();
      await assembly.saveSoFar(Promise.resolve(own()));
      assembly.supply(folder, nodeOfEntry(entry('/a/late f'), 'late' as ByteString, ACCOUNTS));
      const whole = await assembly.finish([own()]);
      expect(await paths(whole)).toEqual(['/.holdfast', '/a', '/a/b', '/a/b/x', '/a/late', '/a/z']);
      expect(assembly.counts).toEqual({ dirsNew: 2, dirsChanged: 0, dirsUnmodified: 0 });
    });

    test('is of the moment it was asked for, whatever comes while it is saved', async () => {
      const assembly = await start(null, ['/a d', '/a/x f']);
      const ownNode = Promise.withResolvers<Node>();
      const soFar = assembly.saveSoFar(ownNode.promise);
      const folder = await assembly.folderOf('/a/later' as ByteString);
      assembly.expect(folder);
      assembly.supply(folder, nodeOfEntry(entry('/a/later f'), 'later' as ByteString, ACCOUNTS));
      ownNode.resolve(own());
      expect(await paths(await soFar)).toEqual(['/.holdfast', '/a', '/a/x']);
    });

    test('has each folder once, also one that is being saved just then', async () => {
      const assembly = await start(null, ['/a d', '/a/b d', '/a/b/x f']);
      assembly.leaveAll(); // begins to save /a/b
      const soFar = assembly.saveSoFar(Promise.resolve(own()));
      expect(await paths(await soFar)).toEqual(['/.holdfast', '/a', '/a/b', '/a/b/x']);
      await assembly.finish([]);
    });

    function own(): Node {
      return nodeOfEntry(entry('/.holdfast f'), '.holdfast' as ByteString, ACCOUNTS);
    }
  });

  async function subtreeOfA(tree: BlobId): Promise<BlobId | null> {
    const { nodes } = await repository.loadTree(tree);
    return nodes.find(({ name }) => name === 'a')?.subtree ?? null;
  }

  /** The same tree, but /a's times are not in UTC: as restic writes them. */
  async function inAnotherZone(tree: BlobId): Promise<BlobId> {
    const { nodes } = await repository.loadTree(tree);
    const subtree = (await subtreeOfA(tree)) as BlobId;
    const json = (await repository.loadBlob('tree', subtree)).toString().replaceAll('Z"', '+00:00"');
    const { id } = await repository.saveBlob('tree', Buffer.from(json));
    return (await repository.saveTree({ nodes: nodes.map((node) => ({ ...node, subtree: id })) })).id;
  }

  async function assemble(parent: BlobId | null, listing: string[]): Promise<BlobId> {
    return (await start(parent, listing)).finish([]);
  }

  async function start(
    parent: BlobId | null,
    listing: string[],
    onLeftOut: AssemblyOptions['onLeftOut'] = () => {},
    onSaved: AssemblyOptions['onSaved'] = undefined,
  ): Promise<TreeAssembly> {
    const ancestors = new Map(['/ d', '/srv d'].map((line) => [entry(line).path, entry(line)]));
    const assembly = await TreeAssembly.start({
      trees: repository,
      names: ACCOUNTS,
      ancestors,
      parents: parent === null ? [] : [{ tree: parent, listingStartedNs: 0n }],
      onLeftOut,
      onSaved,
    });
    for (const listed of listing.map(entry)) {
      if (listed.type === 'dir') await assembly.enter(listed);
      else {
        const folder = await assembly.folderOf(listed.path);
        assembly.expect(folder);
        const name = listed.path.slice(listed.path.lastIndexOf('/') + 1) as ByteString;
        assembly.supply(folder, { ...nodeOfEntry(listed, name, ACCOUNTS), content: [] });
      }
    }
    return assembly;
  }

  /** All paths of a tree, in its order. */
  async function paths(tree: BlobId, above = ''): Promise<string[]> {
    const found: string[] = [];
    for (const node of (await repository.loadTree(tree)).nodes) {
      found.push(`${above}/${node.name}`);
      if (node.subtree !== null) found.push(...(await paths(node.subtree, `${above}/${node.name}`)));
    }
    return found;
  }
});

/** `/path d` or `/path f`. */
function entry(line: string): ListedEntry {
  const path = line.slice(0, -2) as ByteString;
  const type: FileType = line.endsWith('d') ? 'dir' : 'file';
  return {
    path,
    type,
    permissions: 0o755,
    uid: 0,
    gid: 0,
    sizeBytes: 0n,
    blocks: 0n,
    mtimeNs: 1n,
    ctimeNs: 1n,
    device: 1n,
    inode: BigInt(path.length),
    links: 1n,
    linkTarget: '' as ByteString,
    deviceNumber: 0n,
  };
}
