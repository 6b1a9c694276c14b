import { describe, expect, it } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { PassingFaultError, ReadFaultError } from '../../src/backends/backend.ts';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { type RetryClock, withRetry } from '../../src/backends/retry.ts';
import { HoldfastError } from '../../src/errors.ts';
import { backendContract, failureOf, fileOf } from '../contract/backend.ts';

backendContract('retry', async () => ({
  backend: withRetry(createMemoryBackend()),
  cleanUp: async () => {},
}));

const BYTES = Buffer.from('bytes');
const FILE = fileOf('pack', BYTES);

const passing = () => new HoldfastError('backend-failed', 'It hiccuped.', { cause: new PassingFaultError() });

describe('retry', () => {
  it('tries a passing fault again, waiting twice as long each time', async () => {
    const clock = fakeClock();
    const backend = withRetry(failing('save', [passing(), passing(), passing()]), {
      clock,
      firstDelayMs: 100,
    });
    await backend.save(FILE, [BYTES]);
    expect(await backend.load(FILE)).toEqual(BYTES);
    expect(clock.slept).toEqual([100, 200, 400]);
  });

  it('spreads its tries by jitter, never below half', async () => {
    const clock = fakeClock(1);
    await withRetry(failing('save', [passing()]), { clock, firstDelayMs: 100 }).save(FILE, [BYTES]);
    expect(clock.slept).toEqual([50]);
  });

  it.each(['no-permission', 'no-space', 'backend-failed'] as const)(
    'fails at once with a permanent %s',
    async (code) => {
      const clock = fakeClock();
      const backend = withRetry(failing('load', [new HoldfastError(code, 'No.')]), { clock });
      expect((await failureOf(backend.load(FILE))).code).toBe(code);
      expect(clock.slept).toEqual([]);
    },
  );

  it('gives up in the end, and says how often it tried', async () => {
    const clock = fakeClock();
    const backend = withRetry(failing('load', Array.from({ length: 99 }, passing)), {
      clock,
      giveUpAfterMs: 10_000,
      firstDelayMs: 1000,
    });
    const error = await failureOf(backend.load(FILE));
    expect(error.message).toBe('It hiccuped. Tried 4 times in 7 s.');
  });

  it('gives up soon on what a disk does not give', async () => {
    const clock = fakeClock();
    const fault = () =>
      new HoldfastError('backend-failed', 'No.', { cause: new ReadFaultError('EIO', { cause: passing() }) });
    const backend = withRetry(failing('load', Array.from({ length: 99 }, fault)), { clock });
    expect((await failureOf(backend.load(FILE))).message).toBe('No. Tried 6 times in 16 s.');
  });

  it('reports each further try', async () => {
    const heard: string[] = [];
    const backend = withRetry(failing('save', [passing()]), {
      clock: fakeClock(),
      onRetry: (message) => heard.push(message),
    });
    await backend.save(FILE, [BYTES]);
    expect(heard).toEqual([`saving pack ${FILE.name} failed, trying again in 1 s: It hiccuped.`]);
  });

  it('stops waiting when it is cancelled', async () => {
    const controller = new AbortController();
    const backend = withRetry(failing('save', [passing()]), {
      firstDelayMs: 60_000,
      onRetry: () => setImmediate(() => controller.abort()),
    });
    expect((await failureOf(backend.save(FILE, [BYTES], controller.signal))).code).toBe('cancelled');
  });

  it('gives each file once although a list broke off in the middle', async () => {
    const memory = createMemoryBackend();
    const all = ['a', 'b', 'c'].map((text) => Buffer.from(text));
    for (const bytes of all) await memory.save(fileOf('index', bytes), [bytes]);
    let broken = false;
    const flaky: Backend = Object.assign(Object.create(memory), {
      async *list(kind: 'index') {
        let given = 0;
        for await (const file of memory.list(kind)) {
          if (!broken && given++ === 2) {
            broken = true;
            throw passing();
          }
          yield file;
        }
      },
    });
    const names: string[] = [];
    for await (const { name } of withRetry(flaky, { clock: fakeClock() }).list('index')) names.push(name);
    expect(broken).toBe(true);
    expect(names.sort()).toEqual(all.map((bytes) => fileOf('index', bytes).name).sort());
  });
});

/** A memory backend whose `operation` fails with each of `errors` in turn before it works. */
function failing(operation: 'save' | 'load', errors: HoldfastError[]): Backend {
  const memory = createMemoryBackend();
  const left = [...errors];
  const failOr =
    <A extends unknown[], R>(work: (...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      const error = left.shift();
      if (error !== undefined) throw error;
      return work(...args);
    };
  return {
    location: memory.location,
    connections: memory.connections,
    create: () => memory.create(),
    save: operation === 'save' ? failOr(memory.save.bind(memory)) : memory.save.bind(memory),
    load: operation === 'load' ? failOr(memory.load.bind(memory)) : memory.load.bind(memory),
    stat: memory.stat.bind(memory),
    list: memory.list.bind(memory),
    remove: memory.remove.bind(memory),
    close: () => memory.close(),
  };
}

function fakeClock(random = 0): RetryClock & { slept: number[] } {
  let nowMs = 0;
  const slept: number[] = [];
  return {
    slept,
    nowMs: () => nowMs,
    random: () => random,
    sleep: async (ms) => {
      slept.push(ms);
      nowMs += ms;
    },
  };
}
