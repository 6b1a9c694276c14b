import { expect, test } from 'vitest';
import { placeOf } from '../../src/databases/dolt/staging-place.ts';
import type { DoltOutline } from '../../src/databases/dolt/state.ts';
import type { Host } from '../../src/hosts/host.ts';

const host = { name: 'db' } as Host;
const outline: DoltOutline = {
  database: 'app',
  defaultBranch: 'main',
  branches: ['main'],
  tables: [],
  remotes: [{ name: 'origin', url: 'file:///srv//remote/', branches: {} }],
  backups: {
    nightly: 'file:///srv/nightly',
    cloud: 'aws://[t:b]/app',
    same: 'file://localhost/srv/remote',
    odd: 'https://u:secret@h/x',
  },
};
const place = (
  terms: { staging?: string; namedBackup?: string; taken?: string[] },
  more: Partial<DoltOutline> = {},
) =>
  placeOf(
    host,
    { ...outline, ...more },
    { staging: null, namedBackup: null, ...terms, taken: new Set(terms.taken) },
  );

test('a database is backed up into a folder of its own, or the one that it knows by a name', () => {
  expect(place({ staging: '/var/backups' })).toEqual({
    folder: '/var/backups/app.backup',
    call: "CALL dolt_backup('sync-url', 'file:///var/backups/app.backup')",
  });
  expect(place({ namedBackup: 'nightly' })).toEqual({
    folder: '/srv/nightly',
    call: "CALL dolt_backup('sync', 'nightly')",
  });
});

test.each<[string, Parameters<typeof place>, RegExp]>([
  [
    'that is a remote',
    [{ staging: '/srv' }, { remotes: [{ name: 'far', url: 'file:///srv/app.backup', branches: {} }] }],
    /its remote or backup "far"/,
  ],
  [
    'that is a backup of another name',
    [{ staging: '/srv' }, { backups: { own: 'file:///srv/app.backup/' } }],
    /its remote or backup "own"/,
  ],
  ['that a name and a remote share', [{ namedBackup: 'same' }], /its remote or backup "origin"/],
  [
    'that another database has',
    [{ namedBackup: 'nightly', taken: ['/srv/nightly'] }],
    /another database has its backup/,
  ],
  [
    'of a name that it does not have',
    [{ namedBackup: 'weekly' }],
    /"weekly" of the database "app".*it has none.*'add', 'weekly'/,
  ],
  ['that is elsewhere', [{ namedBackup: 'cloud' }], /it is at aws:/],
  ['that would have to be escaped', [{ staging: '/srv/a b' }], /expected a path of letters/],
])('and never into a folder %s', (_what, [terms, more], message) => {
  expect(() => place(terms, more)).toThrow(message);
});

test('a password in a URL is not told', () => {
  expect(() => place({ namedBackup: 'odd' })).toThrow(/https:\/\/u@h\/x/);
});
