import type { Readable } from 'node:stream';
import { HoldfastError } from '../errors.ts';
import { PassingFaultError } from './backend.ts';
import { assertStored } from './s3-answers.ts';
import { checksumsOf, readBody, streamOf } from './s3-body.ts';
import { S3Connection } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { nextPage } from './s3-pages.ts';
import { extentOf, rangeHeader } from './s3-range.ts';
import { type S3BucketOptions, S3Requests, signBody } from './s3-requests.ts';
import { S3Uploads } from './s3-uploads.ts';
import type { S3Location } from './s3-url.ts';

export type { S3BucketOptions } from './s3-requests.ts';

export interface S3Object {
  readonly name: string;
  readonly sizeBytes: number;
  readonly storedMs: number | null;
}

/** Objects below a prefix of a bucket, uploaded in one or in parts, each request tried again where that may help. */
export async function openBucket(place: S3Location, options: S3BucketOptions = {}): Promise<S3Bucket> {
  const sdk = await import('./s3-sdk.ts');
  return new S3Bucket(new S3Requests(new S3Connection(place, sdk, options), sdk, options));
}

/** From storage that has no locks, whatever it calls that; of what isn't there; or to one who may not know. */
const ANSWERS_OF_NO_LOCK = new Set([200, 400, 403, 404, 405, 501]);

export class S3Bucket {
  readonly location: string;
  readonly uploads: S3Uploads;
  readonly #requests: S3Requests;

  constructor(requests: S3Requests) {
    this.#requests = requests;
    this.uploads = new S3Uploads(requests);
    this.location = requests.location;
  }

  /** Objects right below the prefix whose names begin with `start`. */
  async *list(start = '', signal?: AbortSignal): AsyncGenerator<S3Object> {
    const what = `Cannot list the archives in "${this.location}"`;
    const folder = this.#requests.keyOf('');
    let token: string | undefined;
    do {
      const ContinuationToken = token;
      const page = await this.#requests.send('listing archives', what, signal, (client, watch) =>
        client.send(
          new this.#requests.sdk.ListObjectsV2Command({
            Bucket: this.#requests.bucket,
            Prefix: `${folder}${start}`,
            Delimiter: '/',
            ContinuationToken,
          }),
          { abortSignal: watch.signal },
        ),
      );
      for (const { Key = '', Size = 0, LastModified } of page.Contents ?? [])
        yield {
          name: Key.slice(folder.length),
          sizeBytes: Size,
          storedMs: LastModified === undefined ? null : LastModified.getTime(),
        };
      token = nextPage(page, token, what);
    } while (token !== undefined);
  }

  /** The object, or null. */
  async find(name: string, signal?: AbortSignal): Promise<S3Object | null> {
    for await (const object of this.list(name, signal)) if (object.name === name) return object;
    return null;
  }

  /** Stores an object whole. Its name must be free; a storage that heeds no condition doesn't see to that. */
  async put(name: string, bytes: Buffer, signal?: AbortSignal): Promise<void> {
    try {
      await this.#put(name, bytes, true, signal);
    } catch (error) {
      if (s3FaultIn(error)?.status !== 501) throw error;
      await this.#put(name, bytes, false, signal);
    }
  }

  async #put(
    name: string,
    bytes: Buffer,
    isConditional: boolean,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { sizeBytes, sha256, md5 } = checksumsOf([bytes]);
    const input = {
      Bucket: this.#requests.bucket,
      Key: this.#requests.keyOf(name),
      ContentLength: sizeBytes,
      ContentMD5: md5,
      ContentType: 'application/octet-stream',
      ...this.#requests.storedAs,
      ...(isConditional ? { IfNoneMatch: '*' } : {}),
    };
    const what = this.#requests.cannot('save', name);
    await this.#requests.send(`saving ${name}`, what, signal, async (client, watch) => {
      const command = new this.#requests.sdk.PutObjectCommand({
        ...input,
        Body: streamOf([bytes], () => watch.heard()),
      });
      signBody(command, sha256);
      assertStored(await client.send(command, { abortSignal: watch.signal }), what);
    });
  }

  /**
   * At most `lengthBytes` from `offset` on, and how many there are in all. `tag`: of the object that is meant, as the first
   * range of it told: another in its place is an error.
   */
  async getRange(
    name: string,
    range: { readonly offset: number; readonly lengthBytes: number; readonly tag: string | null },
    signal?: AbortSignal,
  ): Promise<{ bytes: Buffer; sizeBytes: number; tag: string | null }> {
    const what = this.#requests.cannot('read', name);
    return this.#requests.send(`reading ${name}`, what, signal, async (client, watch) => {
      const answer = await client.send(
        new this.#requests.sdk.GetObjectCommand({
          Bucket: this.#requests.bucket,
          Key: this.#requests.keyOf(name),
          Range: rangeHeader({ offset: range.offset, length: range.lengthBytes }),
          ...(range.tag === null ? {} : { IfMatch: range.tag }),
        }),
        { abortSignal: watch.signal },
      );
      watch.heard();
      const { firstByte, sizeBytes, partBytes } = extentOf(answer, what);
      const isRight =
        firstByte === range.offset && partBytes === Math.min(range.lengthBytes, sizeBytes - range.offset);
      const bytes = isRight ? await readBody(answer.Body as Readable, partBytes, () => watch.heard()) : null;
      if (bytes === null) {
        const how = 'it gave other bytes than those that were asked for';
        throw new HoldfastError('backend-failed', `${what}: ${how}.`, { cause: new PassingFaultError(how) });
      }
      return { bytes, sizeBytes, tag: answer.ETag ?? null };
    });
  }

  /**
   * Resolves too when it isn't there. What is seen to be locked isn't removed: S3 would hide it behind a marker.
   * @throws HoldfastError retained.
   */
  async remove(name: string, signal?: AbortSignal): Promise<void> {
    await this.#assertUnlocked(name, signal);
    await this.#requests
      .send(`removing ${name}`, this.#requests.cannot('remove', name), signal, (client, watch) =>
        client.send(
          new this.#requests.sdk.DeleteObjectCommand({
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(name),
          }),
          {
            abortSignal: watch.signal,
          },
        ),
      )
      .catch((error: unknown) => {
        if (s3FaultIn(error)?.status !== 404) throw error;
      });
  }

  /** Who may not look at locks is taken for one whose bucket has none: most have none. */
  async #assertUnlocked(name: string, signal: AbortSignal | undefined): Promise<void> {
    const what = this.#requests.cannot('see the lock of', name);
    const input = { Bucket: this.#requests.bucket, Key: this.#requests.keyOf(name) };
    const lock = await this.#requests
      .send(`looking at the lock of ${name}`, what, signal, (client, watch) =>
        client.send(new this.#requests.sdk.GetObjectRetentionCommand(input), { abortSignal: watch.signal }),
      )
      .catch((error: unknown) => {
        if (!ANSWERS_OF_NO_LOCK.has(s3FaultIn(error)?.status ?? 0)) throw error;
        return null;
      });
    const until = lock?.Retention?.RetainUntilDate;
    if (until === undefined || until.getTime() <= Date.now()) return;
    throw new HoldfastError(
      'retained',
      `${this.#requests.cannot('remove', name)}: its Object Lock (${lock?.Retention?.Mode}) forbids it until ` +
        `${until.toISOString()}. It is left as it is: try again after that.`,
    );
  }

  close(): void {
    this.#requests.close();
  }
}
