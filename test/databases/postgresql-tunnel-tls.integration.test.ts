import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PreparedDump } from '../../src/databases/database.ts';
import { tunnelledDatabase } from '../../src/databases/tunnelled.ts';
import { localHost } from '../../src/hosts/local.ts';
import { PostgresServer } from '../services/postgres.ts';
import { Context, streamed } from './dumping.ts';

let server: PostgresServer;

// As a provider's: nobody gets in without TLS, and its certificate says a name.
beforeAll(async () => {
  server = await PostgresServer.start(['hostssl all reader 127.0.0.1/32 trust'], 'localhost');
  await server.sql('postgres', 'CREATE ROLE reader SUPERUSER LOGIN');
  await server.sql('postgres', 'CREATE DATABASE app');
  await server.sql('app', 'CREATE TABLE t AS SELECT generate_series(1, 100) AS i');
});
afterAll(() => server?.remove());

const urlOf = (host: string, options: string) =>
  `postgresql://reader@${host}:${server.port}/app?${options.replace('CERT', `${server.folder}/cert.pem`)}`;

async function dumpThroughTunnel(url: string) {
  const host = localHost();
  try {
    const [dump] = await tunnelledDatabase(url, '--database', {}).prepareDumps(host, new Context());
    return (await streamed(dump as PreparedDump)).record;
  } finally {
    await host.close();
  }
}

test.each([
  ['localhost', 'sslmode=require'],
  ['localhost', 'sslmode=verify-full&sslrootcert=CERT'],
  ['localhost', 'sslmode=verify-full&hostaddr=127.0.0.1&sslrootcert=CERT'],
  ['127.0.0.1', 'sslmode=verify-ca&sslrootcert=CERT'],
])('through a tunnel to %s, %s is held', async (host, options) => {
  const { fingerprint } = await dumpThroughTunnel(urlOf(host, options));
  expect(fingerprint?.tables['public.t']?.rows).toBe(100);
});

test.each([
  ['127.0.0.1', 'sslmode=verify-full&sslrootcert=CERT', /certificate.*does not match host name "127.0.0.1"/],
  ['localhost', 'sslmode=verify-full&sslrootcert=/etc/hostname', /could not read root certificate file/],
  ['localhost', 'sslmode=prefer', /no pg_hba.conf entry.*no encryption/],
])('through a tunnel to %s with %s nothing is dumped', async (host, options, why) => {
  await expect(dumpThroughTunnel(urlOf(host, options))).rejects.toThrow(why);
});
