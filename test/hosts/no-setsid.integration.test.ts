import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { READ_AND_EVALUATE } from '../../src/hosts/shell.ts';
import { createShellHost } from '../../src/hosts/shell-host.ts';
import type { Channel } from '../../src/hosts/transport.ts';
import { descendantsOf, isRunning, processStatus } from '../services/processes.ts';

/** This machine without setsid, and with a login that gives a command no group of its own. */
async function openWithoutSetsid(): Promise<Channel> {
  const enter = 'for at in /bin /usr/bin; do mount --bind /dev/null $at/setsid; done; exec sh -c "$0"';
  const child = spawn('unshare', ['-m', 'sh', '-c', enter, READ_AND_EVALUATE]);
  const exit = once(child, 'exit').then(([code, signal]) =>
    code === null ? { signal: String(signal).slice('SIG'.length) } : { code: Number(code) },
  );
  const { stdin, stdout, stderr } = child;
  const close = () => {
    for (const stream of [stdin, stdout, stderr]) stream.destroy();
  };
  return { stdin, stdout, stderr, exit, close };
}

it('ends the tree of a command’s processes on a host without setsid, and nothing else of its group', async () => {
  const host = createShellHost(
    {
      name: 'a host without setsid',
      knowsExitStatus: true,
      open: openWithoutSetsid,
      close: async () => undefined,
    },
    {},
  );
  const abort = new AbortController();
  const script = `trap '' TERM; sh -c 'sh -c "sleep 1000; :" & sleep 1000' & echo $$; while :; do sleep 1000; done`;
  const command = await host.start(script, { signal: abort.signal });
  const [line] = await once(command.stdout, 'data');
  const pid = Number(line);
  expect((await processStatus(pid))?.group).toBe((await processStatus(process.pid))?.group);
  while ((await descendantsOf(pid)).length < 4) await sleep(10);
  const family = [pid, ...(await descendantsOf(pid))];
  abort.abort();
  await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
  expect(await Promise.all(family.map(isRunning))).toEqual(family.map(() => false));
  await host.close();
});
