import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';
import { OWN_PROCESS } from './test/own-process.ts';

/** Half of a short process's time would go to compiling the same sources again. */
const COMPILE_CACHE = join(tmpdir(), 'holdfast-test-compile-cache');

const UNIT = ['test/**/*.test.ts'];
const NOT_UNIT = ['test/**/*.integration.test.ts', 'test/e2e/**'];
const APART = OWN_PROCESS.map((beginning) => `${beginning}test.ts`);

// unit: seconds, nothing but Node. integration: real sshd, restic and shells. e2e: the built bundle, driven as the runner drives it.
export default defineConfig({
  test: {
    // Tests wait for servers, silences and other programs half of their time: others work meanwhile.
    maxWorkers: availableParallelism() + 2,
    sequence: { sequencer: LongestFirst },
    globalSetup: 'test/memory-disk.ts',
    // For the workers and all that they start.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    projects: [
      project('unit', UNIT, [...NOT_UNIT, ...APART], 60_000, { isShared: true }),
      project('unit-apart', APART, NOT_UNIT, 60_000),
      project('integration', ['test/**/*.integration.test.ts'], ['test/e2e/**'], 120_000),
      project('e2e', ['test/e2e/**/*.test.ts'], [], 180_000),
    ],
  },
});

/**
 * @param isShared Whether its files run one after the other in the same processes, instead of each in a new one: that
 * costs half a second of processor time, more than most unit tests take.
 */
function project(
  name: string,
  include: string[],
  exclude: string[],
  testTimeout: number,
  { isShared } = { isShared: false },
) {
  // What is polled for comes when the machine gets round to it: Vitest's own second is too short for a slow one.
  const poll = { timeout: testTimeout / 2 };
  const timeouts = { testTimeout, hookTimeout: testTimeout, expect: { poll } };
  const setupFiles = ['test/seed.ts', ...(isShared ? ['test/leave-nothing.ts'] : [])];
  return {
    test: { name, include, exclude, setupFiles, ...timeouts, pool: 'forks' as const, isolate: !isShared },
  };
}
