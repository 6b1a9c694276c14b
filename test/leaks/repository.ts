import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openDirectory } from '../../src/backends/directory.ts';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { decodeIndex } from '../../src/repository/format/index-file.ts';
import type { BlobType } from '../../src/repository/format/packed-blob.ts';
import { openRepository } from '../../src/repository/open.ts';
import type { SealedKind } from '../../src/repository/sealed-files.ts';
import type { Canaries, Leak } from './canaries.ts';

const SEALED: readonly SealedKind[] = ['snapshot', 'index', 'lock'];

/** Secrets in a repository in a folder: in its files as they lie there, and in the plain text of all that they hold. */
export async function leaksOfRepository(canaries: Canaries, path: string, password: string): Promise<Leak[]> {
  const leaks: Leak[] = [];
  for (const name of await readdir(path, { recursive: true })) {
    const bytes = await readFile(join(path, name)).catch(() => null); // a folder
    if (bytes !== null) leaks.push(...canaries.find(bytes, `stored file ${name.split('/')[0]}`));
    leaks.push(...canaries.find(name, 'name of a stored file'));
  }
  const repository = await openRepository(openDirectory(path), password, { threads: 0 });
  try {
    await repository.loadIndex();
    const blobs = new Map<BlobId, BlobType>();
    for (const kind of SEALED) {
      for (const { id } of await repository.files.list(kind)) {
        const json = await repository.files.load(kind, id);
        leaks.push(...canaries.find(json, `plain text of a ${kind}`));
        if (kind === 'index') decodeIndex(json, (_pack, blob) => blobs.set(blob.id, blob.type));
      }
    }
    for (const [id, type] of blobs) {
      leaks.push(...canaries.find(await repository.loadBlob(type, id), `plain text of a ${type} blob`));
    }
    return leaks;
  } finally {
    await repository.close();
  }
}
