import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { exampleFiles } from '../../scripts/docs/examples.ts';
import { checkCheckout } from '../../src/config/check-checkout.ts';

const ROOT = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const filesIn = (folder: string) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(join(ROOT, path)).isFile());

const OWN = filesIn('.github/workflows');
const EXAMPLES = filesIn('examples');
const EXAMPLE_WORKFLOWS = EXAMPLES.filter((path) => path.includes('/.github/workflows/'));

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job extends Step {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>> | string;
  readonly steps?: readonly Step[];
}
interface WorkflowFile {
  readonly on: Readonly<Record<string, { readonly inputs?: object; readonly secrets?: object } | null>>;
  readonly permissions?: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflowOf = (path: string) => parse(read(path)) as WorkflowFile;
const REUSABLE = OWN.filter((path) => 'workflow_call' in workflowOf(path).on);
const stepsOf = (path: string) => Object.values(workflowOf(path).jobs).flatMap(({ steps = [] }) => steps);

/** An action or a reusable workflow of ours, as a path of this project; null: somebody else's. */
function ownPath(uses: string): string | null {
  return /^holdfast\/holdfast\/?([^@]*)@/.exec(uses)?.[1] ?? null;
}

describe.each(OWN.map((path) => [path]))('%s', (path) => {
  test('gives actions of ours only inputs that they have', () => {
    for (const { uses = '', with: given = {} } of stepsOf(path)) {
      const own = ownPath(uses);
      if (own === null) continue;
      const { inputs } = parse(read(join(own, 'action.yml'))) as { inputs: object };
      expect(Object.keys(given).filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
    }
  });

  test('puts no expression into a shell', () => {
    for (const { run = '' } of stepsOf(path)) expect(run).not.toContain('${{');
  });
});

test('what is reusable runs on nothing else, and gets no more than HOLDFAST_… of the secrets', () => {
  expect(REUSABLE.length).toBeGreaterThan(5);
  for (const path of REUSABLE) {
    const { on } = workflowOf(path);
    expect(Object.keys(on)).toEqual(['workflow_call']);
    for (const name of Object.keys(on['workflow_call']?.secrets ?? {})) expect(name).toMatch(/^HOLDFAST_/);
  }
  expect(read('.github/workflows/validate.yml')).not.toContain('secrets');
});

const LEVELS = ['none', 'read', 'write'];

/** What jobs of a workflow ask for that a caller doesn't give: GitHub then starts no job at all, also if that one would be skipped. */
function notGiven(called: WorkflowFile, given: Readonly<Record<string, string>>): string[] {
  return Object.values(called.jobs).flatMap(({ permissions = {} }) =>
    Object.entries(permissions)
      .filter(([scope, level]) => LEVELS.indexOf(level) > LEVELS.indexOf(given[scope] ?? 'none'))
      .map(([scope, level]) => `${scope}: ${level}`),
  );
}

test('no workflow asks for a right that the least caller, or its how-to, doesn’t give', () => {
  const page = read('docs/how-to/workflows.md');
  const [, example = ''] = /## The report as a page.*?```yaml\n(.*?)```/s.exec(page) ?? [];
  const { permissions = {}, uses } = (parse(example) as WorkflowFile).jobs['report'] ?? {};
  expect(ownPath(uses ?? '')).toBe('.github/workflows/report-pages.yml');
  for (const path of REUSABLE) {
    const isPages = basename(path) === 'report-pages.yml';
    expect(notGiven(workflowOf(path), isPages ? permissions : { contents: 'read' })).toEqual([]);
  }
  expect(notGiven(workflowOf('.github/workflows/report-pages.yml'), {})).toContain('pages: write');
});

test.each([
  ['echo private', 0],
  ['echo internal', 0],
  ['echo public', 1],
  ['exit 4', 1],
])('a report’s page is uploaded where it is private, and nowhere else: %s', (says, status) => {
  const steps = stepsOf('.github/workflows/report.yml');
  const at = steps.findIndex(({ id }) => id === 'private');
  expect(steps[at + 1]).toMatchObject({ if: expect.stringContaining("steps.private.outcome == 'success'") });
  expect(steps[at + 1]?.uses).toMatch(/^actions\/upload-artifact@/);
  const bin = mkdtempSync(join(tmpdir(), 'holdfast-gh-'));
  try {
    writeFileSync(join(bin, 'gh'), `#!/bin/sh\n${says}\n`);
    chmodSync(join(bin, 'gh'), 0o700);
    const env = { PATH: `${bin}:${process.env['PATH']}`, GITHUB_REPOSITORY: 'acme/wiki' };
    const ended = spawnSync('bash', ['-e', '-c', steps[at]?.run ?? ''], { env, encoding: 'utf8' });
    expect(ended.status).toBe(status);
    expect(ended.stdout.includes('::error::Cannot upload the report')).toBe(status !== 0);
  } finally {
    rmSync(bin, { recursive: true });
  }
});

test('who may see a report’s page is asked where this runs, and the token goes nowhere else', () => {
  const asking = stepsOf('.github/workflows/report.yml').find(({ id }) => id === 'private');
  const bin = mkdtempSync(join(tmpdir(), 'holdfast-gh-'));
  try {
    const says = '[ "$GH_HOST $GH_TOKEN $GH_ENTERPRISE_TOKEN" = "acme.ghe.com t t" ] && echo private';
    writeFileSync(join(bin, 'gh'), `#!/bin/sh\n${says}\n`);
    chmodSync(join(bin, 'gh'), 0o700);
    const server = {
      GITHUB_SERVER_URL: 'https://acme.ghe.com',
      GITHUB_REPOSITORY: 'acme/wiki',
      GH_TOKEN: 't',
    };
    const env = { PATH: `${bin}:${process.env['PATH']}`, ...server };
    expect(spawnSync('bash', ['-e', '-c', asking?.run ?? ''], { env }).status).toBe(0);
  } finally {
    rmSync(bin, { recursive: true });
  }
});

test('what a re-run publishes is what it uploaded: of two pages by one name GitHub publishes none', () => {
  const { jobs } = workflowOf('.github/workflows/report-pages.yml');
  const uploaded = jobs['report']?.steps?.find(({ id }) => id === 'upload')?.with?.['name'];
  expect(uploaded).toContain('github.run_attempt');
  // Where that job is not run again its outputs are those of its own attempt.
  expect((jobs['report'] as { outputs?: object } | undefined)?.outputs).toMatchObject({ artifact: uploaded });
  expect(jobs['pages']?.steps?.find(({ id }) => id === 'deploy')?.with).toEqual({
    artifact_name: expect.stringMatching(/^\$\{\{ needs\.report\.outputs\.artifact \}\}$/),
  });
});

test('a restore that can’t be held to an ID ends before anybody is asked', () => {
  const { jobs } = workflowOf('.github/workflows/restore.yml');
  const guard = jobs['dry-run']?.steps?.at(-1);
  expect(guard).toMatchObject({ if: expect.stringContaining("steps.restore.outputs.snapshot-id == ''") });
  expect(spawnSync('bash', ['-e', '-c', guard?.run ?? '']).status).toBe(1);
  expect(jobs['restore']).toMatchObject({ needs: 'dry-run' });
});

/** What GitHub makes of an expression of `&&`, `||`, `!` and `contains`, which it evaluates as JavaScript does. */
function evaluated(expression: unknown, names: Readonly<Record<string, unknown>>): unknown {
  const [, inner = ''] = /^\$\{\{(.*)\}\}$/.exec(String(expression)) ?? [];
  const code = Object.keys(names).reduce(
    (text, name) => text.replaceAll(name, `names[${JSON.stringify(name)}]`),
    inner,
  );
  const contains = (text: string, part: string) => text.toLowerCase().includes(part.toLowerCase());
  return new Function('names', 'contains', `return ${code}`)(names, contains);
}

test.each([
  ['latest', 'held'],
  [' latest ', 'held'],
  ['LATEST', 'held'],
  ['0123', 'held'],
  ['0123:/srv/latest', 'as it is'],
  ['latest:/srv', 'refused'],
  [' latest:/srv', 'refused'],
])(
  'a restore of “%s” is %s: the newest at its end is never another than what was approved',
  (snapshot, expected) => {
    const { jobs } = workflowOf('.github/workflows/restore.yml');
    const guard = (jobs['dry-run']?.steps?.at(-1) as { if?: unknown } | undefined)?.if;
    const isRefused = (id: string) =>
      evaluated(guard, {
        'inputs.dry-run': false,
        'steps.restore.outputs.snapshot-id': id,
        'inputs.snapshot': snapshot,
      });
    const restored = evaluated(jobs['restore']?.steps?.at(-1)?.with?.['snapshot'], {
      'needs.dry-run.outputs.snapshot-id': 'ID',
      'inputs.snapshot': snapshot,
    });
    expect(
      isRefused('ID') ? 'refused' : restored === 'ID' ? 'held' : restored === snapshot && 'as it is',
    ).toBe(expected);
    if (/latest *$/i.test(snapshot) && !snapshot.includes(':')) expect(isRefused('')).toBe(true);
  },
);

test('everything is pinned by the full SHA of a commit, and the same thing by the same', () => {
  const pins = new Map<string, Set<string>>();
  for (const path of [...OWN, ...EXAMPLE_WORKFLOWS, ...filesIn('actions'), ...filesIn('docs/how-to')]) {
    const isRunnable = path.endsWith('.yml');
    for (const [, name = '', rest = ''] of read(path).matchAll(
      /^\s*(?:- )?uses: (?!\.\/)([^@\s]+)@(.*)$/gm,
    )) {
      const repository = name.split('/').slice(0, 2).join('/');
      if (isRunnable) expect(`${path}: ${name}@${rest}`).toMatch(/@[0-9a-f]{40} # v\d+(\.\d+)*$/);
      if (/^[0-9a-f]{40} /.test(rest)) pins.set(repository, (pins.get(repository) ?? new Set()).add(rest));
    }
  }
  expect([...pins].filter(([, refs]) => refs.size > 1).map(([name, refs]) => [name, ...refs])).toEqual([]);
});

test('the root action is what a marketplace takes', () => {
  const { name, description, author, branding } = parse(read('action.yml')) as Record<string, string>;
  expect(name).toMatch(/^Holdfast [a-z]+$/); // no other has it, nor is it a word of GitHub's own
  expect(description?.length).toBeLessThanOrEqual(125);
  expect(author).toBeTruthy();
  expect(branding).toEqual({ icon: 'anchor', color: 'blue' });
});

test('examples are what is made of their configurations', () => {
  const made = exampleFiles(ROOT);
  expect(EXAMPLE_WORKFLOWS.sort()).toEqual([...made.keys()].sort());
  for (const [path, text] of made) expect(read(path)).toBe(text);
});

/** Beside the checkout. */
const RIGHTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'audit.yml': { 'id-token': 'write', actions: 'read' },
  'backup.yml': { 'id-token': 'write' },
  'report.yml': { 'id-token': 'write' },
  'restore-drill.yml': { 'id-token': 'write', issues: 'write' },
  'restore.yml': { 'id-token': 'write' },
  'retention.yml': { 'id-token': 'write' },
  'validate.yml': { 'pull-requests': 'write' },
};

describe.each(readdirSync(join(ROOT, 'examples')).map((name) => [name]))('examples/%s', (name) => {
  const callers = EXAMPLE_WORKFLOWS.filter((path) => path.startsWith(join('examples', name, '/')));

  test('has nothing for our own check to find', async () => {
    const root = join(ROOT, 'examples', name);
    const order = {
      root,
      config: 'backup.yml',
      workflows: '.github/workflows',
      base: null,
      strict: true,
      readItems: null,
    };
    const { validation, counts } = await checkCheckout(order);
    expect(validation.findings).toEqual([]);
    expect(counts).toEqual({ error: 0, warning: 0, notice: 0 });
  });

  test('calls workflows of ours with inputs and secrets that they have, and no more rights than are needed', () => {
    for (const path of callers) {
      const { permissions, jobs } = workflowOf(path);
      expect(permissions).toEqual({});
      for (const job of Object.values(jobs)) {
        const own = ownPath(job.uses ?? '');
        const called = workflowOf(own ?? '').on['workflow_call'];
        const unknown = (given: object, known: object | undefined) =>
          Object.keys(given).filter((one) => !Object.hasOwn(known ?? {}, one));
        expect(unknown(job.with ?? {}, called?.inputs)).toEqual([]);
        expect(unknown(Object(job.secrets ?? {}), called?.secrets)).toEqual([]);
        expect(job.permissions).toEqual({ contents: 'read', ...RIGHTS[basename(path)] });
        expect(notGiven(workflowOf(own ?? ''), job.permissions ?? {})).toEqual([]);
      }
    }
  });

  test('hands on secrets as one line, so that no brace of it is masked', () => {
    for (const path of callers) {
      for (const { secrets } of Object.values(workflowOf(path).jobs)) {
        if (secrets === undefined) continue;
        const text = Object(secrets)['HOLDFAST_ENV'] as string;
        expect(text).not.toContain('\n');
        expect(JSON.parse(text.replaceAll(/\$\{\{ toJSON\(secrets\.\w+\) \}\}/g, '"x"'))).toBeInstanceOf(
          Object,
        );
      }
    }
  });
});
