import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { validate } from '../../src/config/validate.ts';
import { filesIn } from './pages.ts';
import { foundIn, sample } from './sample.ts';

const LOCAL =
  '  wiki: { host: web, storage: here, paths: [/srv/wiki] }\n  shop: { host: db, storage: here, paths: [/srv/shop] }';
const local = (more = '') =>
  sample({ targets: LOCAL, more }).replace(
    '  main:',
    '  here: { repository: /srv/backup, password: env:P, recovery-key: in the safe }\n  main:',
  );

test('the example of the how-to has no error, and what it silences is found', () => {
  const [file] = filesIn(readFileSync('docs/how-to/backup-yml.md', 'utf8'));
  const { findings, silenced, targets } = validate(file ?? { name: '', text: '' }, []);
  expect(findings.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([]);
  expect(silenced.map(({ finding }) => finding.rule)).toEqual(['unpinned-host']);
  expect(targets.map(({ name, hostname }) => [name, hostname])).toEqual([
    ['wiki', 'web1'],
    ['orders', 'db1'],
  ]);
});

test('a file without a target backs up nothing, and that is an error', () => {
  expect(foundIn(sample({ targets: '  {}' }))).toEqual(['incomplete-target@8']);
});

test('a silence hides its rule at its target alone, and says why', () => {
  expect(foundIn(local())).toEqual(['single-place@10', 'single-place@11']);
  const more = 'silence: [{ rule: single-place, target: wiki, reason: made anew from sources }]';
  expect(foundIn(local(more))).toEqual(['single-place@11']);
  const { silenced } = validate({ name: 'f', text: local(more) }, []);
  expect(silenced).toMatchObject([{ finding: { target: 'wiki' }, reason: 'made anew from sources' }]);
});

test('a silence without a target holds everywhere', () => {
  expect(foundIn(local('silence: [{ rule: single-place, reason: r }]'))).toEqual([]);
});

test('a silence must say why', () => {
  expect(foundIn(local('silence: [{ rule: single-place }]'))).toEqual(['missing-key@12']);
});

test('a silence of a rule that isn’t, or finds nothing, or can’t be silenced, is told', () => {
  const what = (rule: string) =>
    validate({ name: 'f', text: sample({ more: `silence: [{ rule: ${rule}, reason: r }]` }) }, [])
      .findings.filter((one) => one.rule === 'unused-silence')
      .map((one) => one.what);
  expect(what('singel-place')).toEqual(['there is no rule `singel-place`, but `single-place`']);
  expect(what('single-place')).toEqual(['nothing is found by the rule `single-place` here']);
  expect(what('literal-secret')).toEqual(['the rule `literal-secret` can’t be silenced']);
});

test('a silence of what only an audit finds is told of, unless the audit could never use it', () => {
  const what = (silence: string) => {
    const text = sample({ more: `silence: [{ ${silence}, reason: r }]` });
    const { findings, audit } = validate({ name: 'backup.yml', text }, []);
    const told = findings.filter((one) => one.rule === 'unused-silence').map((one) => one.what);
    return [audit.length, ...told];
  };
  expect(what('rule: stale-target, target: wiki')).toEqual([1]);
  expect(what('rule: stale-target, target: wikki')).toEqual([
    1,
    'there is no target `wikki` that `stale-target` could be about',
  ]);
  expect(what('rule: failed-run, target: wiki')).toEqual([1, 'the rule `failed-run` is about no target']);
  expect(what('rule: failed-run, file: .github/workflows/x.yml')).toEqual([
    1,
    'nothing is found by the rule `failed-run` in `.github/workflows/x.yml`',
  ]);
  expect(what('rule: unreadable-storage')).toEqual([0, 'the rule `unreadable-storage` can’t be silenced']);
});

test('a silence for a file holds in it alone', () => {
  const uses = {
    text: 'on: push\njobs: { a: { steps: [{ uses: holdfast/holdfast@v1 }] } }',
  };
  const workflows = ['a', 'b'].map((name) => ({ ...uses, name: `.github/workflows/${name}.yml` }));
  const text = sample({ more: 'silence: [{ rule: moving-tag, file: .github/workflows/a.yml, reason: r }]' });
  const { findings } = validate({ name: 'backup.yml', text }, workflows);
  expect(
    findings.filter(({ rule }) => rule === 'moving-tag').map(({ rule, file }) => `${rule} ${file}`),
  ).toEqual(['moving-tag .github/workflows/b.yml']);
});

test('defaults hold for targets that don’t say otherwise, key by key', () => {
  const text = sample({
    targets: '  wiki: { paths: [/a] }\n  shop: { host: db, paths: [/b], exclude: [x] }',
  }).replace('storage:', 'defaults: { host: web, storage: main, exclude: [y, z] }\nstorage:');
  const { targets } = validate({ name: 'f', text }, []);
  expect(targets.map(({ settings }) => [settings.host, settings.exclude])).toEqual([
    ['web', ['y', 'z']],
    ['db', ['x']],
  ]);
  expect(targets[1]?.pathOf('exclude')).toEqual(['targets', 'shop', 'exclude']);
  expect(targets[1]?.pathOf('storage')).toEqual(['defaults', 'storage']);
});

test('what the defaults get wrong is told where it stands', () => {
  const text = sample({ targets: '  wiki: { paths: [/a], storage: main }' }).replace(
    'storage:',
    'defaults: { host: wbe }\nstorage:',
  );
  expect(foundIn(text)).toEqual(['unknown-host@2']);
});
