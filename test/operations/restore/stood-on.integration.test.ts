import { readFile, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { connectHost } from '../../../src/hosts/connect.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { runSuccessfully } from '../../../src/hosts/output.ts';
import { neededBySwaps } from '../../../src/operations/restore/stood-on.ts';
import { type BusyboxHost, startBusyboxHost } from '../../services/busybox-chroot.ts';
import { Bench } from './harness.ts';

// What a machine runs by can't be moved away, not even for a moment: nothing there would start any more.

test('programs need their libraries and loader, by every symlink on the way', async () => {
  const host = localHost();
  const needed = new Set<string>(await neededBySwaps(host, undefined));
  await host.close();
  const maps = await readFile('/proc/self/maps', 'latin1');
  const loader = /\/[^ ]*\/ld-[^ ]*\.so[^ \n]*$/m.exec(maps)?.[0] as string;
  const libc = /\/[^ ]*\/libc\.[^ ]*so[^ \n]*$/m.exec(maps)?.[0] as string;
  for (const path of [loader, libc, await realpath('/bin/sh'), await realpath('/bin/mv')])
    expect(needed).toContain(path);
  for (const link of ['/bin', '/lib64']) {
    if ((await realpath(link)) !== link) expect(needed).toContain(link);
  }
});

describe('on a host whose system is in the snapshot', () => {
  let bench: Bench;
  let chroot: BusyboxHost;
  let host: Host;

  beforeAll(async () => {
    bench = await Bench.make();
    chroot = await startBusyboxHost({ hasProc: true });
    const { address, identityFile: identity, hostKeyLine: knownHosts } = chroot.sshd;
    host = await connectHost(address, { client: 'ssh2', identity, knownHosts });
    await bench.sh(`mkdir -p saved/data saved/bin; echo saved > saved/data/f; echo saved > saved/bin/tool
      cp -a ${chroot.root}/bin/busybox ${chroot.root}/bin/sh saved/bin; cp -a ${chroot.root}/etc saved`);
    await bench.restic(['backup', '.'], undefined, bench.path('saved'));
    await bench.sh(`echo old > ${chroot.root}/data/f`);
  });
  afterAll(async () => {
    await host?.close();
    await chroot?.stop();
    await bench[Symbol.asyncDispose]();
  });

  const data = () => readFile(join(chroot.root, 'data/f'), 'utf8');
  const root = fromText('/');

  test('its programs are not moved away; it is told which, and the host lives', async () => {
    await expect(bench.restore(host, { target: root })).rejects.toMatchObject({
      code: 'restore-blocked',
      message: expect.stringMatching(/^Cannot restore "\/bin" on .*Nothing was written\..*--exclude/),
    });
    await expect(bench.restore(host, { target: root, dryRun: true })).rejects.toThrow(/"\/bin"/);
    expect(await data()).toBe('old\n');
    await runSuccessfully(host, 'see that it lives', 'mv --help >/dev/null 2>&1; ls / >/dev/null');
  });

  test('its programs are none of what is to be deleted', async () => {
    const options = { target: root, includes: ['/bin'], overwrite: 'if-changed', delete: true } as const;
    await expect(bench.restore(host, options)).rejects.toThrow(/Cannot restore "\/bin\//);
    await runSuccessfully(host, 'see that it lives', 'mv --help >/dev/null 2>&1; ls / >/dev/null');
  });

  test('all else is restored without them, or with only what differs', async () => {
    await bench.restore(host, { target: root, excludes: ['/bin'] });
    expect(await data()).toBe('saved\n');
    await bench.restore(host, { target: root, overwrite: 'if-changed' });
    expect(await readFile(join(chroot.root, 'bin/tool'), 'utf8')).toBe('saved\n');
    await runSuccessfully(host, 'see that it lives', 'mv --help >/dev/null 2>&1; ls / >/dev/null');
  });
});
