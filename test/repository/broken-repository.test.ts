import { beforeEach, describe, expect, it } from 'vitest';
import type { FileKind } from '../../src/backends/backend.ts';
import { seal } from '../../src/crypto/seal.ts';
import { findSnapshots, resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { openRepository } from '../../src/repository/open.ts';
import { failureOf, listed } from '../contract/backend.ts';
import {
  bitFlipped,
  emptied,
  replaceBytes,
  type SmallRepository,
  smallRepository,
  truncated,
} from './broken-repositories.ts';
import { PASSWORD } from './fast-key.ts';
import { snapshotOf } from './nodes.ts';

const CHANGES = { truncated, bitFlipped, emptied };

describe('a broken repository is never half-used', () => {
  let small: SmallRepository;

  beforeEach(async () => {
    small = await smallRepository();
  });

  const names = async (kind: Exclude<FileKind, 'config'>) => [...(await listed(small.backend, kind)).keys()];

  async function breakOnly(
    kind: Exclude<FileKind, 'config'>,
    change: (bytes: Buffer) => Buffer,
  ): Promise<string> {
    const [name = ''] = await names(kind);
    await replaceBytes(small.backend, { kind, name }, change);
    return name;
  }

  describe.each(Object.entries(CHANGES))('%s', (_, change) => {
    it('config: does not open', async () => {
      await replaceBytes(small.backend, { kind: 'config', name: '' }, change);
      const error = await failureOf(openRepository(small.backend, PASSWORD));
      expect(error.code).toBe('repository-damaged');
      expect(error.message).toMatch(/ config .*Put the file "config" back from a copy of the repository/);
      expect(error.message).not.toContain('check');
    });

    it('key: does not open, and does not blame the password', async () => {
      const name = await breakOnly('key', change);
      const warnings: string[] = [];
      const error = await failureOf(
        openRepository(small.backend, PASSWORD, { onWarning: (message) => warnings.push(message) }),
      );
      expect(error.code).toBe('repository-damaged');
      expect(warnings).toEqual([expect.stringContaining(name)]);
    });

    it('index: fails to load, so that nothing is saved twice or called missing', async () => {
      const name = await breakOnly('index', change);
      const repository = await openRepository(small.backend, PASSWORD);
      const error = await failureOf(repository.loadIndex());
      expect(error.code).toBe('repository-damaged');
      expect(error.message).toContain(`index ${name}`);
      expect(error.message).toContain('"holdfast check" says how it is mended');
      await repository.close();
    });

    it('snapshot: is an error in every listing, never passed over', async () => {
      const name = await breakOnly('snapshot', change);
      const repository = await openRepository(small.backend, PASSWORD);
      const listing = await failureOf(Array.fromAsync(repository.snapshots()));
      expect(listing.code).toBe('repository-damaged');
      expect(listing.message).toContain(`snapshot ${name}`);
      expect((await failureOf(repository.loadSnapshot(small.snapshot))).code).toBe('repository-damaged');
      await repository.close();
    });

    it('snapshot: hides no other one, and latest never falls back to an older one', async () => {
      const repository = await openRepository(small.backend, PASSWORD);
      await repository.loadIndex();
      const lock = await acquireLock(repository, { timings: { settleMs: 0 } });
      const other = await repository.saveSnapshot(snapshotOf(small.root, { hostname: 'other', timeNs: 1n }));
      await lock.release();
      await replaceBytes(small.backend, { kind: 'snapshot', name: small.snapshot }, change);
      expect((await resolveSnapshot(repository, other)).id).toBe(other);
      expect((await resolveSnapshot(repository, other.slice(0, 12))).id).toBe(other);
      const told: string[] = [];
      const found = await findSnapshots(repository, {}, { onUnreadable: (_, id) => told.push(id) });
      expect(found.map(({ id }) => id)).toEqual([other]);
      expect(told).toEqual([small.snapshot]);
      const latest = await failureOf(resolveSnapshot(repository, 'latest'));
      expect(latest.code).toBe('repository-damaged');
      expect(latest.message).toContain(`snapshot ${small.snapshot} cannot be read and may be the newest.`);
      const itself = await failureOf(resolveSnapshot(repository, small.snapshot));
      expect(itself.message).toContain(`Put snapshots/${small.snapshot} back from a copy`);
      await repository.close();
    });

    it('pack: gives whole blobs or an error that names blob and pack', async () => {
      await replaceBytes(small.backend, { kind: 'pack', name: small.dataPack }, change);
      const repository = await openRepository(small.backend, PASSWORD);
      await repository.loadIndex();
      let failures = 0;
      for (const [i, id] of small.data.entries()) {
        try {
          expect(await repository.loadBlob('data', id)).toEqual(small.contents[i]);
        } catch (error) {
          failures++;
          expect(error).toMatchObject({ code: 'repository-damaged', message: expect.stringContaining(id) });
        }
      }
      expect(failures).toBeGreaterThan(0);
      const error = await failureOf(Array.fromAsync(repository.loadBlobs('data', small.data)));
      expect(error.code).toBe('repository-damaged');
      await repository.close();
    });
  });

  it.each(['snapshot', 'index', 'key'] as const)(
    'refuses a whole %s under the name of another',
    async (kind) => {
      const [name = ''] = await names(kind);
      const bytes = await small.backend.load({ kind, name });
      const other = 'a'.repeat(64);
      await small.backend.remove({ kind, name });
      await small.backend.save({ kind, name: other }, [bytes]);
      const use = async () => {
        const repository = await openRepository(small.backend, PASSWORD);
        try {
          await repository.loadIndex();
          await Array.fromAsync(repository.snapshots());
        } finally {
          await repository.close();
        }
      };
      expect((await failureOf(use())).code).toBe('repository-damaged');
    },
  );

  it('says which pack is missing', async () => {
    await small.backend.remove({ kind: 'pack', name: small.dataPack });
    const repository = await openRepository(small.backend, PASSWORD);
    await repository.loadIndex();
    for (const load of [
      repository.loadBlob('data', small.data[0] as (typeof small.data)[0]),
      Array.fromAsync(repository.loadBlobs('data', small.data)),
    ]) {
      const error = await failureOf(load);
      expect(error.code).toBe('repository-damaged');
      expect(error.message).toContain(small.dataPack);
    }
    await repository.close();
  });

  it('refuses a version that it does not know', async () => {
    const repository = await openRepository(small.backend, PASSWORD);
    const config = `{"version":3,"id":"${repository.id}","chunker_polynomial":"3da3358b4dc173"}`;
    await replaceBytes(small.backend, { kind: 'config', name: '' }, () =>
      seal(repository.masterKey, Buffer.from(config)),
    );
    const error = await failureOf(openRepository(small.backend, PASSWORD));
    expect(error.code).toBe('repository-unsupported');
    await repository.close();
  });

  it('reads a blob from another pack when the first is damaged', async () => {
    const first = await openRepository(small.backend, PASSWORD);
    // Opened without the index, it saves what is there already.
    await first.saveBlob('data', Buffer.from(small.contents[0] as Buffer));
    await first.flush();
    await first.close();
    for (const pack of await names('pack')) {
      const whole = await small.backend.load({ kind: 'pack', name: pack });
      await replaceBytes(small.backend, { kind: 'pack', name: pack }, (bytes) => {
        const changed = Buffer.from(bytes);
        changed.fill(0, 0, Math.min(4000, changed.length));
        return changed;
      });
      const repository = await openRepository(small.backend, PASSWORD);
      await repository.loadIndex();
      const id = small.data[0] as (typeof small.data)[0];
      expect(await repository.loadBlob('data', id)).toEqual(small.contents[0]);
      expect(await Array.fromAsync(repository.loadBlobs('data', [id]))).toEqual([small.contents[0]]);
      await repository.close();
      await replaceBytes(small.backend, { kind: 'pack', name: pack }, () => whole);
    }
  });
});
