import { existsSync } from 'node:fs';
import { createConnection, createServer } from 'node:net';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreparedDump } from '../../src/databases/database.ts';
import { tunnelledDatabase } from '../../src/databases/tunnelled.ts';
import { connectHost } from '../../src/hosts/connect.ts';
import type { Host } from '../../src/hosts/host.ts';
import { PostgresServer } from '../services/postgres.ts';
import { freePort, type Sshd, startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';
import { createTestUser, type TestUser } from '../services/user.ts';
import { Context, dumpingProcesses, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

let server: PostgresServer;
let user: TestUser;
let sshd: Sshd;

// A login without rights, which may become postgres and nobody else; the server takes postgres for no one but postgres.
beforeAll(async () => {
  server = await PostgresServer.start(['local all postgres peer']);
  user = await createTestUser({ sudo: 'ALL=(postgres) NOPASSWD: ALL' });
  sshd = await startSshd({ user: user.name });
  await server.sql('postgres', 'CREATE ROLE tunneller SUPERUSER LOGIN; ');
  await server.sql('postgres', 'CREATE DATABASE large');
  await server.sql(
    'large',
    'CREATE TABLE t AS SELECT repeat(md5(i::text), 20) FROM generate_series(1, 20000) AS i',
  );
});

afterAll(async () => {
  await sshd?.stop();
  await user?.remove();
  await server?.remove();
});

const connect = (port: number) =>
  connectHost(`ssh://${user.name}@127.0.0.1:${port}`, {
    identity: sshd.identityFile,
    knownHosts: sshd.hostKeyLine.replace(String(sshd.port), String(port)),
    timings: { silentAfterMs: 4000 },
  });

const url = (database: string) => server.url(database, { as: 'postgres' });

test('over SSH, as an account that the login may become, a database is dumped and put back', async () => {
  const host = await connect(sshd.port);
  try {
    const globals = await dumpOf(host, server.url('', { as: 'postgres', globals: 'only' }));
    expect(globals.bytes.toString()).toContain('CREATE ROLE postgres');
    const dumped = await dumpOf(host, url('postgres'));
    const restored = await restoreTo(host, dumped, url('copy'));
    expect(restored).toEqual({
      database: 'copy',
      movedAside: null,
      verified: { tables: 0, rows: 0, onlyCounted: 0 },
    });
  } finally {
    await host.close();
  }
});

test('through a tunnel over SSH the tools run here, and nothing of it is left', async () => {
  const host = await connect(sshd.port);
  const port = await freePort();
  const sockets: string[] = [];
  const way: Host = {
    name: host.name,
    start: (script, options) => host.start(script, options),
    close: () => host.close(),
    forward: async (to, options) => {
      const tunnel = await host.forward?.(to, options);
      if (tunnel === undefined) throw new Error('no way');
      sockets.push(tunnel.socketPath);
      return tunnel;
    },
  };
  // What listens on the host’s loopback, where the server does not.
  const listener = createServer((socket) => {
    const inner = createConnection(`${server.folder}/.s.PGSQL.5432`);
    socket.pipe(inner).pipe(socket);
    for (const end of [socket, inner]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  try {
    const database = tunnelledDatabase(`postgresql://tunneller@127.0.0.1:${port}/large`, 'the database', {});
    const [dump] = await database.prepareDumps(way, new Context());
    const { bytes, record } = await streamed(dump as PreparedDump);
    expect(record.fingerprint?.tables['public.t']?.rows).toBe(20_000);
    const into = tunnelledDatabase(`postgresql://tunneller@127.0.0.1:${port}/tunnelled`, '--into', {});
    const content = async function* content() {
      yield bytes;
    };
    const restored = await into.restore(way, { record, content }, { overwrite: false }, new Context());
    expect(restored.verified).toEqual({ tables: 1, rows: 20_000, onlyCounted: 0 });
    expect(sockets).toHaveLength(2);
    expect(sockets.filter((socket) => existsSync(dirname(socket)))).toEqual([]);
    listener.close();
    await expect(database.prepareDumps(way, new Context())).rejects.toThrow(/refused/);
  } finally {
    await host.close();
    listener.close();
  }
});

test.each(['sqlite:/x.db', 'postgresql:///app', 'opensearch://127.0.0.1/backups', 'command:x=y'])(
  'through a tunnel %s is refused',
  (url) => {
    expect(() => tunnelledDatabase(url, 'the database', {})).toThrow(
      /through a tunnel: expected a URL of PostgreSQL/,
    );
  },
);

test('a dump whose connection is cut is none, and nothing of it runs on', async () => {
  const proxy = await startTcpProxy(sshd.port);
  const host = await connect(proxy.port);
  try {
    const [dump] = await prepare(host, url('large'));
    let isCut = false;
    const reading = async () => {
      for await (const _ of dump?.stream() ?? []) {
        if (!isCut) proxy.resetAll();
        isCut = true;
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'host-unreachable' });
    await dump?.close();
    await expect.poll(() => dumpingProcesses(/pg_dump .*--snapshot=/s, server)).toEqual([]);
    const sessions = "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'holdfast'";
    await expect.poll(() => server.sql('postgres', sessions)).toBe('0');
  } finally {
    await host.close();
    await proxy.stop();
  }
});
