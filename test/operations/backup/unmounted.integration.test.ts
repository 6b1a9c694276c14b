import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { BackupOptions } from '../../../src/operations/backup/options.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

const run = promisify(execFile);

let fixture: BackupFixture;
let disk: string;
beforeEach(async () => {
  fixture = await BackupFixture.create();
  disk = `${fixture.source}/srv/disk`;
  await fixture.sh('mkdir -p source/srv/disk source/srv/other; echo 1 > source/srv/other/file');
  await mount();
  await fixture.sh(`mkdir ${disk}/a; echo 1 > ${disk}/a/file; echo 2 > ${disk}/b`);
});
afterEach(async () => {
  await run('umount', ['-l', disk]).catch(() => {}); // only if it is mounted
  await fixture.remove();
});

const HAD = 'it was a filesystem of its own, with 2 entries, when it was last saved, and is';

test('a disk that isn’t mounted any more makes the snapshot incomplete, each time, until it is back', async () => {
  await fixture.backup();
  await unmount();
  for (const _ of ['that night', 'the next one']) {
    const { complete, problems } = await fixture.backup();
    expect(complete).toBe(false);
    expect(problems).toEqual([
      {
        kind: 'unreadable',
        path: disk,
        message: `${HAD} an empty folder now: mount it; if it is gone for good, remove the folder, or exclude it`,
      },
    ]);
  }
  await mount();
  await fixture.sh(`mkdir ${disk}/a; echo 1 > ${disk}/a/file; echo 2 > ${disk}/b`);
  expect((await fixture.backup()).complete).toBe(true);
});

test('it is told of a parent that restic made, and not of what is gone for good', async () => {
  await restic(fixture.restic, ['backup', fixture.source]);
  await unmount();
  expect(
    (await fixture.backup({ groupBy: { host: false, paths: true, tags: false } })).problems,
  ).toHaveLength(1);
  expect((await fixture.backup({ excludes: [disk] })).problems).toEqual([]);
  await fixture.sh(`rmdir ${disk}`);
  expect((await fixture.backup()).complete).toBe(true);
});

test('who has unreadable files told alone has it told once: the snapshot is complete, and the next one’s parent', async () => {
  await fixture.backup();
  await unmount();
  const onUnreadable = 'warn';
  expect(await fixture.backup({ onUnreadable })).toMatchObject({
    complete: true,
    problems: [{ path: disk }],
  });
  expect(await fixture.backup({ onUnreadable })).toMatchObject({ complete: true, problems: [] });
});

test('a folder that was filled in the place of a disk is told, and saved', async () => {
  await fixture.backup();
  await unmount();
  await fixture.sh(`echo new > ${disk}/b`);
  expect(await fixture.backup()).toMatchObject({ complete: true, problems: [] });
  expect(fixture.warnings).toEqual([`${disk}: ${HAD} a plain folder now: is it not mounted?`]);
});

test('a path that is one itself is such a disk, too; the manifest says on what the root is', async () => {
  const paths = [fromText(disk)];
  const { snapshotId } = await fixture.backup({ paths });
  const manifest = await restic(fixture.restic, ['dump', snapshotId ?? '', '/.holdfast/files/manifest.json']);
  expect(JSON.parse(manifest)).toMatchObject({ root_device: (await fixture.sh('stat -c %d /')).trim() });
  await unmount();
  expect((await fixture.backup({ paths })).problems).toMatchObject([{ kind: 'unreadable', path: disk }]);
});

test.each<[string, Partial<BackupOptions>, string]>([
  ['of which nothing was ever saved', { oneFileSystem: true }, 'umount DISK'],
  ['that is empty', {}, 'rm -r DISK/*'],
  ['in whose place another one is', {}, 'umount DISK; mount -t tmpfs tmpfs DISK'],
])('a disk %s is no problem', async (_what, options, script) => {
  await fixture.backup(options);
  await fixture.sh(script.replaceAll('DISK', disk));
  expect(await fixture.backup(options)).toMatchObject({ complete: true, problems: [] });
  expect(fixture.warnings).toEqual([]);
});

test('folders that are emptied, or have another device since, are none of it', async () => {
  await unmount();
  await fixture.sh('echo 1 > source/srv/disk/file');
  await fixture.backup();
  await fixture.sh('rm source/srv/disk/file; mv source moved; mkdir source');
  await run('mount', ['-t', 'tmpfs', 'tmpfs', fixture.source]);
  try {
    await fixture.sh('cp -a moved/. source; rm source/srv/other/file');
    expect(await fixture.backup()).toMatchObject({ complete: true, problems: [] });
    expect(fixture.warnings).toEqual([]);
  } finally {
    await run('umount', ['-l', fixture.source]);
  }
});

async function mount(): Promise<void> {
  await run('mount', ['-t', 'tmpfs', 'tmpfs', disk]);
}

async function unmount(): Promise<void> {
  await run('umount', [disk]);
}
