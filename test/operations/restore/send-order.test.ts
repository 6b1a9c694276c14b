import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NeededFolder } from '../../../src/operations/restore/need.ts';
import { type SendItem, sendOrder } from '../../../src/operations/restore/send-order.ts';
import { SendQueue } from '../../../src/operations/restore/send-queue.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import type { Node } from '../../../src/repository/format/node.ts';
import { file, type Sketch, sketched } from './nodes.ts';

const blob = (number: number) => number.toString(16).padStart(64, '0') as BlobId;
const blobPlace = (id: BlobId) => ({
  packOrdinal: Number.parseInt(id.slice(-2), 16) % 4,
  offset: Number.parseInt(id, 16),
});
const placeOf = ({ content }: Node) => (content?.[0] === undefined ? null : blobPlace(content[0]));

async function orderOf(sketch: Sketch, need: 'all' | NeededFolder = 'all'): Promise<SendItem[]> {
  const items: SendItem[] = [];
  for await (const window of sendOrder(sketched(sketch), need, { placeOf })) items.push(...window);
  return items;
}

const leaf: fc.Arbitrary<Node> = fc.oneof(
  fc.nat(200).map((n) => file({ content: [blob(n)], sizeBytes: 1n })),
  fc
    .nat(3)
    .map((n) => file({ content: [blob(n)], sizeBytes: 1n, links: 3n, inode: BigInt(n), deviceId: 9n })),
  fc.constant({ ...file(), type: 'symlink', content: null }),
);
const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const tree = fc.letrec<{ folder: Sketch }>((tie) => ({
  folder: fc.dictionary(name, fc.oneof({ depthSize: 'small' }, leaf, tie('folder')), { maxKeys: 5 }),
})).folder;

describe('the order in which things are sent', () => {
  test('opens every folder before, and closes it after, all that is in it; a link follows its file', async () => {
    await fc.assert(
      fc.asyncProperty(tree, async (sketch) => {
        const items = await orderOf(sketch);
        const at = (is: string, path: string) =>
          items.findIndex((item) => item.is === is && item.path === path);
        for (const [i, { is, path, first }] of items.entries()) {
          const parent = path.slice(0, path.lastIndexOf('/'));
          if (parent !== '/root') {
            expect(at('open', parent)).toBeLessThan(i);
            if (is !== 'close') expect(at('close', parent)).toBeGreaterThan(i);
          }
          if (is === 'link') expect(at('file', first as string)).toBeLessThan(i);
        }
        expect(items.filter(({ is }) => is === 'open').length).toBe(
          items.filter(({ is }) => is === 'close').length,
        );
        expect(new Set(items.map(({ is, path }) => `${is} ${path}`)).size).toBe(items.length);
      }),
    );
  });

  test('reads each pack once', async () => {
    const names = Array.from({ length: 100 }, (_, i) => [
      `f${i}`,
      file({ content: [blob((i * 37) % 101)], sizeBytes: 1n }),
    ]);
    const items = await orderOf(Object.fromEntries(names));
    const packs = items.map(({ node }) => placeOf(node)?.packOrdinal);
    expect(packs).toEqual([...packs].sort());
  });

  test('leaves out what is there already, and opens only the folders on the way', async () => {
    const need = new NeededFolder(false);
    const half = new NeededFolder(false);
    half.children.set('y' as never, 'all');
    need.children.set('half' as never, half);
    const items = await orderOf({ half: { x: file(), y: file() }, done: { z: file() } }, need);
    expect(items.map(({ is, path }) => `${is} ${path}`)).toEqual([
      'open /root/half',
      'file /root/half/y',
      'close /root/half',
    ]);
  });

  test('takes equal inodes for one file only if all else is equal too', async () => {
    const same = { links: 3n, inode: 7n, deviceId: 1n, sizeBytes: 1n };
    const items = await orderOf({
      a: file({ ...same, content: [blob(1)] }),
      b: file({ ...same, content: [blob(2)] }),
      c: file({ ...same, content: [blob(1)] }),
      d: file({ ...same, content: [blob(1)], mode: 0o600 }),
      e: file({ ...same, content: [blob(1)], links: 1n }),
    });
    expect(items.filter(({ is }) => is === 'link').map(({ path, first }) => [path, first])).toEqual([
      ['/root/c', '/root/a'],
    ]);
  });
});

describe('the queue between reading and sending', () => {
  const item = (content: BlobId[]): SendItem => ({
    is: 'file',
    path: '/f' as never,
    node: file({ content }),
    first: null,
  });

  test('gives all items and all blobs, each in order, and runs at most two windows ahead', async () => {
    let taken = 0;
    async function* windows() {
      for (let i = 0; i < 50; i++) {
        taken++;
        yield [item([blob(i)]), item([])];
      }
    }
    const queue = new SendQueue(windows(), ({ node }) => node.content ?? []);
    const ids: BlobId[] = [];
    const reading = (async () => {
      for await (const id of queue.ids()) ids.push(id);
    })();
    await new Promise((resolve) => setImmediate(resolve));
    expect(taken).toBeLessThanOrEqual(3);
    let count = 0;
    while ((await queue.next()) !== null) count++;
    await reading;
    expect([count, ids]).toEqual([100, Array.from({ length: 50 }, (_, i) => blob(i))]);
  });

  test('never takes an end of reading for the end of all', async () => {
    async function* windows() {
      yield [item([blob(1), blob(2)])];
      yield [item([blob(3)])];
    }
    const queue = new SendQueue(windows(), ({ node }) => node.content ?? []);
    for await (const _ of queue.ids()) break;
    expect(await queue.next()).not.toBe(null);
    await expect(queue.next()).rejects.toThrow(/Nobody reads/);
  });

  test('passes on what the source of windows threw', async () => {
    async function* windows(): AsyncGenerator<SendItem[]> {
      if (Date.now() > 0) throw new Error('a tree is damaged');
      yield [];
    }
    const queue = new SendQueue(windows(), () => []);
    queue
      .ids()
      .next()
      .catch(() => {});
    await expect(queue.next()).rejects.toThrow('a tree is damaged');
  });
});
