import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { validate } from '../../src/config/validate.ts';
import { foundIn, sample } from './sample.ts';

const check = (text: string) => validate({ name: 'backup.yml', text }, []).findings;
const target = (line: string) =>
  sample({ targets: `  wiki:\n    host: web\n    storage: main\n    paths: [/srv]\n    ${line}` });

test('the sample is in order', () => {
  expect(foundIn(sample())).toEqual([]);
});

describe('each value means what the flag of its name means', () => {
  test.each([
    ["exclude: ['/a[b']"],
    ['exclude-larger-than: 5 apples'],
    ['databases: [mysqll://x/y]'],
    ['database-on: somewhere'],
    ['quiesce: { stop: [a], start: [] }'],
    ['quiesce: { stop: [a], start: [b], lease: 1s }'],
    ['schedule: 17 3 * *'],
    ['schedule: 61 3 * * *'],
    ['schedule: 0 3 31 2 *'],
    ["schedule: '@daily'"],
    ['timezone: Europe/Wien'],
    ['rpo: 1 fortnight'],
    ['rpo: 0h'],
    ['checkpoint-interval: 5s'],
    ['on-changed: perhaps'],
    ['spool-size: much'],
    ['tags: [" a"]'],
    ['tags: [incomplete]'],
    ["tags: ['holdfast:target=other']"],
    ['exclude: ["a\\0b"]'],
    ["before: ['# no']"],
    ["before: ['ends \\\\']"],
    ['before: ["two\\nlines"]'],
    ['drill: { every: 90x }'],
    ['notifications: [{ on: [rain] }]'],
    ['exclude-caches: perhaps'],
    ['copy-to: {}'],
    ['retention: "a\\nb"'],
    ['databases: postgresql:///orders'],
  ])('%s', (line) => {
    const faults = check(target(line)).filter(({ severity }) => severity === 'error');
    expect(faults.map(({ rule, at }) => [rule, at.line])).toEqual([['wrong-value', 13]]);
  });
});

test.each([
  ['relative', 'paths: [srv/wiki]'],
  ['upwards', 'paths: [/srv/../etc]'],
])('a path that is %s is refused, at its place in the list', (_name, line) => {
  const found = check(sample({ targets: `  wiki:\n    host: web\n    storage: main\n    ${line}` }));
  expect(found[0]).toMatchObject({ rule: 'wrong-value', at: { line: 12, column: 13 }, target: 'wiki' });
});

describe('storage', () => {
  const storage = (inner: string) => sample().replace('  main: {', `  bad: { ${inner} }\n  main: {`);
  test.each([
    ['neither kind', 'password: env:P'],
    ['both kinds', 'repository: /a, password: env:P, archives: /b'],
    ['no password', 'repository: /a'],
    ['another scheme', 'repository: "sftp:host:/a", password: env:P'],
    ['a lock without days', 'repository: "s3:https://h/bucket", password: env:P, object-lock: compliance'],
    ['half a key', 'repository: "s3:https://h/bucket", password: env:P, aws-access-key-id: a'],
    [
      'two ways to log in',
      'repository: "s3:https://h/bucket", password: env:P, aws-profile: a, aws-role: "arn:aws:iam::1:role/b"',
    ],
    ['no role', 'repository: "s3:https://h/bucket", password: env:P, aws-role: admin'],
    ['an archive that nobody seals', 'archives: /a'],
    ['an archive sealed twice', 'archives: /a, recipients: [age1x], unencrypted: true'],
    ['a password for archives', 'archives: /a, recipients: [age1x], password: env:P'],
    ['packs that are too large', 'repository: /a, password: env:P, pack-size: 1000'],
    ['an option that isn’t', 'repository: /a, password: env:P, storage-options: [s3.colour=red]'],
  ])('%s', (_name, inner) => {
    expect(foundIn(storage(inner)).filter((one) => !one.startsWith('one-key'))).toEqual(['wrong-value@3']);
  });
});

test('a policy that keeps nothing is refused, as is a count that isn’t', () => {
  const policy = (inner: string) => foundIn(sample({ more: `retention: { short: ${inner} }` }));
  expect(policy('{ max-age: 30h }')).toEqual(['wrong-value@10']);
  expect(policy('{ keep-daily: many }')).toEqual(['wrong-value@10']);
  expect(policy('{ keep-daily: -1 }')).toEqual(['wrong-value@10']);
  expect(policy('{ keep-daily: 7, keep-last: unlimited }')).toEqual([]);
});

test('of several mistakes each is told', () => {
  const text = sample({ targets: '  wiki: { hostt: web, paths: [srv] }\n  "a b": {}' });
  expect(foundIn(text)).toEqual(['unknown-key@9', 'wrong-value@9', 'wrong-value@10']);
});

test.each([
  ['retension', 'retention'],
  ['exlcude', 'exclude'],
  ['Paths', 'paths'],
  ['copy_to', 'copy-to'],
])('of the unknown key %s the nearest one is named', (wrong, near) => {
  const [found] = check(target(`${wrong}: x`));
  expect(found?.advice).toContain(`Did you mean \`${near}\`?`);
});

test('a key that is like none gets all names, if they aren’t many', () => {
  const [found] = check(sample({ more: 'zzzzzz: 1' }));
  expect(found?.advice).toContain('There is `version`, `defaults`, `storage`');
});

describe('a secret in the file', () => {
  const SECRETS = [
    'password: hunter2hunter2',
    "known-hosts: '-----BEGIN OPENSSH PRIVATE KEY-----'",
    'identity: ghp_abcdefghijklmnopqrstuvwxyz0123456789',
    'x: github_pat_11ABCDEFG0123456789_abcdefghij',
    'x: AGE-SECRET-KEY-1QQPQQ',
    'x: postgresql://backup:hunter2hunter2@db/orders',
    'x: mysqldump --password=hunter2hunter2 orders',
    'x: PGPASSWORD=hunter2hunter2 pg_dump orders',
    'x: xoxb-123456789012-abcdef',
    'x: https://hooks.slack.com/services/T0/B0/hunter2hunter2',
  ];
  test.each(SECRETS)('%s', (line) => {
    const found = check(sample({ targets: `  wiki:\n    ${line}` })).filter(
      ({ rule }) => rule === 'literal-secret' || rule === 'looks-like-secret',
    );
    expect(found).toHaveLength(1);
  });

  test('is never shown', () => {
    for (const line of SECRETS)
      expect(JSON.stringify(check(sample({ targets: `  wiki:\n    ${line}` })))).not.toMatch(
        /hunter2|BEGIN|ghp_|11ABC|1QQP|xoxb/,
      );
  });

  test.each([
    'pg_dump --password-file=/etc/x',
    'mysqldump --password="$P"',
    'curl -H token=$TOKEN',
    'postgresql://backup@db/orders?password-env=ORDERS_PASSWORD',
  ])('is none: %s', (text) => {
    const found = check(
      sample({
        targets: `  wiki:\n    host: web\n    storage: main\n    paths: [/s]\n    before: ['${text}']`,
      }),
    );
    expect(found.filter(({ rule }) => rule === 'literal-secret' || rule === 'looks-like-secret')).toEqual([]);
  });
});

test('an expression of GitHub’s is no reference, and is never expanded', () => {
  const text = sample().replace('password: env:P, recovery', `password: '\${{ secrets.P }}', recovery`);
  const { findings } = readConfig(text, 'f');
  expect(findings.map(({ rule, at, what }) => [rule, at.line, what])).toEqual([
    ['wrong-value', 3, expect.stringMatching(/expands.*`env:BACKUP_PASSWORD`/)],
  ]);
  expect(foundIn(sample().replace('password: env:P, recovery', 'password: $P, recovery'))).toEqual([
    'wrong-value@3',
  ]);
  expect(foundIn(sample().replace('password: env:P, recovery', 'password: $p4ss, recovery'))).toEqual([
    'literal-secret@3',
  ]);
});

test('a newer version is told alone: the rest would be nonsense', () => {
  expect(foundIn('version: 7\nstrange: true\n')).toEqual(['newer-version@1']);
  expect(foundIn(sample().replace('version: 1\n', ''))).toEqual(['missing-key@1']);
  expect(foundIn(sample().replace('version: 1\n', 'version: "1"\n'))).toEqual(['wrong-value@1']);
});

test.each(['', '# nothing', '[]', 'text', '42'])('a file that is %j is no configuration', (text) => {
  expect(check(text).some(({ severity }) => severity === 'error')).toBe(true);
});

test('bytes that are no UTF-8 are refused at their line: a path would be another one', () => {
  const latin = Buffer.from(
    sample({ targets: '  wiki: { host: web, storage: main, paths: [/srv/caf\xe9] }' }),
    'latin1',
  );
  for (const [bytes, line] of [
    [latin, 9],
    [Buffer.from(`\ufeff${sample()}`, 'utf16le'), 1],
    [latin.subarray(0, latin.indexOf(0xe9) + 1), 9],
  ] as const) {
    const { config, findings } = readConfig(bytes.toString('utf8'), 'backup.yml');
    expect(config).toBeNull();
    expect(findings.map(({ rule, at, what }) => [rule, at.line, what])).toEqual([
      ['syntax', line, expect.stringContaining('no text in UTF-8')],
    ]);
  }
});

test.each([
  ['nothing', '', 'the file: it is empty, expected a map of keys'],
  ['a comment', '# later\n', 'the file: it is empty, expected a map of keys'],
  ['a word', 'backup', 'the file: it is the text `backup`, expected a map of keys'],
  [
    'a section that is cut off',
    `${sample().split('  main:')[0]}  main:`,
    '`storage.main`: it is empty, expected a map of keys',
  ],
])('%s is told in words', (_name, text, why) => {
  const { findings } = readConfig(text, 'backup.yml');
  expect(findings.filter(({ rule }) => rule === 'wrong-value').map(({ what }) => what)).toEqual([why]);
});

const right = sample({
  targets: `  wiki:
    host: web
    storage: main
    paths: [/srv/wiki]
    schedule: 17 3 * * *`,
});

describe('a slip of the hand is told once: what stands there, and what was expected', () => {
  test.each([
    ['host: web', '\thost: web', 10, 'the line is indented by a tab, expected spaces'],
    ['    storage: main', '   storage: main', 11, 'expected the same indentation'],
    ['    host: web', '    host: web\n    host: db', 11, 'the key `host` is there already'],
    ['host: web', 'host:\u00a0web', 10, 'looks like a space and is none'],
    ['host: web', 'host: w: eb', 10, 'a second key stands on the line'],
    ['[/srv/wiki]', "['/srv/wiki]", 15, 'a quote is opened before and not closed'],
    ['[/srv/wiki]', '[/srv/wiki', 13, 'a bracket is opened before and not closed'],
    ['17 3 * * *', '* 3 * * *', 13, 'what begins with a star belongs in quotes'],
    ['17 3 * * *', '17 3 * * *\n---\nversion: 1', 14, 'a second document begins here'],
    ['[/srv/wiki]', '/srv/wiki', 12, 'it is the text `/srv/wiki`, expected a list'],
    [' [/srv/wiki]', '', 12, 'it is empty, expected a list'],
    ['host: web', 'host: { address: local }', 10, 'it is a map, expected a name as it stands'],
    ['17 3 * * *', "['17 3 * * *']", 13, 'it is a list, expected text of five fields'],
    ['17 3 * * *', '17 3 * * *\n    rpo: 26', 14, 'it is 26, expected a span such as `90m`'],
    ['17 3 * * *', '17 3 * * *\n    drill: weekly', 14, 'the text `weekly`, expected a map of keys: `every`'],
    ['17 3 * * *', '17 3 * * *\n    exclude-caches: yes', 14, 'the text `yes`, expected `true` or `false`'],
    ['  wiki:', '  - wiki:', 9, 'it is a list, expected a map: names'],
  ])('%j as %j', (is, becomes, line, what) => {
    const { findings } = readConfig(right.replace(is, becomes), 'f');
    expect(findings.map(({ at, what }) => [at.line, what])).toEqual([[line, expect.stringContaining(what)]]);
  });

  test('… but what looks like a secret isn’t shown', () => {
    const text = right.replace('[/srv/wiki]', `ghp_${'a'.repeat(36)}`);
    const { findings } = readConfig(text, 'f');
    expect(JSON.stringify(findings)).not.toContain('ghp_');
    const number = sample().replace('password: env:P, recovery', 'password: 123456, recovery');
    expect(JSON.stringify(readConfig(number, 'f').findings)).not.toContain('123456');
  });
});
