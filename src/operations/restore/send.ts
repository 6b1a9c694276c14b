import { createHash } from 'node:crypto';
import type { ByteString } from '../../bytestring.ts';
import { paddingOf } from '../../files/tar/block.ts';
import { encodeHeader, endOfArchive, type OutgoingHeader } from '../../files/tar/encode.ts';
import { TarWriter } from '../../files/tar/writer.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import { BlobFeed, blobsToLoad, dataOf, partsOf } from './file-data.ts';
import { segmentsOf } from './holes.ts';
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
  readonly repository: BlobSource;
  readonly owners: Owners;
  /** What takes the archive. */
  readonly unpacker: Unpacker;
  readonly nodes: StagedNodes;
  readonly counts: SentCounts;
  /** Called for each member, before its content is sent and as it is. */
  readonly onProgress: (item: SendItem) => void;
  /** SHA-256 of files of several blobs, by path: those of one blob are named by it. Null: nobody wants them. */
  readonly hashes: Map<ByteString, Buffer> | null;
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
  const queue = new SendQueue(windows, ({ is, node }) => (is === 'file' ? blobsToLoad(node) : []));
  const blobs = new BlobFeed(options.repository.lendBlobs('data', queue.ids(), options.signal));
  try {
    for (let item = await queue.next(); item !== null; item = await queue.next()) {
      options.onProgress(item);
      await sendItem(writer, item, blobs, options);
    }
    await writer.add(receivedHeader(RECEIVED_NAME, receivedToken), Buffer.from(receivedToken));
    await writer.finish();
  } finally {
    queue.stop();
    await blobs.stop();
  }
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

export function fitted(header: OutgoingHeader, { timeToSend }: Unpacker): OutgoingHeader {
  return { ...header, mtimeNs: timeToSend(header.mtimeNs) };
}

async function sendFile(
  writer: TarWriter,
  item: SendItem,
  blobs: BlobFeed,
  options: SendOptions,
): Promise<void> {
  const { node, path } = item;
  const parts = partsOf(node.content ?? [], options.repository);
  const segments = options.unpacker.makesHoles ? segmentsOf(parts) : null;
  const hash = options.hashes !== null && parts.length > 1 ? createHash('sha256') : null;
  const content = dataOf({ path, parts, segments }, blobs, (bytes) => {
    hash?.update(bytes);
    options.counts.bytes += bytes.length;
    options.onProgress(item);
  });
  const header = headerOf(options.nodes.of(node), path, options.owners.forTar(node), segments);
  await writer.add(fitted(header, options.unpacker), content);
  if (hash !== null) options.hashes?.set(path, hash.digest());
}

/** The last member and the end of an archive that isn't written by `sendTar`. */
export function archiveEnd(receivedName: ByteString, token: string, { dialect }: Unpacker): Buffer {
  const { bytes } = encodeHeader(receivedHeader(receivedName, token), dialect);
  return Buffer.concat([bytes, Buffer.from(token), Buffer.alloc(paddingOf(token.length)), endOfArchive()]);
}

function receivedHeader(path: ByteString, token: string): OutgoingHeader {
  const none = '' as ByteString;
  return {
    path,
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
