import type { CreateMultipartUploadCommandInput } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import { assertStored } from './s3-answers.ts';
import { checksumsOf, streamOf } from './s3-body.ts';
import { s3FaultIn } from './s3-fault.ts';
import { signHeaderBytes } from './s3-headers.ts';
import { type S3Requests, signBody } from './s3-requests.ts';

export interface UploadedPart {
  readonly number: number;
  readonly tag: string;
}

/** Uploads of objects in parts (S3's "multipart uploads"). */
export class S3Uploads {
  readonly #requests: S3Requests;

  constructor(requests: S3Requests) {
    this.#requests = requests;
  }

  /** Begins an upload in parts; gives its ID. @param headers What the object is kept with. Default: it is but bytes. */
  async begin(
    name: string,
    signal?: AbortSignal,
    headers: Partial<CreateMultipartUploadCommandInput> = { ContentType: 'application/octet-stream' },
  ): Promise<string> {
    const what = this.#requests.cannot('save', name);
    const { UploadId } = await this.#requests.send(
      `beginning to save ${name}`,
      what,
      signal,
      (client, watch) => {
        const command = new this.#requests.sdk.CreateMultipartUploadCommand({
          Bucket: this.#requests.bucket,
          Key: this.#requests.keyOf(name),
          ...headers,
          ...this.#requests.storedAs,
        });
        signHeaderBytes(command);
        return client.send(command, { abortSignal: watch.signal });
      },
    );
    if (UploadId !== undefined) return UploadId;
    throw new HoldfastError('backend-failed', `${what}: the storage gave the upload no ID.`);
  }

  /** `bytes` must not change before it settles. */
  async addPart(
    name: string,
    part: { readonly uploadId: string; readonly number: number; readonly bytes: Buffer },
    signal?: AbortSignal,
  ): Promise<UploadedPart> {
    const { sizeBytes, sha256, md5 } = checksumsOf([part.bytes]);
    const what = this.#requests.cannot('save', name);
    const doing = `saving part ${part.number} of ${name}`;
    const { ETag } = await this.#requests.send(doing, what, signal, (client, watch) => {
      const command = new this.#requests.sdk.UploadPartCommand({
        Bucket: this.#requests.bucket,
        Key: this.#requests.keyOf(name),
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
  async complete(
    name: string,
    upload: {
      readonly uploadId: string;
      readonly parts: readonly UploadedPart[];
      readonly isConditional?: boolean;
    },
    signal?: AbortSignal,
  ): Promise<void> {
    const { uploadId, parts, isConditional = true } = upload;
    const what = this.#requests.cannot('save', name);
    try {
      const answer = await this.#requests.send(`ending ${name}`, what, signal, (client, watch) =>
        client.send(
          new this.#requests.sdk.CompleteMultipartUploadCommand({
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(name),
            UploadId: uploadId,
            MultipartUpload: {
              Parts: parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag })),
            },
            ...(isConditional ? { IfNoneMatch: '*' } : {}),
          }),
          { abortSignal: watch.signal },
        ),
      );
      assertStored(answer, what);
    } catch (error) {
      if (s3FaultIn(error)?.status !== 501 || !isConditional) throw error;
      await this.complete(name, { uploadId, parts, isConditional: false }, signal);
    }
  }

  /** Removes the parts of an upload. Resolves too when there is none. */
  async abort(name: string, uploadId: string, signal?: AbortSignal): Promise<void> {
    const what = `Cannot remove the parts of "${name}" in "${this.#requests.location}"`;
    try {
      await this.#requests.send(`removing parts of ${name}`, what, signal, (client, watch) =>
        client.send(
          new this.#requests.sdk.AbortMultipartUploadCommand({
            Bucket: this.#requests.bucket,
            Key: this.#requests.keyOf(name),
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
  async unfinished(beforeMs: number, signal?: AbortSignal): Promise<{ name: string; uploadId: string }[]> {
    const folder = this.#requests.keyOf('');
    const what = `Cannot list the unfinished uploads in "${this.#requests.location}"`;
    const { Uploads = [] } = await this.#requests.send(
      'listing unfinished uploads',
      what,
      signal,
      (client, watch) =>
        client.send(
          new this.#requests.sdk.ListMultipartUploadsCommand({
            Bucket: this.#requests.bucket,
            Prefix: folder,
          }),
          {
            abortSignal: watch.signal,
          },
        ),
    );
    return Uploads.flatMap(({ Key = '', UploadId = '', Initiated }) =>
      Initiated !== undefined && Initiated.getTime() < beforeMs && Key.startsWith(folder)
        ? [{ name: Key.slice(folder.length), uploadId: UploadId }]
        : [],
    );
  }
}
