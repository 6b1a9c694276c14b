import type { GetObjectRetentionCommandOutput } from '@aws-sdk/client-s3';
import { displayText } from '../bytestring.ts';
import { asHoldfastError, HoldfastError } from '../errors.ts';
import type { FileHandle, FileKind, FileVersions, RetentionLocks } from './backend.ts';
import { isMissing, isPassing } from './backend.ts';
import { pathOf } from './layout.ts';
import { s3FaultIn } from './s3-fault.ts';
import type { ObjectLock } from './s3-settings.ts';
import { listVersions, type VersionedBucket } from './s3-versions.ts';

const DAY_MS = 24 * 60 * 60_000;

/** A lock is extended when less than this part of it is left: each object about twice in its time. */
const LEAST_PART = 0.5;

/** Of one file no more versions are held, the oldest: whoever may write can leave thousands, for us to lock and pay. */
const MAX_VERSIONS_HELD = 100;

/** Answers to a question about a lock that aren't one: from storage that has none, whatever it calls that. */
const ANSWERS_WITHOUT_LOCKS = new Set([200, 400, 404, 405, 501]);

/** Of these the whole bucket has none. */
const NO_LOCKS_AT_ALL = new Set(['InvalidRequest', 'MethodNotAllowed', 'NotImplemented']);

interface Lock {
  readonly mode: ObjectLock['mode'];
  readonly untilMs: number;
}

/** Looks at the Object Locks of a bucket, and sets them. */
export class S3ObjectLocks {
  readonly #bucket: VersionedBucket;
  /** False once the storage has said that nothing in the bucket can be locked. */
  #mayHaveLocks = true;

  constructor(bucket: VersionedBucket) {
    this.#bucket = bucket;
  }

  /**
   * Whatever S3 says to a DELETE of a locked object, it hides it behind a marker: so that a prune would take from every
   * reader what the lock was to keep.
   * @throws HoldfastError retained; no-permission where the storage doesn't let us look, but may lock.
   */
  async assertRemovable(file: FileHandle, signal?: AbortSignal): Promise<void> {
    if (!this.#mayHaveLocks) return;
    const lock = await this.#lockToRemove(file, signal);
    if (lock === null || lock.untilMs <= Date.now()) return;
    throw new HoldfastError(
      'retained',
      `${this.#bucket.reader.cannot('remove', file)}: its Object Lock (${lock.mode}) forbids it until ` +
        `${new Date(lock.untilMs).toISOString()}. It is left as it is: try again after that.`,
    );
  }

  /**
   * @throws HoldfastError bad-input if the bucket can't lock objects; no-permission if that can't be seen.
   */
  async assertLocking(signal?: AbortSignal): Promise<void> {
    const { connection, sdk, reader } = this.#bucket;
    const what = `Cannot lock objects in "${reader.location}"`;
    const { bucket: Bucket } = connection.place;
    const isOn = await connection
      .request(what, signal, (client, watch) =>
        client.send(new sdk.GetObjectLockConfigurationCommand({ Bucket }), { abortSignal: watch.signal }),
      )
      .then(({ ObjectLockConfiguration }) => ObjectLockConfiguration?.ObjectLockEnabled === 'Enabled')
      .catch((error: unknown) => {
        if (hasNoLocks(error)) return false;
        throw withRight(error, what, 's3:GetBucketObjectLockConfiguration');
      });
    if (isOn) return;
    throw new HoldfastError(
      'bad-input',
      `${what}: the bucket "${displayText(Bucket)}" has no Object Lock, expected one that was made with it (and so keeps ` +
        'versions). Make such a bucket, or leave --object-lock out. Nothing was saved.',
    );
  }

  /** Null: none. @throws `isMissing(error)`; what a storage says that we don't know. */
  async get(file: FileHandle, versionId: string | undefined, signal?: AbortSignal): Promise<Lock | null> {
    const { connection, sdk, reader } = this.#bucket;
    const input = {
      Bucket: connection.place.bucket,
      Key: reader.keyOf(pathOf(file)),
      VersionId: versionId,
    };
    const what = reader.cannot('see the lock of', file);
    try {
      const answer = await connection.request(what, signal, (client, watch) =>
        client.send(new sdk.GetObjectRetentionCommand(input), { abortSignal: watch.signal }),
      );
      return lockOf(answer);
    } catch (error) {
      if (!hasNoLocks(error)) throw error;
      if (NO_LOCKS_AT_ALL.has(s3FaultIn(error)?.code ?? '')) this.#mayHaveLocks = false;
      return null;
    }
  }

  async put(file: FileHandle, versionId: string, lock: Lock, signal?: AbortSignal): Promise<void> {
    const { connection, sdk, reader } = this.#bucket;
    const what = reader.cannot('extend the lock of', file);
    const input = {
      Bucket: connection.place.bucket,
      Key: reader.keyOf(pathOf(file)),
      VersionId: versionId,
      Retention: { Mode: lock.mode, RetainUntilDate: new Date(lock.untilMs) },
    };
    await connection
      .request(what, signal, (client, watch) =>
        client.send(new sdk.PutObjectRetentionCommand(input), { abortSignal: watch.signal }),
      )
      .catch((error: unknown) => {
        throw withRight(error, what, 's3:PutObjectRetention');
      });
  }

  async #lockToRemove(file: FileHandle, signal: AbortSignal | undefined): Promise<Lock | null> {
    try {
      return await this.get(file, undefined, signal);
    } catch (error) {
      if (isMissing(error)) return null;
      const status = s3FaultIn(error)?.status;
      if (status !== 403 && status !== 404) throw error;
      // An ordinary bucket's credential needs no right to look at locks: without versions there are none.
      const facts = await this.#bucket.reader.stat({ file }, signal);
      if (facts === null) return null;
      if (facts.versionId !== null)
        throw withRight(error, this.#bucket.reader.cannot('remove', file), 's3:GetObjectRetention');
      this.#mayHaveLocks = false;
      return null;
    }
  }
}

/** What `objectLock` asks for, as a repository does it (src/repository/retention-locks.ts). */
export class S3RetentionLocks implements RetentionLocks {
  readonly days: number;
  readonly #bucket: VersionedBucket;
  readonly #locks: S3ObjectLocks;
  readonly #objectLock: ObjectLock;
  /** Until when the versions are locked that this process saved: they needn't be asked. */
  readonly #own = new Map<string, number>();

  constructor(bucket: VersionedBucket, locks: S3ObjectLocks, objectLock: ObjectLock) {
    this.#bucket = bucket;
    this.#locks = locks;
    this.#objectLock = objectLock;
    this.days = objectLock.days;
  }

  /** What a new object is saved with. */
  newLock(): Lock {
    const { mode, days } = this.#objectLock;
    return { mode, untilMs: Date.now() + days * DAY_MS };
  }

  onSaved(versionId: string | undefined, { untilMs }: Lock): void {
    if (versionId !== undefined) this.#own.set(versionId, untilMs);
  }

  async *versions(kind: FileKind, signal?: AbortSignal): AsyncIterable<FileVersions> {
    for await (const { name, versions } of listVersions(this.#bucket, kind, signal)) {
      yield {
        name,
        isHidden: versions[0]?.isMarker ?? true,
        versionIds: versions
          .filter(({ isMarker }) => !isMarker)
          .slice(-MAX_VERSIONS_HELD)
          .map(({ versionId }) => versionId),
      };
    }
  }

  async hold(file: FileHandle, versionId: string, signal?: AbortSignal): Promise<boolean> {
    const least = Date.now() + this.days * DAY_MS * LEAST_PART;
    if ((this.#own.get(versionId) ?? 0) >= least) return false;
    const lock = await this.#locks.get(file, versionId, signal);
    if (lock !== null && lock.untilMs >= least) return false;
    const { mode, untilMs } = this.newLock();
    // A stricter mode stays: to loosen it is forbidden.
    await this.#locks.put(file, versionId, { mode: lock?.mode ?? mode, untilMs }, signal);
    return true;
  }
}

function lockOf({ Retention }: GetObjectRetentionCommandOutput): Lock | null {
  if (Retention?.RetainUntilDate === undefined) return null;
  const mode = Retention.Mode === 'GOVERNANCE' ? 'GOVERNANCE' : 'COMPLIANCE';
  return { mode, untilMs: Retention.RetainUntilDate.getTime() };
}

/** A wrong clock, region or key is none of it, nor a fault that may pass: they have codes, or causes, of their own. */
function hasNoLocks(error: unknown): boolean {
  const fault = s3FaultIn(error);
  if (fault === null || fault.code === 'NoSuchBucket') return false;
  const isOther = isMissing(error) || isPassing(error) || asHoldfastError(error)?.code !== 'backend-failed';
  return !isOther && ANSWERS_WITHOUT_LOCKS.has(fault.status ?? 0);
}

/** The general advice of a denied request doesn't name this right. */
function withRight(error: unknown, what: string, right: string): unknown {
  if (!(error instanceof HoldfastError) || s3FaultIn(error)?.code !== 'AccessDenied') return error;
  return new HoldfastError(
    'no-permission',
    `${what}: the credential has no right to it (AccessDenied). It takes ${right}.`,
    { cause: error.cause },
  );
}
