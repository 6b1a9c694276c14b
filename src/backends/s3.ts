import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import type { Backend, FileHandle, FileKind, StoredFile } from './backend.ts';
import {
  describeFile,
  isMissing,
  MAX_WHOLE_BYTES,
  PassingFaultError,
  ShortFileError,
  tooLargeToLoad,
} from './backend.ts';
import { FOLDERS, isStoredName, pathOf } from './layout.ts';
import { checksumsOf, readBody, streamOf } from './s3-body.ts';
import { S3Connection, type S3Options, type S3Sdk } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { extentOf, rangeHeader } from './s3-range.ts';
import type { S3Location } from './s3-url.ts';

/** restic's own number for S3. */
const S3_CONNECTIONS = 5;

/** A repository in a bucket, laid out as restic does. Nothing is asked yet. */
export async function openS3(place: S3Location, options: S3Options = {}): Promise<Backend> {
  const sdk = await import('./s3-sdk.ts');
  return new S3Backend(new S3Connection(place, sdk, options), sdk);
}

class S3Backend implements Backend {
  readonly location: string;
  readonly connections = S3_CONNECTIONS;
  readonly #connection: S3Connection;
  readonly #sdk: S3Sdk;
  /** False once the storage has said that it can't save on the condition that the name is free. */
  #hasConditions = true;

  constructor(connection: S3Connection, sdk: S3Sdk) {
    this.#connection = connection;
    this.#sdk = sdk;
    this.location = connection.place.location;
  }

  /** There are no folders. The bucket has settings that only its owner can choose: it isn't made here. */
  async create(): Promise<void> {}

  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    const hadConditions = this.#hasConditions;
    try {
      if (hadConditions) await this.#put(file, data, signal);
      else await this.#putIfUnseen(file, data, signal);
    } catch (error) {
      const fault = s3FaultIn(error);
      if (fault?.status === 412) return await this.#assertSame(file, data, signal);
      if (fault?.status !== 501 || !hadConditions) throw error;
      this.#hasConditions = false;
      return await this.save(file, data, signal);
    }
    // Two who make a repository at once: where a storage heeds no condition, the one who came first sees it here.
    if (file.kind === 'config') await this.#assertSame(file, data, signal);
  }

  async load(
    file: FileHandle,
    range: { offset: number; length?: number } = { offset: 0 },
    signal?: AbortSignal,
  ): Promise<Buffer> {
    if (range.length === 0) return await this.#loadNothing(file, range.offset, signal);
    try {
      return await this.#get(file, range, signal);
    } catch (error) {
      // What the range begins behind may be the end itself.
      if (s3FaultIn(error)?.status !== 416) throw error;
      const { sizeBytes } = await this.#statThere(file, signal);
      if (range.length === undefined && range.offset === sizeBytes) return Buffer.alloc(0);
      throw this.#tooShort(file, sizeBytes, range.offset + (range.length ?? 0));
    }
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    try {
      return await this.#statThere(file, signal);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    const what = `Cannot list the ${kind} files in "${this.location}"`;
    const { bucket: Bucket } = this.#connection.place;
    const Prefix = `${this.#keyOf([FOLDERS[kind]])}/`;
    let token: string | undefined;
    do {
      const ContinuationToken = token;
      const page = await this.#connection.request(what, signal, (client, watch) =>
        client.send(new this.#sdk.ListObjectsV2Command({ Bucket, Prefix, ContinuationToken }), {
          abortSignal: watch.signal,
        }),
      );
      for (const { Key, Size } of page.Contents ?? []) {
        const name = posix.basename(Key ?? '');
        if (isStoredName(name) && Key === this.#keyOf(pathOf({ kind, name }))) {
          yield { name, sizeBytes: Size ?? 0 };
        }
      }
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
      // A list that ends early would be taken for a repository that lacks packs.
      if (page.IsTruncated && (token === undefined || token === ContinuationToken)) {
        throw new HoldfastError(
          'backend-failed',
          `${what}: the storage gives a part and not the way to the next.`,
        );
      }
    } while (token !== undefined);
  }

  async remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    const { bucket: Bucket } = this.#connection.place;
    const Key = this.#keyOf(pathOf(file));
    try {
      await this.#connection.request(this.#cannot('remove', file), signal, (client, watch) =>
        client.send(new this.#sdk.DeleteObjectCommand({ Bucket, Key }), { abortSignal: watch.signal }),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  #keyOf(path: readonly string[]): string {
    return posix.join(this.#connection.place.prefix, ...path);
  }

  #cannot(verb: string, file: FileHandle): string {
    return `Cannot ${verb} ${describeFile(file)} in "${this.location}"`;
  }

  /** On the condition that the name is free: else HTTP 412. */
  async #put(file: FileHandle, data: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
    const { sizeBytes, sha256, md5 } = checksumsOf(data);
    const input = {
      Bucket: this.#connection.place.bucket,
      Key: this.#keyOf(pathOf(file)),
      ContentLength: sizeBytes,
      ContentMD5: md5,
      ContentType: 'application/octet-stream',
      ...(this.#hasConditions ? { IfNoneMatch: '*' } : {}),
    };
    await this.#connection.request(this.#cannot('save', file), signal, async (client, watch) => {
      const command = new this.#sdk.PutObjectCommand({ ...input, Body: streamOf(data, () => watch.heard()) });
      // The SDK signs no stream's contents by itself, and takes this as it is.
      command.middlewareStack.add(
        (next) => (args) => {
          (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
          return next(args);
        },
        { step: 'build', name: 'holdfastContentHash' },
      );
      await client.send(command, { abortSignal: watch.signal });
    });
  }

  /** The best that can be done with a storage that knows no conditions. */
  async #putIfUnseen(
    file: FileHandle,
    data: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if ((await this.stat(file, signal)) !== null) await this.#assertSame(file, data, signal);
    else await this.#put(file, data, signal);
  }

  async #assertSame(
    file: FileHandle,
    data: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const stored = await this.load(file, undefined, signal);
    if (stored.equals(Buffer.concat(data))) return;
    throw new HoldfastError(
      'backend-failed',
      `${this.#cannot('save', file)}: the name holds other bytes already (${stored.length}).`,
    );
  }

  async #get(
    file: FileHandle,
    range: { offset: number; length?: number },
    signal: AbortSignal | undefined,
  ): Promise<Buffer> {
    return await this.#fetch(file, rangeHeader(range), signal, async (answer, heard) => {
      const { firstByte, sizeBytes, partBytes } = extentOf(answer, this.#cannot('read', file));
      if (firstByte !== range.offset)
        throw this.#faulty(file, `it gave bytes from ${firstByte} on, expected from ${range.offset}`);
      if (range.length === undefined && partBytes > MAX_WHOLE_BYTES) {
        throw tooLargeToLoad(file, this.location, sizeBytes);
      }
      const wantedBytes = range.length ?? sizeBytes - range.offset;
      if (range.offset + wantedBytes > sizeBytes)
        throw this.#tooShort(file, sizeBytes, range.offset + wantedBytes);
      const bytes = await readBody(answer.Body as Readable, wantedBytes, heard);
      if (bytes === null) throw this.#faulty(file, `it gave other than the ${wantedBytes} bytes that it has`);
      return bytes;
    });
  }

  async #loadNothing(file: FileHandle, offset: number, signal: AbortSignal | undefined): Promise<Buffer> {
    const { sizeBytes } = await this.#statThere(file, signal);
    if (offset > sizeBytes) throw this.#tooShort(file, sizeBytes, offset);
    return Buffer.alloc(0);
  }

  /**
   * By asking for the first byte: what HEAD answers has no body, and so doesn't tell a missing object from a missing bucket,
   * nor a wrong key from a wrong clock.
   */
  async #statThere(file: FileHandle, signal: AbortSignal | undefined): Promise<{ sizeBytes: number }> {
    try {
      return await this.#fetch(file, 'bytes=0-0', signal, async (answer, heard) => {
        const { sizeBytes, partBytes } = extentOf(answer, this.#cannot('look at', file));
        // Read, so that the connection can be used again.
        if (partBytes <= 1) await readBody(answer.Body as Readable, partBytes, heard);
        return { sizeBytes };
      });
    } catch (error) {
      // Only an empty object has no first byte.
      if (s3FaultIn(error)?.status === 416) return { sizeBytes: 0 };
      throw error;
    }
  }

  async #fetch<T>(
    file: FileHandle,
    range: string | undefined,
    signal: AbortSignal | undefined,
    read: (answer: GetObjectCommandOutput, heard: () => void) => Promise<T>,
  ): Promise<T> {
    const { bucket: Bucket } = this.#connection.place;
    const Key = this.#keyOf(pathOf(file));
    return await this.#connection.request(this.#cannot('read', file), signal, async (client, watch) => {
      const command = new this.#sdk.GetObjectCommand({ Bucket, Key, Range: range });
      const answer = await client.send(command, { abortSignal: watch.signal });
      watch.heard();
      return await read(answer, () => watch.heard());
    });
  }

  #tooShort(file: FileHandle, sizeBytes: number, expectedBytes: number): HoldfastError {
    return new HoldfastError(
      'backend-failed',
      `${this.#cannot('read', file)}: it has ${sizeBytes} bytes, expected at least ${expectedBytes}.`,
      { cause: new ShortFileError() },
    );
  }

  #faulty(file: FileHandle, how: string): HoldfastError {
    return new HoldfastError('backend-failed', `${this.#cannot('read', file)}: ${how}.`, {
      cause: new PassingFaultError(how),
    });
  }
}
