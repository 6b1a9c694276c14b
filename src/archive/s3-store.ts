import { throwIfCancelled } from '../backends/cancel.ts';
import { openBucket, type S3Bucket, type S3BucketOptions } from '../backends/s3-bucket.ts';
import { s3FaultIn } from '../backends/s3-fault.ts';
import type { S3Location } from '../backends/s3-url.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import { type ArchiveStore, assertName, NAME_PATTERN, type StoredArchive } from './archive-store.ts';
import { PartBuffers } from './part-buffers.ts';
import { S3Upload } from './s3-upload.ts';

/** Bytes of one request, and requests ahead of what is wanted. */
const READ_BYTES = 8 * 1024 * 1024;
const READ_AHEAD = 2;

/** What nobody has ended for so long is what a killed run left: no part of an upload takes as long. */
const ABANDONED_AFTER_MS = 24 * 3_600_000;

/** Archives as objects right below a prefix of a bucket, each uploaded in parts as it comes. */
export async function openS3Store(place: S3Location, options: S3StoreOptions = {}): Promise<ArchiveStore> {
  return new S3Store(await openBucket(place, options), options.smallPartBytes);
}

export interface S3StoreOptions extends S3BucketOptions {
  /** Of an upload's first parts. Default: 16 MiB. */
  readonly smallPartBytes?: number;
}

class S3Store implements ArchiveStore {
  readonly location: string;
  readonly #bucket: S3Bucket;
  readonly #smallPartBytes: number | undefined;

  constructor(bucket: S3Bucket, smallPartBytes: number | undefined) {
    this.#bucket = bucket;
    this.#smallPartBytes = smallPartBytes;
    this.location = bucket.location;
  }

  async put(name: string, stream: AsyncIterable<Uint8Array>, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    if (await this.#isTaken(name, signal)) throw taken(name, this.location);
    await this.#removeAbandoned(signal);
    const buffers = new PartBuffers(stream, this.#smallPartBytes);
    const upload = new S3Upload(this.#bucket, name, buffers, signal);
    try {
      for await (const part of buffers.parts()) {
        throwIfCancelled(signal);
        await upload.add(part);
      }
      throwIfCancelled(signal);
      await upload.finish();
    } catch (error) {
      await upload.abandon();
      const { status, code } = s3FaultIn(error) ?? {};
      throw status === 412 || code === 'PreconditionFailed' ? taken(name, this.location, error) : error;
    }
  }

  async *get(name: string, signal?: AbortSignal): AsyncGenerator<Buffer> {
    assertName(name);
    throwIfCancelled(signal);
    const first = await this.#first(name, signal);
    if (first === null) return;
    const { sizeBytes, tag } = first;
    const coming: Promise<{ bytes: Buffer }>[] = [];
    let offset = first.bytes.length;
    // What is under way when nobody wants it any more.
    const ending = new AbortController();
    const until = signal === undefined ? ending.signal : AbortSignal.any([signal, ending.signal]);
    const ask = () => {
      while (coming.length < READ_AHEAD && offset < sizeBytes) {
        const range = this.#bucket.getRange(name, { offset, lengthBytes: READ_BYTES, tag }, until);
        range.catch(() => {}); // met when it is its turn
        coming.push(range);
        offset += READ_BYTES;
      }
    };
    try {
      ask();
      yield first.bytes;
      for (let next = coming.shift(); next !== undefined; next = coming.shift()) {
        const { bytes } = await next;
        ask();
        yield bytes;
      }
    } finally {
      ending.abort();
    }
  }

  async *list(signal?: AbortSignal): AsyncGenerator<StoredArchive> {
    throwIfCancelled(signal);
    for await (const object of this.#bucket.list('', signal)) {
      if (NAME_PATTERN.test(object.name)) yield object;
    }
  }

  async remove(name: string, signal?: AbortSignal): Promise<void> {
    assertName(name);
    throwIfCancelled(signal);
    await this.#bucket.remove(name, signal);
  }

  async close(): Promise<void> {
    this.#bucket.close();
  }

  /** Who may only create can't look: the condition of the request itself refuses a name that is taken. */
  async #isTaken(name: string, signal: AbortSignal | undefined): Promise<boolean> {
    try {
      return (await this.#bucket.find(name, signal)) !== null;
    } catch (error) {
      if (asHoldfastError(error)?.code !== 'no-permission') throw error;
      return false;
    }
  }

  /** Null: it is empty, and such a one has no range. */
  async #first(name: string, signal: AbortSignal | undefined) {
    try {
      return await this.#bucket.getRange(name, { offset: 0, lengthBytes: READ_BYTES, tag: null }, signal);
    } catch (error) {
      if (s3FaultIn(error)?.status === 416) return null;
      throw error;
    }
  }

  /** A credential that may not list or remove them can still save: a lifecycle rule of the bucket's does it then. */
  async #removeAbandoned(signal: AbortSignal | undefined): Promise<void> {
    try {
      const left = await this.#bucket.uploads.unfinished(Date.now() - ABANDONED_AFTER_MS, signal);
      for (const { name, uploadId } of left)
        if (NAME_PATTERN.test(name)) await this.#bucket.uploads.abort(name, uploadId, signal);
    } catch {
      throwIfCancelled(signal);
    }
  }
}

function taken(name: string, location: string, cause?: unknown): HoldfastError {
  return new HoldfastError(
    'backend-failed',
    `Cannot save the archive file "${name}" in "${location}": the name is taken, and nothing is replaced.`,
    { cause },
  );
}
