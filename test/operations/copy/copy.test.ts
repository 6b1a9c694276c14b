import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend, FileKind } from '../../../src/backends/backend.ts';
import { createMemoryBackend } from '../../../src/backends/memory.ts';
import { type CopyOptions, type CopyResult, copySnapshots } from '../../../src/operations/copy.ts';
import { copyAfterBackup } from '../../../src/operations/copy-after-backup.ts';
import type { SnapshotId } from '../../../src/repository/format/ids.ts';
import { initRepository } from '../../../src/repository/init.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { openRepository } from '../../../src/repository/open.ts';
import type { StoredSnapshot } from '../../../src/repository/repository.ts';
import { listed } from '../../contract/backend.ts';
import { failingAfter, watched } from '../../repository/backend-doubles.ts';
import { replaceBytes } from '../../repository/broken-repositories.ts';
import { FAST_KEY, PASSWORD } from '../../repository/fast-key.ts';
import {
  addSnapshot,
  type Contents,
  contents,
  copyOf,
  faultsIn,
  heldIn,
  inRepository,
  PACK_BYTES,
  repositoryOf,
  SILENT,
  textOfContents,
} from '../prune/garbage.ts';

const ALL: CopyOptions = {
  specs: [],
  filter: {},
  lockSource: true,
  retryLockMs: 0,
  lockTimings: { settleMs: 0 },
};

/** Locations tell repositories apart. */
function at(location: string, backend: Backend): Backend {
  return { ...watched(backend, () => {}), location };
}

describe('copy', () => {
  let from: Backend;
  let to: Backend;
  let ids: SnapshotId[];
  let saved: readonly Contents[];
  let said: string[];

  beforeEach(async () => {
    const [a, b] = [contents('a', 12), contents('b', 6)];
    saved = [a, { ...a, ...b }, b];
    const made = await repositoryOf(saved);
    from = made.backend;
    ids = made.ids;
    to = createMemoryBackend();
    await (await initRepository(to, PASSWORD, { key: FAST_KEY, threads: 0 })).close();
    said = [];
  });

  const reporter = { ...SILENT, onWarning: (message: string) => void said.push(message) };

  function copy(options: Partial<CopyOptions> = {}, source = from, target = to): Promise<CopyResult> {
    return inRepository(at('from', source), (first) =>
      inRepository(at('to', target), (second) =>
        copySnapshots(first, second, { ...ALL, ...options }, reporter, new AbortController().signal),
      ),
    );
  }

  const snapshotsIn = (backend: Backend): Promise<StoredSnapshot[]> =>
    inRepository(backend, async (repository) =>
      (await Array.fromAsync(repository.snapshots())).sort((a, b) => (a.id < b.id ? -1 : 1)),
    );

  it('brings all snapshots, with what they are, and says what they were', async () => {
    const { copied } = await copy();
    expect(copied.map((one) => one.from).sort()).toEqual([...ids].sort());
    expect(await heldIn(to)).toEqual(textOfContents(saved));
    expect(await faultsIn(to)).toEqual([]);
    for (const { id, snapshot } of await snapshotsIn(to)) {
      const { from: source } = copied.find((one) => one.to === id) as { from: SnapshotId };
      const original = (await snapshotsIn(from)).find((one) => one.id === source);
      expect(snapshot).toEqual({ ...original?.snapshot, parent: null, original: source });
    }
  });

  it('brings none twice, also one that is a copy itself', async () => {
    await copy();
    const before = await listed(to, 'pack');
    const again = await copy();
    expect([again.copied, again.skipped.length, again.storedBytes]).toEqual([[], 3, 0]);
    expect(await listed(to, 'pack')).toEqual(before);
    // Back again: the first repository has the originals.
    expect((await copy({}, to, from)).copied).toEqual([]);
    const third = createMemoryBackend();
    await (await initRepository(third, PASSWORD, { key: FAST_KEY, threads: 0 })).close();
    await copy({}, to, third);
    expect((await copy({}, from, third)).copied).toEqual([]);
  });

  it('brings one again whose tags were changed: it is another snapshot', async () => {
    await copy({ specs: [ids[0] as string] });
    await inRepository(from, async (repository) => {
      const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
      await repository.loadIndex();
      const snapshot = await repository.loadSnapshot(ids[0] as SnapshotId);
      await repository.saveSnapshot({ ...snapshot, tags: ['kept'], original: ids[0] as SnapshotId });
      await lock.release();
    });
    const read = new Set<string>();
    const reading = watched(from, ({ verb, file }) => void (verb === 'load' && read.add(file.name)));
    const { copied, storedBytes } = await copy({ filter: { tags: [['kept']] } }, reading);
    expect([copied.length, storedBytes]).toEqual([1, 0]);
    // Nor are contents read that are there.
    const data = await inRepository(from, async (repository) => {
      await repository.loadIndex();
      const { index } = repository;
      return index.packs.filter(({ firstRow }) => index.typeAt(firstRow) === 'data').map(({ id }) => id);
    });
    expect(data.filter((id) => read.has(id))).toEqual([]);
  });

  it('sends only what is not there yet', async () => {
    await copy({ specs: [ids[0] as string] });
    const { copied, bytes } = await copy({ specs: [ids[1] as string] });
    expect(copied.length).toBe(1);
    expect(bytes).toBeLessThan(6 * 5000 + 20_000);
    expect(bytes).toBeGreaterThan(6 * 5000);
  });

  it('warns when the two cut files at different places, and not when they do not', async () => {
    await copy();
    expect(said.join()).toMatch(/cut files at different places/);
    said = [];
    const polynomial = await inRepository(from, async ({ chunkerPolynomial }) => chunkerPolynomial);
    const same = createMemoryBackend();
    const options = { key: FAST_KEY, threads: 0, chunkerPolynomial: polynomial };
    await (await initRepository(same, PASSWORD, options)).close();
    await copy({}, from, same);
    expect(said).toEqual([]);
  });

  it('writes packs, then indexes, then snapshots, and nothing to the source but its lock', async () => {
    const events: string[] = [];
    const noting = (backend: Backend, where: string) =>
      watched(backend, ({ verb, file }) => {
        if (verb === 'save' || verb === 'remove') events.push(`${where} ${verb} ${file.kind}`);
      });
    await copy({}, noting(from, 'from'), noting(to, 'to'));
    const steps = events.filter((event, i) => event !== events[i - 1] && !event.endsWith('lock'));
    expect(steps).toEqual(['to save pack', 'to save index', 'to save snapshot']);
    expect(events.filter((event) => event.startsWith('from'))).toEqual([
      'from save lock',
      'from remove lock',
    ]);
  });

  it('leaves a destination that checks, wherever it is cut off, and then goes on', async () => {
    let cuts = 0;
    for (let operations = 0; ; operations += 2) {
      const target = await copyOf(to);
      const done = await copy({}, from, failingAfter(target, operations)).then(
        () => true,
        () => false,
      );
      expect(await faultsIn(target)).toEqual([]);
      for (const backend of [from, target]) {
        for (const name of (await listed(backend, 'lock')).keys())
          await backend.remove({ kind: 'lock', name });
      }
      await copy({}, from, target);
      expect(await heldIn(target)).toEqual(textOfContents(saved));
      if (done) break;
      cuts++;
    }
    expect(cuts).toBeGreaterThan(5);
  });

  it('copies no snapshot that lacks something, and names it', async () => {
    const [pack = ''] = [...(await listed(from, 'pack'))].sort(([, a], [, b]) => b - a)[0] ?? [];
    await replaceBytes(from, { kind: 'pack', name: pack }, (bytes) =>
      Buffer.from(bytes.map((byte) => byte ^ 1)),
    );
    await expect(copy()).rejects.toMatchObject({
      code: 'repository-damaged',
      message: expect.stringMatching(/blob [0-9a-f]{64}/),
    });
    // The one without what was damaged may have come before.
    expect(textOfContents(saved.slice(2))).toEqual(expect.arrayContaining(await heldIn(to)));
    expect(await faultsIn(to)).toEqual([]);
  });

  it('keeps the copies of those that are older than one that lacks something', async () => {
    const { backend: source } = await repositoryOf([]);
    const whole = await addSnapshot(source, { file: randomBytes(100) }, {}, { timeNs: 1n });
    const before = await listed(source, 'pack');
    const torn = await addSnapshot(source, { file: randomBytes(100) }, {}, { timeNs: 2n });
    for (const name of (await listed(source, 'pack')).keys()) {
      if (!before.has(name)) await replaceBytes(source, { kind: 'pack', name }, (bytes) => bytes.fill(0));
    }
    await expect(copy({ specs: [whole, torn] }, source)).rejects.toMatchObject({
      code: 'repository-damaged',
    });
    expect((await snapshotsIn(to)).map(({ snapshot }) => snapshot.original)).toEqual([whole]);
    expect(await faultsIn(to)).toEqual([]);
  });

  it('refuses to copy a repository to itself', async () => {
    const same = inRepository(from, (first) =>
      inRepository(from, (second) =>
        copySnapshots(first, second, ALL, reporter, new AbortController().signal),
      ),
    );
    await expect(same).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('waits for a prune of either', async () => {
    for (const pruned of [from, to]) {
      await inRepository(pruned, async (repository) => {
        const lock = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
        await expect(copy()).rejects.toMatchObject({ code: 'locked' });
        await lock.release();
      });
    }
    expect(await storedKinds(to)).toEqual([]);
  });

  async function storedKinds(backend: Backend): Promise<FileKind[]> {
    const kinds = ['lock', 'snapshot', 'pack', 'index'] as const;
    const there = await Promise.all(kinds.map(async (kind) => (await listed(backend, kind)).size > 0));
    return kinds.filter((_, i) => there[i]);
  }

  describe('after a backup', () => {
    const after = (snapshot: SnapshotId, target = to) => {
      const open = (location: string, backend: Backend) => () =>
        openRepository(
          at(
            location,
            watched(backend, () => {}),
          ),
          PASSWORD,
          { threads: 0, packSizeBytes: PACK_BYTES },
        );
      const order = {
        snapshot,
        retryLockMs: 0,
        lockTimings: { settleMs: 0 },
        openFrom: open('from', from),
        openTo: open('to', target),
      };
      return copyAfterBackup(order, reporter, new AbortController().signal);
    };

    const at20 = (minute: number) => ({ timeNs: BigInt(minute) * 60_000_000_000n });

    async function backUp(minute: number, tags: string[] = []): Promise<SnapshotId> {
      return addSnapshot(from, { file: randomBytes(100) }, {}, { ...at20(minute), paths: ['/srv'], tags });
    }

    it('brings the new one alone to a repository that has none of its kind', async () => {
      await backUp(1);
      const id = await backUp(2);
      expect((await after(id)).copied.map((one) => one.from)).toEqual([id]);
    });

    it('makes up for runs whose copy failed, and brings nothing back that is older', async () => {
      const old = await backUp(1);
      await after(await backUp(2));
      const missed = await backUp(3);
      await backUp(4, ['incomplete', 'holdfast:checkpoint']);
      const id = await backUp(5);
      await addSnapshot(from, { file: randomBytes(100) }, {}, { ...at20(4), paths: ['/elsewhere'] });
      const { copied } = await after(id);
      expect(copied.map((one) => one.from)).toEqual([missed, id]);
      expect(copied.map((one) => one.from)).not.toContain(old);
      expect((await after(id)).copied).toEqual([]);
    });

    it('says that the snapshot is safe when its copy fails', async () => {
      const id = await backUp(1);
      const failed = after(id, failingAfter(to, 12));
      await expect(failed).rejects.toMatchObject({
        code: 'copy-failed',
        message: expect.stringMatching(
          /Cannot copy snapshot [0-9a-f]{8} .*The storage is gone.*saved and safe/,
        ),
      });
    });
  });
});
