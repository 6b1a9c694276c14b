import { lstat, mkdir, mkdtemp, readdir, readlink, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ByteString, fromBytes, fromText, toBytes } from '../../../src/bytestring.ts';
import { decodeConfig, encodeConfig } from '../../../src/repository/format/config.ts';
import { type BlobId, idOf, type PackId } from '../../../src/repository/format/ids.ts';
import { decodeIndex, encodeIndex } from '../../../src/repository/format/index-file.ts';
import {
  decodeKeyFile,
  decodeMasterKey,
  encodeKeyFile,
  encodeMasterKey,
} from '../../../src/repository/format/key-file.ts';
import { decodeLock, encodeLock } from '../../../src/repository/format/lock-file.ts';
import { permissionsOf } from '../../../src/repository/format/mode.ts';
import type { Node, Tree } from '../../../src/repository/format/node.ts';
import { treeFault } from '../../../src/repository/format/node-fault.ts';
import type { PackedBlob } from '../../../src/repository/format/packed-blob.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../src/repository/format/snapshot-file.ts';
import { decodeTree, encodeTree } from '../../../src/repository/format/tree.ts';
import { addFastKey } from '../../services/repository.ts';
import { fillHostileFolder } from './hostile-folder.ts';
import { RESTIC_0_14, RESTIC_0_19, StockRestic } from './stock-restic.ts';

const BUILDS = [
  { version: '0.19.1', program: RESTIC_0_19, forOldRestic: false },
  { version: '0.14', program: RESTIC_0_14, forOldRestic: true },
];

describe.each(BUILDS)('what restic $version wrote', ({ program, forOldRestic }) => {
  let work: string;
  let source: string;
  let restic: StockRestic;
  /** The key that restic made; a second one spares the tests its half a second each. */
  let ownKey: string;
  let trees: Map<string, StoredTree>;

  beforeAll(async () => {
    work = await mkdtemp(join(tmpdir(), 'holdfast-format-'));
    source = join(work, 'source');
    await mkdir(source);
    await fillHostileFolder(source, { forOldRestic });
    restic = new StockRestic(program, join(work, 'repository'));
    await restic.run(['init']);
    [ownKey = ''] = await restic.lines(['list', 'keys']);
    restic.keyHint = await addFastKey(join(work, 'repository'), restic.password);
    trees = await treesBelow(
      restic,
      await backUp(restic, source, 'a <tag>', ['--exclude', '*.no', '--host', 'h&h']),
    );
  });

  afterAll(() => rm(work, { recursive: true, force: true }));

  test('trees are written back byte for byte, and say what the system says of every entry', async () => {
    expect(trees.size).toBe(forOldRestic ? 7 : 8);
    for (const [path, { id, bytes, tree }] of trees) {
      expect(idOf(bytes)).toBe(id);
      expect(encodeTree(tree).toString('latin1')).toBe(bytes.toString('latin1'));
      expect(treeFault(tree)).toBeNull();
      await expectAsOnDisk(join(source, path), tree);
    }
  });

  test('extended attributes and ACLs are those of the file', () => {
    const [file] = trees.get('attributes')?.tree.nodes ?? [];
    const attributes = file?.extendedAttributes ?? [];
    const values = new Map(attributes.map(({ name, value }) => [name, Buffer.from(value).toString('hex')]));
    expect(values.get(fromText('user.empty'))).toBe('');
    expect(values.get(fromText('user.text'))).toBe(Buffer.from('a value').toString('hex'));
    expect(values.get(fromText('user.<&> é'))).toBe('00ff3c');
    expect(values.get(fromText('trusted.of.root'))).toBe('00');
    expect(values.has(fromText('system.posix_acl_access'))).toBe(true);
  });

  test('trees of another time zone hold the same instants', async () => {
    const kolkata = new StockRestic(program, join(work, 'kolkata'), 'Asia/Kolkata');
    await kolkata.run(['init']);
    const id = await backUp(kolkata, join(source, 'times'), 'kolkata');
    const bytes = await kolkata.run(['cat', 'blob', id]);
    expect(bytes.toString()).toMatch(/\+05:30/);
    await expectAsOnDisk(join(source, 'times'), decodeTree(bytes));
  });

  test('access times are their own with --with-atime', async () => {
    const folder = join(work, 'read once');
    await mkdir(folder);
    await writeFile(join(folder, 'file'), '');
    await utimes(join(folder, 'file'), 1, 2);
    const bytes = await restic.run(['cat', 'blob', await backUp(restic, folder, 'atime', ['--with-atime'])]);
    const tree = decodeTree(bytes);
    expect(encodeTree(tree).equals(bytes)).toBe(true);
    expect(tree.nodes[0]).toMatchObject({ atimeNs: 1_000_000_000n, mtimeNs: 2_000_000_000n });
  });

  test('snapshots are written back byte for byte', async () => {
    for (const id of await restic.lines(['list', 'snapshots'])) {
      const stored = await restic.catCompact(['snapshot', id]);
      expect(encodeSnapshot(decodeSnapshot(Buffer.from(stored))).toString()).toBe(stored);
    }
  });

  test('indexes are written back byte for byte', async () => {
    for (const id of await restic.lines(['list', 'index'])) {
      const stored = (await restic.run(['cat', 'index', id])).toString().trimEnd();
      const packs = new Map<PackId, PackedBlob[]>();
      decodeIndex(Buffer.from(stored), (pack, blob) => {
        packs.set(pack, [...(packs.get(pack) ?? []), blob]);
      });
      expect(packs.size).toBeGreaterThan(0);
      const again = encodeIndex(Array.from(packs, ([pack, blobs]) => ({ id: pack, blobs })));
      expect(again.toString().trimEnd()).toBe(stored);
    }
  });

  test('config, key and master key are written back byte for byte', async () => {
    const config = await restic.catCompact(['config']);
    expect(encodeConfig(decodeConfig(Buffer.from(config))).toString()).toBe(config);
    const key = await restic.catCompact(['key', ownKey]);
    expect(encodeKeyFile(decodeKeyFile(Buffer.from(key))).toString()).toBe(key);
    const masterKey = await restic.catCompact(['masterkey']);
    expect(encodeMasterKey(decodeMasterKey(Buffer.from(masterKey))).toString()).toBe(masterKey);
  });

  test('the lock of a running backup is written back byte for byte', async () => {
    const backup = restic.start(['backup', '--stdin']);
    const ended = new Promise((resolve) => backup.on('close', resolve));
    try {
      const id = await theOnlyLock(restic);
      const stored = await restic.catCompact(['lock', id]);
      const lock = decodeLock(Buffer.from(stored));
      expect(encodeLock(lock).toString()).toBe(stored);
      expect(lock).toMatchObject({ pid: backup.pid, exclusive: false, uid: 0, gid: 0 });
    } finally {
      backup.stdin.end('the end');
      await ended;
    }
  });
});

interface StoredTree {
  readonly id: BlobId;
  readonly bytes: Buffer;
  readonly tree: Tree;
}

/** Backs up all that is in `folder`, and gives the ID of the tree. */
async function backUp(
  restic: StockRestic,
  folder: string,
  tag: string,
  options: string[] = [],
): Promise<BlobId> {
  await restic.run(['backup', '--tag', tag, ...options, '.'], folder);
  const snapshots: unknown = JSON.parse((await restic.run(['snapshots', '--json', '--tag', tag])).toString());
  return (snapshots as [{ tree: BlobId }])[0].tree;
}

/** The tree `id` and those below it, by their paths. */
async function treesBelow(restic: StockRestic, id: BlobId, path = ''): Promise<Map<string, StoredTree>> {
  const bytes = await restic.run(['cat', 'blob', id]);
  const tree = decodeTree(bytes, `tree ${id}`);
  const all = new Map([[path, { id, bytes, tree }]]);
  for (const { name, subtree } of tree.nodes) {
    // The folders made for their modes are empty.
    if (subtree === null || name.startsWith('folder ')) continue;
    for (const [below, found] of await treesBelow(restic, subtree, join(path, name))) all.set(below, found);
  }
  return all;
}

async function theOnlyLock(restic: StockRestic): Promise<string> {
  for (;;) {
    const [id] = await restic.lines(['--no-lock', 'list', 'locks']);
    if (id !== undefined && id !== '') return id;
  }
}

/** Compares every node of `tree` with the entry of its name in `folder`, both ways. */
async function expectAsOnDisk(folder: string, tree: Tree): Promise<void> {
  const onDisk = (await readdir(folder, { encoding: 'buffer' })).map(fromBytes);
  expect(tree.nodes.map(({ name }) => name)).toEqual(onDisk.sort((a, b) => (a < b ? -1 : 1)));
  for (const node of tree.nodes) expect(factsOf(node)).toEqual(await factsOnDisk(folder, node.name));
}

function factsOf(node: Node) {
  const { name, uid, gid, mtimeNs, atimeNs, ctimeNs, inode, deviceId, sizeBytes, linkTarget, deviceNumber } =
    node;
  // A folder has neither a number of links nor a size in restic's trees.
  const links = node.links === 0n ? 1n : node.links;
  const permissions = permissionsOf(node.mode);
  const times = { mtimeNs, atimeNs, ctimeNs };
  return {
    name,
    permissions,
    uid,
    gid,
    ...times,
    inode,
    deviceId,
    sizeBytes,
    links,
    linkTarget,
    deviceNumber,
  };
}

async function factsOnDisk(folder: string, name: ByteString) {
  const path = Buffer.concat([Buffer.from(`${folder}/`), toBytes(name)]);
  const stat = await lstat(path, { bigint: true });
  return {
    name,
    permissions: Number(stat.mode & 0o7777n),
    uid: Number(stat.uid),
    gid: Number(stat.gid),
    mtimeNs: stat.mtimeNs,
    atimeNs: stat.mtimeNs,
    ctimeNs: stat.ctimeNs,
    inode: stat.ino,
    deviceId: stat.dev,
    sizeBytes: stat.isFile() ? stat.size : 0n,
    links: stat.isDirectory() ? 1n : stat.nlink,
    linkTarget: stat.isSymbolicLink() ? fromBytes(await readlink(path, { encoding: 'buffer' })) : '',
    deviceNumber: stat.isBlockDevice() || stat.isCharacterDevice() ? stat.rdev : 0n,
  };
}
