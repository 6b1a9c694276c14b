import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ApplicationRecord } from '../../src/apps/application.ts';
import { findApplication } from '../../src/apps/applications.ts';
import { fromText } from '../../src/bytestring.ts';
import { localHost } from '../../src/hosts/local.ts';

// A drill without a container has a profile's checks look at what was restored on the runner itself, and a restore of an
// application on its host, as root: who could write the application's files must not run anything there.

const run = promisify(execFile);
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-planted-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All that a tool might take for its own: a module of Python's, and a repository that names a program. */
const PLANT = `
plant() {
  mkdir -p "$1"; printf 'import os\\nos.system("touch %s/canary-python")\\n' "$PWD" >"$1/json.py"
  cp "$1/json.py" "$1/sys.py"
}
repository() {
  git init -q "$@"; git=$(eval "echo \\$$#"); [ ! -d "$git/.git" ] || git=$git/.git
  printf '#!/bin/sh\\ntouch %s/canary-git\\n' "$PWD" >"$git/evil"; chmod +x "$git/evil"
  export GIT_DIR=$git GIT_WORK_TREE=$PWD/work; mkdir -p work; echo x >work/a
  git add a; git -c user.name=x -c user.email=x@x commit -qm x
  git config core.fsmonitor "$PWD/$git/evil"; git update-index --fsmonitor; git status >/dev/null
  unset GIT_DIR GIT_WORK_TREE; rm -f canary-git
}
`;

interface Planted {
  readonly profile: string;
  readonly settings?: object;
  readonly facts?: Readonly<Record<string, string>>;
  readonly script: string;
  /** The checks that would have run it. */
  readonly passed: readonly string[];
}

const PLANTED: readonly Planted[] = [
  {
    profile: 'dss',
    settings: { 'data-dir': '/data', user: 'nobody' },
    facts: { node_type: 'design' },
    script: 'plant data; mkdir data/config; echo "{}" >data/config/x.json; repository data/config/r',
    passed: ['configuration', 'repositories'],
  },
  {
    profile: 'dolt',
    settings: { 'data-dir': '/data' },
    facts: { data_dir: '/data', way: 'backup' },
    script: 'plant data; mkdir -p data/.dolt; echo "{}" >data/.dolt/config.json',
    passed: ['configuration'],
  },
  {
    profile: 'looker',
    settings: { home: '/home' },
    facts: { backend: 'mysql' },
    script: 'plant home/looker; repository home/looker/models-user-1',
    passed: ['models'],
  },
  {
    profile: 'dokku',
    script: 'plant home/dokku; repository --bare home/dokku/app',
    passed: ['repositories'],
  },
];

test.each(PLANTED)('$profile: nothing that was planted in it runs while it is checked', async (planted) => {
  const { profile, settings = {}, facts = {}, script, passed } = planted;
  const env = { PATH: process.env['PATH'], HOME: folder };
  await run('bash', ['-ec', PLANT + script], { cwd: folder, env });
  const record = { profile, settings, facts } as unknown as ApplicationRecord;
  const checks = findApplication(profile, 'app').configure(settings, 'options').checks(record);
  const place = { host: localHost(), root: fromText(folder), signal: new AbortController().signal };
  const found: string[] = [];
  for (const check of checks.filter(({ needs }) => needs === 'files'))
    if ((await check.run(place)).state === 'passed') found.push(check.name);
  await place.host.close();
  expect(found).toEqual(expect.arrayContaining([...passed]));
  expect((await readdir(folder)).filter((name) => name.startsWith('canary'))).toEqual([]);
});

test.each([
  ['dokku', {}, {}, 'environments', 'home/dokku/app/ENV'],
  ['looker', { home: '/home' }, { backend: 'mysql' }, 'configuration', 'home/looker/lookerstart.cfg'],
] as const)(
  '%s: a file that no shell can read is told by its line, not by what stands there',
  async (...given) => {
    const [profile, settings, facts, name, file] = given;
    await mkdir(join(folder, dirname(file)), { recursive: true });
    const record = { profile, settings, facts } as unknown as ApplicationRecord;
    const checks = findApplication(profile, 'app').configure(settings, 'options').checks(record);
    const host = localHost();
    const look = () =>
      checks
        .find((check) => check.name === name)
        ?.run({ host, root: fromText(folder), signal: new AbortController().signal });
    await writeFile(join(folder, 'elsewhere'), 'export A=1\nexport TOKEN=hunter2 (hunter2\n');
    await symlink(join(folder, 'elsewhere'), join(folder, file));
    const detail = await look();
    expect(detail).toMatchObject({
      state: 'failed',
      detail: expect.stringMatching(/can't be read by a shell: line 2$/),
    });
    expect(detail?.detail).not.toContain('hunter');
    await rm(join(folder, file));
    await symlink('/dev/zero', join(folder, file));
    expect(await look()).toMatchObject({ state: 'failed', detail: expect.stringMatching(/ is no file$/) });
    await host.close();
  },
);
