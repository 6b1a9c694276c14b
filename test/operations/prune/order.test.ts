import { beforeAll, describe, expect, it } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { IndexId } from '../../../src/repository/format/ids.ts';
import { decodeIndex } from '../../../src/repository/format/index-file.ts';
import { listed } from '../../contract/backend.ts';
import { failingAfter, failingOnce, type Operation, watched } from '../../repository/backend-doubles.ts';
import {
  type Contents,
  copyOf,
  faultsIn,
  findingsIn,
  garbage,
  heldIn,
  inRepository,
  pruneIn,
  textOfContents,
} from './garbage.ts';

describe('prune', () => {
  let whole: Backend;
  let left: readonly Contents[];

  beforeAll(async () => {
    ({ backend: whole, left } = await garbage());
  });

  /** What it wrote and removed, in order. */
  async function eventsOf(backend: Backend): Promise<Operation[]> {
    const events: Operation[] = [];
    await pruneIn(
      watched(
        backend,
        () => {},
        (operation) => events.push(operation),
      ),
    );
    return events.filter(({ verb, file }) => (verb === 'save' || verb === 'remove') && file.kind !== 'lock');
  }

  it('frees all that no snapshot needs, and leaves all that one does', async () => {
    const backend = await copyOf(whole);
    const before = await listed(backend, 'pack');
    expect((await findingsIn(backend)).map(({ code }) => code)).toContain('pack-unindexed');
    const result = await pruneIn(backend);
    expect(await heldIn(backend)).toEqual(textOfContents(left));
    expect((await findingsIn(backend)).map(({ code }) => code)).toEqual(['key-single']);
    expect(result.packs.unreferenced).toBe(1);
    expect(result.packs.remove).toBeGreaterThan(0);
    expect(result.packs.repack).toBeGreaterThan(0);
    const sizeOf = (packs: ReadonlyMap<string, number>) =>
      [...packs.values()].reduce((sum, size) => sum + size);
    const { bytes } = result;
    const freed = bytes.remove + bytes.repackRemove + bytes.unreferenced;
    // Headers of packs are in none of the figures but that of stray packs.
    expect(sizeOf(before) - sizeOf(await listed(backend, 'pack'))).toBeGreaterThanOrEqual(freed);
    const again = await pruneIn(backend, { dryRun: true });
    expect([again.blobs.unused, again.blobs.duplicate, again.packs.repack, again.packs.remove]).toEqual([
      0, 0, 0, 0,
    ]);
  });

  it('writes packs, then their indexes, and only then removes indexes, and packs last', async () => {
    const events = await eventsOf(await copyOf(whole));
    const steps = events.map(({ verb, file }) => `${verb} ${file.kind}`);
    expect(steps.filter((step, i) => step !== steps[i - 1])).toEqual([
      'save pack',
      'save index',
      'remove index',
      'remove pack',
    ]);
  });

  it('has no index name a pack that is not there, at no moment', async () => {
    const backend = await copyOf(whole);
    const moments: (() => Promise<void>)[] = [];
    const check = async () => {
      const packs = await listed(backend, 'pack');
      await inRepository(backend, async ({ files }) => {
        for (const name of (await listed(backend, 'index')).keys()) {
          decodeIndex(await files.load('index', name as IndexId), (pack) =>
            expect(packs.has(pack)).toBe(true),
          );
        }
      });
    };
    const looking = watched(backend, async ({ verb }) => {
      if (verb === 'save' || verb === 'remove') {
        moments.push(check);
        await check();
      }
    });
    await pruneIn(looking);
    expect(moments.length).toBeGreaterThan(10);
  });

  it('loses nothing wherever it is cut off, and the next one frees the rest', async () => {
    let cuts = 0;
    for (let operations = 0; ; operations++) {
      const backend = await copyOf(whole);
      const done = await pruneIn(failingAfter(backend, operations)).then(
        () => true,
        () => false,
      );
      expect(await faultsIn(backend)).toEqual([]);
      expect(await heldIn(backend)).toEqual(textOfContents(left));
      for (const name of (await listed(backend, 'lock')).keys()) await backend.remove({ kind: 'lock', name });
      await pruneIn(backend);
      expect((await findingsIn(backend)).map(({ code }) => code)).toEqual(['key-single']);
      expect(await heldIn(backend)).toEqual(textOfContents(left));
      if (done) break;
      cuts++;
    }
    expect(cuts).toBeGreaterThan(30);
  });

  it('loses nothing when any one operation fails, and says so', async () => {
    let failures = 0;
    for (let failing = 0; ; failing++) {
      const backend = await copyOf(whole);
      let operations = 0;
      let failed = '';
      const counting = watched(failingOnce(backend, failing), ({ verb, file }) => {
        if (operations++ === failing) failed = `${verb} ${file.kind}`;
      });
      const done = await pruneIn(counting).then(
        () => true,
        () => false,
      );
      expect(await faultsIn(backend)).toEqual([]);
      expect(await heldIn(backend)).toEqual(textOfContents(left));
      if (operations <= failing) break;
      failures++;
      // After an index was written, a look at the lock that fails says nothing of it.
      if (done) expect(failed).toBe('stat lock');
    }
    expect(failures).toBeGreaterThan(30);
  });

  it('writes nothing in a dry run, and says what a prune then does', async () => {
    const backend = await copyOf(whole);
    const writing = watched(backend, ({ verb, file }) => {
      if ((verb === 'save' || verb === 'remove') && file.kind !== 'lock') {
        throw new HoldfastError('internal', `${verb} ${file.kind} in a dry run`);
      }
    });
    const { dryRun: _, written: _none, ...planned } = await pruneIn(writing, { dryRun: true });
    const { dryRun: __, written, ...done } = await pruneIn(backend);
    expect(planned).toEqual(done);
    expect(written.packs).toBeGreaterThan(0);
  });
});
