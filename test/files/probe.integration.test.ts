import { execFile } from 'node:child_process';
import { hostname, userInfo } from 'node:os';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseReader, probeHost } from '../../src/files/probe.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { alteredHost, unprivilegedHost } from './altered-host.ts';
import { all, hostWithTools } from './tool-hosts.ts';

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
    expect(chooseReader(host, probe)).toEqual({ lister: 'find', archiver: 'gnu' });
  });

  it('of another user says that user', async () => {
    expect(await probeHost(unprivilegedHost(host))).toMatchObject({ uid: 65_534, username: 'nobody' });
  });

  it('knows busybox, whose clock shows whole seconds', async () => {
    const busybox = await hostWithTools(host, all('busybox'));
    const probe = await probeHost(busybox);
    await busybox.close();
    expect(Object.values(probe.tools).map(({ kind }) => kind)).toEqual(Array(4).fill('busybox'));
    expect(probe.clockNs % 1_000_000_000n).toBe(0n);
  });

  it.each([
    ['no tar', { tar: 'missing' }],
    ['a tar that nobody knows', { tar: 'unknown' }],
    ['no find', { find: 'missing' }],
    ['no xargs', { xargs: 'missing' }],
    ['no stat behind a find that only prints names', { find: 'busybox', stat: 'missing' }],
    ["an xargs that would mix up busybox' archives", { tar: 'busybox', xargs: 'toybox' }],
  ] as const)('of a host with %s is refused with what there is and what is missing', async (_, kinds) => {
    const probe = await probeHost(host);
    const tools = { ...probe.tools };
    for (const [tool, kind] of Object.entries(kinds))
      tools[tool as keyof typeof tools] = { kind, version: '' };
    expect(() => chooseReader(host, { ...probe, tools })).toThrow(/tar is .*expected find and tar of GNU/);
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
