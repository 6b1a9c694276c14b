import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { connectOpenSsh } from '../../src/hosts/openssh.ts';
import { connectSsh } from '../../src/hosts/ssh.ts';
import type { Tunnel } from '../../src/hosts/tunnel.ts';
import { clientOf, readToEnd, tunnelContract } from '../contract/tunnel.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';

const noTearDown = async () => undefined;

tunnelContract('this machine', async () => ({ connect: async () => localHost(), tearDown: noTearDown }));

describe.each([
  ['ssh2', connectSsh],
  ['openssh', connectOpenSsh],
] as const)('by %s', (name, connectTo) => {
  const connect = (sshd: Sshd, port = sshd.port): Promise<Host> =>
    connectTo(`ssh://${sshd.user}@127.0.0.1:${port}`, {
      identity: sshd.identityFile,
      knownHosts: sshd.hostKeyLine.replace(`]:${sshd.port} `, `]:${port} `),
    });

  tunnelContract(name, async () => {
    const sshd = await startSshd();
    return { connect: () => connect(sshd), tearDown: sshd.stop };
  });

  it.each([
    ['AllowTcpForwarding no', { host: '127.0.0.1', port: 9 }, 'no-permission'],
    ['AllowStreamLocalForwarding no', { socketPath: '/run/db.sock' }, 'host-unreachable'],
  ])('a server with %s is named as what forbids it', async (line, to, code) => {
    const sshd = await startSshd({ config: [line] });
    const host = await connect(sshd);
    try {
      const tunnel = (await host.forward?.(to)) as Tunnel;
      await readToEnd(clientOf(tunnel));
      expect(tunnel.failure).toMatchObject({
        code,
        message: expect.stringContaining(line.split(' ')[0] as string),
      });
    } finally {
      await host.close();
      await sshd.stop();
    }
  });

  it('a lost connection ends the client’s, and is told', async () => {
    const sshd = await startSshd();
    const proxy = await startTcpProxy(sshd.port);
    const server = createServer((socket) => void socket.write('hello')).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const host = await connect(sshd, proxy.port);
    try {
      const { port } = server.address() as { port: number };
      const tunnel = (await host.forward?.({ host: '127.0.0.1', port })) as Tunnel;
      const client = clientOf(tunnel);
      await once(client, 'data');
      const ended = readToEnd(client);
      proxy.resetAll();
      await ended;
      await readToEnd(clientOf(tunnel));
      expect(tunnel.failure).toMatchObject({ code: 'host-unreachable' });
    } finally {
      await host.close();
      server.close();
      await proxy.stop();
      await sshd.stop();
    }
  });
});
