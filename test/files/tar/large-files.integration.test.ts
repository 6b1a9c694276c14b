import { spawn } from 'node:child_process';
import { open, rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readTar } from '../../../src/files/tar/decode.ts';
import { encodeHeader, endOfArchive } from '../../../src/files/tar/encode.ts';
import type { TarDialect } from '../../../src/files/tar/ustar.ts';
import { TarWriter } from '../../../src/files/tar/writer.ts';
import { freeNow } from '../../../src/free-buffer.ts';
import { Bench } from '../../operations/restore/harness.ts';
import { plainHeader } from './plain-header.ts';

// A header's field for the size has eleven octal digits: 8 GiB less one byte. What is larger stands there as a number of
// base 256, or in a pax record. No content is on a disk: files are all hole, and streams are one piece of zeros.

const GIB = 1024 ** 3;
const SIZE_BYTES = 9 * GIB + 513;
const ZEROS = Buffer.alloc(1024 * 1024);
const MEMORY_BYTES = 200 * 1024 * 1024;

let bench: Bench;
beforeAll(async () => {
  bench = await Bench.make();
  await bench.sh(`mkdir d; truncate -s ${SIZE_BYTES} d/large; echo small > d/next`);
});
afterAll(() => bench[Symbol.asyncDispose]());

function* zeros(sizeBytes: number): Generator<Buffer> {
  for (let left = sizeBytes; left > 0; left -= ZEROS.length) yield ZEROS.subarray(0, left);
}

const padded = (sizeBytes: number) => Math.ceil(sizeBytes / 512) * 512;
const header = (name: string, sizeBytes: number, dialect: TarDialect) =>
  encodeHeader(plainHeader(name, { sizeBytes: BigInt(sizeBytes) }), dialect).bytes;

/** Names, the sizes that headers tell, and the bytes that came. */
async function members(archive: AsyncIterable<Uint8Array>) {
  const found: [name: string, sizeBytes: number, bytes: number][] = [];
  const beforeBytes = process.memoryUsage().rss;
  for await (const { header, content } of readTar(archive)) {
    let bytes = 0;
    if (Buffer.isBuffer(content)) bytes = content.length;
    else for await (const part of content) bytes += 'holeBytes' in part ? part.holeBytes : part.length;
    found.push([header.path, Number(header.sizeBytes), bytes]);
  }
  expect(process.memoryUsage().rss - beforeBytes).toBeLessThan(MEMORY_BYTES);
  return found;
}

const EXPECTED = [
  ['large', SIZE_BYTES, SIZE_BYTES],
  ['next', 6, 6],
];

describe('a file over 8 GiB in an archive of ours', () => {
  test.each([
    ['pax', 'tar'],
    ['pax', 'bsdtar'],
    ['libarchive', 'tar'],
    ['libarchive', 'bsdtar'],
    ['gnu', 'tar'],
    ['gnu', 'bsdtar'],
    ['gnu', 'busybox tar'], // it is sent no other
  ] as const)('in %s format has its size for %s, and the next member behind it', async (dialect, tar) => {
    const path = bench.path('ours.tar');
    const file = await open(path, 'w');
    try {
      const first = header('large', SIZE_BYTES, dialect);
      const rest = [header('next', 6, dialect), Buffer.from('small\n'), Buffer.alloc(506), endOfArchive()];
      await file.write(first, 0, first.length, 0);
      const bytes = Buffer.concat(rest);
      await file.write(bytes, 0, bytes.length, first.length + padded(SIZE_BYTES));
    } finally {
      await file.close();
    }
    const listed = await bench.sh(`${tar} -tvf ${path}`);
    expect(listed).toMatch(new RegExp(`\\s${SIZE_BYTES}\\s.*large\\n.*\\s6\\s.*next\\n$`));
    await rm(path);
  });
});

test('what we write of it dense is read again, in bounded memory', async () => {
  async function* ours(): AsyncGenerator<Buffer> {
    const pieces: Buffer[] = [];
    const writer = new TarWriter(async (bytes) => void pieces.push(Buffer.from(bytes)), 'pax');
    let isWritten = false;
    const writing = (async () => {
      await writer.add(plainHeader('large', { sizeBytes: BigInt(SIZE_BYTES) }), slowly(pieces));
      await writer.add(plainHeader('next', { sizeBytes: 6n }), Buffer.from('small\n'));
      await writer.finish();
      isWritten = true;
    })();
    while (!isWritten || pieces.length > 0) {
      const piece = pieces.shift();
      if (piece !== undefined) {
        yield piece;
        freeNow(piece); // or 8 GiB of this test's own copies wait for V8 to look
      } else await new Promise((resolve) => setImmediate(resolve));
    }
    await writing;
  }
  /** Gives more once what was written has been read. */
  async function* slowly(pieces: readonly Buffer[]): AsyncGenerator<Buffer> {
    for (const piece of zeros(SIZE_BYTES)) {
      while (pieces.length > 16) await new Promise((resolve) => setImmediate(resolve));
      yield piece;
    }
  }
  expect(await members(ours())).toEqual(EXPECTED);
});

describe('a file over 8 GiB, dense in an archive', () => {
  test.each([
    ['GNU tar', 'tar --format=gnu -cf - large', 512],
    ['GNU tar in pax format', 'tar --format=pax -cf - large', 1536],
    ['bsdtar', 'bsdtar --no-read-sparse -cf - large', 1536],
    ['busybox', 'busybox tar -cf - large', 512],
  ])('of %s is read to its last byte, in bounded memory', async (_tar, command, headerBytes) => {
    const first = await head(command, headerBytes);
    async function* archive(): AsyncGenerator<Uint8Array> {
      yield first;
      yield* zeros(padded(SIZE_BYTES));
      yield header('next', 6, 'pax');
      yield Buffer.concat([Buffer.from('small\n'), Buffer.alloc(506), endOfArchive()]);
    }
    expect(await members(archive())).toEqual(EXPECTED);
  });
});

/** The first bytes that a command prints, which is ended then. */
async function head(command: string, bytes: number): Promise<Buffer> {
  const child = spawn('sh', ['-c', `exec ${command}`], {
    cwd: bench.path('d'),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of child.stdout) {
    parts.push(part);
    length += part.length;
    if (length >= bytes) break;
  }
  child.kill();
  return Buffer.concat(parts).subarray(0, bytes);
}
