import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { NoPreambleError, readPreamble } from '../../src/hosts/preamble.ts';

const MARKER = '0123456789abcdef0123456789abcdef';

async function feed(stream: PassThrough, text: string, size: number): Promise<void> {
  for (let at = 0; at < text.length; at += size) {
    stream.write(text.slice(at, at + size));
    await turn();
  }
  stream.end();
}

describe('a preamble', () => {
  it.each([1, 5, 32, 33, 10_000])('ends the noise of rc files, in pieces of %i bytes', async (size) => {
    const stream = new PassThrough();
    const feeding = feed(stream, `Welcome!\n0123456789 ${MARKER} group 42 99\nthe output\0\n`, size);
    expect(await readPreamble(stream, MARKER)).toEqual(['group', '42', '99']);
    expect((await buffer(stream)).toString()).toBe('the output\0\n');
    await feeding;
  });

  it('that does not come leaves what came instead, for the message', async () => {
    const stream = new PassThrough();
    stream.end('This account is currently not available.\n');
    const failure = await readPreamble(stream, MARKER).catch((error) => error);
    expect(failure).toBeInstanceOf(NoPreambleError);
    expect(failure.seen.toString()).toContain('not available');
  });

  it('is not waited for through endless noise', async () => {
    const stream = new PassThrough();
    const reading = readPreamble(stream, MARKER);
    const noise = setInterval(() => stream.write(Buffer.alloc(64 * 1024, 'y')), 0);
    await expect(reading).rejects.toThrow('over 1 MiB');
    clearInterval(noise);
  });
});
