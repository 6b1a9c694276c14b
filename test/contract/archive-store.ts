import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ArchiveStore, StoredArchive } from '../../src/archive/archive-store.ts';
import { isMissing } from '../../src/backends/backend.ts';
import { HoldfastError } from '../../src/errors.ts';

export interface ArchiveStoreUnderTest {
  readonly store: ArchiveStore;
  /** Removes what the store holds. */
  cleanUp(): Promise<void>;
  /** Bytes of uploads that are neither whole nor removed; undefined where nobody can tell. */
  leftovers?(): Promise<number>;
}

const NAME = 'wiki-host.20261121T104754Z.1f0c2a.tar.zst.age';

/** What every store of archives promises (src/archive/archive-store.ts). `make` gives an empty one each time. */
export function archiveStoreContract(name: string, make: () => Promise<ArchiveStoreUnderTest>): void {
  describe(`${name}: archive store contract`, () => {
    let under: ArchiveStoreUnderTest;
    let store: ArchiveStore;

    beforeEach(async () => {
      under = await make();
      store = under.store;
    });

    afterEach(async () => {
      await store.close();
      await under.cleanUp();
    });

    it('lists nothing where nothing is', async () => {
      expect(await names()).toEqual([]);
      expect(store.location).not.toBe('');
    });

    it.each([0, 1, 1000, 9 * 1024 * 1024 + 5])('gives back %d bytes as they were put', async (sizeBytes) => {
      const bytes = randomBytes(sizeBytes);
      await store.put(NAME, pieces(bytes));
      expect((await bytesOf(NAME)).equals(bytes)).toBe(true);
      const [listed] = await all();
      expect(listed).toMatchObject({ name: NAME, sizeBytes });
      if (listed?.storedMs != null) expect(Math.abs(listed.storedMs - Date.now())).toBeLessThan(10 * 60_000);
    });

    it('takes parts whose memory is used again for the next', async () => {
      const shared = Buffer.alloc(64 * 1024);
      await store.put(
        NAME,
        (async function* () {
          for (let i = 0; i < 200; i++) {
            shared.fill(i);
            yield shared;
          }
        })(),
      );
      const bytes = await bytesOf(NAME);
      expect(bytes.length).toBe(200 * shared.length);
      for (let i = 0; i < 200; i++) expect(bytes[i * shared.length + 7]).toBe(i);
    });

    it('keeps names apart', async () => {
      await store.put('a.tar', pieces(Buffer.from('one')));
      await store.put('a.tar.manifest.json', pieces(Buffer.from('two')));
      expect((await names()).sort()).toEqual(['a.tar', 'a.tar.manifest.json']);
      expect((await bytesOf('a.tar')).toString()).toBe('one');
      expect((await bytesOf('a.tar.manifest.json')).toString()).toBe('two');
    });

    it('never replaces what is there', async () => {
      await store.put(NAME, pieces(Buffer.from('first')));
      await expect(store.put(NAME, pieces(Buffer.from('second')))).rejects.toBeInstanceOf(HoldfastError);
      expect((await bytesOf(NAME)).toString()).toBe('first');
    });

    it.each([10, 9 * 1024 * 1024])(
      'leaves nothing when the stream fails after %d bytes, and throws what it threw',
      async (sizeBytes) => {
        const failure = new HoldfastError('host-unreachable', 'Cannot read on: the host is gone.');
        const failing = (async function* () {
          yield* pieces(randomBytes(sizeBytes));
          throw failure;
        })();
        await expect(store.put(NAME, failing)).rejects.toBe(failure);
        expect(await names()).toEqual([]);
        expect((await under.leftovers?.()) ?? 0).toBe(0);
        await expect(bytesOf(NAME)).rejects.toSatisfy(isMissing);
      },
    );

    it('leaves nothing when it is cancelled', async () => {
      const controller = new AbortController();
      const endless = (async function* () {
        for (let i = 0; ; i++) {
          if (i === 40) controller.abort();
          yield randomBytes(256 * 1024);
        }
      })();
      await expect(store.put(NAME, endless, controller.signal)).rejects.toMatchObject({ code: 'cancelled' });
      expect(await names()).toEqual([]);
      expect((await under.leftovers?.()) ?? 0).toBe(0);
    });

    it('does not begin when it was cancelled before', async () => {
      const signal = AbortSignal.abort();
      await expect(store.put(NAME, pieces(Buffer.from('x')), signal)).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(await names()).toEqual([]);
    });

    it('ends a stream that nobody wants any more', async () => {
      await store.put(NAME, pieces(randomBytes(3 * 1024 * 1024)));
      for await (const piece of store.get(NAME)) {
        expect(piece.length).toBeGreaterThan(0);
        break;
      }
      expect((await bytesOf(NAME)).length).toBe(3 * 1024 * 1024);
    });

    it('says that a name is missing', async () => {
      await expect(bytesOf('nobody.tar')).rejects.toSatisfy(isMissing);
    });

    it('removes, also what is not there', async () => {
      await store.put(NAME, pieces(Buffer.from('x')));
      await store.remove(NAME);
      await store.remove(NAME);
      expect(await names()).toEqual([]);
    });

    it.each(['', '../up', 'a/b', '.hidden', 'with space', 'a:b', 'x'.repeat(201)])(
      'refuses the name %j',
      async (bad) => {
        await expect(store.put(bad, pieces(Buffer.from('x')))).rejects.toMatchObject({ code: 'internal' });
      },
    );

    async function all(): Promise<StoredArchive[]> {
      return Array.fromAsync(store.list());
    }

    async function names(): Promise<string[]> {
      return (await all()).map((stored) => stored.name);
    }

    async function bytesOf(of: string): Promise<Buffer> {
      return Buffer.concat(await Array.fromAsync(store.get(of), (piece) => Buffer.from(piece)));
    }
  });
}

/** `bytes` in pieces of uneven length. */
export async function* pieces(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0, length = 1; at < bytes.length; at += length, length = Math.min(length * 3, 100_000)) {
    yield bytes.subarray(at, at + length);
  }
}
