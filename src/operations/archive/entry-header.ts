import { type ByteString, fromText } from '../../bytestring.ts';
import type { Accounts } from '../../files/accounts.ts';
import type { ListedEntry } from '../../files/listing.ts';
import type { FileAccess } from '../../files/read-files.ts';
import type { OutgoingHeader } from '../../files/tar/encode.ts';
import type { ExtendedAttribute, Segment, TarType } from '../../files/tar/member.ts';
import { majorOf, minorOf } from '../restore/tar-header.ts';

const NONE = '' as ByteString;

/** What reading a file told of it. */
export interface ReadParts {
  readonly sizeBytes: bigint;
  readonly segments: readonly Segment[] | null;
  readonly extendedAttributes: readonly ExtendedAttribute[];
  /** Null: as listed. */
  readonly readAs: FileAccess | null;
}

const NOTHING_READ: ReadParts = { sizeBytes: 0n, segments: null, extendedAttributes: [], readAs: null };

/** The member that holds `entry` at its own path without the leading slash: metadata as listed, contents as read. */
export function entryHeader(
  entry: ListedEntry,
  accounts: Accounts,
  read: ReadParts = NOTHING_READ,
): OutgoingHeader {
  const isDevice = entry.type === 'dev' || entry.type === 'chardev';
  // Who led tar elsewhere must not come to own what was read there: such a file has no name's owner either.
  const { uid, gid, permissions } = read.readAs ?? entry;
  const isAsListed = read.readAs === null;
  return {
    path: entry.path.slice(1) as ByteString,
    type: entry.type as TarType,
    linkTarget: entry.type === 'symlink' ? entry.linkTarget : NONE,
    permissions,
    uid,
    gid,
    user: isAsListed ? fromText(accounts.users.get(uid) ?? '') : NONE,
    group: isAsListed ? fromText(accounts.groups.get(gid) ?? '') : NONE,
    mtimeNs: entry.mtimeNs,
    sizeBytes: entry.type === 'file' ? read.sizeBytes : 0n,
    deviceMajor: isDevice ? majorOf(entry.deviceNumber) : 0,
    deviceMinor: isDevice ? minorOf(entry.deviceNumber) : 0,
    extendedAttributes: read.extendedAttributes,
    segments: entry.type === 'file' ? read.segments : null,
  };
}

/** Another name of the file in the member of `header`. */
export function linkHeader(path: ByteString, header: OutgoingHeader): OutgoingHeader {
  return {
    ...header,
    path: path.slice(1) as ByteString,
    type: 'hardlink',
    linkTarget: header.path,
    sizeBytes: 0n,
    segments: null,
    extendedAttributes: [],
  };
}

/** What Holdfast adds: root's, for root alone. */
export function ownHeader(
  path: ByteString,
  type: 'dir' | 'file',
  sizeBytes: number,
  timeNs: bigint,
): OutgoingHeader {
  return {
    path,
    type,
    linkTarget: NONE,
    permissions: type === 'dir' ? 0o700 : 0o600,
    uid: 0,
    gid: 0,
    user: 'root' as ByteString,
    group: 'root' as ByteString,
    mtimeNs: timeNs,
    sizeBytes: BigInt(sizeBytes),
    deviceMajor: 0,
    deviceMinor: 0,
    extendedAttributes: [],
    segments: null,
  };
}
