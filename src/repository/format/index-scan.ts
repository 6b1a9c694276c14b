import { SEAL_OVERHEAD_BYTES } from '../../crypto/seal.ts';
import { MAX_UINT32 } from './fields.ts';
import type { BlobId, PackId } from './ids.ts';
import type { BlobType, PackedBlob } from './packed-blob.ts';

const ID_DIGITS = 64;

/**
 * Reads an index that is written exactly as restic writes it (order of fields, no white space), with no object or
 * string per token: an index of 60,000 blobs takes some 10 MB of JSON.
 *
 * Returns whether the index is of that kind and sound; false says nothing: such an index must be parsed. With
 * `visit` null it only looks; blobs are visited as they come, so look first.
 */
export function visitPlainIndex(
  json: Buffer,
  visit: ((pack: PackId, blob: PackedBlob) => void) | null,
): boolean {
  const scan = new IndexScan(json);
  if (!scan.skip(INDEX_START)) return false;
  if (!scan.skip(ARRAY_END)) {
    do {
      if (!visitPack(scan, visit)) return false;
    } while (scan.skip(COMMA));
    if (!scan.skip(ARRAY_END)) return false;
  }
  return scan.skip(OBJECT_END) && scan.isAtEnd();
}

function visitPack(scan: IndexScan, visit: ((pack: PackId, blob: PackedBlob) => void) | null): boolean {
  if (!scan.skip(ID_START)) return false;
  const idAt = scan.at;
  if (!scan.skipId() || !scan.skip(BLOBS)) return false;
  const pack = (visit === null ? '' : scan.idAt(idAt)) as PackId;
  if (scan.skip(ARRAY_END)) return scan.skip(OBJECT_END);
  do {
    if (!visitBlob(scan, pack, visit)) return false;
  } while (scan.skip(COMMA));
  return scan.skip(ARRAY_END) && scan.skip(OBJECT_END);
}

function visitBlob(
  scan: IndexScan,
  pack: PackId,
  visit: ((pack: PackId, blob: PackedBlob) => void) | null,
): boolean {
  if (!scan.skip(ID_START)) return false;
  const idAt = scan.at;
  if (!scan.skipId()) return false;
  const type: BlobType | null = scan.skip(TYPE_DATA) ? 'data' : scan.skip(TYPE_TREE) ? 'tree' : null;
  if (type === null) return false;
  const offset = scan.readUint32();
  if (offset < 0 || !scan.skip(LENGTH)) return false;
  const length = scan.readUint32();
  const plainLength = scan.skip(PLAIN_LENGTH) ? scan.readUint32() : null;
  if (length < SEAL_OVERHEAD_BYTES || offset + length > MAX_UINT32 || !scan.skip(OBJECT_END)) return false;
  if (plainLength !== null && plainLength <= 0) return false;
  if (visit !== null) visit(pack, { type, id: scan.idAt(idAt) as BlobId, offset, length, plainLength });
  return true;
}

const INDEX_START = Buffer.from('{"packs":[');
const ID_START = Buffer.from('{"id":"');
const BLOBS = Buffer.from('","blobs":[');
const TYPE_DATA = Buffer.from('","type":"data","offset":');
const TYPE_TREE = Buffer.from('","type":"tree","offset":');
const LENGTH = Buffer.from(',"length":');
const PLAIN_LENGTH = Buffer.from(',"uncompressed_length":');
const COMMA = Buffer.from(',');
const ARRAY_END = Buffer.from(']');
const OBJECT_END = Buffer.from('}');

/** A place in the JSON that only moves forward. */
class IndexScan {
  at = 0;
  readonly #json: Buffer;

  constructor(json: Buffer) {
    this.#json = json;
  }

  /** Moves past `literal` if it stands here. */
  skip(literal: Uint8Array): boolean {
    for (let i = 0; i < literal.length; i++) {
      if (this.#json[this.at + i] !== literal[i]) return false;
    }
    this.at += literal.length;
    return true;
  }

  skipId(): boolean {
    const end = this.at + ID_DIGITS;
    for (let i = this.at; i < end; i++) {
      const byte = this.#json[i] ?? 0;
      if (byte < 0x30 || byte > 0x66 || (byte > 0x39 && byte < 0x61)) return false;
    }
    this.at = end;
    return true;
  }

  idAt(at: number): string {
    return this.#json.toString('latin1', at, at + ID_DIGITS);
  }

  /** The number that stands here, or -1 if there is none that fits 32 bits. */
  readUint32(): number {
    const start = this.at;
    let value = 0;
    for (; ; this.at++) {
      const digit = (this.#json[this.at] ?? 0) - 0x30;
      if (digit < 0 || digit > 9) break;
      value = value * 10 + digit;
      if (value > MAX_UINT32) return -1;
    }
    const hasLeadingZero = this.#json[start] === 0x30 && this.at > start + 1;
    return this.at === start || hasLeadingZero ? -1 : value;
  }

  isAtEnd(): boolean {
    const rest = this.#json.length - this.at;
    return rest === 0 || (rest === 1 && this.#json[this.at] === 0x0a);
  }
}
