import { openDirectory } from '../../../src/backends/directory.ts';
import type { PackId } from '../../../src/repository/format/ids.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { readPackEnd } from '../../../src/repository/pack-end.ts';
import { listAll } from '../../../src/repository/sealed-files.ts';

/** What a run added to a repository's packs. */
export interface Added {
  readonly packs: number;
  /** Bytes of all blobs. */
  readonly storedBytes: number;
  /** Bytes of blobs that another pack had already. */
  readonly againBytes: number;
}

/** Keeps account of the blobs in a repository's packs, by the packs alone: whatever indexes say. */
export class PackLedger {
  readonly #path: string;
  readonly #password: string;
  readonly #packs = new Set<string>();
  readonly #blobs = new Set<string>();

  constructor(path: string, password: string) {
    this.#path = path;
    this.#password = password;
  }

  /** Enters the packs that came since the last time. */
  async update(): Promise<Added> {
    const repository = await openRepository(openDirectory(this.#path), this.#password, { threads: 1 });
    const { backend, masterKey } = repository;
    const added = { packs: 0, storedBytes: 0, againBytes: 0 };
    for (const { name, sizeBytes } of await listAll(backend, 'pack')) {
      if (this.#packs.has(name)) continue;
      this.#packs.add(name);
      added.packs++;
      const load = (range: { offset: number; length: number }) => backend.load({ kind: 'pack', name }, range);
      for (const blob of await readPackEnd({ id: name as PackId, sizeBytes, load }, masterKey)) {
        const key = `${blob.type} ${blob.id}`;
        added.storedBytes += blob.length;
        if (this.#blobs.has(key)) added.againBytes += blob.length;
        this.#blobs.add(key);
      }
    }
    await repository.close();
    return added;
  }
}
