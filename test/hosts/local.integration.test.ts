import { userInfo } from 'node:os';
import { describe, expect, test, vi } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { hostContract } from '../contract/host.ts';
import { allProcesses, endProcesses, isRunning } from '../services/processes.ts';

hostContract('this machine', async () => ({
  connect: async () => localHost(),
  tearDown: async () => undefined,
}));

test('where USER is not set, commands have the name of who we are', async () => {
  const host = localHost();
  vi.stubEnv('USER', undefined);
  try {
    const said = (await runToEnd(host, 'echo "$USER $(id -un)"')).stdout.toString();
    expect(said).toBe(`${userInfo().username} ${userInfo().username}\n`);
  } finally {
    vi.unstubAllEnvs();
    await host.close();
  }
});

describe('shells that are started ahead', () => {
  const pidOf = async (host: Host) => Number((await runToEnd(host, 'echo $$')).stdout.toString());

  const children = async () =>
    (await allProcesses()).filter(({ parent }) => parent === process.pid).map(({ pid }) => pid);

  /** A host that has its guard, and the children of ours that aren't among those of then. */
  async function connected() {
    const host = localHost();
    await runToEnd(host, 'true');
    const known = new Set(await children());
    const added = async () => (await children()).filter((pid) => !known.has(pid));
    const until = (count: number) => expect.poll(async () => (await added()).length).toBe(count);
    return { host, added, until };
  }

  test('are the next commands’, one each, and what none has taken ends with the host', async () => {
    const { host, added, until } = await connected();
    host.startAhead?.(2);
    host.startAhead?.(2); // so many are there already
    await until(2);
    const waiting = await added();
    const taken = [await pidOf(host), await pidOf(host)];
    expect(taken.toSorted()).toEqual(waiting.toSorted());
    expect(waiting).not.toContain(await pidOf(host));
    host.startAhead?.(3);
    await until(3);
    const left = await added();
    await host.close();
    await expect.poll(() => Promise.all(left.map(isRunning))).toEqual([false, false, false]);
  });

  test('that have ended meanwhile are nobody’s', async () => {
    const { host, added, until } = await connected();
    host.startAhead?.(2);
    await until(2);
    await endProcesses(await added());
    await until(0);
    expect((await runToEnd(host, 'echo here')).stdout.toString()).toBe('here\n');
    await host.close();
  });

  test('wait on when the command that wanted one is cancelled', async () => {
    const { host } = await connected();
    host.startAhead?.(1);
    await expect(runToEnd(host, 'true', { signal: AbortSignal.abort() })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await pidOf(host)).toBeGreaterThan(0);
    await host.close();
  });
});
