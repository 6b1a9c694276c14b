import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { connectHost } from '../../src/hosts/connect.ts';
import type { ConnectOptions } from '../../src/hosts/connect-options.ts';
import { freePort, type Sshd, startSshd } from '../services/sshd.ts';

// Each mistake is one message in seconds that says what was tried and what to do.

const CLIENTS = ['ssh2', 'openssh'] as const;
const QUICK = { retryDelaysMs: [] };

let sshd: Sshd;
let jump: Sshd;
let encrypted: Sshd;
let home = '';
beforeAll(async () => {
  [sshd, jump, encrypted] = await Promise.all([
    startSshd({ shell: '/bin/sh' }),
    startSshd({ shell: '/bin/sh' }),
    startSshd({ shell: '/bin/sh', identityPassphrase: 'secret' }),
  ]);
  await writeFile(`${jump.identityFile}.pub`, `${sshd.identityPublic}\n`);
  home = await mkdtemp(join(tmpdir(), 'holdfast-home-'));
  vi.stubEnv('HOME', home); // whoever runs the tests may have keys
  vi.stubEnv('SSH_AUTH_SOCK', undefined);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all([sshd, jump, encrypted].map((server) => server.stop()));
  await rm(home, { recursive: true });
});

/** The failure to connect. */
async function mistake(client: 'ssh2' | 'openssh', options: ConnectOptions, address = sshd.address) {
  const connecting = connectHost(address, {
    knownHosts: sshd.hostKeyLine,
    timings: QUICK,
    ...options,
    client,
  });
  return connecting.then(
    (host) => host.close().then(() => ({ code: 'none', message: 'it connected' })),
    ({ code, message }) => ({ code, message }),
  );
}

describe.each(CLIENTS)('with %s', (client) => {
  it('no key at hand: says what was tried, and what to give', async () => {
    const { code, message } = await mistake(client, {});
    expect(code).toBe('host-login-refused');
    expect(message).toMatch(/no identity was given.*SSH_AUTH_SOCK is not set/);
    expect(message).toContain('--identity');
  });

  it('no key at hand, and a wrong address: the address is what is told', async () => {
    const port = await freePort();
    const nobody = await mistake(client, {}, `ssh://${sshd.user}@127.0.0.1:${port}`);
    expect(nobody).toMatchObject({ code: 'host-unreachable', message: /refused/i });
    const nowhere = await mistake(client, {}, `ssh://${sshd.user}@no.such.host.invalid`);
    expect(nowhere).toMatchObject({ code: 'host-unreachable', message: /no\.such\.host\.invalid/ });
  });

  it('a key that the server doesn’t know: names it with the fingerprint that authorized_keys would have', async () => {
    const { code, message } = await mistake(client, { identity: jump.identityFile });
    expect(code).toBe('host-login-refused');
    expect(message).toContain(`"${jump.identityFile}"`);
    expect(message).toMatch(/ssh-ed25519 SHA256:[A-Za-z0-9+/]{43}/);
  });

  it('an agent that is gone, or a variable for it that is empty, hides no reason', async () => {
    const dead = await mistake(client, { agent: '/nowhere/agent' });
    expect(dead).toMatchObject({ code: 'host-login-refused', message: /"\/nowhere\/agent"/ });
    expect(await mistake(client, { agent: '' })).toMatchObject({ code: 'host-login-refused' });
    const login = { identity: sshd.identityFile };
    expect(await mistake(client, { ...login, agent: '/nowhere/agent' })).toMatchObject({ code: 'none' });
  });

  it.each([
    ['encrypted, without its passphrase', () => encrypted.identityFile, /is encrypted.*passphrase/],
    ['that is public', () => `${sshd.identityFile}.pub`, /is a public key.*without "\.pub"/],
    ['that is public, as text', () => sshd.identityPublic, /is a public key/],
    ['that isn’t there', () => join(home, 'nowhere'), /there is no such file/],
    ['that is empty', () => '', /empty.*unset/],
  ])('an identity %s', async (_what, identity, message) => {
    expect((await mistake(client, { identity: identity() })).message).toMatch(message);
  });

  it('what is left of a key whose head got lost is never shown', async () => {
    const [, ...rest] = sshd.identityPem.trim().split('\n');
    for (const identity of [rest.join('\n'), Buffer.from(sshd.identityPem).toString('base64')]) {
      const { message } = await mistake(client, { identity });
      expect(message).toContain('given as text');
      for (const piece of [rest[1] ?? '', identity.slice(0, 40)]) expect(message).not.toContain(piece);
    }
  });

  it('known hosts that hold nothing are refused before anything is tried', async () => {
    const failure = { code: 'bad-input', message: /known hosts/ };
    for (const knownHosts of ['', '\n', 'what is this'])
      expect(await mistake(client, { identity: sshd.identityFile, knownHosts })).toMatchObject(failure);
  });

  it('a key that is revoked by its fingerprint is not trusted by its line', async () => {
    const revoked = `@revoked ${sshd.hostKeyFingerprint}`;
    const options = { identity: sshd.identityFile, knownHosts: `${sshd.hostKeyLine}\n${revoked}` };
    expect(await mistake(client, options)).toMatchObject({
      code: 'host-key-mismatch',
      message: expect.stringContaining(sshd.hostKeyFingerprint),
    });
  });

  it('no known hosts at all: tells the line that pins the key', async () => {
    const { code, message } = await mistake(client, { identity: sshd.identityFile, knownHosts: undefined });
    expect(code).toBe('host-key-unknown');
    expect(message).toContain(sshd.hostKeyLine);
  });

  it('a jump host that is pinned by a fingerprint is as good as by a line; its failures are told of it', async () => {
    const pinned = `${sshd.hostKeyLine}\n[127.0.0.1]:${jump.port} ${jump.hostKeyFingerprint}`;
    const through = { identity: sshd.identityFile, knownHosts: pinned, jump: [jump.address] };
    expect(await mistake(client, through)).toMatchObject({ code: 'none' });
    const refused = await mistake(client, {
      ...through,
      jump: [jump.address.replace(jump.user, 'nobody-here')],
    });
    expect(refused).toMatchObject({ code: 'host-login-refused', message: /nobody-here@127/ });
    expect(refused.message).not.toMatch(/UNKNOWN port|kex_exchange/);
  });
});
