import { createHash } from 'node:crypto';
import type { ObjectFault, ObjectPart, ObjectStore, StoredObject } from '../../src/backends/object-store.ts';
import type { Bucket } from '../../src/buckets/bucket.ts';
import { displayText } from '../../src/bytestring.ts';

class Fault extends Error {
  readonly fault: ObjectFault;
  constructor(fault: ObjectFault) {
    super(`the storage says: ${fault}`);
    this.fault = fault;
  }
}

/** A bucket in memory that takes any name, as AWS's does and real servers on a file system don't. */
export class MemoryBucket implements Bucket, ObjectStore {
  readonly name = 'memory';
  readonly location = 's3:https://memory/bucket';
  readonly objects = new Map<string, Buffer>();
  readonly metadata = new Map<string, Record<string, string>>();
  /** Keys of what was read, a part each. */
  readonly reads: string[] = [];
  /** Called before each read. */
  beforeRead: (key: string, nth: number) => void = () => {};
  /** What becomes of a write, once it is stored. */
  afterPut: (key: string) => ObjectFault | null = () => null;
  refused = new Set<string>();
  tags = true;
  #clock = 1_700_000_000_000;
  readonly #times = new Map<string, number>();

  put1(key: string, body: string | Buffer): void {
    this.objects.set(key, Buffer.from(body));
    this.#times.set(key, this.#clock++);
  }

  async open(): Promise<ObjectStore> {
    return this;
  }

  async *list(): AsyncGenerator<StoredObject[]> {
    const keys = [...this.objects.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
    for (let i = 0; i < keys.length; i += 3) yield keys.slice(i, i + 3).map((key) => this.#stored(key));
    if (this.objects.has('\ufffd')) yield [{ ...this.#stored('\ufffd'), key: null, shown: '%ff' }];
  }

  async find(key: string) {
    return this.objects.has(key)
      ? { ...this.#stored(key), headers: {}, metadata: this.metadata.get(key) ?? {} }
      : null;
  }

  async readPart(
    key: string,
    { offset, lengthBytes, tag }: { offset: number; lengthBytes: number; tag: string | null },
  ): Promise<ObjectPart> {
    this.beforeRead(key, this.reads.filter((one) => one === key).length);
    this.reads.push(key);
    if (this.refused.has(key)) throw new Fault('refused');
    const bytes = this.objects.get(key);
    if (bytes === undefined) throw new Fault('gone');
    const now = this.#stored(key);
    if (tag !== null && tag !== now.tag) throw new Fault('changed');
    const part = bytes.subarray(offset, offset + lengthBytes);
    const { sizeBytes, storedMs } = now;
    return {
      bytes: part,
      sizeBytes,
      storedMs: storedMs - (storedMs % 1000),
      tag: now.tag,
      headers: {},
      metadata: this.metadata.get(key) ?? {},
    };
  }

  faultIn(error: unknown): ObjectFault | null {
    return error instanceof Fault ? error.fault : null;
  }

  async put(
    key: string,
    { bytes, metadata }: { bytes: Buffer; metadata: Readonly<Record<string, string>> },
  ): Promise<string | null> {
    this.put1(key, bytes);
    this.metadata.set(key, metadata);
    const fault = this.afterPut(key);
    if (fault !== null) throw new Fault(fault);
    return this.#stored(key).tag;
  }

  async putParts(key: string, { parts }: { parts: AsyncIterable<Buffer> }): Promise<void> {
    const all: Buffer[] = [];
    for await (const part of parts) all.push(Buffer.from(part));
    this.put1(key, Buffer.concat(all));
  }

  async keepsVersions(): Promise<boolean> {
    return false;
  }

  close(): void {}

  #stored(key: string): StoredObject {
    const bytes = this.objects.get(key) ?? Buffer.alloc(0);
    const tag = this.tags ? `"${createHash('md5').update(bytes).digest('hex')}"` : null;
    return {
      key,
      shown: displayText(key),
      sizeBytes: bytes.length,
      storedMs: this.#times.get(key) ?? 0,
      tag,
    };
  }
}
