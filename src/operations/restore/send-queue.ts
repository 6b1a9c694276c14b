import { HoldfastError } from '../../errors.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { SendItem } from './send-order.ts';

/** Windows that may wait between the reading of blobs and the sending of what they are part of. */
const MAX_WAITING_WINDOWS = 2;

/**
 * Splits what is sent in two: the blobs to load, asked for as far ahead as the repository likes to read, and the
 * items that they belong to, taken as they are sent. Both in one order.
 */
export class SendQueue {
  readonly #windows: AsyncIterator<SendItem[]>;
  readonly #blobsOf: (item: SendItem) => readonly BlobId[];
  readonly #waiting: SendItem[][] = [];
  #current: SendItem[] = [];
  #at = 0;
  #end: { error: unknown } | null = null;
  #changed = Promise.withResolvers<void>();

  constructor(windows: AsyncIterable<SendItem[]>, blobsOf: (item: SendItem) => readonly BlobId[]) {
    this.#windows = windows[Symbol.asyncIterator]();
    this.#blobsOf = blobsOf;
  }

  /** The blobs of all items in order. Runs ahead of `next` by what its reader asks for, and a bounded number of items. */
  async *ids(): AsyncGenerator<BlobId> {
    try {
      while (this.#end === null) {
        const next = await this.#windows.next();
        if (next.done === true) break;
        this.#waiting.push(next.value);
        this.#wake();
        for (const item of next.value) yield* this.#blobsOf(item);
        while (this.#waiting.length >= MAX_WAITING_WINDOWS && this.#end === null) await this.#changed.promise;
      }
      this.#finish(null);
    } catch (error) {
      this.#finish(error);
      throw error;
    } finally {
      // Its reader gave up: what is left must not be taken for all there is.
      this.#finish(new HoldfastError('internal', 'Nobody reads the blobs of what is restored any more.'));
    }
  }

  /** The next item, or null after the last. @throws What the windows threw. */
  async next(): Promise<SendItem | null> {
    for (;;) {
      const item = this.#current[this.#at];
      if (item !== undefined) {
        this.#at++;
        return item;
      }
      const window = this.#waiting.shift();
      if (window !== undefined) {
        this.#current = window;
        this.#at = 0;
        this.#wake();
      } else if (this.#end !== null) {
        if (this.#end.error !== null) throw this.#end.error;
        return null;
      } else await this.#changed.promise;
    }
  }

  /** Lets `ids` end. */
  stop(): void {
    this.#finish(null);
  }

  #finish(error: unknown): void {
    this.#end ??= { error };
    this.#wake();
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
