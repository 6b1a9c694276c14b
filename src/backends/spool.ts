import { createHash, randomInt } from 'node:crypto';
import { type FileHandle as DiskFile, open, statfs, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { HoldfastError } from '../errors.ts';
import type { Backend, ByteRange, FileHandle, FileKind, RetentionLocks, StoredFile } from './backend.ts';
import { describeFile } from './backend.ts';
import { cancellation, throwIfCancelled, untilCancelled } from './cancel.ts';

/** What the spool takes when nobody says it, unless half of what is free is less. */
export const SPOOL_BYTES = 10 * 1024 ** 3;

/** Each pack in the spool is an open file. */
const MAX_SPOOLED_PACKS = 1000;

const NAME_LIMIT = 2 ** 47;

export interface SpoolOptions {
  /** A folder of this machine. */
  readonly folder: string;
  /** Null: SPOOL_BYTES, or half of what is free there. */
  readonly maxBytes: number | null;
  /** Aborted when there is no time left to upload anything: what waits is given up then. */
  readonly signal: AbortSignal;
  /** Told once, when from here on the storage sets the pace: the spool is full with so many bytes, or can't be written. */
  readonly onFull?: (spooledBytes: number) => void;
}

/** A pack that waits on this machine, in a file that has no name any more. */
interface Spooled {
  readonly file: FileHandle;
  readonly sizeBytes: number;
  readonly disk: DiskFile;
}

/**
 * `backend`, before which packs wait on this machine's disk while an application is held, so that slow storage isn't
 * downtime: between `hold` and `release` a pack counts as saved once it is in the spool. It is uploaded in the background.
 *
 * An index or a snapshot is saved only when every pack that was saved before is in the storage. So what others can see keeps
 * the order of writing; what is only in the spool is named nowhere.
 *
 * The spool's files have no names: when this process ends, however it does, the system takes them back.
 */
export class SpoolingBackend implements Backend {
  readonly location: string;
  readonly connections: number;
  readonly #backend: Backend;
  readonly #options: SpoolOptions;
  readonly #spooled = new Map<string, Spooled>();
  readonly #waiting: Spooled[] = [];
  readonly #closing = new AbortController();
  /** Bytes in the spool, and those that are being written to it. */
  #bytes = 0;
  #packs = 0;
  #running = 0;
  #limit: Promise<number> | null = null;
  #isHolding = false;
  #isFullTold = false;
  #failure: { error: unknown } | null = null;
  #change = Promise.withResolvers<void>();

  constructor(backend: Backend, options: SpoolOptions) {
    this.location = backend.location;
    this.connections = backend.connections;
    this.#backend = backend;
    this.#options = options;
    const giveUp = () => this.#fail(cancellation(options.signal));
    options.signal.addEventListener('abort', giveUp, { once: true });
    this.#closing.signal.addEventListener('abort', () => options.signal.removeEventListener('abort', giveUp));
  }

  /** From here on packs wait in the spool. */
  hold(): void {
    this.#isHolding = true;
    this.#limit ??= limitOf(this.#options);
  }

  /** From here on packs go to the storage itself. @returns How many bytes are still in the spool. */
  release(): number {
    this.#isHolding = false;
    this.#tell();
    return this.#bytes;
  }

  get folder(): string | undefined {
    return this.#backend.folder;
  }

  get retention(): RetentionLocks | undefined {
    return this.#backend.retention;
  }

  create(): Promise<void> {
    return this.#backend.create();
  }

  async save(file: FileHandle, data: readonly Uint8Array[], signal?: AbortSignal): Promise<void> {
    throwIfCancelled(signal);
    this.#throwFailure();
    if (file.kind === 'pack' && this.#isHolding && (await this.#spool(file, data))) return;
    if (file.kind === 'index' || file.kind === 'snapshot') await this.#drained(signal);
    await this.#backend.save(file, data, signal);
  }

  async load(file: FileHandle, range?: ByteRange, signal?: AbortSignal): Promise<Buffer> {
    throwIfCancelled(signal);
    const spooled = file.kind === 'pack' ? this.#spooled.get(file.name) : undefined;
    if (spooled === undefined) return this.#backend.load(file, range, signal);
    const { offset = 0, length = Math.max(spooled.sizeBytes - offset, 0) } = range ?? {};
    if (offset + length <= spooled.sizeBytes) return await readSpooled(spooled, offset, length);
    // What is said of that is the storage's.
    await this.#drained(signal);
    return this.#backend.load(file, range, signal);
  }

  async stat(file: FileHandle, signal?: AbortSignal): Promise<{ sizeBytes: number } | null> {
    const spooled = file.kind === 'pack' ? this.#spooled.get(file.name) : undefined;
    return spooled === undefined ? this.#backend.stat(file, signal) : { sizeBytes: spooled.sizeBytes };
  }

  async *list(kind: Exclude<FileKind, 'config'>, signal?: AbortSignal): AsyncIterable<StoredFile> {
    if (kind === 'pack') await this.#drained(signal);
    yield* this.#backend.list(kind, signal);
  }

  async remove(file: FileHandle, signal?: AbortSignal): Promise<void> {
    if (file.kind === 'pack' && this.#spooled.has(file.name)) await this.#drained(signal);
    await this.#backend.remove(file, signal);
  }

  /** What isn't uploaded is given up: nothing names it. */
  async close(): Promise<void> {
    this.#fail(new HoldfastError('internal', 'The repository is closed.'));
    this.#closing.abort();
    while (this.#running > 0) await this.#change.promise;
    for (const { disk } of this.#spooled.values()) await disk.close();
    this.#spooled.clear();
    await this.#backend.close();
  }

  /** False if the pack must go to the storage itself. */
  async #spool(file: FileHandle, data: readonly Uint8Array[]): Promise<boolean> {
    if (this.#spooled.has(file.name)) return true;
    const sizeBytes = data.reduce((sum, part) => sum + part.length, 0);
    const limitBytes = (await this.#limit) ?? 0;
    while (this.#bytes + sizeBytes > limitBytes || this.#packs >= MAX_SPOOLED_PACKS) {
      this.#tellFull();
      if (!this.#isHolding || this.#packs === 0) return false;
      await this.#change.promise;
      this.#throwFailure();
    }
    this.#bytes += sizeBytes;
    this.#packs++;
    const disk = await writeNameless(this.#options.folder, data).catch(() => null);
    if (disk === null) {
      // The disk is full, say: then it is as without a spool.
      this.#forget(sizeBytes);
      this.#tellFull();
      return false;
    }
    if (this.#failure !== null) await disk.close();
    this.#throwFailure();
    const spooled = { file, sizeBytes, disk };
    this.#spooled.set(file.name, spooled);
    this.#waiting.push(spooled);
    this.#startNext();
    return true;
  }

  #startNext(): void {
    while (this.#failure === null && this.#running < this.connections) {
      const next = this.#waiting.shift();
      if (next === undefined) return;
      this.#running++;
      void this.#upload(next).finally(() => {
        this.#running--;
        this.#tell();
        this.#startNext();
      });
    }
  }

  /** Never rejects. */
  async #upload(spooled: Spooled): Promise<void> {
    const { file, sizeBytes, disk } = spooled;
    try {
      const bytes = await readSpooled(spooled, 0, sizeBytes);
      if (createHash('sha256').update(bytes).digest('hex') !== file.name) throw altered(file);
      await this.#backend.save(file, [bytes], this.#closing.signal);
      this.#spooled.delete(file.name);
      this.#forget(sizeBytes);
      await disk.close();
    } catch (error) {
      this.#fail(error);
    }
  }

  /**
   * Resolves when every pack that was spooled before is in the storage.
   * @throws what an upload failed with; HoldfastError cancelled.
   */
  async #drained(signal: AbortSignal | undefined): Promise<void> {
    const names = [...this.#spooled.keys()];
    while (names.some((name) => this.#spooled.has(name))) {
      this.#throwFailure();
      await untilCancelled(this.#change.promise, signal);
    }
    this.#throwFailure();
  }

  #forget(sizeBytes: number): void {
    this.#bytes -= sizeBytes;
    this.#packs--;
    this.#tell();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#closing.abort();
    this.#tell();
  }

  #throwFailure(): void {
    if (this.#failure !== null) throw this.#failure.error;
  }

  #tellFull(): void {
    if (this.#isFullTold) return;
    this.#isFullTold = true;
    this.#options.onFull?.(this.#bytes);
  }

  /** Wakes all who wait for a change. */
  #tell(): void {
    this.#change.resolve();
    this.#change = Promise.withResolvers<void>();
  }
}

async function limitOf({ folder, maxBytes }: SpoolOptions): Promise<number> {
  if (maxBytes !== null) return maxBytes;
  try {
    const { bavail, bsize } = await statfs(folder);
    return Math.min(SPOOL_BYTES, (bavail * bsize) / 2);
  } catch {
    return 0;
  }
}

/** A file that is there only as long as it is open. */
async function writeNameless(folder: string, data: readonly Uint8Array[]): Promise<DiskFile> {
  const path = join(folder, `holdfast-spool-${randomInt(NAME_LIMIT)}`);
  const disk = await open(path, 'wx+', 0o600);
  try {
    await unlink(path);
    for (const part of data) await disk.writeFile(part);
    return disk;
  } catch (error) {
    await disk.close();
    throw error;
  }
}

async function readSpooled({ file, disk }: Spooled, offset: number, length: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafeSlow(length);
  for (let done = 0; done < length; ) {
    const { bytesRead } = await disk.read(bytes, done, length - done, offset + done);
    if (bytesRead === 0) throw altered(file);
    done += bytesRead;
  }
  return bytes;
}

function altered(file: FileHandle): HoldfastError {
  return new HoldfastError(
    'backend-failed',
    `Cannot save ${describeFile(file)}: the disk gives other bytes back than the spool wrote to it. ` +
      'See what the system’s log says of that disk, or use --spool-size 0.',
  );
}
