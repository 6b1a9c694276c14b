import { expect, test } from 'vitest';
import type { BlobId } from '../../src/repository/format/ids.ts';
import { TreesAhead } from '../../src/repository/trees-ahead.ts';

const MIB = 1024 * 1024;

/** Trees by name with the names of those below them; each takes as many bytes as it is said to. */
function walkOf(trees: Record<string, readonly string[]>, sizeBytes = 1000) {
  const ids = new Map(Object.keys(trees).map((name, i) => [name, idOf(i)]));
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const loaded: string[] = [];
  const ahead = new TreesAhead({
    load: async (id) => {
      const name = names.get(id) ?? '?';
      loaded.push(name);
      const nodes = (trees[name] ?? []).map((below) => `{"name":"${below}","subtree":"${ids.get(below)}"}`);
      return Buffer.from(`{"nodes":[${nodes.join()}]}\n`);
    },
    sizeOf: (id) => (loaded.includes(names.get(id) ?? '?') ? null : sizeBytes),
  });
  const id = (name: string) => ids.get(name) as BlobId;
  return { ahead, loaded, id };
}

function idOf(i: number): BlobId {
  return i.toString(16).padStart(64, '0') as BlobId;
}

async function settled(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

test('below a tree that has come all others are loaded, each once, before they are asked for', async () => {
  const { ahead, loaded, id } = walkOf({
    top: ['a', 'b'],
    a: ['a1', 'a2'],
    b: ['a1'],
    a1: ['a11'],
    a2: [],
    a11: [],
  });
  ahead.begin([id('top')]);
  await settled();
  expect(loaded.toSorted()).toEqual(['a', 'a1', 'a11', 'a2', 'b', 'top']);
});

test('who asks for a tree on its way waits for that one', async () => {
  const { ahead, loaded, id } = walkOf({ top: [] });
  ahead.begin([id('top')]);
  expect((await ahead.take(id('top')))?.toString()).toBe('{"nodes":[]}\n');
  await settled();
  expect(ahead.take(id('top'))).toBeUndefined();
  expect(loaded).toEqual(['top']);
});

test('of large trees no more are on their way than 4 MiB hold', async () => {
  const { ahead, loaded, id } = walkOf({ a: [], b: [], c: [], d: [], e: [] }, MIB);
  ahead.begin(['a', 'b', 'c', 'd', 'e'].map(id));
  expect(loaded).toEqual(['a', 'b', 'c', 'd']);
});

test('nothing more is loaded while 8 MiB wait for somebody, and more again once they are taken', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `t${i}`);
  const chain = Object.fromEntries(names.map((name, i) => [name, names.slice(i + 1, i + 2)]));
  const { ahead, loaded, id } = walkOf(chain, MIB);
  ahead.begin([id('t0')]);
  await settled();
  expect(loaded).toEqual(names.slice(0, 8));
  for (const name of names.slice(0, 8)) ahead.take(id(name));
  ahead.begin([id('t8')]);
  await settled();
  expect(loaded).toEqual(names.slice(0, 16));
});

test('what a walk passes over takes the room of nothing for long', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `t${i}`);
  const chain = Object.fromEntries(names.map((name, i) => [name, names.slice(i + 1, i + 2)]));
  const { ahead, loaded, id } = walkOf(chain, MIB);
  ahead.begin([id('t0')]);
  await settled();
  ahead.begin([id('t20')]);
  await ahead.take(id('t20'));
  await settled();
  expect(loaded.slice(8)).toEqual(names.slice(20, 29)); // the one that was taken, and 8 MiB more
});

test('a tree that can’t be loaded is told to who asks, and to nobody else', async () => {
  const ahead = new TreesAhead({ load: () => Promise.reject(new Error('damaged')), sizeOf: () => 10 });
  ahead.begin([idOf(1)]);
  const taken = ahead.take(idOf(1));
  await expect(taken).rejects.toThrow('damaged');
  await settled();
  expect(ahead.take(idOf(1))).toBeUndefined();
});
