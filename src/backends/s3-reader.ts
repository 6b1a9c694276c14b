import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import type { Readable } from 'node:stream';
import type { GetObjectCommandOutput } from '@aws-sdk/client-s3';
import { HoldfastError } from '../errors.ts';
import type { ByteRange, FileHandle } from './backend.ts';
import {
  describeFile,
  isMissing,
  MAX_WHOLE_BYTES,
  PassingFaultError,
  ShortFileError,
  tooLargeToLoad,
} from './backend.ts';
import { pathOf } from './layout.ts';
import { readBody } from './s3-body.ts';
import type { S3Connection, S3Sdk } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { extentOf, rangeHeader } from './s3-range.ts';

/** A part of a file; without a length to its end. */
/** An object, in a bucket that keeps versions one of them: without an ID the current one. */
export interface ObjectVersion {
  readonly file: FileHandle;
  readonly versionId?: string | undefined;
}

export interface ObjectFacts {
  readonly sizeBytes: number;
  /** Null where the bucket keeps no versions. */
  readonly versionId: string | null;
}

/** Reads the objects of a repository in a bucket. */
export class S3Reader {
  readonly #connection: S3Connection;
  readonly #sdk: S3Sdk;
  readonly location: string;

  constructor(connection: S3Connection, sdk: S3Sdk) {
    this.#connection = connection;
    this.#sdk = sdk;
    this.location = connection.place.location;
  }

  /** As Backend.load. */
  async load(
    of: ObjectVersion,
    range: ByteRange = { offset: 0 },
    signal?: AbortSignal | undefined,
  ): Promise<Buffer> {
    if (range.length === 0) return await this.#loadNothing(of, range.offset, signal);
    try {
      return await this.#get(of, range, signal);
    } catch (error) {
      // What the range begins behind may be the end itself.
      if (s3FaultIn(error)?.status !== 416) throw error;
      const { sizeBytes } = await this.#statThere(of, signal);
      if (range.length === undefined && range.offset === sizeBytes) return Buffer.alloc(0);
      throw this.#tooShort(of.file, sizeBytes, range.offset + (range.length ?? 0));
    }
  }

  /** Null if it isn't there. */
  async stat(of: ObjectVersion, signal?: AbortSignal): Promise<ObjectFacts | null> {
    try {
      return await this.#statThere(of, signal);
    } catch (error) {
      if (isMissing(error)) return null;
      throw error;
    }
  }

  /** The SHA-256 of all its bytes, in hex; none of them is kept. */
  async sha256(of: ObjectVersion, signal?: AbortSignal): Promise<string> {
    return await this.#fetch(of, undefined, signal, async (answer, heard) => {
      const hash = createHash('sha256');
      for await (const chunk of answer.Body as Readable) {
        heard();
        hash.update(chunk);
      }
      return hash.digest('hex');
    });
  }

  keyOf(path: readonly string[]): string {
    return posix.join(this.#connection.place.prefix, ...path);
  }

  /** The beginning of a message. */
  cannot(verb: string, file: FileHandle): string {
    return `Cannot ${verb} ${describeFile(file)} in "${this.location}"`;
  }

  async #get(of: ObjectVersion, range: ByteRange, signal: AbortSignal | undefined): Promise<Buffer> {
    const { file } = of;
    return await this.#fetch(of, rangeHeader(range), signal, async (answer, heard) => {
      const { firstByte, sizeBytes, partBytes } = extentOf(answer, this.cannot('read', file));
      if (firstByte !== range.offset)
        throw this.#faulty(file, `it gave bytes from ${firstByte} on, expected from ${range.offset}`);
      if (range.length === undefined && partBytes > MAX_WHOLE_BYTES) {
        throw tooLargeToLoad(file, this.location, sizeBytes);
      }
      const wantedBytes = range.length ?? sizeBytes - range.offset;
      if (range.offset + wantedBytes > sizeBytes)
        throw this.#tooShort(file, sizeBytes, range.offset + wantedBytes);
      const bytes = await readBody(answer.Body as Readable, wantedBytes, heard, range.into);
      if (bytes === null) throw this.#faulty(file, `it gave other than the ${wantedBytes} bytes that it has`);
      return bytes;
    });
  }

  async #loadNothing(of: ObjectVersion, offset: number, signal: AbortSignal | undefined): Promise<Buffer> {
    const { sizeBytes } = await this.#statThere(of, signal);
    if (offset > sizeBytes) throw this.#tooShort(of.file, sizeBytes, offset);
    return Buffer.alloc(0);
  }

  /**
   * By asking for the first byte: what HEAD answers has no body, and so doesn't tell a missing object from a missing bucket,
   * nor a wrong key from a wrong clock.
   */
  async #statThere(of: ObjectVersion, signal: AbortSignal | undefined): Promise<ObjectFacts> {
    try {
      return await this.#fetch(of, 'bytes=0-0', signal, async (answer, heard) => {
        const { sizeBytes, partBytes } = extentOf(answer, this.cannot('look at', of.file));
        // Read, so that the connection can be used again.
        if (partBytes <= 1) await readBody(answer.Body as Readable, partBytes, heard);
        return { sizeBytes, versionId: answer.VersionId ?? null };
      });
    } catch (error) {
      // Only an empty object has no first byte.
      if (s3FaultIn(error)?.status === 416) return { sizeBytes: 0, versionId: null };
      throw error;
    }
  }

  async #fetch<T>(
    { file, versionId }: ObjectVersion,
    range: string | undefined,
    signal: AbortSignal | undefined,
    read: (answer: GetObjectCommandOutput, heard: () => void) => Promise<T>,
  ): Promise<T> {
    const { bucket: Bucket } = this.#connection.place;
    const Key = this.keyOf(pathOf(file));
    return await this.#connection.request(this.cannot('read', file), signal, async (client, watch) => {
      const command = new this.#sdk.GetObjectCommand({ Bucket, Key, Range: range, VersionId: versionId });
      const answer = await client.send(command, { abortSignal: watch.signal });
      watch.heard();
      return await read(answer, () => watch.heard());
    });
  }

  #tooShort(file: FileHandle, sizeBytes: number, expectedBytes: number): HoldfastError {
    return new HoldfastError(
      'backend-failed',
      `${this.cannot('read', file)}: it has ${sizeBytes} bytes, expected at least ${expectedBytes}.`,
      { cause: new ShortFileError() },
    );
  }

  #faulty(file: FileHandle, how: string): HoldfastError {
    return new HoldfastError('backend-failed', `${this.cannot('read', file)}: ${how}.`, {
      cause: new PassingFaultError(how),
    });
  }
}
