import type { BlobBatch } from './blob-thread.ts';
import type { BlobReply, BlobRequest } from './blob-worker-messages.ts';
import type { EntryToMake } from './make-entries.ts';
import type { Refusal } from './write-files.ts';

/** Folders and symlinks of this machine that a thread makes. */
export class MakeBatch implements BlobBatch {
  readonly #folder: string;
  readonly #entries: readonly EntryToMake[];
  readonly #result = Promise.withResolvers<Refusal | null>();

  constructor(folder: string, entries: readonly EntryToMake[]) {
    this.#folder = folder;
    this.#entries = entries;
  }

  /** See makeEntries. */
  get refusal(): Promise<Refusal | null> {
    return this.#result.promise;
  }

  request(batch: number): BlobRequest {
    return { kind: 'make', batch, folder: this.#folder, entries: this.#entries };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind === 'made') this.#result.resolve(reply.refusal);
    return null;
  }

  onFailure(error: Error): void {
    this.#result.reject(error);
  }
}
