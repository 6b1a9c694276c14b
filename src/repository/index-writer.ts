import { HoldfastError } from '../errors.ts';
import type { IndexId, PackId } from './format/ids.ts';
import { decodeIndex, encodeIndex, type IndexedPack } from './format/index-file.ts';
import { saveWhileHeld } from './guarded-save.ts';
import type { StoredPack } from './pack-uploader.ts';
import type { SealedFiles } from './sealed-files.ts';

/** As restic: an index is written once it names so many blobs, */
export const INDEX_BLOBS = 50_000;
/** or once the first of its packs has waited so long. What was stored before a cut-off is then found again. */
export const INDEX_AGE_MS = 10 * 60_000;

export interface IndexWriterOptions {
  readonly files: SealedFiles;
  readonly nowMs: () => number;
  /** Rejects if the lock was lost: a prune may then have removed packs that no index names yet. */
  readonly confirmLock: () => Promise<void>;
  readonly onSaved: (id: IndexId) => void;
  /** Called when an index file could not be written. */
  readonly onFailure: (error: unknown) => void;
}

/** Writes index files that name new packs. Only packs that are stored can be added. */
export class IndexWriter {
  readonly #options: IndexWriterOptions;
  readonly #saving = new Set<Promise<void>>();
  #packs: StoredPack[] = [];
  #blobCount = 0;
  #firstAddedMs = 0;
  #closed = false;

  constructor(options: IndexWriterOptions) {
    this.#options = options;
  }

  /** Adds a pack, and begins to write an index if it is time for one. */
  add(pack: StoredPack): void {
    const nowMs = this.#options.nowMs();
    if (this.#packs.length === 0) this.#firstAddedMs = nowMs;
    this.#packs.push(pack);
    this.#blobCount += pack.blobs.length;
    if (this.#blobCount >= INDEX_BLOBS || nowMs - this.#firstAddedMs >= INDEX_AGE_MS) this.#startSaving();
  }

  /** Writes what is left. @throws what a write failed with. */
  async flush(): Promise<void> {
    this.#startSaving();
    while (this.#saving.size > 0) await Promise.all(this.#saving);
  }

  /** From here on begins to write none. Resolves when none is being written. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#saving);
  }

  #startSaving(): void {
    if (this.#packs.length === 0 || this.#closed) return;
    const work = this.#save(this.#packs);
    this.#packs = [];
    this.#blobCount = 0;
    this.#saving.add(work);
    work.then(
      () => this.#saving.delete(work),
      this.#options.onFailure, // It stays in #saving, so that flush fails too.
    );
  }

  async #save(packs: readonly StoredPack[]): Promise<void> {
    const json = encodeReadableIndex(packs);
    const { files, confirmLock, onSaved } = this.#options;
    onSaved(await saveWhileHeld(files, confirmLock, { kind: 'index', json }));
  }
}

/** The JSON of an index of `packs`, read back already. */
export function encodeReadableIndex(packs: readonly IndexedPack[]): Buffer {
  const json = encodeIndex(packs);
  const expected = packs.flatMap(({ id, blobs }) => blobs.map((blob): [PackId, string] => [id, blob.id]));
  let count = 0;
  let same = true;
  decodeIndex(json, (pack, blob) => {
    const next = expected[count++];
    same &&= next !== undefined && next[0] === pack && next[1] === blob.id;
  });
  if (!same || count !== expected.length) {
    throw new HoldfastError('internal', 'Cannot write an index: it reads back as another one.');
  }
  return json;
}
