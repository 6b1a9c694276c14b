import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { FileOfBlobs } from './compare-file.ts';

/** Files of this machine to compare with their blobs. */
export class CompareBatch implements BlobBatch {
  readonly #folder: string;
  readonly #files: readonly FileOfBlobs[];
  readonly #result = Promise.withResolvers<readonly (string | null)[]>();

  constructor(folder: string, files: readonly FileOfBlobs[]) {
    this.#folder = folder;
    this.#files = files;
  }

  /** What is wrong with each, null where nothing is. */
  get faults(): Promise<readonly (string | null)[]> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'compare', batch, folder: this.#folder, files: this.#files };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind === 'compared') this.#result.resolve(reply.faults);
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
