import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Check, scriptCheck } from '../../src/apps/check.ts';
import { GIT_FSCK } from '../../src/apps/git-check.ts';
import { fromText } from '../../src/bytestring.ts';
import { localHost } from '../../src/hosts/local.ts';

const run = promisify(execFile);
const host = localHost();
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-git-check-'));
  await mkdir(join(folder, 'tmp'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function sh(script: string): Promise<string> {
  const env = { PATH: process.env['PATH'], HOME: folder, GIT_CONFIG_NOSYSTEM: '1' };
  const setup = `git() { command git -c user.name=x -c user.email=x@x -c protocol.file.allow=always "$@"; }\n`;
  return (await run('bash', ['-ec', setup + script], { cwd: folder, env })).stdout;
}

/** A repository with two commits, of which the first is in a pack. */
const MAKE = `git init -q repository; cd repository
echo one >a; git add a; git commit -qm one; git gc -q; echo two >b; git add b; git commit -qm two; cd ..\n`;

async function look(path: string) {
  const check: Check = scriptCheck(
    { name: 'x', title: 'x', needs: 'files' },
    `export TMPDIR=${folder}/tmp\n${GIT_FSCK}cd "$root" || exit 1\ngit_fsck ${path} || exit 1\necho 1`,
  );
  const result = await check.run({ host, root: fromText(folder), signal: new AbortController().signal });
  expect(await readdir(join(folder, 'tmp'))).toEqual([]);
  return result;
}

describe('a restored repository', () => {
  test('runs no program of its own configuration’s, where fsck alone would', async () => {
    await sh(`${MAKE}cd repository
printf '#!/bin/sh\\ntouch ${folder}/canary\\n' >.git/evil; chmod +x .git/evil
git config core.fsmonitor .git/evil; git update-index --fsmonitor; git status >/dev/null; rm -f ../canary`);
    await sh('cd repository; git fsck 2>/dev/null');
    expect(await readdir(folder)).toContain('canary');
    await rm(join(folder, 'canary'));
    expect(await look('repository/.git')).toMatchObject({ state: 'passed' });
    expect(await readdir(folder)).not.toContain('canary');
  });

  test.each([
    ['a folder with a repository', '', 'repository/.git'],
    ['a bare one', 'git clone -q --bare repository bare', 'bare'],
    ['a shallow one', 'git clone -q --depth 1 "file://$PWD/repository" shallow', 'shallow/.git'],
    [
      'one that fetches what it needs later',
      'git -C repository config uploadpack.allowFilter true; git clone -q --no-checkout --filter=blob:none "file://$PWD/repository" partial',
      'partial/.git',
    ],
    [
      'one with SHA-256',
      'git init -q --object-format=sha256 s; cd s; echo x >a; git add a; git commit -qm x',
      's/.git',
    ],
    [
      'one whose index is in two files',
      'cd repository; git update-index --split-index; echo 3 >c; git add c',
      'repository/.git',
    ],
    ['a second working tree', 'cd repository; git worktree add -q ../second', "'second/.git'"],
    [
      'a submodule',
      'git init -q outer; cd outer; git submodule --quiet add ../repository inner',
      'outer/inner/.git',
    ],
    ['one without a commit', 'git init -q empty', 'empty/.git'],
  ])('passes: %s', async (_what, script, path) => {
    await sh(MAKE + script);
    if (path.includes('second'))
      await sh(
        'cd second; echo "gitdir: $(sed -n \'s/^gitdir: .*\\(repository.*\\)/..\\/\\1/p\' .git)" >.git',
      );
    const { state, detail } = await look(path);
    expect({ state, detail }).toMatchObject({ state: 'passed' });
  });

  test.each([
    ['an object that is missing', 'rm .git/objects/$(git rev-parse HEAD | sed "s,..,&/,")'],
    ['a file’s content that is missing', 'rm .git/objects/$(git rev-parse HEAD:b | sed "s,..,&/,")'],
    [
      'one that is staged alone',
      'echo 3 >c; git add c; rm .git/objects/$(git rev-parse :c | sed "s,..,&/,")',
    ],
    [
      'a damaged pack',
      'chmod u+w .git/objects/pack/*.pack; printf x | dd of="$(echo .git/objects/pack/*.pack)" bs=1 seek=40 conv=notrunc 2>/dev/null',
    ],
    ['no objects at all', 'rm -r .git/objects'],
    ['a branch that leads nowhere', 'echo 1111111111111111111111111111111111111111 >.git/refs/heads/lost'],
  ])('fails: %s', async (_what, script) => {
    await sh(`${MAKE}cd repository; ${script}`);
    expect(await look('repository/.git')).toMatchObject({ state: 'failed' });
  });
});
