import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { makeRepository } from '../services/repository.ts';
import { freePort } from '../services/sshd.ts';
import { holdfast } from './terminal.ts';

test('a database is put back through a tunnel to the address as the host sees it', async () => {
  const server = await PostgresServer.start();
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-tunnelled-'));
  const port = await freePort();
  let connections = 0;
  // What listens on the host’s loopback, where the server does not: no other way leads there.
  const listener = createServer((socket) => {
    connections++;
    const inner = createConnection(`${server.folder}/.s.PGSQL.5432`);
    socket.pipe(inner).pipe(socket);
    for (const end of [socket, inner]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve));
  try {
    await server.sql('postgres', 'CREATE TABLE t AS SELECT i FROM generate_series(1, 100) AS i');
    const env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
    await makeRepository(env.RESTIC_REPOSITORY, 'secret');
    const run = (...args: string[]) => holdfast(args, { env });
    const dumped = await run('dump-db', '--of', 'wiki', server.url('postgres'));
    expect(dumped.stderr).not.toContain('Fatal');
    expect(connections).toBe(0);
    const into = `postgresql://postgres@127.0.0.1:${port}/copy?bin=${POSTGRES_BIN}`;
    const args = ['restore', 'latest', '--database', '--database-on', 'tunnel', '--into', into, '--json'];
    const restored = await run(...args);
    expect(restored.stderr).not.toContain('Fatal');
    const last = restored.stdout.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toMatchObject({ database: 'copy', verified_rows: 100 });
    expect(connections).toBeGreaterThan(0);
  } finally {
    listener.close();
    await server.remove();
    await rm(folder, { recursive: true, force: true });
  }
});
