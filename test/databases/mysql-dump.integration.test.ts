import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PreparedDump } from '../../src/databases/database.ts';
import { PASSWORD_VARIABLE } from '../../src/databases/password.ts';
import { localHost } from '../../src/hosts/local.ts';
import { MariadbServer } from '../services/mariadb.ts';
import { endProcesses } from '../services/processes.ts';
import { AWKWARD, AWKWARD_TABLES } from './awkward-mysql.ts';
import { Context, dumpingProcesses, dumpOf, halfWay, prepare, requireHidden, streamed } from './dumping.ts';

const host = localHost();
let server: MariadbServer;

/** Of accounts: with characters that shells, SQL and option files read something into. */
const SECRET = 'pä\'ss "$x\\9f3kq';

beforeAll(async () => {
  server = await MariadbServer.start();
  await server.sql(
    '',
    'CREATE DATABASE awkward; CREATE DATABASE large; CREATE DATABASE small; CREATE DATABASE empty',
  );
  await server.sql('awkward', AWKWARD);
  await server.sql('small', 'CREATE TABLE counted AS SELECT seq AS i FROM seq_1_to_1000');
  await server.sql(
    'large',
    `CREATE TABLE many AS SELECT seq AS i, repeat(md5(seq), 20) AS v FROM seq_1_to_30000;
    CREATE TABLE other (a int); INSERT INTO other VALUES (1); CREATE TABLE held (a int) ENGINE=MyISAM; INSERT INTO held VALUES (1);
    CREATE USER limited IDENTIFIED BY '${SECRET.replaceAll('\\', '\\\\').replaceAll("'", "''")}';
    GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON *.* TO limited;`,
  );
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

describe('a dump of a database with all that is awkward', () => {
  test('holds and counts it', async () => {
    const { bytes, record } = await dumpOf(host, server.url('awkward'));
    expect(Object.keys(record.fingerprint?.tables ?? {})).toHaveLength(AWKWARD_TABLES);
    expect(record.fingerprint?.values).toEqual({
      'next number of myisam': '10',
      'next number of plain': '5',
      'sequence counting': '-101',
    });
    expect(record.fingerprint?.facts).toMatchObject({ engines: 'Aria, InnoDB, MyISAM' });
    expect(record).toMatchObject({ name: 'awkward.sql', engine: 'mariadb', pinned: true, proof: 'counted' });
    expect(record.warnings).toEqual([expect.stringMatching(/^plain: .* six digits of FLOAT/)]);
    expect(bytes.length).toBe(record.size_bytes);
    const again = await dumpOf(host, server.url('awkward', { lock: 'tables' }));
    expect(again.bytes.equals(bytes)).toBe(true);
    expect(again.record.fingerprint).toEqual(record.fingerprint);
  });

  test('by filters holds and counts only what they let through', async () => {
    const url = `${server.url('awkward', { fingerprint: 'count' })}&table=tw*&table=big&exclude-table-data=b*`;
    const { bytes, record } = await dumpOf(host, url);
    expect(record.fingerprint?.tables).toEqual({ twice: { rows: 4, checksum: null } });
    expect(bytes.toString()).toContain('CREATE TABLE `big`');
    expect(bytes.toString()).not.toContain('CREATE DEFINER');
    expect(record.options).toEqual(['table=tw*', 'table=big', 'exclude-table-data=b*', 'fingerprint=count']);
    const others = await dumpOf(host, `${server.url('awkward')}&exclude-table=we*`);
    expect(Object.keys(others.record.fingerprint?.tables ?? {})).toHaveLength(AWKWARD_TABLES - 1);
    expect(others.bytes.toString()).toContain('PROCEDURE `like_a_dump`');
    for (const option of ['table=nowhere', 'exclude-table=*'])
      await expect(dumpOf(host, `${server.url('awkward')}&${option}`)).rejects.toThrow(
        `fits ${option}, expected one`,
      );
  });

  test('of all is one of each database, at one moment, and of the accounts', async () => {
    const dumps = await prepare(host, server.url('', { all: 'true' }));
    expect(dumps.map(({ name }) => name)).toEqual([
      ...['users.sql', 'awkward.sql', 'empty.sql', 'large.sql', 'small.sql'],
    ]);
    expect(dumps.map(({ isPinned }) => isPinned)).toEqual([false, true, true, true, true]);
    await server.sql('small', 'INSERT INTO counted VALUES (0)');
    const users = await streamed(dumps[0] as PreparedDump);
    expect(users.bytes.toString()).toMatch(
      /CREATE USER IF NOT EXISTS `limited`@`%` IDENTIFIED BY PASSWORD '\*/,
    );
    expect(users.record).toMatchObject({ database: null, format: 'users' });
    const empty = await streamed(dumps[2] as PreparedDump);
    expect(empty.record.fingerprint?.tables).toEqual({});
    expect(empty.bytes.toString()).toMatch(/^\/\*M.*Dump completed\n$/s);
    expect(empty.record.size_bytes).toBe(empty.bytes.length);
    expect((await streamed(dumps[4] as PreparedDump)).record.fingerprint?.tables['counted']?.rows).toBe(1000);
    await server.sql('small', 'DELETE FROM counted WHERE i = 0');
    await Promise.all(dumps.map((dump) => dump.close()));
    await expect.poll(sessions).toBe('0');
  });

  test('has its first bytes, in however many pieces they come', async () => {
    const whole = await dumpOf(host, server.url('small'));
    const bin = await server.toolsWith('"$real" "$@" | { dd bs=1 count=300 2>/dev/null; sleep 0.3; cat; }');
    const inPieces = await dumpOf(host, server.url('small', { bin }));
    expect(inPieces.bytes.equals(whole.bytes)).toBe(true);
  });

  test('of hundreds of tables is read along', async () => {
    const made = Array.from({ length: 200 }, (_, i) => `CREATE TABLE t${i} (a int) ENGINE=MEMORY;`);
    await server.sql(
      '',
      `CREATE DATABASE hundreds; USE hundreds; ${made.join('')} INSERT INTO t7 VALUES (1)`,
    );
    const { record } = await dumpOf(host, server.url('hundreds'));
    expect(Object.keys(record.fingerprint?.tables ?? {})).toHaveLength(200);
    expect(record.fingerprint?.tables['t7']?.rows).toBe(1);
    await server.sql('', 'DROP DATABASE hundreds');
  });
});

describe('what is written while a dump streams', () => {
  test('is neither in it nor in its fingerprint; who writes to a table without transactions waits', async () => {
    const before = await dumpOf(host, server.url('large'));
    const [dump] = await prepare(host, server.url('large'));
    await server.sql(
      'large',
      "INSERT INTO other VALUES (2); UPDATE many SET v = 'x' WHERE i < 9; DELETE FROM many WHERE i > 20000",
    );
    const write = server.sql('large', 'SET SESSION lock_wait_timeout = 1; INSERT INTO held VALUES (2)');
    await expect(write).rejects.toThrow('Lock wait timeout');
    const { record } = await streamed(dump as PreparedDump);
    expect(record.fingerprint?.tables).toEqual(before.record.fingerprint?.tables);
    await server.sql(
      'large',
      'DELETE FROM other WHERE a = 2; INSERT INTO held VALUES (2); DELETE FROM held WHERE a = 2',
    );
  });

  test('to a table without transactions, whose lock somebody has ended, makes no dump', async () => {
    const [dump] = await prepare(host, server.url('large'));
    const idle = "SELECT id FROM information_schema.processlist WHERE command = 'Sleep' ORDER BY id";
    const idling = async () => (await server.sql('', idle)).split('\n');
    // The fingerprint's session, then the lock's: the dump tool's is at work, those of before are gone a moment later.
    await expect.poll(idling).toHaveLength(2);
    const [, holder = ''] = await idling();
    await server.sql('large', `KILL ${holder}; INSERT INTO held VALUES (2); DELETE FROM held WHERE a = 2`);
    const failed = streamed(dump as PreparedDump);
    await expect(failed).rejects.toThrow(/the session that kept tables .* still has ended/);
    await expect(failed).rejects.toMatchObject({ code: 'dump-failed' });
  });

  test('all the time agrees with its fingerprint', async () => {
    await server.sql(
      '',
      `CREATE DATABASE busy; USE busy; CREATE TABLE a (id int AUTO_INCREMENT PRIMARY KEY, v int);
      CREATE TABLE b LIKE a; INSERT INTO a (v) SELECT seq FROM seq_1_to_3000; INSERT INTO b SELECT * FROM a;`,
    );
    const controller = new AbortController();
    const writer = (async () => {
      while (!controller.signal.aborted) {
        await server.sql(
          'busy',
          'BEGIN; INSERT INTO a (v) VALUES (1); DELETE FROM b LIMIT 1; COMMIT;'.repeat(20),
        );
      }
    })();
    for (const lock of ['global', 'tables']) {
      const { record } = await dumpOf(host, server.url('busy', { lock }));
      const { a, b } = record.fingerprint?.tables ?? {};
      expect((a?.rows ?? 0) + (b?.rows ?? 0)).toBe(6000);
    }
    controller.abort();
    await writer;
  });

  test('a TRUNCATE shows, and makes no dump', async () => {
    await server.sql('small', 'CREATE TABLE gone AS SELECT seq FROM seq_1_to_9');
    const [dump] = await prepare(host, server.url('small'));
    await server.sql('small', 'TRUNCATE gone');
    // What the tool has read already is of the dump's moment; what it hasn't, the server refuses.
    const { tables } = (await streamed(dump as PreparedDump).catch(() => null))?.record.fingerprint ?? {};
    expect(tables?.['gone']?.rows ?? 9).toBe(9);
    await server.sql('small', 'DROP TABLE gone');
  });

  test('a dump that waits longer than the server would for its reader streams on', async () => {
    await server.sql('', 'SET GLOBAL net_write_timeout = 1');
    const [dump] = await prepare(host, server.url('large'));
    expect(await server.sql('', 'SELECT @@GLOBAL.net_write_timeout')).toBe('1');
    await sleep(2500);
    expect((await streamed(dump as PreparedDump)).record.proof).toBe('counted');
    await server.sql('', 'SET GLOBAL net_write_timeout = 60');
  });

  test('a run that begins while another one does leaves the server patient until both have begun', async () => {
    // Of the first one's tool, which is late.
    const ask = `"\${real%-dump}" --no-defaults --socket=${server.socket} -uroot -N -e "SELECT @@net_write_timeout" >"$0.said"`;
    const bin = await server.toolsWith(`: >"$0.begun"; sleep 2; ${ask}; exec "$real" "$@"`);
    const first = prepare(host, server.url('small', { bin }));
    await expect.poll(() => existsSync(`${bin}/mariadb-dump.begun`)).toBe(true);
    const context = new Context();
    const dumps = [...(await prepare(host, server.url('small'), { context })), ...(await first)];
    await Promise.all(dumps.map((dump) => dump.close()));
    expect(context.warnings).toEqual([]);
    expect(await readFile(`${bin}/mariadb-dump.said`, 'utf8')).toBe('1000060\n');
    expect(await server.sql('', 'SELECT @@GLOBAL.net_write_timeout')).toBe('60');
  });

  test('a server that a killed run has left patient is told so, and put back as it was', async () => {
    const ask = `"\${real%-dump}" --no-defaults --socket=${server.socket} -uroot -N -e "SELECT @@GLOBAL.net_write_timeout" >"$0.said"; exit 1`;
    const bin = await server.toolsWith(ask);
    await expect(dumpOf(host, server.url('small', { bin }))).rejects.toThrow();
    // What is set while it pins is what a run that is killed then leaves.
    const raised = await readFile(`${bin}/mariadb-dump.said`, 'utf8');
    await server.sql('', `SET GLOBAL net_write_timeout = ${raised}`);
    const context = new Context();
    await dumpOf(host, server.url('small'), { context });
    expect(context.warnings.join()).toMatch(/is 1000060: a run that was killed,.* set back to 60/);
    expect(await server.sql('', 'SELECT @@GLOBAL.net_write_timeout')).toBe('60');
  });
});

describe('a fingerprint', () => {
  test('counts a row that stands twice, tells NULL from empty, and knows no order, columns’ ends or character set', async () => {
    const tables = {
      base: ['', "('a', ''), ('bé', 'c')"],
      turned: ['CHARSET latin1', "('bé', 'c'), ('a', '')"],
      other_null: ['', "('a', NULL), ('bé', 'c')"],
      other_end: ['', "('', 'a'), ('bé', 'c')"],
      twice: ['', "('a', ''), ('a', '')"],
      other_twice: ['', "('bé', 'c'), ('bé', 'c')"],
    } as const;
    const made = Object.entries(tables).map(
      ([name, [options, rows]]) =>
        `CREATE TABLE ${name} (a varchar(9), b varchar(9)) ${options}; INSERT INTO ${name} VALUES ${rows};`,
    );
    await server.sql('', `CREATE DATABASE marks; USE marks; ${made.join('\n')}`);
    const { record } = await dumpOf(host, server.url('marks'));
    const of = (name: keyof typeof tables) => record.fingerprint?.tables[name]?.checksum;
    expect(of('base')).toMatch(/^sha256 [0-9a-f]{32}$/);
    expect(of('turned')).toBe(of('base'));
    expect(of('other_null')).not.toBe(of('base'));
    expect(of('other_end')).not.toBe(of('base'));
    expect(of('twice')).not.toBe(of('other_twice'));
    expect(of('twice')).not.toMatch(/ 0+$/);
  });

  test('hashes a value that no function’s result could hold', async () => {
    await server.sql('', 'SET GLOBAL max_allowed_packet = 1048576');
    await server.sql(
      '',
      "CREATE DATABASE wide; USE wide; CREATE TABLE w (b longblob); INSERT INTO w VALUES (repeat('x', 1000000))",
    );
    const { record } = await dumpOf(host, server.url('wide'));
    expect(record.fingerprint?.tables['w']?.rows).toBe(1);
    await server.sql('', 'SET GLOBAL max_allowed_packet = 16777216; DROP DATABASE wide');
  });
});

describe('no dump comes of', () => {
  test.each([
    ['an exit status', '"$real" "$@"; echo "no more tea" >&2; exit 1', /exit status 1: ".*no more tea"/],
    ['a signal', '"$real" "$@"; kill -KILL $$', /was ended by signal KILL/],
    ['an empty stream', 'exit 0', /printed nothing/],
    ['a text without its last line', '"$real" "$@" | head -n -1', /lacks its end marker/],
    [
      'a text that lacks a row',
      '"$real" "$@" | sed "/^(500),$/d"',
      /has 999 rows of table counted, expected 1000/,
    ],
    ['a text that lacks a table', '"$real" --ignore-table=small.counted "$@"', /lacks table counted/],
    ['a text without its data', '"$real" --no-data "$@"', /has 0 rows of table counted, expected 1000/],
    [
      'a warning of loss',
      '"$real" "$@"; echo "Error: Couldn\'t read status information" >&2',
      /left something out: "Error/,
    ],
  ])('%s', async (_what, script, message) => {
    const bin = await server.toolsWith(script);
    const failure = dumpOf(host, server.url('small', { bin }));
    await expect(failure).rejects.toThrow(message);
    await expect(failure).rejects.toMatchObject({ code: 'dump-failed' });
    await expect.poll(sessions).toBe('0');
  });

  test('a text that lacks triggers or routines', async () => {
    const bin = await server.toolsWith('"$real" "$@" | sed "s/50003 TRIGGER/50003 TRIGER/"');
    await expect(dumpOf(host, server.url('awkward', { bin }))).rejects.toThrow(/has 0 triggers, expected 1/);
  });

  test('a dump tool that is killed half-way', async () => {
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

  test.each([
    [
      'older than its server',
      'mariadb-dump  Ver 10.19 Distrib 10.6.1-MariaDB, for debian',
      /older than the server, expected .* MariaDB \d+\.\d+ or newer/,
    ],
    [
      'the other product’s',
      'mysqldump  Ver 8.4.2 for Linux on x86_64 (MySQL Community Server - GPL)',
      /the server is MariaDB/,
    ],
  ])('a client that is %s, and nothing is begun', async (_what, says, message) => {
    const bin = await server.toolsWith('', `echo "${says}"`);
    await expect(prepare(host, server.url('large', { bin }))).rejects.toThrow(message);
    await expect.poll(sessions).toBe('0');
  });

  test('a database that is not there, or that lets us not in', async () => {
    await expect(prepare(host, server.url('absent'))).rejects.toThrow(
      /it is not there, or the account may not see it/,
    );
    await expect(prepare(host, server.url('large', {}, 'limited'))).rejects.toThrow(/Access denied/);
  });

  test('a lock that somebody keeps from us, and nobody waits on behind ours', async () => {
    const holding = server.sql('large', 'LOCK TABLES held WRITE; SELECT SLEEP(3600)').catch(() => {});
    const holder = "FROM information_schema.processlist WHERE info = 'SELECT SLEEP(3600)'";
    await expect.poll(() => server.sql('', `SELECT count(*) ${holder}`)).toBe('1');
    const prepared = prepare(host, server.url('large', { 'lock-wait': '1' }));
    await expect(prepared).rejects.toThrow(/kept it from us for 1 s/);
    await server.sql('', `KILL ${await server.sql('', `SELECT id ${holder}`)}`);
    await holding;
    await expect.poll(sessions).toBe('0');
  });
});

describe('an account that may not lock the server', () => {
  const env = { [PASSWORD_VARIABLE]: SECRET };
  const url = (options = {}) => server.url('large', options, 'limited');

  test('nor tables is refused, but where the application stands still', async () => {
    await expect(dumpOf(host, url(), { env })).rejects.toThrow(/may not lock tables.*lock=none/);
    const { record } = await dumpOf(host, url({ lock: 'none' }), { env });
    expect(record).toMatchObject({ pinned: false, proof: 'counted' });
  });

  test('but tables dumps by that; without the right to raise the server’s patience it begins late', async () => {
    await server.sql('', 'GRANT LOCK TABLES ON *.* TO limited');
    const context = new Context();
    const { record } = await dumpOf(host, url(), { env, context });
    expect(record).toMatchObject({ pinned: false, proof: 'counted' });
    expect(context.infos.join()).toMatch(
      /net_write_timeout.*the tables of the databases are locked instead/s,
    );
  });

  test('has a password that shows on no command line, to nobody else’s look at environments, and in no message', async () => {
    const [dump] = await prepare(host, url({ 'password-env': 'DB_PASSWORD' }), {
      env: { DB_PASSWORD: SECRET },
    });
    await requireHidden(dump, { secret: '9f3kq', argument: '--single-transaction' });
    const bin = await server.toolsWith('echo "it is $MYSQL_PWD" >&2; exit 1');
    await expect(dumpOf(host, url({ bin }), { env })).rejects.toThrow(/"it is \*\*\*"/);
  });
});

test('a server that stops half-way leaves no dump, and says so', async () => {
  await expect(halfWay(host, server.url('large'), () => server.stopAtOnce())).rejects.toThrow(
    /Lost connection|gone away|server/i,
  );
  await expect.poll(() => dumpingProcesses(TOOL, server)).toEqual([]);
  await server.startAgain();
});

const TOOL = /mariadb-dump .*--single-transaction/s;

/** Sessions of ours that the server still has: all but the one that asks. */
function sessions(): Promise<string> {
  return server.sql(
    '',
    "SELECT count(*) FROM information_schema.processlist WHERE id <> connection_id() AND command <> 'Daemon'",
  );
}
