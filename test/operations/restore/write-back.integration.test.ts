import { chmod, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { Bench } from './harness.ts';

// A host whose `sync` tells what it was asked for, and fails once, as a system does whose disk didn't take something.

let bench: Bench;
let local: Host;
let host: Host;

beforeAll(async () => {
  bench = await Bench.make();
  local = localHost();
  const path = bench.path('tools');
  host = {
    name: local.name,
    start: (script, options) => local.start(`PATH=${path}:$PATH\n${script}`, options),
    close: async () => {},
  };
  await bench.sh(`mkdir tools small large
    head -c 40M /dev/urandom > small/f
    head -c 300M /dev/zero > large/f`);
  for (const folder of ['small', 'large'])
    await bench.restic(['backup', '--tag', folder, '.'], undefined, bench.path(folder));
});
afterAll(async () => {
  await local.close();
  await bench[Symbol.asyncDispose]();
});
beforeEach(() => bench.sh('rm -rf target tools/*; rm -rf .holdfast-restore-*'));

async function failsAt(call: number): Promise<void> {
  const path = bench.path('tools/sync');
  const calls = bench.path('tools/calls');
  await writeFile(
    path,
    `#!/bin/sh
echo >> ${calls}
[ $(wc -l < ${calls}) -ne ${call} ] || { echo "sync: error syncing '.': Input/output error" >&2; exit 1; }\n`,
  );
  await chmod(path, 0o755);
}

const calls = async () => Number(await bench.sh('wc -l < tools/calls'));
const restored = async (folder: string) => {
  const snapshots = JSON.parse(await bench.restic(['snapshots', '--json', '--tag', folder]));
  return bench.restore(host, { spec: snapshots[0].id, target: fromText(bench.path('target')) });
};

describe('what is staged', () => {
  test('is written back before it is swapped in, and large parts of it earlier', async () => {
    await failsAt(0);
    await restored('small');
    const few = await calls();
    await bench.sh('rm -rf target tools/calls');
    await restored('large');
    expect(await calls()).toBeGreaterThan(few);
  });

  test.each([
    ['while there is more to write', 'large'],
    ['while it is read again', 'small'],
  ])('and not taken by the disk %s is not swapped in', async (_, folder) => {
    await failsAt(1);
    await expect(restored(folder)).rejects.toThrow(/Input\/output error/);
    expect(await bench.sh('ls -d target 2>/dev/null || echo none')).toBe('none\n');
    await restored(folder);
    await bench.sh(`cmp target/f ${folder}/f`);
  });
});
