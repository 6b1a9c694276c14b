import type { ExpectedBlob } from './blob-sealing.ts';
import type { BlobBatch } from './blob-thread.ts';
import {
  type BlobReply,
  type BlobRequest,
  fromWire,
  packBlobs,
  unpackBlobs,
} from './blob-worker-messages.ts';
import type { BlobId } from './format/ids.ts';
import type { BlobType } from './format/packed-blob.ts';
import type { SealedBlob } from './pending-blobs.ts';

/** What became of a blob that was to be saved: `sealed` is null if it wasn't new. */
export interface ProcessedBlob {
  readonly id: BlobId;
  readonly sealed: SealedBlob | null;
}

export interface SaveJob {
  readonly plain: Uint8Array;
  readonly isNew: (id: BlobId) => boolean;
  readonly result: PromiseWithResolvers<ProcessedBlob>;
}

export interface OpenJob {
  readonly sealed: Uint8Array;
  readonly expected: ExpectedBlob;
  readonly result: PromiseWithResolvers<Buffer>;
}

/** Blobs of one type: a pack that stays open for long must not hold on to memory of the other's. */
export class SaveBatch implements BlobBatch {
  readonly sizeBytes: number;
  readonly #type: BlobType;
  readonly #jobs: readonly SaveJob[];
  readonly #plainLengths: readonly number[];
  /** The jobs whose blobs are new, with their IDs. */
  #wanted: { readonly job: SaveJob; readonly id: BlobId; readonly plainLength: number }[] = [];

  constructor(type: BlobType, jobs: readonly SaveJob[]) {
    this.#type = type;
    this.#jobs = jobs;
    this.#plainLengths = jobs.map(({ plain }) => plain.length);
    this.sizeBytes = this.#plainLengths.reduce((sum, length) => sum + length, 0);
  }

  request(batch: number): BlobRequest {
    return { kind: 'hash', batch, type: this.#type, blobs: packBlobs(this.#jobs.map(({ plain }) => plain)) };
  }

  onReply(reply: BlobReply): BlobRequest | null {
    if (reply.kind === 'hashed') return this.#choose(reply.batch, reply.ids);
    if (reply.kind === 'sealed') this.#finish(unpackBlobs(reply.blobs), reply.compressed);
    return null;
  }

  onFailure(error: Error): void {
    for (const { result } of this.#jobs) result.reject(error);
  }

  #choose(batch: number, ids: readonly BlobId[]): BlobRequest {
    const wanted: number[] = [];
    for (const [position, job] of this.#jobs.entries()) {
      const id = ids[position] as BlobId;
      try {
        if (job.isNew(id)) {
          wanted.push(position);
          this.#wanted.push({ job, id, plainLength: this.#plainLengths[position] as number });
        } else {
          job.result.resolve({ id, sealed: null });
        }
      } catch (error) {
        job.result.reject(error);
      }
    }
    return { kind: 'seal', batch, wanted };
  }

  #finish(sealed: readonly Buffer[], compressed: readonly boolean[]): void {
    for (const [position, { job, id, plainLength }] of this.#wanted.entries()) {
      const bytes = sealed[position] as Buffer;
      job.result.resolve({ id, sealed: { bytes, plainLength, compressed: compressed[position] === true } });
    }
  }
}

export class OpenBatch implements BlobBatch {
  readonly sizeBytes: number;
  readonly #jobs: readonly OpenJob[];

  constructor(jobs: readonly OpenJob[]) {
    this.#jobs = jobs;
    this.sizeBytes = jobs.reduce((sum, { sealed }) => sum + sealed.length, 0);
  }

  request(batch: number): BlobRequest {
    const blobs = packBlobs(this.#jobs.map(({ sealed }) => sealed));
    return { kind: 'open', batch, blobs, expected: this.#jobs.map(({ expected }) => expected) };
  }

  onReply(reply: BlobReply): null {
    if (reply.kind !== 'opened') return null;
    const plains = unpackBlobs(reply.blobs);
    for (const [position, { result }] of this.#jobs.entries()) {
      const error = reply.errors[position] ?? null;
      const plain = plains[position] as Buffer;
      if (error !== null) result.reject(fromWire(error));
      // A copy: a blob that is kept for long must not hold on to the memory of the whole batch.
      else result.resolve(this.#jobs.length === 1 ? plain : Buffer.from(plain));
    }
    return null;
  }

  onFailure(error: Error): void {
    for (const { result } of this.#jobs) result.reject(error);
  }
}
