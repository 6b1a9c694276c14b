import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectHost } from '../../src/hosts/connect.ts';
import { MariadbServer } from '../services/mariadb.ts';
import { commandLines } from '../services/processes.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';
import { createTestUser, type TestUser } from '../services/user.ts';
import { prepare } from './dumping.ts';

let server: MariadbServer;
let user: TestUser;
let sshd: Sshd;

beforeAll(async () => {
  server = await MariadbServer.start();
  user = await createTestUser({});
  sshd = await startSshd({ user: user.name });
  await server.sql(
    '',
    `CREATE DATABASE large; USE large; CREATE TABLE t AS SELECT seq, repeat(md5(seq), 20) AS v FROM seq_1_to_20000;
    CREATE TABLE held (a int) ENGINE=MyISAM;`,
  );
});

afterAll(async () => {
  await sshd?.stop();
  await user?.remove();
  await server?.remove();
});

test('a dump whose connection is cut is none, and nothing of it runs on or holds a lock', async () => {
  const proxy = await startTcpProxy(sshd.port);
  const host = await connectHost(`ssh://${user.name}@127.0.0.1:${proxy.port}`, {
    identity: sshd.identityFile,
    knownHosts: sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port)),
    timings: { silentAfterMs: 4000 },
  });
  try {
    const [dump] = await prepare(host, server.url('large'));
    let isCut = false;
    const reading = async () => {
      for await (const _ of dump?.stream() ?? []) {
        if (!isCut) proxy.resetAll();
        isCut = true;
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'host-unreachable' });
    await dump?.close();
    const dumping = async () =>
      (await commandLines()).some((line) => line.includes(`${server.socket} --protocol`));
    await expect.poll(dumping).toBe(false);
    const sessions =
      "SELECT count(*) FROM information_schema.processlist WHERE id <> connection_id() AND command <> 'Daemon'";
    await expect.poll(() => server.sql('', sessions)).toBe('0');
    await server.sql('large', 'SET SESSION lock_wait_timeout = 5; INSERT INTO held VALUES (1)');
  } finally {
    await host.close();
    await proxy.stop();
  }
});
