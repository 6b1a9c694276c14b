import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fedByFifo } from '../../src/hosts/fed-by-fifo.ts';
import { Fifo } from '../../src/hosts/fifo.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { runToEnd } from '../../src/hosts/output.ts';

const ALWAYS = new AbortController().signal;

let folder: string;
let machine: Host;
let host: Host;
/** What happens to a FIFO between its making and its opening. */
let tamper: (path: string) => Promise<void> = async () => {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-fifo-'));
  machine = localHost();
  host = fedByFifo(localHost(), async () => {
    const fifo = await Fifo.make(machine, join(folder, randomBytes(4).toString('hex')), ALWAYS);
    await tamper(fifo.path);
    return { fifo, there: fifo.path };
  });
});
afterAll(async () => {
  await Promise.all([host?.close(), machine?.close()]);
  await rm(folder, { recursive: true, force: true });
});

const fed = (script: string, stdin: AsyncIterable<Uint8Array>, signal = ALWAYS) =>
  runToEnd(host, script, { stdin, hasLargeInput: true, signal });

async function* pieces(count: number, bytes = 100_000): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < count; i++) yield Buffer.alloc(bytes, i % 251);
}

describe('a command that is fed by a FIFO', () => {
  test('reads all, byte for byte, to its end, and leaves no name', async () => {
    const { stdout } = await fed('cat | sha256sum; readlink /proc/$$/fd/0', pieces(50));
    const [hash, , , from] = stdout.toString().split(/\s/);
    expect(hash).toBe((await sha256Of(pieces(50))).trim());
    expect(from).toContain(folder);
    expect((await fed('wc -c', pieces(0))).stdout.toString().trim()).toBe('0');
    await expect.poll(() => readdir(folder)).toEqual([]);
  });

  test('that leaves a full pipe alone for a while reads all the same', async () => {
    const slow = 'head -c 3000000; sleep 0.3; head -c 3000000; sleep 0.3; cat';
    const { stdout } = await fed(`{ ${slow}; } | sha256sum`, pieces(300));
    expect(stdout.toString()).toBe(`${(await sha256Of(pieces(300))).trim()}  -\n`);
  });

  test('that ends while the pipe is full is one that reads no more', async () => {
    const { exit } = await fed('head -c 3000000 >/dev/null; sleep 0.3; exit 4', pieces(300));
    expect(exit).toEqual({ code: 4 });
    await expect.poll(() => readdir(folder)).toEqual([]);
  });

  test('that ends before it has read all says itself why', async () => {
    const { exit, stderr } = await fed('head -c 10 >/dev/null; echo "no space" >&2; exit 3', pieces(1000));
    expect(exit).toEqual({ code: 3 });
    expect(stderr.toString()).toBe('no space\n');
  });

  test('is ended where its input breaks off, and never takes the part for the whole', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield* pieces(3);
      throw new Error('the dump is damaged');
    }
    const done = join(folder, 'done');
    await expect(fed(`cat >/dev/null; touch ${done}`, broken())).rejects.toThrow('the dump is damaged');
    await expect.poll(() => readdir(folder)).toEqual([]);
  });

  test('is ended when it is cancelled, while it reads as well as while it does not', async () => {
    for (const script of ['cat >/dev/null', 'sleep 30']) {
      const controller = new AbortController();
      async function* endless(): AsyncGenerator<Uint8Array> {
        setTimeout(() => controller.abort(), 100);
        for (;;) {
          yield Buffer.alloc(65_536);
          await new Promise((resolve) => setTimeout(resolve, 10));
        }
      }
      const running = fed(script, endless(), controller.signal);
      await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    }
    await expect.poll(() => readdir(folder)).toEqual([]);
  });

  test('is fed as others are where no FIFO can be made', async () => {
    const plain = fedByFifo(machine, () => Promise.reject(new Error('no room')));
    const { stdout } = await runToEnd(plain, 'wc -c', { stdin: pieces(2), hasLargeInput: true });
    expect(stdout.toString().trim()).toBe('200000');
  });

  test('isn’t fed through what somebody has put in the FIFO’s place', async () => {
    const elsewhere = join(folder, 'elsewhere');
    const puts = [
      async (path: string) => writeFile(path, ''),
      async (path: string) => symlink(elsewhere, path),
      async (path: string) => void (await Fifo.make(machine, path, ALWAYS)),
    ];
    await writeFile(elsewhere, '');
    for (const put of puts) {
      tamper = async (path) => {
        await unlink(path);
        await put(path);
        await chmod(path, 0o644).catch(() => {});
      };
      // A command that reads nothing, which would wait for ever.
      const running = fed('cat >/dev/null; sleep 30', pieces(1));
      await expect(running).rejects.toMatchObject({ code: 'host-unsupported' });
    }
    tamper = async () => {};
    await rm(folder, { recursive: true });
  });
});

async function sha256Of(content: AsyncIterable<Uint8Array>): Promise<string> {
  const { createHash } = await import('node:crypto');
  const hash = createHash('sha256');
  await pipeline(Readable.from(content), hash);
  return hash.digest('hex');
}
