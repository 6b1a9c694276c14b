import { createHash } from 'node:crypto';
import type { ObjectHeaders, ObjectStore, StoredObject } from '../../backends/object-store.ts';
import { keyOfPath } from '../../buckets/object-path.ts';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Repository } from '../../repository/repository.ts';
import type { BucketRecord } from '../backup/bucket-record.ts';
import { differingHeaders, headersIn, PART_BYTES } from '../backup/object-content.ts';
import { IDLE, type Reporter } from '../progress.ts';
import { TaskGroup } from '../task-group.ts';
import type { PlacedNode } from '../walk-tree.ts';

/** Objects that are written at once, each of at most one part in memory. */
const WRITES_AT_ONCE = 4;
/** What is larger is sent in parts, one object at a time; S3 takes 10,000 of them: of 5 TiB, which is its most, each has 525 MiB. */
const WHOLE_BYTES = 16 * 1024 * 1024;
const MAX_PARTS = 10_000;

export interface WrittenObjects {
  readonly objects: number;
  readonly bytes: number;
  /** Of these, those that were there already as they were saved, with what they are kept with. */
  readonly unchanged: number;
  readonly replaced: number;
  /** In the destination, and not in the snapshot: they stay. */
  readonly others: number;
}

interface WriterRun {
  readonly repository: Repository;
  readonly store: ObjectStore;
  readonly record: BucketRecord;
  readonly reporter: Reporter;
  readonly signal: AbortSignal;
}

/** Writes a snapshot's objects into a bucket, and proves each. */
export class ObjectWriter {
  readonly #run: WriterRun;
  readonly #tasks = new TaskGroup();
  readonly #writing = new Set<Promise<void>>();
  #there = 0;
  #mayReplace = false;
  #objects = 0;
  #bytes = 0;
  #unchanged = 0;
  #replaced = 0;

  constructor(run: WriterRun) {
    this.#run = run;
  }

  /** @throws HoldfastError restore-blocked where replacing would lose what is there. */
  async prepare({ replace }: { readonly replace: boolean }): Promise<void> {
    const { store, signal } = this.#run;
    for await (const page of store.list(signal)) this.#there += page.length;
    if (!replace || this.#there === 0) return;
    if (await store.keepsVersions(signal)) this.#mayReplace = true;
    else
      throw new HoldfastError(
        'restore-blocked',
        `Cannot replace objects in "${store.location}": the bucket keeps no versions, expected it to keep what is replaced. Enable versioning, or ` +
          'restore into an empty prefix.',
      );
  }

  /** A large one goes alone: its parts are as large as their number demands. */
  async take(placed: PlacedNode): Promise<void> {
    const isLarge = placed.node.sizeBytes > BigInt(WHOLE_BYTES);
    const room = isLarge ? 0 : WRITES_AT_ONCE - 1;
    while (this.#writing.size > room) await Promise.race(this.#writing);
    this.#tasks.check();
    if (isLarge) return this.#put(placed);
    const writing: Promise<void> = this.#put(placed).finally(() => this.#writing.delete(writing));
    this.#writing.add(writing);
    writing.catch(() => {}); // met by the tasks
    this.#tasks.add(writing);
  }

  /** @throws The first failure; HoldfastError restore-mismatch where there were fewer than the manifest says. */
  async finish(): Promise<WrittenObjects> {
    await this.#tasks.settle();
    const { record, store } = this.#run;
    if (this.#objects !== record.objects) {
      throw new HoldfastError(
        'restore-mismatch',
        `Cannot count the bucket ${record.name} as restored to "${store.location}": the snapshot holds ${this.#objects} objects of it, expected ${record.objects}. ` +
          'Run `holdfast check --read-data`.',
      );
    }
    const others = this.#there - this.#unchanged - this.#replaced;
    return {
      objects: this.#objects,
      bytes: this.#bytes,
      unchanged: this.#unchanged,
      replaced: this.#replaced,
      others,
    };
  }

  async #put({ path, node }: PlacedNode): Promise<void> {
    const key = keyOfPath(path);
    const shown = displayText(key);
    const blobs = node.content ?? [];
    const sizeBytes = Number(node.sizeBytes);
    const object = { blobs, sizeBytes, shown, ...headersIn(node.extendedAttributes, shown) };
    const isThere = this.#there > 0 && (await this.#meet(key, object));
    if (isThere !== 'same') await this.#write(key, object, isThere === 'other');
    this.#objects++;
    this.#bytes += sizeBytes;
    const done = { filesDone: this.#objects, bytesDone: this.#bytes, current: shown };
    const { objects: filesTotal, size_bytes: bytesTotal } = this.#run.record;
    this.#run.reporter.onProgress({ ...IDLE, ...done, filesTotal, bytesTotal, phase: 'restoring' });
  }

  /** @throws HoldfastError restore-blocked for another object in its place. */
  async #meet(key: string, object: SavedObject): Promise<'same' | 'other' | false> {
    const { store, signal } = this.#run;
    const there = await store.find(key, signal);
    if (there === null) return false;
    const difference = await this.#differenceTo(there, key, object);
    if (difference === null) {
      this.#unchanged++;
      return 'same';
    }
    if (this.#mayReplace) {
      this.#replaced++;
      return 'other';
    }
    throw this.#inTheWay(object, `${difference} is there`);
  }

  /** In which it isn't as it was saved; null: it is. */
  async #differenceTo(
    there: StoredObject & ObjectHeaders,
    key: string,
    object: SavedObject,
  ): Promise<string | null> {
    const isSame = there.sizeBytes === object.sizeBytes && (await this.#isStored(key, object));
    if (!isSame) return `another of ${there.sizeBytes} bytes`;
    const headers = differingHeaders(there, object);
    return headers.length === 0
      ? null
      : `one of the same bytes with another ${displayText(headers.join(', '))}`;
  }

  async #write(key: string, object: SavedObject, isReplacing: boolean): Promise<void> {
    const { store } = this.#run;
    try {
      if (await this.#send(key, object, { ifAbsent: !isReplacing })) return;
    } catch (error) {
      // The name is taken: perhaps by a try of ours whose answer was lost.
      if (store.faultIn(error) !== 'changed') throw error;
      const there = await store.find(key, this.#run.signal);
      if (there !== null && (await this.#differenceTo(there, key, object)) === null) return;
      throw this.#inTheWay(object, 'another came meanwhile');
    }
    if (await this.#isStored(key, object)) return;
    throw new HoldfastError(
      'restore-mismatch',
      `Cannot count the object "${object.shown}" in "${store.location}" as restored: what is read of it is other than was written, expected the same bytes. ` +
        'Look at the storage, then restore again.',
    );
  }

  /** True: the storage has summed up what it received, and its tag is that sum. */
  async #send(key: string, object: SavedObject, terms: { readonly ifAbsent: boolean }): Promise<boolean> {
    const { store, signal } = this.#run;
    const { headers, metadata } = object;
    if (object.sizeBytes > WHOLE_BYTES) {
      await store.putParts(key, { parts: this.#partsOf(object), headers, metadata }, terms, signal);
      return false;
    }
    const bytes = Buffer.concat(await collect(this.#contentOf(object)), object.sizeBytes);
    const tag = await store.put(key, { bytes, headers, metadata }, terms, signal);
    return tag === `"${createHash('md5').update(bytes).digest('hex')}"`;
  }

  #inTheWay({ shown }: SavedObject, what: string): HoldfastError {
    return new HoldfastError(
      'restore-blocked',
      `Cannot write the object "${shown}" in "${this.#run.store.location}": ${what}, expected none, or the one that was saved. ` +
        'Restore into an empty prefix; or replace it, in a bucket that keeps versions.',
    );
  }

  /** Reads it again, and compares. */
  async #isStored(key: string, object: SavedObject): Promise<boolean> {
    const { store, signal } = this.#run;
    const saved = createHash('sha256');
    for await (const bytes of this.#contentOf(object)) saved.update(bytes);
    const stored = createHash('sha256');
    let tag: string | null = null;
    for (let offset = 0; offset < object.sizeBytes; ) {
      const part = await store.readPart(key, { offset, lengthBytes: PART_BYTES, tag }, signal);
      if (part.sizeBytes !== object.sizeBytes) return false;
      tag = part.tag;
      offset += part.bytes.length;
      stored.update(part.bytes);
    }
    return saved.digest('hex') === stored.digest('hex');
  }

  async *#contentOf({ blobs, sizeBytes, shown }: SavedObject): AsyncGenerator<Buffer> {
    const { repository, signal } = this.#run;
    let done = 0;
    for await (const bytes of repository.loadBlobs('data', blobs, signal)) {
      done += bytes.length;
      if (done > sizeBytes) break;
      yield bytes;
    }
    if (done === sizeBytes) return;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot restore the object "${shown}": its blobs don't add up to its ${sizeBytes} bytes. Run \`holdfast check --read-data\`.`,
    );
  }

  async *#partsOf(object: SavedObject): AsyncGenerator<Buffer> {
    const partBytes = Math.max(WHOLE_BYTES, Math.ceil(object.sizeBytes / MAX_PARTS));
    let room = Buffer.allocUnsafeSlow(partBytes);
    let filled = 0;
    for await (const piece of this.#contentOf(object)) {
      for (let at = 0; at < piece.length; ) {
        const length = Math.min(piece.length - at, partBytes - filled);
        room.set(piece.subarray(at, at + length), filled);
        filled += length;
        at += length;
        if (filled < partBytes) continue;
        yield room;
        room = Buffer.allocUnsafeSlow(partBytes);
        filled = 0;
      }
    }
    if (filled > 0) yield room.subarray(0, filled);
  }
}

interface SavedObject extends ObjectHeaders {
  readonly blobs: readonly BlobId[];
  readonly sizeBytes: number;
  readonly shown: string;
}

async function collect(pieces: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(piece);
  return all;
}
