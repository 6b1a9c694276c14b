import { readdir } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { undoRestore } from '../../../src/operations/restore-undo.ts';
import { Bench, describeTree, losing } from './harness.ts';

let bench: Bench;
let host: Host;
let saved: string[];
let before: string[];

beforeAll(async () => {
  bench = await Bench.make();
  host = localHost();
  await bench.sh(
    'mkdir -p saved/folder saved/fresh; echo 1 > saved/folder/f; echo 2 > saved/fresh/f; echo 3 > saved/file',
  );
  await bench.restic(['backup', '.'], undefined, bench.path('saved'));
  saved = await describeTree(bench.path('saved'));
});

afterAll(async () => {
  await host.close();
  await bench[Symbol.asyncDispose]();
});

const target = () => bench.path('target');
const now = async () => (await describeTree(target())).filter((line) => !line.includes('.holdfast-'));

async function undo(by = host, path = target()): Promise<string> {
  const options = { path: fromText(path), dryRun: false };
  const { keptIn } = await undoRestore(by, options, bench.reporter, new AbortController().signal);
  return keptIn[0] as string;
}

beforeEach(async () => {
  await bench.sh('rm -rf target; mkdir -p target/folder; echo old > target/folder/f; echo old > target/file');
  before = await now();
});

test.each([
  ['a file has another content', 'echo precious > target/folder/f'],
  [
    'a file has another content of the same length and time',
    'echo 9 > target/folder/f; touch -r saved/folder/f target/folder/f',
  ],
  ['there is a new file', 'echo precious > target/folder/order; touch -r saved/folder target/folder'],
  [
    'there is a folder in place of a file',
    'rm target/file; mkdir target/file; echo precious > target/file/f',
  ],
])('leaves what was changed after the restore also to the same restore: %s', async (_, change) => {
  await bench.restore(host, { target: fromText(target()) });
  await bench.sh(change);
  const changed = await now();
  const kept = await undo();
  bench.messages.length = 0;
  const again = await bench.restore(host, { target: fromText(target()) });
  expect(again).toMatchObject({ sentFiles: 3, resumedFiles: 0 });
  expect(await now()).toEqual(saved);
  const [group] = (await readdir(`${kept}-2/new`)) as [string];
  expect(await describeTree(`${kept}-2/new/${group}`)).toEqual(changed);
  expect(bench.messages.join()).toContain(`"${kept}-2", and this restore sends all anew`);
  await undo();
  expect(await now()).toEqual(before);
});

test('a restore stays where somebody has removed all that was in its way', async () => {
  await bench.restore(host, { target: fromText(target()) });
  await bench.sh('rm -r target/.holdfast-undo-*/old');
  await expect(undo()).rejects.toThrow(/nothing of what was in the way is there any more/);
  expect(await now()).toEqual(saved);
});

test('a folder that stays has its mode again also where the undo is cut off at its very end', async () => {
  await bench.sh(
    'mkdir target/folder/mount; mount -t tmpfs tmpfs target/folder/mount; chmod 700 target/folder',
  );
  try {
    await bench.restore(host, { target: fromText(target()) });
    expect(await bench.sh('stat -c %a target/folder')).toBe('755\n');
    let isNamed = false;
    const flaky = losing(host, (script) => {
      const isLost = isNamed;
      isNamed ||= script.includes('rm -f done');
      return isLost;
    });
    await expect(undo(flaky)).rejects.toThrow(/cut/);
    expect(await bench.sh('stat -c %a target/folder; cat target/folder/f')).toBe('700\nold\n');
  } finally {
    await bench.sh('umount target/folder/mount');
  }
});

test('what lies on a disk that is away is told, and undone once it is there', async () => {
  await bench.sh('mount -t tmpfs tmpfs target/folder; echo old > target/folder/f');
  try {
    const there = await now();
    const [, inner = ''] = (await bench.restore(host, { target: fromText(target()) })).undoFolders;
    await bench.sh(`mv ${inner} away`);
    bench.messages.length = 0;
    await undo();
    expect(bench.messages.join()).toContain(`Nothing is undone by "${inner}"`);
    expect(await bench.sh('cat target/file target/folder/f')).toBe('old\n1\n');
    await bench.sh(`mv away ${inner}`);
    await undo(host, inner);
    expect((await now()).filter((line) => line.includes('/f'))).toEqual(
      there.filter((line) => line.includes('/f')),
    );
  } finally {
    await bench.sh('umount target/folder');
  }
});

describe.each([
  ['ext4', 'truncate -s 16M disk; mkfs.ext4 -q disk; mount -o loop disk target; rmdir target/lost+found'],
  ['tmpfs without inodes', 'mount -t tmpfs -o nr_inodes=40 tmpfs target'],
])('on a disk that is full: %s', (_, script) => {
  test('a restore is taken back', async () => {
    await bench.sh(`mv target before; mkdir target; ${script}; cp -a before/. target`);
    try {
      await bench.restore(host, { target: fromText(target()) });
      await bench.sh(`mkdir target/filler; head -c 20M /dev/zero > target/filler/data 2>/dev/null || true
        i=0; while true > target/filler/$i && [ $i -lt 1000 ]; do i=$((i + 1)); done 2>/dev/null
        ! mkdir target/filler/folder 2>/dev/null`);
      await undo();
      const kept = (await now()).filter((line) => !line.includes('filler'));
      expect(kept).toEqual(before);
    } finally {
      await bench.sh('umount target; rm -rf before disk');
    }
  });
});
