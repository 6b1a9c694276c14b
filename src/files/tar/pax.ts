import { type ByteString, display, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { TooMuch, tarFault } from './fault.ts';

/** One record of a pax extended header. The value is any bytes, NUL and newline included. */
export interface PaxRecord {
  readonly key: ByteString;
  /** A view of the header's bytes. */
  readonly value: Buffer;
}

/**
 * Longest extended header that is taken in: it is held whole in memory. Linux gives a file no more than 64 KiB of
 * attribute names, and in practice a few attributes.
 */
export const MAX_PAX_BYTES = 16 * 1024 * 1024;

const SPACE = 0x20;
const NEWLINE = 0x0a;
const EQUALS = 0x3d;
const ZERO = 0x30;
const NINE = 0x39;
/** More digits than MAX_PAX_BYTES has are no length. */
const MAX_LENGTH_DIGITS = 9;

/**
 * The records of an extended header: `LENGTH KEY=VALUE\n` in a row, the length that of the whole record.
 * They are framed by their lengths alone: a value may hold a newline followed by what looks like another record.
 *
 * @throws HoldfastError command-failed at the first that isn't framed exactly.
 */
export function decodePax(bytes: Buffer): PaxRecord[] {
  const records: PaxRecord[] = [];
  for (let start = 0; start < bytes.length; ) {
    let at = start;
    let length = 0;
    for (; at < bytes.length && at - start < MAX_LENGTH_DIGITS; at++) {
      const byte = bytes[at] as number;
      if (byte < ZERO || byte > NINE) break;
      length = length * 10 + (byte - ZERO);
    }
    const end = start + length;
    if (at === start || bytes[at] !== SPACE) throw tarFault('a pax record has no length');
    if (end > bytes.length || end <= at + 1)
      throw tarFault(`a pax record claims ${length} bytes, which it hasn't`);
    if (bytes[end - 1] !== NEWLINE)
      throw tarFault('a pax record does not end in a newline where its length says');
    const equals = bytes.indexOf(EQUALS, at + 1);
    if (equals === -1 || equals >= end - 1) throw tarFault('a pax record has no "="');
    if (equals === at + 1) throw tarFault('a pax record has no keyword');
    const key = bytes.toString('latin1', at + 1, equals) as ByteString;
    if (key.includes('\0')) throw tarFault(`the pax keyword "${display(key)}" holds a NUL byte`);
    records.push({ key, value: bytes.subarray(equals + 1, end - 1) });
    start = end;
  }
  return records;
}

/** The bytes of `records`. Keys hold no `=` or NUL (a newline they may: attributes' names do). @throws HoldfastError internal. */
export function encodePax(records: readonly { key: ByteString; value: Uint8Array }[]): Buffer {
  return Buffer.concat(records.flatMap(encodeRecord));
}

function encodeRecord({ key, value }: { key: ByteString; value: Uint8Array }): Uint8Array[] {
  if (/[=\0]/.test(key) || key === '') {
    throw new HoldfastError(
      'internal',
      `Cannot write the pax keyword "${display(key)}": it can't be framed.`,
    );
  }
  const rest = 1 + key.length + 1 + value.length + 1;
  // The length counts its own digits, of which it may need one more for doing so.
  let length = rest + String(rest).length;
  length = rest + String(length).length;
  return [toBytes(`${length} ${key}=` as ByteString), value, Buffer.from([NEWLINE])];
}

const NS_PER_SECOND = 1_000_000_000n;
const NS_DIGITS = 9;
const MINUS = 0x2d;
const POINT = 0x2e;
/** More digits than any 64-bit time has. */
const MAX_SECOND_DIGITS = 19;

/**
 * A pax time (`-1.5`) in nanoseconds since 1970; digits past the ninth are cut off, towards the past.
 *
 * @throws HoldfastError command-failed if it isn't a decimal number.
 */
export function decodePaxTime(value: Buffer): bigint {
  const first = value[0] === MINUS ? 1 : 0;
  const point = value.indexOf(POINT);
  const end = point === -1 ? value.length : point;
  if (end === first || end - first > MAX_SECOND_DIGITS) throw notATime();
  let seconds = 0;
  for (let i = first; i < end; i++) seconds = seconds * 10 + digitAt(value, i);
  let nanoseconds = 0;
  let rest = 0;
  for (let i = end + 1; i < value.length; i++) {
    if (i - end <= NS_DIGITS) nanoseconds = nanoseconds * 10 + digitAt(value, i);
    else rest |= digitAt(value, i);
  }
  for (let digits = Math.max(value.length - end - 1, 0); digits < NS_DIGITS; digits++) nanoseconds *= 10;
  const exactSeconds = Number.isSafeInteger(seconds) ? seconds : value.toString('latin1', first, end);
  const ns = BigInt(exactSeconds) * NS_PER_SECOND + BigInt(nanoseconds);
  if (first === 0) return ns;
  return rest === 0 ? -ns : -ns - 1n;
}

function digitAt(value: Buffer, index: number): number {
  const digit = (value[index] as number) - ZERO;
  if (!(digit >= 0 && digit <= 9)) throw notATime();
  return digit;
}

function notATime(): Error {
  return tarFault('a pax time is no decimal number');
}

/** `ns` as a pax time, exact, with no more digits than it needs. */
export function encodePaxTime(ns: bigint): string {
  const magnitude = ns < 0n ? -ns : ns;
  const seconds = magnitude / NS_PER_SECOND;
  const fraction = (magnitude % NS_PER_SECOND).toString().padStart(NS_DIGITS, '0').replace(/0+$/, '');
  return `${ns < 0n ? '-' : ''}${seconds}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * A pax number that isn't negative.
 *
 * @throws HoldfastError command-failed if it isn't decimal digits, or over `max`: TooMuch where that is all that numbers can tell.
 */
export function decodePaxNumber(value: Buffer, max: number, name: string): number {
  const text = value.toString('latin1');
  const number = /^\d{1,20}$/.test(text) ? Number(text) : Number.NaN;
  if (max === Number.MAX_SAFE_INTEGER && number > max)
    throw new TooMuch(`the pax ${name} is more than ${max}`);
  if (!(number <= max)) throw tarFault(`the pax ${name} is no number up to ${max}`);
  return number;
}
