import type { ByteString } from '../../bytestring.ts';
import { BLOCK_BYTES } from './block.ts';
import { tarFault } from './fault.ts';
import { decodeNumber, encodeNumber } from './number-field.ts';

/**
 * `pax`: POSIX ustar blocks, extended by pax records, as GNU tar understands them. `libarchive`: the same as bsdtar
 * does. `gnu`: GNU's blocks, extended by long-name members.
 */
export type TarDialect = 'pax' | 'libarchive' | 'gnu';

/** The fields of one header block, as they stand in it: name and linkname at most 100 bytes. */
export interface HeaderBlock {
  name: ByteString;
  permissions: number;
  uid: number;
  gid: number;
  sizeBytes: number;
  mtimeSeconds: number;
  /** One character: `0` file, `5` directory, `x` pax records … */
  typeflag: string;
  linkName: ByteString;
  user: ByteString;
  group: ByteString;
  deviceMajor: number;
  deviceMinor: number;
}

// POSIX pax, "ustar Header Block": where each field begins.
const NAME = { start: 0, length: 100 };
const MODE = { start: 100, length: 8 };
const UID = { start: 108, length: 8 };
const GID = { start: 116, length: 8 };
const SIZE = { start: 124, length: 12 };
const MTIME = { start: 136, length: 12 };
const CHECKSUM = { start: 148, length: 8 };
const TYPEFLAG = 156;
const LINKNAME = { start: 157, length: 100 };
const MAGIC = { start: 257, length: 8 };
const UNAME = { start: 265, length: 32 };
const GNAME = { start: 297, length: 32 };
const DEVMAJOR = { start: 329, length: 8 };
const DEVMINOR = { start: 337, length: 8 };
const PREFIX = { start: 345, length: 155 };

/** Longest name and link name that a block holds without an extension. */
export const MAX_BLOCK_NAME_BYTES = NAME.length;
/** Longest user or group name, which needs a closing NUL. */
export const MAX_BLOCK_ACCOUNT_BYTES = UNAME.length - 1;
export const UID_FIELD_BYTES = UID.length;
export const SIZE_FIELD_BYTES = SIZE.length;

const PAX_MAGIC = Buffer.from('ustar\x0000', 'latin1');
const GNU_MAGIC = Buffer.from('ustar  \0', 'latin1');
const MODE_MASK = 0o7777;
const SPACE = 0x20;

/** Whether a block holds nothing but zeros: two of them end an archive. */
export function isZeroBlock(bytes: Uint8Array, start: number): boolean {
  for (let i = start; i < start + BLOCK_BYTES; i++) if (bytes[i] !== 0) return false;
  return true;
}

/**
 * The header block at `start`.
 *
 * @throws HoldfastError command-failed if its checksum is wrong or a number isn't one.
 */
export function decodeHeaderBlock(bytes: Buffer, start: number): HeaderBlock {
  checkSum(bytes, start);
  const number = (field: { start: number; length: number }, name: string) =>
    decodeNumber(bytes, start + field.start, field.length, name);
  const isUstar = bytes.compare(PAX_MAGIC, 0, 6, start + MAGIC.start, start + MAGIC.start + 6) === 0;
  const isGnu =
    !isUstar && bytes.compare(GNU_MAGIC, 0, 6, start + MAGIC.start, start + MAGIC.start + 6) === 0;
  const hasMagic = isUstar || isGnu;
  const typeflag = bytes[start + TYPEFLAG] as number;
  const isDevice = typeflag === 0x33 || typeflag === 0x34;
  return {
    name: isUstar ? prefixedName(bytes, start) : text(bytes, start, NAME),
    permissions: number(MODE, 'mode') & MODE_MASK,
    uid: number(UID, 'uid'),
    gid: number(GID, 'gid'),
    sizeBytes: number(SIZE, 'size'),
    mtimeSeconds: number(MTIME, 'mtime'),
    typeflag: typeflag === 0 ? '0' : String.fromCharCode(typeflag),
    linkName: text(bytes, start, LINKNAME),
    user: hasMagic ? text(bytes, start, UNAME) : ('' as ByteString),
    group: hasMagic ? text(bytes, start, GNAME) : ('' as ByteString),
    deviceMajor: isDevice && hasMagic ? number(DEVMAJOR, 'devmajor') : 0,
    deviceMinor: isDevice && hasMagic ? number(DEVMINOR, 'devminor') : 0,
  };
}

/** The block of `fields`. Names must fit it; numbers that don't fit in octal are written in base-256. */
export function encodeHeaderBlock(fields: HeaderBlock, dialect: TarDialect): Buffer {
  const block = Buffer.alloc(BLOCK_BYTES);
  const put = (value: ByteString, field: { start: number }) => {
    if (value !== '') block.write(value, field.start, 'latin1');
  };
  const number = (value: number, field: { start: number; length: number }) =>
    encodeNumber(block, value, field.start, field.length);
  put(fields.name, NAME);
  number(fields.permissions, MODE);
  number(fields.uid, UID);
  number(fields.gid, GID);
  number(fields.sizeBytes, SIZE);
  number(fields.mtimeSeconds, MTIME);
  block.write(fields.typeflag, TYPEFLAG, 'latin1');
  put(fields.linkName, LINKNAME);
  (dialect === 'gnu' ? GNU_MAGIC : PAX_MAGIC).copy(block, MAGIC.start);
  put(fields.user, UNAME);
  put(fields.group, GNAME);
  number(fields.deviceMajor, DEVMAJOR);
  number(fields.deviceMinor, DEVMINOR);
  block.fill(SPACE, CHECKSUM.start, CHECKSUM.start + CHECKSUM.length);
  const sum = unsignedSum(block, 0).toString(8).padStart(6, '0');
  block.write(`${sum}\0 `, CHECKSUM.start, 'latin1');
  return block;
}

function prefixedName(bytes: Buffer, start: number): ByteString {
  const name = text(bytes, start, NAME);
  if (bytes[start + PREFIX.start] === 0) return name;
  return `${text(bytes, start, PREFIX)}/${name}` as ByteString;
}

function text(bytes: Buffer, start: number, field: { start: number; length: number }): ByteString {
  const from = start + field.start;
  if (bytes[from] === 0) return '' as ByteString;
  const nul = bytes.indexOf(0, from);
  const end = nul === -1 ? from + field.length : Math.min(nul, from + field.length);
  return bytes.toString('latin1', from, end) as ByteString;
}

function checkSum(bytes: Buffer, start: number): void {
  const written = decodeNumber(bytes, start + CHECKSUM.start, CHECKSUM.length, 'checksum');
  let sum = unsignedSum(bytes, start);
  // The checksum is made with its own field as spaces.
  for (let i = start + CHECKSUM.start; i < start + CHECKSUM.start + CHECKSUM.length; i++) {
    sum += SPACE - (bytes[i] as number);
  }
  if (written !== sum) {
    throw tarFault(`a header's checksum is ${written.toString(8)}, expected ${sum.toString(8)} (octal)`);
  }
}

/** Unrolled: it runs over every header of an archive, and is most of what decoding a small member costs. */
function unsignedSum(bytes: Uint8Array, start: number): number {
  let sum = 0;
  for (let i = start; i < start + BLOCK_BYTES; i += 4) {
    sum +=
      (bytes[i] as number) + (bytes[i + 1] as number) + (bytes[i + 2] as number) + (bytes[i + 3] as number);
  }
  return sum;
}
