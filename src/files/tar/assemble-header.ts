import type { ByteString } from '../../bytestring.ts';
import { attributesOf, type Extensions, MAX_ID } from './extensions.ts';
import { tarFault } from './fault.ts';
import type { TarHeader, TarType } from './member.ts';
import type { HeaderBlock } from './ustar.ts';

const NS_PER_SECOND = 1_000_000_000n;

const TYPES: Readonly<Record<string, TarType>> = {
  '0': 'file',
  '7': 'file', // "contiguous": a file like any other
  '1': 'hardlink',
  '2': 'symlink',
  '3': 'chardev',
  '4': 'dev',
  '5': 'dir',
  '6': 'fifo',
};

/** A member's header with the bytes of content that follow it in the archive (a sparse file's map included). */
export interface AssembledHeader {
  readonly header: TarHeader;
  readonly storedBytes: number;
}

/**
 * Puts a header block and what extended headers said before it together.
 *
 * @throws HoldfastError command-failed if they contradict each other or the member is of a kind that we don't know.
 */
export function assembleHeader(block: HeaderBlock, extensions: Extensions): AssembledHeader {
  const type = TYPES[block.typeflag];
  if (type === undefined) throw tarFault(`a member is of the unknown type ${JSON.stringify(block.typeflag)}`);
  const storedBytes = extensions.sizeBytes ?? block.sizeBytes;
  if (storedBytes < 0) throw tarFault(`a member's size is ${storedBytes}`);
  if (type !== 'file' && storedBytes !== 0) {
    throw tarFault(`a member of type ${type} has ${storedBytes} bytes of content, expected none`);
  }
  const isSparse = extensions.sparse !== undefined;
  const header: TarHeader = {
    path: pathOf(type, extensions.sparse?.name ?? extensions.path ?? block.name),
    type,
    linkTarget: linkTargetOf(type, extensions.linkTarget ?? block.linkName),
    permissions: block.permissions,
    uid: idOf(extensions.uid ?? block.uid, 'uid'),
    gid: idOf(extensions.gid ?? block.gid, 'gid'),
    user: extensions.user ?? block.user,
    group: extensions.group ?? block.group,
    mtimeNs: extensions.mtimeNs ?? BigInt(block.mtimeSeconds) * NS_PER_SECOND,
    ctimeNs: extensions.ctimeNs ?? null,
    sizeBytes: BigInt(isSparse ? realSizeOf(type, extensions) : storedBytes),
    deviceMajor: block.deviceMajor,
    deviceMinor: block.deviceMinor,
    extendedAttributes: attributesOf(extensions),
    sparse: isSparse,
  };
  return { header, storedBytes };
}

function pathOf(type: TarType, path: ByteString): ByteString {
  let end = path.length;
  if (type === 'dir') while (end > 1 && path[end - 1] === '/') end--;
  else if (path.endsWith('/')) throw tarFault(`a member of type ${type} has a name that ends in a slash`);
  if (end === 0) throw tarFault('a member has no name');
  return end === path.length ? path : (path.slice(0, end) as ByteString);
}

function linkTargetOf(type: TarType, target: ByteString): ByteString {
  if (type !== 'symlink' && type !== 'hardlink') return '' as ByteString;
  if (target === '') throw tarFault(`a ${type} has no target`);
  return target;
}

function idOf(id: number, name: string): number {
  if (id < 0 || id > MAX_ID) throw tarFault(`a member's ${name} is ${id}, expected 0 to ${MAX_ID}`);
  return id;
}

function realSizeOf(type: TarType, { sparse }: Extensions): number {
  if (type !== 'file') throw tarFault(`a member of type ${type} claims to be sparse`);
  if (sparse?.major !== '1' || sparse.minor !== '0') {
    throw tarFault(`a sparse file is in format ${sparse?.major}.${sparse?.minor}, expected 1.0`);
  }
  if (sparse.name === undefined || sparse.realSizeBytes === undefined) {
    throw tarFault('a sparse file lacks its name or its size');
  }
  return sparse.realSizeBytes;
}
