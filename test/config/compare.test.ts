import { expect, test } from 'vitest';
import { compareConfigs, isLoss } from '../../src/config/compare.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { sample } from './sample.ts';

const RETENTION = 'retention: { short: { keep-within-daily: 7d }, long: { keep-within-daily: 1y } }';

function compare(before: string, after: string) {
  const configs = [before, after].map((targets) => {
    const { config, findings } = readConfig(sample({ targets, more: RETENTION }), 'f');
    if (config === null) throw new Error(JSON.stringify(findings));
    return config;
  });
  const [old, young] = configs;
  return old === undefined || young === undefined ? [] : compareConfigs(old, young);
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
  expect(compare(WIKI, `${WIKI}\n${shop}`)).toEqual([
    { target: 'shop', kind: 'gained', changes: gist(['/s'], [], 'none', 'never by itself') },
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
