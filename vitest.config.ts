import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

// unit: seconds, nothing but Node. integration: real sshd, restic and shells. e2e: the built bundle, driven as the runner drives it.
export default defineConfig({
  test: {
    // Tests wait for servers, silences and other programs a third of their time: another one works meanwhile.
    maxWorkers: availableParallelism() + 1,
    projects: [
      project('unit', ['test/**/*.test.ts'], ['test/**/*.integration.test.ts', 'test/e2e/**'], 30_000),
      project('integration', ['test/**/*.integration.test.ts'], ['test/e2e/**'], 120_000),
      project('e2e', ['test/e2e/**/*.test.ts'], [], 180_000),
    ],
  },
});

function project(name: string, include: string[], exclude: string[], testTimeout: number) {
  const timeouts = { testTimeout, hookTimeout: testTimeout };
  return {
    test: { name, include, exclude, setupFiles: ['test/seed.ts'], ...timeouts, pool: 'forks' as const },
  };
}
