import type { Readable } from 'node:stream';
import { displayText, fromText } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { isMissing, PassingFaultError } from './backend.ts';
import type { ObjectFault, ObjectHeaders, ObjectPart, ObjectStore, StoredObject } from './object-store.ts';
import { assertAsked } from './s3-answers.ts';
import { checksumsOf, readBody, streamOf } from './s3-body.ts';
import { S3Connection } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { headersOf, inputOf, signHeaderBytes } from './s3-headers.ts';
import { nextPage } from './s3-pages.ts';
import { extentOf, rangeHeader } from './s3-range.ts';
import { type S3BucketOptions, S3Requests, signBody } from './s3-requests.ts';
import { S3Uploads, type UploadedPart } from './s3-uploads.ts';
import type { S3Location } from './s3-url.ts';

/** Objects of an application's below a prefix of a bucket. Nothing is asked yet. */
export async function openS3Objects(place: S3Location, options: S3BucketOptions = {}): Promise<ObjectStore> {
  const sdk = await import('./s3-sdk.ts');
  return new S3Objects(new S3Requests(new S3Connection(place, sdk, options), sdk, options, 'object'));
}

/** How long removing the parts of a failed upload may take: a cancelled run is killed soon. */
const ABANDON_WITHIN_MS = 5000;

/**
 * It lies in an archive class; gives no right to this one; was encrypted with a key that only its application has (SSE-C, which S3 calls an
 * invalid request), or with one of the storage's that is gone.
 */
const OF_ONE_OBJECT = /^(InvalidObjectState|AccessDenied|InvalidRequest|KMS\..*)$/;

class S3Objects implements ObjectStore {
  readonly location: string;
  readonly #requests: S3Requests;
  readonly #uploads: S3Uploads;

  constructor(requests: S3Requests) {
    this.location = requests.location;
    this.#requests = requests;
    this.#uploads = new S3Uploads(requests);
  }

  async *list(signal?: AbortSignal): AsyncGenerator<StoredObject[]> {
    const what = `Cannot list the objects in "${this.location}"`;
    const prefix = this.#requests.keyOf('');
    let token: string | undefined;
    let last = '';
    do {
      const input = { Bucket: this.#requests.bucket, Prefix: prefix, ContinuationToken: token };
      const page = await this.#requests.send('listing objects', what, signal, (client, watch) =>
        client.send(new this.#requests.sdk.ListObjectsV2Command({ ...input, EncodingType: 'url' }), {
          abortSignal: watch.signal,
        }),
      );
      const isEncoded = page.EncodingType === 'url';
      const objects: StoredObject[] = [];
      for (const { Key = '', Size = 0, LastModified, ETag } of page.Contents ?? []) {
        const whole = isEncoded ? decodedKey(Key) : Key;
        if (whole !== null && !whole.startsWith(prefix)) continue;
        const key = whole === null ? null : whole.slice(prefix.length);
        if (key !== null) last = this.#inOrder(last, key, what);
        objects.push({
          key,
          shown: displayText(key ?? Key),
          sizeBytes: Size,
          storedMs: LastModified?.getTime() ?? 0,
          tag: ETag ?? null,
        });
      }
      yield objects;
      token = nextPage(page, token, what);
    } while (token !== undefined);
  }

  async find(key: string, signal?: AbortSignal): Promise<(StoredObject & ObjectHeaders) | null> {
    const input = { Bucket: this.#requests.bucket, Key: this.#requests.keyOf(key) };
    const doing = `looking at ${displayText(key)}`;
    try {
      const answer = await this.#requests.send(
        doing,
        this.#requests.cannot('look at', key),
        signal,
        (client, watch) =>
          client.send(new this.#requests.sdk.HeadObjectCommand(input), { abortSignal: watch.signal }),
      );
      const { ContentLength: sizeBytes = 0, LastModified, ETag: tag = null } = answer;
      const storedMs = LastModified?.getTime() ?? 0;
      return { key, shown: displayText(key), sizeBytes, storedMs, tag, ...headersOf(answer) };
    } catch (error) {
      const status = s3FaultIn(error)?.status;
      if (isMissing(error) || status === 404) return null;
      if (status === 400 || status === 403) await this.#askWhy(key, signal);
      throw error;
    }
  }

  /** What answers a HEAD has no body, and so doesn't say what is wrong. @throws HoldfastError: what a GET says. */
  async #askWhy(key: string, signal: AbortSignal | undefined): Promise<void> {
    await this.readPart(key, { offset: 0, lengthBytes: 1, tag: null }, signal);
  }

  readPart(
    key: string,
    { offset, lengthBytes, tag }: { offset: number; lengthBytes: number; tag: string | null },
    signal?: AbortSignal,
  ): Promise<ObjectPart> {
    const what = this.#requests.cannot('read', key);
    return this.#requests.send(`reading ${displayText(key)}`, what, signal, async (client, watch) => {
      const command = new this.#requests.sdk.GetObjectCommand({
        Bucket: this.#requests.bucket,
        Key: this.#requests.keyOf(key),
        Range: rangeHeader({ offset, length: lengthBytes }),
        ...(tag === null ? {} : { IfMatch: tag }),
      });
      const answer = await client.send(command, { abortSignal: watch.signal });
      watch.heard();
      assertAsked(tag, answer, what);
      const { firstByte, sizeBytes, partBytes } = extentOf(answer, what);
      const isRight = firstByte === offset && partBytes === Math.min(lengthBytes, sizeBytes - offset);
      const bytes = isRight ? await readBody(answer.Body as Readable, partBytes, () => watch.heard()) : null;
      if (bytes === null) {
        const how = 'it gave other bytes than those that were asked for';
        throw new HoldfastError('backend-failed', `${what}: ${how}.`, { cause: new PassingFaultError(how) });
      }
      const storedMs = answer.LastModified?.getTime() ?? 0;
      return { bytes, sizeBytes, tag: answer.ETag ?? null, storedMs, ...headersOf(answer) };
    });
  }

  faultIn(error: unknown): ObjectFault | null {
    const fault = s3FaultIn(error);
    // 416: it has become shorter. An upload that is gone may have been ended by a try whose answer was lost.
    if (fault?.status === 412 || fault?.status === 416 || fault?.code === 'NoSuchUpload') return 'changed';
    if (fault?.code === 'NoSuchKey') return 'gone';
    return fault !== null && OF_ONE_OBJECT.test(fault.code) ? 'refused' : null;
  }

  async put(
    key: string,
    { bytes, ...kept }: ObjectHeaders & { readonly bytes: Buffer },
    { ifAbsent }: { readonly ifAbsent: boolean },
    signal?: AbortSignal,
  ): Promise<string | null> {
    const { sizeBytes, sha256, md5 } = checksumsOf([bytes]);
    const input = {
      Bucket: this.#requests.bucket,
      Key: this.#requests.keyOf(key),
      ContentLength: sizeBytes,
      ContentMD5: md5,
      ...inputOf(kept),
      ...(ifAbsent ? { IfNoneMatch: '*' } : {}),
    };
    const what = this.#requests.cannot('write', key);
    try {
      return await this.#requests.send(`writing ${displayText(key)}`, what, signal, async (client, watch) => {
        // An empty stream would be one of unknown length to the SDK.
        const body = { Body: sizeBytes === 0 ? bytes : streamOf([bytes], () => watch.heard()) };
        const command = new this.#requests.sdk.PutObjectCommand({ ...input, ...body });
        signBody(command, sha256);
        signHeaderBytes(command);
        return (await client.send(command, { abortSignal: watch.signal })).ETag ?? null;
      });
    } catch (error) {
      if (s3FaultIn(error)?.status !== 501 || !ifAbsent) throw error;
      return this.put(key, { bytes, ...kept }, { ifAbsent: false }, signal);
    }
  }

  async putParts(
    key: string,
    { parts, ...kept }: ObjectHeaders & { readonly parts: AsyncIterable<Buffer> },
    { ifAbsent }: { readonly ifAbsent: boolean },
    signal?: AbortSignal,
  ): Promise<void> {
    const uploadId = await this.#uploads.begin(key, signal, inputOf(kept));
    try {
      const uploaded: UploadedPart[] = [];
      for await (const bytes of parts)
        uploaded.push(
          await this.#uploads.addPart(key, { uploadId, number: uploaded.length + 1, bytes }, signal),
        );
      await this.#uploads.complete(key, { uploadId, parts: uploaded, isConditional: ifAbsent }, signal);
    } catch (error) {
      await this.#uploads.abort(key, uploadId, AbortSignal.timeout(ABANDON_WITHIN_MS)).catch(() => {});
      throw error;
    }
  }

  async keepsVersions(signal?: AbortSignal): Promise<boolean> {
    const what = `Cannot ask whether "${this.location}" keeps versions`;
    const Bucket = this.#requests.bucket;
    const { Status } = await this.#requests.send('asking for versions', what, signal, (client, watch) =>
      client.send(new this.#requests.sdk.GetBucketVersioningCommand({ Bucket }), {
        abortSignal: watch.signal,
      }),
    );
    return Status === 'Enabled';
  }

  close(): void {
    this.#requests.close();
  }

  /** By bytes, not as JavaScript compares text. */
  #inOrder(last: string, key: string, what: string): string {
    if (last === '' || fromText(last) < fromText(key)) return key;
    throw new HoldfastError(
      'backend-failed',
      `${what}: the storage lists ${JSON.stringify(displayText(key))} behind ${JSON.stringify(displayText(last))}, expected names by rising bytes, as S3 has them. ` +
        'A bucket that lists otherwise (a directory bucket) can’t be saved.',
    );
  }
}

/** As S3 encodes names in a list; null: it isn't UTF-8. */
function decodedKey(encoded: string): string | null {
  try {
    return decodeURIComponent(encoded.replaceAll('+', '%20'));
  } catch {
    return null;
  }
}
