import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreparedDump } from '../../src/databases/database.ts';
import { PASSWORD_VARIABLE } from '../../src/databases/password.ts';
import { localHost } from '../../src/hosts/local.ts';
import { POSTGRES_BIN, PostgresServer } from '../services/postgres.ts';
import { endProcesses } from '../services/processes.ts';
import { AWKWARD, AWKWARD_TABLES } from './awkward.ts';
import {
  Context,
  dumpingProcesses,
  dumpOf,
  halfWay,
  prepare,
  requireHidden,
  restoreTo,
  streamed,
} from './dumping.ts';

const run = promisify(execFile);

const host = localHost();
let server: PostgresServer;

beforeAll(async () => {
  server = await PostgresServer.start(['local all secretive scram-sha-256']);
  await server.sql('postgres', 'CREATE DATABASE awkward; CREATE DATABASE large; CREATE DATABASE small;');
  await server.sql('awkward', AWKWARD);
  await server.sql('small', 'CREATE TABLE counted AS SELECT i FROM generate_series(1, 1000) AS i');
  await server.sql(
    'large',
    `CREATE TABLE rows AS SELECT i, repeat(md5(i::text), 20) AS v FROM generate_series(1, 30000) AS i;
    CREATE TABLE other (a int); INSERT INTO other VALUES (1);
    CREATE ROLE secretive LOGIN PASSWORD 'pä''ss "$x\\9f3kq'; GRANT SELECT ON ALL TABLES IN SCHEMA public TO secretive;`,
  );
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

describe('a dump of a database with all that is awkward', () => {
  test('says the same of what it holds in each format', async () => {
    const dumps = [];
    for (const format of ['custom', 'plain', 'tar']) {
      dumps.push(await dumpOf(host, server.url('awkward', { format })));
    }
    const [custom, plain, tar] = dumps.map(({ record }) => record);
    expect(Object.keys(custom?.fingerprint?.tables ?? {})).toHaveLength(AWKWARD_TABLES);
    for (const other of [plain, tar]) {
      // A dump makes the database grow, as a session does.
      const facts = other?.fingerprint?.facts;
      expect({ ...other?.fingerprint, facts: null }).toEqual({ ...custom?.fingerprint, facts: null });
      expect(facts).toMatchObject({ encoding: 'UTF8', collate: 'C', extensions: 'hstore 1.8, plpgsql 1.0' });
    }
    expect(custom?.fingerprint?.values).toMatchObject({
      'sequence public."S q\'"': '5 true',
      'large objects': expect.stringMatching(/^3 [0-9a-f]{32}$/),
    });
    expect([custom, plain, tar].map((record) => record?.proof)).toEqual(['deferred', 'counted', 'deferred']);
    expect(custom).toMatchObject({ name: 'awkward.dump', pinned: true, database: 'awkward' });
    expect(dumps.map(({ bytes }) => bytes.length)).toEqual(
      [custom, plain, tar].map((record) => record?.size_bytes),
    );
  });

  test('by filters holds and counts only what they let through', async () => {
    const url = `${server.url('awkward', { fingerprint: 'count' })}&table=tw*&table=big`;
    const { record } = await dumpOf(host, url);
    expect(record.fingerprint?.tables).toEqual({
      'public.big': { rows: 10_000, checksum: null },
      'public.twice': { rows: 4, checksum: null },
    });
    expect(record.options).toEqual(['table=tw*', 'table=big', 'fingerprint=count']);
  });

  test('of the roles has its own end', async () => {
    const { bytes, record } = await dumpOf(host, server.url('', { globals: 'only' }));
    expect(bytes.toString()).toContain('CREATE ROLE secretive');
    expect(record).toMatchObject({ name: 'globals.sql', database: null, format: 'globals' });
  });

  test('of all is one of each database and of the roles', async () => {
    await server.sql(
      'postgres',
      'CREATE DATABASE closed ALLOW_CONNECTIONS false; CREATE DATABASE half_dropped',
    );
    await server.sql('postgres', "UPDATE pg_database SET datconnlimit = -2 WHERE datname = 'half_dropped'");
    const context = new Context();
    const dumps = await prepare(host, server.url('', { all: 'true' }), { context });
    expect(context.warnings).toEqual([
      expect.stringMatching(/^closed: .* not dumped/),
      expect.stringMatching(/^half_dropped: .* not dumped/),
    ]);
    expect(dumps.map(({ name }) => name)).toEqual([
      'globals.sql',
      'awkward.dump',
      'large.dump',
      'postgres.dump',
      'small.dump',
    ]);
    expect(dumps.map(({ isPinned }) => isPinned)).toEqual([false, true, true, true, true]);
    await Promise.all(dumps.map((dump) => dump.close()));
    await expect.poll(sessions).toBe('0');
    // Not before: a DROP DATABASE waits for who reads no further, as a dump that waits for its turn.
    await server.sql('postgres', 'DROP DATABASE closed');
    await server.sql('postgres', 'DROP DATABASE half_dropped');
  });
});

describe('what is written while a dump streams', () => {
  test('is neither in it nor in its fingerprint, and no TRUNCATE gets at it', async () => {
    const before = await dumpOf(host, server.url('large'));
    const [dump] = await prepare(host, server.url('large'));
    await server.sql(
      'large',
      'INSERT INTO other VALUES (2); UPDATE rows SET v = i::text; DELETE FROM rows WHERE i < 100;',
    );
    const truncate = server.sql('large', "SET lock_timeout = '300ms'; TRUNCATE other;");
    await expect(truncate).rejects.toThrow('lock timeout');
    // One who waits for it must not be waited for by pg_dump.
    const waiting = server.sql('large', 'TRUNCATE other; INSERT INTO other VALUES (1);');
    const isWaiting = () => server.sql('large', 'SELECT count(*) FROM pg_locks WHERE NOT granted');
    await expect.poll(isWaiting).toBe('1');
    const dumped = await streamed(dump as PreparedDump);
    const tables = dumped.record.fingerprint?.tables ?? {};
    // What somebody waits for is read another way.
    const { 'public.other': other, ...others } = before.record.fingerprint?.tables ?? {};
    expect(tables).toEqual({ ...others, 'public.other': { rows: 1, checksum: expect.any(String) } });
    expect(tables['public.other']?.checksum).not.toBe(other?.checksum);
    await waiting;
    const { verified } = await restoreTo(host, dumped, server.url('large_copy'));
    expect(verified).toMatchObject({ onlyCounted: 0 });
    await server.sql('postgres', 'DROP DATABASE large_copy');
  });
});

test('who wants a table alone just before pg_dump does is let go first, and then it is dumped', async () => {
  await server.sql('postgres', 'CREATE DATABASE locked');
  await server.sql('locked', 'CREATE TABLE emptied AS SELECT 1 AS a; CREATE TABLE kept AS SELECT 1 AS a;');
  const psql = `${POSTGRES_BIN}/psql -X -q -A -t`;
  const waits = `SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'TRUNCATE%'`;
  const bin = await server.toolsWith(
    'pg_dump',
    `if mkdir "\${0%/*}/first" 2>/dev/null; then
      ${psql} -c 'TRUNCATE emptied' >/dev/null 2>&1 &
      until [ "$(${psql} -c "${waits}")" = 1 ]; do sleep 0.05; done
      exec "$real" "$@" --lock-wait-timeout=200
    fi
    exec "$real" "$@"`,
  );
  const context = new Context();
  const { record } = await dumpOf(host, server.url('locked', { bin }), { context });
  const rows = Object.values(record.fingerprint?.tables ?? {}).map((table) => table.rows);
  expect(rows).toEqual([0, 1]);
  expect(context.infos.filter((line) => line.includes('pinned anew'))).toHaveLength(1);
});

describe('a fingerprint', () => {
  test('counts a row that stands twice, tells NULL from empty, and knows no order', async () => {
    const tables = {
      base: "('a', ''), ('b', 'c')",
      turned: "('b', 'c'), ('a', '')",
      other_null: "('a', NULL), ('b', 'c')",
      twice: "('a', ''), ('a', '')",
      other_twice: "('b', 'c'), ('b', 'c')",
    };
    const made = Object.entries(tables).map(
      ([name, rows]) => `CREATE TABLE ${name} (a text, b text); INSERT INTO ${name} VALUES ${rows};`,
    );
    await server.sql('small', made.join('\n'));
    const { record } = await dumpOf(host, server.url('small'));
    const of = (name: keyof typeof tables) => record.fingerprint?.tables[`public.${name}`]?.checksum;
    expect(of('base')).toMatch(/^sha256 [0-9a-f]{32}$/);
    expect(of('turned')).toBe(of('base'));
    expect(of('other_null')).not.toBe(of('base'));
    expect(of('twice')).not.toBe(of('other_twice'));
    expect(of('twice')).not.toMatch(/ 0+$/);
  });
});

describe('no dump comes of', () => {
  const failing = async (name: string, script: string, options: Readonly<Record<string, string>> = {}) => {
    const bin = await server.toolsWith(name, script);
    return dumpOf(host, server.url('small', { bin, ...options }));
  };

  test.each([
    [
      'an exit status',
      '"$real" "$@"; echo "pg_dump: error: no more tea" >&2; exit 1',
      {},
      /exit status 1: ".*no more tea"/,
    ],
    ['a signal', '"$real" "$@"; kill -KILL $$', {}, /was ended by signal KILL/],
    ['an empty stream', 'exit 0', {}, /printed nothing/],
    [
      'an archive without its last bytes',
      '"$real" "$@" | head -c -1',
      {},
      /is broken: it ends in the middle/,
    ],
    [
      'a text that lacks a row',
      '"$real" "$@" | sed "/^500$/d"',
      { format: 'plain' },
      /has 999 rows of table public.counted, expected 1000/,
    ],
    [
      'a text that lacks a table',
      '"$real" --exclude-table=counted "$@"',
      { format: 'plain' },
      /lacks table public.counted/,
    ],
    [
      'an archive that lacks a table’s data',
      '"$real" --exclude-table-data=counted "$@"',
      {},
      /lacks table public.counted/,
    ],
    [
      'a warning of loss',
      '"$real" "$@"; echo "pg_dump: warning: subscriptions not dumped because current user is not a superuser" >&2',
      {},
      /left something out: ".*subscriptions not dumped/,
    ],
  ])('%s', async (_what, script, options, message) => {
    const failure = failing('pg_dump', script, options);
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ code: 'dump-failed' });
    await expect.poll(sessions).toBe('0');
  });

  test('a pg_dump that is killed half-way', async () => {
    await expect(
      halfWay(host, server.url('large'), async () => endProcesses(await dumpingProcesses(TOOL, server))),
    ).rejects.toThrow(/was ended by signal KILL/);
    await expect.poll(sessions).toBe('0');
  });

  test('a run that is cancelled half-way, of which nothing is left running', async () => {
    const controller = new AbortController();
    const context = new Context(controller.signal);
    await expect(
      halfWay(host, server.url('large'), async () => controller.abort(), context),
    ).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect(await dumpingProcesses(TOOL, server)).toEqual([]);
    await expect.poll(sessions).toBe('0');
  });

  test('a client that is older than its server, and nothing is begun', async () => {
    const bin = await server.toolsWith('pg_dump', '');
    await run('sed', [
      '-i',
      's/^\\[ .*/[ "$1" = --version ] \\&\\& echo "pg_dump (PostgreSQL) 9.6.24" \\&\\& exit/',
      `${bin}/pg_dump`,
    ]);
    await expect(prepare(host, server.url('large', { bin }))).rejects.toThrow(
      /is pg_dump \(PostgreSQL\) 9.6.24, expected version \d+ or newer/,
    );
    await expect.poll(sessions).toBe('0');
  });

  test('a database that is not there, or that lets us not in', async () => {
    await expect(prepare(host, server.url('absent'))).rejects.toThrow(/database "absent" does not exist/);
    await expect(prepare(host, server.url('large', {}, 'secretive'))).rejects.toThrow(/no password supplied/);
  });

  test('rows that a policy hides', async () => {
    await server.sql('large', 'ALTER TABLE other ENABLE ROW LEVEL SECURITY;');
    const env = { [PASSWORD_VARIABLE]: SECRET };
    await expect(dumpOf(host, server.url('large', {}, 'secretive'), { env })).rejects.toThrow(
      /row-level security/,
    );
    await server.sql('large', 'ALTER TABLE other DISABLE ROW LEVEL SECURITY;');
  });
});

/** As in the CREATE ROLE above. */
const SECRET = 'pä\'ss "$x\\9f3kq';

test('a password shows on no command line, to nobody else’s look at environments, and in no message', async () => {
  const env = { DB_PASSWORD: SECRET };
  const url = server.url('large', { 'password-env': 'DB_PASSWORD' }, 'secretive');
  const [dump] = await prepare(host, url, { env });
  await requireHidden(dump, { secret: '9f3kq', argument: '--snapshot=' });
  const bin = await server.toolsWith('pg_dump', 'echo "it is $PGPASSWORD" >&2; exit 1');
  const failure = dumpOf(host, server.url('large', { bin, 'password-env': 'DB_PASSWORD' }, 'secretive'), {
    env,
  });
  await expect(failure).rejects.toThrow(/"it is \*\*\*"/);
});

test('a server that stops half-way leaves no dump, and says so', async () => {
  await expect(halfWay(host, server.url('large'), () => server.stopAtOnce())).rejects.toThrow(
    /terminat|closed the connection|connection to server/,
  );
  expect(await dumpingProcesses(TOOL, server)).toEqual([]);
  await server.startAgain();
});

const TOOL = /pg_dump.*--snapshot=/s;

/** Sessions of ours that the server still has. */
function sessions(): Promise<string> {
  return server.sql('postgres', "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'holdfast'");
}
