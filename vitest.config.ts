import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/longest-first.ts';

/** Half of a short process's time would go to compiling the same sources again. */
const COMPILE_CACHE = join(tmpdir(), 'holdfast-test-compile-cache');

// unit: seconds, nothing but Node. integration: real sshd, restic and shells. e2e: the built bundle, driven as the runner drives it.
export default defineConfig({
  test: {
    // Tests wait for servers, silences and other programs half of their time: others work meanwhile.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    // For the workers and all that they start.
    env: { NODE_COMPILE_CACHE: COMPILE_CACHE },
    projects: [
      project('unit', ['test/**/*.test.ts'], ['test/**/*.integration.test.ts', 'test/e2e/**'], 30_000),
      project('integration', ['test/**/*.integration.test.ts'], ['test/e2e/**'], 120_000),
      project('e2e', ['test/e2e/**/*.test.ts'], [], 180_000),
    ],
  },
});

function project(name: string, include: string[], exclude: string[], testTimeout: number) {
  // What is polled for comes when the machine gets round to it: Vitest's own second is too short for a slow one.
  const poll = { timeout: testTimeout / 2 };
  const timeouts = { testTimeout, hookTimeout: testTimeout, expect: { poll } };
  return {
    test: { name, include, exclude, setupFiles: ['test/seed.ts'], ...timeouts, pool: 'forks' as const },
  };
}
