import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { type BusyboxHost, startBusyboxHost } from '../../services/busybox-chroot.ts';
import { restic } from '../../services/restic.ts';
import { EVERY_KIND } from './every-kind.ts';
import { BackupFixture, fingerprint, HASHES_OF_DATA } from './fixture.ts';

const TIMEOUT_MS = 300_000;
const GIB = 1024 ** 3;
/** busybox' date knows no nanoseconds. */
const CLOCK_STEP_MS = 1000;

describe.each([{ hasProc: true }, { hasProc: false }])('a host of busybox alone, %o', ({ hasProc }) => {
  let fixture: BackupFixture;
  let busybox: BusyboxHost;
  let host: Host;

  beforeAll(async () => {
    fixture = await BackupFixture.create(tmpdir());
    busybox = await startBusyboxHost({ hasProc });
    const { address, identityFile, hostKeyLine } = busybox.sshd;
    host = await connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
    await fixture.sh(`rmdir source; ln -s ${busybox.root}/data source`);
    await fixture.sh(EVERY_KIND);
    await fixture.settle(CLOCK_STEP_MS);
  });
  beforeEach(() => fixture.renewRepository());
  afterAll(async () => {
    await host.close();
    await busybox.stop();
    await fixture.remove();
  });

  const backup = () => fixture.backup({ paths: [fromText('/data')] }, { host });

  /** What stock restic restores of the newest snapshot. */
  async function restored(): Promise<string> {
    await fixture.sh('rm -rf restored');
    await restic(fixture.restic, ['check']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`, '--sparse']);
    return fingerprint(`${fixture.folder}/restored/data`);
  }

  test('gives every kind of entry, exactly', { timeout: TIMEOUT_MS }, async () => {
    const result = await backup();
    expect(result).toMatchObject({ complete: true, problems: [] });
    expect(fixture.warnings).toEqual([expect.stringMatching(/^Extended attributes.* are not saved/)]);
    expect(await restored()).toBe(await fingerprint(`${busybox.root}/data`));
  });

  test('takes every kind of entry back, to the second, and gives it back exactly', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await backup();
    fixture.warnings.length = 0;
    const target = fromText('/back');
    const result = await fixture.restore(target, {}, host);
    expect(result).toMatchObject({ created: 1, undoFolders: [] });
    expect(fixture.warnings).toEqual([
      expect.stringMatching(
        /its tar \(.*busybox.*\) can't restore fractions of seconds in times, holes in files/,
      ),
      expect.stringMatching(/^Not all times can be kept .*\(entries: 1\): that of "l-0.000000001"/),
    ]);
    expect(await inSeconds(`${busybox.root}/back/data`)).toEqual(await inSeconds(`${busybox.root}/data`));
    const again = await fixture.restore(target, { overwrite: 'if-changed' }, host);
    expect(again).toMatchObject({ sentFiles: 0, created: 0 });
  });

  test('is asked only for what changed', { timeout: TIMEOUT_MS }, async () => {
    await backup();
    await fixture.sh(
      'echo new > source/kinds/empty; rm source/kinds/one; ln -sfn elsewhere source/kinds/link',
    );
    await fixture.settle(CLOCK_STEP_MS);
    expect((await backup()).bytesRead).toBe('new\n'.length + 'linked\n'.length);
    expect(await restored()).toBe(await fingerprint(`${busybox.root}/data`));
  });
});

describe('a host of busybox alone', () => {
  test('gives a file over 4 GiB whose name holds a newline, in bounded memory', {
    timeout: TIMEOUT_MS,
  }, async () => {
    const fixture = await BackupFixture.create(tmpdir());
    const busybox = await startBusyboxHost({ hasProc: true });
    try {
      const { address, identityFile, hostKeyLine } = busybox.sshd;
      const host = await connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
      const sizeBytes = Math.floor(4.1 * GIB);
      // Other filesystems have the kernel make pages of zeros where a hole is read: a fifth of the test's work.
      await fixture.sh(`mount -t tmpfs -o size=64m tmpfs ${busybox.root}/data`);
      await fixture.sh(String.raw`cd ${busybox.root}/data; echo before > a; echo behind > z
        printf begin > $'large\nfile'; truncate -s ${sizeBytes - 3} $'large\nfile'; printf end >> $'large\nfile'`);
      const memory = watchMemory();
      const result = await fixture.backup({ paths: [fromText('/data')] }, { host });
      const grownBytes = memory.stop();
      await host.close();
      expect(result).toMatchObject({ complete: true, bytesRead: sizeBytes + 'before\nbehind\n'.length });
      expect(grownBytes).toBeLessThan(GIB / 2);
      await restic(fixture.restic, [
        'restore',
        'latest',
        '--target',
        `${fixture.folder}/restored`,
        '--sparse',
      ]);
      const restored = await fingerprint(`${fixture.folder}/restored/data`, HASHES_OF_DATA);
      expect(restored).toBe(await fingerprint(`${busybox.root}/data`, HASHES_OF_DATA));
    } finally {
      await fixture.sh(`umount -l ${busybox.root}/data`).catch(() => {}); // only once it is mounted
      await busybox.stop();
      await fixture.remove();
    }
  });
});

/** What stands in `folder`, but for fractions of seconds, and the symlink whose time busybox can't set. */
async function inSeconds(folder: string): Promise<string[]> {
  const tree = (await fingerprint(folder)).replace(/\.\d{10} /g, '.0000000000 ');
  const lines = tree.split('\n').filter((line) => !/times\/l-0.000000001$|back\//.test(line));
  return lines.sort();
}

/** Watches the memory of this process; `stop` says by how much it grew at most. */
function watchMemory(): { stop(): number } {
  const startBytes = process.memoryUsage.rss();
  let peakBytes = startBytes;
  const timer = setInterval(() => {
    peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
  }, 50);
  return {
    stop() {
      clearInterval(timer);
      return peakBytes - startBytes;
    },
  };
}
