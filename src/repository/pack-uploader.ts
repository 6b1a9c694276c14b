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
  readonly #waiting: BuiltPack[] = [];
  readonly #running = new Set<Promise<void>>();
  #failure: { error: unknown } | null = null;

  constructor(options: PackUploaderOptions) {
    this.#options = options;
  }

  /** Whether another pack would wait behind one that waits already. */
  get isFull(): boolean {
    return this.#waiting.length > 0;
  }

  put(pack: BuiltPack): void {
    this.#waiting.push(pack);
    this.#startNext();
  }

  /** Resolves when no pack is left. @throws what a write failed with. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.race(this.#running);
    if (this.#failure !== null) throw this.#failure.error;
  }

  #startNext(): void {
    if (this.#running.size >= this.#options.backend.connections || this.#failure !== null) return;
    const pack = this.#waiting.shift();
    if (pack === undefined) return;
    const upload = this.#upload(pack).finally(() => {
      this.#running.delete(upload);
      this.#startNext();
      this.#options.onSettled();
    });
    this.#running.add(upload);
  }

  /** Never rejects. */
  async #upload({ id, blobs, parts }: BuiltPack): Promise<void> {
    try {
      await this.#options.backend.save({ kind: 'pack', name: id }, parts);
      this.#options.onStored({ id, blobs, [DURABLE]: true });
    } catch (error) {
      this.#failure ??= { error };
      this.#options.onFailure(error);
    }
  }
}
