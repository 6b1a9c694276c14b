import { execFile } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseReader, probeHost } from '../../src/files/probe.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { alteredHost, unprivilegedHost } from './altered-host.ts';

const run = promisify(execFile);
let host: Host;
beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());

describe('a probe', () => {
  it('says who and what the host is, and its time', async () => {
    const before = BigInt(Date.now()) * 1_000_000n;
    const probe = await probeHost(host);
    expect(probe).toMatchObject({ hostname: hostname(), uid: userInfo().uid, username: userInfo().username });
    expect(probe.kernel).toBe((await run('uname', ['-s', '-r'])).stdout.trim());
    expect(probe.clockNs).toBeGreaterThanOrEqual(before);
    expect(probe.clockNs).toBeLessThanOrEqual(BigInt(Date.now() + 1) * 1_000_000n);
    expect(Object.values(probe.tools).map(({ kind }) => kind)).toEqual(['gnu', 'gnu', 'gnu', 'gnu']);
    expect(chooseReader(host, probe)).toBe('gnu');
  });

  it('of another user says that user', async () => {
    expect(await probeHost(unprivilegedHost(host))).toMatchObject({ uid: 65_534, username: 'nobody' });
  });

  it('knows busybox, which is refused with what there is and what is missing', async () => {
    const applets = ['find', 'tar', 'stat', 'xargs', 'date'].map(
      (tool) => `${tool}() { busybox ${tool} "$@"; }`,
    );
    const altered = alteredHost(host, applets.join('\n'));
    const probe = await probeHost(altered);
    expect(Object.values(probe.tools).map(({ kind }) => kind)).toEqual([
      'busybox',
      'busybox',
      'busybox',
      'busybox',
    ]);
    expect(probe.clockNs % 1_000_000_000n).toBe(0n);
    expect(() => chooseReader(altered, probe)).toThrow(
      /find is busybox, tar is busybox.*expected GNU find and GNU tar/,
    );
  });

  it.each([
    ['toybox', "tar() { echo 'toybox 0.8.9'; }", 'toybox'],
    ['bsdtar', 'tar() { bsdtar "$@"; }', 'bsdtar'],
    ['none', 'command() { if [ "$2" = tar ]; then return 1; fi; }', 'missing'],
    ['one that nobody knows', 'tar() { echo tar 3000; }', 'unknown'],
  ])('knows a tar of the kind %s', async (_, prelude, kind) => {
    expect((await probeHost(alteredHost(host, prelude))).tools.tar.kind).toBe(kind);
  });

  it('of a host that answers nonsense is an error', async () => {
    await expect(probeHost(alteredHost(host, 'id() { echo hello; }'))).rejects.toMatchObject({
      code: 'host-unsupported',
    });
  });
});
