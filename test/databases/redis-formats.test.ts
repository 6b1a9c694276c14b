import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Crc64 } from '../../src/databases/redis/crc64.ts';
import { BrokenRdb, rdbOf } from '../../src/databases/redis/rdb-stream.ts';

const BODY = Buffer.concat([
  Buffer.from('REDIS0011\xfa\x09redis-ver\x057.2.4\xfe\x00', 'latin1'),
  Buffer.alloc(90, 'x'),
  Buffer.from([0xff]),
]);
const MARKER = Buffer.from('0123456789abcdef'.repeat(3).slice(0, 40));

function rdb(): Buffer {
  const crc = new Crc64();
  crc.update(BODY);
  const sum = Buffer.alloc(8);
  sum.writeBigUInt64LE(crc.value);
  return Buffer.concat([BODY, sum]);
}

async function read(bytes: Buffer, size = 7): Promise<Buffer> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const parts: Buffer[] = [];
  for await (const part of rdbOf(chunks())) parts.push(part);
  return Buffer.concat(parts);
}

test('an RDB passes as it is, without the transfer’s marker behind it, however it is cut into chunks', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), async (size) => {
      expect(await read(rdb(), size)).toEqual(rdb());
      expect(await read(Buffer.concat([rdb(), MARKER]), size)).toEqual(rdb());
    }),
    { numRuns: 20, examples: [[1]] },
  );
});

test('one without a checksum passes by its end alone', async () => {
  const bytes = Buffer.concat([BODY, Buffer.alloc(8)]);
  expect(await read(bytes)).toEqual(bytes);
});

test('one that is cut off anywhere, or has another byte anywhere, is broken', async () => {
  for (const whole of [rdb(), Buffer.concat([rdb(), MARKER])]) {
    for (let length = 0; length < whole.length; length++) {
      if (length === rdb().length) continue; // the marker alone is gone
      await expect(read(whole.subarray(0, length))).rejects.toBeInstanceOf(BrokenRdb);
    }
  }
  for (let i = 0; i < rdb().length; i++) {
    const bytes = rdb();
    bytes[i] = (bytes[i] ?? 0) ^ 0x40;
    await expect(read(bytes)).rejects.toBeInstanceOf(BrokenRdb);
  }
});
