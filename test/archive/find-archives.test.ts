import { beforeEach, describe, expect, it } from 'vitest';
import { encodeArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId } from '../../src/archive/archive-name.ts';
import { findArchives, resolveArchive } from '../../src/archive/find-archives.ts';
import { MemoryStore } from './memory-store.ts';
import { sampleManifest } from './sample-manifest.ts';

const ANY = { target: null, host: null };
const DAY_NS = 86_400_000_000_000n;

let store: MemoryStore;
let ids: string[];

/** One archive a day, of two targets in turn; the last is incomplete. */
beforeEach(() => {
  store = new MemoryStore();
  ids = Array.from({ length: 30 }, (_, day) => {
    const of = { target: day % 2 === 0 ? 'wiki' : 'shop', hostname: 'h', timeNs: BigInt(day + 1) * DAY_NS };
    const id = newArchiveId(of);
    store.files.set(archiveFile(id, true), Buffer.alloc(10));
    store.files.set(
      manifestFile(id),
      encodeArchiveManifest(sampleManifest({ ...of, id, complete: day !== 29 })),
    );
    return id;
  });
});

describe('archives in a store', () => {
  it('are found oldest first, whatever the order of their names', async () => {
    expect((await findArchives(store)).map(({ id }) => id)).toEqual(ids);
  });

  it('have a newest complete one, of which few manifests tell', async () => {
    expect((await resolveArchive(store, 'latest', ANY)).id).toBe(ids[28]);
    expect(store.gets).toBeLessThan(15);
    expect((await resolveArchive(store, 'latest', { target: 'shop', host: 'h' })).id).toBe(ids[27]);
    await expect(resolveArchive(store, 'latest', { target: 'shop', host: 'other' })).rejects.toMatchObject({
      code: 'archive-missing',
    });
  });

  describe('of which a newer one is damaged', () => {
    const NEWER = { target: 'wiki', hostname: 'h', timeNs: 40n * DAY_NS };
    const id = newArchiveId(NEWER);
    const manifest = encodeArchiveManifest(sampleManifest({ ...NEWER, id, complete: true }));

    it.each<[string, string, Record<string, Buffer>]>([
      [
        'cut off',
        'it has 3 bytes',
        { [archiveFile(id, true)]: Buffer.alloc(3), [manifestFile(id)]: manifest },
      ],
      ['gone', 'only its manifest is there', { [manifestFile(id)]: manifest }],
      [
        'without a manifest that can be read',
        'it is no JSON',
        { [archiveFile(id, true)]: Buffer.alloc(10), [manifestFile(id)]: Buffer.from('{') },
      ],
    ])('have no latest one: it is %s', async (_, fault, files) => {
      for (const [name, bytes] of Object.entries(files)) store.files.set(name, bytes);
      for (const filter of [ANY, { target: 'wiki', host: null }, { target: null, host: 'h' }]) {
        const error = await resolveArchive(store, 'latest', filter).catch((cause: unknown) => cause);
        expect(error).toMatchObject({ code: 'archive-damaged', message: expect.stringContaining(`"${id}"`) });
        expect(String(error)).toContain(fault);
      }
      expect((await resolveArchive(store, 'latest', { target: 'shop', host: null })).id).toBe(ids[27]);
      expect((await resolveArchive(store, ids[28] as string, ANY)).id).toBe(ids[28]);
    });

    it('have one where it was never whole', async () => {
      store.files.set(archiveFile(id, true), Buffer.alloc(10));
      expect((await resolveArchive(store, 'latest', ANY)).id).toBe(ids[28]);
    });
  });

  it.each([
    ['the whole', 1, 1],
    ['its name alone', 1, 0],
    ['its manifest alone', 0, 1],
  ])('are refused as latest where %s says that it is from the future', async (_, named, said) => {
    const nowNs = BigInt(Date.now()) * 1_000_000n;
    const of = { target: 'wiki', hostname: 'h' };
    const id = newArchiveId({ ...of, timeNs: nowNs + BigInt(named) * DAY_NS });
    const manifest = sampleManifest({ ...of, id, complete: true, timeNs: nowNs + BigInt(said) * DAY_NS });
    store.files.set(archiveFile(id, true), Buffer.alloc(10));
    store.files.set(manifestFile(id), encodeArchiveManifest(manifest));
    await expect(resolveArchive(store, 'latest', ANY)).rejects.toThrow(/from the future/);
    expect((await resolveArchive(store, id, ANY)).id).toBe(id);
  });

  it('are refused as latest where the name has no time that there is', async () => {
    const id = 'wiki-h.99999999T999999Z.00000000';
    store.files.set(archiveFile(id, true), Buffer.alloc(10));
    store.files.set(
      manifestFile(id),
      encodeArchiveManifest(sampleManifest({ id, target: 'wiki', hostname: 'h', complete: true })),
    );
    await expect(resolveArchive(store, 'latest', ANY)).rejects.toThrow(/from the future/);
  });

  it('are read one alone where it is named, by its ID, the beginning of that, or its file', async () => {
    const id = ids[3] as string;
    for (const spec of [id, id.slice(0, -3), archiveFile(id, true)])
      expect((await resolveArchive(store, spec, ANY)).id).toBe(id);
    expect(store.gets).toBe(3);
  });

  it('are found by the SHA-256 of what is stored, or its beginning', async () => {
    const sha256 = 'ab'.repeat(32);
    const id = ids[3] as string;
    const of = { target: 'shop', hostname: 'h', timeNs: 4n * DAY_NS, id };
    const put = (to: string) =>
      store.files.set(
        manifestFile(to),
        encodeArchiveManifest(sampleManifest({ ...of, id: to, stored: { bytes: 10, sha256 } })),
      );
    put(id);
    for (const spec of [sha256, sha256.slice(0, 12)])
      expect((await resolveArchive(store, spec, ANY)).id).toBe(id);
    await expect(resolveArchive(store, 'cd'.repeat(32), ANY)).rejects.toMatchObject({
      code: 'archive-missing',
    });
  });

  it('are told apart from files that are none', async () => {
    store.files.set('readme.txt', Buffer.from('x'));
    store.files.set('x.tar.zst', Buffer.from('x'));
    expect(await findArchives(store)).toHaveLength(30);
  });
});
