import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Chunker, MAX_CHUNK_BYTES, MIN_CHUNK_BYTES } from '../../src/chunker/chunker.ts';
import { remainder } from '../../src/chunker/polynomial.ts';

const POLYNOMIAL = 0x3da3358b4dc173n;
const MIB = 1024 * 1024;
const WINDOW_BYTES = 64;

/** Pieces of `size` bytes, or of the sizes that it returns. */
function chunksOf(
  file: Uint8Array,
  size: number | (() => number) = file.length,
  polynomial = POLYNOMIAL,
): Uint8Array[] {
  const chunker = new Chunker(polynomial);
  const chunks: Uint8Array[] = [];
  for (let position = 0; position < file.length; ) {
    const length = typeof size === 'number' ? size : size();
    chunks.push(...copied(chunker.push(file.subarray(position, position + length))));
    position += length;
  }
  return [...chunks, ...copied(chunker.finish())];
}

/** Each chunk is gone with the next. */
function copied(chunks: Iterable<Uint8Array>): Uint8Array[] {
  return Array.from(chunks, (chunk) => Uint8Array.from(chunk));
}

function lengths(chunks: Iterable<Uint8Array>): number[] {
  return Array.from(chunks, (chunk) => chunk.length);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** 8 MiB that anybody can make again: SHA-256 of 0, 1, 2 … as 8 bytes, big-endian. */
function hashedNumbers(): Buffer {
  const number = Buffer.alloc(8);
  return Buffer.concat(
    Array.from({ length: (8 * MIB) / 32 }, (_, i) => {
      number.writeBigUInt64BE(BigInt(i));
      return createHash('sha256').update(number).digest();
    }),
  );
}

describe("the chunks of restic's chunker", () => {
  const file = hashedNumbers();
  const expected = [
    [2_954_950, '289cc1c6'],
    [1_586_285, '41b9b999'],
    [1_977_297, '15776cc9'],
    [1_649_701, '772fb7cc'],
    [220_375, 'cad26b63'],
  ];

  function summary(chunks: readonly Uint8Array[]): [number, string][] {
    return chunks.map((chunk) => [chunk.length, sha256(chunk).slice(0, 8)]);
  }

  test('the file is the one whose chunks are known', () => {
    expect(sha256(file).slice(0, 16)).toBe('c36cd1faed2ebed3');
  });

  test('pushed byte by byte', () => {
    // A file that ends behind its first cut: one push a byte takes its time.
    const [[first]] = expected as [[number, string]];
    expect(summary(chunksOf(file.subarray(0, first + 10), 1))).toEqual([
      expected[0],
      [10, expect.any(String)],
    ]);
  });

  test.each([8 * MIB, 63, 64, 512, 4096, 32_768, 65_535, 65_537, MIB - 1, MIB, MIB + 1, 3 * MIB])(
    'pushed in pieces of %i bytes',
    (size) => {
      expect(summary(chunksOf(file, size))).toEqual(expected);
    },
  );

  test('pushed in pieces of any size', () => {
    let state = 1;
    const size = () => {
      state = (state * 48_271) % 0x7fffffff;
      return 1 + (state % 200_000);
    };
    for (let run = 0; run < 20; run++) expect(summary(chunksOf(file, size))).toEqual(expected);
  });

  test('a byte that never makes a cut gives the largest chunks', () => {
    expect(lengths(chunksOf(Buffer.alloc(17 * MIB, 1)))).toEqual([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES, MIB]);
    expect(lengths(chunksOf(Buffer.alloc(16 * MIB, 1), 10_000))).toEqual([MAX_CHUNK_BYTES, MAX_CHUNK_BYTES]);
  });

  test('zeros are cut at the smallest size', () => {
    const chunks = chunksOf(Buffer.alloc(2 * MIB + 5));
    expect(lengths(chunks)).toEqual([MIN_CHUNK_BYTES, MIN_CHUNK_BYTES, MIN_CHUNK_BYTES, MIN_CHUNK_BYTES, 5]);
    expect(sha256(chunks[0] as Uint8Array).slice(0, 8)).toBe('07854d2f');
  });
});

describe('a cut', () => {
  // 1 never makes a cut: whatever is found is the window that was planted.
  const background = () => Buffer.alloc(4 * MIB, 1);
  const [window, other] = cutWindows();

  test('stands behind a window whose fingerprint ends in 20 zero bits, by the definition', () => {
    for (const bytes of [window, other]) {
      const value = BigInt(`0x${bytes.toString('hex')}`);
      expect(remainder(value, POLYNOMIAL) & 0xfffffn).toBe(0n);
    }
  });

  test.each([
    MIN_CHUNK_BYTES,
    MIN_CHUNK_BYTES + 1,
    ...[512, 4096].flatMap((laneBytes) =>
      [1, 2, 7, 8, 15, 16, 17].flatMap((lane) =>
        [-1, 0, 1, 63, 64].map((more) => MIN_CHUNK_BYTES - 1 + lane * laneBytes + more),
      ),
    ),
    MIN_CHUNK_BYTES + 64 * 1024,
    MIN_CHUNK_BYTES + MIB + 12_345,
  ])('is found where it is, after %i bytes', (end) => {
    const file = background();
    window.copy(file, end - WINDOW_BYTES);
    for (const size of [file.length, 65_536, 10_007]) {
      expect(lengths(chunksOf(file, size))[0]).toBe(end);
    }
  });

  test('before the smallest size does not count', () => {
    const file = background();
    window.copy(file, MIN_CHUNK_BYTES - 1 - WINDOW_BYTES);
    expect(lengths(chunksOf(file))).toEqual([file.length]);
  });

  test('the first of two counts, however they lie to each other', () => {
    for (const distance of [64, 100, 448, 512, 513, 4032, 4096, 4097, 8192, 24_576, 61_440, 100_000]) {
      for (const start of [MIN_CHUNK_BYTES, MIN_CHUNK_BYTES + 5000, MIN_CHUNK_BYTES + 9000]) {
        const file = background();
        window.copy(file, start - WINDOW_BYTES);
        other.copy(file, start + distance - WINDOW_BYTES);
        expect(lengths(chunksOf(file))[0]).toBe(start);
      }
    }
  });

  test('at the end of the file leaves no empty chunk', () => {
    const file = background().subarray(0, MIN_CHUNK_BYTES + 1000);
    window.copy(file, file.length - WINDOW_BYTES);
    expect(lengths(chunksOf(file))).toEqual([file.length]);
  });

  test('after the largest chunk is looked for from the start of the next', () => {
    const file = Buffer.alloc(MAX_CHUNK_BYTES + 2 * MIB, 1);
    // Across the border: no chunk sees the whole window.
    window.copy(file, MAX_CHUNK_BYTES - 10);
    expect(lengths(chunksOf(file))).toEqual([MAX_CHUNK_BYTES, 2 * MIB]);
  });
});

test('another polynomial gives other chunks, also when chunkers take turns', () => {
  const file = randomBytes(6 * MIB);
  const own = lengths(chunksOf(file));
  const others = lengths(chunksOf(file, file.length, 0x2bd7b45530738bn));
  expect(others).not.toEqual(own);
  const a = new Chunker(POLYNOMIAL);
  const b = new Chunker(0x2bd7b45530738bn);
  const cut: [number[], number[]] = [[], []];
  for (let position = 0; position < file.length; position += 100_000) {
    const piece = file.subarray(position, position + 100_000);
    cut[0].push(...lengths(a.push(piece)));
    cut[1].push(...lengths(b.push(piece)));
  }
  cut[0].push(...lengths(a.finish()));
  cut[1].push(...lengths(b.finish()));
  expect(cut).toEqual([own, others]);
});

test('an empty file has no chunk', () => {
  const chunker = new Chunker(POLYNOMIAL);
  expect(lengths(chunker.finish())).toEqual([]);
  expect(lengths(chunker.push(Buffer.alloc(0)))).toEqual([]);
  expect(lengths(chunker.finish())).toEqual([]);
});

test('a chunker is as new after finish', () => {
  const file = hashedNumbers();
  const chunker = new Chunker(POLYNOMIAL);
  expect(lengths(chunker.push(Buffer.alloc(700_000, 1)))).toEqual([]);
  expect(lengths(chunker.finish())).toEqual([700_000]);
  expect(lengths(chunker.push(file))).toEqual([2_954_950, 1_586_285, 1_977_297, 1_649_701]);
  expect(lengths(chunker.finish())).toEqual([220_375]);
});

test('a chunk holds the bytes that were pushed, also when the caller uses its buffer again', () => {
  const chunker = new Chunker(POLYNOMIAL);
  const buffer = Buffer.alloc(100_000);
  const chunks: Uint8Array[] = [];
  for (let i = 1; i <= 20; i++) chunks.push(...copied(chunker.push(buffer.fill(i))));
  const whole = Buffer.concat([...chunks, ...copied(chunker.finish())]);
  expect(
    whole.equals(Buffer.concat(Array.from({ length: 20 }, (_, i) => Buffer.alloc(100_000, i + 1)))),
  ).toBe(true);
});

test('the last chunk of a file is not overwritten by a file that begins while it is used', () => {
  const a = new Chunker(POLYNOMIAL);
  const b = new Chunker(POLYNOMIAL);
  expect(lengths(a.push(Buffer.alloc(1000, 1)))).toEqual([]);
  for (const last of a.finish()) {
    expect(lengths(b.push(Buffer.alloc(1000, 2)))).toEqual([]);
    expect(Buffer.from(last).equals(Buffer.alloc(1000, 1))).toBe(true);
  }
});

/** Two windows that end in a cut, taken from the first cuts in bytes that anybody can make again. */
function cutWindows(): [Buffer, Buffer] {
  const [first, second] = chunksOf(hashedNumbers());
  const endOf = (chunk: Uint8Array | undefined) => Buffer.from((chunk as Uint8Array).slice(-WINDOW_BYTES));
  return [endOf(first), endOf(second)];
}
