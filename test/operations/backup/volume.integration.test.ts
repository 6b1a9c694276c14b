import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ByteString, fromText } from '../../../src/bytestring.ts';
import { BTRFS } from '../../../src/files/volume/btrfs.ts';
import { commandKind } from '../../../src/files/volume/command-kind.ts';
import { lvmKind } from '../../../src/files/volume/lvm.ts';
import { type VolumeOptions, VolumeSnapshot } from '../../../src/files/volume/volume-snapshot.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { restic } from '../../services/restic.ts';
import { startSshd } from '../../services/sshd.ts';
import { BackupFixture } from './fixture.ts';

const run = promisify(execFile);
const NEVER = new AbortController().signal;

let folder: string;
let fixture: BackupFixture;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-volume-'));
  await run('sh', ['-ec', MAKE_VOLUMES, 'sh', folder]);
});
afterAll(async () => {
  await run('umount', [join(folder, 'btrfs'), join(folder, 'xfs')]);
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  fixture = await BackupFixture.create(tmpdir());
});
afterEach(() => fixture.remove());

/** A Btrfs with a subvolume `data`, and an XFS, as loop devices. */
const MAKE_VOLUMES = `
cd "$1"
mkdir btrfs xfs state
truncate -s 130M btrfs.img; mkfs.btrfs -q btrfs.img; mount -o loop btrfs.img btrfs
truncate -s 320M xfs.img; mkfs.xfs -q xfs.img; mount -o loop xfs.img xfs
btrfs -q subvolume create btrfs/data
mkdir btrfs/data/wiki btrfs/data/other xfs/wiki
`;

const state = () => fromText(join(folder, 'state'));
const options = (changes: Partial<VolumeOptions> = {}): VolumeOptions => ({
  kind: BTRFS,
  keep: false,
  holder: 'run 1 of acme/wiki',
  folder: state(),
  ...changes,
});
const sh = async (script: string) => (await run('sh', ['-ec', script], { cwd: folder })).stdout;
const at = (path: string): ByteString => fromText(join(folder, path));
/** What of ours stands in a folder. */
const ours = async (path: string) =>
  (await readdir(join(folder, path))).filter((name) => name.includes('holdfast'));
const dumped = (path: string) => restic(fixture.restic, ['dump', 'latest', join(folder, path)]);

describe('a snapshot of a Btrfs subvolume', () => {
  beforeEach(() => sh('echo old > btrfs/data/wiki/page'));

  test('is taken while the application is held; the files are those of that moment, at their own paths', async () => {
    const page = join(folder, 'btrfs/data/wiki/page');
    const result = await fixture.backup({
      paths: [at('btrfs/data/wiki')],
      volume: options(),
      before: [`echo held > ${page}`],
      after: [`echo later > ${page}; ls -A ${folder}/btrfs/data > ${fixture.folder}/seen`],
      target: 'wiki',
    });
    expect(result).toMatchObject({ complete: true, paths: [join(folder, 'btrfs/data/wiki')] });
    expect(await fixture.sh('cat seen')).toMatch(/^\.holdfast-wiki-[0-9a-f]{12}$/m);
    expect(await dumped('btrfs/data/wiki/page')).toBe('held\n');
    const manifest = JSON.parse(
      await restic(fixture.restic, ['dump', 'latest', '/.holdfast/wiki/manifest.json']),
    );
    expect(manifest.volume).toMatchObject({ kind: 'btrfs', kept: false });
    expect([await ours('btrfs/data'), await readdir(join(folder, 'state'))]).toEqual([[], []]);
    expect(await sh('cat btrfs/data/wiki/page')).toBe('later\n');
  });

  test('leaves what changed after it to the next backup, which reads nothing else', async () => {
    const wiki = { paths: [at('btrfs/data/wiki')], volume: options() };
    await sh('echo same > btrfs/data/wiki/same');
    await fixture.settle();
    await fixture.backup({ ...wiki, after: [`echo new > ${folder}/btrfs/data/wiki/page`] });
    const { summary, bytesRead } = await fixture.backup(wiki);
    expect([summary.filesChanged, summary.filesUnmodified, bytesRead]).toEqual([1, 1, 'new\n'.length]);
    expect(await dumped('btrfs/data/wiki/page')).toBe('new\n');
    await fixture.settle();
    await fixture.backup(wiki);
    // Each snapshot is on a device of its own: that must make no tree another one, but for those of the folders above.
    expect((await fixture.backup(wiki)).summary).toMatchObject({ dirsUnmodified: 2, filesUnmodified: 2 });
  });

  test('has nothing of what is mounted in it: that makes the backup incomplete, unless it is excluded', async () => {
    await sh(
      'btrfs -q subvolume create btrfs/data/wiki/sub; mkdir btrfs/data/wiki/disk; mount -t tmpfs tmpfs btrfs/data/wiki/disk; mount --bind /etc/hostname btrfs/data/wiki/page',
    );
    try {
      const wiki = { paths: [at('btrfs/data/wiki')], volume: options() };
      const { complete, problems } = await fixture.backup(wiki);
      const told = problems.map(({ path, message }) => `${path}: ${message}`).toSorted();
      expect([complete, told]).toEqual([
        false,
        [
          expect.stringMatching(/wiki\/disk: something else is mounted on it/),
          expect.stringMatching(/wiki\/page: something else is mounted on it/),
          expect.stringMatching(/wiki\/sub: it is a subvolume of its own/),
        ],
      ]);
      const excludes = ['disk', 'page', 'sub'].map((name) => join(folder, 'btrfs/data/wiki', name));
      expect(await fixture.backup({ ...wiki, excludes })).toMatchObject({ complete: true });
    } finally {
      await sh(
        'umount btrfs/data/wiki/page btrfs/data/wiki/disk; rmdir btrfs/data/wiki/disk; btrfs -q subvolume delete btrfs/data/wiki/sub',
      );
    }
  });

  test('that an earlier run left is removed, and nobody else’s', async () => {
    const [mine, another] = ['.holdfast-wiki-0123456789ab', '.holdfast-wiki-2-0123456789ab'];
    const others = [
      another,
      '.holdfast-wiki-0123456789',
      '.holdfast-wiki-0123456789ag',
      '.kept-holdfast-wiki-0123456789ab',
    ];
    for (const name of [mine, ...others])
      await sh(`btrfs -q subvolume snapshot -r btrfs/data btrfs/data/${name}`);
    await sh('mkdir btrfs/data/.holdfast-wiki-ffffffffffff');
    try {
      await fixture.backup({ paths: [at('btrfs/data')], volume: options(), target: 'wiki' });
      expect(fixture.infos.join('\n')).toContain(
        'holdfast-wiki-0123456789ab, which an earlier run left, is removed',
      );
      expect((await ours('btrfs/data')).toSorted()).toEqual(
        [...others, '.holdfast-wiki-ffffffffffff'].toSorted(),
      );
    } finally {
      await sh(
        `rmdir btrfs/data/.holdfast-wiki-ffffffffffff; btrfs -q subvolume delete ${others.map((name) => `btrfs/data/${name}`).join(' ')}`,
      );
    }
  });

  test('goes after a failure, and after a run that is cancelled', async () => {
    const wiki = { paths: [at('btrfs/data/wiki')], volume: options() };
    await expect(fixture.backup({ ...wiki, after: ['exit 3'] })).rejects.toMatchObject({
      code: 'command-failed',
    });
    expect(await fixture.snapshotCount()).toBe(1); // what was saved is saved
    const controller = new AbortController();
    const over = (
      backend: Parameters<NonNullable<Parameters<typeof fixture.backup>[1]>['over'] & object>[0],
    ) => {
      const save = backend.save.bind(backend);
      backend.save = async (...args) => {
        controller.abort();
        return save(...args);
      };
      return backend;
    };
    await sh('head -c 100000 /dev/urandom > btrfs/data/wiki/page');
    await expect(fixture.backup(wiki, { signal: controller.signal, over })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect([await ours('btrfs/data'), await readdir(join(folder, 'state'))]).toEqual([[], []]);
  });

  test('is one run’s; one that somebody else removed or replaced voids what was read', async () => {
    const host = localHost();
    const work = {
      target: 'wiki',
      paths: [at('btrfs/data/wiki')],
      signal: NEVER,
      onInfo: () => {},
      onWarning: () => {},
    };
    const snapshot = await VolumeSnapshot.own(host, options(), work);
    await expect(VolumeSnapshot.own(host, options(), work)).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringContaining('run 1 of acme/wiki'),
    });
    await snapshot.create(NEVER);
    await snapshot.check(NEVER);
    const [owner] = (await sh('cat state/wiki.volume-owner')).split(' ');
    const other = await VolumeSnapshot.own(host, options(), { ...work, target: 'other' });
    await other.create(NEVER);
    const [otherOwner] = (await sh('cat state/other.volume-owner')).split(' ');
    expect(otherOwner).not.toBe(owner);
    process.kill(Number(otherOwner), 'SIGKILL'); // its number could be anybody's by now
    await expect(other.check(NEVER)).rejects.toMatchObject({ code: 'source-changed' });
    await other.close(NEVER, { isGood: false });
    await sh('rm state/other.volume-owner'); // its own process would have
    await snapshot.check(NEVER);
    await sh(`btrfs property set -f -ts btrfs/data/.${snapshot.name} ro false`);
    await expect(snapshot.check(NEVER)).rejects.toMatchObject({ code: 'source-changed' });
    await snapshot.close(NEVER, { isGood: false });
    expect(await ours('btrfs/data')).toEqual([]);
    await host.close();
  });

  test('is kept where that is asked for', async () => {
    await fixture.backup({ paths: [at('btrfs/data/wiki')], volume: options({ keep: true }) });
    await fixture.backup({ paths: [at('btrfs/data/wiki')], volume: options() });
    const [kept, ...more] = await ours('btrfs/data');
    expect([kept, more]).toEqual([expect.stringMatching(/^\.kept-holdfast-files-[0-9a-f]{12}$/), []]);
    expect(await sh(`cat btrfs/data/${kept}/wiki/page; btrfs -q subvolume delete btrfs/data/${kept}`)).toBe(
      'old\n',
    );
  });

  test.each([
    ['the root', '/', 'it is the root of all'],
    ['another volume, too', 'xfs/wiki', 'one volume for all'],
    ['a symlink', 'link', 'it leads to'],
  ])('is refused for %s', async (_, path, message) => {
    await sh('ln -sfn btrfs/data/wiki link');
    const paths = [at('btrfs/data/wiki'), path === '/' ? fromText('/') : at(path)];
    const wanted = path === '/' ? [fromText('/')] : paths;
    await expect(fixture.backup({ paths: wanted, volume: options() })).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringContaining(message),
    });
  });
});

/**
 * Stands in for LVM over two filesystems in files: a snapshot is a copy of one, which a mount finds by its name in /dev. `full`
 * makes it overflow, as lvs tells it: invalid, and 100 % used.
 */
const LVM = `#!/bin/sh
cd "$FOLDER" || exit 5
case \${0##*/} in
  lvcreate)
    echo "$*" >>lvm.log
    while [ $# -gt 1 ]; do [ "$1" != --name ] || name=$2; shift; done
    sync -f xfs; xfs_freeze -f xfs; cp --sparse=always xfs.img "$name.img"; xfs_freeze -u xfs
    mkdir -p /dev/holdfasttest; ln -sfn "$(losetup --find --show "$name.img")" "/dev/holdfasttest/$name" ;;
  lvremove)
    for name; do :; done
    name=\${name#*/}
    losetup -d "$(readlink "/dev/holdfasttest/$name")"; rm "/dev/holdfasttest/$name" "$name.img" ;;
  lvs)
    for what; do :; done
    case "$* " in
      *vg_name*) case $what in /dev/loop*) echo '  holdfasttest data linear' ;; *) exit 5 ;; esac ;;
      *lv_name,origin*) echo '  data '; for image in *holdfast-*.img; do [ ! -e "$image" ] || echo "  \${image%.img} data"; done ;;
      *) [ -e "\${what#*/}.img" ] || exit 5
        if [ -e full ]; then echo '  swi-I-s--- 100.00'; else echo '  swi-aos--- 12.34'; fi ;;
    esac ;;
esac
`;

describe('a snapshot of a logical volume with XFS', () => {
  const lvm = () => {
    const kind = lvmKind('20%ORIGIN');
    const path = `export PATH=${folder}/bin:$PATH FOLDER=${folder}\n`;
    const scripts = ['look', 'create', 'mount', 'check', 'unmount', 'destroy', 'list'] as const;
    const found = scripts.map((script) => [script, path + kind[script]]);
    return options({ kind: { ...kind, ...Object.fromEntries(found) } });
  };

  beforeAll(async () => {
    await sh('mkdir bin');
    for (const tool of ['lvcreate', 'lvremove', 'lvs']) {
      await run('sh', ['-c', 'printf %s "$0" > "$1"; chmod 755 "$1"', LVM, join(folder, 'bin', tool)]);
    }
  });
  beforeEach(() => sh('echo old > xfs/wiki/page; rm -f full'));
  afterAll(() => sh('rmdir /dev/holdfasttest'));

  test('is mounted beside its origin, although both have one UUID, read, and removed', async () => {
    const after = [`echo later > ${folder}/xfs/wiki/page`];
    const result = await fixture.backup({ paths: [at('xfs/wiki')], volume: lvm(), after, target: 'wiki' });
    expect(result.complete).toBe(true);
    expect(await dumped('xfs/wiki/page')).toBe('old\n');
    expect(await sh('cat lvm.log')).toMatch(
      /--snapshot --name holdfast-wiki-[0-9a-f]{12} --addtag holdfast --extents 20%ORIGIN holdfasttest\/data/,
    );
    expect([await ours('.'), await readdir(join(folder, 'state'))]).toEqual([[], []]);
  });

  test('that overflowed voids the backup', async () => {
    const after = [`touch ${folder}/full`];
    await expect(fixture.backup({ paths: [at('xfs/wiki')], volume: lvm(), after })).rejects.toMatchObject({
      code: 'source-changed',
      message: expect.stringContaining('no longer whole (lvs says swi-I-s---)'),
    });
    expect(await fixture.snapshotCount()).toBe(0);
    expect(await ours('.')).toEqual([]);
  });
});

describe('a snapshot by a user’s own commands', () => {
  const commands = (changes: object = {}) =>
    options({
      kind: commandKind({
        create: `cp -a "$HOLDFAST_VOLUME/data" '${folder}/copy' && echo "id of $HOLDFAST_SNAPSHOT"`,
        mount: `mount --bind '${folder}/copy' "$HOLDFAST_MOUNT"; echo "$HOLDFAST_CREATED" > '${folder}/told'`,
        unmount: 'umount "$HOLDFAST_MOUNT"',
        destroy: `rm -rf '${folder}/copy'; echo "$HOLDFAST_TARGET $HOLDFAST_CREATED" > '${folder}/destroyed'`,
        ...changes,
      }),
    });

  test('that a run left whose process died is removed by its own commands, whatever the next one’s are', async () => {
    const work = {
      target: 'wiki',
      paths: [at('btrfs/data/wiki')],
      signal: NEVER,
      onInfo: () => {},
      onWarning: () => {},
    };
    const sshd = await startSshd();
    const login = { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine };
    const left = await VolumeSnapshot.own(await connectSsh(sshd.address, login), commands(), work);
    await left.create(NEVER);
    await sshd.stop(); // and with it the way to the process that owns it
    const next = await fixture.backup({
      paths: [at('xfs/wiki')],
      target: 'wiki',
      volume: options({
        kind: commandKind({
          create: 'true',
          mount: `mount --bind '${folder}/xfs' "$HOLDFAST_MOUNT"`,
          unmount: 'umount "$HOLDFAST_MOUNT"',
          destroy: 'true',
        }),
      }),
    });
    expect(next.complete).toBe(true);
    expect(existsSync(join(folder, 'copy'))).toBe(false);
    expect(await sh('cat destroyed')).toBe(`wiki id of ${left.name}\n`);
  });

  test('is in nobody’s use any more when its unmount command has run: a disk can be taken away', async () => {
    await sh('echo old > xfs/wiki/page; sync');
    const volume = commands({
      create: `cd '${folder}' && xfs_freeze -f xfs && cp --sparse=always xfs.img copy.img; xfs_freeze -u xfs`,
      mount: `mount -o ro,nouuid "$(losetup --find --show '${folder}/copy.img')" "$HOLDFAST_MOUNT"`,
      unmount: `umount "$HOLDFAST_MOUNT" && losetup -d $(losetup -nO NAME -j '${folder}/copy.img') && losetup -j '${folder}/copy.img' > '${folder}/used'`,
      destroy: `rm -f '${folder}/copy.img'`,
    });
    const after = [`echo later > ${folder}/xfs/wiki/page`];
    const result = await fixture.backup({ paths: [at('xfs/wiki')], volume, after });
    expect([result.complete, await dumped('xfs/wiki/page'), await sh('cat used')]).toEqual([
      true,
      'old\n',
      '',
    ]);
    expect(fixture.warnings).toEqual([]);
  });

  test.each([
    ['mounts nothing', { mount: 'true' }, 'nothing is mounted on'],
    ['mounts something else', { mount: 'mount -t tmpfs tmpfs "$HOLDFAST_MOUNT"' }, 'the snapshot has no'],
    ['can’t be created', { create: 'echo no quota >&2; exit 1' }, 'no quota'],
  ])('that %s is told, and nothing of the live files is taken for it', async (_, changes, message) => {
    const volume = commands(changes);
    await expect(fixture.backup({ paths: [at('btrfs/data/wiki')], volume })).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringContaining(message),
    });
    expect(await fixture.snapshotCount()).toBe(0);
    expect([existsSync(join(folder, 'copy')), await readdir(join(folder, 'state'))]).toEqual([false, []]);
  });
});
