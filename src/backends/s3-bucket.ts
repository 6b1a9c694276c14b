import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import type { PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import { PassingFaultError } from './backend.ts';
import { type RetryOptions, retrying } from './retry.ts';
import { checksumsOf, readBody, streamOf } from './s3-body.ts';
import { S3Connection, type S3Options, type S3Sdk } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { extentOf, rangeHeader } from './s3-range.ts';
import type { S3Location } from './s3-url.ts';

export type S3BucketOptions = S3Options & Pick<RetryOptions, 'onRetry' | 'giveUpAfterMs' | 'firstDelayMs'>;

export interface S3Object {
  readonly name: string;
  readonly sizeBytes: number;
  readonly storedMs: number | null;
}

export interface UploadedPart {
  readonly number: number;
  readonly tag: string;
}

/** Objects below a prefix of a bucket, uploaded in one or in parts, each request tried again where that may help. */
export async function openBucket(place: S3Location, options: S3BucketOptions = {}): Promise<S3Bucket> {
  const sdk = await import('./s3-sdk.ts');
  return new S3Bucket(new S3Connection(place, sdk, options), sdk, options);
}

export class S3Bucket {
  readonly location: string;
  readonly #connection: S3Connection;
  readonly #sdk: S3Sdk;
  readonly #retry: S3BucketOptions;

  constructor(connection: S3Connection, sdk: S3Sdk, retry: S3BucketOptions) {
    this.#connection = connection;
    this.#sdk = sdk;
    this.#retry = retry;
    this.location = connection.place.location;
  }

  /** Objects right below the prefix whose names begin with `start`. */
  async *list(start = '', signal?: AbortSignal): AsyncGenerator<S3Object> {
    const what = `Cannot list the archives in "${this.location}"`;
    const folder = this.#keyOf('');
    let token: string | undefined;
    do {
      const ContinuationToken = token;
      const page = await this.#request('listing archives', what, signal, (client, watch) =>
        client.send(
          new this.#sdk.ListObjectsV2Command({
            Bucket: this.#bucket,
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
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
      // A list that ends early would be taken for a store that lacks archives.
      if (page.IsTruncated && (token === undefined || token === ContinuationToken)) {
        throw new HoldfastError(
          'backend-failed',
          `${what}: the storage gives a part and not the way to the next.`,
        );
      }
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
      Bucket: this.#bucket,
      Key: this.#keyOf(name),
      ContentLength: sizeBytes,
      ContentMD5: md5,
      ContentType: 'application/octet-stream',
      ...(isConditional ? { IfNoneMatch: '*' } : {}),
    };
    await this.#request(`saving ${name}`, this.#cannot('save', name), signal, async (client, watch) => {
      const command = new this.#sdk.PutObjectCommand({
        ...input,
        Body: streamOf([bytes], () => watch.heard()),
      });
      signBody(command, sha256);
      await client.send(command, { abortSignal: watch.signal });
    });
  }

  /** Begins an upload in parts; gives its ID. */
  async beginUpload(name: string, signal?: AbortSignal): Promise<string> {
    const what = this.#cannot('save', name);
    const { UploadId } = await this.#request(
      `beginning to save ${name}`,
      what,
      signal,
      async (client, watch) =>
        client.send(
          new this.#sdk.CreateMultipartUploadCommand({
            Bucket: this.#bucket,
            Key: this.#keyOf(name),
            ContentType: 'application/octet-stream',
          }),
          { abortSignal: watch.signal },
        ),
    );
    if (UploadId !== undefined) return UploadId;
    throw new HoldfastError('backend-failed', `${what}: the storage gave the upload no ID.`);
  }

  /** `bytes` must not change before it settles. */
  async uploadPart(
    name: string,
    part: { readonly uploadId: string; readonly number: number; readonly bytes: Buffer },
    signal?: AbortSignal,
  ): Promise<UploadedPart> {
    const { sizeBytes, sha256, md5 } = checksumsOf([part.bytes]);
    const what = this.#cannot('save', name);
    const doing = `saving part ${part.number} of ${name}`;
    const { ETag } = await this.#request(doing, what, signal, (client, watch) => {
      const command = new this.#sdk.UploadPartCommand({
        Bucket: this.#bucket,
        Key: this.#keyOf(name),
        UploadId: part.uploadId,
        PartNumber: part.number,
        ContentLength: sizeBytes,
        ContentMD5: md5,
        Body: streamOf([part.bytes], () => watch.heard()),
      });
      signBody(command, sha256);
      return client.send(command, { abortSignal: watch.signal });
    });
    if (ETag !== undefined) return { number: part.number, tag: ETag };
    throw new HoldfastError(
      'backend-failed',
      `${what}: the storage gave no tag for part ${part.number}, expected one. It can't keep uploads in parts.`,
    );
  }

  /** Makes the object of its parts; until then nobody sees it. */
  async completeUpload(
    name: string,
    upload: {
      readonly uploadId: string;
      readonly parts: readonly UploadedPart[];
      readonly isConditional?: boolean;
    },
    signal?: AbortSignal,
  ): Promise<void> {
    const { uploadId, parts, isConditional = true } = upload;
    try {
      await this.#request(`ending ${name}`, this.#cannot('save', name), signal, (client, watch) =>
        client.send(
          new this.#sdk.CompleteMultipartUploadCommand({
            Bucket: this.#bucket,
            Key: this.#keyOf(name),
            UploadId: uploadId,
            MultipartUpload: {
              Parts: parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag })),
            },
            ...(isConditional ? { IfNoneMatch: '*' } : {}),
          }),
          { abortSignal: watch.signal },
        ),
      );
    } catch (error) {
      if (s3FaultIn(error)?.status !== 501 || !isConditional) throw error;
      await this.completeUpload(name, { uploadId, parts, isConditional: false }, signal);
    }
  }

  /** Removes the parts of an upload. Resolves too when there is none. */
  async abortUpload(name: string, uploadId: string, signal?: AbortSignal): Promise<void> {
    const what = `Cannot remove the parts of "${name}" in "${this.location}"`;
    try {
      await this.#request(`removing parts of ${name}`, what, signal, (client, watch) =>
        client.send(
          new this.#sdk.AbortMultipartUploadCommand({
            Bucket: this.#bucket,
            Key: this.#keyOf(name),
            UploadId: uploadId,
          }),
          { abortSignal: watch.signal },
        ),
      );
    } catch (error) {
      if (s3FaultIn(error)?.status !== 404) throw error;
    }
  }

  /** Uploads that were begun before `beforeMs` and never ended: the first thousand. */
  async unfinishedUploads(
    beforeMs: number,
    signal?: AbortSignal,
  ): Promise<{ name: string; uploadId: string }[]> {
    const folder = this.#keyOf('');
    const what = `Cannot list the unfinished uploads in "${this.location}"`;
    const { Uploads = [] } = await this.#request(
      'listing unfinished uploads',
      what,
      signal,
      (client, watch) =>
        client.send(new this.#sdk.ListMultipartUploadsCommand({ Bucket: this.#bucket, Prefix: folder }), {
          abortSignal: watch.signal,
        }),
    );
    return Uploads.flatMap(({ Key = '', UploadId = '', Initiated }) =>
      Initiated !== undefined && Initiated.getTime() < beforeMs && Key.startsWith(folder)
        ? [{ name: Key.slice(folder.length), uploadId: UploadId }]
        : [],
    );
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
    const what = this.#cannot('read', name);
    return this.#request(`reading ${name}`, what, signal, async (client, watch) => {
      const answer = await client.send(
        new this.#sdk.GetObjectCommand({
          Bucket: this.#bucket,
          Key: this.#keyOf(name),
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

  /** Resolves too when it isn't there. */
  async remove(name: string, signal?: AbortSignal): Promise<void> {
    await this.#request(`removing ${name}`, this.#cannot('remove', name), signal, (client, watch) =>
      client.send(new this.#sdk.DeleteObjectCommand({ Bucket: this.#bucket, Key: this.#keyOf(name) }), {
        abortSignal: watch.signal,
      }),
    ).catch((error: unknown) => {
      if (s3FaultIn(error)?.status !== 404) throw error;
    });
  }

  close(): void {
    this.#connection.close();
  }

  get #bucket(): string {
    return this.#connection.place.bucket;
  }

  /** Of the empty name: what stands before all others. */
  #keyOf(name: string): string {
    const { prefix } = this.#connection.place;
    return prefix === '' ? name : `${posix.join(prefix)}/${name}`;
  }

  #cannot(verb: string, name: string): string {
    return `Cannot ${verb} the archive file "${name}" in "${this.location}"`;
  }

  #request<T>(
    doing: string,
    what: string,
    signal: AbortSignal | undefined,
    work: Parameters<typeof S3Connection.prototype.request<T>>[2],
  ): Promise<T> {
    return retrying(doing, { ...this.#retry, signal }, () => this.#connection.request(what, signal, work));
  }
}

/** The SDK signs no stream's contents by itself, and takes this as it is. */
function signBody(command: PutObjectCommand | UploadPartCommand, sha256: string): void {
  (command as PutObjectCommand).middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'holdfastContentHash' },
  );
}
