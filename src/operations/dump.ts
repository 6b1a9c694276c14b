import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { TarWriter } from '../files/tar/writer.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node } from '../repository/format/node.ts';
import type { Repository } from '../repository/repository.ts';
import { nodeAt } from './list-tree.ts';
import { assertSafeNames } from './restore/safe-name.ts';
import { headerOf } from './restore/tar-header.ts';
import { unsendable } from './restore/unsendable.ts';
import { type PlacedNode, subtreeOf, walkTree } from './walk-tree.ts';

/** Takes bytes, and resolves when they are read no more: their memory serves for others then. */
export type Sink = (bytes: Uint8Array) => Promise<void>;

/**
 * Writes what stands at `path` in the snapshot with tree `root`: a file's bytes as they are, a folder (`/`: the whole
 * snapshot) as a tar archive (pax) in which everything has its path in the snapshot, without the leading slash.
 *
 * @throws HoldfastError bad-input if there is nothing, or neither file nor folder; repository-damaged; restore-unsafe for
 *   names that would lead whoever unpacks the archive elsewhere.
 */
export async function dump(
  repository: Repository,
  root: BlobId,
  path: ByteString,
  options: { sink: Sink; signal?: AbortSignal | undefined },
): Promise<void> {
  const at = path.replace(/\/+$/, '') as ByteString;
  if (at === '') {
    await dumpFolder(repository, root, at, options);
    return;
  }
  const placed = await nodeAt(repository, root, at, options.signal);
  if (placed.node.type === 'dir') {
    await dumpFolder(repository, subtreeOf(placed), placed.path, options);
  } else if (placed.node.type === 'file') {
    for await (const bytes of fileContent(repository, placed, options.signal)) await options.sink(bytes);
  } else {
    throw new HoldfastError(
      'bad-input',
      `Cannot dump "${display(at)}": it is a ${placed.node.type}, expected a file or a folder.`,
    );
  }
}

async function dumpFolder(
  repository: Repository,
  tree: BlobId,
  below: ByteString,
  { sink, signal }: { sink: Sink; signal?: AbortSignal | undefined },
): Promise<void> {
  const tar = new TarWriter(sink, 'pax');
  for await (const placed of walkTree(repository, tree, { below, check: assertSafeNames, signal })) {
    const { node, path } = placed;
    if (!IN_TAR.has(node.type)) continue;
    const fault = unsendable(node);
    if (fault !== null) throw damaged(path, fault);
    const header = headerOf(node, path.slice(1) as ByteString, { uid: node.uid, gid: node.gid });
    await tar.add(header, node.type === 'file' ? fileContent(repository, placed, signal) : undefined);
  }
  await tar.finish();
}

/** What a tar archive can hold; sockets are in no archive. */
const IN_TAR = new Set<Node['type']>(['file', 'dir', 'symlink', 'fifo', 'dev', 'chardev']);

/**
 * A file's bytes.
 * @throws HoldfastError repository-damaged, at once, when they aren't all there or aren't as many as the file has.
 */
function fileContent(
  repository: Repository,
  { path, node }: PlacedNode,
  signal: AbortSignal | undefined,
): AsyncIterable<Uint8Array> {
  const content = node.content ?? [];
  let sizeBytes = 0n;
  for (const id of content) {
    const blobBytes = repository.blobSize('data', id);
    if (blobBytes === null) throw damaged(path, `its blob ${id} is missing`);
    sizeBytes += BigInt(blobBytes);
  }
  if (node.content === null || sizeBytes !== node.sizeBytes) {
    throw damaged(path, `its blobs hold ${sizeBytes} bytes, expected ${node.sizeBytes}`);
  }
  return repository.loadBlobs('data', content, signal);
}

function damaged(path: ByteString, problem: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot read "${display(path)}": ${problem}. Run \`holdfast check --read-data\`.`,
  );
}
