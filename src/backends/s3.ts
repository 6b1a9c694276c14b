import { posix } from 'node:path';
import { HoldfastError } from '../errors.ts';
import type { Backend, ByteRange, FileHandle, FileKind, StoredFile } from './backend.ts';
import { isMissing } from './backend.ts';
import { FOLDERS, isStoredName, pathOf } from './layout.ts';
import { assertStored } from './s3-answers.ts';
import { S3AsOfBackend } from './s3-as-of.ts';
import { checksumsOf, streamOf } from './s3-body.ts';
import { S3Connection, type S3Options, type S3Sdk } from './s3-connection.ts';
import { s3FaultIn } from './s3-fault.ts';
import { S3ObjectLocks, S3RetentionLocks } from './s3-object-lock.ts';
import { nextPage } from './s3-pages.ts';
import { S3Reader } from './s3-reader.ts';
import type { S3Settings } from './s3-settings.ts';
import { storedAs } from './s3-stored-as.ts';
import type { S3Location } from './s3-url.ts';

/** restic's own number for S3. */
const S3_CONNECTIONS = 5;

/** A repository in a bucket, laid out as restic does; with `asOfMs` as it was then, to be read. Nothing is asked yet. */
export async function openS3(
  place: S3Location,
  { asOfMs, ...options }: S3Options & { readonly asOfMs?: number | undefined } = {},
): Promise<Backend> {
  const sdk = await import('./s3-sdk.ts');
  const connection = new S3Connection(place, sdk, options);
  const reader = new S3Reader(connection, sdk);
  if (asOfMs === undefined) return new S3Backend({ connection, sdk, reader }, options);
  return new S3AsOfBackend({
    connection,
    sdk,
    reader,
    asOfMs,
    connections: options.connections ?? S3_CONNECTIONS,
  });
}

class S3Backend implements Backend {
  readonly location: string;
  readonly connections: number;
  readonly retention: S3RetentionLocks | undefined;
  readonly #connection: S3Connection;
  readonly #sdk: S3Sdk;
  readonly #reader: S3Reader;
  readonly #settings: S3Settings;
  readonly #locks: S3ObjectLocks;
  /** False once the storage has said that it can't save on the condition that the name is free. */
  #hasConditions = true;
  /** Whether the bucket can lock objects: asked before the first is saved. */
  #locking: Promise<void> | null = null;

  constructor(
    bucket: { readonly connection: S3Connection; readonly sdk: S3Sdk; readonly reader: S3Reader },
    settings: S3Settings,
  ) {
    this.#connection = bucket.connection;
    this.#sdk = bucket.sdk;
    this.#reader = bucket.reader;
    this.#settings = settings;
    this.#locks = new S3ObjectLocks(bucket);
    const { objectLock, connections = S3_CONNECTIONS } = settings;
    this.retention = objectLock && new S3RetentionLocks(bucket, this.#locks, objectLock);
    this.connections = connections;
    this.location = bucket.reader.location;
  }

  /** There are no folders. The bucket has settings that only its owner can choose: it isn't made here. */
  async create(): Promise<void> {}

  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    if (this.retention !== undefined) await this.#assertLocking(signal);
    const hadConditions = this.#hasConditions;
    try {
      if (hadConditions) await this.#put(file, data, signal);
      else await this.#putIfUnseen(file, data, signal);
    } catch (error) {
      const fault = s3FaultIn(error);
      if (fault?.status === 412) {
        await this.#assertSame(file, data, signal);
        return await this.#holdAsStored(file, signal);
      }
      if (fault?.status !== 501 || !hadConditions) throw error;
      this.#hasConditions = false;
      return await this.save(file, data, signal);
    }
    // Two who make a repository at once: where a storage heeds no condition, the one who came first sees it here.
    if (file.kind === 'config') await this.#assertSame(file, data, signal);
  }

  load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
    return this.#reader.load({ file }, range, signal);
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    const facts = await this.#reader.stat({ file }, signal);
    return facts && { sizeBytes: facts.sizeBytes };
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    const what = `Cannot list the ${kind} files in "${this.location}"`;
    const { bucket: Bucket } = this.#connection.place;
    const Prefix = `${this.#reader.keyOf([FOLDERS[kind]])}/`;
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
        if (isStoredName(name) && Key === this.#reader.keyOf(pathOf({ kind, name }))) {
          yield { name, sizeBytes: Size ?? 0 };
        }
      }
      token = nextPage(page, token, what);
    } while (token !== undefined);
  }

  /** By a DELETE without a version: in a bucket that keeps versions, a marker hides the file until its rules remove it. */
  async remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    if (file.kind !== 'lock') await this.#locks.assertRemovable(file, signal);
    const { bucket: Bucket } = this.#connection.place;
    const Key = this.#reader.keyOf(pathOf(file));
    try {
      await this.#connection.request(this.#reader.cannot('remove', file), signal, (client, watch) =>
        client.send(new this.#sdk.DeleteObjectCommand({ Bucket, Key }), { abortSignal: watch.signal }),
      );
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }

  async close(): Promise<void> {
    this.#connection.close();
  }

  /** On the condition that the name is free: else HTTP 412. */
  async #put(file: FileHandle, data: readonly Uint8Array[], signal: AbortSignal | undefined): Promise<void> {
    const { sizeBytes, sha256, md5 } = checksumsOf(data);
    const lock = file.kind === 'lock' ? undefined : this.retention?.newLock();
    const input = {
      Bucket: this.#connection.place.bucket,
      Key: this.#reader.keyOf(pathOf(file)),
      ContentLength: sizeBytes,
      ContentMD5: md5,
      ContentType: 'application/octet-stream',
      ...(this.#hasConditions ? { IfNoneMatch: '*' } : {}),
      ...this.#storedAs(file),
      ...(lock && { ObjectLockMode: lock.mode, ObjectLockRetainUntilDate: new Date(lock.untilMs) }),
    };
    const what = this.#reader.cannot('save', file);
    await this.#connection.request(what, signal, async (client, watch) => {
      const command = new this.#sdk.PutObjectCommand({ ...input, Body: streamOf(data, () => watch.heard()) });
      // The SDK signs no stream's contents by itself, and takes this as it is.
      command.middlewareStack.add(
        (next) => (args) => {
          (args.request as { headers: Record<string, string> }).headers['x-amz-content-sha256'] = sha256;
          return next(args);
        },
        { step: 'build', name: 'holdfastContentHash' },
      );
      const answer = await client.send(command, { abortSignal: watch.signal });
      assertStored(answer, what);
      if (lock !== undefined) this.retention?.onSaved(answer.VersionId, lock);
    });
  }

  #storedAs(file: FileHandle) {
    const { storageClass: _, ...always } = this.#settings;
    // Locks live for minutes: a class that is billed by the month makes them dear.
    return storedAs(file.kind === 'lock' ? always : this.#settings);
  }

  async #assertLocking(signal: AbortSignal | undefined): Promise<void> {
    this.#locking ??= this.#locks.assertLocking(signal);
    try {
      await this.#locking;
    } catch (error) {
      this.#locking = null; // so that it can be tried again
      throw error;
    }
  }

  /** Of a file that is there already, whoever saved it: perhaps without a lock. */
  async #holdAsStored(file: FileHandle, signal: AbortSignal | undefined): Promise<void> {
    if (this.retention === undefined || file.kind === 'lock') return;
    const facts = await this.#reader.stat({ file }, signal);
    if (facts?.versionId) await this.retention.hold(file, facts.versionId, signal);
  }

  /** The best that can be done with a storage that knows no conditions. */
  async #putIfUnseen(
    file: FileHandle,
    data: readonly Uint8Array[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    if ((await this.stat(file, signal)) !== null) {
      await this.#assertSame(file, data, signal);
      await this.#holdAsStored(file, signal);
    } else {
      await this.#put(file, data, signal);
    }
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
      `${this.#reader.cannot('save', file)}: the name holds other bytes already (${stored.length}).`,
    );
  }
}
