import { expect, test } from 'vitest';
import { databaseSteps } from '../../src/apps/dump-places.ts';
import type { DumpRecord } from '../../src/databases/record.ts';

const dump = (name: string, engine: string, database: string | null): DumpRecord => ({
  name,
  engine,
  database,
  format: 'custom',
  tool: '',
  size_bytes: 1,
  pinned: true,
  proof: 'none',
  options: [],
  warnings: [],
  fingerprint: null,
  restore: {},
});

const places = (dumps: DumpRecord[], into: string[], from: string[]) =>
  databaseSteps(dumps, { into, from }, { env: {} }).map((step) =>
    step.kind === 'database' ? [step.dump, step.into.shown] : [],
  );

test('a dump goes where it came from, roles first', () => {
  const dumps = [dump('app.dump', 'postgresql', 'app'), dump('globals.sql', 'postgresql', null)];
  expect(places(dumps, [], ['postgresql://u@h/app?globals=with&format=tar&as=postgres'])).toEqual([
    ['globals.sql', 'postgresql://u@h/?globals=only&as=postgres'],
    ['app.dump', 'postgresql://u@h/app?as=postgres'],
  ]);
});

test('each of a server’s databases goes into its own', () => {
  const dumps = [dump('a.dump', 'postgresql', 'a'), dump('db_b-1.dump', 'postgresql', 'b c')];
  expect(places(dumps, [], ['postgresql:///?all=true&as=postgres'])).toEqual([
    ['a.dump', 'postgresql:///a?as=postgres'],
    ['db_b-1.dump', 'postgresql:///b%20c?as=postgres'],
  ]);
});

test('a dump of MariaDB goes back by the URL of MySQL that it answered to', () => {
  expect(places([dump('app.sql', 'mariadb', 'app')], [], ['mysql://u@h:3307/app?as=root'])).toEqual([
    ['app.sql', 'mysql://u@h:3307/app?as=root'],
  ]);
});

test('a database of another engine has its URL to itself', () => {
  expect(
    places([dump('app.db', 'sqlite', '/srv/app.db')], [], ['postgresql:///app', 'sqlite:/srv/app.db']),
  ).toEqual([['app.db', 'sqlite:/srv/app.db']]);
});

test('what the user says of the restore counts more', () => {
  const into = ['postgresql://u@new/app'];
  expect(places([dump('app.dump', 'postgresql', 'app')], into, ['postgresql://u@old/app'])).toEqual([
    ['app.dump', 'postgresql://u@new/app'],
  ]);
});

test.each([
  [
    'of a command, since what dumped it would print, and put nothing back',
    dump('state', 'command', null),
    'command:state=COMMAND',
  ],
  ['of another database', dump('other.dump', 'postgresql', 'other'), 'postgresql://USER@HOST/other'],
])('a dump %s has no place', (_, record, example) => {
  const from = ['command:state=cat /srv/state', 'postgresql:///app'];
  expect(() => places([record], [], from)).toThrow(`restore-into=${example}`);
});
