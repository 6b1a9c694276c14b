import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';

let sshd: Sshd;
let host: Host;

beforeAll(async () => {
  sshd = await startSshd();
  host = await connectSsh(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine });
});
afterAll(async () => {
  await host.close();
  await sshd.stop();
});

const MIB = 1024 * 1024;

// An SSH window that is shut while a reader is slow must be opened again when it has caught up.
test.each([
  ['stdout alone', `head -c ${24 * MIB} /dev/zero`],
  [
    'with a little on stderr',
    `i=0; while [ $i -lt 24 ]; do head -c ${MIB} /dev/zero; echo note >&2; i=$((i + 1)); done`,
  ],
  [
    'with as much on stderr',
    `i=0; while [ $i -lt 24 ]; do head -c ${MIB} /dev/zero; head -c ${MIB} /dev/zero >&2; i=$((i + 1)); done`,
  ],
])('a reader that pauses now and then gets everything: %s', async (_name, script) => {
  for (const pauseMs of [0, 1, 20]) {
    const command = await host.start(script);
    command.stdin.end();
    const stderr = drainSlowly(command.stderr, 0);
    const stdout = await drainSlowly(command.stdout, pauseMs);
    expect(stdout).toBe(24 * MIB);
    await stderr;
    expect(await command.exited).toEqual({ code: 0 });
  }
});

test('many readers on one connection each get all of their own', async () => {
  const digests = await Promise.all(
    Array.from({ length: 6 }, async (_, i) => {
      const command = await host.start(`yes ${i} | head -c ${5 * MIB}`);
      command.stdin.end();
      command.stderr.resume();
      const hash = createHash('sha256');
      for await (const bytes of command.stdout) {
        hash.update(bytes);
        if (i % 2 === 0) await sleep(1);
      }
      await command.exited;
      return hash.digest('hex');
    }),
  );
  const expected = digests.map((_, i) =>
    createHash('sha256')
      .update(Buffer.alloc(5 * MIB, `${i}\n`))
      .digest('hex'),
  );
  expect(digests).toEqual(expected);
});

/** Reads to the end with a pause before every 16th piece; gives the number of bytes. */
async function drainSlowly(stream: AsyncIterable<Buffer>, pauseMs: number): Promise<number> {
  let total = 0;
  let pieces = 0;
  for await (const bytes of stream) {
    total += bytes.length;
    if (pieces++ % 16 === 0) await sleep(pauseMs);
  }
  return total;
}
