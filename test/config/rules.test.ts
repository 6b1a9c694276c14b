import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/config/rules/all.ts';
import { STRUCTURE_RULES } from '../../src/config/rules/structure.ts';
import { UNUSED_SILENCE } from '../../src/config/silence.ts';
import { type File, validate } from '../../src/config/validate.ts';
import { RULE_PAGES, RULE_TABLE } from './pages.ts';
import { foundIn, sample } from './sample.ts';

const SEVERITIES = new Map<string, string>([
  ...Object.keys(STRUCTURE_RULES).map((name) => [name, 'error'] as const),
  ...RULES.map(({ name, severity }) => [name, severity] as const),
  [UNUSED_SILENCE, 'warning'],
]);

function findingsOf(files: readonly File[]) {
  const [config, ...workflows] = files;
  if (config === undefined) throw new Error('the page has no example');
  return validate(config, workflows).findings;
}

test('each rule has a page and a row, and there are no others', () => {
  expect(RULE_PAGES.map(({ rule }) => rule).sort()).toEqual([...SEVERITIES.keys()].sort());
  const rows = [...RULE_TABLE.matchAll(/^\| \[([\w-]+)\]\(([\w-]+)\.md\) \| (\w+) \|/gm)];
  expect(rows.map(([, name, file, severity]) => [name, file, severity]).sort()).toEqual(
    [...SEVERITIES].map(([name, severity]) => [name, name, severity]).sort(),
  );
});

describe.each(RULE_PAGES)('$rule', ({ rule, wrong, right, expected }) => {
  test('finds what its page says is wrong, on that line of that file', () => {
    const found = findingsOf(wrong).filter((finding) => finding.rule === rule);
    expect(found.map(({ file, at, severity }) => ({ file, line: at.line, severity }))).toEqual([
      { ...expected, severity: SEVERITIES.get(rule) },
    ]);
    expect(found[0]?.advice).toMatch(/\.$/);
    expect(found[0]?.what).not.toMatch(/\.$/);
  });

  test('finds nothing in what its page says is right, which is no error in any way', () => {
    const found = findingsOf(right);
    expect(found.filter((finding) => finding.rule === rule)).toEqual([]);
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});

test('a drill of archives, which there can’t be, is found where it is promised', () => {
  const text = sample({
    targets: '  a: { host: web, storage: box, paths: [/a] }',
    more: 'defaults: { drill: { every: 90d } }',
  });
  const archived = text.replace('storage:\n', 'storage:\n  box: { archives: /srv/box, unencrypted: true }\n');
  expect(foundIn(archived).filter((one) => one.startsWith('archive-not-incremental'))).toHaveLength(1);
});

describe('a pattern that leaves out what a profile needs is found, whatever of the path it names', () => {
  const found = (target: string) =>
    foundIn(sample({ targets: `  a: { host: web, storage: main, ${target} }` }))
      .filter((one) => one.startsWith('excluded-path'))
      .map((one) => one.replace('excluded-path@', ''));

  test.each([
    ['looker', '', ['/home/*', '/home/**/.db', '*.script', 'looker.j?r']],
    ['looker', 'backend: mysql, ssl: false', ['looker.jar']],
    ['dss', 'data-dir: /data/dss', ['/data/**', 'config', '*.json', 'install.*', '*.db', '/data/d[a-z]s']],
    ['dokku', '', ['/home/dokku/*', 'ENV', '/var/lib/dokku/*', 'plugins']],
    [
      'kestra',
      'compose: /opt/kestra/compose.yml, storage: /data/kestra, h2: /h2',
      ['*.yml', '/data', '*.mv.db'],
    ],
    ['generic', 'paths: [/srv/wiki]', ['/srv/*', '/srv/wik[h-j]', '**/wiki']],
  ])('%s', (application, options, patterns) => {
    const target = (list: readonly string[]) =>
      found(
        `application: ${application}, options: { ${options} }, exclude: [${list.map((one) => `'${one}'`)}]`,
      );
    for (const pattern of patterns) expect([pattern, target([pattern])]).toEqual([pattern, ['9']]);
    expect(target(['*.tmp', 'cache', '/srv/wiki/*', 'log'])).toEqual([]);
  });

  test('of MySQL’s Looker the folder of the other database isn’t needed', () => {
    expect(
      found("application: looker, options: { backend: mysql, ssl: false }, exclude: ['.db', .ssl]"),
    ).toEqual([]);
  });

  test('in the options of a profile, letter case ignored, and not what a later pattern takes back', () => {
    expect(found("application: generic, options: { paths: [/srv/wiki], exclude: ['/srv/*'] }")).toEqual([
      '9',
    ]);
    expect(found("paths: [/srv/wiki], iexclude: ['/SRV/W*']")).toEqual(['9']);
    expect(found("paths: [/srv/wiki], exclude: ['/srv/*', '!/srv/wiki']")).toEqual([]);
    // Nobody goes into `config`, so that nothing below it can be taken back.
    const dss = 'application: dss, options: { data-dir: /data/dss }';
    expect(found(`${dss}, exclude: [config, '!/data/dss/config']`)).toEqual([]);
    expect(found("paths: [/srv/wiki], exclude: ['!/srv/wiki', wiki]")).toEqual(['9']);
  });
});

test('a stranger’s file keeps the check busy for no longer than another', () => {
  const many = (of: (i: number) => string) =>
    `[${Array.from({ length: 2000 }, (_, i) => of(i)).join(',\n      ')}]`;
  const targets = `  a: { host: web, storage: main, paths: ${many((i) => `/p${i}`)},\n    exclude: ${many((i) => `q${i}`)} }`;
  const { findings } = validate({ name: 'f', text: sample({ targets }) }, []);
  expect(findings.filter(({ rule }) => rule === 'excluded-path').map(({ what }) => what)).toEqual([
    expect.stringContaining('2000 patterns for 2000 paths are more than is looked at'),
  ]);
  const deep = `  a: { host: web, storage: main, paths: ${many((i) => `/a${'/b'.repeat(20)}/${i % 50}/${i}`)},\n    exclude: ${`[${Array.from({ length: 50 }, (_, i) => `q${i}`)}]`} }`;
  expect(deep.length).toBeLessThan(200_000);
  expect(
    validate({ name: 'f', text: sample({ targets: deep }) }, []).findings.map(({ what }) => what),
  ).toContainEqual(expect.stringContaining('for 2000 paths are more than is looked at'));
  const generic = "application: generic, options: { paths: [/a], exclude: ['[', '/a'] }";
  expect(() => foundIn(sample({ targets: `  a: { host: web, storage: main, ${generic} }` }))).not.toThrow();
});
