import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ByteString, fromText, toBytes } from '../../src/bytestring.ts';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import { createBlobWorkers } from '../../src/repository/blob-pool.ts';
import { type FileOfBlobs, faultOfFile } from '../../src/repository/compare-file.ts';
import { type BlobId, idOf } from '../../src/repository/format/ids.ts';

/** Smaller and larger than what is read at once. */
const PARTS = [1, 700_000, 262_144, 262_145, 0, 512].map((size) => randomBytes(size));
const WHOLE = Buffer.concat(PARTS);
const ODD = 'b\xff\n -' as ByteString;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'holdfast-compare-'));
  writeFileSync(join(folder, 'same'), WHOLE);
  writeFileSync(join(folder, 'empty'), '');
  writeFileSync(toBytes(`${fromText(folder)}/${ODD}` as ByteString), WHOLE);
  symlinkSync('same', join(folder, 'symlink'));
  execFileSync('mkfifo', [join(folder, 'fifo')]);
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(path: string, parts: readonly Buffer[] = PARTS): FileOfBlobs {
  return {
    path: path as ByteString,
    blobs: parts.map((part) => ({ id: idOf<BlobId>(part), sizeBytes: part.length })),
  };
}

describe('a file', () => {
  test.each(['same', ODD])('that is made of its blobs has no fault, whatever its name: %j', (name) => {
    expect(faultOfFile(folder, file(name))).toBe(null);
  });

  test('without content has no fault if it is empty', () => {
    expect(faultOfFile(folder, file('empty', []))).toBe(null);
    expect(faultOfFile(folder, file('same', []))).toBe('its content differs');
  });

  test.each([0, 1, 400_000, WHOLE.length - 1])('with another byte at %i differs', (at) => {
    const other = Buffer.from(WHOLE);
    other[at] = (other[at] as number) ^ 1;
    writeFileSync(join(folder, 'other'), other);
    expect(faultOfFile(folder, file('other'))).toBe('its content differs');
  });

  test.each([
    ['one byte more', [WHOLE, Buffer.from('x')]],
    ['one byte less', [WHOLE.subarray(0, -1)]],
    ['nothing', []],
    ['its blobs in another order', PARTS.toReversed()],
  ])('with %s differs', (_, parts) => {
    writeFileSync(join(folder, 'other'), Buffer.concat(parts));
    expect(faultOfFile(folder, file('other'))).toBe('its content differs');
  });

  test.each([1, 512, 262_143, 262_144, 262_145])('of one blob of %i bytes is read to its end', (size) => {
    const blob = randomBytes(size);
    const found = [
      blob,
      Buffer.concat([blob, Buffer.from('x')]),
      blob.subarray(1),
      blob.map((byte) => byte ^ 1),
    ];
    const faults = found.map((content) => {
      writeFileSync(join(folder, 'other'), content);
      return faultOfFile(folder, file('other', [blob]));
    });
    expect(faults).toEqual([null, ...Array(3).fill('its content differs')]);
  });

  test.each([
    ['no such file', /no such file/],
    ['symlink', /too many symbolic links|ELOOP/],
    ['fifo', /differs|EAGAIN/],
    ['', /directory \(EISDIR\)/],
  ])('in whose place there is something else (%s) is neither followed nor waited for', (name, fault) => {
    expect(faultOfFile(folder, file(name))).toMatch(fault);
  });
});

test.each([0, 2])('with %i threads each file is told by itself', async (threads) => {
  const options = { threads, bytesBeforeThreads: 0, compression: 'auto' } as const;
  const workers = createBlobWorkers(newRepositoryKey(), options);
  try {
    const found = await workers.compareFiles(folder, [file('same'), file('empty'), file(ODD), file('none')]);
    expect(found).toEqual([null, 'its content differs', null, expect.stringMatching(/can't be read/)]);
    expect(await workers.compareFiles(folder, [])).toEqual([]);
  } finally {
    await workers.close();
  }
  await expect(workers.compareFiles(folder, [file('same')])).rejects.toMatchObject({ code: 'cancelled' });
});
