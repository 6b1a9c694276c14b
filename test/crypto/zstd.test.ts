import { randomBytes } from 'node:crypto';
import { constants, zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compress, decompress } from '../../src/crypto/zstd.ts';
import { readZstdFrame } from '../../src/crypto/zstd-frame.ts';

const LIMIT = 1 << 20;
const text = Buffer.from('the same words again and again, '.repeat(1000));

const damaged = expect.objectContaining({
  code: 'repository-damaged',
  message: expect.stringContaining('blob 1234'),
});

function open(data: Uint8Array, limit = LIMIT): Buffer {
  return decompress(data, limit, 'blob 1234');
}

describe('what is written', () => {
  test('comes back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 2000 }), (plain) => {
        expect(open(compress(plain))).toEqual(Buffer.from(plain));
      }),
    );
  });

  test.each([1, 255, 256, 65_536, 512 * 1024, 512 * 1024 + 1, 8 * 1024 * 1024])(
    '%i bytes are one frame without checksum, with a window of 512 KiB at most or of a single segment',
    (length) => {
      for (const plain of [randomBytes(length), Buffer.alloc(length, 'compressible ')]) {
        const data = compress(plain);
        const frame = readZstdFrame(data, 0);
        expect(frame.end).toBe(data.length);
        expect(frame.contentBytes).toBe(length);
        expect(frame.windowBytes).toBeLessThanOrEqual(512 * 1024);
        expect((data[4] as number) & 0x04).toBe(0);
        expect(open(data, length).equals(plain)).toBe(true);
      }
    },
  );
});

describe('what is read', () => {
  test.each([-7, 1, 3, 19])('level %i', (level) => {
    expect(open(zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: level } }))).toEqual(
      text,
    );
  });

  test('a checksum, verified', () => {
    const data = zstdCompressSync(text, { params: { [constants.ZSTD_c_checksumFlag]: 1 } });
    expect(open(data)).toEqual(text);
    data[data.length - 1] = (data.at(-1) as number) ^ 1;
    expect(() => open(data)).toThrow(damaged);
  });

  test('several frames, where Node itself stops after the first', () => {
    expect(open(Buffer.concat([compress(text), compress(Buffer.from('!')), compress(text)]))).toEqual(
      Buffer.concat([text, Buffer.from('!'), text]),
    );
  });

  test('skippable frames anywhere', () => {
    const skippable = Buffer.from('5e2a4d1803000000aabbcc', 'hex');
    const data = compress(text);
    expect(open(Buffer.concat([skippable, data, skippable, data, skippable]))).toEqual(
      Buffer.concat([text, text]),
    );
    expect(open(skippable)).toHaveLength(0);
  });

  test('a frame that does not say its size, larger than one step of the output', () => {
    const large = randomBytes(LIMIT);
    const data = zstdCompressSync(large, { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } });
    expect(readZstdFrame(data, 0).contentBytes).toBeNull();
    expect(open(data).equals(large)).toBe(true);
  });

  test('a frame of nothing', () => {
    expect(open(zstdCompressSync(Buffer.alloc(0)), 0)).toHaveLength(0);
    expect(open(compress(Buffer.alloc(0)), 0)).toHaveLength(0);
  });

  test('a window of 512 MiB, and no larger', () => {
    expect(open(rawFrame({ windowLog: 29 }))).toEqual(Buffer.from('raw'));
    expect(() => open(rawFrame({ windowLog: 30 }))).toThrow(/window of 1073741824 bytes/);
  });

  test('a dictionary is refused, its absence said in so many bytes is not', () => {
    expect(open(rawFrame({ dictionary: 0 }))).toEqual(Buffer.from('raw'));
    expect(() => open(rawFrame({ dictionary: 1 }))).toThrow(/dictionary/);
  });
});

describe('one frame after another', () => {
  const frames = fc.array(
    fc.record({
      plain: fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array(600_000))),
      level: fc.constantFrom(1, 3, 7),
      damage: fc.option(fc.nat(), { freq: 2 }),
    }),
    { minLength: 2, maxLength: 12 },
  );

  test('what is left of a damaged one never gets into the next', () => {
    fc.assert(
      fc.property(frames, (sequence) => {
        for (const { plain, level, damage } of sequence) {
          const data = compress(plain, level);
          if (damage === null) {
            expect(open(data).equals(plain)).toBe(true);
            continue;
          }
          const position = damage % data.length;
          data[position] = (data[position] as number) ^ (1 << (damage % 8));
          try {
            open(data);
          } catch (error) {
            expect(error).toEqual(damaged);
          }
        }
      }),
    );
  });

  test('each is what zstd makes of it alone', () => {
    const params = {
      [constants.ZSTD_c_compressionLevel]: 7,
    };
    for (const plain of [text, Buffer.from('x'), Buffer.alloc(0), text.subarray(100), randomBytes(70_000)]) {
      expect(compress(plain, 7)).toEqual(zstdCompressSync(plain, { params }));
    }
  });
});

describe('hostile bytes', () => {
  test('nothing at all is refused', () => {
    expect(() => open(Buffer.alloc(0))).toThrow(damaged);
  });

  test('bytes after the last frame are refused', () => {
    for (const more of ['00', '28b52ffd', '28b52ffe0000', 'ffffffffffffffffff']) {
      expect(() => open(Buffer.concat([compress(text), Buffer.from(more, 'hex')]))).toThrow(damaged);
    }
  });

  test('a frame that is cut off is refused, at every length', () => {
    const data = Buffer.concat([compress(Buffer.from('first')), compress(text)]);
    const whole = compress(Buffer.from('first')).length;
    for (let length = 0; length < data.length; length++) {
      if (length !== whole) expect(() => open(data.subarray(0, length))).toThrow(damaged);
    }
  });

  test('a skippable frame that promises more than there is is refused', () => {
    expect(() => open(Buffer.from('502a4d18ffffffff00', 'hex'))).toThrow(/cut off/);
  });

  test('reserved bits and block types are refused', () => {
    const reservedBit = rawFrame({});
    reservedBit[4] = 0x08;
    expect(() => open(reservedBit)).toThrow(/reserved bit/);
    const reservedBlock = rawFrame({});
    reservedBlock[6] = (reservedBlock[6] as number) | 0x06;
    expect(() => open(reservedBlock)).toThrow(/reserved type/);
  });

  test('more than the limit is refused, whether the frame promises it or not', () => {
    expect(open(compress(text), text.length)).toEqual(text);
    expect(() => open(compress(text), text.length - 1)).toThrow(/32000 bytes of content, expected .* 31999/);
    const silent = zstdCompressSync(text, { params: { [constants.ZSTD_c_contentSizeFlag]: 0 } });
    expect(open(silent, text.length)).toEqual(text);
    expect(() => open(silent, text.length - 1)).toThrow(damaged);
    expect(() => open(silent, 0)).toThrow(damaged);
    expect(() => open(Buffer.concat([compress(text), compress(text)]), text.length * 2 - 1)).toThrow(damaged);
  });

  test('a bomb of runs is stopped at the limit', () => {
    // 4 bytes a run of 128 KiB: 32,768 times as much comes out.
    const runs = Array.from({ length: 100_000 }, () => block({ type: 1, size: 128 * 1024, bytes: 'x' }));
    const bomb = Buffer.concat([header({}), ...runs, block({ type: 0, size: 0, bytes: '', last: true })]);
    const kibBefore = process.resourceUsage().maxRSS;
    expect(() => open(bomb)).toThrow(damaged);
    expect(process.resourceUsage().maxRSS - kibBefore).toBeLessThan(256 * 1024);
  });

  test('a promised size that is not kept is refused', () => {
    const frame = Buffer.concat([
      Buffer.from('28b52ffd2005', 'hex'),
      block({ type: 0, size: 3, bytes: 'raw', last: true }),
    ]);
    expect(readZstdFrame(frame, 0).contentBytes).toBe(5);
    expect(() => open(frame)).toThrow(damaged);
  });

  test('any altered byte gives the content, other content or a typed error, never anything else', () => {
    const data = compress(text.subarray(0, 500));
    fc.assert(
      fc.property(fc.nat(data.length - 1), fc.nat(255), (position, value) => {
        const altered = Buffer.from(data);
        altered[position] = value;
        try {
          expect(open(altered).length).toBeLessThanOrEqual(LIMIT);
        } catch (error) {
          expect(error).toEqual(damaged);
        }
      }),
      { numRuns: 500 },
    );
  });
});

interface HeaderOptions {
  readonly windowLog?: number;
  readonly dictionary?: number;
}

/** A frame by hand (RFC 8878, section 3.1.1): no content size, no checksum, one raw block. */
function rawFrame(options: HeaderOptions): Buffer {
  return Buffer.concat([header(options), block({ type: 0, size: 3, bytes: 'raw', last: true })]);
}

function header({ windowLog = 20, dictionary }: HeaderOptions): Buffer {
  const descriptor = dictionary === undefined ? 0 : 1;
  const window = (windowLog - 10) << 3;
  return Buffer.from([
    0x28,
    0xb5,
    0x2f,
    0xfd,
    descriptor,
    window,
    ...(dictionary === undefined ? [] : [dictionary]),
  ]);
}

function block({
  type,
  size,
  bytes,
  last = false,
}: {
  type: number;
  size: number;
  bytes: string;
  last?: boolean;
}): Buffer {
  const head = Buffer.alloc(3);
  head.writeUIntLE((size << 3) | (type << 1) | (last ? 1 : 0), 0, 3);
  return Buffer.concat([head, Buffer.from(bytes)]);
}
