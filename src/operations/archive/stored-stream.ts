import { encrypt, type Sealing } from '../../archive/age.ts';
import type { ArchiveStore } from '../../archive/archive-store.ts';
import { Meter, type Sum } from '../../archive/meter.ts';
import { compress } from '../../archive/zstd-stream.ts';
import { cancellation } from '../../backends/cancel.ts';
import { TarWriter } from '../../files/tar/writer.ts';
import { BytePipe, ReaderGone } from './byte-pipe.ts';

/** Both ends of what was stored. */
export interface StoredSums {
  readonly tar: Sum;
  readonly stored: Sum;
}

/**
 * A tar archive on its way into a store: what `writer` takes is compressed, encrypted and uploaded as it comes, held up
 * where the store is slow. Memory: a few buffers of each step.
 */
export class StoredStream {
  readonly writer: TarWriter;
  /** Aborted, with its error as the reason, when the store fails: nothing that is read on would be stored. */
  readonly failed: AbortSignal;
  readonly #pipe = new BytePipe();
  readonly #tar = new Meter();
  readonly #stored = new Meter();
  readonly #putting: Promise<void>;

  constructor(
    store: ArchiveStore,
    file: { readonly name: string; readonly sealing: Sealing },
    signal: AbortSignal,
  ) {
    const failing = new AbortController();
    this.failed = failing.signal;
    this.writer = new TarWriter((bytes) => this.#pipe.write(Buffer.from(bytes)), 'pax');
    const compressed = compress(this.#tar.of(this.#pipe));
    const sealed = file.sealing.kind === 'none' ? compressed : encrypt(compressed, file.sealing);
    this.#putting = store.put(file.name, this.#stored.of(sealed), signal);
    this.#putting.catch((error: unknown) => {
      failing.abort(error);
      this.#pipe.abandon();
    });
    // At once, also where the host gives nothing: removing what is stored takes its time, and a cancelled run has little.
    signal.addEventListener('abort', () => this.#pipe.end(cancellation(signal)), { once: true });
  }

  /** Ends the archive. Resolves when all of it is stored. @throws What the store throws. */
  async finish(): Promise<StoredSums> {
    await this.writer.finish();
    this.#pipe.end();
    await this.#putting;
    return { tar: this.#tar.sum(), stored: this.#stored.sum() };
  }

  /**
   * Gives up, for `reason`. Resolves when the store has removed what it had.
   * @returns What to throw: the store's failure, if it is that which made the writing fail.
   */
  async abandon(reason: unknown): Promise<unknown> {
    const hadFailed = this.failed.aborted;
    this.#pipe.end(reason);
    const storesFailure = await this.#putting.then(
      () => reason,
      (error: unknown) => error,
    );
    return hadFailed || reason instanceof ReaderGone ? storesFailure : reason;
  }
}
