import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromText } from '../../../src/bytestring.ts';
import { parseDatabase } from '../../../src/databases/databases.ts';
import { parseUserCheck } from '../../../src/drills/user-check.ts';
import { quote } from '../../../src/hosts/quote.ts';
import { startDocker, type TestEngine } from '../../services/container-engine.ts';
import { DOLT_FOLDER, DoltServer } from '../../services/dolt.ts';
import { makeEnginesImage } from '../../services/drill-images.ts';
import { MariadbServer } from '../../services/mariadb.ts';
import { RedisServer } from '../../services/redis.ts';
import { BackupFixture, PASSWORD } from '../backup/fixture.ts';
import { drillOf, problemsOf } from './fixture.ts';

let docker: TestEngine;
let mariadb: MariadbServer;
let redis: RedisServer;
let dolt: DoltServer;
let fixture: BackupFixture;

const MARIADB = `CREATE TABLE page (id int AUTO_INCREMENT PRIMARY KEY, title varchar(40), KEY by_title (title));
  INSERT INTO page (title) SELECT CONCAT('page ', seq) FROM seq_1_to_50;
  CREATE TABLE log (line text); CREATE TRIGGER noted AFTER DELETE ON page FOR EACH ROW INSERT INTO log VALUES ('gone');
  CREATE TABLE setting (name varchar(20), value text); INSERT INTO setting VALUES ('site', 'wiki'), ('lang', 'en');
  CREATE USER wiki@localhost IDENTIFIED BY 'x'; GRANT SELECT ON app.* TO wiki@localhost`;
const DOLT = `CREATE DATABASE stock; USE stock; CREATE TABLE part (id int PRIMARY KEY, name text);
  INSERT INTO part VALUES (1, 'bolt'), (2, 'nut'); CALL dolt_commit('-Am', 'parts'); CALL dolt_branch('next');
  INSERT INTO part VALUES (3, 'washer');`;

beforeAll(async () => {
  [docker, mariadb, redis, dolt, fixture] = await Promise.all([
    startDocker(),
    MariadbServer.start(),
    RedisServer.start(),
    DoltServer.start(),
    BackupFixture.create(),
  ]);
  const image = makeEnginesImage(docker, 'drill-engines');
  await mariadb.sql('', 'CREATE DATABASE app');
  await mariadb.sql('app', MARIADB);
  await dolt.sql(DOLT);
  for (let i = 0; i < 20; i++) await redis.ask('SET', `key ${i}`, `value ${i}`);
  await redis.ask('SET', 'over', 'soon', 'PX', '3000');
  await redis.ask('ACL', 'SETUSER', 'wiki', 'on', '>secret', '~*', '+get', '+ping');
  const urls = [
    mariadb.url('app', { users: 'with' }),
    redis.url({ users: 'with' }),
    dolt.url('stock', { globals: 'with', config: dolt.configFile }),
  ];
  const dumps = urls.map((url) => ({ database: parseDatabase(url, '--database', {}) }));
  await fixture.backup({ target: 'all', paths: [], dumps });
  await image;
});
afterAll(async () => {
  await fixture?.remove();
  await Promise.all([mariadb?.remove(), redis?.remove(), dolt?.remove(), docker?.stop()]);
});

const images = { mariadb: 'drill-engines', redis: 'drill-engines', dolt: 'drill-engines' };
const drillIn = (options: Parameters<typeof drillOf>[1] = {}) =>
  drillOf(fixture, { engineEnvironment: docker.environment, images, ...options });

test('MariaDB, Redis and Dolt are restored, proved, and the proofs shown to fail', async () => {
  const checks = [
    "sql app: SELECT count(*), max(title) FROM page WHERE title <> 'page 7' => 49|page 9",
    'sql app: INSERT INTO page VALUES (99, "x")',
    'sql redis.rdb: GET "key 7" => value 7',
    'sql redis.rdb: DEL "key 7"',
    'sql stock: SELECT name, id FROM part WHERE id = 3 => washer|3',
  ].map((text) => parseUserCheck(text, '--check'));
  const result = await drillIn({ checks });
  expect(problemsOf(result)).toEqual([
    expect.stringMatching(/^sql app: INSERT .* failed: .*READ ONLY transaction/),
    expect.stringMatching(/^sql redis\.rdb: DEL .* failed: .*READONLY/),
  ]);
  const of = (kind: string) => result.checks.filter((check) => check.kind === kind);
  expect(of('database').map(({ name, found }) => [name, found])).toEqual([
    ['database app.sql', 'all the same: 3 tables, 52 rows'],
    ['database redis.rdb', expect.stringContaining('the file is the dump, byte by byte')],
    ['database stock.dolt.tar', 'all the same: 1 table, 3 rows'],
  ]);
  expect(of('negative-control').map(({ found }) => found)).toEqual([
    'a row of setting was deleted: table setting: 1 row, expected 2',
    expect.stringMatching(/^a row of keys was deleted: table keys: \d+ keys, expected \d+$/),
    'a row of part was deleted: table part: 2 rows, expected 3',
  ]);
  expect(result.statement.predicate.teardown).toMatchObject({ containers: 1, volumes: 1, clean: true });
  await followSheet(result.sheet);
});

/** What `systemctl` does for Redis on Debian: its server with the files of the package's places. */
const SYSTEMCTL = (socket: string) => `#!/bin/sh
[ "$2" = redis-server ] || exit 4
ask() { redis-cli -s ${socket} --no-auth-warning "$@" 2>/dev/null; }
[ "$1" = stop ] && { ask SHUTDOWN NOSAVE; exit 0; }
acl=; [ ! -e /etc/redis/users.acl ] || acl='--aclfile /etc/redis/users.acl'
cd /var/lib/redis && setpriv --reuid redis --regid redis --clear-groups redis-server --port 0 --unixsocket ${socket} \\
  --unixsocketperm 777 --dir /var/lib/redis --dbfilename dump.rdb $acl --logfile /var/lib/redis/log --daemonize yes >/dev/null
for i in $(seq 100); do ask PING | grep -q . && exit; sleep 0.1; done
cat /var/lib/redis/log >&2; exit 1`;

const PLACES = 'mount --bind ../redis/etc /etc/redis; mount --bind ../redis/lib /var/lib/redis';

/** To the letter; the places of the machine's own Redis are others in there. */
async function followSheet(sheet: string): Promise<void> {
  const script = [...sheet.matchAll(/^```sh\n(.*?)\n```$/gms)].map(([, lines]) => lines).join('\n');
  const redisSocket = `${fixture.folder}/redis/s`;
  await mariadb.sql('', 'RENAME USER wiki@localhost TO lost@localhost; DROP DATABASE app');
  await fixture.sh('mkdir bin night root; ln -s "$HOME"/.cache/holdfast/restic-0.19.1/restic bin/restic');
  const env = `PATH=${fixture.folder}/bin:${DOLT_FOLDER}:$PATH HOME=$PWD/root DOLT_ROOT_PATH=$PWD/root`;
  await fixture.sh(`export ${env} DOLT_DISABLE_EVENT_FLUSH=1; cd night
    printf '[client]\nuser=root\nsocket=%s\n' ${mariadb.socket} >~/.my.cnf
    dolt config --global --add user.name t; dolt config --global --add user.email t@example.com
    mkdir -p ../redis/etc ../redis/lib; echo old >../redis/lib/dump.rdb; chown -R redis ../redis; chmod 755 .. ../redis
    printf '%s' ${quote(fromText(SYSTEMCTL(redisSocket)))} >../bin/systemctl; chmod 755 ../bin/systemctl
    echo '${PASSWORD}' | unshare --mount bash -euo pipefail -c ${quote(fromText(`${PLACES}\n${script}`))} >log 2>&1 || { cat log >&2; exit 1; }
    dolt sql -r csv -q 'SELECT name FROM stock.part WHERE id = 3' | grep washer`);
  const redisSays =
    await fixture.sh(`ask() { redis-cli -s ${redisSocket} --user wiki --pass secret --no-auth-warning "$@"; }
    ask GET 'key 7'; ask DEL 'key 7'; cat redis/lib/dump.rdb.before; redis-cli -s ${redisSocket} SHUTDOWN NOSAVE`);
  expect(redisSays.split('\n').filter(Boolean)).toEqual([
    'value 7',
    expect.stringContaining('NOPERM'),
    'old',
  ]);
  expect(await mariadb.sql('app', 'SELECT title FROM page WHERE id = 50')).toBe('page 50');
  expect(await mariadb.sql('mysql', "SELECT COUNT(*) FROM user WHERE User = 'wiki'")).toBe('1');
}

test('what is not as it was dumped is told, each by its engine', async () => {
  const result = await drillIn({
    leaveOut: ['redis-users.acl', 'dolt-config.tar', 'dolt-globals.sql', 'mariadb-users.sql'],
    afterRestore: async ({ run }) => {
      const at = '/holdfast-drill';
      await run(
        'mariadb',
        `mariadb --no-defaults --socket=${at}/mariadb/s -uroot app -e "
          UPDATE page SET title = CONCAT('page ', 3 - id) WHERE id < 3; ALTER TABLE page DROP KEY by_title, AUTO_INCREMENT = 40"`,
      );
      await run(
        'redis',
        `redis-cli -s ${at}/redis/s CONFIG SET replica-read-only no; redis-cli -s ${at}/redis/s DEL 'key 1' 'key 2'`,
      );
      await run(
        'dolt',
        `DOLT_CLI_PASSWORD= DOLT_ROOT_PATH=${at}/dolt/home dolt --host 127.0.0.1 --port 13306 --user root --no-tls sql -q "USE stock; UPDATE part SET name = IF(id = 1, 'nut', 'bolt') WHERE id < 3"`,
      );
    },
  });
  expect(problemsOf(result)).toEqual([
    expect.stringMatching(/database app\.sql failed: table page: other data in 50 rows; .*other indexes/),
    expect.stringMatching(/database redis\.rdb failed: table keys: \d+ keys, expected \d+$/),
    expect.stringMatching(/database stock\.dolt\.tar failed: table part: other data in 3 rows/),
  ]);
});
