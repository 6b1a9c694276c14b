import { type ByteString, display, fromText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { BLOCK_BYTES, paddingOf } from './block.ts';
import { gnuAttribute, libarchiveAttribute, MAX_ID } from './extensions.ts';
import type { Segment, TarHeader, TarType } from './member.ts';
import { maxOctal } from './number-field.ts';
import { encodePax, encodePaxTime } from './pax.ts';
import { dataBytesOf, encodeSparseMap } from './sparse.ts';
import {
  encodeHeaderBlock,
  type HeaderBlock,
  MAX_BLOCK_ACCOUNT_BYTES,
  MAX_BLOCK_NAME_BYTES,
  SIZE_FIELD_BYTES,
  type TarDialect,
  UID_FIELD_BYTES,
} from './ustar.ts';

/** What is to be written of a member: `segments` is where a sparse file has data, null for a file without holes. */
export type OutgoingHeader = Omit<TarHeader, 'sparse' | 'ctimeNs'> & {
  readonly segments: readonly Segment[] | null;
};

/** What stands before a member's content, and how many bytes of content the archive then wants, without padding. */
export interface EncodedHeader {
  readonly bytes: Buffer;
  readonly contentBytes: number;
}

const NS_PER_SECOND = 1_000_000_000n;
const MAX_PERMISSIONS = 0o7777;

const TYPEFLAGS: Readonly<Record<TarType, string>> = {
  file: '0',
  hardlink: '1',
  symlink: '2',
  chardev: '3',
  dev: '4',
  dir: '5',
  fifo: '6',
};

/**
 * The header of a member with all extended headers that it needs, and for a sparse file its map.
 *
 * `pax` keeps everything exactly. So does `libarchive`, but for times before 1970 with a fraction: its versions don't
 * agree on what such a number means. `gnu` (for tars that know no pax) keeps names of any length, sizes and uids, and
 * times of whole seconds, rounded down; it has no place for extended attributes and holes.
 *
 * @throws HoldfastError internal if the header can't be written so: a caller's mistake, never a host's.
 */
export function encodeHeader(header: OutgoingHeader, dialect: TarDialect): EncodedHeader {
  check(header, dialect);
  return dialect === 'gnu' ? encodeGnuMember(header) : encodePaxMember(header, dialect);
}

/** What ends an archive. */
export function endOfArchive(): Buffer {
  return Buffer.alloc(2 * BLOCK_BYTES);
}

function check(header: OutgoingHeader, dialect: TarDialect): void {
  const refuse = (what: string) =>
    new HoldfastError('internal', `Cannot write "${display(header.path)}" to a tar stream: ${what}.`);
  if (header.path === '' || `${header.path}${header.linkTarget}`.includes('\0'))
    throw refuse('a name that is none');
  if (header.type !== 'file' && header.sizeBytes !== 0n) throw refuse(`a ${header.type} with content`);
  if (header.type !== 'file' && header.segments !== null) throw refuse(`a ${header.type} with holes`);
  if (header.sizeBytes < 0n || header.sizeBytes > Number.MAX_SAFE_INTEGER)
    throw refuse(`${header.sizeBytes} bytes`);
  if (!(header.permissions >= 0 && header.permissions <= MAX_PERMISSIONS))
    throw refuse('permissions out of range');
  for (const id of [header.uid, header.gid]) {
    if (!(Number.isInteger(id) && id >= 0 && id <= MAX_ID)) throw refuse(`the owner ${id}`);
  }
  if (dialect === 'gnu' && (header.segments !== null || header.extendedAttributes.length > 0)) {
    throw refuse('holes or extended attributes, which GNU format has no place for');
  }
}

function encodePaxMember(header: OutgoingHeader, dialect: PaxDialect): EncodedHeader {
  const map = header.segments === null ? null : encodeSparseMap(header.segments, Number(header.sizeBytes));
  const contentBytes = header.segments === null ? Number(header.sizeBytes) : dataBytesOf(header.segments);
  const storedBytes = contentBytes + (map?.length ?? 0);
  const name = archiveName(header);
  const records = paxRecords(header, { name, storedBytes, dialect });
  const parts: Buffer[] = [];
  if (records.length > 0) parts.push(...extendedHeader('x', 'PaxHeader', encodePax(records), 'pax'));
  const seconds = floorSeconds(header.mtimeNs);
  parts.push(
    encodeHeaderBlock(
      {
        ...blockOf(header, map === null ? name : sparseName(name)),
        uid: Math.min(header.uid, maxOctal(UID_FIELD_BYTES)),
        gid: Math.min(header.gid, maxOctal(UID_FIELD_BYTES)),
        sizeBytes: Math.min(storedBytes, maxOctal(SIZE_FIELD_BYTES)),
        mtimeSeconds: seconds < 0 || seconds > maxOctal(SIZE_FIELD_BYTES) ? 0 : seconds,
      },
      'pax',
    ),
  );
  if (map !== null) parts.push(map);
  return { bytes: joined(parts), contentBytes };
}

/** Most members have one block. */
function joined(parts: readonly Buffer[]): Buffer {
  const [first, second] = parts;
  return first !== undefined && second === undefined ? first : Buffer.concat(parts);
}

/** The records for all that the header block can't hold exactly. */
function paxRecords(
  header: OutgoingHeader,
  { name, storedBytes, dialect }: { name: ByteString; storedBytes: number; dialect: PaxDialect },
) {
  const records: { key: ByteString; value: Uint8Array }[] = [];
  const add = (key: string, value: ByteString | Uint8Array) =>
    records.push({ key: key as ByteString, value: typeof value === 'string' ? toBytes(value) : value });
  const addText = (key: string, value: string) => add(key, fromText(value));
  if (
    dialect === 'libarchive' &&
    !(fits(name, MAX_ASCII_BYTES) && fits(header.linkTarget, MAX_ASCII_BYTES))
  ) {
    // Else it turns names from UTF-8 into the locale's characters, and fails at those that it can't.
    addText('hdrcharset', 'BINARY');
  }
  if (header.segments !== null) {
    addText('GNU.sparse.major', '1');
    addText('GNU.sparse.minor', '0');
    add('GNU.sparse.name', name);
    addText('GNU.sparse.realsize', String(header.sizeBytes));
  } else if (!fits(name, MAX_BLOCK_NAME_BYTES)) {
    add('path', name);
  }
  if (!fits(header.linkTarget, MAX_BLOCK_NAME_BYTES)) add('linkpath', header.linkTarget);
  if (!fits(header.user, MAX_BLOCK_ACCOUNT_BYTES)) add('uname', header.user);
  if (!fits(header.group, MAX_BLOCK_ACCOUNT_BYTES)) add('gname', header.group);
  if (storedBytes > maxOctal(SIZE_FIELD_BYTES)) addText('size', String(storedBytes));
  if (header.uid > maxOctal(UID_FIELD_BYTES)) addText('uid', String(header.uid));
  if (header.gid > maxOctal(UID_FIELD_BYTES)) addText('gid', String(header.gid));
  const seconds = floorSeconds(header.mtimeNs);
  if (seconds < 0 || seconds > maxOctal(SIZE_FIELD_BYTES) || header.mtimeNs % NS_PER_SECOND !== 0n) {
    addText('mtime', encodePaxTime(header.mtimeNs));
  }
  for (const attribute of header.extendedAttributes) {
    const { key, value } = dialect === 'pax' ? gnuAttribute(attribute) : libarchiveAttribute(attribute);
    add(key, value);
  }
  return records;
}

type PaxDialect = Exclude<TarDialect, 'gnu'>;

const MAX_ASCII_BYTES = Number.POSITIVE_INFINITY;

function encodeGnuMember(header: OutgoingHeader): EncodedHeader {
  const name = archiveName(header);
  const parts: Buffer[] = [];
  if (header.linkTarget.length > MAX_BLOCK_NAME_BYTES) parts.push(...longName('K', header.linkTarget));
  if (name.length > MAX_BLOCK_NAME_BYTES) parts.push(...longName('L', name));
  parts.push(
    encodeHeaderBlock(
      {
        ...blockOf(header, name),
        uid: header.uid,
        gid: header.gid,
        sizeBytes: Number(header.sizeBytes),
        mtimeSeconds: floorSeconds(header.mtimeNs),
      },
      'gnu',
    ),
  );
  return { bytes: Buffer.concat(parts), contentBytes: Number(header.sizeBytes) };
}

function longName(typeflag: 'K' | 'L', name: ByteString): Buffer[] {
  return extendedHeader(typeflag, '././@LongLink', Buffer.concat([toBytes(name), Buffer.alloc(1)]), 'gnu');
}

function extendedHeader(typeflag: string, name: string, bytes: Buffer, dialect: TarDialect): Buffer[] {
  const block: HeaderBlock = { ...EMPTY_BLOCK, name: name as ByteString, typeflag, sizeBytes: bytes.length };
  return [encodeHeaderBlock(block, dialect), bytes, Buffer.alloc(paddingOf(bytes.length))];
}

const EMPTY_BLOCK: HeaderBlock = {
  name: '' as ByteString,
  permissions: 0o644,
  uid: 0,
  gid: 0,
  sizeBytes: 0,
  mtimeSeconds: 0,
  typeflag: '0',
  linkName: '' as ByteString,
  user: '' as ByteString,
  group: '' as ByteString,
  deviceMajor: 0,
  deviceMinor: 0,
};

/** The block's fields that both dialects fill alike: names cut to what fits (an extension holds them whole). */
function blockOf(header: OutgoingHeader, name: ByteString) {
  return {
    name: name.slice(0, MAX_BLOCK_NAME_BYTES) as ByteString,
    permissions: header.permissions,
    typeflag: TYPEFLAGS[header.type],
    linkName: header.linkTarget.slice(0, MAX_BLOCK_NAME_BYTES) as ByteString,
    user: header.user.slice(0, MAX_BLOCK_ACCOUNT_BYTES) as ByteString,
    group: header.group.slice(0, MAX_BLOCK_ACCOUNT_BYTES) as ByteString,
    deviceMajor: header.deviceMajor,
    deviceMinor: header.deviceMinor,
  };
}

/** A folder's name ends in a slash, so that readers of before 1988's format know it. */
function archiveName(header: OutgoingHeader): ByteString {
  return header.type === 'dir' && !header.path.endsWith('/')
    ? (`${header.path}/` as ByteString)
    : header.path;
}

/** The name that tells a reader without sparse files that this isn't the file itself, as GNU tar forms it. */
function sparseName(name: ByteString): ByteString {
  const slash = name.lastIndexOf('/') + 1;
  return `${name.slice(0, slash)}GNUSparseFile.0/${name.slice(slash)}` as ByteString;
}

/** Whether a field of `maxBytes` holds `text`: readers take a block's names for ASCII. */
function fits(text: ByteString, maxBytes: number): boolean {
  return text.length <= maxBytes && /^[\x01-\x7f]*$/.test(text);
}

function floorSeconds(ns: bigint): number {
  const seconds = ns / NS_PER_SECOND;
  return Number(ns < 0n && ns % NS_PER_SECOND !== 0n ? seconds - 1n : seconds);
}
