import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile, writeFile } from 'node:fs/promises';
import { type AddressInfo, createConnection, createServer } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import type { ConnectOptions } from '../../src/hosts/connect-options.ts';
import { runToEnd } from '../../src/hosts/output.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import { freePort, type Sshd, type SshdOptions, startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';
import { createTestUser } from '../services/user.ts';

const run = promisify(execFile);

/** Connects, runs a command and closes. */
async function tryOut(address: string, options: ConnectOptions): Promise<string> {
  const host = await connectSsh(address, options);
  try {
    return (await runToEnd(host, 'id -un')).stdout.toString().trim();
  } finally {
    await host.close();
  }
}

async function withSshd(options: SshdOptions, use: (sshd: Sshd) => Promise<void>): Promise<void> {
  const sshd = await startSshd(options);
  try {
    await use(sshd);
  } finally {
    await sshd.stop();
  }
}

const QUICK = { retryDelaysMs: [50, 50, 50] };
const UNKNOWN_FINGERPRINT = `SHA256:${'A'.repeat(43)}`;

describe('host keys', () => {
  let sshd: Sshd;
  let login: ConnectOptions;
  beforeAll(async () => {
    sshd = await startSshd({ shell: '/bin/sh', hostKeyTypes: ['ed25519', 'ecdsa', 'rsa'] });
    login = { identity: sshd.identityFile, timings: QUICK };
  });
  afterAll(() => sshd.stop());

  it.each([0, 1, 2])(
    'of a server with three types are trusted when type %i alone is pinned',
    async (index) => {
      expect(await tryOut(sshd.address, { ...login, knownHosts: sshd.hostKeyLines[index] })).toBe(sshd.user);
    },
  );

  it.each(['ed25519', 'ecdsa', 'rsa'])('are trusted by the fingerprint of the %s key', async (type) => {
    const { stdout } = await run('ssh-keygen', ['-lf', join(sshd.folder, `host_${type}.pub`)]);
    expect(await tryOut(sshd.address, { ...login, knownHosts: stdout.split(' ')[1] })).toBe(sshd.user);
  });

  it('are trusted by a hashed line that ssh-keygen made', async () => {
    const file = join(sshd.folder, 'hashed');
    await writeFile(file, `${sshd.hostKeyLine}\n`);
    await run('ssh-keygen', ['-H', '-f', file]);
    expect(await readFile(file, 'utf8')).toMatch(/^\|1\|/);
    expect(await tryOut(sshd.address, { ...login, knownHosts: file })).toBe(sshd.user);
  });

  it('that are unknown are never trusted on first use, and the message pins them', async () => {
    const other = sshd.hostKeyLine.replace(/^\S+/, 'other.example');
    const failure = await tryOut(sshd.address, { ...login, knownHosts: other }).catch((error) => error);
    expect(failure.code).toBe('host-key-unknown');
    expect(failure.message).toContain(sshd.hostKeyFingerprint);
    expect(failure.message).toContain(sshd.hostKeyLine);
  });

  it('that changed are refused, with both fingerprints', async () => {
    const wrong = `${sshd.hostKeyLine.split(' ')[0]} ${(await readFile(`${sshd.identityFile}.pub`, 'utf8')).trim()}`;
    const failure = await tryOut(sshd.address, { ...login, knownHosts: wrong }).catch((error) => error);
    expect(failure.code).toBe('host-key-mismatch');
    expect(failure.message).toContain(sshd.hostKeyFingerprint);
  });

  it('that match no pinned fingerprint are refused, naming all that the server has', async () => {
    const failure = await tryOut(sshd.address, { ...login, knownHosts: UNKNOWN_FINGERPRINT }).catch(
      (error) => error,
    );
    expect(failure.code).toBe('host-key-mismatch');
    expect(failure.message.match(/ssh-ed25519|ecdsa-sha2-nistp256|ssh-rsa/g)).toHaveLength(3);
  });

  it('that are revoked are refused although they are pinned', async () => {
    const revoked = `${sshd.hostKeyLine}\n@revoked * ${sshd.hostKeyLine.split(' ').slice(1).join(' ')}`;
    const failure = await tryOut(sshd.address, { ...login, knownHosts: revoked }).catch((error) => error);
    expect([failure.code, failure.message.includes('@revoked')]).toEqual(['host-key-mismatch', true]);
  });

  it('of a server that has none of the pinned type are told, not only that none fits', async () => {
    await withSshd({ shell: '/bin/sh' }, async (plain) => {
      const rsa = sshd.hostKeyLines[2]?.replace(/^\S+/, `[127.0.0.1]:${plain.port}`);
      const failure = await tryOut(plain.address, { identity: plain.identityFile, knownHosts: rsa }).catch(
        (e) => e,
      );
      expect(failure.code).toBe('host-key-mismatch');
      expect(failure.message).toContain(plain.hostKeyFingerprint);
    });
  });

  it('are not looked for in a file that is missing or says nothing', async () => {
    await expect(
      tryOut(sshd.address, { ...login, knownHosts: '/nowhere/known_hosts' }),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: /"\/nowhere\/known_hosts": no such file or directory \(ENOENT\), expected/,
    });
    await expect(
      tryOut(sshd.address, { ...login, knownHosts: 'a line that pins nothing' }),
    ).rejects.toMatchObject({
      code: 'bad-input',
      message: /line 1/,
    });
  });
});

describe('logins', () => {
  it('take the text of a key with CRLF and without its last newline, as secret stores keep it', async () => {
    await withSshd({ shell: '/bin/sh' }, async (sshd) => {
      const identity = sshd.identityPem.trim().replaceAll('\n', '\r\n');
      expect(await tryOut(sshd.address, { identity, knownHosts: sshd.hostKeyLine })).toBe(sshd.user);
    });
  });

  it('take a key with a passphrase, and say at once what is wrong with another', async () => {
    await withSshd({ shell: '/bin/sh', identityPassphrase: 'open sesame' }, async (sshd) => {
      const login = { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine };
      expect(await tryOut(sshd.address, { ...login, passphrase: 'open sesame' })).toBe(sshd.user);
      for (const passphrase of [undefined, 'open barley']) {
        const failure = await tryOut(sshd.address, { ...login, passphrase }).catch((error) => error);
        expect([failure.code, failure.message.includes('open barley')]).toEqual(['bad-input', false]);
      }
    });
  });

  it('take the keys of an agent', async () => {
    await withSshd({ shell: '/bin/sh' }, async (sshd) => {
      const agent = join(sshd.folder, 'agent');
      const process = spawn('ssh-agent', ['-D', '-a', agent], { stdio: ['ignore', 'pipe', 'ignore'] });
      onTestFinished(() => void process.kill());
      await once(process.stdout, 'data');
      await run('ssh-add', ['-q', sshd.identityFile], { env: { SSH_AUTH_SOCK: agent, PATH: '/usr/bin' } });
      expect(await tryOut(sshd.address, { agent, knownHosts: sshd.hostKeyLine })).toBe(sshd.user);
    });
  });

  it.each(['PasswordAuthentication', 'KbdInteractiveAuthentication'])(
    'take a password by %s',
    async (method) => {
      const user = await createTestUser({ password: 'correct horse' });
      onTestFinished(() => user.remove());
      const config = ['UsePAM yes', `${method} yes`];
      await withSshd({ user: user.name, config }, async (sshd) => {
        const knownHosts = sshd.hostKeyLine;
        expect(await tryOut(sshd.address, { password: 'correct horse', knownHosts })).toBe(user.name);
        const failure = await tryOut(sshd.address, { password: 'wrong horse', knownHosts }).catch(
          (error) => error,
        );
        expect([failure.code, failure.message.includes('wrong horse')]).toEqual([
          'host-login-refused',
          false,
        ]);
      });
    },
  );

  it('with what the server does not take are told so, with what it takes', async () => {
    const refused = async (options: ConnectOptions, config: string[]) => {
      let message = '';
      await withSshd({ shell: '/bin/sh', config }, async (sshd) => {
        const login = { knownHosts: sshd.hostKeyLine, ...options };
        const failure = await tryOut(sshd.address, login).catch((error) => error);
        expect(failure.code).toBe('host-login-refused');
        message = failure.message;
      });
      return message;
    };
    const other = await startSshd({});
    onTestFinished(() => other.stop());
    const identity = other.identityFile;
    const keysOnly = ['PasswordAuthentication no', 'KbdInteractiveAuthentication no'];
    const password = await refused({ password: 'correct horse' }, keysOnly);
    expect(password).toContain(
      'offers no login with a password, expected one; it offers publickey. Give a private key',
    );
    expect(await refused({ password: 'correct horse', identity }, keysOnly)).toContain(
      `it offers publickey, and it refused the key "${identity}"`,
    );
    const passwordsOnly = ['PubkeyAuthentication no', 'PasswordAuthentication yes'];
    const key = await refused({ identity }, passwordsOnly);
    expect(key).toMatch(/offers no login with a key, expected one; it offers .*password.* Give a password/);
    expect(password + key).not.toContain('correct horse');
  });

  it('that are refused are not tried again', async () => {
    await withSshd({ shell: '/bin/sh' }, async (sshd) => {
      const proxy = await startTcpProxy(sshd.port);
      onTestFinished(() => proxy.stop());
      const other = await startSshd({});
      onTestFinished(() => other.stop());
      const options = { identity: other.identityFile, knownHosts: sshd.hostKeyFingerprint, timings: QUICK };
      await expect(tryOut(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, options)).rejects.toMatchObject({
        code: 'host-login-refused',
        message: new RegExp(`user "${sshd.user}"`),
      });
      expect(proxy.connections).toBe(1);
    });
  });

  it('need a key that is there', async () => {
    const options = { identity: '/nowhere/key', knownHosts: UNKNOWN_FINGERPRINT };
    await expect(tryOut('ssh://root@127.0.0.1:1', options)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

describe('ways to a host', () => {
  it('lead through jump hosts, each with a pinned key', async () => {
    const [outer, middle, inner] = await Promise.all([
      startSshd(),
      startSshd(),
      startSshd({ shell: '/bin/sh' }),
    ]);
    onTestFinished(() =>
      Promise.all([outer, middle, inner].map((sshd) => sshd.stop())).then(() => undefined),
    );
    await run('sh', [
      '-c',
      'cat "$0" >>"$1"; cat "$0" >>"$2"',
      `${inner.identityFile}.pub`,
      `${outer.identityFile}.pub`,
      `${middle.identityFile}.pub`,
    ]);
    const jump = [outer.address, middle.address];
    const pins = [outer, middle, inner].map(({ hostKeyLine }) => hostKeyLine);
    const login = { identity: inner.identityFile, jump };
    expect(await tryOut(inner.address, { ...login, knownHosts: pins.join('\n') })).toBe(inner.user);
    await expect(
      tryOut(inner.address, { ...login, knownHosts: pins.slice(1).join('\n') }),
    ).rejects.toMatchObject({
      code: 'host-key-unknown',
      message: new RegExp(outer.address),
    });
  });

  it('that are reset or refused for a moment are tried again', async () => {
    await withSshd({ shell: '/bin/sh' }, async (sshd) => {
      const proxy = await startTcpProxy(sshd.port);
      onTestFinished(() => proxy.stop());
      proxy.refuseNext(2);
      const options = { identity: sshd.identityFile, knownHosts: sshd.hostKeyFingerprint, timings: QUICK };
      expect(await tryOut(`ssh://${sshd.user}@127.0.0.1:${proxy.port}`, options)).toBe(sshd.user);
      expect(proxy.connections).toBe(3);
    });
  });

  it('where nothing listens fail with the address, after the last attempt', async () => {
    const address = `ssh://root@127.0.0.1:${await freePort()}`;
    const { identityPem, stop } = await startSshd();
    await stop();
    const options = { identity: identityPem, knownHosts: UNKNOWN_FINGERPRINT, timings: QUICK };
    await expect(tryOut(address, options)).rejects.toMatchObject({
      code: 'host-unreachable',
      message: new RegExp(`"${address}": connect ECONNREFUSED`),
    });
  });

  it('where something else than SSH answers, or nothing does, are an error in time', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const { identityPem, stop } = await startSshd();
    await stop();
    const timings = { retryDelaysMs: [], connectTimeoutMs: 300 };
    const options = { identity: identityPem, knownHosts: UNKNOWN_FINGERPRINT, timings };
    await expect(tryOut(`ssh://root@127.0.0.1:${port}`, options)).rejects.toMatchObject({
      code: 'host-unreachable',
    });
    server.close();
  });

  it('can be given up by a signal', async () => {
    const address = `ssh://root@127.0.0.1:${await freePort()}`;
    const { identityPem, stop } = await startSshd();
    await stop();
    const abort = new AbortController();
    const timings = { retryDelaysMs: [8000] };
    const trying = tryOut(address, {
      identity: identityPem,
      knownHosts: UNKNOWN_FINGERPRINT,
      timings,
      signal: abort.signal,
    });
    setTimeout(() => abort.abort(), 100);
    await expect(trying).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('sessions', () => {
  it.each([1, 2])('are as many as it takes, though the server allows %i on a connection', async (limit) => {
    await withSshd({ shell: '/bin/sh', config: [`MaxSessions ${limit}`] }, async (sshd) => {
      const host = await connectSsh(sshd.address, {
        identity: sshd.identityFile,
        knownHosts: sshd.hostKeyLine,
      });
      const outputs = await Promise.all([1, 2, 3, 4].map((n) => runToEnd(host, `sleep 0.3; echo ${n}`)));
      expect(outputs.map(({ stdout }) => stdout.toString())).toEqual(['1\n', '2\n', '3\n', '4\n']);
      await host.close();
    });
  });

  it('of an account without a shell are refused with its own words', async () => {
    await withSshd({ shell: '/usr/sbin/nologin' }, async (sshd) => {
      const options = { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine };
      await expect(tryOut(sshd.address, options)).rejects.toMatchObject({
        code: 'host-unsupported',
        message: /This account is currently not available/,
      });
    });
  });

  it('of an account without a shell are refused so also where all that its login says comes in one piece', async () => {
    await withSshd({ shell: '/usr/sbin/nologin' }, async (sshd) => {
      const gathering = createServer((client) => {
        const server = createConnection(sshd.port, '127.0.0.1');
        const pieces: Buffer[] = [];
        server.on('data', (piece) => {
          if (pieces.push(piece) > 1) return;
          setTimeout(() => client.write(Buffer.concat(pieces.splice(0))), 200);
        });
        client.on('close', () => server.destroy()).on('error', () => undefined);
        client.pipe(server).on('error', () => undefined);
      });
      await once(gathering.listen(0, '127.0.0.1'), 'listening');
      const { port } = gathering.address() as AddressInfo;
      try {
        const knownHosts = sshd.hostKeyLine.replace(String(sshd.port), String(port));
        const trying = tryOut(`ssh://${sshd.user}@127.0.0.1:${port}`, {
          identity: sshd.identityFile,
          knownHosts,
        });
        await expect(trying).rejects.toMatchObject({
          code: 'host-unsupported',
          message: expect.stringMatching(/status 1: "This account is currently not available/),
        });
      } finally {
        gathering.close();
      }
    });
  });

  it('of a key with a forced command are refused, and what that prints is shown', async () => {
    await withSshd(
      { shell: '/bin/sh', config: ['ForceCommand echo only backups here; exit 7'] },
      async (sshd) => {
        const options = { identity: sshd.identityFile, knownHosts: sshd.hostKeyLine };
        await expect(tryOut(sshd.address, options)).rejects.toMatchObject({
          code: 'host-unsupported',
          message: /ended with exit status 7: "only backups here"/,
        });
      },
    );
  });

  it('do not buffer stdout without bound while stderr is read (one window serves both)', async () => {
    await withSshd({ shell: '/bin/sh' }, async (sshd) => {
      const host = await connectSsh(sshd.address, {
        identity: sshd.identityFile,
        knownHosts: sshd.hostKeyLine,
      });
      const script =
        'i=0; while [ $i -lt 2000 ]; do head -c 100000 /dev/zero; i=$((i + 1)); echo $i >&2; done';
      const abort = new AbortController();
      const command = await host.start(script, { signal: abort.signal });
      let [last, before] = [0, -1];
      command.stderr.on('data', (chunk) => {
        last = Number(chunk.toString().trim().split('\n').at(-1));
      });
      while (last !== before) {
        before = last;
        await sleep(500);
      }
      expect(last * 100_000).toBeLessThan(16e6);
      abort.abort();
      await expect(text(command.stdout)).rejects.toMatchObject({ code: 'cancelled' });
      await host.close();
    });
  });
});
