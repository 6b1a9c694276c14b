import { createHash, randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { ByteString } from '../../../src/bytestring.ts';
import { readTar } from '../../../src/files/tar/decode.ts';
import { TarWriter } from '../../../src/files/tar/writer.ts';
import { addDump } from '../../../src/operations/archive/dump-entries.ts';
import { pieces } from '../../contract/archive-store.ts';

const PATH = '.holdfast/wiki/dumps/db' as ByteString;

async function dumped(content: AsyncIterable<Uint8Array>, entryBytes: number) {
  const parts: Buffer[] = [];
  const writer = new TarWriter(async (bytes) => void parts.push(Buffer.from(bytes)), 'pax');
  const dump = await addDump(writer, { path: PATH, timeNs: 5n, entryBytes }, content);
  await writer.finish();
  const members: { path: string; bytes: Buffer }[] = [];
  for await (const { header, content: bytes } of readTar(pieces(Buffer.concat(parts)))) {
    if (!Buffer.isBuffer(bytes)) throw new Error('too large for this test');
    members.push({ path: header.path, bytes: Buffer.from(bytes) });
  }
  return { dump, members };
}

describe('a dump of unknown length', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [999, [999]],
    [1000, [1000]],
    [1001, [1000, 1]],
    [3500, [1000, 1000, 1000, 500]],
    [12_000, Array<number>(12).fill(1000)],
  ])(
    'of %d bytes is cut into members that cat, in the order of their names, makes whole',
    async (sizeBytes, sizes) => {
      const content = randomBytes(sizeBytes);
      const { dump, members } = await dumped(pieces(content), 1000);
      expect(members.map(({ bytes }) => bytes.length)).toEqual(sizes);
      const inOrder = members.toSorted((a, b) => (a.path < b.path ? -1 : 1));
      expect(inOrder).toEqual(members);
      expect(members[0]?.path).toBe(`${PATH}.000000`);
      expect(Buffer.concat(members.map(({ bytes }) => bytes)).equals(content)).toBe(true);
      expect(dump).toEqual({
        path: PATH,
        bytes: sizeBytes,
        sha256: createHash('sha256').update(content).digest('hex'),
        entries: sizes.length,
      });
    },
  );

  it('keeps no part whose memory is used again', async () => {
    const shared = Buffer.alloc(300);
    const content = (async function* () {
      for (let i = 0; i < 10; i++) {
        shared.fill(i);
        yield shared;
      }
    })();
    const { members } = await dumped(content, 1000);
    const whole = Buffer.concat(members.map(({ bytes }) => bytes));
    expect([...whole].every((byte, at) => byte === Math.floor(at / 300))).toBe(true);
  });

  it('that fails gives no account of itself', async () => {
    const failing = (async function* () {
      yield Buffer.alloc(1500);
      throw new Error('pg_dump ended with 1');
    })();
    await expect(dumped(failing, 1000)).rejects.toThrow('pg_dump ended with 1');
  });
});
