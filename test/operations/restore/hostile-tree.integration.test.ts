import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryBackend } from '../../../src/backends/memory.ts';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { restore } from '../../../src/operations/restore.ts';
import { quoteName } from '../../../src/repository/format/go-quote.ts';
import type { BlobId, SnapshotId } from '../../../src/repository/format/ids.ts';
import { modeOf } from '../../../src/repository/format/mode.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { encodeTree } from '../../../src/repository/format/tree.ts';
import { initRepository } from '../../../src/repository/init.ts';
import type { OpenRepository } from '../../../src/repository/open.ts';
import { quickFolder } from '../../memory-disk.ts';
import { FAST_KEY, PASSWORD } from '../../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../../repository/nodes.ts';
import { DEFAULT_OPTIONS, SILENT } from './harness.ts';

let folder: string;
let host: Host;
let repository: OpenRepository;
let evil: BlobId;

beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());

beforeEach(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-hostile-'));
  await writeFile(join(folder, 'victim'), 'victim');
  repository = await initRepository(createMemoryBackend(), PASSWORD, { key: FAST_KEY });
  await repository.loadIndex();
  evil = (await repository.saveBlob('data', Buffer.from('evil!'))).id;
  return async () => {
    await repository.close();
    await rm(folder, { recursive: true, force: true });
  };
});

const evilFile = (name: string, over: Partial<Node> = {}) => fileNode(name, [evil], 5, over);
const symlink = (name: string, linkTarget: string) =>
  evilFile(name, {
    type: 'symlink',
    mode: modeOf('symlink', 0o777),
    content: null,
    sizeBytes: 0n,
    linkTarget: fromText(linkTarget),
  });
/** Saves a tree as somebody with their own program could: names, order and all else as they please. */
async function treeOf(...nodes: Node[]): Promise<BlobId> {
  const json = nodes.map((node) => {
    const tree = encodeTree({ nodes: [{ ...node, name: fromText('NAME') }] }).toString('latin1');
    const name = JSON.stringify(Buffer.from(quoteName(node.name), 'latin1').toString('utf8'));
    return tree
      .slice('{"nodes":['.length, tree.lastIndexOf(']'))
      .replace('"NAME"', () => Buffer.from(name).toString('latin1'));
  });
  return (await repository.saveBlob('tree', Buffer.from(`{"nodes":[${json.join()}]}\n`, 'latin1'))).id;
}

async function restoreTree(tree: BlobId, reporter = SILENT) {
  await repository.flush();
  const snapshot = { id: 'ab'.repeat(32) as SnapshotId, snapshot: snapshotOf(tree, { paths: ['/'] }) };
  const options = { ...DEFAULT_OPTIONS, noLock: true, snapshot, target: fromText(join(folder, 'target')) };
  return restore(host, repository, options, reporter, new AbortController().signal);
}

async function expectRefused(tree: BlobId, code = 'restore-unsafe') {
  await expect(restoreTree(tree)).rejects.toMatchObject({ code });
  expect(await readdir(folder)).toEqual(['victim']);
  expect(await readFile(join(folder, 'victim'), 'utf8')).toBe('victim');
}

describe('a tree that would write outside of the target is refused before anything is written', () => {
  test.each(['..', '.', '', '../victim', '/etc/cron.d/evil', 'a/b', 'nul\0name', 'x'.repeat(256)])(
    'name %j',
    async (name) => {
      await expectRefused(await treeOf(evilFile(name)));
      await expectRefused(
        await treeOf(folderNode('deep', await treeOf(folderNode('deeper', await treeOf(evilFile(name)))))),
      );
      await expectRefused(await treeOf(folderNode(name, await treeOf(evilFile('inner')))));
    },
  );

  test('a symlink, and a folder of the same name whose files would go through it', async () => {
    await expectRefused(await treeOf(symlink('a', '..'), folderNode('a', await treeOf(evilFile('victim')))));
  });

  test('a symlink, and a file of the same name that would be written through it', async () => {
    await expectRefused(await treeOf(symlink('a', '../victim'), evilFile('a')));
  });

  test('paths longer than any system call takes', async () => {
    let tree = await treeOf(evilFile('end'));
    for (let depth = 0; depth < 50; depth++) tree = await treeOf(folderNode('d'.repeat(100), tree));
    await expectRefused(tree);
  });

  test('a tree that names one subtree over and over, 2^60 files in 61 trees', async () => {
    let tree = await treeOf(evilFile('end'));
    for (let depth = 0; depth < 60; depth++)
      tree = await treeOf(folderNode('l', tree), folderNode('r', tree));
    await expectRefused(tree);
  });

  test.each([
    ['a missing blob', { content: ['0'.repeat(64) as BlobId] }],
    ['more bytes than its blobs', { sizeBytes: 6n }],
  ])('a file of %s', async (_, over) => {
    await expectRefused(await treeOf(evilFile('file', over)), 'repository-damaged');
  });

  test('a file whose node names no content, which restic fills with zeros', async () => {
    const json = encodeTree({ nodes: [evilFile('file')] })
      .toString()
      .replace(/"content":\[[^\]]*\]/, '"content":null');
    await expectRefused((await repository.saveBlob('tree', Buffer.from(json))).id, 'repository-damaged');
  });

  test('a symlink without a target', async () => {
    await expectRefused(await treeOf(symlink('link', '')), 'repository-damaged');
  });
});

describe('what is odd but harmless is restored as it is', () => {
  const target = () => join(folder, 'target');

  test('files of one inode and different content stay two files', async () => {
    const other = (await repository.saveBlob('data', Buffer.from('other'))).id;
    const same = { inode: 42n, deviceId: 1n, links: 2n };
    await restoreTree(
      await treeOf(evilFile('a', same), fileNode('b', [other], 5, same), evilFile('c', same)),
    );
    const contents = await Promise.all(['a', 'b', 'c'].map((name) => readFile(join(target(), name), 'utf8')));
    expect(contents).toEqual(['evil!', 'other', 'evil!']);
  });

  test('symlinks that lead out, with nothing restored through them', async () => {
    await restoreTree(await treeOf(symlink('abs', '/etc/passwd'), symlink('up', '../victim')));
    expect(await readFile(join(target(), 'up'), 'utf8')).toBe('victim');
  });

  test('sockets and types that nobody knows are left out, and said', async () => {
    const messages: string[] = [];
    const reporter = { ...SILENT, onWarning: (message: string) => void messages.push(message) };
    await restoreTree(
      await treeOf(evilFile('a'), evilFile('s', { type: 'socket', content: null, sizeBytes: 0n })),
      reporter,
    );
    expect(await readdir(target())).toEqual(['a']);
    expect(messages.join()).toContain('socket');
  });

  test('names that are flags, patterns, commands and escapes', async () => {
    const names = [
      '-rf',
      '--',
      '*',
      '$(touch pwned)',
      '`id`',
      "'; rm -rf .",
      '\x1b[31m',
      'a\nb',
      '~',
      '\\',
      '"',
    ].sort();
    const nodes = names.map((name) => evilFile(name));
    await restoreTree(await treeOf(...nodes, folderNode('zz', await treeOf(...nodes))));
    expect((await readdir(target())).sort()).toEqual([...names, 'zz'].sort());
    expect((await readdir(join(target(), 'zz'))).sort()).toEqual(names);
  });

  test('bytes that are no text', async () => {
    const name = 'caf\xe9\xff' as ByteString;
    await restoreTree(await treeOf({ ...evilFile('x'), name }));
    const [found] = await readdir(target(), { encoding: 'latin1' });
    expect(found).toBe(name);
  });
});
