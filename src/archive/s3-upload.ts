import { setTimeout as sleep } from 'node:timers/promises';
import type { S3Bucket } from '../backends/s3-bucket.ts';
import { s3FaultIn } from '../backends/s3-fault.ts';
import type { UploadedPart } from '../backends/s3-uploads.ts';
import type { Part, PartBuffers } from './part-buffers.ts';

/** Bytes of parts that are under way at once, beside the one that fills. */
const IN_FLIGHT_BYTES = 48 * 1024 * 1024;

/** How long removing the parts of a failed upload may take: a cancelled run is killed soon. */
const ABANDON_WITHIN_MS = 5000;

/** A part that was cut off has come to nothing by then, or is there. */
const PART_LANDS_WITHIN_MS = 300;

/** One object on its way: whole if it is one part, else in parts that become it at the end. */
export class S3Upload {
  readonly #bucket: S3Bucket;
  readonly #name: string;
  readonly #buffers: PartBuffers;
  readonly #failing = new AbortController();
  readonly #signal: AbortSignal;
  #uploadId: string | null = null;
  #only: Part | null = null;
  readonly #inFlight = new Map<Promise<void>, number>();
  readonly #parts: UploadedPart[] = [];
  #sizeBytes = 0;
  #failure: { error: unknown } | null = null;

  constructor(bucket: S3Bucket, name: string, buffers: PartBuffers, signal: AbortSignal | undefined) {
    this.#bucket = bucket;
    this.#name = name;
    this.#buffers = buffers;
    this.#signal =
      signal === undefined ? this.#failing.signal : AbortSignal.any([signal, this.#failing.signal]);
  }

  /** Takes a part over. Resolves when there is room for the next. @throws The first failure of any part. */
  async add(part: Part): Promise<void> {
    this.#sizeBytes += part.bytes.length;
    if (part.isLast && part.number === 1) {
      this.#only = part;
      return;
    }
    this.#uploadId ??= await this.#bucket.uploads.begin(this.#name, this.#signal);
    const uploading: Promise<void> = this.#upload(this.#uploadId, part)
      .catch((error: unknown) => {
        this.#failure ??= { error };
        this.#failing.abort();
      })
      .finally(() => this.#inFlight.delete(uploading));
    this.#inFlight.set(uploading, part.bytes.length);
    while (this.#inFlightBytes() > IN_FLIGHT_BYTES) await Promise.race(this.#inFlight.keys());
    this.#throwFailure();
  }

  /** Makes the object of what was added. */
  async finish(): Promise<void> {
    await Promise.all(this.#inFlight.keys());
    this.#throwFailure();
    try {
      await this.#end();
    } catch (error) {
      if (!(await this.#isDone(error))) throw error;
    }
    this.#uploadId = null;
  }

  async #end(): Promise<void> {
    if (this.#only !== null) return this.#bucket.put(this.#name, this.#only.bytes, this.#signal);
    const parts = this.#parts.toSorted((a, b) => a.number - b.number);
    await this.#bucket.uploads.complete(this.#name, { uploadId: this.#uploadId ?? '', parts }, this.#signal);
  }

  /** Removes what was sent, as far as the storage allows. Never throws. */
  async abandon(): Promise<void> {
    this.#failing.abort();
    await Promise.allSettled(this.#inFlight.keys());
    if (this.#uploadId === null) return;
    const soon = AbortSignal.timeout(ABANDON_WITHIN_MS);
    const abort = () => this.#bucket.uploads.abort(this.#name, this.#uploadId ?? '', soon).catch(() => {});
    await abort();
    // A part that the storage was just taking can outlive that, as S3's documentation says: once more.
    await sleep(PART_LANDS_WITHIN_MS);
    await abort();
  }

  async #upload(uploadId: string, part: Part): Promise<void> {
    const { number, bytes } = part;
    this.#parts.push(
      await this.#bucket.uploads.addPart(this.#name, { uploadId, number, bytes }, this.#signal),
    );
    this.#buffers.give(part);
  }

  #inFlightBytes(): number {
    let bytes = 0;
    for (const partBytes of this.#inFlight.values()) bytes += partBytes;
    return bytes;
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }

  /**
   * A try whose answer was lost may have made the object: the next one finds no upload, or the name taken. The name is ours
   * alone (it was free, and is random), so what has our size is ours.
   */
  async #isDone(error: unknown): Promise<boolean> {
    const { status } = s3FaultIn(error) ?? { status: null };
    if (status !== 404 && status !== 412) return false;
    const found = await this.#bucket.find(this.#name, this.#signal);
    return found?.sizeBytes === this.#sizeBytes;
  }
}
