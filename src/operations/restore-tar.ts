import type { ByteString } from '../bytestring.ts';
import { TarWriter } from '../files/tar/writer.ts';
import type { BlobSource } from '../repository/blob-source.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node } from '../repository/format/node.ts';
import type { Reporter } from './progress.ts';
import { BlobFeed, blobsToLoad, dataOf, partsOf } from './restore/file-data.ts';
import { HardLinks } from './restore/hard-links.ts';
import { segmentsOf } from './restore/holes.ts';
import type { RestoreOptions } from './restore/options.ts';
import { Owners } from './restore/owners.ts';
import { restoreSource, type SourceOptions } from './restore/source.ts';
import type { SourceFolder } from './restore/source-folder.ts';
import { headerOf, linkHeader } from './restore/tar-header.ts';

export type ExportOptions = Omit<SourceOptions, 'target'> & Pick<RestoreOptions, 'snapshot'>;

export interface ExportResult {
  readonly files: number;
  readonly folders: number;
  readonly others: number;
  /** Of contents. */
  readonly bytes: number;
}

/**
 * Writes a snapshot, or a part of it, as one plain tar archive (POSIX pax), names relative, owners numeric, holes as holes (GNU's
 * sparse format 1.0, which GNU tar, bsdtar and Python know). The same
 * choice of the same snapshot gives the same bytes, whatever the repository's packs are.
 *
 * @param write Takes bytes, and resolves when they are read no more: their memory serves for others then. What it throws is thrown.
 * @throws HoldfastError restore-unsafe, repository-damaged, bad-input, cancelled.
 */
export async function exportTar(
  repository: BlobSource,
  options: ExportOptions,
  write: (bytes: Buffer) => Promise<void>,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<ExportResult> {
  await repository.loadIndex(signal);
  const choice = { ...options, target: '/' as ByteString };
  const { root, totals, trees } = await restoreSource(repository, choice, signal);
  for (const message of trees.leftOut()) reporter.onWarning(message);
  const blobs = new BlobFeed(repository.lendBlobs('data', contentsOf(root, new HardLinks()), signal));
  const done = { files: 0, bytes: 0 };
  const writer = new TarWriter(write, 'pax');
  const links = new HardLinks();
  const owners = new Owners(true, null);
  try {
    for await (const { path, node } of entriesOf(root, '' as ByteString)) {
      reporter.onProgress({
        phase: 'restoring',
        filesDone: done.files,
        bytesDone: done.bytes,
        filesTotal: totals.files,
        bytesTotal: totals.bytes,
        current: '',
      });
      const first = links.firstName(node, path);
      if (node.type === 'file') done.files++;
      if (first !== null) await writer.add(linkHeader(node, path, first, owners.forTar(node)));
      else await addEntry(node, path);
    }
    await writer.finish();
  } finally {
    await blobs.stop();
  }
  return totals;

  function addEntry(node: Node, path: ByteString): Promise<void> {
    const owner = owners.forTar(node);
    if (node.type !== 'file') return writer.add(headerOf(node, path, owner));
    const parts = partsOf(node.content ?? [], repository);
    const segments = segmentsOf(parts);
    const content = dataOf({ path, parts, segments }, blobs, (bytes) => {
      done.bytes += bytes.length;
    });
    return writer.add(headerOf(node, path, owner, segments), content);
  }
}

/** All entries, folders before what is in them, names in the tree's order. */
async function* entriesOf(
  folder: SourceFolder,
  path: ByteString,
): AsyncGenerator<{ path: ByteString; node: Node }> {
  for (const child of await folder.children()) {
    const childPath = (path === '' ? child.node.name : `${path}/${child.node.name}`) as ByteString;
    yield { path: childPath, node: child.node };
    if (child.folder !== null) yield* entriesOf(child.folder, childPath);
  }
}

/** The blobs of all files in the same order; each file once. */
async function* contentsOf(root: SourceFolder, links: HardLinks): AsyncGenerator<BlobId> {
  for await (const { path, node } of entriesOf(root, '' as ByteString)) {
    if (node.type === 'file' && links.firstName(node, path) === null) yield* blobsToLoad(node);
  }
}
