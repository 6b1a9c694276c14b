import { posix } from 'node:path';
import type { PutObjectCommand, UploadPartCommand } from '@aws-sdk/client-s3';
import { displayText } from '../bytestring.ts';
import { type RetryOptions, retrying } from './retry.ts';
import type { S3Connection, S3Options, S3Sdk } from './s3-connection.ts';
import { storedAs } from './s3-stored-as.ts';

export type S3BucketOptions = S3Options & Pick<RetryOptions, 'onRetry' | 'giveUpAfterMs' | 'firstDelayMs'>;

/** Requests about objects of a bucket, each tried again where that may help. */
export class S3Requests {
  readonly location: string;
  readonly sdk: S3Sdk;
  readonly #connection: S3Connection;
  readonly #retry: S3BucketOptions;
  readonly #noun: string;

  /** @param noun What an object is here, for messages. */
  constructor(connection: S3Connection, sdk: S3Sdk, retry: S3BucketOptions, noun = 'archive file') {
    this.location = connection.place.location;
    this.sdk = sdk;
    this.#connection = connection;
    this.#retry = retry;
    this.#noun = noun;
  }

  /** What the storage is told of how to keep an archive's files. */
  get storedAs(): ReturnType<typeof storedAs> {
    return storedAs(this.#retry);
  }

  get bucket(): string {
    return this.#connection.place.bucket;
  }

  /** Of the empty name: what stands before all others. */
  keyOf(name: string): string {
    const { prefix } = this.#connection.place;
    return prefix === '' ? name : `${posix.join(prefix)}/${name}`;
  }

  cannot(verb: string, name: string): string {
    return `Cannot ${verb} the ${this.#noun} "${displayText(name)}" in "${this.location}"`;
  }

  /** @param doing For a log: `saving part 3`. @param what For an error: `Cannot save …`. */
  send<T>(
    doing: string,
    what: string,
    signal: AbortSignal | undefined,
    work: Parameters<typeof S3Connection.prototype.request<T>>[2],
  ): Promise<T> {
    return retrying(doing, { ...this.#retry, signal }, () => this.#connection.request(what, signal, work));
  }

  close(): void {
    this.#connection.close();
  }
}

/** The SDK signs no stream's contents by itself, and takes this as it is. */
export function signBody(command: PutObjectCommand | UploadPartCommand, sha256: string): void {
  (command as PutObjectCommand).middlewareStack.add(
    (next) => (args) => {
      (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
      return next(args);
    },
    { step: 'build', name: 'holdfastContentHash' },
  );
}
