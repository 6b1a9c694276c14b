import { createHash } from 'node:crypto';
import { readdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseDatabase } from '../../src/databases/databases.ts';
import { localHost } from '../../src/hosts/local.ts';
import { PostgresServer } from '../services/postgres.ts';
import { smallDisk } from '../services/small-disk.ts';
import { AWKWARD, AWKWARD_ROWS, AWKWARD_TABLES } from './awkward.ts';
import { Context, type Dumped, dumpOf, replaced, restoreTo } from './dumping.ts';

const host = localHost();
let server: PostgresServer;
let custom: Dumped;
let plain: Dumped;
let tar: Dumped;

/** What no dump of a database holds. */
const PROPERTIES = `
  ALTER DATABASE awkward SET search_path TO "odd; Schema", public, "$user";
  ALTER DATABASE awkward SET app.motto TO 'it''s, "quoted"';
  ALTER DATABASE awkward SET statement_timeout TO '90s';
  ALTER ROLE reader IN DATABASE awkward SET work_mem TO '8MB';
  REVOKE ALL ON DATABASE awkward FROM PUBLIC; GRANT CONNECT ON DATABASE awkward TO reader WITH GRANT OPTION;
  COMMENT ON DATABASE awkward IS 'née "here", \\back''slash';
  ALTER DATABASE awkward CONNECTION LIMIT 17;`;

const VERIFIED = { tables: AWKWARD_TABLES, rows: AWKWARD_ROWS, onlyCounted: 0 };

beforeAll(async () => {
  server = await PostgresServer.start();
  await server.sql(
    'postgres',
    'CREATE ROLE reader; CREATE ROLE "odd; one"; CREATE DATABASE awkward OWNER "odd; one";',
  );
  await server.sql(
    'awkward',
    `${AWKWARD} ${PROPERTIES} GRANT SELECT ON big TO reader; ALTER TABLE twice OWNER TO "odd; one";`,
  );
  custom = await dumpOf(host, server.url('awkward'));
  plain = await dumpOf(host, server.url('awkward', { format: 'plain' }));
  tar = await dumpOf(host, server.url('awkward', { format: 'tar' }));
});

afterAll(async () => {
  await host.close();
  await server?.remove();
});

describe('a database', () => {
  test('that is not there is made, holds what was dumped, and belongs to whom it did', async () => {
    const context = new Context();
    const restored = await restoreTo(host, custom, server.url('made'), { context });
    expect(restored).toEqual({ database: 'made', movedAside: null, verified: VERIFIED });
    expect(context.warnings).toEqual([]);
    // By another way than ours: pg_dump's own text of both.
    expect(await digest('made')).toBe(await digest('awkward'));
    expect(
      await server.sql('postgres', `SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'made'`),
    ).toBe('odd; one');
    expect(await propertiesOf('made')).toBe(await propertiesOf('awkward'));
    expect(await propertiesOf('made')).toContain('odd; Schema');
  });

  test('has its settings and rights whoever owns it, and without privileges only what is for all', async () => {
    const bare = server.url('bare', { owner: 'false', privileges: 'false' });
    expect((await restoreTo(host, custom, bare)).verified).toEqual(VERIFIED);
    expect(await propertiesOf('bare')).not.toContain('reader');
    expect(await propertiesOf('bare')).toContain('app.motto');
    await server.sql('postgres', 'CREATE DATABASE readers OWNER reader');
    await server.sql('readers', 'CREATE TABLE precious (a int);');
    // A server may cut off who idles: our first session, while what others do takes hours.
    const content = async function* content() {
      const idle = "datname = 'postgres' AND state = 'idle' AND pid <> pg_backend_pid()";
      await server.sql('postgres', `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE ${idle};`);
      yield custom.bytes;
    };
    const database = parseDatabase(server.url('readers'), '--into', {});
    await database.restore(host, { record: custom.record, content }, { overwrite: true }, new Context());
    expect(await propertiesOf('readers')).toContain('work_mem=8MB');
  });

  test('that is empty is filled, also one of another encoding and locale', async () => {
    await server.sql(
      'postgres',
      "CREATE DATABASE latin TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C';",
    );
    const restored = await restoreTo(host, custom, server.url('latin'));
    expect(restored).toEqual({ database: 'latin', movedAside: null, verified: VERIFIED });
    const back = await dumpOf(host, server.url('latin'));
    expect(back.record.fingerprint?.tables).toEqual(custom.record.fingerprint?.tables);
    expect(back.record.fingerprint?.values).toEqual(custom.record.fingerprint?.values);
  });

  test('that holds something is refused, or renamed aside and several tables are filled at a time', async () => {
    await server.sql('postgres', 'CREATE DATABASE used');
    await server.sql('used', 'CREATE TABLE precious (a int);');
    await expect(restoreTo(host, custom, server.url('used'))).rejects.toMatchObject({
      code: 'restore-blocked',
    });
    const url = server.url('used', { jobs: '3', 'work-folder': server.folder });
    const restored = await restoreTo(host, custom, url, { overwrite: true });
    expect(restored.verified).toEqual(VERIFIED);
    expect(await server.sql(restored.movedAside ?? '', 'SELECT count(*) FROM precious')).toBe('0');
    expect(await server.sql('used', 'SELECT count(*) FROM big')).toBe('10000');
    expect((await readdir(server.folder)).filter((name) => name.startsWith('holdfast-restore'))).toEqual([]);
  });

  test('whose name is as long as a name may be is renamed aside, and dropped by nothing', async () => {
    const long = '数'.repeat(21); // and what comes after it the server would cut off
    await server.sql('postgres', `CREATE DATABASE "${long}"`);
    await server.sql(long, 'CREATE TABLE precious AS SELECT 7 AS a;');
    const dump = await dumpOf(host, server.url(long));
    const { movedAside } = await restoreTo(host, dump, server.url(long), { overwrite: true });
    expect(movedAside).toMatch(/_before_\d{8}T\d{6}Z$/);
    expect(await server.sql(movedAside ?? '', 'SELECT a FROM precious')).toBe('7');
    expect(await server.sql(long, 'SELECT a FROM precious')).toBe('7');
    const broken = { ...dump, bytes: dump.bytes.subarray(0, -1) };
    await expect(restoreTo(host, broken, server.url(long), { overwrite: true })).rejects.toThrow();
    expect(await server.sql(long, 'SELECT a FROM precious')).toBe('7');
  });

  test('of a plain dump is made, and one that would be left half-filled is refused', async () => {
    expect((await restoreTo(host, plain, server.url('of_plain'))).verified).toEqual(VERIFIED);
    await server.sql('postgres', 'CREATE DATABASE empty');
    await expect(restoreTo(host, plain, server.url('empty'))).rejects.toMatchObject({
      code: 'restore-blocked',
    });
  });
});

test('a pg_restore that begins with what an older server does not know fills it all the same, or fails', async () => {
  // As from 17 on: its text has the setting, and without a text it sends it.
  const newer = `case " $* " in
*" --file=- "*) "$real" "$@" >"$0.out" || exit 1; sed 's/^SET lock_timeout = 0;/&\\nSET transaction_timeout = 0;/' "$0.out";;
*) echo 'unrecognized configuration parameter "transaction_timeout"' >&2; exit 1;; esac`;
  const bin = await server.toolsWith('pg_restore', newer);
  const tool = await readFile(`${bin}/pg_restore`, 'utf8');
  await writeFile(
    `${bin}/pg_restore`,
    tool.replace('exec "$real" --version', 'echo "pg_restore (PostgreSQL) 17.2" && exit'),
  );
  await server.sql('postgres', 'CREATE DATABASE older_bare TEMPLATE template0');
  for (const name of ['older', 'older_bare'])
    expect((await restoreTo(host, custom, server.url(name, { bin, jobs: '2' }))).verified).toEqual(VERIFIED);
});

describe('nothing is left of a restore', () => {
  const names = () =>
    server.sql(
      'postgres',
      "SELECT string_agg(datname, ' ' ORDER BY datname) FROM pg_database WHERE datname LIKE '%no%'",
    );

  test('whose roles are not there; without owners and privileges it is done', async () => {
    const other = await PostgresServer.start();
    try {
      await expect(restoreTo(host, custom, other.url('copy'))).rejects.toThrow(
        /role "(odd; one|reader)" does not exist.*globals.sql/,
      );
      expect(await other.sql('postgres', "SELECT count(*) FROM pg_database WHERE datname LIKE 'copy%'")).toBe(
        '0',
      );
      const bare = { owner: 'false', privileges: 'false' };
      expect((await restoreTo(host, custom, other.url('copy', bare))).verified).toEqual(VERIFIED);
      const globals = await dumpOf(host, server.url('', { globals: 'only' }));
      await restoreTo(host, globals, other.url('', { globals: 'only' }));
      expect(
        await other.sql('postgres', "SELECT count(*) FROM pg_roles WHERE rolname IN ('reader', 'odd; one')"),
      ).toBe('2');
    } finally {
      await other.remove();
    }
  });

  test.each([
    [
      'cut off before it was saved',
      () => saved({ ...custom, bytes: custom.bytes.subarray(0, -100_000) }),
      'command-failed',
    ],
    [
      'cut off plainly',
      () => saved({ ...plain, bytes: plain.bytes.subarray(0, -100_000) }),
      'command-failed',
    ],
    [
      'cut off afterwards, of which pg_restore would wait for the rest',
      () => ({ ...tar, bytes: tar.bytes.subarray(0, -100_000) }),
      'repository-damaged',
    ],
    [
      'with other data',
      () => ({ ...custom, bytes: replaced(custom.bytes, `${md5('77')}x`, `${md5('78')}x`) }),
      'restore-mismatch',
    ],
  ])('of a dump %s', async (_what, dump, code) => {
    await expect(restoreTo(host, dump(), server.url('not'))).rejects.toMatchObject({ code });
    expect(await names()).toBe('');
  });

  test('that fails at a user mapping, whose password is not told', async () => {
    await server.sql('postgres', 'CREATE DATABASE mapped; CREATE ROLE mapped;');
    await server.sql(
      'mapped',
      `CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w;
      CREATE USER MAPPING FOR mapped SERVER s OPTIONS (password 'k3pt s3cret; ')`,
    );
    const dump = await dumpOf(host, server.url('mapped'));
    await server.sql('mapped', 'DROP USER MAPPING FOR mapped SERVER s; DROP ROLE mapped');
    const error = await restoreTo(host, dump, server.url('not')).catch(String);
    expect(error).toContain('role "mapped" does not exist | Command was: CREATE USER MAPPING ..."');
    expect(error).not.toContain('s3cret');
    expect(await names()).toBe('');
  });

  test('of data that breaks its own rules, with a subscription; what can be done is told', async () => {
    await server.sql('postgres', 'CREATE DATABASE subscribed');
    await server.sql(
      'subscribed',
      `CREATE TABLE parent (id int PRIMARY KEY); CREATE TABLE child (id int REFERENCES parent); ALTER TABLE child DISABLE TRIGGER ALL;
      INSERT INTO child VALUES (9); SET client_min_messages = error;
      CREATE SUBSCRIPTION "s'ub" CONNECTION 'host=/nowhere' PUBLICATION p WITH (connect = false)`,
    );
    const dump = await dumpOf(host, server.url('subscribed'));
    const context = new Context();
    const restoring = restoreTo(host, dump, server.url('not'), { context });
    await expect(restoring).rejects.toThrow(/violates foreign key.*pg_restore without --exit-on-error/s);
    expect(context.warnings).toEqual([]);
    expect(await names()).toBe('');
  });

  test('by an account that may make no database; what can be done is told', async () => {
    await server.sql('postgres', 'CREATE ROLE unable LOGIN');
    const restoring = restoreTo(
      host,
      custom,
      server.url('not', { owner: 'false', privileges: 'false' }, 'unable'),
    );
    await expect(restoring).rejects.toThrow(
      /permission denied to create database.*CREATEDB.*an empty one is filled/s,
    );
    await server.sql('postgres', 'DROP ROLE unable');
  });

  test('whose storage fails on the way', async () => {
    const content = async function* content() {
      yield tar.bytes.subarray(0, 100_000);
      throw new Error('the storage is gone');
    };
    const database = parseDatabase(server.url('not'), '--into', {});
    const restoring = database.restore(
      host,
      { record: tar.record, content },
      { overwrite: false },
      new Context(),
    );
    await expect(restoring).rejects.toThrow('the storage is gone');
    expect(await names()).toBe('');
  });

  test('that is cancelled half-way, and nothing of it runs on', async () => {
    const controller = new AbortController();
    const content = async function* content() {
      yield custom.bytes.subarray(0, 1_000_000);
      controller.abort();
      yield custom.bytes.subarray(1_000_000);
    };
    const database = parseDatabase(server.url('not'), '--into', {});
    const dump = { record: custom.record, content };
    const restoring = database.restore(host, dump, { overwrite: false }, new Context(controller.signal));
    await expect(restoring).rejects.toMatchObject({ code: 'cancelled' });
    expect(await names()).toBe('');
    const sessions =
      "SELECT count(*) FROM pg_stat_activity WHERE application_name LIKE '%holdfast%' OR application_name = 'pg_restore'";
    await expect.poll(() => server.sql('postgres', sessions)).toBe('0');
  });

  test('from a file for which there is no room', async () => {
    const work = `${server.folder}/work`;
    await using _disk = await smallDisk(work, 'size=64k');
    const url = server.url('not', { jobs: '2', 'work-folder': work });
    const restoring = restoreTo(host, custom, url);
    await expect(restoring).rejects.toThrow(/No space left on device/);
    await expect(restoring).rejects.toMatchObject({ code: 'command-failed' });
    expect(await readdir(work)).toEqual([]);
    expect(await names()).toBe('');
  });

  test('into a server whose disk is full', async () => {
    const tables = `${server.folder}/tables`;
    await using _disk = await smallDisk(tables, 'size=20m,uid=postgres,mode=700');
    await server.sql('postgres', `CREATE TABLESPACE small LOCATION '${tables}'`);
    await server.sql('postgres', 'CREATE DATABASE narrow TEMPLATE template0 TABLESPACE small');
    await writeFile(`${tables}/fill`, Buffer.alloc(20 << 20)).catch(() => {});
    // Without any room nobody can even connect.
    await truncate(`${tables}/fill`, (await stat(`${tables}/fill`)).size - 500_000);
    try {
      const restoring = restoreTo(host, custom, server.url('narrow'));
      await expect(restoring).rejects.toThrow(/No space left on device/);
      await expect(restoring).rejects.toMatchObject({ code: 'command-failed' });
      expect(await server.sql('narrow', 'SELECT count(*) FROM pg_stat_user_tables')).toBe('0');
    } finally {
      await server.sql('postgres', 'DROP DATABASE narrow');
      await server.sql('postgres', 'DROP TABLESPACE small');
    }
  });
});

test('what a restore leaves on a server that stops on the way is told by its name', async () => {
  const content = async function* content() {
    yield custom.bytes.subarray(0, 1_000_000);
    await server.stopAtOnce();
    yield custom.bytes.subarray(1_000_000);
  };
  const context = new Context();
  const database = parseDatabase(server.url('stopped'), '--into', {});
  const error = await database
    .restore(host, { record: custom.record, content }, { overwrite: false }, context)
    .catch(String);
  await server.startAgain();
  expect(error).not.toContain('Nothing of it was kept');
  const left = await server.sql('postgres', "SELECT datname FROM pg_database WHERE datname LIKE 'stopped%'");
  expect(context.warnings).toEqual([expect.stringMatching(`"${left}" may be left .* drop it`)]);
  await server.sql('postgres', `DROP DATABASE ${left}`);
});

/** By the catalogs' own text, in which only the owner differs. */
function propertiesOf(database: string): Promise<string> {
  return server.sql(
    'postgres',
    `SELECT datacl, datconnlimit, shobj_description(oid, 'pg_database'), (SELECT array_agg(
      coalesce((SELECT rolname FROM pg_roles WHERE oid = setrole), '') || ' ' || setting ORDER BY setrole, setting)
      FROM pg_db_role_setting, unnest(setconfig) AS setting WHERE setdatabase = d.oid) FROM pg_database AS d WHERE datname = '${database}'`,
  );
}

/** As if it had been dumped so. */
function saved({ bytes, record }: Dumped): Dumped {
  return { bytes, record: { ...record, size_bytes: bytes.length } };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** Of pg_dump's text, without what differs from run to run. */
async function digest(database: string): Promise<string> {
  const { bytes } = await dumpOf(host, server.url(database, { format: 'plain', fingerprint: 'none' }));
  return createHash('sha256')
    .update(bytes.toString('latin1').replace(/^\\(un)?restrict .*$/gm, ''))
    .digest('hex');
}
