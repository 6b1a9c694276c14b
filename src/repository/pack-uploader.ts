import type { Backend } from '../backends/backend.ts';
import type { PackId } from './format/ids.ts';
import type { PackedBlob } from './format/packed-blob.ts';
import type { BuiltPack } from './pack-builder.ts';

const DURABLE: unique symbol = Symbol('durable');

/** A pack that the backend has for good. Only PackUploader makes one: an index can't name a pack before it is stored. */
export interface StoredPack {
  readonly id: PackId;
  readonly blobs: readonly PackedBlob[];
  readonly [DURABLE]: true;
}

export interface PackUploaderOptions {
  readonly backend: Backend;
  readonly onStored: (pack: StoredPack) => void;
  readonly onFailure: (error: unknown) => void;
  /** Called after each pack, stored or not. */
  readonly onSettled: () => void;
}

/** Writes packs in the background, as many at once as the backend takes. After a failure it starts no further one. */
export class PackUploader {
  readonly #options: PackUploaderOptions;
  readonly #waiting: { readonly pack: BuiltPack; readonly settle: () => void }[] = [];
  /** One for each pack that is neither stored nor given up. */
  readonly #unsettled = new Set<Promise<void>>();
  #running = 0;
  #failure: { error: unknown } | null = null;

  constructor(options: PackUploaderOptions) {
    this.#options = options;
  }

  /** Whether another pack would wait behind one that waits already. */
  get isFull(): boolean {
    return this.#waiting.length > 0;
  }

  put(pack: BuiltPack): void {
    const { promise, resolve } = Promise.withResolvers<void>();
    const settle = () => {
      this.#unsettled.delete(promise);
      resolve();
    };
    this.#unsettled.add(promise);
    this.#waiting.push({ pack, settle });
    this.#startNext();
  }

  /**
   * Resolves when every pack that was put before is stored: those that follow meanwhile may go on for hours.
   * @throws what a write failed with.
   */
  async stored(): Promise<void> {
    await Promise.all(this.#unsettled);
    if (this.#failure !== null) throw this.#failure.error;
  }

  #startNext(): void {
    if (this.#failure !== null) {
      for (const { settle } of this.#waiting.splice(0)) settle();
      return;
    }
    if (this.#running >= this.#options.backend.connections) return;
    const next = this.#waiting.shift();
    if (next === undefined) return;
    this.#running++;
    void this.#upload(next.pack).finally(() => {
      this.#running--;
      next.settle();
      this.#startNext();
      this.#options.onSettled();
    });
  }

  /** Never rejects. */
  async #upload(pack: BuiltPack): Promise<void> {
    const { id, blobs, parts } = pack;
    try {
      const holdsTrees = blobs[0]?.type === 'tree';
      await this.#options.backend.save({ kind: 'pack', name: id, holdsTrees }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });
      pack.release();
    } catch (error) {
      this.#failure ??= { error };
      this.#options.onFailure(error);
    }
  }
}
