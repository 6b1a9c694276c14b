import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { realpath } from 'node:fs/promises';
import { READ_AND_EVALUATE } from '../../src/hosts/shell.ts';
import { createShellHost } from '../../src/hosts/shell-host.ts';
import type { Channel, Transport } from '../../src/hosts/transport.ts';
import { hostCore } from '../contract/host.ts';

/** This machine, but with another program as its `sh`: in a mount namespace of its own, one is laid over the other. */
async function machineWhereShIs(program: string, knowsExitStatus: boolean): Promise<Transport> {
  const [over, sh] = [await realpath(program), await realpath('/bin/sh')];
  const enter = `mount --bind "$0" "$1" && shift && exec sh -c "$1"`;
  const open = async (): Promise<Channel> => {
    const child = spawn('unshare', ['-m', 'sh', '-c', enter, over, sh, READ_AND_EVALUATE], {
      detached: true,
    });
    const exit = once(child, 'exit').then(([code, signal]) =>
      code === null ? { signal: String(signal).slice('SIG'.length) } : { code: Number(code) },
    );
    const { stdin, stdout, stderr } = child;
    const close = () => {
      for (const stream of [stdin, stdout, stderr]) stream.destroy();
    };
    return { stdin, stdout, stderr, exit, close };
  };
  return {
    name: `this machine with ${program} as sh`,
    knowsExitStatus,
    open,
    close: async () => undefined,
  };
}

for (const program of ['/bin/bash', '/bin/mksh', '/bin/busybox']) {
  for (const knowsExitStatus of [true, false]) {
    hostCore(
      `sh is ${program}, exit status ${knowsExitStatus ? 'known' : 'reported'}`,
      async () => ({
        connect: async () => createShellHost(await machineWhereShIs(program, knowsExitStatus), {}),
        tearDown: async () => undefined,
      }),
      { tellsHighCodes: knowsExitStatus || program !== '/bin/mksh' },
    );
  }
}
