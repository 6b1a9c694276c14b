import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BackupResult } from '../../src/operations/backup/result.ts';
import { BackupFixture } from '../operations/backup/fixture.ts';
import { restic } from '../services/restic.ts';
import { smallDisk } from '../services/small-disk.ts';

// Whoever has a folder on a host that is backed up can make files there that cost them nothing, or little, and are more than a
// backup takes. They must keep nobody else's files out of it.

const TIMEOUT_MS = 120_000;

let fixture: BackupFixture;
let disk: AsyncDisposable;

beforeEach(async () => {
  fixture = await BackupFixture.create();
  disk = await smallDisk(`${fixture.source}/theirs`, 'size=64m');
  await fixture.sh('cd source; echo 1 >theirs/a; echo 2 >theirs/z; echo 3 >zz');
});
afterEach(async () => {
  await disk[Symbol.asyncDispose]();
  await fixture.remove();
});

const shown = (path: string) => path.slice(fixture.source.length + 1);

async function saved(): Promise<string[]> {
  const lines = (await restic(fixture.restic, ['ls', 'latest'])).split('\n');
  return lines.filter((line) => line.startsWith(`${fixture.source}/`)).map(shown);
}

function problemsOf({ problems }: BackupResult): string[] {
  return problems.map(({ kind, path }) => `${kind} ${shown(path)}`).toSorted();
}

test('files of holes that no tree can name are left out, and all else is saved', {
  timeout: TIMEOUT_MS,
}, async () => {
  await fixture.sh('cd source/theirs; truncate -s 8T holes; truncate -s 7E more; ln holes second');
  const result = await fixture.backup();
  expect(result.complete).toBe(false);
  expect(result.problems.find(({ path }) => path.endsWith('holes'))?.message).toMatch(/16777216 pieces/);
  expect(problemsOf(result)).toEqual([
    'unreadable theirs/holes',
    'unreadable theirs/more',
    'unreadable theirs/second',
  ]);
  expect(await saved()).toEqual(['theirs', 'theirs/a', 'theirs/z', 'zz']);
});

test('folders in folders are walked as far as their files could be read', {
  timeout: TIMEOUT_MS,
}, async () => {
  // A shell would have all of the path in its environment.
  await fixture.sh(
    `cd source/theirs; python3 -c 'import os\nfor i in range(1200): os.mkdir(chr(1) * 255); os.chdir(chr(1) * 255)'`.replaceAll(
      '\\n',
      '\n',
    ),
  );
  const result = await fixture.backup();
  expect(result.problems).toHaveLength(1);
  expect(result.problems[0]).toMatchObject({
    kind: 'unreadable',
    message: expect.stringMatching(/its path has 4\d\d\d bytes/),
  });
  expect(await saved()).toEqual(expect.arrayContaining(['theirs/z', 'zz']));
});

test('so are those with more attributes than are taken in, before and behind others', {
  timeout: TIMEOUT_MS,
}, async () => {
  await fixture.sh(`cd source/theirs
    head -c 60000 /dev/zero | tr '\\0' v >../../value
    for f in b y; do
      echo x >$f
      for i in $(seq 300); do setfattr -n user.$i -v "$(cat ../../value)" $f; done
    done
    head -c 600000 /dev/zero >large; mkdir theirs; touch theirs/c`);
  const result = await fixture.backup();
  expect(problemsOf(result)).toEqual(['unreadable theirs/b', 'unreadable theirs/y']);
  expect(result.problems[0]?.message).toMatch(/an extended header has \d+ bytes/);
  expect(await saved()).toEqual([
    'theirs',
    'theirs/a',
    'theirs/large',
    'theirs/theirs',
    'theirs/theirs/c',
    'theirs/z',
    'zz',
  ]);
});
