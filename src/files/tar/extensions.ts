import { type ByteString, display, fromBytes } from '../../bytestring.ts';
import { isXfsAccessList } from '../xfs-acl.ts';
import { decodeAcl, encodeAcl } from './acl-text.ts';
import { tarFault } from './fault.ts';
import type { ExtendedAttribute } from './member.ts';
import { decodePaxNumber, decodePaxTime, type PaxRecord } from './pax.ts';

/**
 * What extended headers say about the member behind them: pax records, or GNU's long names. Undefined: nothing, so
 * the header block's own field holds.
 */
export interface Extensions {
  path?: ByteString | undefined;
  linkTarget?: ByteString | undefined;
  sizeBytes?: number | undefined;
  uid?: number | undefined;
  gid?: number | undefined;
  user?: ByteString | undefined;
  group?: ByteString | undefined;
  mtimeNs?: bigint | undefined;
  ctimeNs?: bigint | undefined;
  sparse?: SparseExtension | undefined;
  extendedAttributes?: Map<ByteString, Buffer> | undefined;
}

/** GNU.sparse.*: the member's own name and size stand in these records, its holes at the head of its content. */
export interface SparseExtension {
  major?: string;
  minor?: string;
  name?: ByteString;
  realSizeBytes?: number;
}

const XATTR_PREFIX = 'SCHILY.xattr.';
/** bsdtar's: the name with other bytes than letters as `%3D`, the value in base64 without padding. */
const LIBARCHIVE_PREFIX = 'LIBARCHIVE.xattr.';
/** Access lists as text (star's and bsdtar's), and the attributes that they are on Linux. */
const ACL_ATTRIBUTES: Readonly<Record<string, string>> = {
  'SCHILY.acl.access': 'system.posix_acl_access',
  'SCHILY.acl.default': 'system.posix_acl_default',
};
const SPARSE_PREFIX = 'GNU.sparse.';
export const MAX_ID = 2 ** 32 - 1;

/**
 * Adds `records` to `to`. A later record wins over an earlier one of the same key; an empty value takes back what
 * stood there before (POSIX pax), but is a value for an extended attribute.
 *
 * @param scope `global`: from a header for all members that follow, which may not name or measure any one of them.
 * @throws HoldfastError command-failed at a value that can't be right.
 */
export function addRecords(records: readonly PaxRecord[], to: Extensions, scope: 'global' | 'member'): void {
  for (const { key, value } of records) {
    if (scope === 'global' && isOfOneMember(key)) {
      throw tarFault(`a global pax header sets "${display(key)}", which differs from member to member`);
    }
    if (key.startsWith(XATTR_PREFIX))
      addAttribute(decodeAttributeName(key.slice(XATTR_PREFIX.length)), value, to);
    else if (key.startsWith(LIBARCHIVE_PREFIX)) addLibarchiveAttribute(key, value, to);
    else if (key in ACL_ATTRIBUTES) addAttribute(ACL_ATTRIBUTES[key] as ByteString, decodeAcl(value), to);
    else if (key.startsWith(SPARSE_PREFIX)) addSparse(key, value, to);
    else addField(key, value, to);
  }
}

/** `global` and, over it, `member`. */
export function merged(global: Extensions, member: Extensions): Extensions {
  if (Object.keys(global).length === 0) return member;
  const both: Extensions = { ...global, ...member };
  if (global.extendedAttributes !== undefined && member.extendedAttributes !== undefined) {
    both.extendedAttributes = new Map([...global.extendedAttributes, ...member.extendedAttributes]);
  }
  return both;
}

/** The attributes of `extensions`, with their values copied out of the archive's buffers. */
export function attributesOf(extensions: Extensions): ExtendedAttribute[] {
  if (extensions.extendedAttributes === undefined) return NO_ATTRIBUTES;
  return Array.from(extensions.extendedAttributes, ([name, value]) => ({ name, value: Buffer.from(value) }));
}

const NO_ATTRIBUTES: ExtendedAttribute[] = [];

/** The pax record of an attribute for GNU tar: `=` and `%` in its name as `%3D` and `%25`, since a keyword ends at `=`. */
export function gnuAttribute({ name, value }: ExtendedAttribute): { key: ByteString; value: Uint8Array } {
  const encoded = name.replaceAll('%', '%25').replaceAll('=', '%3D');
  return { key: `${XATTR_PREFIX}${encoded}` as ByteString, value };
}

/**
 * The same for bsdtar, which takes access lists as text alone. One that makes no sense is sent as an attribute, and it
 * is the verification that finds it missing.
 */
export function libarchiveAttribute({ name, value }: ExtendedAttribute): { key: string; value: Buffer } {
  for (const [key, attribute] of Object.entries(ACL_ATTRIBUTES)) {
    const text = name === attribute ? encodeAcl(value) : null;
    if (text !== null) return { key, value: text };
  }
  const encoded = name.replace(
    /[^A-Za-z0-9._-]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
  const base64 = Buffer.from(value).toString('base64').replaceAll('=', '');
  return { key: `${LIBARCHIVE_PREFIX}${encoded}`, value: Buffer.from(base64) };
}

function decodeAttributeName(name: string): ByteString {
  return name.replaceAll('%3D', '=').replaceAll('%25', '%') as ByteString;
}

function isOfOneMember(key: ByteString): boolean {
  return key === 'path' || key === 'linkpath' || key === 'size' || key.startsWith(SPARSE_PREFIX);
}

function addLibarchiveAttribute(key: ByteString, value: Buffer, to: Extensions): void {
  const name = key
    .slice(LIBARCHIVE_PREFIX.length)
    .replace(/%([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  addAttribute(name as ByteString, Buffer.from(value.toString('latin1'), 'base64'), to);
}

function addAttribute(name: ByteString, value: Buffer, to: Extensions): void {
  if (name === '') throw tarFault('a pax record holds an extended attribute without a name');
  if (isXfsAccessList(name)) return;
  to.extendedAttributes ??= new Map();
  to.extendedAttributes.set(name, value);
}

function addField(key: ByteString, value: Buffer, to: Extensions): void {
  const or = <T>(decode: () => T): T | undefined => (value.length === 0 ? undefined : decode());
  switch (key as string) {
    case 'path':
      to.path = or(() => nameOf(value, 'path'));
      break;
    case 'linkpath':
      to.linkTarget = or(() => nameOf(value, 'linkpath'));
      break;
    case 'size':
      to.sizeBytes = or(() => decodePaxNumber(value, Number.MAX_SAFE_INTEGER, 'size'));
      break;
    case 'uid':
      to.uid = or(() => decodePaxNumber(value, MAX_ID, 'uid'));
      break;
    case 'gid':
      to.gid = or(() => decodePaxNumber(value, MAX_ID, 'gid'));
      break;
    case 'uname':
      to.user = or(() => nameOf(value, 'uname'));
      break;
    case 'gname':
      to.group = or(() => nameOf(value, 'gname'));
      break;
    case 'mtime':
      to.mtimeNs = or(() => decodePaxTime(value));
      break;
    case 'ctime':
      to.ctimeNs = or(() => decodePaxTime(value));
      break;
    default: // atime, comment, hdrcharset, and what other tars invented: no part of what we keep
  }
}

function addSparse(key: ByteString, value: Buffer, to: Extensions): void {
  to.sparse ??= {};
  switch (key.slice(SPARSE_PREFIX.length)) {
    case 'major':
      to.sparse.major = value.toString('latin1');
      break;
    case 'minor':
      to.sparse.minor = value.toString('latin1');
      break;
    case 'name':
      to.sparse.name = nameOf(value, key);
      break;
    case 'realsize':
      to.sparse.realSizeBytes = decodePaxNumber(value, Number.MAX_SAFE_INTEGER, key);
      break;
    default:
      throw tarFault(`the sparse record "${display(key)}" is unknown, expected sparse format 1.0`);
  }
}

/** @throws HoldfastError command-failed if `value` holds a NUL, which no name on a Unix host can. */
function nameOf(value: Buffer, key: string): ByteString {
  const name = fromBytes(value);
  if (name.includes('\0')) throw tarFault(`the pax ${display(key as ByteString)} holds a NUL byte`);
  return name;
}
