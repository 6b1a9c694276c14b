import { afterAll, expect, vi } from 'vitest';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

// What one file of tests leaves, the next in its process finds: each puts back what it changes.
const before = stateOfProcess();
afterAll(() => {
  const after = stateOfProcess();
  // By their names: values may be secrets of whoever runs the tests.
  const names = [...new Set([...before.keys(), ...after.keys()])];
  expect(names.filter((name) => before.get(name) !== after.get(name))).toEqual([]);
});

function stateOfProcess(): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ...Object.entries(process.env).map(([name, value]) => [`variable ${name}`, value] as const),
    ...SIGNALS.map((name) => [`listeners of ${name}`, process.listenerCount(name)] as const),
    ['current folder', process.cwd()],
    ['umask', process.umask()],
    ['exit status', process.exitCode],
    ['fake timers', vi.isFakeTimers()],
  ]);
}
