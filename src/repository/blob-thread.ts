import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BlobReply, BlobRequest, BlobWorkerData } from './blob-worker-messages.ts';
import { fromWire } from './blob-worker-messages.ts';

/** A batch is full when it has so much, or MAX_BATCH_BLOBS: some milliseconds of work. */
export const MAX_BATCH_BYTES = 256 * 1024;

/** A thread makes few objects, but large buffers with them: with V8's own limit those would pile up for long. */
const YOUNG_MIB = 4;

/** Work on some blobs, as a thread carries it out: what is sent, and what is done with each answer. */
export interface BlobBatch {
  /** The first message. */
  request(batch: number): BlobRequest;
  /** Takes an answer; returns the next message, or null when the batch is done. */
  onReply(reply: BlobReply): BlobRequest | null;
  /** Called instead of the rest when the batch can't be carried out. */
  onFailure(error: Error): void;
}

export interface BlobThreadOptions {
  readonly data: BlobWorkerData;
  /** Path of the thread's entry, if it isn't blob-worker.ts. */
  readonly entry?: string | undefined;
  /** A batch is done: there is room for another. */
  readonly onBatchDone: () => void;
  /** The thread is gone: it must be ended, which fails its batches. */
  readonly onCrash: (error: Error) => void;
}

/** One worker thread. It keeps the process alive only while it has work. */
export class BlobThread {
  readonly #options: BlobThreadOptions;
  readonly #worker: Worker;
  readonly #batches = new Map<number, BlobBatch>();
  #nextBatch = 0;
  #ended = false;

  constructor(options: BlobThreadOptions) {
    this.#options = options;
    this.#worker = new Worker(options.entry ?? workerFile(), {
      workerData: options.data,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MIB },
    });
    this.#worker.unref();
    this.#worker.on('message', (reply: BlobReply) => this.#onReply(reply));
    this.#worker.on('messageerror', (error) => this.#crashed(error));
    this.#worker.on('error', (error) => this.#crashed(error));
    this.#worker.on('exit', (code) => this.#crashed(new Error(`it ended with exit code ${code}`)));
  }

  get batchCount(): number {
    return this.#batches.size;
  }

  run(batch: BlobBatch): void {
    const number = this.#nextBatch++;
    if (this.#batches.size === 0) this.#worker.ref();
    this.#batches.set(number, batch);
    this.#post(batch.request(number));
  }

  /** Ends the thread; its batches fail with `error`. Idempotent. */
  async end(error: Error): Promise<void> {
    this.#ended = true;
    for (const batch of this.#batches.values()) batch.onFailure(error);
    this.#batches.clear();
    await this.#worker.terminate();
  }

  #onReply(reply: BlobReply): void {
    const batch = this.#batches.get(reply.batch);
    if (batch === undefined) return;
    const next = reply.kind === 'failed' ? null : batch.onReply(reply);
    if (next !== null) {
      this.#post(next);
      return;
    }
    if (reply.kind === 'failed') batch.onFailure(fromWire(reply.error));
    this.#batches.delete(reply.batch);
    if (this.#batches.size === 0) this.#worker.unref();
    this.#options.onBatchDone();
  }

  #post(request: BlobRequest): void {
    this.#worker.postMessage(request);
  }

  #crashed(error: Error): void {
    if (!this.#ended) this.#options.onCrash(error);
  }
}

/**
 * Beside this file, or beside the bundle that this file is part of. Not written as `new URL(…, import.meta.url)`: a
 * bundler would take that for an asset, and copy the entry without its imports.
 */
function workerFile(): string {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  return join(import.meta.dirname, `blob-worker.${extension}`);
}
