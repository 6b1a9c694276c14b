import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { type CallerChoices, callersFor } from '../../src/config/callers.ts';
import { environmentSecretsFor, secretsFor } from '../../src/config/needed-secrets.ts';
import { newConfigText } from '../../src/config/new-config.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { StorageSection } from '../../src/config/schema/storage.ts';
import type { TargetSection } from '../../src/config/schema/target.ts';
import { validate } from '../../src/config/validate.ts';
import { type DrillWords, parseDrill } from '../../src/settings/drill.ts';

const PIN = { commit: '0123456789012345678901234567890123456789', version: 'v0.1.0' };
const ROLE = 'arn:aws:iam::123456789012:role/backup';
const S3 = {
  repository: 's3:https://s3.example/backups',
  password: 'env:BACKUP_PASSWORD',
  'recovery-key': 'in the safe',
};

function make({
  storage = S3 as StorageSection,
  targets = { wiki: { paths: ['/srv/wiki'] } } as Record<string, TargetSection>,
  choices = {} as CallerChoices,
} = {}) {
  const text = newConfigText({
    ...{
      storage,
      storageName: 'main',
      hostName: 'web',
      targets,
      schedule: '17 3 * * *',
      timezone: 'Europe/Vienna',
    },
    host: { address: 'ssh://backup@web.example', identity: 'env:BACKUP_SSH_KEY', 'known-hosts': 'SHA256:x' },
  });
  const { config, findings } = readConfig(text, 'backup.yml');
  if (config === null) throw new Error(JSON.stringify(findings) + text);
  const callers = callersFor(config, PIN, choices);
  const files = Object.entries(callers).map(([name, body]) => ({
    name: `.github/workflows/${name}`,
    text: body,
  }));
  return { text, config, callers, findings: validate({ name: 'backup.yml', text }, files).findings };
}

type Job = {
  permissions: object;
  uses?: string;
  with?: Record<string, unknown>;
  secrets?: Record<string, string>;
};
const jobsOf = (text: string) => Object.values((parse(text) as { jobs: Record<string, Job> }).jobs);

test.each([
  ['a repository in S3, by a key', S3],
  ['… by a role', { ...S3, 'aws-role': ROLE }],
  ['a folder', { ...S3, repository: '/srv/backup', 'off-site': true }],
  ['archives', { archives: 's3:https://s3.example/archives', passphrase: 'env:PASSPHRASE' }],
])('what is written for %s has nothing to find in it', (_name, storage) => {
  expect(make({ storage }).findings.map(({ rule, what }) => `${rule}: ${what}`)).toEqual([]);
});

test('no job may do more than it must: who assumes no role asks for no token, and nothing may write to the contents', () => {
  const withRole = make({ storage: { ...S3, 'aws-role': ROLE } });
  for (const text of Object.values(withRole.callers)) {
    expect((parse(text) as { permissions: object }).permissions).toEqual({});
    for (const { permissions } of jobsOf(text))
      for (const [scope, level] of Object.entries(permissions))
        expect(['id-token', 'issues', 'pull-requests'].includes(scope) ? 'read' : level).toBe('read');
  }
  expect(withRole.callers['backup.yml']).toContain('id-token: write');
  expect(withRole.callers['validate.yml']).not.toContain('id-token');
  expect(Object.values(make().callers).join()).not.toContain('id-token');
});

test('drills go by the timezone that backups go by, and each target’s turn comes by itself', () => {
  const { on } = parse(make().callers['restore-drill.yml'] ?? '') as { on: { schedule: object[] } };
  expect(on.schedule).toEqual([{ cron: '23 5 * * *', timezone: 'Europe/Vienna' }]);
});

test('a pull request’s check gets no secret, and everything is pinned by its full SHA', () => {
  const { callers } = make();
  expect(callers['validate.yml']).not.toContain('secrets.');
  expect(Object.keys((parse(callers['validate.yml'] ?? '') as { on: object }).on)).toEqual(['pull_request']);
  const uses = Object.values(callers).flatMap((text) =>
    [...text.matchAll(/uses: (\S+)/g)].map(([, name]) => name),
  );
  expect(uses.length).toBeGreaterThan(6);
  for (const name of uses) expect(name).toMatch(/@[0-9a-f]{40}$/);
});

const of = (name: string) => `\${{ toJSON(secrets.${name}) }}`;

test('what may write or delete is named by no caller, and is a secret of the environment of its job', () => {
  const storage = {
    ...S3,
    'aws-access-key-id': 'env:BACKUP_KEY_ID',
    'aws-secret-access-key': 'env:BACKUP_SECRET_KEY',
  };
  const { callers, config } = make({ storage });
  const job = (name: string) => jobsOf(callers[name] ?? '')[0];
  const handed = (name: string) => job(name)?.secrets?.['HOLDFAST_ENV'];
  expect(handed('retention.yml')).toBe(
    `{"BACKUP_KEY_ID": ${of('BACKUP_KEY_ID')}, "BACKUP_PASSWORD": ${of('BACKUP_PASSWORD')}, "BACKUP_SECRET_KEY": ${of('BACKUP_SECRET_KEY')}}`,
  );
  expect(handed('restore.yml')).toContain(`"BACKUP_SSH_KEY": ${of('BACKUP_SSH_KEY')}`);
  const secrets = environmentSecretsFor(config);
  expect(secrets.map(({ environment, own }) => [environment, own])).toEqual([
    ['restore', ['BACKUP_SSH_KEY']],
    ['retention', ['BACKUP_KEY_ID', 'BACKUP_SECRET_KEY']],
  ]);
  for (const { environment, variables } of secrets) {
    expect(job(`${environment}.yml`)?.with?.['environment']).toBe(environment);
    // It takes the other's place as a whole.
    const one = handed(`${environment}.yml`)?.replaceAll(/\$\{\{.*?\}\}/g, '""') ?? '';
    expect(Object.keys(JSON.parse(one))).toEqual(variables);
  }
  expect(handed('restore-drill.yml')).not.toContain('SSH_KEY');
  const named = new Set(
    Object.values(callers).flatMap((text) => [...text.matchAll(/secrets\.(\w+)/g)].map(([, one]) => one)),
  );
  expect(
    secretsFor(config)
      .map(({ name }) => name)
      .sort(),
  ).toEqual([...named].sort());
});

test('a runner and the role that deletes are said where they belong', () => {
  const { callers } = make({ choices: { runsOn: '["self-hosted"]', retentionRole: ROLE } });
  expect(jobsOf(callers['backup.yml'] ?? '')[0]?.with?.['runs-on']).toBe('["self-hosted"]');
  expect(callers['validate.yml']).not.toContain('self-hosted');
  expect(jobsOf(callers['retention.yml'] ?? '')[0]?.with?.['aws-role']).toBe(ROLE);
  expect(callers['backup.yml']).not.toContain(ROLE);
});

test('a database is drilled in an image of its own version, and files alone need none', () => {
  const drillOf = (target: TargetSection) =>
    jobsOf(make({ targets: { wiki: target } }).callers['restore-drill.yml'] ?? '')[0]?.with;
  expect(drillOf({ paths: ['/srv/wiki'] })).not.toHaveProperty('image');
  for (const target of [
    { databases: ['postgresql:///wiki'] },
    { application: 'looker' },
  ] as TargetSection[]) {
    const words = { ...NO_WORDS, image: String(drillOf(target)?.['image']).trim().split('\n') };
    expect(parseDrill(words, (word) => word).images).toMatchObject({
      postgresql: 'postgres:{version}',
      mariadb: 'mariadb:{version}',
    });
  }
});

/** Of a drill of which nothing is said. */
const NO_WORDS: DrillWords = {
  ...{ snapshot: 'latest', image: [], application: [], check: [], 'leave-out': [] },
  ...{
    'random-within': null,
    seed: null,
    'max-age': null,
    'max-restore-time': null,
    engine: null,
    memory: null,
  },
  ...{ cpus: null, processes: null, 'time-limit': null, 'init-limit': null, restic: null },
};

test('what somebody types who starts a drill is never handed on as what may be a command', () => {
  const { callers } = make();
  expect(jobsOf(callers['restore-drill.yml'] ?? '')[0]?.with).toMatchObject({
    'safe-check': `\${{ inputs.check }}`,
  });
  for (const text of Object.values(callers))
    for (const job of jobsOf(text)) expect(Object.keys(job.with ?? {})).not.toContain('check');
});

const NASTY = `/srv/it's: #1 \${{ x }} *a &b`;

test('names that YAML or a runner would take for something else stay names', () => {
  const url = 'sqlite:/srv/%0A%24%7B%7B%20secrets.X%20%7D%7D.db';
  const { config, callers } = make({
    targets: { yes: { databases: [url] }, '1e3': { paths: [NASTY] } },
  });
  expect(config.targets['yes']?.databases).toEqual([url]);
  expect(config.targets['1e3']?.paths).toEqual([NASTY]);
  const dispatch = (
    parse(callers['restore.yml'] ?? '') as { on: { workflow_dispatch: { inputs: { target: object } } } }
  ).on;
  expect(dispatch.workflow_dispatch.inputs.target).toMatchObject({ options: ['yes', '1e3'] });
});

test('who has archives can say at a restore which one is theirs; others aren’t asked', () => {
  const inputsOf = (text: string | undefined) =>
    (parse(text ?? '') as { on: { workflow_dispatch: { inputs: object } } }).on.workflow_dispatch.inputs;
  const { callers } = make({
    storage: { archives: '/srv/archives', passphrase: 'env:PASSPHRASE' },
  });
  expect(inputsOf(callers['restore.yml'])).toMatchObject({ 'trust-archive': { type: 'string' } });
  expect(jobsOf(callers['restore.yml'] ?? '')[0]?.with).toMatchObject({
    'trust-archive': `\${{ inputs.trust-archive }}`,
  });
  expect(inputsOf(make({}).callers['restore.yml'])).not.toHaveProperty('trust-archive');
});
