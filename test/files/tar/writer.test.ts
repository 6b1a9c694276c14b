import { describe, expect, it } from 'vitest';
import type { OutgoingContent } from '../../../src/files/tar/writer.ts';
import { TarWriter } from '../../../src/files/tar/writer.ts';
import { plainHeader } from './plain-header.ts';
import { readAll } from './read-all.ts';

describe('a tar writer', () => {
  it('waits for whoever takes its bytes, and holds back no more than two buffers', async () => {
    const taken: Buffer[] = [];
    let under = 0;
    const writer = new TarWriter(async (bytes) => {
      expect(++under).toBe(1);
      await new Promise((resolve) => setImmediate(resolve));
      under--;
      taken.push(Buffer.from(bytes)); // as late as it may
    }, 'pax');
    for (let i = 0; i < 50; i++)
      await writer.add(plainHeader(`f${i}`, { sizeBytes: 10_001n }), Buffer.alloc(10_001, i));
    expect(taken.length).toBeGreaterThan(2);
    await writer.finish();
    const members = await readAll(Buffer.concat(taken));
    expect(members.map(({ content }, i) => content.equals(Buffer.alloc(10_001, i)))).toEqual(
      Array(50).fill(true),
    );
  });

  it('has written what is large, in order with the rest, before it asks for more', async () => {
    const taken: Buffer[] = [];
    const writer = new TarWriter(async (bytes) => {
      await new Promise((resolve) => setImmediate(resolve));
      taken.push(Buffer.from(bytes)); // as late as it may
    }, 'pax');
    const sizes = [10, 128 * 1024, 700_001, 3, 300_000];
    async function* parts() {
      const memory = Buffer.from(new SharedArrayBuffer(1024 * 1024));
      for (const [i, size] of sizes.entries()) yield memory.fill(i).subarray(0, size);
    }
    const expected = Buffer.concat(sizes.map((size, i) => Buffer.alloc(size, i)));
    await writer.add(plainHeader('large', { sizeBytes: BigInt(expected.length) }), parts());
    await writer.add(plainHeader('small', { sizeBytes: 3n }), Buffer.from('end'));
    await writer.finish();
    const members = await readAll(Buffer.concat(taken));
    expect(members.map(({ content }) => content.equals(expected) || String(content))).toEqual([true, 'end']);
  });

  it('keeps apart what it wrote from what it writes next', async () => {
    const taken: Buffer[] = [];
    const writer = new TarWriter(async (bytes) => void taken.push(Buffer.from(bytes)), 'pax');
    await writer.add(plainHeader('a', { sizeBytes: 3n }), Buffer.from('one'));
    await writer.flush();
    const first = Buffer.from(taken[0] ?? []);
    await writer.add(plainHeader('b', { sizeBytes: 3n }), Buffer.from('two'));
    await writer.finish();
    expect(taken[0]?.equals(first)).toBe(true);
  });

  it.each<[string, OutgoingContent]>([
    ['less', Buffer.from('abc')],
    ['more', Buffer.from('abcdef')],
    ['less, in parts', [Buffer.from('a'), Buffer.from('b')]],
    ['more, in parts', [Buffer.from('abc'), Buffer.from('def')]],
  ])('refuses %s content than the header says', async (_, content) => {
    const writer = new TarWriter(async () => {}, 'pax');
    await expect(writer.add(plainHeader('f', { sizeBytes: 5n }), content)).rejects.toMatchObject({
      code: 'internal',
    });
  });

  it.each([
    ['no name', { path: '' as never }],
    ['a NUL in its name', { path: 'a\0' as never }],
    ['a folder with content', { type: 'dir' as const, sizeBytes: 1n }],
    ['an owner past 32 bits', { uid: 2 ** 32 }],
    ['an owner that is none', { gid: -1 }],
    ['a size past 2^53', { sizeBytes: 2n ** 53n }],
    ['permissions that are none', { permissions: 0o10000 }],
    [
      'segments that overlap',
      {
        sizeBytes: 4096n,
        segments: [
          { offset: 0, length: 1024 },
          { offset: 512, length: 512 },
        ],
      },
    ],
    ['a segment that is no multiple of 512', { sizeBytes: 4096n, segments: [{ offset: 0, length: 100 }] }],
    ['a segment behind the file', { sizeBytes: 512n, segments: [{ offset: 512, length: 512 }] }],
  ])('refuses a member with %s', async (_, changes) => {
    const writer = new TarWriter(async () => {}, 'pax');
    await expect(writer.add(plainHeader('f', changes))).rejects.toMatchObject({ name: 'HoldfastError' });
  });

  it('refuses in GNU format what that can not hold, rather than lose it', async () => {
    const writer = new TarWriter(async () => {}, 'gnu');
    const attribute = { name: 'user.a' as never, value: Buffer.from('b') };
    await expect(writer.add(plainHeader('f', { extendedAttributes: [attribute] }))).rejects.toThrow(
      /GNU format/,
    );
    await expect(writer.add(plainHeader('f', { segments: [] }))).rejects.toThrow(/GNU format/);
  });
});
