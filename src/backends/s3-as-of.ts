import { HoldfastError } from '../errors.ts';
import type { Backend, ByteRange, FileHandle, FileKind, StoredFile } from './backend.ts';
import { MAX_WHOLE_BYTES, MissingFileError } from './backend.ts';
import { s3FaultIn } from './s3-fault.ts';
import type { S3Reader } from './s3-reader.ts';
import { listVersions, type StoredVersion, type VersionedBucket, type VersionedFile } from './s3-versions.ts';

/** Of one file no more versions are read through for the right one: whoever may write can leave thousands. */
const MAX_VERSIONS_READ = 100;

/** A file that was there at the time: its version, found when it is first needed. */
interface FileThen {
  readonly version: () => Promise<StoredVersion>;
}

export interface AsOfOptions extends VersionedBucket {
  /** In ms since 1970, by the storage's clock. */
  readonly asOfMs: number;
  readonly connections: number;
}

/**
 * A repository as it was at a time, from the versions that its bucket keeps. Nothing can be saved or removed.
 *
 * Which files there are goes by the time. What is in them doesn't where their names are the hashes of their contents:
 * of a file that was ever replaced, that version is taken whose hash is the name, whenever it was saved.
 */
export class S3AsOfBackend implements Backend {
  readonly location: string;
  readonly connections: number;
  readonly #options: AsOfOptions;
  readonly #reader: S3Reader;
  readonly #tables = new Map<FileKind, Promise<ReadonlyMap<string, FileThen>>>();

  constructor(options: AsOfOptions) {
    this.#options = options;
    this.#reader = options.reader;
    this.location = `${options.reader.location} as of ${new Date(options.asOfMs).toISOString()}`;
    this.connections = options.connections;
  }

  async create(): Promise<void> {
    throw this.#readOnly('make a repository');
  }

  async save(): Promise<void> {
    throw this.#readOnly('save anything');
  }

  async remove(): Promise<void> {
    throw this.#readOnly('remove anything');
  }

  async load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
    const then = (await this.#tableOf(file.kind, signal)).get(file.name);
    if (then === undefined) throw this.#missing(file);
    const { versionId } = await then.version();
    return await this.#reader.load({ file, versionId }, range, signal);
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    const then = (await this.#tableOf(file.kind, signal)).get(file.name);
    return then === undefined ? null : { sizeBytes: (await then.version()).sizeBytes };
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    for (const [name, then] of await this.#tableOf(kind, signal)) {
      yield { name, sizeBytes: (await then.version()).sizeBytes };
    }
  }

  async close(): Promise<void> {
    this.#options.connection.close();
  }

  #tableOf(kind: FileKind, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, FileThen>> {
    const known = this.#tables.get(kind);
    if (known !== undefined) return known;
    const table = this.#readTable(kind, signal);
    table.catch(() => this.#tables.delete(kind)); // so that it can be tried again
    this.#tables.set(kind, table);
    return table;
  }

  async #readTable(kind: FileKind, signal: AbortSignal | undefined): Promise<ReadonlyMap<string, FileThen>> {
    // Asked for first, and by everybody.
    if (kind === 'config') await this.#assertKeepsVersions(signal);
    const table = new Map<string, FileThen>();
    for await (const file of listVersions(this.#options, kind, signal)) {
      const then = fileAt(this.#options.asOfMs, file, (candidates, then) =>
        this.#rightOf({ kind, name: file.name }, candidates, then),
      );
      if (then !== null) table.set(file.name, then);
    }
    return table;
  }

  /** The first of `candidates` whose hash is the name; `then` if none is, which is told as damaged by who reads it. */
  async #rightOf(
    file: FileHandle,
    candidates: readonly StoredVersion[],
    then: StoredVersion,
  ): Promise<StoredVersion> {
    for (const candidate of candidates.slice(0, MAX_VERSIONS_READ)) {
      if (candidate.sizeBytes > MAX_WHOLE_BYTES) continue;
      if ((await this.#reader.sha256({ file, versionId: candidate.versionId })) === file.name)
        return candidate;
    }
    return then;
  }

  /** Without versions, what is there now would pass for what was there then. */
  async #assertKeepsVersions(signal: AbortSignal | undefined): Promise<void> {
    const { connection, sdk } = this.#options;
    const what = `Cannot read "${this.location}" as of a time`;
    const { bucket: Bucket } = connection.place;
    try {
      const { Status } = await connection.request(what, signal, (client, watch) =>
        client.send(new sdk.GetBucketVersioningCommand({ Bucket }), { abortSignal: watch.signal }),
      );
      if (Status !== undefined) return;
    } catch (error) {
      const status = s3FaultIn(error)?.status;
      // Who may not ask, or can't, still gets what versions there are.
      if (status === 403 || status === 405 || status === 501) return;
      throw error;
    }
    throw new HoldfastError(
      'bad-input',
      `${what}: the bucket keeps no versions, expected versioning switched on before that time. Read it without --as-of.`,
    );
  }

  #readOnly(verb: string): HoldfastError {
    return new HoldfastError(
      'bad-input',
      `Cannot ${verb} in "${this.location}": what was can't be changed. Leave --as-of out.`,
    );
  }

  #missing(file: FileHandle): HoldfastError {
    const time = new Date(this.#options.asOfMs).toISOString();
    return new HoldfastError(
      'backend-failed',
      `${this.#reader.cannot('read', file)}: it wasn't there at ${time}.`,
      { cause: new MissingFileError() },
    );
  }
}

/**
 * What `file` was at a time, or null if it wasn't there then.
 * @param choose Called when there is more than one version: with all of them, the oldest first, since nothing of ours
 *   replaces a file, and the one that was current at the time.
 */
function fileAt(
  asOfMs: number,
  { name, versions }: VersionedFile,
  choose: (candidates: readonly StoredVersion[], then: StoredVersion) => Promise<StoredVersion>,
): FileThen | null {
  const then = versions.find(({ savedMs }) => savedMs <= asOfMs);
  if (then === undefined || then.isMarker) return null;
  const candidates = versions.filter(({ isMarker }) => !isMarker).reverse();
  // The config's name says nothing of what is in it.
  if (candidates.length === 1 || name === '') return { version: () => Promise.resolve(then) };
  let chosen: Promise<StoredVersion> | null = null;
  return {
    version: () => {
      if (chosen !== null) return chosen;
      chosen = choose(candidates, then);
      chosen.catch(() => {
        chosen = null; // so that it can be tried again
      });
      return chosen;
    },
  };
}
