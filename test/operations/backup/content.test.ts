import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MIN_CHUNK_BYTES } from '../../../src/chunker/chunker.ts';
import type { Hole } from '../../../src/files/tar/decode.ts';
import { type FileContent, saveContent } from '../../../src/operations/backup/content.ts';
import type { Repository } from '../../../src/repository/repository.ts';

describe('a content with holes', () => {
  test('is cut into the chunks of the same content with zeros, wherever the holes are', async () => {
    const part = fc.record({
      isHole: fc.boolean(),
      length: fc.oneof(
        fc.integer({ min: 1, max: 200_000 }),
        fc.integer({ min: 1, max: 5 * MIN_CHUNK_BYTES }),
        fc.constantFrom(MIN_CHUNK_BYTES - 1, MIN_CHUNK_BYTES, MIN_CHUNK_BYTES + 1, 3 * MIN_CHUNK_BYTES),
      ),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(part, { minLength: 1, maxLength: 6 }), async (parts) => {
        const holed = await save(stream(parts, (holeBytes) => ({ holeBytes })));
        expect(holed).toEqual(await save(stream(parts, (length) => Buffer.alloc(length))));
      }),
      { numRuns: 40 },
    );
  });

  test('that is a terabyte of hole makes one chunk', async () => {
    const { blobs, sizeBytes, madeChunks } = await save(stream([{ isHole: true, length: 2 ** 40 }], hole));
    expect(sizeBytes).toBe(2n ** 40n);
    expect(blobs.length).toBe(2 ** 40 / MIN_CHUNK_BYTES);
    expect(madeChunks).toBe(1);
  });
});

function hole(holeBytes: number): Hole {
  return { holeBytes };
}

async function* stream(
  parts: readonly { isHole: boolean; length: number }[],
  makeHole: (length: number) => Hole | Buffer,
): AsyncGenerator<Buffer | Hole> {
  let seed = 1;
  for (const { isHole, length } of parts) {
    if (isHole) yield makeHole(length);
    else yield noise(length, seed++);
  }
}

function noise(length: number, seed: number): Buffer {
  const bytes = Buffer.alloc(length);
  let state = seed;
  for (let i = 0; i < length; i++) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) | 0;
    bytes[i] = state >>> 16;
  }
  return bytes;
}

async function save(content: FileContent) {
  let madeChunks = 0;
  const repository = {
    chunkerPolynomial: 0x3da3358b4dc173n,
    room: async () => {},
    takeRoom: () => true,
    saveBlob: async (_: string, chunk: Uint8Array) => {
      madeChunks++;
      return { id: createHash('sha256').update(chunk).digest('hex'), added: true };
    },
  } as unknown as Repository;
  const { saved } = await saveContent(repository, content);
  const { blobs, sizeBytes } = await saved();
  return { blobs, sizeBytes, ...(blobs.length > 1000 ? { madeChunks } : {}) };
}
