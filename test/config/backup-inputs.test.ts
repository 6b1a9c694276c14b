import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { backupInputsOf } from '../../src/config/backup-inputs.ts';
import { findTarget } from '../../src/config/find-target.ts';
import { targetShape } from '../../src/config/schema/target.ts';
import { filesIn } from './pages.ts';
import { foundIn, sample } from './sample.ts';

const inputsOf = (text: string, name = 'wiki') =>
  backupInputsOf(findTarget({ name: 'backup.yml', text }, name));
const [example] = filesIn(readFileSync('docs/how-to/backup-yml.md', 'utf8'));

test('a target is what the inputs mean, secrets by their variables’ names alone', () => {
  expect(inputsOf(example?.text ?? '')).toEqual({
    on: { text: 'ssh://backup@web1.example' },
    identity: { variable: 'BACKUP_SSH_KEY' },
    'known-hosts': { text: 'SHA256:uNiVztksCsDhcc0u9e8BrkGUdBWYz1c8x7nYq3dpD7o' },
    become: { text: 'sudo' },
    repository: { text: 's3:https://s3.eu-central-1.amazonaws.com/example-backups/main' },
    password: { variable: 'BACKUP_PASSWORD' },
    'aws-access-key-id': { variable: 'BACKUP_KEY_ID' },
    'aws-secret-access-key': { variable: 'BACKUP_SECRET_KEY' },
    'object-lock': { text: 'compliance' },
    'object-lock-days': { text: '400' },
    'copy-to': { text: '/mnt/nas/backup' },
    'copy-to-password': { variable: 'NAS_PASSWORD' },
    paths: { text: '/srv/wiki' },
    exclude: { text: '/srv/wiki/cache\n*.tmp' },
    stop: { text: 'systemctl stop wiki' },
    start: { text: 'systemctl start wiki' },
    status: { text: 'systemctl is-active --quiet wiki' },
    'max-quiesce': { text: '15m' },
    'ping-url': { variable: 'WIKI_PING_URL' },
    'webhook-url': { variable: 'CHAT_URL' },
    'webhook-on': { text: 'failure' },
    tags: { text: 'team-docs' },
    of: { text: 'wiki' },
    host: { text: 'web1' },
  });
});

test('each input that is given is one that the root action has', () => {
  const action = parse(readFileSync('action.yml', 'utf8')) as { inputs: Record<string, unknown> };
  const all = [
    ...Object.keys(inputsOf(example?.text ?? '')),
    ...Object.keys(inputsOf(example?.text ?? '', 'orders')),
    ...Object.keys(inputsOf(ARCHIVED)),
  ];
  expect(all.filter((name) => !Object.hasOwn(action.inputs, name))).toEqual([]);
});

/** What a run doesn't need: who else reads it. */
const NOT_INPUTS = [
  'application',
  'options',
  'storage',
  'copy-to',
  'quiesce',
  'schedule',
  'scheduled-by',
  'timezone',
  'rpo',
  'rto',
  'retention',
  'drill',
  'notifications', // by other names: below
];

test('each key of a target is an input, or known not to be one', () => {
  const all = sample({
    targets: `  wiki: { host: web, storage: main, paths: [/a], databases: ['command:x=echo'], buckets: ['s3:https://h/bucket'], database-on: here, database-password: env:D,
    exclude: [a], iexclude: [b], exclude-caches: true, exclude-if-present: [.no], exclude-larger-than: 5g, one-file-system: true,
    before: [b], after: [c], tags: [t], skip-if-unchanged: true, on-unreadable: warn, on-changed: warn, checkpoint-interval: 30m, spool-size: 2g, no-first-pass: true,
    volume: command, volume-create: a, volume-mount: b, volume-unmount: c, volume-destroy: d, volume-keep: true }`,
  });
  const lvm = sample({
    targets: '  wiki: { host: web, storage: main, paths: [/a], volume: lvm, volume-size: 5G }',
  });
  const given = [...Object.keys(inputsOf(all)), ...Object.keys(inputsOf(lvm))];
  expect(
    Object.keys(targetShape)
      .filter((key) => !given.includes(key))
      .sort(),
  ).toEqual(NOT_INPUTS.toSorted());
});

const ARCHIVED = sample({ targets: '  wiki: { host: web, storage: box, paths: [/a] }' }).replace(
  '  main:',
  '  box: { archives: /srv/a, recipients: [age1a, age1b] }\n  main:',
);

test('archives are a format', () => {
  expect(inputsOf(ARCHIVED)).toMatchObject({
    format: { text: 'archive' },
    'archive-to': { text: '/srv/a' },
    'archive-recipients': { text: 'age1a\nage1b' },
  });
});

test('a copy has its storage’s own lock, role and options', () => {
  const copied = sample({
    targets: '  wiki: { host: web, storage: main, copy-to: away, paths: [/a] }',
  }).replace(
    '  other: {',
    `  away: { repository: 's3:https://s3.example/away', password: env:Q, aws-role: 'arn:aws:iam::123456789012:role/away', storage-options: [s3.storage-class=GLACIER_IR], object-lock: compliance, object-lock-days: 30 }\n  other: {`,
  );
  expect(inputsOf(copied)).toMatchObject({
    'copy-to': { text: 's3:https://s3.example/away' },
    'copy-to-aws-role': { text: 'arn:aws:iam::123456789012:role/away' },
    'copy-to-storage-options': { text: 's3.storage-class=GLACIER_IR' },
    'copy-to-object-lock': { text: 'compliance' },
    'copy-to-object-lock-days': { text: '30' },
  });
});

describe('notifications', () => {
  const withList = (list: string) =>
    sample({ targets: `  wiki: { host: web, storage: main, paths: [/a], notifications: ${list} }` });

  test.each([
    ['[{ webhook: env:A }]', { 'webhook-url': { variable: 'A' } }],
    [
      '[{ ping: env:B }, { on: [failure, stale], webhook: env:A, template: \'{"a":"{{target}}"}\' }]',
      {
        'ping-url': { variable: 'B' },
        'webhook-url': { variable: 'A' },
        'webhook-template': { text: '{"a":"{{target}}"}' },
        'webhook-on': { text: 'failure' },
      },
    ],
    [
      '[{ on: [success], webhook: env:A }]',
      { 'webhook-url': { variable: 'A' }, 'webhook-on': { text: 'success' } },
    ],
    ['[{ on: [stale], webhook: env:A }]', {}],
  ])('%s are inputs', (list, expected) => {
    const notices = Object.entries(inputsOf(withList(list))).filter(([name]) =>
      /^(?:ping|webhook)-/.test(name),
    );
    expect(Object.fromEntries(notices)).toEqual(expected);
  });

  test.each([
    ['[{ ping: https://hc-ping.example/x }]', 'literal-secret@9'],
    ['[{ on: [failure] }]', 'wrong-value@9'],
    ['[{ ping: env:A }, { ping: env:B }]', 'wrong-value@9'],
    ['[{ webhook: env:A }, { on: [success], webhook: env:B }]', 'wrong-value@9'],
    ["[{ webhook: env:A, template: '{{nothing}}' }]", 'wrong-value@9'],
    ["[{ ping: env:A, template: '{}' }]", 'wrong-value@9'],
    ['[{ on: [never], webhook: env:A }]', 'wrong-value@9'],
  ])('%s are refused', (list, expected) => {
    expect(foundIn(withList(list))).toEqual([expected]);
  });
});

describe('a target isn’t run', () => {
  test.each([
    ['that isn’t there', sample(), 'wikki', 'Did you mean `wiki`?'],
    ['of a file that can’t be read', 'a: [', 'wiki', 'line 1: a bracket is opened'],
    ['on a host that isn’t there', sample().replace('host: web,', 'host: wbe,'), 'wiki', 'no such host'],
    ['without a host', sample().replace('host: web,', ''), 'wiki', 'has no `host`'],
  ])('%s', (_name, text, name, why) => {
    expect(() => findTarget({ name: 'backup.yml', text }, name)).toThrow(why);
  });

  test('… but it is where something only looks like a secret', () => {
    const targets = "  wiki: { host: web, storage: main, paths: [/a], before: ['x --password=hunter22'] }";
    expect(findTarget({ name: 'f', text: sample({ targets }) }, 'wiki').name).toBe('wiki');
  });

  test('… and where the file makes little sense, or another target is at fault', () => {
    const targets =
      '  wiki: { host: web, storage: main, paths: [/a], rpo: 1h }\n  bad: { host: nowhere, storage: main, paths: [/a] }';
    expect(findTarget({ name: 'f', text: sample({ targets }) }, 'wiki').name).toBe('wiki');
  });

  test('… nor is a silenced fault of that kind less one', () => {
    const text = sample({
      targets: '  wiki: { host: nowhere, storage: main, paths: [/a] }',
      more: 'silence: [{ rule: unknown-host, reason: r }]',
    });
    expect(() => findTarget({ name: 'f', text }, 'wiki')).toThrow('no such host');
  });
});

describe('an application’s profile', () => {
  const withApp = (more: string, hosts = 'host: web') =>
    sample({ targets: `  wiki: { ${hosts}, storage: main, application: generic, ${more} }` });

  test('is told its options as the input has them', () => {
    expect(inputsOf(withApp('options: { paths: [/a, /b], any-version: true }'))).toMatchObject({
      app: { text: 'generic' },
      'app-options': { text: 'paths=/a\npaths=/b\nany-version=true' },
    });
  });

  test.each([
    ['options that it doesn’t take', 'options: { path: [/a] }', 'Unrecognized key'],
    ['no options where it needs some', 'tags: [a]', 'expected a path or a database'],
    [
      'a stop command beside its own',
      'options: { paths: [/a] }, quiesce: { stop: [a], start: [b] }',
      'say it twice',
    ],
    ['an option of two lines', 'options: { paths: [/a], version: "a\\nb" }', 'expected one line'],
  ])('is refused %s', (_name, more, why) => {
    expect(() => inputsOf(withApp(more))).toThrow(why);
  });

  test('may be told how long it may stand', () => {
    expect(inputsOf(withApp('options: { paths: [/a] }, quiesce: { max-quiesce: 10m }'))).toMatchObject({
      'max-quiesce': { text: '10m' },
    });
  });

  test('names paths that an exclusion must not leave out', () => {
    const text = withApp("options: { paths: [/srv/wiki] }, exclude: ['/srv/*']");
    expect(foundIn(text)).toEqual(['excluded-path@9']);
  });
});
