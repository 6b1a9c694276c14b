import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { all, hostWithTools, type ToolMakers } from '../../files/tool-hosts.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { BackupFixture } from './fixture.ts';

const run = promisify(execFile);
const TIMEOUT_MS = 300_000;
const GIB = 1024 ** 3;

let fixture: BackupFixture;
let host: Host & { sentBytes: number };

beforeEach(async () => {
  fixture = await BackupFixture.create(tmpdir());
  host = counted(localHost());
});
afterEach(async () => {
  await host.close();
  await run('rm', ['-rf', fixture.folder]); // Node can't remove paths past PATH_MAX
});

describe('holes', () => {
  test('of files over 8 GiB are not sent, not stored and made again', { timeout: TIMEOUT_MS }, async () => {
    await fixture.sh(`cd source
      printf begin > large; truncate -s ${8.25 * GIB} large; printf end >> large; printf middle | dd of=large bs=1M seek=5000 conv=notrunc
      truncate -s ${GIB} hole`);
    const result = await fixture.backup({}, { host });
    expect(result.complete).toBe(true);
    expect(host.sentBytes).toBeLessThan(1024 * 1024);
    expect(result.bytesRead).toBeLessThan(1024 * 1024);
    expect(result.summary.totalBytesProcessed).toBe(9.25 * GIB + 3);
    expect(result.summary.dataAddedPacked).toBeLessThan(1024 * 1024);
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`, '--sparse']);
    const restored = `${fixture.folder}/restored${fixture.source}`;
    expect(await dataOf(restored)).toEqual(await dataOf(fixture.source));
    const ours = fixture.path('ours');
    // Contents are compared here: to hash zeros of 9 GiB on both sides takes a minute.
    await fixture.restore(ours, { verify: false }, host);
    expect(await dataOf(`${ours}${fixture.source}`)).toEqual(await dataOf(fixture.source));
    expect(await blocksIn(`${ours}${fixture.source}`)).toBeLessThan(8192);
    // In place, too.
    await fixture.sh(`cd ours${fixture.source}; touch hole; rm large`);
    await fixture.restore(ours, { overwrite: 'if-changed', verify: false }, host);
    expect(await dataOf(`${ours}${fixture.source}`)).toEqual(await dataOf(fixture.source));
    expect(await blocksIn(`${ours}${fixture.source}`)).toBeLessThan(8192);
  });

  test('of a file over 8 GiB stay holes over SSH, both ways, and all of it is verified', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const sshd = await startSshd();
    const remote = counted(
      await connectSsh(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine }),
    );
    try {
      // Other filesystems have the kernel make pages of zeros where a hole is read: that would be half of the work.
      await fixture.sh('mkdir ours; for m in source ours; do mount -t tmpfs -o size=64m tmpfs $m; done');
      await fixture.sh(`cd source; printf begin > large; truncate -s ${8.25 * GIB} large; printf end >> large
        printf middle | dd of=large bs=1M seek=5000 conv=notrunc; printf late | dd of=large bs=1M seek=8300 conv=notrunc`);
      const result = await fixture.backup({}, { host: remote });
      expect(result).toMatchObject({ complete: true, problems: [] });
      expect(result.bytesRead).toBeLessThan(1024 * 1024);
      await fixture.restore(fixture.path('ours'), {}, remote);
      expect(remote.sentBytes).toBeLessThan(2 * 1024 * 1024);
      const restored = `${fixture.folder}/ours${fixture.source}`;
      expect(await dataOf(restored)).toEqual(await dataOf(fixture.source));
      expect(await blocksIn(restored)).toBeLessThan(8192);
    } finally {
      await fixture.sh('umount -l source ours').catch(() => {}); // only once they are mounted
      await remote.close();
      await sshd.stop();
    }
  });

  test('of a filesystem that does not count blocks exactly are sent, for they may be data', async () => {
    await fixture.sh('truncate -s 30M source/hole');
    // As of a network filesystem, for the one question that is asked of it.
    const doubtful: Host = {
      ...host,
      start: (script, options) =>
        host.start(
          `stat() { echo 6969//"$5"//; }\n${script.replace('xargs -0 -r stat -f', 'xargs -0 -r -I {} echo 6969//{}//; : ')}`,
          options,
        ),
    };
    const result = await fixture.backup({}, { host: doubtful });
    expect(result.bytesRead).toBe(30 * 1024 * 1024);
  });
});

const HOSTS: readonly (readonly [name: string, where: 'here' | 'over SSH', ToolMakers])[] = [
  ['GNU', 'here', {}],
  ['GNU', 'over SSH', {}],
  ['busybox', 'over SSH', all('busybox')],
  ['toybox', 'over SSH', all('toybox')],
  ['GNU with bsdtar', 'over SSH', { tar: 'bsdtar' }],
  ['busybox with bsdtar', 'over SSH', { ...all('busybox'), tar: 'bsdtar' }],
];

describe('a path longer than any call takes', () => {
  let sshd: Sshd;
  let remote: Host;

  beforeAll(async () => {
    sshd = await startSshd();
    remote = await connectSsh(sshd.address, { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine });
  });
  afterAll(async () => {
    await remote.close();
    await sshd.stop();
  });

  test.each(HOSTS)(
    'is refused by name, the snapshot is incomplete, and the rest is saved: %s %s',
    async (_tools, where, makers) => {
      const name = 'n'.repeat(200);
      await fixture.sh(
        `cd source; echo x > here; for i in $(seq 25); do mkdir ${name}; echo $i > $i; cd ${name}; done; echo deep > deep`,
      );
      const tools = await hostWithTools(where === 'here' ? host : remote, makers);
      try {
        const result = await fixture.backup({}, { host: tools });
        expect(result.complete).toBe(false);
        // The first folder of which the path is too long: find goes into it no more.
        expect(result.problemCounts).toMatchObject({ unreadable: 1 });
        expect(result.problems).toHaveLength(1);
        for (const { path, message } of result.problems) {
          expect(path.length).toBeGreaterThan(4095);
          expect(message).toBe(`its path has ${path.length} bytes, expected at most 4095`);
        }
        const listed = await restic(fixture.restic, ['ls', 'latest', fixture.source, '--recursive']);
        expect(listed).toContain(`${fixture.source}/here`);
        expect(listed).toContain(`${name}/${name}/3\n`);
      } finally {
        await tools.close();
      }
    },
  );
});

describe('mounts', () => {
  afterEach(() => fixture.sh('for m in source/*; do umount -l "$m" 2>/dev/null || true; done'));

  test('a bind mount is saved twice, and its hard links are the file’s', async () => {
    await fixture.sh(
      `cd source; mkdir a b; echo one > a/f; ln a/f a/g; echo two > a/single; head -c 1000000 /dev/urandom > a/big; mount --bind a b`,
    );
    await fixture.settle();
    const result = await fixture.backup({}, { host });
    expect(result).toMatchObject({ complete: true, problems: [] });
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    const restored = `${fixture.folder}/restored${fixture.source}`;
    expect(await fixture.sh(`cd ${restored}; cat a/f a/g b/f b/g a/single b/single; cmp a/big b/big`)).toBe(
      'one\none\none\none\ntwo\ntwo\n',
    );
    expect(await fixture.sh(`stat -c %h ${restored}/a/f`)).toBe('4\n');
  });

  test('a mount point is an empty folder with one-file-system, and all of it without', async () => {
    await fixture.sh('cd source; mkdir m; mount -t tmpfs none m; echo inside > m/f; echo beside > f');
    await fixture.backup({ oneFileSystem: true }, { host });
    const list = () => restic(fixture.restic, ['ls', 'latest', fixture.source, '--recursive']);
    expect(await list()).not.toContain('m/f');
    expect(await list()).toContain(`${fixture.source}/m\n`);
    await fixture.backup(
      { oneFileSystem: true, paths: [fromText(fixture.source), fixture.path('source/m')] },
      { host },
    );
    expect(await list()).toContain('m/f');
    await fixture.backup({}, { host });
    expect(await list()).toContain('m/f');
  });

  test('a Btrfs subvolume is another filesystem, as a mount point is', async () => {
    await fixture.sh(`truncate -s 300M image; mkfs.btrfs -q image; mkdir source/m; mount -o loop image source/m
      cd source/m; btrfs -q subvolume create sub; echo in > sub/f; echo out > f; btrfs -q subvolume snapshot sub snap`);
    await fixture.backup({ paths: [fixture.path('source/m')], oneFileSystem: true }, { host });
    const list = () => restic(fixture.restic, ['ls', 'latest', fixture.source, '--recursive']);
    expect(await list()).toContain('m/sub\n');
    expect(await list()).not.toContain('sub/f');
    await fixture.backup({ paths: [fixture.path('source/m')] }, { host });
    expect(await list()).toContain('sub/f');
    expect(await list()).toContain('snap/f');
  });
});

/** Blocks of 512 bytes that the files in `folder` take. */
async function blocksIn(folder: string): Promise<number> {
  return Number((await run('du', ['-s', '-B', '512', folder])).stdout.split('\t')[0]);
}

/** What stands in an lstat of the files in `folder`, and their bytes that aren't zero, each with its place; holes aren't read. */
async function dataOf(folder: string): Promise<string> {
  const script = `
import os, sys
for name in sorted(os.listdir(sys.argv[1])):
    file = os.open(os.path.join(sys.argv[1], name), os.O_RDONLY)
    stat = os.fstat(file)
    print(name, stat.st_size, stat.st_mtime_ns, stat.st_mode)
    end = 0
    while True:
        try: start = os.lseek(file, end, os.SEEK_DATA)
        except OSError: break
        end = os.lseek(file, start, os.SEEK_HOLE)
        for i, byte in enumerate(os.pread(file, end - start, start)):
            if byte: print(start + i, byte)
`;
  return (await run('python3', ['-c', script, folder])).stdout;
}

/** `host`, with a count of the bytes that its commands printed. */
function counted(host: Host): Host & { sentBytes: number } {
  return {
    name: host.name,
    sentBytes: 0,
    async start(script, options) {
      const command = await host.start(script, options);
      command.stdout.on('data', (chunk: Buffer) => {
        this.sentBytes += chunk.length;
      });
      command.stdout.pause();
      return command;
    },
    close: () => host.close(),
  };
}
