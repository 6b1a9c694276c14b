import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { guardScript } from '../../src/hosts/guard.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { SHELL_COMMAND } from '../../src/hosts/shell.ts';
import { createShellHost } from '../../src/hosts/shell-host.ts';
import type { Channel, Transport } from '../../src/hosts/transport.ts';

/** Lines that went out, in their order, each with the number of its channel: the guard's is 0. */
type Sent = { readonly channel: number; readonly line: string }[];

/** This machine, over a line on which the guard's channel is slower than the others. */
function slowToTheGuard(sent: Sent): Transport {
  let channels = 0;
  return {
    name: 'a slow line',
    knowsExitStatus: true,
    close: async () => undefined,
    open: async (): Promise<Channel> => {
      const channel = channels++;
      const child = spawn('/bin/sh', ['-c', SHELL_COMMAND], { detached: true });
      const stdin = new Writable({
        write: (chunk: Buffer, _encoding, done) => {
          sent.push({ channel, line: chunk.toString() });
          child.stdin.write(chunk, () => (channel === 0 ? setTimeout(done, 50) : done()));
        },
        final: (done) => void child.stdin.end(done),
      });
      const exit = once(child, 'exit').then(([code]) => ({ code: Number(code) }));
      return { stdin, stdout: child.stdout, stderr: child.stderr, exit, close: () => child.stdin.end() };
    },
  };
}

describe('a command', () => {
  it('is not told its script before the guard knows of it: a lost connection in between would leave it running', async () => {
    const sent: Sent = [];
    const host = createShellHost(slowToTheGuard(sent), {});
    try {
      await Promise.all([1, 2, 3].map((n) => runToEnd(host, `echo script-${n}`)));
    } finally {
      await host.close();
    }
    const scripts = sent.filter(({ line }) => line.includes('echo script-'));
    expect(scripts).toHaveLength(3);
    for (const script of scripts) {
      const before = sent.slice(0, sent.indexOf(script));
      const added = before.filter(({ channel, line }) => channel === 0 && line.startsWith('add '));
      const started = before.filter((other) => scripts.includes(other));
      expect(added.length).toBeGreaterThan(started.length);
    }
  });
});

describe('a command that ignores TERM', () => {
  it('is killed after 2 s also where each look at it takes long: whoever cancels has no more than 5 s', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'holdfast-guard-'));
    try {
      const grep = `#!/bin/sh\necho look >>${folder}/looks\nsleep 0.5\nPATH=/usr/bin:/bin\nexec grep "$@"\n`;
      await writeFile(join(folder, 'grep'), grep, { mode: 0o755 });
      const stubborn = spawn('/bin/sh', ['-c', "trap '' TERM; echo on; while :; do sleep 1000; done"], {
        detached: true,
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      await once(stubborn.stdout, 'data');
      const guard = spawn('/bin/sh', ['-c', guardScript(10_000)], {
        detached: true,
        env: { PATH: `${folder}:/usr/bin:/bin` },
      });
      const guardEnded = once(guard, 'exit');
      guard.stdin.write(`end group ${stubborn.pid} -\n`);
      expect(String((await once(guard.stdout, 'data'))[0])).toBe(`ended ${stubborn.pid}\n`);
      guard.stdin.end();
      await guardEnded;
      // Twenty would be 2 s of pauses alone.
      const looks = (await readFile(join(folder, 'looks'), 'utf8')).trim().split('\n');
      expect(looks.length).toBeLessThan(10);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
