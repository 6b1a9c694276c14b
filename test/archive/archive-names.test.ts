import { describe, expect, it } from 'vitest';
import { decodeArchiveManifest, encodeArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId, parseName } from '../../src/archive/archive-name.ts';
import { NAME_PATTERN } from '../../src/archive/archive-store.ts';
import { sampleManifest } from './sample-manifest.ts';

describe('names of archives', () => {
  it.each([
    ['wiki', 'db.example'],
    ['..', '../../etc'],
    ['', ''],
    ['żółw ☃', 'a:b/c'],
    ['x'.repeat(300), '-rf'],
  ])('of %j on %j are safe on every system, and are known again', (target, hostname) => {
    const id = newArchiveId({ target, hostname, timeNs: 1_795_653_069_220_000_000n });
    expect(id).toContain('.20261126T003109Z.');
    for (const name of [archiveFile(id, true), archiveFile(id, false), manifestFile(id)]) {
      expect(name).toMatch(NAME_PATTERN);
      expect(name).not.toMatch(/[:/\\ ]/);
    }
    expect(parseName(archiveFile(id, true))).toEqual({ id, is: 'archive' });
    expect(parseName(archiveFile(id, false))).toEqual({ id, is: 'archive' });
    expect(parseName(manifestFile(id))).toEqual({ id, is: 'manifest' });
  });

  it('differ although time and host are the same', () => {
    const of = { target: 'a', hostname: 'b', timeNs: 0n };
    expect(newArchiveId(of)).not.toBe(newArchiveId(of));
  });

  it.each(['readme.txt', 'a.tar.zst', 'x.manifest.json', '.20261126T003109Z.b9493fb3.tar.zst'])(
    'are not %j',
    (name) => expect(parseName(name)).toBeNull(),
  );
});

describe('the manifest beside an archive', () => {
  const manifest = sampleManifest();

  it('is decoded to what was encoded', () => {
    expect(decodeArchiveManifest(encodeArchiveManifest(manifest), manifest.id)).toEqual(manifest);
  });

  const altered = (change: (json: Record<string, unknown>) => void) => {
    const json = JSON.parse(encodeArchiveManifest(manifest).toString());
    change(json);
    return Buffer.from(JSON.stringify(json));
  };

  it.each([
    ['of a later version', altered((json) => (json['archive_manifest_version'] = 2))],
    ['of another archive', altered((json) => (json['archive'] = 'other'))],
    ['with a hash that is none', altered((json) => (json['tar_sha256'] = 'XYZ'))],
    ['with a size below nothing', altered((json) => (json['stored_bytes'] = -1))],
    ['with a size past all bounds', altered((json) => (json['stored_bytes'] = 1e300))],
    ['without its paths', altered((json) => delete json['paths'])],
    ['of an unknown encryption', altered((json) => (json['encryption'] = { kind: 'rot13' }))],
    [
      'that was encrypted, and says that it is not',
      altered((json) => (json['encryption'] = { kind: 'none' })),
    ],
    ['that is cut off', encodeArchiveManifest(manifest).subarray(0, 100)],
    ['that is no object', Buffer.from('null')],
    ['that is empty', Buffer.alloc(0)],
  ])('%s is refused', (_what, bytes) => {
    expect(() => decodeArchiveManifest(bytes, manifest.id)).toThrow(
      expect.objectContaining({ code: 'archive-damaged' }),
    );
  });
});
