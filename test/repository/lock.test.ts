import { spawnSync } from 'node:child_process';
import { hostname } from 'node:os';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { untilCancelled } from '../../src/backends/cancel.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { newRepositoryKey } from '../../src/crypto/seal.ts';
import { HoldfastError } from '../../src/errors.ts';
import { encodeLock, type LockFile } from '../../src/repository/format/lock-file.ts';
import { RESTIC_TIMINGS } from '../../src/repository/held-lock.ts';
import { acquireLock, removeAllLocks, removeStaleLocks } from '../../src/repository/lock.ts';
import { SealedFiles } from '../../src/repository/sealed-files.ts';
import { loadLocks } from '../../src/repository/stored-locks.ts';
import { failureOf, listed } from '../contract/backend.ts';
import { type Operation, watched } from './backend-doubles.ts';

const MINUTE_MS = 60_000;

describe('locks', () => {
  let memory: Backend;
  let onOperation: (operation: Operation) => void | Promise<void>;
  let files: SealedFiles;
  let repository: { files: SealedFiles; guardBy: () => void };

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'], now: 1_700_000_000_000 });
    memory = createMemoryBackend();
    onOperation = () => {};
    files = new SealedFiles(
      watched(memory, (operation) => onOperation(operation)),
      newRepositoryKey(),
      2,
    );
    repository = { files, guardBy: () => {} };
  });

  afterEach(() => {
    vi.useRealTimers();
  });

  const acquire = (options: Parameters<typeof acquireLock>[1] = {}) =>
    acquireLock(repository, { ...options, timings: { settleMs: 0, ...options.timings } });

  const lockNames = async () => [...(await listed(memory, 'lock')).keys()];

  function plant(over: Partial<LockFile> = {}): Promise<string> {
    const lock: LockFile = {
      timeNs: BigInt(Date.now()) * 1_000_000n,
      exclusive: false,
      hostname: 'elsewhere',
      username: 'ann',
      pid: 4711,
      uid: 0,
      gid: 0,
      ...over,
    };
    return files.save('lock', encodeLock(lock));
  }

  describe('what is read ahead of it', () => {
    function readAhead() {
      const events: string[] = [];
      return {
        events,
        ahead: {
          read: async () => {
            events.push(`read beside ${(await lockNames()).length}`);
          },
          forget: () => void events.push('forget'),
        },
      };
    }

    it('begins when the lock is written, and stays', async () => {
      const { events, ahead } = readAhead();
      const lock = await acquire({ ahead });
      expect(events).toEqual(['read beside 1']);
      await lock.release();
    });

    it('is not begun beside a lock that is there already', async () => {
      const { events, ahead } = readAhead();
      await plant({ exclusive: true });
      expect((await failureOf(acquire({ ahead }))).code).toBe('locked');
      expect(events).toEqual([]);
    });

    it('is forgotten when another lock came at the same time, and read anew', async () => {
      const { events, ahead } = readAhead();
      let rival: string | null = null;
      const locking = acquire({
        ahead: {
          ...ahead,
          read: async () => {
            await ahead.read();
            rival ??= await plant({ exclusive: true });
          },
        },
        retryForMs: MINUTE_MS,
        timings: { settleMs: 10, firstRetryMs: 10 },
        onWaiting: () => void memory.remove({ kind: 'lock', name: rival ?? '' }),
      });
      await vi.advanceTimersByTimeAsync(1_000);
      await (await locking).release();
      expect(events).toEqual(['read beside 1', 'forget', 'read beside 1']);
    });
  });

  it('does not hold up a cancelled run for long where the storage is away', async () => {
    const run = new AbortController();
    const lock = await acquire({ signal: run.signal });
    vi.spyOn(memory, 'remove').mockImplementation((_, signal) =>
      untilCancelled(new Promise(() => {}), signal),
    );
    run.abort();
    const released = failureOf(lock.release());
    await vi.advanceTimersByTimeAsync(3_000);
    expect((await released).code).toBe('cancelled');
  });

  it('stays, with one warning, where the storage lets nobody remove it: what was done under it is done', async () => {
    const warnings: string[] = [];
    vi.spyOn(memory, 'remove').mockRejectedValue(new HoldfastError('no-permission', 'Not allowed.'));
    const lock = await acquire({ onWarning: (message) => warnings.push(message) });
    await vi.advanceTimersByTimeAsync(RESTIC_TIMINGS.refreshMs * 2 + MINUTE_MS);
    // Of each refresh one, and none every half minute since.
    expect(await lockNames()).toHaveLength(3);
    lock.assertHeld();
    await lock.release();
    expect(warnings).toEqual([expect.stringMatching(/^The lock on the repository is left.*Not allowed\.$/)]);
  });

  it('is written as restic writes it, and gone after its release', async () => {
    const lock = await acquire();
    const [stored] = await loadLocks(files);
    expect(stored?.lock).toMatchObject({
      exclusive: false,
      hostname: hostname(),
      pid: process.pid,
      timeNs: 1_700_000_000_000_000_000n,
    });
    lock.assertHeld();
    await lock.release();
    await lock.release();
    expect(await lockNames()).toEqual([]);
    expect(() => lock.assertHeld()).toThrow(HoldfastError);
  });

  it('is shared with other shared locks', async () => {
    const locks = [await acquire(), await acquire()];
    expect((await lockNames()).length).toBe(2);
    for (const lock of locks) await lock.release();
  });

  it.each([
    { held: true, wanted: false },
    { held: false, wanted: true },
    { held: true, wanted: true },
  ])(
    'stands back when exclusive $held is held and exclusive $wanted wanted, and says by whom',
    async (with_) => {
      await plant({ exclusive: with_.held, username: 'ann\n::error::x' });
      const error = await failureOf(acquire({ exclusive: with_.wanted }));
      expect(error.code).toBe('locked');
      expect(error.message).toContain('PID 4711 of ann\\n::error::x on "elsewhere"');
      expect((await lockNames()).length).toBe(1);
    },
  );

  it('obeys a lock however old it is, as restic does, and says what to do', async () => {
    await plant({ exclusive: true, timeNs: BigInt(Date.now() - 600 * MINUTE_MS) * 1_000_000n });
    const error = await failureOf(acquire());
    expect(error.code).toBe('locked');
    expect(error.message).toContain('run "unlock"');
  });

  it('looks again after it wrote: of two that start at once, one at most has an exclusive lock', async () => {
    let planted = false;
    onOperation = async ({ verb, file }) => {
      if (verb !== 'save' || file.kind !== 'lock' || planted) return;
      planted = true;
      await plant({ exclusive: true });
    };
    expect((await failureOf(acquire({ exclusive: true }))).code).toBe('locked');
    expect((await lockNames()).length).toBe(1);
  });

  it('waits 200 ms before it looks again, as restic', () => {
    expect(RESTIC_TIMINGS).toMatchObject({
      settleMs: 200,
      refreshMs: 5 * MINUTE_MS,
      lostAfterMs: 22.5 * MINUTE_MS,
    });
  });

  it('leaves no lock when it is cancelled while it settles', async () => {
    const controller = new AbortController();
    onOperation = ({ verb }) => {
      if (verb === 'save') setImmediate(() => controller.abort());
    };
    const error = await failureOf(acquire({ signal: controller.signal, timings: { settleMs: 1000 } }));
    expect(error.code).toBe('cancelled');
    expect(await lockNames()).toEqual([]);
  });

  it('waits for a lock to go with --retry-lock, ever longer', async () => {
    const id = await plant({ exclusive: true });
    const waited: number[] = [];
    const start = Date.now();
    const acquired = acquire({
      retryForMs: 10 * MINUTE_MS,
      onWaiting: () => {
        waited.push(Date.now() - start);
        if (waited.length === 4) void memory.remove({ kind: 'lock', name: id });
      },
    });
    await vi.advanceTimersByTimeAsync(2 * MINUTE_MS);
    await (await acquired).release();
    expect(waited).toEqual([0, 5000, 15_000, 35_000]);
  });

  it('gives up when the time to wait is over', async () => {
    await plant({ exclusive: true });
    const failure = failureOf(acquire({ retryForMs: 12_000 }));
    await vi.advanceTimersByTimeAsync(12_000);
    expect((await failure).code).toBe('locked');
  });

  it('is refreshed every five minutes: the new file before the old one goes', async () => {
    const lock = await acquire();
    const [first] = await lockNames();
    const done: string[] = [];
    onOperation = ({ verb, file }) => void done.push(`${verb} ${file.name === first ? 'old' : 'new'}`);
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(done).toEqual(['stat old', 'save new', 'stat old', 'remove old']);
    const [second, ...others] = await lockNames();
    expect(second).not.toBe(first);
    expect(others).toEqual([]);
    await vi.advanceTimersByTimeAsync(60 * MINUTE_MS);
    lock.assertHeld();
    await lock.confirmHeld();
    await lock.release();
    expect(await lockNames()).toEqual([]);
  });

  it('is lost when somebody removed its file', async () => {
    const lock = await acquire();
    await removeAllLocks(repository);
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(lock.lost.reason).toMatchObject({ code: 'lock-lost' });
    expect(() => lock.assertHeld()).toThrow(expect.objectContaining({ code: 'lock-lost' }));
    expect(await lockNames()).toEqual([]);
    await lock.release();
  });

  it('is lost when somebody removes its file just while it is refreshed: it doesn’t come back beside theirs', async () => {
    const lock = await acquire();
    onOperation = async ({ verb }) => {
      if (verb !== 'save') return;
      onOperation = () => {};
      await removeAllLocks(repository);
    };
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect(lock.lost.reason).toMatchObject({ code: 'lock-lost' });
    expect(await lockNames()).toEqual([]);
    await lock.release();
  });

  it('is found lost by a look at the storage, without waiting for the refresh', async () => {
    const lock = await acquire();
    await removeAllLocks(repository);
    lock.assertHeld();
    expect((await failureOf(lock.confirmHeld())).code).toBe('lock-lost');
    await lock.release();
  });

  it('outlives a storage that fails for a while, and is lost before others may take it for stale', async () => {
    const lock = await acquire();
    let broken = true;
    onOperation = () => {
      if (broken) throw new HoldfastError('backend-failed', 'The storage is gone.');
    };
    await vi.advanceTimersByTimeAsync(20 * MINUTE_MS);
    lock.assertHeld();
    broken = false;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    broken = true;
    await vi.advanceTimersByTimeAsync(20 * MINUTE_MS);
    expect(lock.lost.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
    expect(lock.lost.aborted).toBe(true);
    broken = false;
    await lock.release();
  });

  it('is lost when the machine slept too long, or its clock was set: that may be why, and is said', async () => {
    const lock = await acquire();
    vi.setSystemTime(Date.now() + 23 * MINUTE_MS);
    expect(() => lock.assertHeld()).toThrow(
      expect.objectContaining({
        code: 'lock-lost',
        message: expect.stringMatching(/by this machine’s clock \(.* slept, or the clock was set\)/),
      }),
    );
    await lock.release();
  });

  it('removes an old file that it could not remove at once', async () => {
    const lock = await acquire();
    let broken = true;
    onOperation = ({ verb }) => {
      if (broken && verb === 'remove') throw new HoldfastError('backend-failed', 'Cannot remove.');
    };
    await vi.advanceTimersByTimeAsync(5 * MINUTE_MS);
    expect((await lockNames()).length).toBe(2);
    broken = false;
    await vi.advanceTimersByTimeAsync(MINUTE_MS);
    expect((await lockNames()).length).toBe(1);
    await lock.release();
    expect(await lockNames()).toEqual([]);
  });

  it('ignores an empty file, and refuses to guess what a garbled one says', async () => {
    await memory.save({ kind: 'lock', name: 'a'.repeat(64) }, []);
    await (await acquire({ exclusive: true })).release();
    await memory.save({ kind: 'lock', name: 'b'.repeat(64) }, [Buffer.from('garbage')]);
    const error = await failureOf(acquire());
    expect(error.code).toBe('repository-damaged');
    expect(error.message).toContain('unlock --remove-all');
  });

  describe('unlock', () => {
    it('removes what was not refreshed for half an hour, wherever it came from', async () => {
      const ns = (minutes: number) => BigInt(Date.now() - minutes * MINUTE_MS) * 1_000_000n;
      const fresh = await plant({ timeNs: ns(29) });
      await plant({ timeNs: ns(31), exclusive: true });
      expect(await removeStaleLocks(repository)).toBe(1);
      expect(await lockNames()).toEqual([fresh]);
    });

    it('removes a lock whose process on this machine is gone, and keeps one that lives', async () => {
      const { pid } = spawnSync('true');
      await plant({ hostname: hostname(), pid });
      const alive = await plant({ hostname: hostname(), pid: process.pid });
      const elsewhere = await plant({ pid });
      expect(await removeStaleLocks(repository)).toBe(1);
      expect((await lockNames()).sort()).toEqual([alive, elsewhere].sort());
    });

    it('leaves a lock that it cannot read, and says so', async () => {
      await memory.save({ kind: 'lock', name: 'b'.repeat(64) }, [Buffer.from('garbage')]);
      const warnings: string[] = [];
      expect(await removeStaleLocks(repository, { onWarning: (message) => warnings.push(message) })).toBe(0);
      expect(warnings.length).toBe(1);
    });

    it('removes them all when told to', async () => {
      await plant();
      await memory.save({ kind: 'lock', name: 'b'.repeat(64) }, [Buffer.from('garbage')]);
      expect(await removeAllLocks(repository)).toBe(2);
      expect(await lockNames()).toEqual([]);
    });
  });
});
