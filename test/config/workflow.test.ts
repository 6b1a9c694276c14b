import { expect, test } from 'vitest';
import { validate } from '../../src/config/validate.ts';
import { readWorkflow, takesTarget } from '../../src/config/workflow.ts';
import { sample } from './sample.ts';

const rules = (text: string, config = sample()) =>
  validate({ name: 'backup.yml', text: config }, [{ name: 'w.yml', text }])
    .findings.filter(({ file }) => file === 'w.yml')
    .map(({ rule, at }) => `${rule}@${at.line}`);

const SHA = '0123456789012345678901234567890123456789';

test('a workflow that has nothing to do with Holdfast is none of ours', () => {
  expect(
    readWorkflow('on: pull_request_target\njobs: { a: { steps: [{ uses: actions/checkout@v6 }] } }', 'w.yml'),
  ).toBeNull();
  expect(readWorkflow('jobs: 5', 'w.yml')).toBeNull();
  expect(readWorkflow('[', 'w.yml')).toBeNull();
  expect(readWorkflow('a: &x 1\nb: *x', 'w.yml')).toBeNull();
});

test.each([
  ['an action', 'jobs: { a: { steps: [{ uses: holdfast/holdfast/actions/restore@v1 }] } }'],
  ['a fork’s', 'jobs: { a: { steps: [{ uses: somebody/Holdfast@v1 }] } }'],
  ['a reusable workflow', 'jobs: { a: { uses: holdfast/holdfast/.github/workflows/backup.yml@v1 } }'],
  ['the command line', 'jobs: { a: { steps: [{ run: npx holdfast backup }] } }'],
  ['its own checkout', 'jobs: { a: { steps: [{ uses: ./actions/backup-host }] } }'],
])('one that uses it is looked at: %s', (_name, text) => {
  expect(readWorkflow(text, 'w.yml')).not.toBeNull();
});

test('a restore’s `target` is a folder: it names no target of ours', () => {
  const workflow = readWorkflow(
    'jobs: { a: { steps: [{ uses: holdfast/holdfast/actions/restore@v1, with: { target: /tmp/x } }] } }',
    'w.yml',
  );
  expect(workflow?.uses.map(takesTarget)).toEqual([false]);
});

test('variables are seen wherever a workflow may set them', () => {
  const step = `steps: [{ uses: holdfast/holdfast@${SHA}, with: { target: wiki }`;
  const envs = [
    `jobs: { a: { ${step}, env: { P: '\${{ secrets.P }}' } }] } }`,
    `jobs: { a: { env: { P: '\${{ secrets.P }}' }, ${step} }] } }`,
    `env: { P: '\${{ secrets.P }}' }\njobs: { a: { ${step} }] } }`,
    `jobs: { a: { uses: holdfast/holdfast/.github/workflows/backup.yml@${SHA}, secrets: inherit } }`,
    `jobs: { a: { uses: holdfast/holdfast/.github/workflows/backup.yml@${SHA}, secrets: { HOLDFAST_ENV: '{"X": \${{ toJSON(secrets.X) }}, "P": \${{ toJSON(secrets.P) }}}' } } }`,
    `jobs: { a: { uses: holdfast/holdfast/.github/workflows/backup.yml@${SHA}, secrets: { HOLDFAST_ENV: '\${{ secrets.HOLDFAST_ENV }}' } } }`,
    `jobs: { a: { steps: [{ uses: holdfast/holdfast@${SHA}, with: { target: wiki, variables: '{"P": \${{ toJSON(secrets.P) }}}' } }] } }`,
  ];
  const missing = (text: string) =>
    validate({ name: 'backup.yml', text: sample() }, [{ name: 'w.yml', text }]).findings.filter(
      ({ rule }) => rule === 'secret-not-passed',
    ).length;
  expect(envs.map(missing)).toEqual(envs.map(() => 0));
  const other = `{ HOLDFAST_ENV: '{"Q": \${{ toJSON(secrets.Q) }}}' }`;
  expect(
    missing(
      `jobs: { a: { uses: holdfast/holdfast/.github/workflows/backup.yml@${SHA}, secrets: ${other} } }`,
    ),
  ).toBeGreaterThan(0);
  expect(missing(`jobs: { a: { ${step} }] } }`)).toBeGreaterThan(0);
});

test('a secret in the clear is found also where variables are handed on as one', () => {
  const secrets = `{ HOLDFAST_ENV: '{"P": "hunter2"}' }`;
  const text = `jobs:\n  a:\n    uses: holdfast/holdfast/.github/workflows/backup.yml@${SHA}\n    secrets: ${secrets}`;
  expect(rules(text)).toEqual(['secret-in-workflow@4']);
});

test('expressions are neither expanded nor judged; another configuration’s targets aren’t ours', () => {
  const step = (inputs: string) =>
    `jobs:\n  a:\n    steps:\n      - uses: holdfast/holdfast@${SHA}\n        with: { ${inputs} }\n        env: { P: '\${{ secrets.P }}' }`;
  expect(rules(step(`target: '\${{ matrix.target }}'`))).toEqual([]);
  expect(rules(step('target: nobody, config: other.yml'))).toEqual([]);
  expect(rules(step('target: nobody'))).toEqual(['unknown-target@5']);
  expect(rules(step('target: constructor'))).toEqual(['unknown-target@5']);
});

test.each([
  [`actions/checkout@${SHA}`, []],
  ['actions/checkout@v6', ['moving-tag@5']],
  ['actions/checkout@main', ['moving-tag@5']],
  ['actions/checkout@0123456', ['moving-tag@5']],
  ['docker://alpine:3', ['moving-tag@5']],
  [`docker://alpine@sha256:${'a'.repeat(64)}`, []],
  ['./mine', []],
])('of %s it is told whether it can be moved', (uses, expected) => {
  const text = `jobs:\n  a:\n    steps:\n      - { uses: holdfast/holdfast@${SHA}, env: { P: '\${{ secrets.P }}' } }\n      - uses: ${uses}\n`;
  expect(rules(text)).toEqual(expected);
});

test.each(['on: pull_request_target', 'on: [push, pull_request_target]', 'on:\n  pull_request_target:\n'])(
  '%j is found',
  (on) => {
    const found = rules(
      `${on}\njobs: { a: { steps: [{ uses: holdfast/holdfast@${SHA}, env: { P: '\${{ secrets.P }}' } }] } }`,
    );
    expect(found.map((one) => one.split('@')[0])).toEqual(['pull-request-target']);
  },
);
