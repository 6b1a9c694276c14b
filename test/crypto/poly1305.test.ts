import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { poly1305 } from '../../src/crypto/poly1305.ts';
import { getPoly1305Kernel } from '../../src/wasm/kernels.ts';
import { hex, readVectors } from '../vectors/read.ts';

interface Vector {
  readonly name: string;
  readonly key: string;
  readonly message: string;
  readonly tag: string;
}

describe('RFC 8439', () => {
  test.each(readVectors<{ vectors: Vector[] }>('poly1305-rfc8439').vectors)(
    '$name',
    ({ key, message, tag }) => {
      expect(poly1305(hex(key), hex(message)).toString('hex')).toBe(tag);
    },
  );
});

test('agrees with the definition in whole numbers', () => {
  // Bytes of ones drive every limb to its bound, and short keys leave carries out.
  const bytes = (length: { minLength: number; maxLength: number }) =>
    fc.oneof(
      fc.uint8Array(length),
      fc.array(fc.constantFrom(0, 0xff, 0xfc, 0x0f), length).map((array) => Uint8Array.from(array)),
    );
  fc.assert(
    fc.property(
      bytes({ minLength: 32, maxLength: 32 }),
      bytes({ minLength: 0, maxLength: 200 }),
      (key, message) => {
        expect(poly1305(key, message)).toEqual(poly1305InWholeNumbers(key, message));
      },
    ),
    { numRuns: 2000 },
  );
});

test('a message of any length around the window of the kernel gives the same tag as in whole numbers', () => {
  const { length } = getPoly1305Kernel().window;
  const key = randomBytes(32);
  const message = randomBytes(2 * length + 33);
  for (const around of [length, 2 * length]) {
    for (const more of [-33, -17, -16, -15, -1, 0, 1, 15, 16, 17, 32, 33]) {
      const part = message.subarray(0, around + more);
      expect(poly1305(key, part)).toEqual(poly1305InWholeNumbers(key, part));
    }
  }
});

test('a carry out of the last limb that overflows the first once more is not lost', () => {
  // With r = 1 the sum of the blocks is the result. Of its limbs (26 bits) all but the second are full, and one more in
  // the third runs through to the fifth, back to the first as 5, and into the second, whose odd value shows it.
  const limbs = (...values: number[]) =>
    values.reduce((sum, value, i) => sum + (BigInt(value) << BigInt(26 * i)), 0n);
  const full = 2 ** 26 - 1;
  const blocks = [limbs(0, 0, 0, 0, 2 ** 24 - 1), limbs(full, 1, full, full, 0), limbs(0, 0, 1, 0, 0)];
  const message = Buffer.concat(
    blocks.map((block) => Buffer.from(block.toString(16).padStart(32, '0'), 'hex').reverse()),
  );
  const key = hex('01'.padEnd(64, '0'));
  expect(poly1305(key, message)).toEqual(poly1305InWholeNumbers(key, message));
});

test('nothing of an earlier message is left for the next', () => {
  const key = randomBytes(32);
  const short = randomBytes(5);
  const tag = poly1305(key, short);
  poly1305(randomBytes(32), Buffer.alloc(100_000, 0xff));
  expect(poly1305(key, short)).toEqual(tag);
});

test('a key of another length is refused', () => {
  expect(() => poly1305(Buffer.alloc(31), Buffer.alloc(1))).toThrow(/31 bytes, expected 32/);
});

/** RFC 8439, section 2.5.1, as it is written there. */
function poly1305InWholeNumbers(key: Uint8Array, message: Uint8Array): Buffer {
  const p = (1n << 130n) - 5n;
  const r = littleEndian(key.subarray(0, 16)) & 0x0ffffffc0ffffffc0ffffffc0fffffffn;
  let accumulator = 0n;
  for (let i = 0; i < message.length; i += 16) {
    const block = message.subarray(i, i + 16);
    accumulator = ((accumulator + littleEndian(block) + (1n << BigInt(8 * block.length))) * r) % p;
  }
  const tag = (accumulator + littleEndian(key.subarray(16))) & ((1n << 128n) - 1n);
  return Buffer.from(tag.toString(16).padStart(32, '0'), 'hex').reverse();
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x0${Buffer.from(bytes).reverse().toString('hex')}`);
}
