import { type OpenableArchive, openArchive } from '../../archive/open-archive.ts';
import { type ByteString, display, fromText, toText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { deviceNumber } from '../../files/device-number.ts';
import { readTar, type TarMember } from '../../files/tar/decode.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import { modeOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';
import { SPOILED_NAME } from '../archive/spoiled-name.ts';
import { OWN_FOLDER } from '../backup/own-tree.ts';
import { IDLE, type Reporter } from '../progress.ts';
import { BlobTable } from './blob-table.ts';
import { chunksOf } from './chunks.ts';
import { EntryTree } from './entry-tree.ts';

/** What an archive holds, but for the contents. */
export interface ArchiveIndex {
  readonly tree: EntryTree;
  readonly blobs: BlobTable;
}

/** The names of files that could not be read to their end: more than any run that came to its end leaves. */
const MAX_SPOILED_BYTES = 512 * 1024 * 1024;

/**
 * Reads an archive from end to end: proves that it is whole and unaltered, and takes note of what is in it.
 *
 * @throws HoldfastError archive-damaged, wrong-password, restore-unsafe, cancelled, and what the store throws.
 */
export async function readIndex(
  archive: OpenableArchive,
  reporter: Reporter,
  signal?: AbortSignal,
): Promise<ArchiveIndex> {
  const index = { tree: new EntryTree(), blobs: new BlobTable() };
  const spoiled: Buffer[] = [];
  const { manifest } = archive;
  const spoiledPath = `${OWN_FOLDER}/${fromText(manifest.target)}/${SPOILED_NAME}`;
  const tar = openArchive(archive, signal, (bytes) =>
    reporter.onProgress({
      ...IDLE,
      phase: 'loading-index',
      bytesDone: bytes,
      bytesTotal: manifest.stored.bytes,
    }),
  );
  let number = 0;
  try {
    for await (const member of readTar(tar)) {
      number++;
      await addMember(index, member, {
        number,
        reporter,
        keep: member.header.path === spoiledPath ? spoiled : null,
      });
    }
  } catch (error) {
    throw asDamaged(error, manifest.id);
  }
  removeSpoiled(index, Buffer.concat(spoiled), reporter);
  return index;
}

/** What a tar says of its faults is worded for a host's. */
function asDamaged(error: unknown, id: string): unknown {
  if (!(error instanceof HoldfastError) || error.code !== 'command-failed') return error;
  return new HoldfastError('archive-damaged', `Cannot read the archive "${id}": ${error.message}`, {
    cause: error,
  });
}

interface MemberContext {
  /** Which member of the archive it is. */
  readonly number: number;
  readonly reporter: Reporter;
  /** Where to put the content as well; null: nowhere. */
  readonly keep: Buffer[] | null;
}

async function addMember(
  { tree, blobs }: ArchiveIndex,
  member: TarMember,
  { number, reporter, keep }: MemberContext,
): Promise<void> {
  const { header } = member;
  if (header.type === 'hardlink') {
    tree.link(header.path, header.linkTarget);
    return;
  }
  const node = nodeOf(member, number, reporter);
  if (header.type !== 'file') return tree.add(header.path, node);
  const content: BlobId[] = [];
  let keptBytes = 0;
  for await (const chunk of chunksOf(member)) {
    content.push(chunk.kind === 'data' ? blobs.add(chunk.bytes) : blobs.addZeros(chunk.sizeBytes));
    if (keep === null || chunk.kind !== 'data') continue;
    keptBytes += chunk.bytes.length;
    if (keptBytes <= MAX_SPOILED_BYTES) keep.push(chunk.bytes);
  }
  tree.add(header.path, { ...node, content });
}

/** The number stands for the inode, which an archive has none of: by it names of one file are known, and its place. */
function nodeOf({ header }: TarMember, number: number, reporter: Reporter): Node {
  const { type, mtimeNs } = header;
  const isDevice = type === 'dev' || type === 'chardev';
  const nodeType = type === 'hardlink' ? 'file' : type;
  return {
    ...blankNode('-' as ByteString, nodeType, 0),
    mode: modeOf(nodeType, header.permissions),
    mtimeNs,
    atimeNs: mtimeNs,
    uid: header.uid,
    gid: header.gid,
    user: toText(header.user) ?? '',
    group: toText(header.group) ?? '',
    inode: BigInt(number),
    deviceId: 1n,
    links: type === 'file' ? 1n : 0n,
    sizeBytes: header.sizeBytes,
    linkTarget: type === 'symlink' ? header.linkTarget : ('' as ByteString),
    deviceNumber: isDevice ? deviceNumber(BigInt(header.deviceMajor), BigInt(header.deviceMinor)) : 0n,
    extendedAttributes: header.extendedAttributes.filter(({ name }) => {
      if (toText(name) !== null) return true;
      reporter.onWarning(
        `${display(header.path)}: its attribute "${display(name)}" isn't restored: the name isn't UTF-8`,
      );
      return false;
    }),
  };
}

/** What is in the archive under these names isn't what the files held. */
function removeSpoiled({ tree }: ArchiveIndex, names: Buffer, reporter: Reporter): void {
  for (const name of names.toString('latin1').split('\0')) {
    if (name === '') continue;
    tree.remove(name as ByteString);
    reporter.onWarning(`/${display(name as ByteString)}: not restored: it could not be read to its end`);
  }
}
