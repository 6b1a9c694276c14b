import { createHash } from 'node:crypto';
import type { ByteString } from '../../bytestring.ts';
import { display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { OutgoingHeader } from '../../files/tar/encode.ts';
import { TarWriter } from '../../files/tar/writer.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Repository } from '../../repository/repository.ts';
import { type FileBlob, segmentsOf, withoutHoles, ZERO_BLOB, ZERO_BLOB_BYTES } from './holes.ts';
import type { Owners } from './owners.ts';
import type { SendItem } from './send-order.ts';
import { SendQueue } from './send-queue.ts';
import type { StagedNodes } from './staged-nodes.ts';
import { headerOf, linkHeader, openFolderHeader } from './tar-header.ts';

/** What was sent, as it grows. */
export interface SentCounts {
  files: number;
  folders: number;
  others: number;
  bytes: number;
}

export interface SendOptions {
  readonly repository: Repository;
  readonly owners: Owners;
  /** What takes the archive. */
  readonly unpacker: Unpacker;
  readonly nodes: StagedNodes;
  readonly counts: SentCounts;
  /** Called for each member, before its content is sent. */
  readonly onItem: (item: SendItem) => void;
  /** SHA-256 of files of several blobs, by path: those of one blob are named by it. */
  readonly hashes: Map<ByteString, Buffer>;
  readonly signal?: AbortSignal | undefined;
}

/** Written last, by this name: tar ends well even when its stream was cut. */
export const RECEIVED_NAME = 'received' as ByteString;

/**
 * Writes `windows` as one tar archive, contents read from the repository as far ahead as it likes.
 * @throws HoldfastError repository-damaged, and what `write` throws.
 */
export async function sendTar(
  windows: AsyncIterable<SendItem[]>,
  write: (bytes: Buffer) => Promise<void>,
  receivedToken: string,
  options: SendOptions,
): Promise<void> {
  const writer = new TarWriter(write, options.unpacker.dialect);
  const queue = new SendQueue(windows, blobsToLoad);
  const blobs = new BlobFeed(options.repository.loadBlobs('data', queue.ids(), options.signal));
  try {
    for (let item = await queue.next(); item !== null; item = await queue.next()) {
      options.onItem(item);
      await sendItem(writer, item, blobs, options);
    }
    await writer.add(receivedHeader(receivedToken), Buffer.from(receivedToken));
    await writer.finish();
  } finally {
    queue.stop();
    await blobs.stop();
  }
}

/** Zeros needn't be read. */
function blobsToLoad(item: SendItem): BlobId[] {
  if (item.is !== 'file') return [];
  return (item.node.content ?? []).filter((id) => id !== ZERO_BLOB);
}

async function sendItem(
  writer: TarWriter,
  item: SendItem,
  blobs: BlobFeed,
  options: SendOptions,
): Promise<void> {
  const { path } = item;
  const node = options.nodes.of(item.node);
  const owner = options.owners.forTar(node);
  const add = (header: OutgoingHeader) => writer.add(fitted(header, options.unpacker));
  switch (item.is) {
    case 'open':
      options.counts.folders++;
      return add(openFolderHeader(node, path, owner));
    case 'close':
      return add(headerOf(node, path, owner));
    case 'other':
      options.counts.others++;
      return add(headerOf(node, path, owner));
    case 'link':
      options.counts.files++;
      return add(linkHeader(node, path, item.first ?? path, owner));
    case 'file':
      options.counts.files++;
      return sendFile(writer, item, blobs, options);
  }
}

function fitted(header: OutgoingHeader, { timeToSend }: Unpacker): OutgoingHeader {
  return { ...header, mtimeNs: timeToSend(header.mtimeNs) };
}

async function sendFile(
  writer: TarWriter,
  { node, path }: SendItem,
  blobs: BlobFeed,
  options: SendOptions,
): Promise<void> {
  const parts = partsOf(node.content ?? [], options.repository);
  const segments = options.unpacker.makesHoles ? segmentsOf(parts) : null;
  const hash = parts.length > 1 ? createHash('sha256') : null;
  async function* content(): AsyncGenerator<Uint8Array> {
    let offset = 0;
    for (const { id, sizeBytes } of parts) {
      const bytes = id === ZERO_BLOB ? ZEROS : await blobs.next(sizeBytes, path);
      hash?.update(bytes);
      yield* withoutHoles(bytes, offset, segments);
      offset += sizeBytes;
      options.counts.bytes += sizeBytes;
    }
  }
  const header = headerOf(options.nodes.of(node), path, options.owners.forTar(node), segments);
  await writer.add(fitted(header, options.unpacker), content());
  if (hash !== null) options.hashes.set(path, hash.digest());
}

const ZEROS = new Uint8Array(ZERO_BLOB_BYTES);

/** The blobs of a file with their sizes. */
export function partsOf(content: readonly BlobId[], repository: Repository): FileBlob[] {
  return content.map((id) => ({ id, sizeBytes: repository.blobSize('data', id) ?? 0 }));
}

/** The blobs as they are loaded. The next one is always asked for, since that is what drives the queue, too. */
export class BlobFeed {
  readonly #blobs: AsyncIterator<Buffer>;
  #next: Promise<IteratorResult<Buffer>>;

  constructor(blobs: AsyncIterable<Buffer>) {
    this.#blobs = blobs[Symbol.asyncIterator]();
    this.#next = this.#ask();
  }

  /** @throws HoldfastError repository-damaged if it isn't of the size that the index says. */
  async next(sizeBytes: number, path: ByteString): Promise<Buffer> {
    const next = await this.#next;
    if (next.done !== true) this.#next = this.#ask();
    if (next.done !== true && next.value.length === sizeBytes) return next.value;
    const found = next.done === true ? 'nothing' : `${next.value.length} bytes`;
    throw new HoldfastError(
      'repository-damaged',
      `Cannot restore "${display(path)}": a blob of it holds ${found}, expected ${sizeBytes} bytes. Run "holdfast check --read-data".`,
    );
  }

  async stop(): Promise<void> {
    await this.#blobs.return?.();
  }

  #ask(): Promise<IteratorResult<Buffer>> {
    const next = this.#blobs.next();
    next.catch(() => {}); // thrown again to who takes it
    return next;
  }
}

function receivedHeader(token: string): OutgoingHeader {
  const none = '' as ByteString;
  return {
    path: RECEIVED_NAME,
    type: 'file',
    linkTarget: none,
    permissions: 0o600,
    uid: 0,
    gid: 0,
    user: none,
    group: none,
    mtimeNs: 0n,
    sizeBytes: BigInt(token.length),
    deviceMajor: 0,
    deviceMinor: 0,
    extendedAttributes: [],
    segments: null,
  };
}
