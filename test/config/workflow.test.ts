import { describe, expect, test } from 'vitest';
import { validate } from '../../src/config/validate.ts';
import { readWorkflows } from '../../src/config/workflow.ts';
import { sample } from './sample.ts';

const readWorkflow = (text: string, name: string) => readWorkflows([{ name, text }])[0] ?? null;

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
  expect(workflow?.uses.map(({ takesTarget }) => takesTarget)).toEqual([false]);
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

describe('a caller of a reusable workflow', () => {
  const caller = (rest: string, uses = `holdfast/holdfast/.github/workflows/backup.yml@${SHA}`) =>
    `on: { schedule: [{ cron: '17 * * * *' }] }\njobs:\n  a:\n    uses: ${uses}\n${rest}`;
  const all = (...texts: string[]) =>
    validate(
      { name: 'backup.yml', text: sample() },
      texts.map((text, i) => ({ name: `.github/workflows/${i}.yml`, text })),
    )
      .findings.filter(({ rule }) => rule !== 'unused-name')
      .map(({ rule, file, at }) => `${rule} ${file}:${at.line}`);
  const P = `\${{ secrets.P }}`;

  test.each([
    [
      'among its variables',
      `    secrets:\n      HOLDFAST_ENV: >-\n        { "P": \${{ toJSON(secrets.P) }}, "Q": "x" }`,
    ],
    ['by its name', `    secrets: { P: '${P}' }`],
    ['with all others', `    secrets:\n      HOLDFAST_ENV: \${{ toJSON(secrets) }}`],
    ['with all others, inherited', '    secrets: inherit'],
  ])('hands a secret on %s', (_name, rest) => {
    expect(all(caller(rest))).toEqual([]);
  });

  test('that hands on another one is found, and one in the clear', () => {
    expect(all(caller(`    secrets: { HOLDFAST_ENV: '{"PP": "${P}"}' }`))).toEqual([
      'secret-not-passed backup.yml:3',
      'secret-not-passed backup.yml:4',
    ]);
    expect(all(caller('    secrets:\n      HOLDFAST_ENV: >-\n        {"P": "hunter22"}'))).toEqual([
      'secret-in-workflow .github/workflows/0.yml:6',
    ]);
    expect(all(caller('    secrets: { P: hunter22 }'))).toEqual([
      'secret-in-workflow .github/workflows/0.yml:5',
    ]);
  });

  test('that names a target which isn’t there, or a tag that moves, is found', () => {
    const moved = caller('    with: { target: wikki }\n    secrets: inherit').replace(SHA, 'v1');
    expect(all(moved)).toEqual([
      'moving-tag .github/workflows/0.yml:4',
      'unknown-target .github/workflows/0.yml:5',
    ]);
  });

  test('of one’s own that calls Holdfast is looked at, too, however many stand between', () => {
    const own = `on: { workflow_call: { inputs: { target: { type: string } } } }\njobs:\n  a:\n    steps:\n      - uses: holdfast/holdfast@${SHA}\n        with: { target: '\${{ inputs.target }}' }\n        env: { P: '${P}' }`;
    const between = caller(`    with: { target: '\${{ inputs.target }}' }`, './.github/workflows/0.yml');
    const outer = caller('    with: { target: wikki }', './.github/workflows/1.yml');
    expect(all(own, between, outer)).toEqual(['unknown-target .github/workflows/2.yml:5']);
    const other = 'on: workflow_call\njobs: { a: { steps: [{ run: make }] } }';
    expect(all(own, other, caller('    with: { target: x }', './.github/workflows/1.yml'))).toEqual([]);
  });

  test('that calls itself ends', () => {
    expect(all(caller('    secrets: inherit', './.github/workflows/0.yml'))).toEqual([]);
  });
});

test('a step is given secrets by its input `variables`, too', () => {
  const step = `jobs: { a: { steps: [{ uses: holdfast/holdfast@${SHA}, with: { target: wiki, variables: '{"P": \${{ toJSON(secrets.P) }}}' } }] } }`;
  const found = validate({ name: 'backup.yml', text: sample() }, [{ name: 'w.yml', text: step }]).findings;
  expect(found.filter(({ rule }) => rule === 'secret-not-passed')).toEqual([]);
});

const HIDDEN = `on: pull_request_target\njobs:\n  a:\n    steps:\n      - uses: holdfast/holdfast@${SHA}\n`;

test.each([
  ['behind a long line', `# ${'x'.repeat(5000)}\n${HIDDEN}`, 'unread-workflow@1'],
  ['behind a long file', `${`# ${'x'.repeat(4000)}\n`.repeat(100)}${HIDDEN}`, 'unread-workflow@1'],
  ['behind another document', `{}\n---\n${HIDDEN}`, 'unread-workflow@2'],
  [
    'behind an alias',
    `env: { E: &e pull_request_target }\n${HIDDEN.replace(/on: .*/, 'on: *e')}`,
    'unread-workflow@2',
  ],
  [
    'whose use of Holdfast is behind one',
    `env: { E: &e holdfast/holdfast@v1 }\n${HIDDEN.replace(/uses: .*/, 'uses: *e')}`,
    'unread-workflow@6',
  ],
  [
    'whose use of Holdfast is spelled otherwise',
    `# ${'x'.repeat(5000)}\n${HIDDEN.replaceAll('holdfast', '\\x68oldfast')}`,
    'unread-workflow@1',
  ],
])('what no rule can look at is told: %s', (_where, text, expected) => {
  expect(rules(text)).toContain(expected);
});

test('what of other workflows can’t be read is nobody’s business here', () => {
  const other = HIDDEN.replaceAll('holdfast', 'checkout');
  expect(rules(`# ${'x'.repeat(5000)}\n${other}`)).toEqual([]);
  expect(rules(`env: { E: &e x }\n${other.replace(/on: .*/, 'on: *e')}`)).toEqual([]);
});
