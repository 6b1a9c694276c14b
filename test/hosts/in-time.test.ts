import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { HoldfastError } from '../../src/errors.ts';
import { timingsOf } from '../../src/hosts/connect-options.ts';
import { writeOpenSshFiles } from '../../src/hosts/openssh-config.ts';
import { CONNECT_LIMIT_MS, retryConnect } from '../../src/hosts/retry-connect.ts';
import { BEATS_BEFORE_SILENT } from '../../src/hosts/shell-host.ts';
import { PassingFault } from '../../src/hosts/ssh-errors.ts';

// So that a test's clock counts for it too.
vi.mock('node:timers/promises', () => ({
  setTimeout: (ms: number) => new Promise((resolve) => globalThis.setTimeout(resolve, ms)),
}));

/** Whoever backs up may have an application that holds still meanwhile. */
const LIMIT_MS = 60_000;

describe('by default a network that fails is found out within a minute', () => {
  const { silentAfterMs, connectTimeoutMs, retryDelaysMs } = timingsOf({});

  test('by ssh2: after the silence, and one look at the clock more', () => {
    expect(silentAfterMs + silentAfterMs / BEATS_BEFORE_SILENT).toBeLessThanOrEqual(LIMIT_MS - 2000);
  });

  test('by the system’s ssh: after the questions that stay without an answer', async () => {
    const files = await writeOpenSshFiles({ user: null, host: 'db.example', port: null }, {});
    const config = await readFile(files.config, 'utf8');
    await files.secrets.remove();
    const setting = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(config)?.[1]);
    const askedFor = setting('ServerAliveInterval') * (setting('ServerAliveCountMax') + 1);
    expect(askedFor).toBeGreaterThan(silentAfterMs / 2000);
    expect(askedFor).toBeLessThanOrEqual(LIMIT_MS / 1000 - 2);
    expect(setting('ConnectTimeout')).toBe(connectTimeoutMs / 1000);
  });

  describe('while it connects, all times a hundredth of what they are', () => {
    // A clock of their own: on a busy machine every sleep is longer than it was asked to be.
    beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
    afterEach(() => void vi.useRealTimers());

    async function attempts(eachMs: number): Promise<{ count: number; tookMs: number }> {
      let count = 0;
      const beganMs = performance.now();
      const failing = retryConnect(
        {
          name: 'db',
          delaysMs: retryDelaysMs.map((ms) => ms / 100),
          attemptMs: connectTimeoutMs / 100,
          limitMs: CONNECT_LIMIT_MS / 100,
          signal: undefined,
        },
        async () => {
          count++;
          await sleep(eachMs);
          throw new HoldfastError('host-unreachable', 'No answer.', { cause: new PassingFault('silence') });
        },
      );
      const ended = failing.catch((error: unknown) => ({ error, tookMs: performance.now() - beganMs }));
      await vi.advanceTimersByTimeAsync(LIMIT_MS);
      const { error, tookMs } = await ended;
      expect(error).toMatchObject({ code: 'host-unreachable' });
      return { count, tookMs };
    }

    test('when every attempt takes all of its time', async () => {
      const { count, tookMs } = await attempts(connectTimeoutMs / 100);
      expect(count).toBeGreaterThan(1);
      expect(tookMs).toBeLessThanOrEqual(LIMIT_MS / 100);
      expect(CONNECT_LIMIT_MS).toBeLessThanOrEqual(LIMIT_MS);
    });

    test('and a host that refuses at once is asked as often as there are waits, and once more', async () => {
      expect((await attempts(0)).count).toBe(retryDelaysMs.length + 1);
    });
  });
});

test('a fault that lasts is not tried again', async () => {
  let count = 0;
  const options = { name: 'db', delaysMs: [1, 1], attemptMs: 10, signal: undefined };
  const failing = retryConnect(options, async () => {
    count++;
    await sleep(1);
    throw new HoldfastError('host-login-refused', 'No.');
  });
  await expect(failing).rejects.toMatchObject({ code: 'host-login-refused' });
  expect(count).toBe(1);
});
