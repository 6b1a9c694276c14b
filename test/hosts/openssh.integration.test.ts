import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConnectOptions } from '../../src/hosts/connect-options.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { writeOpenSshFiles } from '../../src/hosts/openssh-config.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { commandLines } from '../services/processes.ts';
import { freePort, type Sshd, startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';

const run = promisify(execFile);
const QUICK = { retryDelaysMs: [50, 50, 50] };

async function tryOut(address: string, options: ConnectOptions): Promise<string> {
  const host = await connectOpenSsh(address, options);
  try {
    return (await runToEnd(host, 'id -un')).stdout.toString().trim();
  } finally {
    await host.close();
  }
}

async function foldersLeft(): Promise<string[]> {
  return (await readdir(tmpdir())).filter((name) => name.startsWith('holdfast-ssh-'));
}

describe('the system’s ssh', () => {
  let sshd: Sshd;
  let login: ConnectOptions;
  beforeAll(async () => {
    sshd = await startSshd({ shell: '/bin/sh', hostKeyTypes: ['ed25519', 'ecdsa', 'rsa'] });
    login = { identity: sshd.identityFile, timings: QUICK };
  });
  afterAll(() => sshd.stop());

  it.each([0, 1, 2])('trusts a server with three host keys when key %i alone is pinned', async (index) => {
    expect(await tryOut(sshd.address, { ...login, knownHosts: sshd.hostKeyLines[index] })).toBe(sshd.user);
  });

  it.each(['ed25519', 'ecdsa', 'rsa'])('trusts a server by the fingerprint of its %s key', async (type) => {
    const { stdout } = await run('ssh-keygen', ['-lf', join(sshd.folder, `host_${type}.pub`)]);
    expect(await tryOut(sshd.address, { ...login, knownHosts: stdout.split(' ')[1] })).toBe(sshd.user);
  });

  it('trusts no unknown key, and tells the line that pins it', async () => {
    const other = sshd.hostKeyLine.replace(/^\S+/, 'other.example');
    await expect(tryOut(sshd.address, { ...login, knownHosts: other })).rejects.toMatchObject({
      code: 'host-key-unknown',
      message: expect.stringContaining(sshd.hostKeyLine),
    });
  });

  it('trusts no changed key, and tells both fingerprints', async () => {
    const wrong = `${sshd.hostKeyLine.split(' ')[0]} ${(await readFile(`${sshd.identityFile}.pub`, 'utf8')).trim()}`;
    await expect(tryOut(sshd.address, { ...login, knownHosts: wrong })).rejects.toMatchObject({
      code: 'host-key-mismatch',
      message: expect.stringContaining(sshd.hostKeyFingerprint),
    });
  });

  it('trusts no revoked key', async () => {
    const revoked = `${sshd.hostKeyLine}\n@revoked * ${sshd.hostKeyLine.split(' ').slice(1).join(' ')}`;
    const failing = tryOut(sshd.address, { ...login, knownHosts: revoked });
    await expect(failing).rejects.toMatchObject({ code: 'host-key-mismatch' });
  });

  it('trusts no other fingerprint, whatever types of key the server has', async () => {
    const failing = tryOut(sshd.address, { ...login, knownHosts: `SHA256:${'A'.repeat(43)}` });
    await expect(failing).rejects.toMatchObject({ code: 'host-key-mismatch' });
  });

  it('takes the key as text', async () => {
    const identity = sshd.identityPem.trim();
    expect(await tryOut(sshd.address, { identity, knownHosts: sshd.hostKeyLine })).toBe(sshd.user);
  });

  it('takes the keys of an agent', async () => {
    const agent = join(sshd.folder, 'agent');
    const process = spawn('ssh-agent', ['-D', '-a', agent], { stdio: ['ignore', 'pipe', 'ignore'] });
    onTestFinished(() => void process.kill());
    await once(process.stdout, 'data');
    await run('ssh-add', ['-q', sshd.identityFile], { env: { SSH_AUTH_SOCK: agent, PATH: '/usr/bin' } });
    expect(await tryOut(sshd.address, { agent, knownHosts: sshd.hostKeyLine })).toBe(sshd.user);
  });

  it.each(['password', 'passphrase'])(
    'refuses a %s, which it could only ask a person for',
    async (secret) => {
      const failing = tryOut(sshd.address, { ...login, [secret]: 'hunter2' });
      await expect(failing).rejects.toMatchObject({
        code: 'bad-input',
        message: expect.not.stringContaining('hunter2'),
      });
    },
  );

  it('says who was refused, without trying again', async () => {
    const proxy = await startTcpProxy(sshd.port);
    onTestFinished(() => proxy.stop());
    const other = await startSshd();
    onTestFinished(() => other.stop());
    const options = {
      identity: other.identityFile,
      knownHosts: sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port)),
      timings: QUICK,
    };
    await expect(tryOut(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, options)).rejects.toMatchObject({
      code: 'host-login-refused',
      message: /Permission denied/,
    });
    expect(proxy.connections).toBe(1);
  });

  it('tries again after a connection that was reset', async () => {
    const proxy = await startTcpProxy(sshd.port);
    onTestFinished(() => proxy.stop());
    proxy.refuseNext(2);
    const knownHosts = sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port));
    expect(await tryOut(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, { ...login, knownHosts })).toBe(
      sshd.user,
    );
    expect(proxy.connections).toBe(3);
  });

  it('says that nothing listens at an address', async () => {
    const address = `ssh://root@127.0.0.1:${await freePort()}`;
    const failing = tryOut(address, { ...login, knownHosts: sshd.hostKeyLine });
    await expect(failing).rejects.toMatchObject({ code: 'host-unreachable', message: /Connection refused/ });
  });

  it('goes through jump hosts, for which the same pins and identity count', async () => {
    const [outer, middle] = await Promise.all([startSshd(), startSshd()]);
    onTestFinished(() => Promise.all([outer.stop(), middle.stop()]).then(() => undefined));
    for (const { identityFile } of [outer, middle])
      await writeFile(`${identityFile}.pub`, `${sshd.identityPublic}\n`);
    const pins = [outer, middle, sshd].map(({ hostKeyLine }) => hostKeyLine);
    const options = { ...login, jump: [outer.address, middle.address] };
    expect(await tryOut(sshd.address, { ...options, knownHosts: pins.join('\n') })).toBe(sshd.user);
    await expect(
      tryOut(sshd.address, { ...options, knownHosts: pins.slice(1).join('\n') }),
    ).rejects.toMatchObject({
      code: 'host-key-unknown',
      message: expect.stringContaining(outer.hostKeyLine),
    });
  });

  it('is given no secret of ours in its environment, nor in its arguments', async () => {
    const secrets = ['RESTIC_PASSWORD', 'INPUT_PASSWORD', 'STATE_x', 'ACTIONS_RUNTIME_TOKEN', 'GITHUB_TOKEN'];
    for (const name of secrets) process.env[name] = 'a-canary-secret';
    const host = await connectOpenSsh(sshd.address, {
      ...login,
      identity: sshd.identityPem,
      knownHosts: sshd.hostKeyLine,
    });
    for (const name of secrets) delete process.env[name];
    const lines = (await commandLines()).join('\n');
    const environments = await environmentsOfSsh();
    await host.close();
    expect(environments).toContain('PATH=');
    expect(lines + environments).not.toMatch(/a-canary-secret|BEGIN OPENSSH/);
  });

  it('asks for nothing that a configuration of the user might not allow: certificates work', async () => {
    const authority = join(sshd.folder, 'authority');
    await run('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', authority]);
    const certified = await startSshd({ user: sshd.user, config: [`TrustedUserCAKeys ${authority}.pub`] });
    onTestFinished(() => certified.stop());
    await writeFile(`${certified.identityFile}.pub`, `${sshd.identityPublic}\n`); // sshd knows another key only
    const { stdout } = await run('ssh-keygen', ['-y', '-f', certified.identityFile]);
    const file = join(sshd.folder, 'certified');
    await writeFile(file, certified.identityPem, { mode: 0o600 });
    await writeFile(`${file}.pub`, stdout);
    const options = { identity: file, knownHosts: certified.hostKeyLine, timings: QUICK };
    await expect(tryOut(certified.address, options)).rejects.toMatchObject({ code: 'host-login-refused' });
    await run('ssh-keygen', ['-q', '-s', authority, '-I', 'test', '-n', sshd.user, `${file}.pub`]);
    expect(await tryOut(certified.address, options)).toBe(sshd.user);
  });

  it('leaves no file behind, with a key in it or without', async () => {
    const before = await foldersLeft();
    await tryOut(sshd.address, { ...login, identity: sshd.identityPem, knownHosts: sshd.hostKeyLine });
    await tryOut(sshd.address, { ...login, knownHosts: 'other.example SHA256:x' }).catch(() => undefined);
    expect(await foldersLeft()).toEqual(before);
  });
});

describe('the configuration for the system’s ssh', () => {
  it('has the user’s own behind ours, in a folder that is ours alone', async () => {
    const files = await writeOpenSshFiles(
      { user: 'a', host: 'db.example', port: null },
      { identity: '-----BEGIN x' },
    );
    const config = await readFile(files.config, 'utf8');
    expect(config).toMatch(
      /^BatchMode yes\nStrictHostKeyChecking yes\n[\s\S]*\nInclude ~\/\.ssh\/config\nInclude /,
    );
    expect(config).not.toContain('KnownHosts'); // the user's own count
    const { stdout } = await run('stat', [
      '-c',
      '%a',
      files.secrets.path,
      join(files.secrets.path, 'identity'),
    ]);
    expect(stdout).toBe('700\n600\n');
    await files.secrets.remove();
  });

  it('lets no configuration of the user hand our agent, a display or a command to the host', async () => {
    const files = await writeOpenSshFiles(
      { user: 'a', host: 'db.example', port: null },
      { knownHosts: `SHA256:${'A'.repeat(43)}` },
    );
    const own = join(files.secrets.path, 'own');
    const careless = ['ForwardAgent', 'ForwardX11', 'PermitLocalCommand', 'VerifyHostKeyDNS'];
    await writeFile(own, `${careless.map((word) => `${word} yes`).join('\n')}\nStrictHostKeyChecking no\n`);
    const config = (await readFile(files.config, 'utf8')).replace('~/.ssh/config', own);
    await writeFile(files.config, config);
    const { stdout } = await run('ssh', ['-G', '-F', files.config, 'db.example']);
    await files.secrets.remove();
    for (const word of careless)
      expect(stdout.split('\n')).toContain(
        `${word.toLowerCase()} ${word.startsWith('Verify') ? 'false' : 'no'}`,
      );
    expect(stdout).toMatch(/^stricthostkeychecking true$/m);
  });

  it.each(['/tmp/a"b', '/tmp/a\nProxyCommand id'])(
    'refuses the path %j, which could end a line',
    async (agent) => {
      const before = await foldersLeft();
      const writing = writeOpenSshFiles({ user: null, host: 'db.example', port: null }, { agent });
      await expect(writing).rejects.toMatchObject({ code: 'bad-input' });
      expect(await foldersLeft()).toEqual(before);
    },
  );
});

async function environmentsOfSsh(): Promise<string> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const texts = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return /holdfast-ssh-/.test(command) ? readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '') : '';
    }),
  );
  return texts.join('\0');
}
