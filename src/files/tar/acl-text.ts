import { display, fromBytes } from '../../bytestring.ts';
import { tarFault } from './fault.ts';
import type { ExtendedAttribute } from './member.ts';

// Linux' binary form of an access list (linux/posix_acl_xattr.h): a version, then tag, permissions and ID of each entry.
const VERSION = 2;
const HEADER_BYTES = 4;
const ENTRY_BYTES = 8;
const NO_ID = 0xffffffff;
const TAG = { ownUser: 0x01, user: 0x02, ownGroup: 0x04, group: 0x08, mask: 0x10, other: 0x20 } as const;

interface AclEntry {
  readonly tag: number;
  readonly permissions: number;
  readonly id: number;
}

/**
 * The access list that `text` says (`user::rw-,user:1000:r--,user:name:r--:1000,mask::r--`), as the extended attribute
 * that Linux keeps it in.
 *
 * @throws HoldfastError command-failed at an entry that isn't one, or that has a name and no number.
 */
export function decodeAcl(text: Buffer): Buffer {
  const entries = fromBytes(text)
    .split(/[,\n]/)
    .filter((entry) => entry !== '')
    .map(decodeEntry)
    .sort((a, b) => a.tag - b.tag || a.id - b.id);
  const bytes = Buffer.alloc(HEADER_BYTES + entries.length * ENTRY_BYTES);
  bytes.writeUInt32LE(VERSION);
  for (const [i, { tag, permissions, id }] of entries.entries()) {
    const at = HEADER_BYTES + i * ENTRY_BYTES;
    bytes.writeUInt16LE(tag, at);
    bytes.writeUInt16LE(permissions, at + 2);
    bytes.writeUInt32LE(id, at + 4);
  }
  return bytes;
}

/**
 * The text of the access list that `value` is, every entry with its number as libarchive reads it (`user:12:r--:12`).
 * Null if it is no access list of Linux.
 */
export function encodeAcl(value: Uint8Array): Buffer | null {
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  const isList = bytes.length >= HEADER_BYTES && (bytes.length - HEADER_BYTES) % ENTRY_BYTES === 0;
  if (!isList || bytes.readUInt32LE() !== VERSION) return null;
  const entries: string[] = [];
  for (let at = HEADER_BYTES; at < bytes.length; at += ENTRY_BYTES) {
    const name = nameOfTag(bytes.readUInt16LE(at));
    const letters = lettersOf(bytes.readUInt16LE(at + 2));
    if (name === null || letters === null) return null;
    const id = bytes.readUInt32LE(at + 4);
    entries.push(name.endsWith(':') ? `${name}${id}:${letters}:${id}` : `${name}::${letters}`);
  }
  return Buffer.from(entries.join());
}

/** The largest number of a user or group in an attribute that is an access list; 0 if there is none. */
export function largestAclId({ name, value }: ExtendedAttribute): number {
  const text = name.startsWith('system.posix_acl_') ? encodeAcl(value) : null;
  const ids =
    text === null ? [] : [...text.toString().matchAll(/:(\d+)(?:,|$)/g)].map(([, id]) => Number(id));
  return Math.max(0, ...ids);
}

/** Of an entry for one user or group it ends in a colon. */
function nameOfTag(tag: number): string | null {
  switch (tag) {
    case TAG.ownUser:
      return 'user';
    case TAG.user:
      return 'user:';
    case TAG.ownGroup:
      return 'group';
    case TAG.group:
      return 'group:';
    case TAG.mask:
      return 'mask';
    case TAG.other:
      return 'other';
    default:
      return null;
  }
}

function lettersOf(permissions: number): string | null {
  if (permissions > 7) return null;
  return [4, 2, 1].map((bit, i) => ((permissions & bit) === 0 ? '-' : 'rwx'[i])).join('');
}

function decodeEntry(text: string): AclEntry {
  const [kind = '', who = '', permissions = '', number = who] = text.split(':');
  const tag = tagOf(kind, who);
  const id = tag === TAG.user || tag === TAG.group ? Number(number) : NO_ID;
  if (tag === undefined || !/^[r-][w-][x-]$/.test(permissions) || !(id <= NO_ID) || !/^\d*$/.test(number)) {
    throw tarFault(`the access list holds "${display(text as never)}"`);
  }
  return { tag, permissions: permissionsOf(permissions), id };
}

function tagOf(kind: string, who: string): number | undefined {
  if (kind === 'user') return who === '' ? TAG.ownUser : TAG.user;
  if (kind === 'group') return who === '' ? TAG.ownGroup : TAG.group;
  if (who !== '') return undefined;
  return kind === 'mask' ? TAG.mask : kind === 'other' ? TAG.other : undefined;
}

function permissionsOf(letters: string): number {
  return (letters[0] === 'r' ? 4 : 0) | (letters[1] === 'w' ? 2 : 0) | (letters[2] === 'x' ? 1 : 0);
}
