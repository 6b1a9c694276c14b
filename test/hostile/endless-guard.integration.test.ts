import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { Guard } from '../../src/hosts/guard.ts';

// What runs as the guard on a host is what the host makes of it: it may print a line that never ends.

const LINE_MIB = 256;
const ANSWERS_LATE = `read -r word
head -c ${LINE_MIB}M /dev/zero | tr '\\0' x
sleep 0.5
echo
echo ended 7
cat >/dev/null`;

test('an endless line from a guard is not kept, and the answer after it is heard', async () => {
  const child = spawn('/bin/sh', ['-c', ANSWERS_LATE]);
  const exit = once(child, 'exit').then(([code]) => ({ code: Number(code) }));
  const { stdin, stdout, stderr } = child;
  const channel = { stdin, stdout, stderr, exit, close: () => void child.kill() };
  const before = process.memoryUsage().heapUsed;
  let most = before;
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage().heapUsed);
  }, 10);
  const guard = new Guard(channel, { beatPeriodMs: 60_000, onLost: () => undefined });
  try {
    expect(await guard.end({ kind: 'group', pid: 7, start: '-' })).toBe(true);
    expect(most - before).toBeLessThan((LINE_MIB / 2) * 1024 * 1024);
  } finally {
    clearInterval(look);
    await guard.stop();
  }
});
