import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreparedDump } from '../../src/databases/database.ts';
import { Crc64 } from '../../src/databases/redis/crc64.ts';
import { localHost } from '../../src/hosts/local.ts';
import { commandLines, endProcesses } from '../services/processes.ts';
import { RedisServer } from '../services/redis.ts';
import { Context, type Dumped, dumpOf, prepare, restoreTo, streamed } from './dumping.ts';

const run = promisify(execFile);
const host = localHost();
const SECRET = 'pä\'ss "$x\\9f3kq';
let server: RedisServer;
let folder: string;

beforeAll(async () => {
  server = await RedisServer.start();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-redis-test-'));
  const fill = `for i = 1, 20000 do redis.call('SET', 'k' .. i, string.rep(i .. 'x', 40)) end
    redis.call('SET', 'odd \\0\\n\\255', '\\0\\r\\n') redis.call('RPUSH', 'l', 'a', 'b') redis.call('ZADD', 'z', 1.5, 'm')
    redis.call('HSET', 'h', 'f', 'v') redis.call('SADD', 's', '1', 'x') redis.call('XADD', 'x', '1-1', 'f', 'v')`;
  await server.ask('EVAL', fill, '0');
  await server.ask('-n', '3', 'SET', 'later', 'x', 'EX', '100000');
  await server.ask(
    'ACL',
    'SETUSER',
    'backup',
    'on',
    `>${SECRET}`,
    '+psync',
    '+replconf',
    '+sync',
    '+info',
    '+acl|list',
    '+ping',
  );
});

afterAll(async () => {
  await host.close();
  await server?.remove();
  await rm(folder, { recursive: true, force: true });
});

/** Loads a dump into another server, and gives what the servers say of all that they hold. */
async function digests({ bytes }: Pick<Dumped, 'bytes'>): Promise<string[]> {
  const other = await RedisServer.start({ rdb: bytes });
  try {
    return [
      await other.ask('DEBUG', 'DIGEST'),
      await server.ask('DEBUG', 'DIGEST'),
      await other.ask('-n', '3', 'DBSIZE'),
    ];
  } finally {
    await other.remove();
  }
}

describe('a dump of Redis', () => {
  test.each(['yes', 'no'])(
    'with the server’s diskless sync %s is an RDB and nothing else',
    async (diskless) => {
      await server.ask('CONFIG', 'SET', 'repl-diskless-sync', diskless);
      const dumped = await dumpOf(host, server.url());
      expect(dumped.record).toMatchObject({
        name: 'redis.rdb',
        engine: 'redis',
        pinned: false,
        proof: 'deferred',
      });
      expect(dumped.record.restore).toEqual({ server_version: expect.stringMatching(/^Redis \d+\.\d+/) });
      expect(dumped.record.fingerprint).toMatchObject({
        tables: { db0: { rows: 20_006, checksum: null }, db3: { rows: 1, checksum: null } },
        facts: { 'db3 keys that expire': '1' },
        rows: 'count',
      });
      const file = join(folder, 'checked.rdb');
      await writeFile(file, dumped.bytes);
      await run('redis-check-rdb', [file]);
      expect(dumped.bytes.at(-9)).toBe(0xff);
      const [now, then, keys] = await digests(dumped);
      expect(now).toBe(then);
      expect(keys).toBe('1');
    },
  );

  test('has the accounts beside it', async () => {
    const dumps = await prepare(host, server.url({ users: 'with' }));
    expect(dumps.map(({ name }) => name)).toEqual(['redis-users.acl', 'redis.rdb']);
    const users = await streamed(dumps[0] as PreparedDump);
    expect(users.bytes.toString()).toMatch(/^user backup on .*#[0-9a-f]{64}/m);
    expect(users.bytes.toString()).not.toContain('9f3kq');
    await dumps[1]?.close();
  });
});

describe('no dump comes of', () => {
  test.each([
    ['an exit status', '"$real" "$@"; exit 1', /exit status 1/],
    ['a signal', '"$real" "$@"; kill -KILL $$', /was ended by signal KILL/],
    ['an empty stream', 'exit 0', /shorter than an RDB|printed nothing/],
    ['a stream without its end', '"$real" "$@" | head -c 100000', /lacks its end/],
    ['one byte that is another', '"$real" "$@" | sed "s/7777x/7778x/"', /checksum is wrong/],
    ['an error in its place', 'echo "-ERR no such thing"', /does not begin as an RDB/],
  ])('%s', async (_what, script, message) => {
    const bin = await server.toolsWith(script);
    const failure = dumpOf(host, server.url({ bin }));
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ code: 'dump-failed' });
  });

  test('a client that is killed, or a run that is cancelled, half-way', async () => {
    const slow = await server.toolsWith(HALF_WAY);
    const halfWay = async (context: Context, what: () => unknown) => {
      const [dump] = await prepare(host, server.url({ bin: slow }), { context });
      try {
        for await (const _ of (dump as PreparedDump).stream()) await what();
      } finally {
        await dump?.close();
      }
    };
    const pids = async () => {
      const { stdout } = await run('pgrep', ['-f', `${slow}/redis-cli.*--rdb`]).catch(() => ({ stdout: '' }));
      return stdout.split('\n').filter(Boolean).map(Number);
    };
    await expect(halfWay(new Context(), async () => endProcesses(await pids()))).rejects.toMatchObject({
      code: 'dump-failed',
    });
    const controller = new AbortController();
    const cancelled = halfWay(new Context(controller.signal), () => controller.abort());
    await expect(cancelled).rejects.toMatchObject({ code: 'cancelled' });
    expect(await pids()).toEqual([]);
  });

  test('a server that is not there, or lets us not in, or a host without a client', async () => {
    await expect(prepare(host, `redis://?socket=${folder}/none`)).rejects.toThrow(
      /Could not connect|No such file/,
    );
    const env = { HOLDFAST_DATABASE_PASSWORD: 'wrong' };
    await expect(prepare(host, server.url({}, 'backup'), { env })).rejects.toThrow(/WRONGPASS/);
    await expect(prepare(host, server.url({ bin: '/nowhere' }))).rejects.toThrow(/Cannot find redis-cli/);
  });
});

test('a password shows on no command line, to nobody else’s look at environments, and in no message', async () => {
  const env = { REDIS_PASSWORD: SECRET };
  const slow = await server.toolsWith(HALF_WAY);
  const [dump] = await prepare(host, server.url({ bin: slow, 'password-env': 'REDIS_PASSWORD' }, 'backup'), {
    env,
  });
  const seen: string[] = [];
  for await (const _ of (dump as PreparedDump).stream()) {
    if (seen.length > 0) continue;
    seen.push((await commandLines()).join('\n'));
    expect(seen[0]?.includes('--rdb')).toBe(true);
    const look = 'cat /proc/[0-9]*/cmdline /proc/[0-9]*/environ 2>/dev/null; true';
    const asNobody = ['--reuid', 'nobody', '--regid', 'nogroup', '--clear-groups', 'sh', '-c', look];
    seen.push((await run('setpriv', asNobody, { maxBuffer: 1 << 26 })).stdout);
    await writeFile(`${slow}/redis-cli.go`, '');
  }
  await dump?.close();
  // What else runs here is nobody's business: it isn't printed.
  expect(seen.map((text) => text.includes('9f3kq'))).toEqual([false, false]);
  const bin = await server.toolsWith('echo "it is $REDISCLI_AUTH" >&2; exit 1');
  const failure = dumpOf(host, server.url({ bin, 'password-env': 'REDIS_PASSWORD' }, 'backup'), { env });
  await expect(failure).rejects.toThrow(/"it is \*\*\*"/);
});

describe('a restore', () => {
  test('makes the file that a server loads, or renames aside what is there', async () => {
    const dumped = await dumpOf(host, server.url());
    const file = join(folder, 'dump.rdb');
    const restored = await restoreTo(host, dumped, `redis:${file}`);
    expect(restored).toEqual({ database: file, movedAside: null, verified: null });
    const [now, then] = await digests({ bytes: await readFile(file) });
    expect(now).toBe(then);
    await expect(restoreTo(host, dumped, `redis:${file}`)).rejects.toMatchObject({ code: 'restore-blocked' });
    const again = await restoreTo(host, dumped, `redis:${file}`, { overwrite: true });
    expect(await readFile(again.movedAside ?? '')).toEqual(dumped.bytes);
  });

  test('into a server that runs is refused, and says how it is done', async () => {
    const dumped = await dumpOf(host, server.url());
    await expect(restoreTo(host, dumped, server.url())).rejects.toThrow(
      /loads an RDB only when it starts.*CONFIG GET/,
    );
    // By its file: what it writes when it stops would be all that is left.
    const restoring = restoreTo(host, dumped, `redis:${server.folder}/dump.rdb`, { overwrite: true });
    await expect(restoring).rejects.toThrow(/redis-server \(process \d+\) runs in that folder/);
    await expect(restoring).rejects.toMatchObject({ code: 'restore-blocked' });
  });

  test('of a dump that is broken leaves nothing', async () => {
    const dumped = await dumpOf(host, server.url());
    const bytes = Buffer.from(dumped.bytes);
    bytes[50_000] = (bytes[50_000] ?? 0) ^ 1;
    for (const broken of [
      { ...dumped, bytes },
      { ...dumped, bytes: dumped.bytes.subarray(0, -1) },
    ]) {
      await expect(restoreTo(host, broken, `redis:${folder}/not.rdb`)).rejects.toThrow(/is broken/);
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('not'))).toEqual([]);
  });
});

/** The rest comes once it is let go. */
const HALF_WAY = '"$real" "$@" | { head -c 70000; until [ -e "$0.go" ]; do sleep 0.05; done; cat; }';

test('the checksum is Redis’s own', () => {
  const crc = new Crc64();
  crc.update(Buffer.from('12345'));
  crc.update(Buffer.from('6789'));
  // Source: the self-test of redis/src/crc64.c.
  expect(crc.value).toBe(0xe9c6d914c4b8d9can);
});
