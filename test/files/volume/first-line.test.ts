import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { firstLine } from '../../../src/files/volume/first-line.ts';

test('the first line is known before the stream ends, and what follows does not pile up', async () => {
  const stream = new PassThrough();
  const line = firstLine(stream);
  stream.write('owned ');
  stream.write('12\nand more');
  expect(await line).toBe('owned 12');
  for (let i = 0; i < 100; i++) stream.write(Buffer.alloc(64 * 1024));
  await expect.poll(() => stream.readableLength + stream.writableLength).toBe(0);
});

test('a line that never ends is cut', async () => {
  const stream = new PassThrough();
  const line = firstLine(stream);
  for (let i = 0; i < 10; i++) stream.write('x'.repeat(1000));
  expect((await line).length).toBeLessThan(10_000);
});

test('a stream that ends without one has what it has', async () => {
  const stream = new PassThrough();
  const line = firstLine(stream);
  stream.end('no-root');
  expect(await line).toBe('no-root');
});
