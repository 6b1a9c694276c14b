import { tarFault } from './fault.ts';

const SPACE = 0x20;
const ZERO = 0x30;
const SEVEN = 0x37;
/** Top bit of the first byte: the field is base-256, big-endian two's complement (GNU). */
const BASE_256 = 0x80;
/** toybox writes a negative number as 64 bits in a wider field, without carrying its sign on. */
const INT64_BITS = 64;

/**
 * The number in a header field: octal digits that end at a space, a NUL or the end of the field, or GNU's base-256.
 * A field of spaces and NULs is 0.
 *
 * @throws HoldfastError command-failed if it is neither, or not within ±(2^53 − 1).
 */
export function decodeNumber(block: Uint8Array, start: number, length: number, name: string): number {
  const first = block[start] as number;
  if ((first & BASE_256) !== 0) return decodeBase256(block, start, length, name);
  const end = start + length;
  let at = start;
  while (at < end && block[at] === SPACE) at++;
  let value = 0;
  for (; at < end; at++) {
    const byte = block[at] as number;
    if (byte === 0 || byte === SPACE) break;
    if (byte < ZERO || byte > SEVEN) throw tarFault(`the header's ${name} is no octal number`);
    value = value * 8 + (byte - ZERO);
  }
  return value;
}

function decodeBase256(block: Uint8Array, start: number, length: number, name: string): number {
  const bits = length * 8 - 1;
  let value = BigInt((block[start] as number) & (BASE_256 - 1));
  for (let i = 1; i < length; i++) value = (value << 8n) | BigInt(block[start + i] as number);
  // The marker bit isn't part of the number: what is below it is two's complement of one bit less.
  const signBits = length > INT64_BITS / 8 && value < 1n << BigInt(INT64_BITS) ? INT64_BITS : bits;
  const number = Number(BigInt.asIntN(signBits, value));
  if (!Number.isSafeInteger(number)) throw tarFault(`the header's ${name} is out of range`);
  return number;
}

/** The largest number that fits a field of `length` bytes as octal digits with a closing NUL. */
export function maxOctal(length: number): number {
  return MAX_OCTALS[length] as number;
}

/** By the length of a field, of which there are none longer than 12: asked for ten times a member. */
const MAX_OCTALS = Array.from({ length: 13 }, (_, length) => 8 ** (length - 1) - 1);

/** Writes `value` as octal digits with a closing NUL if it fits, else as base-256. A whole number, any sign. */
export function encodeNumber(block: Buffer, value: number, start: number, length: number): void {
  if (value >= 0 && value <= maxOctal(length)) {
    block.write(value.toString(8).padStart(length - 1, '0'), start, 'latin1');
    return;
  }
  let rest = BigInt.asUintN(length * 8, BigInt(value));
  for (let i = length - 1; i >= 0; i--) {
    block[start + i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
  block[start] = (block[start] as number) | BASE_256;
}
