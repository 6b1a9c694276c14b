import type { BlobThread } from './blob-thread.ts';
import type { OpenedPack } from './opened-pack.ts';

/**
 * The thread that opens packs ahead. Nothing depends on it: if it fails, who wants a tree opens it. Where other work comes for threads
 * it becomes the first of them, and is as the others from then on.
 */
export class PackOpener {
  readonly #makeThread: (onCrash: (error: Error) => void) => BlobThread;
  #thread: BlobThread | null = null;
  #hasFailed = false;
  #onCrash: ((error: Error) => void) | null = null;

  constructor(makeThread: (onCrash: (error: Error) => void) => BlobThread) {
    this.#makeThread = makeThread;
  }

  /** Starts the thread, unless one failed before. */
  start(): void {
    if (!this.#hasFailed) this.#thread ??= this.#makeThread((error) => this.#crashed(error));
  }

  open(pack: OpenedPack): void {
    this.start();
    this.#thread?.run(pack);
  }

  /** The thread, if there is one, for other work; `onCrash` is told when it is gone. It still opens packs. */
  share(onCrash: (error: Error) => void): BlobThread | null {
    this.#onCrash = onCrash;
    return this.#thread;
  }

  /** Packs are opened by `thread` from now on, which is somebody else's, unless there is one for it already. */
  use(thread: BlobThread): void {
    this.#thread ??= thread;
  }

  async end(error: Error): Promise<void> {
    await this.#thread?.end(error);
  }

  #crashed(error: Error): void {
    this.#onCrash?.(error);
    this.#hasFailed = true;
    void this.#thread?.end(error);
    this.#thread = null;
  }
}
