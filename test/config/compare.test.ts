import { expect, test } from 'vitest';
import { isDangerous } from '../../src/config/change.ts';
import { compareConfigs, isLoss } from '../../src/config/compare.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { sample } from './sample.ts';

const RETENTION = 'retention: { short: { keep-within-daily: 7d }, long: { keep-within-daily: 1y } }';

function compare(before: string, after: string) {
  const [old, young] = [before, after].map((targets) => sample({ targets, more: RETENTION }));
  return compareFiles(old ?? '', young ?? '');
}

const WIKI =
  '  wiki: { host: web, storage: main, paths: [/a, /b], exclude: [x], schedule: 17 3 * * *, retention: long }';

test('nothing changes where the same is said otherwise', () => {
  expect(compare(WIKI, WIKI.replace('17 3', '17  3'))).toEqual([]);
  expect(compare(WIKI, WIKI.replace('[/a, /b]', '[/b, /a]'))).toEqual([]);
});

test('targets come and go', () => {
  const shop = '  shop: { host: web, storage: main, paths: [/s] }';
  const gist = (gained: string[], lost: string[], before: string, after: string) => [
    { what: 'paths', kind: 'list', gained, lost },
    { what: 'schedule', kind: 'value', before, after },
  ];
  const where = [
    { what: 'host', kind: 'value', before: 'none', after: 'web (ssh://backup@web.example)' },
    { what: 'storage', kind: 'value', before: 'none', after: 'main (s3:https://s3.example/backups)' },
  ];
  expect(compare(WIKI, `${WIKI}\n${shop}`)).toEqual([
    { target: 'shop', kind: 'gained', changes: [...gist(['/s'], [], 'none', 'never by itself'), ...where] },
  ]);
  const [lost] = compare(`${WIKI}\n${shop}`, WIKI);
  expect(lost).toEqual({
    target: 'shop',
    kind: 'lost',
    changes: gist([], ['/s'], 'never by itself', 'none'),
  });
  expect(lost && isLoss(lost)).toBe(true);
});

test('what an application’s profile is told comes and goes item by item', () => {
  const of = (options: string) =>
    `  wiki: { host: web, storage: main, application: generic, options: { ${options} } }`;
  const [less] = compare(of('paths: [/a, /b], any-version: true'), of('paths: [/a]'));
  expect(less?.changes).toEqual([
    { what: 'options.paths', kind: 'list', gained: [], lost: ['/b'] },
    { what: 'options.any-version', kind: 'value', before: 'true', after: 'none' },
  ]);
  expect(less && isLoss(less)).toBe(true);
  const [more] = compare(of('paths: [/a]'), of("paths: [/a], exclude: ['*']"));
  expect(more && isLoss(more)).toBe(true);
  const [better] = compare(of("paths: [/a], exclude: ['*']"), of('paths: [/a]'));
  expect(better && isLoss(better)).toBe(false);
});

test.each([
  ['a path goes', '[/a, /b]', '[/a]', { what: 'paths', kind: 'list', gained: [], lost: ['/b'] }, true],
  [
    'a path comes',
    '[/a, /b]',
    '[/a, /b, /c]',
    { what: 'paths', kind: 'list', gained: ['/c'], lost: [] },
    false,
  ],
  ['more is left out', '[x]', '[x, y]', { what: 'exclude', kind: 'list', gained: ['y'], lost: [] }, true],
  [
    'less is left out',
    'exclude: [x], ',
    '',
    { what: 'exclude', kind: 'list', gained: [], lost: ['x'] },
    false,
  ],
  [
    'another retention',
    'retention: long',
    'retention: short',
    {
      what: 'retention',
      kind: 'value',
      before: 'keep daily snapshots within 1y',
      after: 'keep daily snapshots within 7d',
    },
    false,
  ],
  [
    'another schedule',
    '17 3 * * *',
    '17 3 * * 0',
    { what: 'schedule', kind: 'value', before: 'At 03:17 (UTC)', after: 'At 03:17, only on Sunday (UTC)' },
    false,
  ],
  [
    'another host',
    'host: web',
    'host: db',
    {
      what: 'host',
      kind: 'value',
      before: 'web (ssh://backup@web.example)',
      after: 'db (ssh://backup@db.example)',
    },
    false,
  ],
  [
    'any other setting',
    'host: web,',
    'host: web, one-file-system: true,',
    { what: 'one-file-system', kind: 'value', before: 'none', after: 'true' },
    false,
  ],
])('%s', (_name, from, to, expected, loss) => {
  const [change] = compare(WIKI, WIKI.replace(from, to));
  expect(change?.changes).toContainEqual(expected);
  expect(change && isLoss(change)).toBe(loss);
});

/** Of two whole files. */
function compareFiles(before: string, after: string) {
  const [old, young] = [before, after].map((text) => {
    const { config, findings } = readConfig(text, 'f');
    if (config === null) throw new Error(JSON.stringify(findings));
    return config;
  });
  return old === undefined || young === undefined ? [] : compareConfigs(old, young);
}

const MINE = 'age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p';
const THEIRS = 'age1lggyhqrw2nlhcxprm67z43rta597azn8gknawjehu9d9dl0jq3yqqvfafg';
const PLACES = sample({
  targets: `  wiki: { host: web, storage: main, copy-to: other, paths: [/a] }
  cold: { host: db, storage: cold, paths: [/a] }`,
}).replace('storage:\n', `storage:\n  cold: { archives: /srv/cold, recipients: [${MINE}] }\n`);

test.each([
  ['another pinned key', 'SHA256:x }', 'SHA256:z }', 'known-hosts', true],
  ['a host between', 'SHA256:x }', 'SHA256:x, jump: [ssh://a@evil.example] }', 'jump', true],
  ['another secret as a password', 'SHA256:x }', 'SHA256:x, ssh-password: env:TOKEN }', 'ssh-password', true],
  ['another secret as a key', 'SHA256:x }', 'SHA256:x, identity: env:KEY }', 'identity', true],
  ['root', 'SHA256:x }', 'SHA256:x, become: sudo }', 'become', true],
  ['who can read it, too', `[${MINE}]`, `[${MINE}, ${THEIRS}]`, 'recipients', true],
  ['everybody can read it', `recipients: [${MINE}]`, 'unencrypted: true', 'unencrypted', true],
  ['another password', "backups', password: env:P", "backups', password: env:Q", 'password', true],
  ['that of copies', 'srv/other, password: env:P', 'srv/other, password: env:Q', 'password of copies', true],
  ['a command', 'copy-to: other,', 'copy-to: other, before: [id],', 'before', true],
  ['a profile with a name like none', "backups', ", "backups', aws-profile: none, ", 'aws-profile', true],
  [
    'a role',
    "backups', password",
    "backups', aws-role: 'arn:aws:iam::123456789012:role/x', password",
    'aws-role',
    true,
  ],
  [
    'options',
    "backups', password",
    "backups', storage-options: [s3.region=x], password",
    'storage-options',
    false,
  ],
  ['said to be elsewhere', 'off-site: true', 'off-site: false', 'off-site of copies', false],
])('of host and storage it is told: %s', (_name, from, to, what, dangerous) => {
  expect(PLACES).toContain(from);
  const changes = compareFiles(PLACES, PLACES.replace(from, to)).flatMap((one) => one.changes);
  expect(changes.filter((one) => one.what === what).map(isDangerous)).toEqual([dangerous]);
});

test('of a new target what is dangerous on a way that no other target had', () => {
  const host = `  new: { address: 'ssh://a@n.example', known-hosts: SHA256:n, jump: [ssh://b@j.example] }`;
  const target = '  shop: { host: new, storage: main, paths: [/s], before: [id] }';
  const after = PLACES.replace('targets:\n', `${host}\ntargets:\n${target}\n`);
  const [change] = compareFiles(PLACES, after);
  expect(change).toMatchObject({ target: 'shop', kind: 'gained' });
  expect(change?.changes.filter(isDangerous).map(({ what }) => what)).toEqual([
    'known-hosts',
    'jump',
    'before',
  ]);
});
