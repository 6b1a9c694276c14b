import { BlobIndex } from './blob-index.ts';
import type { IndexId } from './format/ids.ts';
import { loadIndexFiles } from './index-loader.ts';
import type { SealedFiles } from './sealed-files.ts';

/** A repository's index in memory, once it is loaded, and what is written since. */
export class LoadedIndex {
  readonly blobs = new BlobIndex();
  /** The index files that `blobs` was loaded from. */
  readonly files = new Set<IndexId>();
  /** Those that were written since. */
  readonly written = new Set<IndexId>();
  /** Those that were there when it was loaded. One that was gone when its turn came has a successor that isn't among them. */
  readonly #listed = new Set<IndexId>();
  readonly #stored: SealedFiles;
  #load: Promise<void> | null = null;

  constructor(stored: SealedFiles) {
    this.#stored = stored;
  }

  /** Once: whoever asks while it is loaded, or later, gets that. See OpenRepository. */
  load(signal?: AbortSignal, onUnreadable?: (id: IndexId, error: unknown) => void): Promise<void> {
    this.#load ??= this.#loadFiles(signal, onUnreadable);
    return this.#load;
  }

  forget(): void {
    this.blobs.clear();
    this.files.clear();
    this.written.clear();
    this.#listed.clear();
    this.#load = null;
  }

  /** Whether all files that were there when it was loaded are still stored. */
  async isStillStored(signal?: AbortSignal): Promise<boolean> {
    return this.#listed.isSubsetOf(await this.#there(signal));
  }

  /** Whether no other files are stored than those. */
  async isAllThatIsStored(signal?: AbortSignal): Promise<boolean> {
    const there = await this.#there(signal);
    return this.#listed.size === there.size && this.#listed.isSubsetOf(there);
  }

  async #there(signal: AbortSignal | undefined): Promise<Set<IndexId>> {
    return new Set((await this.#stored.list('index', signal)).map(({ id }) => id));
  }

  async #loadFiles(
    signal: AbortSignal | undefined,
    onUnreadable: ((id: IndexId, error: unknown) => void) | undefined,
  ): Promise<void> {
    try {
      const onListed = (ids: readonly IndexId[]) => {
        for (const id of ids) this.#listed.add(id);
      };
      const onLoaded = (id: IndexId) => void this.files.add(id);
      await loadIndexFiles(this.#stored, this.blobs, { signal, onUnreadable, onListed, onLoaded });
    } catch (error) {
      this.#load = null;
      throw error;
    }
  }
}
