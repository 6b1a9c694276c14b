import { randomBytes } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Backend, FileHandle, FileKind } from '../../../src/backends/backend.ts';
import { HoldfastError } from '../../../src/errors.ts';
import { prune } from '../../../src/operations/prune.ts';
import type { PackId } from '../../../src/repository/format/ids.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { listed } from '../../contract/backend.ts';
import { watched } from '../../repository/backend-doubles.ts';
import { bitFlipped, replaceBytes, truncated } from '../../repository/broken-repositories.ts';
import { snapshotOf } from '../../repository/nodes.ts';
import {
  addSnapshot,
  type Contents,
  contents,
  copyOf,
  DEFAULTS,
  faultsIn,
  findingsIn,
  garbage,
  heldIn,
  inRepository,
  pruneIn,
  repositoryOf,
  SILENT,
  textOfContents,
} from './garbage.ts';

/** Everything that is stored but locks, to see that nothing changed. */
async function storedIn(backend: Backend, ...kinds: FileKind[]): Promise<string[]> {
  const names: string[] = [];
  for (const kind of kinds) {
    if (kind === 'config') continue;
    for (const name of (await listed(backend, kind)).keys()) names.push(`${kind} ${name}`);
  }
  return names.sort();
}

const REMOVABLE = ['pack', 'index', 'snapshot'] as const;

describe('prune of a damaged repository', () => {
  let whole: Backend;
  let backend: Backend;
  let left: readonly Contents[];

  beforeAll(async () => {
    ({ backend: whole, left } = await garbage());
  });
  beforeEach(async () => {
    backend = await copyOf(whole);
  });

  /** It fails with this, and nothing that was there is gone. */
  async function refuses(code: string, message: RegExp, options = {}): Promise<void> {
    const before = await storedIn(backend, ...REMOVABLE);
    const failed = pruneIn(backend, options);
    await expect(failed).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
    expect(await storedIn(backend, ...REMOVABLE)).toEqual(expect.arrayContaining(before));
  }

  /** A pack of contents from which a prune takes blobs over, and one that stays as it is. */
  async function packsBy(fate: 'repacked' | 'kept'): Promise<string> {
    const other = await copyOf(whole);
    const before = [...(await listed(other, 'pack')).keys()];
    await pruneIn(other);
    const after = await listed(other, 'pack');
    const found = await inRepository(backend, async (repository) => {
      await repository.loadIndex();
      const used = new Set<PackId>();
      for await (const { snapshot } of repository.snapshots()) {
        const [folder] = (await repository.loadTree(snapshot.tree)).nodes;
        for (const { content } of (await repository.loadTree(folder?.subtree as never)).nodes) {
          for (const id of content ?? []) {
            for (const { pack } of repository.index.places('data', id)) used.add(pack);
          }
        }
      }
      return before.find((id) => used.has(id as PackId) && after.has(id) === (fate === 'kept'));
    });
    if (found === undefined) throw new Error(`no pack is ${fate}`);
    return found;
  }

  it('names a blob that is needed and altered in a pack that would go', async () => {
    const name = await packsBy('repacked');
    await replaceBytes(backend, { kind: 'pack', name }, (bytes) => bytes.map((byte) => byte ^ 1) as Buffer);
    await refuses(
      'repository-damaged',
      new RegExp(`data blob [0-9a-f]{64} in pack ${name}.*No data was removed`),
    );
  });

  it('names a pack that is needed and missing', async () => {
    const name = await packsBy('kept');
    await backend.remove({ kind: 'pack', name });
    await refuses(
      'repository-damaged',
      new RegExp(`pack ${name} that held it is missing.*No data was removed`),
    );
  });

  it('names a pack that is needed and too short', async () => {
    const name = await packsBy('kept');
    await replaceBytes(backend, { kind: 'pack', name }, truncated);
    await refuses('repository-damaged', new RegExp(`pack ${name} that held it has .* expected`));
  });

  it('is not begun with an index file missing: what it named only looks like garbage', async () => {
    const sizes = [...(await listed(backend, 'index'))].sort(([, a], [, b]) => b - a);
    await backend.remove({ kind: 'index', name: sizes[0]?.[0] as string });
    await refuses('repository-damaged', /which .* names: it is in no index.*No data was removed/);
  });

  it.each(['index', 'snapshot'] as const)('is not begun with a damaged %s', async (kind) => {
    const [name = ''] = (await listed(backend, kind)).keys();
    await replaceBytes(backend, { kind, name }, bitFlipped);
    await refuses('repository-damaged', new RegExp(`${kind} ${name}`));
  });

  it('is not begun with a tree that can not be read', async () => {
    const trees = await inRepository(backend, async (repository) => {
      await repository.loadIndex();
      const roots: PackId[] = [];
      for await (const { snapshot } of repository.snapshots()) {
        for (const { pack } of repository.index.places('tree', snapshot.tree)) roots.push(pack);
      }
      return roots;
    });
    await replaceBytes(backend, { kind: 'pack', name: trees[0] as string }, (bytes) =>
      Buffer.from(bytes.map((byte) => byte ^ 1)),
    );
    await refuses('repository-damaged', /tree blob .*No data was removed/);
  });

  it.each([
    ['a folder without its tree', '{"nodes":[{"name":"x","type":"dir","content":null}]}', /no subtree/],
    ['nodes that are no list', '{"nodes":null}', /nodes is null/],
    [
      'an ID that is none',
      '{"nodes":[{"name":"x","type":"file","content":["zz"]}]}',
      /an element of content/,
    ],
    ['a blob that is nowhere', `{"nodes":[{"type":"file","content":["${'ab'.repeat(32)}"]}]}`, /in no index/],
  ])('is not begun with %s in a tree', async (_, json, message) => {
    await inRepository(backend, async (repository) => {
      await repository.loadIndex();
      const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
      const { id } = await repository.saveBlob('tree', Buffer.from(json));
      await repository.saveSnapshot(snapshotOf(id));
      await lock.release();
    });
    await refuses('repository-damaged', message);
  });

  it('forgets a pack that is missing and that nobody needs', async () => {
    const { backend: other, ids } = await repositoryOf([contents('a', 10), contents('b', 10)]);
    await other.remove({ kind: 'snapshot', name: ids[0] as string });
    const clean = await copyOf(other);
    await pruneIn(clean);
    const kept = await listed(clean, 'pack');
    const unused = [...(await listed(other, 'pack')).keys()].filter((name) => !kept.has(name));
    await other.remove({ kind: 'pack', name: unused[0] as string });
    expect(await faultsIn(other)).toEqual(['pack-missing']);
    await pruneIn(other);
    expect((await findingsIn(other)).map(({ code }) => code)).toEqual(['key-single']);
  });

  it('takes the whole copy of a blob that lies twice and is damaged once', async () => {
    const name = await packsBy('repacked');
    const lost = await backend.load({ kind: 'pack', name });
    // As `repair packs` or a backup after damage leaves it: all of its blobs a second time, in a newer pack.
    await inRepository(backend, async (repository) => {
      await repository.loadIndex();
      const pack = repository.index.packs.find(({ id }) => id === name);
      for (let i = 0; i < (pack?.rowCount ?? 0); i++) {
        const row = (pack?.firstRow ?? 0) + i;
        const id = repository.index.idAt(row);
        await repository.saveBlobAgain('data', await repository.loadBlob('data', id));
      }
      await repository.flush();
    });
    const damaged = Buffer.from(lost.map((byte, i) => (i < 4000 ? byte ^ 1 : byte)));
    await replaceBytes(backend, { kind: 'pack', name }, () => damaged);
    await pruneIn(backend);
    expect(await heldIn(backend)).toEqual(textOfContents(left));
  });

  it('verifies the copy that stays before it removes another', async () => {
    const [one] = [contents('a', 10)];
    const { backend: twice } = await repositoryOf([one]);
    const before = await listed(twice, 'pack');
    await inRepository(twice, async (repository) => {
      await repository.loadIndex();
      for (const content of Object.values(one)) await repository.saveBlobAgain('data', content);
      await repository.flush();
    });
    const probe = await copyOf(twice);
    await pruneIn(probe);
    const kept = await listed(probe, 'pack');
    const all = await listed(twice, 'pack');
    // Of the two packs with the same blobs, the one that a prune leaves where it is is the damaged one.
    const name = [...all.keys()].find((pack) => kept.has(pack) && (all.get(pack) ?? 0) > 20_000) as string;
    expect([...all.keys()].length).toBeGreaterThan(before.size);
    await replaceBytes(twice, { kind: 'pack', name }, (bytes) =>
      Buffer.from(bytes.map((byte, i) => (i < 4000 ? byte ^ 1 : byte))),
    );
    await pruneIn(twice);
    expect(await heldIn(twice)).toEqual(textOfContents([one]));
  });
});

describe('prune and locks', () => {
  let backend: Backend;

  beforeEach(async () => {
    ({ backend } = await garbage());
  });

  const pruneUnder = (exclusive: boolean | null) =>
    inRepository(backend, async (repository) => {
      if (exclusive !== null) await acquireLock(repository, { exclusive, timings: { settleMs: 0 } });
      return prune(repository, DEFAULTS, SILENT, new AbortController().signal);
    });

  it.each([
    ['without a lock', null],
    ['under a lock that lets others in', false],
  ])('is refused %s', async (_, exclusive) => {
    const before = await storedIn(backend, ...REMOVABLE);
    await expect(pruneUnder(exclusive)).rejects.toMatchObject({ code: 'internal' });
    expect(await storedIn(backend, ...REMOVABLE)).toEqual(before);
  });

  it('is refused with an index that was loaded before somebody else wrote one', async () => {
    await inRepository(backend, async (repository) => {
      await repository.loadIndex();
      await addSnapshot(backend, contents('n', 3));
      const lock = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
      await expect(prune(repository, DEFAULTS, SILENT, lock.lost)).rejects.toThrow(
        /not those that were loaded/,
      );
      await lock.release();
    });
    expect(await faultsIn(backend)).toEqual([]);
  });

  it.each(['index', 'pack'] as const)('removes no %s once its lock is gone', async (kind) => {
    const before = await listed(backend, kind);
    const removed: FileHandle[] = [];
    let isGone = false;
    // Somebody's `unlock --remove-all`, right before what would be the first removal of this kind.
    const watching = watched(backend, async ({ verb, file }) => {
      const isBefore =
        kind === 'index'
          ? verb === 'save' && file.kind === 'index'
          : verb === 'remove' && file.kind === 'index';
      if (verb === 'remove' && file.kind !== 'lock') removed.push(file);
      if (!isBefore || isGone) return;
      isGone = true;
      for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
    });
    await expect(pruneIn(watching)).rejects.toMatchObject({ code: 'lock-lost' });
    expect(removed.filter(({ name }) => before.has(name))).toEqual([]);
    expect(await faultsIn(backend)).toEqual([]);
  });

  it('lets a backup wait until it is done, and waits for one', async () => {
    const held: string[] = [];
    const work = async (name: string, exclusive: boolean) =>
      inRepository(backend, async (repository) => {
        const timings = { settleMs: 1, firstRetryMs: 5, longestRetryMs: 5 };
        const lock = await acquireLock(repository, { exclusive, retryForMs: 20_000, timings });
        held.push(`${name} begins`);
        if (exclusive) await prune(repository, DEFAULTS, SILENT, lock.lost);
        held.push(`${name} ends`);
        await lock.release();
      });
    const pruning = work('prune', true);
    while (!held.includes('prune begins')) await new Promise((resolve) => setTimeout(resolve, 1));
    const backup = work('backup', false);
    await Promise.all([pruning, backup]);
    expect(held).toEqual(['prune begins', 'prune ends', 'backup begins', 'backup ends']);
  });
});

describe('prune under Object Lock', () => {
  /** Keeps files of this kind that were there. */
  async function retaining(backend: Backend, kind: FileKind): Promise<Backend> {
    const kept = await listed(backend, kind as 'pack');
    return watched(backend, ({ verb, file }) => {
      if (verb === 'remove' && file.kind === kind && kept.has(file.name)) {
        throw new HoldfastError('retained', `Cannot remove ${kind} ${file.name}: it is kept until 2027.`);
      }
    });
  }

  it.each(['pack', 'index'] as const)(
    'reports a %s that it may not remove, and leaves nothing amiss',
    async (kind) => {
      const { backend, left } = await garbage();
      const before = await listed(backend, 'pack');
      const { retained, packs } = await pruneIn(await retaining(backend, kind));
      const stay = packs.repack + packs.remove;
      if (kind === 'pack') {
        expect(retained).toMatchObject({ indexes: 0, packs: stay + packs.unreferenced });
      } else {
        expect(retained.indexes).toBeGreaterThan(0);
        expect(retained.packs).toBe(stay);
      }
      const after = await listed(backend, 'pack');
      const stayed = [...before].filter(([name]) => after.has(name));
      expect(stayed.length).toBeGreaterThanOrEqual(retained.packs);
      expect(retained.bytes).toBeGreaterThan(0);
      expect(await faultsIn(backend)).toEqual([]);
      expect(await heldIn(backend)).toEqual(textOfContents(left));
      // When the time is over.
      await pruneIn(backend);
      expect((await findingsIn(backend)).map(({ code }) => code)).toEqual(['key-single']);
    },
  );
});

describe('what a prune writes anew', () => {
  it('is nothing with --max-repack-size 0: only what is wholly unused goes', async () => {
    const { backend, left } = await garbage();
    const saved: FileKind[] = [];
    const result = await pruneIn(
      watched(backend, ({ verb, file }) => void (verb === 'save' && saved.push(file.kind))),
      {
        maxRepackBytes: 0,
      },
    );
    expect(saved).not.toContain('pack');
    expect([result.packs.repack, result.written.packs]).toEqual([0, 0]);
    expect(result.packs.remove).toBeGreaterThan(0);
    expect(await heldIn(backend)).toEqual(textOfContents(left));
  });

  it('compresses what was not, when asked to', async () => {
    const text = Buffer.alloc(20_000, 'compressible ');
    const { backend } = await repositoryOf([]);
    const plain = { a: Buffer.concat([text, randomBytes(20)]) };
    await addSnapshot(backend, plain, { compression: 'off' });
    const sizes = async () => [...(await listed(backend, 'pack')).values()].reduce((sum, size) => sum + size);
    const before = await sizes();
    await pruneIn(backend);
    expect(await sizes()).toBe(before);
    const { bytes } = await pruneIn(backend, { repackUncompressed: true });
    expect(bytes.uncompressed).toBe(0);
    expect(await sizes()).toBeLessThan(before / 2);
    expect(await heldIn(backend)).toEqual(textOfContents([plain]));
    expect((await findingsIn(backend)).map(({ code }) => code)).toEqual(['key-single']);
  });

  it('stays uncompressed in a repository of version 1, where compressing is refused', async () => {
    const [all, own] = [contents('a', 12), contents('b', 9)];
    const { backend, ids } = await repositoryOf([{ ...all, ...own }, own], 1);
    await backend.remove({ kind: 'snapshot', name: ids[0] as string });
    await expect(pruneIn(backend, { repackUncompressed: true })).rejects.toMatchObject({ code: 'bad-input' });
    const { packs } = await pruneIn(backend);
    expect(packs.repack).toBeGreaterThan(0);
    expect(await faultsIn(backend)).toEqual([]);
    expect(await heldIn(backend)).toEqual(textOfContents([own]));
  });

  describe('by worker threads', () => {
    const threads = { threads: 1, bytesBeforeThreads: 0 };

    it('is what it is without them', async () => {
      const { backend, left } = await garbage();
      const { packs } = await pruneIn(backend, {}, threads);
      expect(packs.repack).toBeGreaterThan(0);
      expect(await faultsIn(backend)).toEqual([]);
      expect(await heldIn(backend)).toEqual(textOfContents(left));
    });

    it('is verified, too', async () => {
      const { backend } = await garbage();
      const packs = await listed(backend, 'pack');
      for (const name of packs.keys()) {
        await replaceBytes(backend, { kind: 'pack', name }, (bytes) =>
          Buffer.from(bytes.map((byte, i) => (i === 4000 ? byte ^ 1 : byte))),
        );
      }
      await expect(pruneIn(backend, {}, threads)).rejects.toMatchObject({ code: 'repository-damaged' });
      for (const [name, size] of packs) expect((await listed(backend, 'pack')).get(name)).toBe(size);
    });
  });
});
