import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { BackupFixture, PASSWORD } from '../operations/backup/fixture.ts';
import { restic } from '../services/restic.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';

// The lines that docs/threat-model.md gives are run as they stand there, with another account, folder, key and address.

const run = promisify(execFile);
const DOCUMENT = new URL('../../docs/threat-model.md', import.meta.url);
const ADDRESS = '203.0.113.7';

let root = '';
let account = '';
let sshd: Sshd;

async function documented(): Promise<{ setUp: string; restoreKey: string }> {
  const blocks = [...(await readFile(DOCUMENT, 'utf8')).matchAll(/^```\w*\n(.*?)^```$/gms)].map(
    ([, text = '']) => text,
  );
  const restoreKey = blocks
    .flatMap((block) => block.split('\n'))
    .find((line) => line.includes('expiry-time'));
  return { setUp: blocks.find((block) => block.includes('setpriv')) ?? '', restoreKey: restoreKey ?? '' };
}

function here(text: string, from = '127.0.0.1'): string {
  return text
    .replaceAll('/var/lib/holdfast', `${root}/home`)
    .replaceAll('/usr/local/sbin/holdfast-reader', `${root}/reader`)
    .replaceAll('/etc/sudoers.d/holdfast', `/etc/sudoers.d/${account}`)
    .replaceAll(/\bholdfast\b(?!-)/g, account)
    .replaceAll(ADDRESS, from)
    .replaceAll('ssh-ed25519 AAAA…', sshd.identityPublic.split(' ').slice(0, 2).join(' '));
}

beforeAll(async () => {
  root = await mkdtemp('/srv/holdfast-keys-');
  await chmod(root, 0o755);
  account = `hft${root.slice(-6).toLowerCase()}`;
  sshd = await startSshd({ user: account, config: [`AuthorizedKeysFile ${root}/home/.ssh/authorized_keys`] });
  await run('bash', ['-ec', here((await documented()).setUp)]);
});
afterAll(async () => {
  await sshd.stop();
  await run('userdel', [account]).catch(() => {});
  await rm(`/etc/sudoers.d/${account}`, { force: true });
  await rm(root, { recursive: true, force: true });
});

async function withKeys<T>(lines: string, work: () => Promise<T>): Promise<T> {
  const file = join(root, 'home', '.ssh', 'authorized_keys');
  const before = await readFile(file, 'utf8');
  await writeFile(file, lines);
  try {
    return await work();
  } finally {
    await writeFile(file, before);
  }
}

const login = () => ({ identity: sshd.identityFile, knownHosts: sshd.hostKeyLine });

async function using<T>(connecting: Promise<Host>, work: (host: Host) => Promise<T>): Promise<T> {
  const host = await connecting;
  try {
    return await work(host);
  } finally {
    await host.close();
  }
}

describe('the documented key that reads everything', () => {
  test.each([
    ['ssh2', connectSsh],
    ['openssh', connectOpenSsh],
  ] as const)('backs up what only root may read, over %s', async (_client, connect) => {
    const fixture = await BackupFixture.create();
    try {
      await fixture.sh(
        'mkdir -m 700 source/root; echo kept >source/root/secret; chmod 000 source/root/secret',
      );
      const result = await using(connect(sshd.address, login()), (host) => fixture.backup({}, { host }));
      expect(result).toMatchObject({ complete: true, problems: [] });
      const stored = restic({ repository: fixture.repositoryPath, password: PASSWORD }, [
        'dump',
        'latest',
        join(fixture.source, 'root/secret'),
      ]);
      expect(await stored).toBe('kept\n');
    } finally {
      await fixture.remove();
    }
  });

  test.each([
    ['write a file of root’s', 'echo x >>/etc/hosts'],
    ['make a file in a folder of root’s', 'touch /etc/holdfast-was-here'],
    ['change a mode', 'chmod 777 /etc'],
    ['become root by sudo', 'sudo -n id'],
    ['become root by its own rule once more', 'sudo -n "$READER"'],
    ['lift its own limits', 'echo x >>"$KEYS"'],
    ['replace the file of its keys', 'rm -f "$KEYS"'],
    ['end processes of others', 'kill -0 1'],
    ['mount', 'mount -t tmpfs tmpfs /mnt'],
    ['look into the memory of root’s processes', 'cat /proc/1/environ'],
  ])('cannot %s', async (_what, attempt) => {
    const script = `READER=${root}/reader KEYS=${root}/home/.ssh/authorized_keys; ${attempt}`;
    const { exit } = await using(connectSsh(sshd.address, login()), (host) => runToEnd(host, script));
    expect(exit).not.toEqual({ code: 0 });
  });

  test('has no more than one capability', async () => {
    const script = 'id -un; grep -h ^Cap /proc/self/status | sort -u';
    const { stdout } = await using(connectSsh(sshd.address, login()), (host) => runToEnd(host, script));
    const capabilities = ['Amb', 'Bnd', 'Eff', 'Inh', 'Prm'].map((set) => `Cap${set}:\t0000000000000004\n`);
    expect(stdout.toString()).toBe(`${account}\n${capabilities.join('')}`);
  });

  test('ends its commands when it is told to', async () => {
    const mark = `sleep 98${account.length}7`;
    await using(connectSsh(sshd.address, login()), async (host) => {
      const controller = new AbortController();
      const command = await host.start(`echo on; ${mark}`, { signal: controller.signal });
      command.stdout.resume();
      setTimeout(() => controller.abort(), 300);
      await expect(command.exited).rejects.toMatchObject({ code: 'cancelled' });
    });
    await expect.poll(() => run('pgrep', ['-u', account]).catch(() => null)).toBeNull();
  });

  test('gets the reader whatever it asks for, and no forwarding', async () => {
    const ssh = [
      '-F',
      'none',
      '-i',
      sshd.identityFile,
      '-p',
      String(sshd.port),
      '-o',
      'StrictHostKeyChecking=no',
    ];
    const known = ['-o', `UserKnownHostsFile=${join(root, 'known')}`, '-o', 'BatchMode=yes'];
    const asked = await run('ssh', [
      '-n',
      ...ssh,
      ...known,
      `${account}@127.0.0.1`,
      'touch /tmp/asked-for; echo done',
    ]).catch((error) => error);
    expect(asked.stdout).toBe('');
    const forwarded = run('ssh', [...ssh, ...known, '-W', `127.0.0.1:${sshd.port}`, `${account}@127.0.0.1`]);
    await expect(forwarded).rejects.toMatchObject({
      stderr: expect.stringMatching(/prohibited|refused|failed/),
    });
  });

  test('cannot be root by `become`, and is told so', async () => {
    const become = connectSsh(sshd.address, { ...login(), become: 'sudo' });
    await expect(become).rejects.toMatchObject({ code: 'no-permission' });
  });

  test('counts from the documented address alone', async () => {
    const line = here(
      (await documented()).setUp.split('\n').find((text) => text.startsWith('restrict,')) ?? '',
      ADDRESS,
    );
    await withKeys(`${line}\n`, async () => {
      await expect(connectSsh(sshd.address, login())).rejects.toMatchObject({ code: 'host-login-refused' });
    });
  });
});

describe('the documented key of the restore', () => {
  test.each([
    ['lets in before its day', '20991231', true],
    ['lets nobody in after it', '20200101', false],
  ])('%s', async (_what, day, letsIn) => {
    const line = here((await documented()).restoreKey).replace(/\d{8}(?=")/, day);
    expect(line).toContain(`expiry-time="${day}"`);
    await withKeys(`${line}\n`, async () => {
      const connecting = connectSsh(sshd.address, login());
      if (!letsIn) await expect(connecting).rejects.toMatchObject({ code: 'host-login-refused' });
      else
        await using(connecting, async (host) =>
          expect((await runToEnd(host, 'id -un')).stdout.toString()).toBe(`${account}\n`),
        );
    });
  });
});
