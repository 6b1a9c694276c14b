import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { createProgram } from '../../src/cli/program.ts';
import { TaskRunner } from '../../src/cli/task.ts';
import { acquireLock } from '../../src/repository/lock.ts';
import { openRepository } from '../../src/repository/open.ts';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';
import { FakeTerminal, holdfast } from './terminal.ts';

let folder = '';
let env: Record<string, string> = {};
beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-commands-'));
  env = { RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'secret' };
  await makeRepository(join(folder, 'repository'), 'secret');
});
afterAll(() => rm(folder, { recursive: true }));

describe('init', () => {
  test('at a terminal offers a recovery code, which opens the repository typed however', async () => {
    const repo = join(folder, 'with-code');
    const made = await holdfast(['init', '-r', repo], { typed: ['secret\r', 'secret\r', '\r'] });
    expect(made.status).toBe(0);
    const code = /^ {4}(\S+)$/m.exec(made.stdout)?.[1] ?? '';
    const typed = [`${code.toUpperCase().replaceAll('-', ' ')}\r`];
    expect((await holdfast(['snapshots', '-r', repo], { typed })).status).toBe(0);
  });

  test('takes no for an answer, and says what is at stake', async () => {
    const repo = join(folder, 'without-code');
    const made = await holdfast(['init', '-r', repo], { typed: ['secret\r', 'secret\r', 'n\r'] });
    expect(made.stdout).toContain('The password is the only key');
    expect(await readdir(join(repo, 'keys'))).toHaveLength(1);
  });

  test('with --json gives the code in the result, and asks nothing', async () => {
    const repo = join(folder, 'json');
    const made = await holdfast(['init', '-r', repo, '--json', '--recovery-key'], { env });
    expect(made.json).toEqual([
      {
        message_type: 'initialized',
        id: expect.any(String),
        repository: repo,
        recovery_code: expect.any(String),
      },
    ]);
  });

  test.each([[['init', '--recovery-key', '-r', 'NEW']], [['key', 'add', '--recovery']]])(
    '%j shows no recovery code in a workflow, whose log would keep it',
    async (words) => {
      const repo = join(folder, 'in-a-workflow');
      const args = words.map((word) => (word === 'NEW' ? repo : word));
      const keys = await readdir(join(folder, 'repository', 'keys'));
      const refused = await holdfast(args, { env: { ...env, GITHUB_ACTIONS: 'true' } });
      expect(refused).toMatchObject({ status: 1, stdout: '' });
      expect(refused.stderr).toMatch(/^Fatal: Cannot show a recovery code: this is a workflow/);
      expect(await readdir(join(folder, 'repository', 'keys'))).toEqual(keys);
      expect(await readdir(folder)).not.toContain('in-a-workflow');
    },
  );

  test('never makes one over another', async () => {
    expect((await holdfast(['init'], { env })).status).toBe(1);
  });
});

test('an empty --repo is refused: it isn’t the environment’s repository that was meant', async () => {
  const refused = await holdfast(['snapshots', '-r', ''], { env });
  expect(refused).toMatchObject({ status: 1, stdout: '' });
  expect(refused.stderr).toContain('its location is empty');
});

describe('exit statuses are restic’s', () => {
  test('10: no repository', async () => {
    const result = await holdfast(['snapshots', '-r', join(folder, 'none')], { env });
    expect(result.status).toBe(10);
    expect(result.stderr).toMatch(/^Fatal: Cannot open repository /);
  });

  test('12: wrong password', async () => {
    const wrong = { ...env, RESTIC_PASSWORD: 'wrong' };
    expect((await holdfast(['snapshots'], { env: wrong })).status).toBe(12);
  });

  test('3: of several paths one is not there, and the others are saved', async () => {
    const paths = [join(folder, 'repository', 'config'), join(folder, 'not-mounted')];
    const result = await holdfast(['backup', '--json', '--on-unreadable', 'warn', ...paths], { env });
    expect(result.status).toBe(3);
    expect(result.json.at(-1)).toMatchObject({
      message_type: 'summary',
      complete: false,
      total_files_processed: 1,
      problem_counts: { missing: 1 },
      problems: [{ kind: 'missing', path: paths[1], message: "it isn't there" }],
    });
  });

  test('11: locked, and what reads can go on with --no-lock', async () => {
    const repository = await openRepository(openDirectory(env['RESTIC_REPOSITORY'] ?? ''), 'secret');
    const lock = await acquireLock(repository, { exclusive: true });
    const result = await holdfast(['snapshots', '--json'], { env });
    expect(result).toMatchObject({ status: 11, stdout: '' });
    expect(JSON.parse(result.stderr)).toMatchObject({ message_type: 'exit_error', code: 11 });
    expect((await holdfast(['snapshots', '--no-lock'], { env })).status).toBe(0);
    await lock.release();
    await repository.close();
  });

  test('130: interrupted at a prompt', async () => {
    const repo = env['RESTIC_REPOSITORY'] ?? '';
    expect((await holdfast(['snapshots', '-r', repo], { typed: ['\x03'] })).status).toBe(130);
  });

  test.each([
    [['nonsense']],
    [['snapshots', '--nonsense']],
    [['ls']],
    [['backup']],
    [['restore', 'latest']],
    [['restore', 'latest', '--target', '/x/../y']],
    [['restore', '--target', '/x']],
    [['backup', '/x', '--on-changed', 'maybe']],
    [['backup', '/x', '--force', '--parent', 'latest']],
    [['backup', 'relative', '--on', 'ssh://host']],
    [['backup', '/x', '--of', '../../etc']],
    [['backup', '/x', '--on', 'host:/path']],
    [['backup', '/x', '--exclude-larger-than', 'huge']],
    [['backup', '/x', '--exclude-file', '/nowhere']],
    [['snapshots', '--latest', '0']],
    [['snapshots', '--not-after', 'yesterday']],
    [['check', '--read-data-subset', '0/5']],
    [['dump', 'latest', 'relative']],
    [['dump', 'latest', '/x', '--archive', 'zip']],
    [['ls', 'latest', '--sort', 'colour']],
    [['snapshots', '--group-by', 'day']],
    [['snapshots', '--pack-size', '3']],
    [['backup', '/x', '--files-from', '/nowhere']],
    [['backup', '/x', '--time', 'noon']],
    [['snapshots', '--retry-lock', 'long']],
  ])('1: %j can’t be right', async (args) => {
    const result = await holdfast(args, { env });
    expect(result.status).toBe(1);
    expect(result.stderr).toMatch(/^Fatal: (Cannot |missing |unknown )/m);
  });
});

describe('global flags', () => {
  test('stand before or after the command', async () => {
    const [before, after] = [
      ['--json', 'key', 'list'],
      ['key', 'list', '--json'],
    ];
    for (const args of [before, after]) expect((await holdfast(args, { env })).json).toHaveLength(1);
  });

  test('--repository-file and its variable name the repository', async () => {
    const file = join(folder, 'location');
    await writeFile(file, `${env['RESTIC_REPOSITORY']}\n`);
    const { RESTIC_PASSWORD } = env;
    expect(
      (await holdfast(['snapshots', '--repository-file', file], { env: { RESTIC_PASSWORD } })).status,
    ).toBe(0);
    const byVariable = { RESTIC_PASSWORD, RESTIC_REPOSITORY_FILE: file };
    expect((await holdfast(['snapshots'], { env: byVariable })).status).toBe(0);
    expect((await holdfast(['snapshots', '-r', 'x', '--repository-file', file], { env })).status).toBe(1);
    expect((await holdfast(['snapshots'], { env: { RESTIC_PASSWORD } })).stderr).toContain('none is named');
  });

  test('--profile writes a CPU profile', async () => {
    const file = join(folder, 'run.cpuprofile');
    expect((await holdfast(['snapshots', '--profile', file], { env })).status).toBe(0);
    expect(await readdir(folder)).toContain('run.cpuprofile');
  });
});

describe('what is not there is told', () => {
  let own: Record<string, string> = {};
  beforeAll(async () => {
    own = { ...env, RESTIC_REPOSITORY: join(folder, 'of-one-snapshot') };
    await writeFile(join(folder, 'file'), 'content');
    await makeRepository(join(folder, 'of-one-snapshot'), 'secret');
    const args = ['--host', 'db1', '--of', 'wiki', join(folder, 'file')];
    expect((await holdfast(['backup', ...args], { env: own })).status).toBe(0);
  });

  test.each([
    [['--host', 'db2'], 'no snapshot is of host "db2", there are some of "db1"'],
    [['--of', 'shop'], 'no snapshot is of application "shop", there are some of "wiki"'],
    [['--tag', 'nightly'], 'the only snapshot does not match'],
  ])('%j: latest and snapshots say what there is', async (filter, why) => {
    const latest = await holdfast(['ls', 'latest', ...filter], { env: own });
    expect(latest).toMatchObject({
      status: 1,
      stderr: expect.stringContaining(`"latest": ${why}, expected`),
    });
    const all = await holdfast(['snapshots', ...filter], { env: own });
    expect(all.status).toBe(0);
    expect(all.stderr.toLowerCase()).toBe(`${why.toLowerCase()}.\n`);
    expect((await holdfast(['snapshots', '--json', ...filter], { env: own })).stderr).toBe('');
  });

  test('RESTIC_HOST narrows, and an empty --host lifts it', async () => {
    const elsewhere = { ...own, RESTIC_HOST: 'db2' };
    expect((await holdfast(['snapshots'], { env: elsewhere })).stdout).toContain('0 snapshots');
    expect((await holdfast(['snapshots', '--host', ''], { env: elsewhere })).stdout).toContain(
      '1 snapshot\n',
    );
  });

  test('find says that there is no hit, beside its result, and ends as restic does', async () => {
    const found = await holdfast(['find', 'nowhere'], { env: own });
    expect(found).toMatchObject({ status: 0, stdout: '', stderr: 'Nothing of that name in 1 snapshot.\n' });
    expect(await holdfast(['find', 'nowhere', '--json'], { env: own })).toMatchObject({
      stdout: '[]\n',
      stderr: '',
    });
  });

  test('a folder that a snapshot lacks, and one that is a file', async () => {
    expect((await holdfast(['ls', 'latest:/nowhere'], { env: own })).stderr).toContain('holds nothing there');
    expect((await holdfast(['ls', `latest:${folder}/file`], { env: own })).stderr).toContain(
      'holds a file there',
    );
  });
});

describe('init for restic copy', () => {
  test('takes over the chunker of another repository, and its version when told', async () => {
    const repo = join(folder, 'copy');
    const from = { ...env, RESTIC_REPOSITORY: repo, RESTIC_FROM_PASSWORD: 'secret' };
    const flags = ['--copy-chunker-params', '--from-repo', env['RESTIC_REPOSITORY'] ?? ''];
    expect((await holdfast(['init', '--repository-version', '1', ...flags], { env: from })).status).toBe(0);
    const [made, original] = await Promise.all(
      [repo, env['RESTIC_REPOSITORY'] ?? ''].map((path) => openRepository(openDirectory(path), 'secret')),
    );
    expect(made?.version).toBe(1);
    expect(made?.chunkerPolynomial).toBe(original?.chunkerPolynomial);
    await Promise.all([made?.close(), original?.close()]);
  });

  test.each([[['--copy-chunker-params']], [['--from-repo', 'x']], [['--repository-version', '3']]])(
    '%j is refused, and nothing is made',
    async (flags) => {
      const repo = join(folder, 'refused');
      const result = await holdfast(['init', '-r', repo, ...flags], { env });
      expect(result).toMatchObject({ status: 1, stderr: expect.stringMatching(/^Fatal: Cannot /) });
      expect(await readdir(folder)).not.toContain('refused');
    },
  );
});

test('every command teaches by an example', () => {
  const program = createProgram(new TaskRunner(new FakeTerminal()));
  for (const command of program.commands) {
    const leaves = command.commands.length > 0 ? command.commands : [command];
    for (const leaf of leaves) expect(leaf.description()).not.toBe('');
    let help = '';
    command.configureOutput({ writeOut: (text) => (help += text) });
    if (command.commands.length === 0) {
      command.outputHelp();
      expect(help).toMatch(/Examples:\n {2}# .+\n {2}holdfast /);
    }
  }
});

test('a backup whose after command fails tells what it saved, and then the failure', async () => {
  await writeFile(join(folder, 'held'), 'content');
  const args = ['backup', join(folder, 'held'), '--after', 'false'];
  const text = await holdfast(args, { env });
  expect(text).toMatchObject({ status: 1, stdout: expect.stringMatching(/^snapshot [0-9a-f]{8} saved$/m) });
  expect(text.stderr).toMatch(/^Fatal: Cannot run the after command "false".* is saved\.$/m);
  const json = await holdfast([...args, '--json'], { env });
  expect(json.json.at(-1)).toMatchObject({ message_type: 'summary', snapshot_id: expect.any(String) });
});

describe('a restore whose after command fails', () => {
  const restored = async (...args: string[]) => {
    const saved = join(folder, 'saved');
    const target = join(folder, `restored${args.join('')}`);
    const file = join(saved, 'file');
    await mkdir(join(target, saved), { recursive: true });
    await mkdir(saved, { recursive: true });
    await writeFile(file, 'saved');
    await writeFile(join(target, file), 'in the way');
    expect((await holdfast(['backup', saved], { env })).status).toBe(0);
    return holdfast(['restore', 'latest', '--target', target, '--after', 'false', ...args], { env });
  };

  test('still tells what was restored, and how to take it back', async () => {
    const { status, stdout, stderr } = await restored();
    expect(status).toBe(1);
    expect(stdout).toMatch(/^What was in the way lies in .*\.holdfast-undo-/m);
    expect(stdout).toMatch(/^To take it back: holdfast restore --undo --target /m);
    expect(stderr).toMatch(
      /^Fatal: Cannot run the after command "false".* The restore itself is done; .*\.holdfast-undo-/m,
    );
  });

  test('gives its result with --json, too', async () => {
    const { status, json } = await restored('--json');
    expect(status).toBe(1);
    expect(json.at(-1)).toMatchObject({
      message_type: 'summary',
      replaced: 1,
      undo_folders: [expect.stringContaining('.holdfast-undo-')],
    });
  });
});
