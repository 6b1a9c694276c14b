import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import type { RecordParser } from './lister.ts';
import type { FileType, ListedEntry } from './listing.ts';
import { uint64 } from './uint64.ts';

/**
 * What GNU find prints of an entry: three parts, each ended by NUL: numbers, the path, a symlink's target. Names come
 * as raw bytes. The times are seconds since 1970 with a fraction that counts forward: before 1970 too, so that −1.5 s
 * is printed as `-2.5000000000`.
 */
export const FIND_FORMAT = '%D %i %n %y %m %U %G %s %b %T@ %C@\\0%p\\0%l\\0';

/** Bytes of a record that is taken in: paths that find walks to can be longer than any single call takes. */
const MAX_RECORD_BYTES = 4 * 1024 * 1024;

const NS_PER_SECOND = 1_000_000_000n;
const NS_DIGITS = 9;
/** Until the year 2242: what is below it, times 10⁹, fits 63 bits. */
const MAX_SECONDS_BY_HALVES = 2 ** 33;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const LETTER_E = 0x65;
const MAX_ID = 2 ** 32 - 1;
/** Any number of no more digits is exact as a double. */
const MAX_EXACT_DIGITS = 15;

const FILE_TYPES: Readonly<Record<string, FileType>> = {
  f: 'file',
  d: 'dir',
  l: 'symlink',
  p: 'fifo',
  s: 'socket',
  b: 'dev',
  c: 'chardev',
};

/** Of a record that a message shows. */
const MAX_SHOWN = 200;

/**
 * A push parser of what find printed with FIND_FORMAT. Entries of devices have a deviceNumber of 0: find doesn't print
 * it.
 */
export class FindRecords implements RecordParser {
  #rest: Buffer = Buffer.alloc(0);
  #at = 0;
  #exitStatus: number | null = null;
  /** Of the last entry: most have the same. */
  #device = 0n;

  /**
   * The entries that are complete with `chunk`.
   *
   * @throws HoldfastError command-failed if it isn't what find prints.
   */
  push(chunk: Buffer): ListedEntry[] {
    if (this.#exitStatus !== null) throw listingFault('bytes behind the end of the list');
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const entries: ListedEntry[] = [];
    let start = 0;
    while (this.#exitStatus === null) {
      const path = bytes.indexOf(0, start) + 1;
      const link = path === 0 ? 0 : bytes.indexOf(0, path) + 1;
      const next = link === 0 ? 0 : bytes.indexOf(0, link) + 1;
      if (next === 0) break;
      this.#at = start;
      if (bytes[start] === LETTER_E) this.#exitStatus = readEnd(bytes, start, next);
      else entries.push(this.#readEntry(bytes, { path, link, next }));
      start = next;
    }
    if (this.#exitStatus !== null && start < bytes.length)
      throw listingFault('bytes behind the end of the list');
    if (bytes.length - start > MAX_RECORD_BYTES)
      throw listingFault(`a record over ${MAX_RECORD_BYTES} bytes`);
    // A copy: a view would keep all of the chunk alive.
    this.#rest = start === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(start));
    return entries;
  }

  /** Whether the end record has come. */
  get ended(): boolean {
    return this.#exitStatus !== null;
  }

  /** find's exit status. @throws HoldfastError command-failed if the list is cut off. */
  finish(): number {
    if (this.#exitStatus === null) throw listingFault('it stopped before its end');
    return this.#exitStatus;
  }

  #readEntry(bytes: Buffer, at: { path: number; link: number; next: number }): ListedEntry {
    const device = this.#readDevice(bytes);
    const inode = this.#readBigInt(bytes);
    const links = this.#readBigInt(bytes);
    const type = FILE_TYPES[String.fromCharCode(bytes[this.#at] as number)] ?? 'other';
    this.#at += 2;
    const permissions = this.#readOctal(bytes);
    const uid = this.#readId(bytes);
    const gid = this.#readId(bytes);
    const sizeBytes = this.#readBigInt(bytes);
    const blocks = this.#readBigInt(bytes);
    const mtimeNs = this.#readTime(bytes);
    const ctimeNs = this.#readTime(bytes);
    if (this.#at !== at.path) throw listingFault('a record of another form');
    return {
      path: bytes.toString('latin1', at.path, at.link - 1) as ByteString,
      type,
      permissions,
      uid,
      gid,
      sizeBytes,
      blocks,
      mtimeNs,
      ctimeNs,
      device,
      inode,
      links,
      linkTarget: (at.link === at.next - 1
        ? ''
        : bytes.toString('latin1', at.link, at.next - 1)) as ByteString,
      deviceNumber: 0n,
    };
  }

  /** Reads digits and the space or NUL behind them. As text where a double couldn't hold them exactly. */
  #readDigits(bytes: Buffer): number | string {
    const start = this.#at;
    let value = 0;
    let at = start;
    for (; ; at++) {
      const byte = bytes[at] as number;
      if (!(byte >= ZERO && byte <= NINE)) break;
      value = value * 10 + (byte - ZERO);
    }
    const end = bytes[at];
    if (at === start || (end !== SPACE && end !== 0)) throw listingFault('a number that is none');
    this.#at = at + 1;
    return at - start <= MAX_EXACT_DIGITS ? value : bytes.toString('latin1', start, at);
  }

  #readBigInt(bytes: Buffer): bigint {
    return bounded(this.#readDigits(bytes));
  }

  #readDevice(bytes: Buffer): bigint {
    const device = this.#readBigInt(bytes);
    if (device !== this.#device) this.#device = device;
    return this.#device;
  }

  #readId(bytes: Buffer): number {
    const id = Number(this.#readDigits(bytes));
    if (!(id <= MAX_ID)) throw listingFault('an owner that is none');
    return id;
  }

  #readOctal(bytes: Buffer): number {
    const value = Number.parseInt(String(this.#readDigits(bytes)), 8);
    if (!(value <= 0o7777)) throw listingFault('permissions that are none');
    return value;
  }

  /** Reads `SECONDS.FRACTION`, of whose digits find prints ten. */
  #readTime(bytes: Buffer): bigint {
    const isNegative = bytes[this.#at] === MINUS;
    if (isNegative) this.#at++;
    const point = bytes.indexOf(POINT, this.#at);
    if (point === -1) throw listingFault('a time that is none');
    const seconds = this.#readSeconds(bytes, point);
    let nanoseconds = 0;
    this.#at = point + 1;
    for (let digit = 0; ; digit++, this.#at++) {
      const byte = bytes[this.#at] as number;
      if (!(byte >= ZERO && byte <= NINE)) {
        for (; digit < NS_DIGITS; digit++) nanoseconds *= 10;
        break;
      }
      if (digit < NS_DIGITS) nanoseconds = nanoseconds * 10 + (byte - ZERO);
    }
    const end = bytes[this.#at++];
    if (end !== SPACE && end !== 0) throw listingFault('a time that is none');
    if (!isNegative && typeof seconds === 'number' && seconds < MAX_SECONDS_BY_HALVES)
      return nsByHalves(seconds, nanoseconds);
    const whole = bounded(seconds) * NS_PER_SECOND;
    return (isNegative ? -whole : whole) + BigInt(nanoseconds);
  }

  #readSeconds(bytes: Buffer, point: number): number | string {
    const start = this.#at;
    let value = 0;
    for (let at = start; at < point; at++) {
      const byte = bytes[at] as number;
      if (!(byte >= ZERO && byte <= NINE)) throw listingFault('a time that is none');
      value = value * 10 + (byte - ZERO);
    }
    if (point === start) throw listingFault('a time that is none');
    return point - start <= MAX_EXACT_DIGITS ? value : bytes.toString('latin1', start, point);
  }
}

const halves = new DataView(new ArrayBuffer(8));

/** `seconds · 10⁹ + nanoseconds` with one big integer made for it, and not four. */
function nsByHalves(seconds: number, nanoseconds: number): bigint {
  // All products and sums stay below 2⁵³.
  const top = Math.floor(seconds / 65_536) * 1e9;
  const topHigh = Math.floor(top / 65_536);
  const rest = (top - topHigh * 65_536) * 65_536 + (seconds % 65_536) * 1e9 + nanoseconds;
  const carry = Math.floor(rest / 2 ** 32);
  halves.setUint32(0, topHigh + carry);
  halves.setUint32(4, rest - carry * 2 ** 32);
  return halves.getBigInt64(0);
}

function bounded(digits: number | string): bigint {
  const value = uint64(digits);
  if (value === null) throw listingFault('a number of more than 64 bits');
  return value;
}

function readEnd(bytes: Buffer, start: number, next: number): number {
  const text = bytes.toString('latin1', start, next);
  const status = /^end (\d{1,3})\0\0\0$/.exec(text)?.[1];
  if (status === undefined)
    throw listingFault(`the end record "${display(text.slice(0, MAX_SHOWN) as ByteString)}"`);
  return Number(status);
}

function listingFault(found: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot read the list of files that the host's find printed: ${found}, expected records of 11 fields, a path and ` +
      'a link target, and an end record. Run again; if it stays, look whether something else prints to its output.',
  );
}
