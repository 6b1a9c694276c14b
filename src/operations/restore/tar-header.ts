import type { ByteString } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { OutgoingHeader } from '../../files/tar/encode.ts';
import type { Segment, TarType } from '../../files/tar/member.ts';
import { permissionsOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Owner } from './same-entry.ts';

const NO_NAME = '' as ByteString;

/** The tar header that gives back all that `node` holds. */
export function headerOf(
  node: Node,
  path: ByteString,
  owner: Owner,
  segments: readonly Segment[] | null = null,
): OutgoingHeader {
  const isDevice = node.type === 'dev' || node.type === 'chardev';
  return {
    path,
    type: tarTypeOf(node),
    linkTarget: node.type === 'symlink' ? node.linkTarget : NO_NAME,
    permissions: permissionsOf(node.mode),
    uid: owner.uid,
    gid: owner.gid,
    user: NO_NAME,
    group: NO_NAME,
    mtimeNs: node.mtimeNs,
    sizeBytes: node.type === 'file' ? node.sizeBytes : 0n,
    deviceMajor: isDevice ? majorOf(node.deviceNumber) : 0,
    deviceMinor: isDevice ? minorOf(node.deviceNumber) : 0,
    extendedAttributes: node.extendedAttributes,
    segments,
  };
}

/** Another name of the file that an earlier member, `first`, has made. */
export function linkHeader(node: Node, path: ByteString, first: ByteString, owner: Owner): OutgoingHeader {
  const header = headerOf(node, path, owner);
  return { ...header, type: 'hardlink', linkTarget: first, sizeBytes: 0n, extendedAttributes: [] };
}

/** A folder before its contents are sent: ours alone, and writable whatever its final mode is. */
export function openFolderHeader(node: Node, path: ByteString, owner: Owner): OutgoingHeader {
  return { ...headerOf(node, path, owner), permissions: 0o700, extendedAttributes: [] };
}

function tarTypeOf({ type, name }: Node): TarType {
  switch (type) {
    case 'file':
    case 'dir':
    case 'symlink':
    case 'fifo':
    case 'dev':
    case 'chardev':
      return type as TarType;
    default:
      throw new HoldfastError('internal', `A node of type ${JSON.stringify(type)} (${name}) can't be sent.`);
  }
}

/** Linux's st_rdev (gnu_dev_major(3)): 12 low bits of the major from bit 8, the rest from bit 44. */
export function majorOf(device: bigint): number {
  return Number(((device >> 8n) & 0xfffn) | ((device >> 32n) & 0xfffff000n));
}

export function minorOf(device: bigint): number {
  return Number((device & 0xffn) | ((device >> 12n) & 0xffffff00n));
}
