import { execFileSync } from 'node:child_process';
import { chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { sample } from '../config/sample.ts';
import { holdfast } from './terminal.ts';

const root = mkdtempSync(join(tmpdir(), 'holdfast-validate-'));
const CLEAN = sample().replace(/^ {2}(db|other): .*\n/gm, '');
const AUTHOR = {
  ...process.env,
  ...{
    GIT_AUTHOR_NAME: 't',
    GIT_AUTHOR_EMAIL: 't@example',
    GIT_COMMITTER_NAME: 't',
    GIT_COMMITTER_EMAIL: 't@example',
  },
};
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';
const git = (...args: string[]) =>
  execFileSync('git', ['-C', root, '-c', 'user.name=t', '-c', 'user.email=t@example', ...args]);

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  put('backup.yml', CLEAN);
  git('add', '-A');
  git('commit', '-q', '-m', 'before');
});
afterAll(() => rmSync(root, { recursive: true }));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function put(name: string, text: string): void {
  mkdirSync(join(root, name, '..'), { recursive: true });
  writeFileSync(join(root, name), text);
}

async function validate(config: string, ...flags: string[]) {
  put('backup.yml', config);
  vi.spyOn(process, 'cwd').mockReturnValue(root);
  return holdfast(['validate', ...flags]);
}

test('a file in order is exit status 0, with what it means', async () => {
  const { status, stdout } = await validate(
    CLEAN.replace('[/srv/wiki]', '[/srv/wiki], schedule: 17 3 * * *'),
  );
  expect(status).toBe(0);
  expect(stdout).toMatch(/^wiki +web +At 03:17 \(UTC\) +\d{4}-\d\d-\d\d 03:17$/m);
  expect(stdout).toContain('0 errors, 0 warnings, 0 notices.');
});

test('findings stand as a compiler’s, with what to do below; an error is exit status 1, a warning with --strict', async () => {
  const { status, stdout } = await validate(CLEAN.replace('host: web', 'host: wbe'));
  expect(status).toBe(1);
  expect(stdout).toContain(
    'backup.yml:7:17: error: the target `wiki` is on `wbe`, and there is no such host [unknown-host]\n    Did you mean `web`?',
  );
  const warned = CLEAN.replace(', known-hosts: SHA256:x', '');
  expect((await validate(warned)).status).toBe(0);
  expect((await validate(warned, '--strict')).status).toBe(1);
});

test('--json has all of it', async () => {
  const { json } = await validate(CLEAN.replace('paths', 'patsh'), '--json');
  expect(json.at(-1)).toMatchObject({
    passed: false,
    errors: 1,
    findings: [{ rule: 'unknown-key', at: { line: 7, column: 37 } }],
  });
});

test('--base-ref compares with another commit', async () => {
  const { stdout } = await validate(CLEAN.replace('[/srv/wiki]', '[/srv/other]'), '--base-ref', 'main');
  expect(stdout).toContain('! wiki: paths +/srv/other -/srv/wiki');
  expect((await validate(CLEAN, '--base-ref', 'main')).stdout).toContain('Nothing changes for any target.');
});

test.each(['--output=/tmp/x', 'main:backup.yml', 'a..b', 'nowhere', '$(id)', 'main\n'])(
  'no commit is %j',
  async (ref) => {
    const { status, stderr } = await validate(CLEAN, `--base-ref=${ref}`);
    expect(status).toBe(1);
    expect(stderr).toContain('Cannot compare with');
  },
);

test('a clone that lacks the base’s files isn’t taken for a base without them: a target that goes would go unseen', async () => {
  git('config', 'uploadpack.allowFilter', 'true');
  const gone = CLEAN.replace('  wiki:', '  notes:');
  for (const filter of ['blob:none', 'tree:0']) {
    const partial = join(root, `partial-${filter.replace(':', '-')}`);
    git('clone', '-q', '--no-checkout', `--filter=${filter}`, `file://${root}`, partial);
    writeFileSync(join(partial, 'backup.yml'), gone);
    vi.spyOn(process, 'cwd').mockReturnValue(partial);
    const { status, stdout, stderr } = await holdfast(['validate', '--base-ref', 'main']);
    expect(stderr).toMatch(/Cannot compare with "main": git says "could not fetch .*without `filter`/);
    expect(stdout).not.toContain('+ notes');
    expect(status).toBe(1);
  }
  expect((await validate(gone, '--base-ref', 'main')).stdout).toContain('- wiki: not backed up any more');
});

test('a commit that has no configuration yet is one without targets', async () => {
  const before = execFileSync('git', ['-C', root, 'commit-tree', '-m', 'none', EMPTY_TREE], {
    encoding: 'utf8',
    env: AUTHOR,
  });
  const { stdout } = await validate(CLEAN, '--base-ref', before.trim());
  expect(stdout).toContain('+ wiki: paths +');
});

test.skipIf(process.getuid?.() !== 0)(
  'a checkout of another account’s, as in a job’s container, is told as that',
  async () => {
    const theirs = join(root, 'theirs');
    git('clone', '-q', root, theirs);
    chownSync(theirs, 1001, 1001);
    vi.stubEnv('HOME', root);
    vi.spyOn(process, 'cwd').mockReturnValue(theirs);
    const { status, stderr } = await holdfast(['validate', '--base-ref', 'main']);
    expect(status).toBe(1);
    expect(stderr).toContain('git config --global --add safe.directory "$PWD"');
  },
);

test('git is not told our password', async () => {
  const told = join(root, 'told');
  mkdirSync(join(root, 'bin'), { recursive: true });
  const real = execFileSync('sh', ['-c', 'command -v git'], { encoding: 'utf8' }).trim();
  writeFileSync(join(root, 'bin/git'), `#!/bin/sh\nenv >> ${told}\nexec ${real} "$@"\n`, { mode: 0o755 });
  vi.stubEnv('PATH', `${join(root, 'bin')}:${process.env['PATH']}`);
  vi.stubEnv('RESTIC_PASSWORD', 'a canary');
  expect((await validate(CLEAN, '--base-ref', 'main')).stdout).toContain('Nothing changes for any target.');
  const environment = readFileSync(told, 'utf8');
  expect(environment).toContain('GIT_NO_LAZY_FETCH=1');
  expect(environment).not.toContain('a canary');
});

test('--base and --base-ref contradict each other; a file that isn’t there is named', async () => {
  expect((await validate(CLEAN, '--base', 'x', '--base-ref', 'main')).stderr).toContain(
    'Cannot use both --base and --base-ref',
  );
  expect((await validate(CLEAN, '--base', 'x')).stderr).toContain(
    'Cannot read "x": no such file or directory (ENOENT)',
  );
});

test('a folder of workflows that somebody mistyped isn’t taken for one without any', async () => {
  const { status, stderr } = await validate(CLEAN, '--workflows', '.github/workflow');
  expect(status).toBe(1);
  expect(stderr).toContain('Cannot read ".github/workflow": no such file or directory (ENOENT)');
});

test('a base that can’t be read is said, and hides no finding', async () => {
  put('old.yml', 'version: 9');
  const { status, stderr } = await validate(CLEAN, '--base', 'old.yml');
  expect(status).toBe(0);
  expect(stderr).toContain('What changes isn’t known: the configuration before can’t be read.');
});

test('a checkout that is made to look like a bare repository, whose configuration git would heed, is none', async () => {
  const bare = join(root, 'bare');
  git('clone', '-q', '--bare', root, bare);
  writeFileSync(join(bare, 'backup.yml'), CLEAN);
  vi.spyOn(process, 'cwd').mockReturnValue(bare);
  const { status, stderr } = await holdfast(['validate', '--base-ref', 'main']);
  expect(status).toBe(1);
  expect(stderr).toContain('Cannot compare with "main": git says ');
});
