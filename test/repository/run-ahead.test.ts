import { expect, test } from 'vitest';
import { runAhead } from '../../src/repository/run-ahead.ts';

test('works before it is asked, and gives everything in order', async () => {
  const made: number[] = [];
  const items = runAhead(
    (async function* () {
      for (let i = 0; i < 5; i++) {
        made.push(i);
        yield i;
        await Promise.resolve();
      }
    })(),
  );
  await new Promise((resolve) => setImmediate(resolve));
  expect(made).toEqual([0, 1, 2, 3, 4]);
  expect(await Array.fromAsync(items)).toEqual([0, 1, 2, 3, 4]);
});

test('gives what comes while it is waited for', async () => {
  const gate = Promise.withResolvers<void>();
  const items = runAhead(
    (async function* () {
      yield 1;
      await gate.promise;
      yield 2;
    })(),
  );
  const got: number[] = [];
  for await (const item of items) {
    got.push(item);
    gate.resolve();
  }
  expect(got).toEqual([1, 2]);
});

test('throws a failure behind what came before it, and not before it is asked', async () => {
  const items = runAhead(
    (async function* () {
      yield 1;
      throw new Error('gone');
    })(),
  );
  await new Promise((resolve) => setImmediate(resolve));
  const got: number[] = [];
  const all = async () => {
    for await (const item of items) got.push(item);
  };
  await expect(all()).rejects.toThrow('gone');
  expect(got).toEqual([1]);
});
