import type { LaneFile } from './lane-files.ts';

/** What a lane takes at once: some stretches, so that neighbours in a pack stay together; or one larger file. */
const TAKEN_BYTES = 8 * 1024 * 1024;
const TAKEN_FILES = 512;

/** Files that wait for a lane. */
export class LaneQueue {
  #files: readonly LaneFile[] = [];
  #at = 0;
  #isOver = false;
  #changed = Promise.withResolvers<void>();

  /** Resolves once all are taken. To be called again only then. */
  async add(files: readonly LaneFile[]): Promise<void> {
    this.#files = files;
    this.#at = 0;
    this.#wake();
    while (this.#at < files.length) await this.#changed.promise;
  }

  /** No more come. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  /** The next ones, in their order; null after the last. */
  async take(): Promise<readonly LaneFile[] | null> {
    while (this.#at === this.#files.length) {
      if (this.#isOver) return null;
      await this.#changed.promise;
    }
    const first = this.#at;
    let bytes = 0;
    while (this.#at < this.#files.length && this.#at - first < TAKEN_FILES && bytes < TAKEN_BYTES) {
      bytes += Number(this.#files[this.#at++]?.item.node.sizeBytes);
    }
    if (this.#at === this.#files.length) this.#wake();
    return this.#files.slice(first, this.#at);
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
