import { type ByteString, fromText } from '../bytestring.ts';
import type { StoredDump } from '../databases/database.ts';
import type { DumpRecord } from '../databases/record.ts';
import { HoldfastError } from '../errors.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import { findNode } from '../repository/find-node.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node } from '../repository/format/node.ts';
import type { StoredSnapshot } from '../repository/repository.ts';
import { targetOf } from '../repository/tags.ts';
import { pieceName } from './archive/dump-entries.ts';
import { dumpsPath } from './backup/own-tree.ts';
import { nodeAt } from './list-tree.ts';
import { IDLE, type Reporter } from './progress.ts';

/** A dump's bytes, as often as they are asked for: a file of a snapshot, or the pieces that an archive has of it. @throws HoldfastError repository-damaged. */
export async function contentOfDump(
  source: BlobSource,
  { record, snapshot }: { record: DumpRecord; snapshot: StoredSnapshot },
  reporter: Reporter,
  signal: AbortSignal,
): Promise<StoredDump['content']> {
  const path = `${dumpsPath(targetOf(snapshot.snapshot) ?? '')}/${fromText(record.name)}` as ByteString;
  const nodes = await nodesOf(source, { root: snapshot.snapshot.tree, path }, signal);
  const content = nodes.flatMap((node) => node.content ?? []);
  const sizeBytes = nodes.reduce((sum, node) => sum + node.sizeBytes, 0n);
  if (nodes.some((node) => node.content === null) || sizeBytes !== BigInt(record.size_bytes)) {
    throw new HoldfastError(
      'repository-damaged',
      `Cannot read the dump ${record.name}: the snapshot holds ${sizeBytes} bytes of it, expected ${record.size_bytes}. ` +
        'Run `holdfast check --read-data`, or choose another one.',
    );
  }
  return async function* read({ isLent } = { isLent: false }) {
    let bytesDone = 0;
    const chunks = isLent ? lent(source, content, signal) : source.loadBlobs('data', content, signal);
    for await (const bytes of chunks) {
      bytesDone += bytes.length;
      const amounts = { bytesDone, bytesTotal: record.size_bytes, current: record.name };
      reporter.onProgress({ ...IDLE, ...amounts, phase: 'restoring' });
      yield bytes;
    }
  };
}

/** Each is there until the next one is asked for. */
async function* lent(
  source: BlobSource,
  ids: readonly BlobId[],
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  for await (const blob of source.lendBlobs('data', ids, signal)) {
    try {
      yield blob.bytes;
    } finally {
      blob.giveBack();
    }
  }
}

/** The file at `path`; or, where there is none, `path.000000`, `path.000001` and so on. */
async function nodesOf(
  source: BlobSource,
  { root, path }: { readonly root: BlobId; readonly path: ByteString },
  signal: AbortSignal,
): Promise<Node[]> {
  const pieces: Node[] = [];
  for (;;) {
    const piece = await findNode(source, root, pieceName(path, pieces.length), signal);
    if (piece === null) break;
    pieces.push(piece);
  }
  return pieces.length > 0 ? pieces : [(await nodeAt(source, root, path, signal)).node];
}
