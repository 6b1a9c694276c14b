import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { RULES } from '../../src/config/rules/all.ts';
import { STRUCTURE_RULES } from '../../src/config/rules/structure.ts';
import { UNUSED_SILENCE } from '../../src/config/silence.ts';
import { sample } from '../config/sample.ts';
import { WorkflowRunner } from './workflow-runner.ts';

/** Seeded with mistakes: each line says by which rules it must be found. */
const MISTAKEN = `version: 1
storage:
  main: { repository: 's3:https://s3.example/backups', password: env:P, object-lock: compliance, object-lock-days: 30 } # ← one-key short-lock
  box: { archives: /srv/archives, recipients: [age1example] }
  local: { repository: /srv/backup, password: env:Q, recovery-key: in the safe } # ← secret-not-passed
  packed: { repository: 's3:https://s3.example/packed', password: env:P, recovery-key: in the safe, compression: max } # ← copy-ignores
  spare: { repository: 's3:https://s3.example/spare', password: env:P, recovery-key: in the safe } # ← unused-name
hosts:
  web: { address: ssh://backup@web.example } # ← unpinned-host
  inside: { address: local, container: docker:wiki }
retention:
  year: { keep-within-daily: 1y }
  short: { keep-within-daily: 14d }
targets:
  a: { host: wbe, storage: main, paths: [/a] } # ← unknown-host
  b: { host: web, storage: mian, paths: [/b] } # ← unknown-storage
  c: { host: web, storage: main, paths: [/c], retention: yaer } # ← unknown-retention
  d: { host: web, storage: main, application: generik } # ← unknown-application
  e: { host: web, storage: main, paths: [/e], schedule: 17 3 * * *, rpo: 12h } # ← rpo-out-of-reach
  f: { host: web, storage: main, paths: [/f], drill: { every: 90d }, retention: short } # ← drill-out-of-reach
  g: { host: web, storage: main, paths: [/g], retention: year }
  h: { host: web, storage: box, paths: [/h], schedule: 17 * * * * } # ← archive-not-incremental single-place
  i: { host: web, storage: main, paths: [/srv/i], exclude: [/srv] } # ← excluded-path
  j: { host: web, storage: local, paths: [/j] } # ← single-place
  k: { host: web, storage: main, copy-to: main, paths: [/k] } # ← copy-to-itself
  l: { host: inside, storage: main, paths: [/l], quiesce: { stop: [x], start: [y] } } # ← unfit-quiesce
  m: { host: web, storage: main, paths: [/m], schedule: 0 3 * * * } # ← busy-minute
  n: { storage: main, paths: [/n] } # ← incomplete-target
  o: { host: web, storage: main, paths: [/o], schedule: 17 3 * * *, skip-if-unchanged: true } # ← unseen-runs
  p: { host: web, storage: main, copy-to: packed, paths: [/p] }
  q: { host: inside, storage: main, paths: [/q], volume: btrfs } # ← unfit-volume
  r: { host: web, storage: main, paths: [/r], before: [mysqldump --password=hunter2 wiki] } # ← looks-like-secret
  s: { host: web, storage: main, paths: [/s], notifications: [{ on: [failure], issue: true }] } # ← unsent-notifications
  t: { host: web, storage: main, application: dss, options: { data-dir: /data/dss }, exclude: ['*.json'] } # ← excluded-path
  u: { host: web, storage: main, paths: [/u], tags: ['\${{ github.sha }}'] } # ← unexpanded-expression
silence:
  - { rule: moving-tag, target: g, reason: never looked at } # ← unused-silence
`;

const MISTAKEN_WORKFLOW = `on: [pull_request_target, schedule] # ← pull-request-target
jobs:
  own:
    runs-on: ubuntu-24.04
    steps:
      - uses: holdfast/holdfast@v1 # ← moving-tag
        with:
          target: wikki # ← unknown-target
        env:
          P: hunter2 # ← secret-in-workflow
`;

/** GitHub reads what no rule has looked at. */
const UNREAD_WORKFLOW = `on: push
jobs:
  own: &own { runs-on: ubuntu-24.04, steps: [{ run: npx holdfast }] }
  other: *own # ← unread-workflow
`;

/** Of what can't be read, the sense isn't looked at. */
const UNREADABLE = `version: 1
storage:
  main: { repository: 's3:https://s3.example/backups', password: hunter2, pasword: x } # ← literal-secret unknown-key
hosts:
  web: { address: webserver } # ← wrong-value
  db: { become: sudo } # ← missing-key
targets:
  wiki: { host: web, storage: main, paths: *x } # ← yaml-trick
`;

/** Of what is no YAML, or of a layout to come, nothing else is looked at. */
const UNMARKED = UNREADABLE.replaceAll(/ # ←.*/g, '').replace('*x', '[/a]');
const BROKEN = `${UNMARKED}  wiki: { host: db } # ← syntax
`;
const NEWER = `version: 2 # ← newer-version
${UNMARKED.split('\n').slice(1).join('\n')}`;

const caller = (config: string) => `  ${config.replace('.', '-')}:
    permissions: { contents: read }
    uses: holdfast/holdfast/.github/workflows/validate.yml@${'0'.repeat(40)} # v0.0.0
    with: { config: ${config} }
`;
const callers = (...configs: readonly string[]) =>
  `on: pull_request\npermissions: {}\njobs:\n${configs.map(caller).join('')}`;

let folder = '';
let runner: WorkflowRunner;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-pull-request-'));
  runner = await WorkflowRunner.create(sample(), {
    'validate.yml': callers('backup.yml'),
    'validate-all.yml': callers('backup.yml', 'unreadable.yml', 'broken.yml', 'newer.yml'),
  });
});
afterAll(async () => {
  await runner?.[Symbol.asyncDispose]();
  await rm(folder, { recursive: true, force: true });
});

/** Puts a pull request into the checkout, and has the workflow look at it. */
async function check(
  files: Readonly<Record<string, string>>,
  secrets: Readonly<Record<string, string>> = {},
  workflow = 'validate.yml',
) {
  for (const [name, text] of Object.entries(files)) await writeFile(join(runner.checkout, name), text);
  await runner.commit({ isBase: false });
  const event = { pull_request: { base: { ref: 'main' } } };
  return runner.run('pull_request', workflow, { event, secrets });
}

/** What is found, as the log has it: `rule@file:line`. */
function foundIn(log: string): string[] {
  return [...log.matchAll(/^(\S+):(\d+):\d+: (?:error|warning|notice) ([\w-]+): /gm)]
    .map(([, file, line, rule]) => `${rule}@${file}:${line}`)
    .sort();
}

function markedIn(files: Readonly<Record<string, string>>): string[] {
  return Object.entries(files)
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, i) => {
        const rules = / # ← (.*)$/.exec(line)?.[1]?.split(' ') ?? [];
        return rules.map((rule) => `${rule}@${file}:${i + 1}`);
      }),
    )
    .sort();
}

test('a pull request is told each of its mistakes by file and line, and what it would change, without a secret', async () => {
  const files = {
    ...{ 'backup.yml': MISTAKEN, '.github/workflows/own.yml': MISTAKEN_WORKFLOW },
    '.github/workflows/unread.yml': UNREAD_WORKFLOW,
    ...{ 'unreadable.yml': UNREADABLE, 'broken.yml': BROKEN, 'newer.yml': NEWER },
  };
  const { succeeded, log } = await check(files, {}, 'validate-all.yml');
  expect([foundIn(log), succeeded]).toEqual([markedIn(files), false]);
  expect(log).toMatch(/::error title=Holdfast%3A unknown-host,file=backup\.yml,line=\d+,/);
  expect(log).toMatch(/^- .*`wiki`/m); // it is lost
  const seeded = new Set(foundIn(log).map((one) => one.split('@')[0]));
  const rules = [...RULES.map(({ name }) => name), ...Object.keys(STRUCTURE_RULES), UNUSED_SILENCE];
  expect(rules.filter((name) => !seeded.has(name))).toEqual([]);
});

test('of a hostile pull request nothing is expanded, run or read from elsewhere', async () => {
  const canary = 'canary-in-the-mine';
  const mark = join(folder, 'ran');
  const hostile = (what: string) =>
    JSON.stringify(
      `${what}\${{ secrets.CANARY }}$(touch ${mark})\`touch ${mark}\`\n::error::forged\r##[error]forged`,
    );
  const files: Record<string, string> = {
    'backup.yml': `version: 1
storage: { main: { repository: /srv/backup, password: env:P, ${hostile('key')}: 1 } }
hosts: { here: { address: local, identity: /etc/shadow, known-hosts: /etc/shadow } }
targets:
  wiki: { host: ${hostile('host')}, storage: main, paths: [/etc/shadow, ${hostile('/')}] }
  ${hostile('target')}: { host: here, storage: main, paths: [/etc/shadow] }
silence: [{ rule: ${hostile('rule')}, reason: ${hostile('reason')} }]
`,
    '.github/workflows/own.yml': `on: pull_request
name: ${hostile('workflow')}
jobs:
  ${hostile('job')}:
    steps:
      - uses: ${hostile('holdfast/holdfast@')}
        with: { target: ${hostile('target')} }
        run: touch ${mark}
`,
  };
  files['.github/workflows/a\n::error::forged\r##[error]forged $(touch x).yml'] = `on: push
jobs: { a: { steps: [{ uses: holdfast/holdfast@v1, with: { target: nowhere } }] } }`;
  const secrets = { CANARY: canary };
  const named = await check(files, secrets);
  const sensed = await check({ 'backup.yml': hostileSense(hostile) }, secrets);
  await rm(join(runner.checkout, 'backup.yml'));
  await symlink('/etc/shadow', join(runner.checkout, 'backup.yml'));
  const linked = await check({}, secrets);
  expect(foundIn(named.log)).not.toEqual([]);
  expect(foundIn(sensed.log)).not.toEqual([]);
  expect(sensed.log).toContain('forged\\r##[error]forged $(touch x).yml'); // it is looked at, and named
  expect(linked.log).toContain('a link that leads out of the checkout');
  const [ofShadow = ''] = (await readFile('/etc/shadow', 'utf8')).split('\n');
  for (const { succeeded, log } of [named, sensed, linked]) {
    expect(succeeded).toBe(false);
    expect(log).not.toContain(canary);
    expect(log).not.toContain(ofShadow);
    expect(log).not.toMatch(/^\s*(?:::error::|##\[error\])forged/m);
  }
  expect(existsSync(mark)).toBe(false);
});

/** In which what is hostile stands where any text of one line may, so that its sense is looked at, too. */
function hostileSense(hostile: (what: string) => string): string {
  const text = (what: string) => hostile(what).replaceAll(/\\[nr]/g, ' ');
  return `version: 1
storage: { main: { repository: /srv/backup, password: env:P } }
hosts: { here: { address: local } }
targets:
  wiki: { host: nowhere, storage: main, paths: [/etc/shadow, ${text('/')}], before: [${text('x')}], tags: [${text('y')}] }
silence: [{ rule: unknown-host, reason: ${text('z')} }]
`;
}
