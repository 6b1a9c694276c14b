import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from 'commander';
import { describe, expect, test } from 'vitest';
import { createProgram } from '../../src/cli/program.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { FakeTerminal } from '../cli/terminal.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Inputs that a command line has by other ways: arguments, restic's own flags, another command. */
const NOT_FLAGS: Readonly<Record<string, string>> = {
  paths: 'arguments, --path',
  config: 'argument',
  variables: 'the environment',
  list: 'holdfast snapshots',
  for: 'matrices are for workflows',
  'safe-check': 'who types a command line may run one',
  snapshot: 'argument',
  repository: '--repo',
  password: '--password-file',
  'identity-passphrase': '--identity-passphrase-file',
  'ssh-password': '--ssh-password-file',
  tags: '--tag',
  init: 'holdfast init',
  databases: 'arguments, --database',
  buckets: '--bucket',
  'app-options': '--app-option',
  'database-password': 'the environment',
  'copy-to-password': '--copy-to-password-file',
  'copy-to-aws-access-key-id': 'HOLDFAST_COPY_TO_AWS_ACCESS_KEY_ID',
  'copy-to-aws-secret-access-key': 'HOLDFAST_COPY_TO_AWS_SECRET_ACCESS_KEY',
  'copy-to-aws-session-token': 'HOLDFAST_COPY_TO_AWS_SESSION_TOKEN',
  'copy-to-aws-profile': 'HOLDFAST_COPY_TO_AWS_PROFILE',
  'copy-to-aws-region': 'HOLDFAST_COPY_TO_AWS_REGION',
  'copy-to-aws-role': 'AWS’s own files',
  'copy-to-storage-options': 'holdfast copy --option',
  'copy-to-object-lock': 'holdfast copy --object-lock',
  'copy-to-object-lock-days': 'holdfast copy --object-lock-days',
  'storage-options': '--option',
  'aws-access-key-id': 'AWS’s own variables',
  'aws-secret-access-key': 'AWS’s own variables',
  'aws-session-token': 'AWS’s own variables',
  'aws-profile': 'AWS’s own variables',
  'aws-region': 'AWS’s own variables',
  'aws-role': 'AWS’s own files',
  'aws-role-session-name': 'AWS’s own files',
  'artifact-retention-days': 'an action alone has artifacts',
  'artifact-token': 'the same',
  token: 'a file, the environment, or none',
  comment: 'an action alone comments',
  'ping-url': '--ping-url-file',
  'webhook-url': '--webhook-url-file',
  'webhook-template': '--webhook-template-file',
  'issue-token': 'an action alone is in a GitHub repository',
  format: '--archive-to',
  'archive-recipients': '--age-recipient',
  'archive-passphrase': '--age-passphrase-file',
  'archive-unencrypted': '--unencrypted',
  'archive-identity': '--age-identity',
  'recovery-code': '--recovery-code-file',
  passed: 'restore-verify’s output',
  label: 'only GitHub has issues',
  'github-token': 'the same',
};

/** What the code that all actions share reads, and an action doesn't have: it makes no repository, it only writes. */
const NOT_OF: Readonly<Record<string, readonly string[]>> = {
  'backup-host': ['as-of'],
  'dump-db': ['as-of', 'stop', 'volume'],
  'restore-verify': ['object-lock', 'object-lock-days', 'on', 'dry-run'],
  retention: ['on'],
  report: ['dry-run'],
  restore: ['init', 'object-lock', 'object-lock-days', 'databases', 'buckets', 'stop', 'volume'],
};

/** What an action has in a workflow alone, and a command of the same name doesn't. */
const NOT_AT_A_TERMINAL: Readonly<Record<string, readonly string[]>> = {
  plan: ['most', 'evidence', 'evidence-key'],
};

/** Read in modules that have inputs of hosts, too. */
const OF_REPOSITORY = ['repository', 'password', 'retry-lock'];

/** Read in a module that also gives outputs of a copy. */
const OF_COPY_TO = [
  '',
  '-password',
  ...['access-key-id', 'secret-access-key', 'session-token', 'profile', 'role', 'region'].map(
    (one) => `-aws-${one}`,
  ),
  '-storage-options',
].map((rest) => `copy-to${rest}`);

describe.each([
  [
    'backup-host',
    'backup',
    [
      'backup-host',
      'backup-inputs',
      'notices',
      'issues',
      'copy-to',
      'quiesce-inputs',
      'volume-inputs',
      'application-inputs',
      'application-plan',
      'archive-place',
      'backup-archive',
      'database-inputs',
      'bucket-inputs',
      'snapshot-inputs',
      'access',
      'storage-inputs',
      'cache',
      'archives',
      'post',
    ],
    [],
  ],
  [
    'dump-db',
    'dump-db',
    [
      'dump-db',
      'dump-db-inputs',
      'notices',
      'issues',
      'database-inputs',
      'snapshot-inputs',
      'access',
      'storage-inputs',
      'cache',
      'archives',
      'post',
    ],
    [],
  ],
  [
    'restore',
    'restore',
    [
      'restore',
      'configured-inputs',
      'variables',
      'notices',
      'restore-inputs',
      'restore-to-tar',
      'restore-database',
      'restore-bucket',
      'bucket-inputs',
      'restore-application',
      'restore-recorder',
      'signing-inputs',
      'application-inputs',
      'database-inputs',
      'archive-access',
      'access',
      'storage-inputs',
      'cache',
      'archives',
      'post',
    ],
    [],
  ],
  [
    'restore-verify',
    'drill',
    [
      'restore-verify',
      'notices',
      'restore-verify-inputs',
      'signing-inputs',
      'configured-inputs',
      'variables',
      'storage-inputs',
      'cache',
    ],
    OF_REPOSITORY,
  ],
  [
    'retention',
    'forget',
    [
      'retention',
      'notices',
      'retention-inputs',
      'policy-inputs',
      'configured-inputs',
      'variables',
      'evidence-inputs',
      'storage-inputs',
      'cache',
      'archives',
    ],
    OF_REPOSITORY,
  ],
  [
    'report',
    'report',
    [
      'report',
      'notices',
      'issues',
      'report-inputs',
      'policy-inputs',
      'variables',
      'evidence-inputs',
      'storage-inputs',
      'cache',
      'archives',
    ],
    ['repository', 'password', ...OF_COPY_TO],
  ],
  ['validate-config', 'validate', ['validate-config'], []],
  ['plan', 'plan', ['plan', 'plan-others', 'evidence-inputs', 'variables'], ['evidence']],
  ['drill-issue', 'drill', ['drill-issue', 'issues'], []],
  ['audit', 'audit', ['audit', 'evidence-inputs', 'variables'], []],
])('actions/%s/action.yml', (action, verb, modules, others) => {
  const file = `${ROOT}actions/${action}/action.yml`;

  test('declares the inputs and outputs that the code has, and no others', async () => {
    const yaml = await readFile(file, 'utf8');
    const code = (
      await Promise.all(modules.map((name) => readFile(`${ROOT}src/actions/${name}.ts`, 'utf8')))
    ).join();
    const named = [...code.matchAll(/(?:I|i)nput\(\s*'([\w-]+)'/g)].map(([, name]) => name);
    const read = new Set([...named, ...others]);
    for (const name of NOT_OF[action] ?? []) expect(read.delete(name)).toBe(true);
    expect(namesIn(yaml, 'inputs').sort()).toEqual([...read].sort());
    const given = [...code.matchAll(/setOutputs\(\{(.*?)\}\)/gs)].flatMap(([, body = '']) =>
      [...body.matchAll(/^ *'?([\w-]+)'?:|\{ '([\w-]+)'/gm)].map(([, a, b]) => a ?? b),
    );
    expect(namesIn(yaml, 'outputs').sort()).toEqual([...new Set(given)].sort());
  });

  test('has inputs that are the command line’s flags', async () => {
    const program = createProgram(new TaskRunner(new FakeTerminal()));
    const command = program.commands.find((one) => one.name() === verb) as Command;
    const flags = [...command.options, ...program.options].map((option) => option.long);
    for (const name of namesIn(await readFile(file, 'utf8'), 'inputs')) {
      if (NOT_AT_A_TERMINAL[action]?.includes(name)) continue;
      const other = NOT_FLAGS[name];
      if (other === undefined || other.startsWith('--')) expect(flags).toContain(other ?? `--${name}`);
    }
  });

  test('runs what is built, on the Node that we build for', async () => {
    const yaml = await readFile(file, 'utf8');
    expect(yaml).toMatch(/^ {2}using: node24$/m);
    for (const [, script = ''] of yaml.matchAll(/^ {2}(?:main|post): (\S+)$/gm)) {
      expect(existsSync(resolve(dirname(file), script))).toBe(true);
    }
  });
});

test('every action has a README', async () => {
  for (const action of await readdir(`${ROOT}actions`)) {
    expect(existsSync(`${ROOT}actions/${action}/README.md`)).toBe(true);
  }
});

/** Names of the entries of a top-level section of an action.yml of ours. */
function namesIn(yaml: string, section: string): string[] {
  const body = new RegExp(`^${section}:\\n((?: .*\\n)*)`, 'm').exec(yaml)?.[1] ?? '';
  return [...body.matchAll(/^ {2}([\w-]+):/gm)].map(([, name = '']) => name);
}
