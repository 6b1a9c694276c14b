import { expect, test } from 'vitest';
import { parseDatabase } from '../../src/databases/databases.ts';
import { databasesIn } from '../../src/databases/detect.ts';

const urlsIn = (...lines: string[]) =>
  Object.fromEntries(databasesIn(`${lines.join('\n')}\n`).map(({ engine, urls }) => [engine, urls]));

test.each([
  [
    ['postgresql /var/run/postgresql/.s.PGSQL.5432', 'postgresql /run/postgresql/.s.PGSQL.5432'],
    'postgresql',
    ['postgresql:///?all=true&as=postgres'],
  ],
  [
    ['postgresql /run/postgresql/.s.PGSQL.5433', 'postgresql /tmp/.s.PGSQL.5434'],
    'postgresql',
    ['postgresql://:5433/?all=true&as=postgres', 'postgresql://:5434/?all=true&as=postgres&host=/tmp'],
  ],
  [['mysql /run/mysqld/mysqld.sock'], 'mysql', ['mysql:///?all=true']],
  [['mysql /tmp/mysql.sock'], 'mysql', ['mysql:///?all=true&socket=/tmp/mysql.sock']],
  [['redis PONG'], 'redis', ['redis://127.0.0.1:6379?users=with']],
  [
    ['redis NOAUTH Authentication required.'],
    'redis',
    ['redis://127.0.0.1:6379?users=with&password-env=REDIS_PASSWORD'],
  ],
  [
    ['redis-socket /run/redis/redis.sock', 'redis Could not connect'],
    'redis',
    ['redis://?socket=/run/redis/redis.sock&users=with'],
  ],
  [
    ['sqlite /srv/a b/x?y=#1&z.db', 'sqlite /var/lib/PackageKit/transactions.db'],
    'sqlite',
    ['sqlite:/srv/a%20b/x%3Fy%3D%231%26z.db'],
  ],
  [
    ['dolt /var/lib/dolt/databases/app/.dolt', 'dolt /var/lib/dolt/databases/shop/.dolt'],
    'dolt',
    ['dolt:///?all=true&data-dir=/var/lib/dolt/databases&staging=/var/backups/holdfast-dolt'],
  ],
])('%j is what can be dumped', (lines, engine, urls) => {
  expect(urlsIn(...lines)).toEqual({ [engine]: urls });
  for (const url of urls) expect(() => parseDatabase(url, 'x', { REDIS_PASSWORD: 'x' })).not.toThrow();
});

test('what isn’t there isn’t found, and names that hide something are left to a person', () => {
  expect(
    urlsIn('redis ', 'redis Could not connect to Redis', 'postgresql /run/postgresql/.s.PGSQL.5432.lock'),
  ).toEqual({});
  expect(urlsIn('sqlite /srv/\u202egnp.db', 'sqlite /srv/\u001b[2J.db', 'sqlite /srv/\uFFFD.db')).toEqual({});
});

test('of more files than anybody looks through it is told that they are not written down', () => {
  const lines = Array.from({ length: 23 }, (_, i) => `sqlite /srv/${String(i).padStart(2, '0')}.db`);
  const [sqlite] = databasesIn(`${lines.join('\n')}\n`);
  expect(sqlite?.urls).toHaveLength(20);
  expect(sqlite?.note).toContain('3 more that are not written down, /srv/20.db the first');
  expect(databasesIn(`${lines.slice(0, 20).join('\n')}\n`)[0]?.note).toBeNull();
});
