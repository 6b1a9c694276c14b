import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { adoptPacks } from '../../src/repository/adopt-packs.ts';
import { initRepository } from '../../src/repository/init.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { fileOf, listed } from '../contract/backend.ts';
import { replaceBytes, truncated } from './broken-repositories.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';

describe('adoptPacks', () => {
  let backend: Backend;
  const contents = Array.from({ length: 500 }, () => randomBytes(20));

  beforeEach(async () => {
    backend = createMemoryBackend();
    const repository = await initRepository(backend, PASSWORD, { key: FAST_KEY });
    await repository.loadIndex();
    await saveAll(repository);
    await repository.close();
    for (const name of (await listed(backend, 'index')).keys()) await backend.remove({ kind: 'index', name });
  });

  async function saveAll(repository: OpenRepository): Promise<number> {
    const saved = await Promise.all(
      contents.map((content) => repository.saveBlob('data', Buffer.from(content))),
    );
    await repository.flush();
    return saved.filter(({ added }) => added).length;
  }

  async function reopened(): Promise<OpenRepository> {
    const repository = await openRepository(backend, PASSWORD);
    await repository.loadIndex();
    return repository;
  }

  it('finds again what a run stored before it was cut off, for itself and for those after it', async () => {
    const repository = await reopened();
    expect(await adoptPacks(repository)).toEqual({ packs: 1, blobs: 500 });
    expect(await saveAll(repository)).toBe(0);
    expect(await adoptPacks(repository)).toEqual({ packs: 0, blobs: 0 });
    await repository.close();
    const next = await reopened();
    expect(await adoptPacks(next)).toEqual({ packs: 0, blobs: 0 });
    expect(await saveAll(next)).toBe(0);
    await next.close();
  });

  it.each([
    ['truncated', truncated],
    ['with an altered header', headerAltered],
    ['longer than its header says', (bytes: Buffer) => Buffer.concat([Buffer.alloc(1), bytes])],
  ])('leaves a pack that is %s', async (_, change) => {
    const [name = ''] = (await listed(backend, 'pack')).keys();
    await replaceBytes(backend, { kind: 'pack', name }, change);
    const stray = Buffer.from('no pack at all');
    await backend.save(fileOf('pack', stray), [stray]);
    const repository = await reopened();
    expect(await adoptPacks(repository)).toEqual({ packs: 0, blobs: 0 });
    expect((await listed(backend, 'index')).size).toBe(0);
    expect(await saveAll(repository)).toBe(500);
    await repository.close();
  });
});

/** One bit before the MAC. */
function headerAltered(pack: Buffer): Buffer {
  const changed = Buffer.from(pack);
  const at = changed.length - 4 - 16 - 1;
  changed[at] = (changed[at] as number) ^ 1;
  return changed;
}
