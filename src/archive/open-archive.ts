import { displayText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { decrypt, type Opening } from './age.ts';
import type { ArchiveManifest } from './archive-manifest.ts';
import type { ArchiveStore } from './archive-store.ts';
import { Meter, type Sum } from './meter.ts';
import { decompress } from './zstd-stream.ts';

/** An archive that can be read, and read again, from its first byte. */
export interface OpenableArchive {
  readonly store: ArchiveStore;
  readonly file: { readonly name: string };
  readonly manifest: ArchiveManifest;
  readonly opening: Opening;
}

/**
 * The archive's tar, as it streams: decrypted and decompressed.
 *
 * It ends normally only if both what is stored and what it holds are, byte for byte, what the manifest says: until then
 * nothing of it counts.
 *
 * @param onStored Called with how many of the stored bytes have been read so far.
 * @throws HoldfastError archive-damaged, wrong-password, cancelled, and what the store throws.
 */
export async function* openArchive(
  { store, file, manifest, opening }: OpenableArchive,
  signal?: AbortSignal,
  onStored?: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  const cannot = `Cannot read the archive "${displayText(manifest.id)}"`;
  const [stored, tar] = [new Meter(), new Meter()];
  const sealed = stored.of(store.get(file.name, signal));
  const compressed = manifest.encryption.kind === 'none' ? sealed : decrypt(sealed, opening, cannot);
  for await (const part of tar.of(decompress(compressed, cannot))) {
    if (tar.bytes > manifest.tar.bytes) throw unlike(cannot, 'its tar', tar.bytes, manifest.tar.bytes);
    onStored?.(stored.bytes);
    yield part;
  }
  compare(cannot, 'what is stored', stored.sum(), manifest.stored);
  compare(cannot, 'its tar', tar.sum(), manifest.tar);
}

function compare(cannot: string, what: string, actual: Sum, expected: Sum): void {
  if (actual.bytes !== expected.bytes) throw unlike(cannot, what, actual.bytes, expected.bytes);
  if (actual.sha256 === expected.sha256) return;
  throw new HoldfastError(
    'archive-damaged',
    `${cannot}: ${what} has the SHA-256 ${actual.sha256}, expected ${expected.sha256} by its manifest. It was altered, or ` +
      'its manifest was. Take another copy of it, or another archive.',
  );
}

function unlike(cannot: string, what: string, actual: number, expected: number): HoldfastError {
  return new HoldfastError(
    'archive-damaged',
    `${cannot}: ${what} has ${actual} bytes${actual > expected ? ' or more' : ''}, expected ${expected} by its manifest. It ` +
      'was altered, or its manifest was. Take another copy of it, or another archive.',
  );
}
