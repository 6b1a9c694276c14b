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
  /** Null: nothing is waited for. */
  #awaited: Promise<void> | null = null;
  #failure: { error: unknown } | null = null;

  constructor(options: PackUploaderOptions) {
    this.#options = options;
  }

  /** No pack is begun before `lock` resolves; if it rejects, before one does that is given later. */
  holdUntil(lock: Promise<void>): void {
    this.#awaited = lock;
    const isGot = () => {
      if (this.#awaited !== lock) return;
      this.#awaited = null;
      this.#startWaiting();
    };
    lock.then(isGot, () => {}); // who gave the lock knows
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
    this.#startWaiting();
  }

  /**
   * Resolves when every pack that was put before is stored: those that follow meanwhile may go on for hours.
   * @throws what a write failed with.
   */
  async stored(): Promise<void> {
    await Promise.all(this.#unsettled);
    if (this.#failure !== null) throw this.#failure.error;
  }

  #startWaiting(): void {
    if (this.#failure !== null) {
      for (const { settle } of this.#waiting.splice(0)) settle();
      return;
    }
    if (this.#awaited !== null) return;
    const free = this.#options.backend.connections - this.#running;
    for (const { pack, settle } of this.#waiting.splice(0, free)) {
      this.#running++;
      void this.#upload(pack).finally(() => {
        this.#running--;
        settle();
        this.#startWaiting();
        this.#options.onSettled();
      });
    }
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
