import { stat } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { Bench, describeTree, losing } from './harness.ts';

// A machine that is started again may give its disks other numbers.

let bench: Bench;
let host: Host;
let saved: string[];
let before: string[];

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh('mkdir -p saved/folder; echo 1 > saved/folder/f; echo 3 > saved/file');
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await describeTree(bench.path('saved'));
});
afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('target');
const now = async () => (await describeTree(target())).filter((line) => !line.includes('.holdfast-'));
const restore = (on = host) => bench.restore(on, { target: fromText(target()) });
const undo = (path = target()) => {
  const options = { path: fromText(path), dryRun: false };
  return undoRestore(host, options, bench.reporter, new AbortController().signal);
};

beforeEach(async () => {
  await bench.sh(`mkdir target other; truncate -s 16M disk; mkfs.ext4 -q disk; mount -o loop disk target
    rmdir target/lost+found; mkdir target/folder; echo old > target/folder/f; echo old > target/file`);
  before = await now();
});
afterEach(() =>
  bench.sh('umount target other; umount target 2>/dev/null || true; rm -r target other disk later'),
);

/** The same disk, with another number. */
async function startAgain(): Promise<void> {
  const { dev } = await stat(target());
  await bench.sh(
    'sync -f target; cp disk later; mount -o loop later other; umount -l target; mount --bind other target',
  );
  expect((await stat(target())).dev).not.toBe(dev);
}

test('a restore is undone all the same', async () => {
  await restore();
  await startAgain();
  await undo();
  expect(await now()).toEqual(before);
});

/** Loses the host for good before the first rename. */
async function cutOff(): Promise<void> {
  let isLost = false;
  const flaky = losing(host, (script) => {
    isLost ||= script.includes('away()');
    return isLost;
  });
  await expect(restore(flaky)).rejects.toThrow(/half done/);
}

test('a swap that was cut off is ended all the same', async () => {
  await cutOff();
  await startAgain();
  expect(await restore()).toMatchObject({ finishedEarlierRun: true });
  expect(await now()).toEqual(saved);
  await undo();
  expect(await now()).toEqual(before);
});

test('a restore is undone where the disk is mounted elsewhere, by what its undo folder is called there', async () => {
  await bench.restore(host, { target: fromText(`${target()}/folder/deep`) });
  await bench.restore(host, { target: fromText(target()) });
  await bench.sh('sync -f target; cp disk later; mount -o loop later other; umount -l target');
  const [folder] = (await bench.sh('echo other/.holdfast-undo-*')).split('\n');
  const { keptIn, names } = await undo(bench.path(folder as string));
  expect({ names, keptIn }).toEqual({
    names: 2,
    keptIn: [expect.stringContaining('other/.holdfast-restore-')],
  });
  const found = (await describeTree(bench.path('other'))).filter((line) => !/holdfast-|deep/.test(line));
  expect(found.filter((line) => !line.startsWith('/"folder" '))).toEqual(
    before.filter((line) => !line.startsWith('/"folder" ')),
  );
  await bench.sh('mount --bind other target');
});

test('another folder in the place of one that was swapped is told from it', async () => {
  await cutOff();
  await startAgain();
  await bench.sh(`mkdir elsewhere; undo=$(echo target/.holdfast-undo-*); cp -a target/. elsewhere
    umount target; mount --bind elsewhere target`);
  await expect(undo()).rejects.toThrow(/another folder stands at/);
  await bench.sh('umount target; rm -r elsewhere; mount --bind other target');
});
