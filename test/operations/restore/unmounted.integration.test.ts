import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localHost } from '../../../src/hosts/local.ts';
import { Bench } from './harness.ts';

const run = promisify(execFile);

let bench: Bench;
let disk: string;
beforeEach(async () => {
  bench = await Bench.make();
  disk = bench.path('srv/disk');
  await bench.sh('mkdir -p srv/disk; echo 1 > srv/file');
  await run('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
  await bench.sh('echo 1 > srv/disk/file');
  await bench.restic(['backup', bench.path('srv')]);
});
afterEach(async () => {
  await run('umount', ['-l', disk]).catch(() => {}); // only if it is mounted
  await bench[Symbol.asyncDispose]();
});

test.each([
  ['a folder', 'umount srv/disk'],
  ['nothing at all', 'umount srv/disk; rm -r srv'],
])('where a disk was mounted and %s is, it is told before anything is written', async (_what, script) => {
  await bench.sh(script);
  for (const dryRun of [true, false]) {
    bench.messages.length = 0;
    await bench.restore(localHost(), { dryRun });
    expect(bench.messages).toEqual([
      `Filesystems of their own were mounted at "${disk}", and none are on this machine: what they held goes to the filesystem around ` +
        'them. If their disks are still to come, mount them first and restore again.',
    ]);
  }
  expect(await bench.sh('cat srv/disk/file')).toBe('1\n');
});

test('where it is mounted, or all is restored elsewhere, there is nothing to tell', async () => {
  await bench.restore(localHost(), { overwrite: 'if-changed' });
  await bench.restore(localHost(), { target: `/${bench.path('elsewhere').slice(1)}` as never });
  expect(bench.messages).toEqual([]);
});
