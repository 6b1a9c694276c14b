import { encodeArchiveManifest } from '../../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile } from '../../../src/archive/archive-name.ts';
import { Meter } from '../../../src/archive/meter.ts';
import type { OpenableArchive } from '../../../src/archive/open-archive.ts';
import { compress } from '../../../src/archive/zstd-stream.ts';
import type { ByteString } from '../../../src/bytestring.ts';
import type { OutgoingHeader } from '../../../src/files/tar/encode.ts';
import { type OutgoingContent, TarWriter } from '../../../src/files/tar/writer.ts';
import { MemoryStore } from '../../archive/memory-store.ts';
import { sampleManifest } from '../../archive/sample-manifest.ts';
import { pieces } from '../../contract/archive-store.ts';

const NONE = '' as ByteString;

export function header(path: string, over: Partial<OutgoingHeader> = {}): OutgoingHeader {
  return {
    path: path as ByteString,
    type: 'file',
    linkTarget: NONE,
    permissions: 0o644,
    uid: 0,
    gid: 0,
    user: NONE,
    group: NONE,
    mtimeNs: 1n,
    sizeBytes: 0n,
    deviceMajor: 0,
    deviceMinor: 0,
    extendedAttributes: [],
    segments: null,
    ...over,
  };
}

export function file(path: string, content: Buffer): [OutgoingHeader, OutgoingContent] {
  return [header(path, { sizeBytes: BigInt(content.length) }), content];
}

/** An archive that isn't encrypted, of these members, whose manifest is right. */
export async function madeArchive(
  members: readonly (readonly [OutgoingHeader, OutgoingContent?])[],
): Promise<OpenableArchive & { readonly store: MemoryStore }> {
  const parts: Buffer[] = [];
  const writer = new TarWriter(async (bytes) => void parts.push(Buffer.from(bytes)), 'pax');
  for (const [head, content] of members) await writer.add(head, content);
  await writer.finish();
  return storedTar(Buffer.concat(parts));
}

export async function storedTar(tar: Buffer): Promise<OpenableArchive & { readonly store: MemoryStore }> {
  const [tarMeter, storedMeter] = [new Meter(), new Meter()];
  const store = new MemoryStore();
  const { id } = sampleManifest();
  const name = archiveFile(id, false);
  await store.put(name, storedMeter.of(compress(tarMeter.of(pieces(tar)))));
  const manifest = sampleManifest({
    encryption: { kind: 'none' },
    tar: tarMeter.sum(),
    stored: storedMeter.sum(),
  });
  await store.put(manifestFile(id), pieces(encodeArchiveManifest(manifest)));
  return { store, file: { name }, manifest, opening: { identities: [], passphrase: null } };
}
