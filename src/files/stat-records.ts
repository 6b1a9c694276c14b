import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { deviceNumber } from './device-number.ts';
import type { RecordParser } from './lister.ts';
import type { FileType, ListedEntry } from './listing.ts';
import { uint64 } from './uint64.ts';

/**
 * What stat prints of an entry: numbers, then the path between double slashes, which no listed path holds. Formats of
 * stat know no NUL, and `%Y` no fraction (in toybox no sign either): so the times are dates.
 */
export const STAT_FORMAT = '%d %i %h %f %u %g %s %b %t %T %y|%z//%n//';

/** Bytes of a record that is taken in. A path that stat takes has 4,095. */
const MAX_RECORD_BYTES = 64 * 1024;

const DATE = String.raw`(-?\d{4,9}-\d\d-\d\d) (\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))? \+0000`;
const NUMBERS = new RegExp(
  String.raw`^(\d+) (\d+) (\d+) ([0-9a-f]+) (\d+) (\d+) (\d+) (\d+) ([0-9a-f]{1,16}) ([0-9a-f]{1,16}) ${DATE}\|${DATE}$`,
);

/** By the four bits of a mode above its permissions (Linux' S_IFMT, inode(7)). */
const FILE_TYPES: Readonly<Record<number, FileType>> = {
  1: 'fifo',
  2: 'chardev',
  4: 'dir',
  6: 'dev',
  8: 'file',
  10: 'symlink',
  12: 'socket',
};
const PERMISSION_BITS = 12;
const MAX_ID = 2 ** 32 - 1;
/** Of a record that a message shows. */
const MAX_SHOWN = 200;
const NS_PER_SECOND = 1_000_000_000n;
const MS_PER_SECOND = 1000;

/** A push parser of what stat printed with STAT_FORMAT. Entries of symlinks have an empty target: stat has no field. */
export class StatRecords implements RecordParser {
  #rest = '';
  #statuses: readonly [number, number] | null = null;

  push(chunk: Buffer): ListedEntry[] {
    const text = this.#rest + chunk.toString('latin1');
    const entries: ListedEntry[] = [];
    let start = 0;
    while (start < text.length) {
      const path = text.indexOf('//', start) + 2;
      if (path === 1) break;
      if (this.#statuses !== null) throw statFault('bytes behind the end of the list');
      if (text[start] === 'e') {
        if (path === text.length) break;
        this.#statuses = readEnd(text.slice(start, path + 1));
        start = path + 1;
        continue;
      }
      const end = text.indexOf('//\n', path);
      if (end === -1) break;
      entries.push(readEntry(text.slice(start, path - 2), text.slice(path, end) as ByteString));
      start = end + 3;
    }
    this.#rest = text.slice(start);
    if (this.#rest.length > MAX_RECORD_BYTES) throw statFault(`a record over ${MAX_RECORD_BYTES} bytes`);
    return entries;
  }

  get ended(): boolean {
    return this.#statuses !== null;
  }

  finish(): number {
    if (this.#statuses === null || this.#rest !== '') throw statFault('it stopped before its end');
    const [walk, look] = this.#statuses;
    return walk === 0 ? look : walk;
  }
}

function readEnd(text: string): readonly [number, number] {
  const match = /^end (\d{1,3}) (\d{1,3})\/\/\n$/.exec(text);
  if (match === null) throw statFault(`the end record "${display(text.slice(0, MAX_SHOWN) as ByteString)}"`);
  return [Number(match[1]), Number(match[2])];
}

function readEntry(numbers: string, path: ByteString): ListedEntry {
  const match = NUMBERS.exec(numbers);
  if (match === null || !path.startsWith('/')) {
    throw statFault(`the record "${display(numbers.slice(0, MAX_SHOWN) as ByteString)}"`);
  }
  const field = (i: number) => match[i] as string;
  const mode = Number.parseInt(field(4), 16);
  const type = FILE_TYPES[mode >> PERMISSION_BITS] ?? 'other';
  const isDevice = type === 'dev' || type === 'chardev';
  return {
    path,
    type,
    permissions: mode & 0o7777,
    uid: idOf(field(5)),
    gid: idOf(field(6)),
    sizeBytes: bounded(field(7)),
    blocks: bounded(field(8)),
    mtimeNs: timeOf(match, 11),
    ctimeNs: timeOf(match, 16),
    device: bounded(field(1)),
    inode: bounded(field(2)),
    links: bounded(field(3)),
    linkTarget: '' as ByteString,
    deviceNumber: isDevice ? deviceNumber(BigInt(`0x${field(9)}`), BigInt(`0x${field(10)}`)) : 0n,
  };
}

function bounded(digits: string): bigint {
  const value = uint64(digits);
  if (value === null) throw statFault('a number of more than 64 bits');
  return value;
}

function idOf(digits: string): number {
  const id = Number(digits);
  if (!(id <= MAX_ID)) throw statFault('an owner that is none');
  return id;
}

/** The time whose five parts are in `match` from `at` on: day, hours, minutes, seconds, fraction. */
function timeOf(match: RegExpExecArray, at: number): bigint {
  const [day = '', hours, minutes, seconds, fraction = ''] = match.slice(at, at + 5);
  const ofDay = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  return BigInt(secondsOfDay(day) + ofDay) * NS_PER_SECOND + BigInt(fraction.padEnd(9, '0'));
}

let lastDay = '';
let lastDaySeconds = 0;

/** Seconds since 1970 at which `YEAR-MONTH-DAY` begins. Most entries of a listing share a few days. */
function secondsOfDay(day: string): number {
  if (day === lastDay) return lastDaySeconds;
  const [, year, month, date] = /^(-?\d+)-(\d\d)-(\d\d)$/.exec(day) ?? [];
  const time = new Date(0);
  time.setUTCFullYear(Number(year), Number(month) - 1, Number(date));
  const seconds = time.getTime() / MS_PER_SECOND;
  if (!Number.isSafeInteger(seconds)) throw statFault(`the date "${display(day as ByteString)}"`);
  lastDay = day;
  lastDaySeconds = seconds;
  return seconds;
}

function statFault(found: string): HoldfastError {
  return new HoldfastError(
    'command-failed',
    `Cannot read the list of files that the host's stat printed: ${found}, expected records of 12 fields and a path, ` +
      'and an end record. Run again; if it stays, look whether something else prints to its output.',
  );
}
