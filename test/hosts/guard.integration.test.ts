import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { describe, expect, it } from 'vitest';
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
