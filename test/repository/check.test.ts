import { beforeEach, describe, expect, it } from 'vitest';
import { fromText } from '../../src/bytestring.ts';
import {
  CheckedIndex,
  type CheckProgress,
  checkRepository,
  type Finding,
  type FindingCode,
} from '../../src/repository/check.ts';
import { blobsOf } from '../../src/repository/check-packs.ts';
import type { BlobId, PackId } from '../../src/repository/format/ids.ts';
import { encodeIndex } from '../../src/repository/format/index-file.ts';
import type { Node } from '../../src/repository/format/node.ts';
import type { PackedBlob } from '../../src/repository/format/packed-blob.ts';
import { encodeTree } from '../../src/repository/format/tree.ts';
import { addKey } from '../../src/repository/keys.ts';
import { acquireLock, type HeldLock } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { listed } from '../contract/backend.ts';
import { watched } from './backend-doubles.ts';
import {
  bitFlipped,
  replaceBytes,
  type SmallRepository,
  smallRepository,
  truncated,
} from './broken-repositories.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { fileNode, snapshotOf } from './nodes.ts';

const NO_SETTLING = { timings: { settleMs: 0 } };

const ALL = { readData: { kind: 'all' } } as const;

describe('check', () => {
  let small: SmallRepository;

  beforeEach(async () => {
    small = await smallRepository();
    await changing((repository) => addKey(repository, 'second', FAST_KEY).then(() => {}));
  });

  async function changing(change: (repository: OpenRepository) => Promise<void>): Promise<void> {
    const repository = await openRepository(small.backend, PASSWORD);
    await change(repository);
    await repository.close();
  }

  async function check(options = {}): Promise<Finding[]> {
    const repository = await openRepository(small.backend, PASSWORD);
    try {
      return await Array.fromAsync(checkRepository(repository, options));
    } finally {
      await repository.close();
    }
  }

  const codes = (findings: readonly Finding[]): [string, FindingCode][] =>
    findings.map(({ severity, code }) => [severity, code]);

  /** Stores a tree as it is and a snapshot of it. */
  const saveTree = (json: Buffer) =>
    changing(async (repository) => {
      await repository.loadIndex();
      const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
      const { id } = await repository.saveBlob('tree', json);
      await repository.saveSnapshot(snapshotOf(id));
      await lock.release();
    });

  const saveNodes = (...nodes: Node[]) => saveTree(encodeTree({ nodes }));

  it('finds nothing in a whole repository', async () => {
    expect(await check()).toEqual([]);
    expect(await check(ALL)).toEqual([]);
  });

  it('says when there is only one key', async () => {
    small = await smallRepository();
    expect(codes(await check())).toEqual([['hint', 'key-single']]);
  });

  it('names a key that can not be used', async () => {
    await small.backend.save({ kind: 'key', name: 'a'.repeat(64) }, [Buffer.from('x')]);
    const [finding] = await check();
    expect(finding).toMatchObject({ severity: 'warning', code: 'key-unusable' });
    expect(finding?.message).toContain('a'.repeat(64));
  });

  it('finds a missing pack, and says how many blobs it had', async () => {
    await small.backend.remove({ kind: 'pack', name: small.dataPack });
    const [finding, ...others] = await check(ALL);
    expect(finding).toMatchObject({ severity: 'error', code: 'pack-missing' });
    expect(finding?.message).toBe(`Pack ${small.dataPack} is missing: 2 blobs were in it.`);
    expect(others).toEqual([]);
  });

  it('finds a missing pack of trees, and goes on', async () => {
    await small.backend.remove({ kind: 'pack', name: small.treePack });
    expect(codes(await check())).toEqual([
      ['error', 'pack-missing'],
      ['error', 'tree-unreadable'],
      ['hint', 'blobs-unused'],
    ]);
  });

  it('finds a truncated pack without reading it', async () => {
    await replaceBytes(small.backend, { kind: 'pack', name: small.dataPack }, truncated);
    expect(codes(await check())).toEqual([['error', 'pack-wrong-size']]);
    expect(new Set((await check(ALL)).map(({ code }) => code))).toEqual(
      new Set(['pack-wrong-size', 'pack-unreadable']),
    );
  });

  it('finds a flipped bit only when it reads', async () => {
    await replaceBytes(small.backend, { kind: 'pack', name: small.dataPack }, bitFlipped);
    expect(await check()).toEqual([]);
    const findings = await check(ALL);
    expect(findings.map(({ code }) => code)).toEqual(['pack-unreadable', 'pack-unreadable']);
    expect(findings[0]?.message).toContain('it was altered');
    expect(findings.map(({ message }) => message).join()).not.toContain('check'); // Nobody checks to learn to check.
    expect(small.data.some((id) => findings[1]?.message.includes(id))).toBe(true);
  });

  it('finds a pack whose header names other blobs than the index', async () => {
    await changing(async (repository) => {
      const packs: { id: PackId; blobs: PackedBlob[] }[] = [];
      await repository.loadIndex();
      for (const rows of repository.index.packs) {
        const blobs = blobsOf(repository.index, rows);
        packs.push({ id: rows.id, blobs: rows.id === small.dataPack ? swap(blobs) : blobs });
      }
      for (const name of (await listed(small.backend, 'index')).keys()) {
        await small.backend.remove({ kind: 'index', name });
      }
      await repository.files.save('index', encodeIndex(packs));
    });
    const findings = await check(ALL);
    expect(findings.some(({ message }) => message.includes('header names other blobs'))).toBe(true);
    expect(findings.every(({ severity }) => severity === 'error')).toBe(true);
  });

  it('finds an index that can not be read, and what is missing without it', async () => {
    const indexes = [...(await listed(small.backend, 'index')).keys()];
    for (const name of indexes) await replaceBytes(small.backend, { kind: 'index', name }, bitFlipped);
    const found = (await check()).map(({ code }) => code);
    expect(found.slice(0, 2)).toEqual(['index-unreadable', 'index-unreadable']);
    expect(found).toContain('tree-missing');
    expect(found).toContain('pack-unindexed');
  });

  it('finds a snapshot that can not be read, and calls nothing unused then', async () => {
    await replaceBytes(small.backend, { kind: 'snapshot', name: small.snapshot }, truncated);
    expect(codes(await check())).toEqual([['error', 'snapshot-unreadable']]);
  });

  it('finds blobs that no snapshot uses, and those that are stored twice', async () => {
    await changing(async (repository) => {
      await repository.saveBlob('data', Buffer.from(small.contents[0] as Buffer)); // The index isn't loaded.
      await repository.saveBlob('data', Buffer.from('unused'));
      await repository.flush();
    });
    expect(codes(await check(ALL))).toEqual([
      ['hint', 'blobs-unused'],
      ['hint', 'blobs-duplicate'],
    ]);
  });

  it('finds a pack that no index names', async () => {
    for (const name of (await listed(small.backend, 'index')).keys()) {
      await small.backend.remove({ kind: 'index', name });
    }
    await small.backend.remove({ kind: 'snapshot', name: small.snapshot });
    expect(codes(await check())).toEqual([
      ['hint', 'pack-unindexed'],
      ['hint', 'pack-unindexed'],
      ['hint', 'snapshots-none'],
    ]);
  });

  it('finds a blob that a file needs and no index names', async () => {
    await saveNodes(fileNode('lost', ['e'.repeat(64) as BlobId], 1));
    const findings = await check();
    expect(codes(findings)).toEqual([['error', 'blob-missing']]);
    expect(findings[0]?.message).toMatch(/^Snapshot [0-9a-f]{8}, \/lost: data blob e+ is in no index/);
  });

  it('finds a file without content: restic would restore zeros', async () => {
    const tree = encodeTree({ nodes: [fileNode('hollow', [], 5)] }).toString();
    await saveTree(Buffer.from(tree.replace('"content":[]', '"content":null')));
    expect((await check())[0]).toMatchObject({ severity: 'error', code: 'node-broken' });
  });

  it('finds a size that is not that of the content', async () => {
    await saveNodes(fileNode('long', [...small.data], 8001));
    expect(codes(await check())).toEqual([['warning', 'node-size']]);
  });

  it('finds hard links that are none: restic would restore both as one', async () => {
    const [a, b] = small.data as [BlobId, BlobId];
    const links = { links: 2n, inode: 5n };
    await saveNodes(
      fileNode('a', [a], 5000, links),
      fileNode('b', [b], 3000, links),
      fileNode('c', [a], 5000, links),
    );
    const findings = await check();
    expect(codes(findings)).toEqual([['warning', 'node-hard-link']]);
    expect(findings[0]?.message).toContain('/b:');
  });

  it.each([
    ['..', 'node-broken'],
    ['a/b', 'node-broken'],
    ['', 'node-broken'],
  ])('finds the name %j, which would leave the folder', async (name, code) => {
    const tree = encodeTree({ nodes: [fileNode('placeholder', [], 0)] });
    await saveTree(Buffer.from(tree.toString().replace('placeholder', name)));
    expect((await check()).map((finding) => finding.code)).toContain(code);
  });

  it('finds names out of order and names that are there twice', async () => {
    const tree = encodeTree({ nodes: [fileNode('aa', [], 0), fileNode('bb', [], 0)] }).toString();
    await saveTree(Buffer.from(tree.replace('aa', 'cc')));
    await saveTree(Buffer.from(tree.replace('aa', 'bb')));
    expect((await check()).map(({ code }) => code)).toEqual(['node-broken', 'node-broken']);
  });

  it('survives a tree that is none', async () => {
    await saveTree(Buffer.from('{"nodes":[{"name":17}]}\n'));
    expect(codes(await check())).toEqual([['error', 'tree-unreadable']]);
  });

  it('makes no message that moves a cursor or commands a workflow', async () => {
    await saveNodes({
      ...fileNode('x', ['e'.repeat(64) as BlobId], 1),
      name: fromText('\n::error::x\u001b[2J'),
    });
    const [finding] = await check();
    expect(finding?.message).toContain('/\\n::error::x\\x1b[2J:');
  });

  it('takes no backup for damage that ended while the lock settled', async () => {
    const other = await openRepository(small.backend, PASSWORD);
    let shared: HeldLock | undefined;
    // The other looks for locks the second time before ours is written.
    const slow = watched(small.backend, async ({ verb, file }) => {
      if (verb === 'save' && file.kind === 'lock') shared = await acquireLock(other, NO_SETTLING);
    });
    const repository = await openRepository(slow, PASSWORD);
    const index = new CheckedIndex(repository);
    const ahead = {
      read: async () => {
        await index.read();
        await other.loadIndex();
        const { id } = await other.saveTree({ nodes: [] });
        await other.saveSnapshot(snapshotOf(id));
        await shared?.release();
      },
      forget: () => index.forget(),
    };
    const lock = await acquireLock(repository, { exclusive: true, ahead });
    expect(await Array.fromAsync(checkRepository(repository, { index }))).toEqual([]);
    await lock.release();
    await repository.close();
    await other.close();
  });

  it.each([
    ['by trees', {}, ['trees 1/null', 'trees 2/null']],
    [
      'by bytes, when packs are read',
      ALL,
      ['data 0/BYTES', expect.stringContaining('data '), 'data BYTES/BYTES'],
    ],
  ])('reports how far it is: %s', async (_, options, expected) => {
    const packs = await listed(small.backend, 'pack');
    const bytes = [...packs.values()].reduce((sum, size) => sum + size, 0);
    const heard: string[] = [];
    const onProgress = ({ phase, done, total }: CheckProgress) => {
      heard.push(`${phase} ${done}/${total}`.replaceAll(String(bytes), 'BYTES'));
    };
    await check({ ...options, onProgress });
    expect(heard).toEqual(['index 0/null', 'packs 0/2', ...expected]);
  });
});

/** The places of the first two blobs, exchanged. */
function swap([a, b, ...others]: PackedBlob[]): PackedBlob[] {
  if (a === undefined || b === undefined) throw new Error('expected two blobs');
  return [{ ...a, id: b.id }, { ...b, id: a.id }, ...others];
}
