import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Destination } from '../../src/hosts/destination.ts';
import type { Host } from '../../src/hosts/host.ts';
import type { PortTunnel, Tunnel, TunnelOptions } from '../../src/hosts/tunnel.ts';

const run = promisify(execFile);

export interface TunnelUnderTest {
  /** A new connection to the host, which is this machine. */
  connect(): Promise<Host>;
  tearDown(): Promise<void>;
}

/** What every host promises of its tunnels (src/hosts/tunnel.ts). */
export function tunnelContract(name: string, make: () => Promise<TunnelUnderTest>): void {
  describe(`${name}: tunnel contract`, () => {
    let under: TunnelUnderTest;
    let host: Host;
    let folder: string;
    const open: { close(): unknown }[] = [];

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'holdfast-tunnel-test-'));
      under = await make();
      host = await under.connect();
    });
    afterEach(async () => {
      for (const each of open.splice(0)) await each.close();
    });
    afterAll(async () => {
      await host?.close();
      await under?.tearDown();
      await rm(folder, { recursive: true });
    });

    /** A server that does `serve` with each connection; ended after the test. */
    async function serverAt(where: 'tcp' | 'unix', serve: (socket: Socket) => void): Promise<Destination> {
      const sockets = new Set<Socket>();
      const server = createServer({ allowHalfOpen: true }, (socket) => {
        sockets.add(socket.on('error', () => undefined));
        serve(socket);
      });
      open.push({ close: () => [...sockets].map((socket) => socket.destroy()) && server.close() });
      return where === 'tcp'
        ? listenOnTcp(server)
        : listenAt(server, join(folder, randomBytes(4).toString('hex')));
    }

    async function tunnelTo(to: Destination, options?: TunnelOptions, from = host): Promise<Tunnel> {
      const tunnel = (await from.forward?.(to, options)) as Tunnel;
      open.push(tunnel);
      return tunnel;
    }

    describe.each(['tcp', 'unix'] as const)('to a server at a %s socket', (where) => {
      it('carries what the client sends before its end, and the answer after it', async () => {
        const to = await serverAt(where, (socket) => {
          const sum = createHash('sha256');
          socket.on('data', (piece) => sum.update(piece)).on('end', () => socket.end(sum.digest('hex')));
        });
        const tunnel = await tunnelTo(to);
        const bytes = randomBytes(8 * 1024 * 1024);
        const sums = await Promise.all([1, 2, 3].map(() => exchange(tunnel, bytes)));
        const expected = createHash('sha256').update(bytes).digest('hex');
        expect(sums.map(String)).toEqual([expected, expected, expected]);
        expect(tunnel.failure).toBeNull();
      });

      it('carries what the client sends after the server’s end', async () => {
        let received = 0;
        const to = await serverAt(where, (socket) => {
          socket.end('bye').on('data', ({ length }) => {
            received += length;
          });
        });
        const client = clientOf(await tunnelTo(to));
        expect(String(await readToEnd(client))).toBe('bye');
        client.end(Buffer.alloc(4_000_000));
        while (received < 4_000_000) await sleep(10);
      });
    });

    it('stops a client whose server does not read, and a server whose client does not', async () => {
      const written = { byClient: 0, byServer: 0 };
      const to = await serverAt('tcp', (socket) => {
        socket.pause();
        writeOn(socket, (count) => (written.byServer = count));
      });
      const client = clientOf(await tunnelTo(to)).pause();
      writeOn(client, (count) => (written.byClient = count));
      await settled(() => written.byClient + written.byServer);
      expect(written.byClient).toBeLessThan(HELD_BOUND_BYTES);
      expect(written.byServer).toBeLessThan(HELD_BOUND_BYTES);
      client.destroy();
    });

    it('carries 30 connections at once', async () => {
      const to = await serverAt('tcp', (socket) => void socket.pipe(socket));
      const tunnel = await tunnelTo(to);
      const numbers = [...Array(30).keys()].map(String);
      const echoes = await Promise.all(numbers.map((number) => exchange(tunnel, Buffer.from(number))));
      expect(echoes.map(String)).toEqual(numbers);
    });

    it('tells why a connection was refused, and goes on', async () => {
      const server = createServer().listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      await new Promise((resolve) => server.close(resolve));
      const to = { host: '127.0.0.1', port };
      const tunnel = await tunnelTo(to);
      expect(tunnel.failure).toBeNull();
      expect(await readToEnd(clientOf(tunnel))).toHaveLength(0);
      expect(tunnel.failure).toMatchObject({
        code: 'host-unreachable',
        message: expect.stringMatching(new RegExp(`Cannot reach "127.0.0.1:${port}" from ".*refused`, 'i')),
      });
      const again = createServer((socket) => void socket.end('here')).listen(port, '127.0.0.1');
      open.push(again);
      await once(again, 'listening');
      expect(String(await readToEnd(clientOf(tunnel)))).toBe('here');
    });

    it('tells of a socket that isn’t there', async () => {
      const tunnel = await tunnelTo({ socketPath: '/nowhere/db.sock' });
      await readToEnd(clientOf(tunnel));
      expect(tunnel.failure).toMatchObject({ code: 'host-unreachable' });
    });

    it('lets nobody in but our own user', async () => {
      const to = await serverAt('tcp', (socket) => void socket.end('secret'));
      const tunnel = await tunnelTo(to, { socketName: '.s.PGSQL.5432' });
      expect(tunnel.socketPath).toMatch(/\/\.s\.PGSQL\.5432$/);
      expect((await stat(dirname(tunnel.socketPath))).mode & 0o777).toBe(0o700);
      const stranger = [
        'setpriv',
        '--reuid=65534',
        '--clear-groups',
        process.execPath,
        '-e',
        CONNECT,
        tunnel.socketPath,
      ];
      const { stdout } = await run(stranger[0] as string, stranger.slice(1));
      expect(stdout).toBe('EACCES');
    });

    it('lets nobody in by a port but our own user', async () => {
      const to = await serverAt('tcp', (socket) => void socket.end('secret'));
      const tunnel = (await host.forwardPort?.(to)) as PortTunnel;
      open.push(tunnel);
      const read = [process.execPath, '-e', READ, String(tunnel.port)];
      const ours = await run(read[0] as string, read.slice(1));
      expect(ours.stdout).toBe('secret');
      const stranger = await run('setpriv', ['--reuid=65534', '--clear-groups', ...read]);
      expect(stranger.stdout).toBe('');
      await tunnel.close();
      await expect(run(read[0] as string, read.slice(1))).rejects.toThrow(/ECONNREFUSED/);
    });

    it('ends its connections and is gone when it is closed, twice as well as once', async () => {
      const to = await serverAt('tcp', (socket) => void socket.write('hello'));
      const tunnel = await tunnelTo(to);
      const client = clientOf(tunnel);
      await once(client, 'data');
      const ended = readToEnd(client);
      await Promise.all([tunnel.close(), tunnel.close()]);
      await ended;
      await expect(stat(dirname(tunnel.socketPath))).rejects.toMatchObject({ code: 'ENOENT' });
    });

    it('ends with its host, and is not made after it', async () => {
      const own = await under.connect();
      const to = await serverAt('tcp', (socket) => void socket.write('hello'));
      const tunnel = await tunnelTo(to, {}, own);
      const client = clientOf(tunnel);
      await once(client, 'data');
      const ended = readToEnd(client);
      await own.close();
      await ended;
      await expect(stat(dirname(tunnel.socketPath))).rejects.toMatchObject({ code: 'ENOENT' });
      await expect(own.forward?.(to)).rejects.toMatchObject({ code: 'cancelled' });
    });

    it.each([
      { host: '-oProxyCommand=x', port: 1 },
      { host: 'a:b', port: 1 },
      { host: 'x', port: 65_536 },
      { socketPath: 'relative' },
      { socketPath: '/a:/b' },
      { socketPath: '/%h' },
    ])('refuses %o', async (to) => {
      await expect(host.forward?.(to)).rejects.toMatchObject({ code: 'bad-input' });
    });
  });
}

/** What sockets, windows and buffers on the way may hold, one way. */
const HELD_BOUND_BYTES = 24 * 1024 * 1024;

/** Prints how a connection to its argument goes. */
const CONNECT = `
  const socket = require('node:net').connect(process.argv[1]);
  socket.on('error', ({ code }) => process.stdout.write(code)).on('connect', () => { process.stdout.write('in'); socket.destroy(); });`;

/** Prints what it is told at the port that is its argument. */
const READ = `
  require('node:net').connect(process.argv[1], '127.0.0.1').pipe(process.stdout);`;

async function listenOnTcp(server: Server): Promise<Destination> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { host: '127.0.0.1', port: (server.address() as AddressInfo).port };
}

async function listenAt(server: Server, socketPath: string): Promise<Destination> {
  server.listen(socketPath);
  await once(server, 'listening');
  return { socketPath };
}

export function clientOf({ socketPath }: Tunnel): Socket {
  return connect({ path: socketPath, allowHalfOpen: true }).on('error', () => undefined);
}

export async function readToEnd(socket: Socket): Promise<Buffer> {
  const pieces: Buffer[] = [];
  socket.on('data', (piece) => pieces.push(piece));
  await new Promise((resolve) => socket.once('end', resolve).once('close', resolve));
  return Buffer.concat(pieces);
}

async function exchange(tunnel: Tunnel, bytes: Buffer): Promise<Buffer> {
  const client = clientOf(tunnel);
  client.end(bytes);
  return readToEnd(client);
}

/** Writes for ever, as fast as it is taken. */
function writeOn(socket: Socket, onWritten: (count: number) => void): void {
  let count = 0;
  const piece = Buffer.alloc(64 * 1024);
  const go = () => {
    let hasRoom = true;
    while (hasRoom && !socket.destroyed) {
      hasRoom = socket.write(piece);
      count += piece.length;
      onWritten(count);
    }
  };
  socket.on('drain', go);
  go();
}

async function settled(count: () => number): Promise<void> {
  for (let before = -1; before !== count() || before <= 0; ) {
    before = count();
    await sleep(400);
  }
}
