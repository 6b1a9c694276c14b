import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cheapenKey, makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { ActionRunner, type Inputs } from './runner.ts';

const run = promisify(execFile);
const PASSWORD = 'correct horse battery';

let sshd: Sshd;
let folder = '';
let source = '';
let repository = '';
let inputs: Inputs = {};

beforeAll(async () => {
  sshd = await startSshd();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-'));
  source = join(folder, 'source');
  repository = join(folder, 'repository');
  await mkdir(join(source, 'sub'), { recursive: true });
  await writeFile(join(source, 'a'), 'hello\n');
  await writeFile(join(source, 'sub', 'large'), Buffer.alloc(3_000_000, 'x'));
  // Long past: a file whose ctime is younger than two seconds is read again by the next run.
  await run('sh', ['-c', 'sleep 2.1']);
  inputs = {
    on: sshd.address,
    identity: sshd.identityPem,
    'known-hosts': sshd.hostKeyLine,
    paths: source,
    repository,
    password: PASSWORD,
    init: 'true',
    of: 'wiki',
    tags: 'nightly',
  };
});
afterAll(async () => {
  await sshd.stop();
  await rm(folder, { recursive: true, force: true });
});

/** Asks stock restic. */
function judge(...args: string[]): Promise<string> {
  return restic({ repository, password: PASSWORD }, args);
}

describe('backup-host over SSH', () => {
  test('makes the repository, and a snapshot that stock restic finds whole', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const main = await runner.main(inputs);
    expect(main.rawLog).not.toContain('Unexpected');
    expect(main.exitCode).toBe(0);
    expect(main.outputs).toMatchObject({
      complete: 'true',
      'files-new': '2',
      'files-total': '2',
      'bytes-total': '3000006',
      'bytes-read': '3000006',
      'parent-id': '',
    });
    expect(main.summary).toMatch(/^### ✅ Backed up `wiki` on `/);
    expect(main.state).toEqual({ main: 'finished' });
    const post = await runner.post(inputs, main);
    expect(post).toMatchObject({ exitCode: 0, rawLog: '' });

    await judge('check', '--read-data');
    const [snapshot] = JSON.parse(await judge('snapshots', '--json'));
    expect(snapshot).toMatchObject({
      id: main.outputs['snapshot-id'],
      paths: [source],
      tags: expect.arrayContaining(['nightly']),
    });
    expect(await judge('dump', 'latest', join(source, 'a'))).toBe('hello\n');
    await cheapenKey(repository, PASSWORD);
  });

  test('reads nothing when nothing has changed, and a changed file alone', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const unchanged = await runner.main(inputs);
    expect(unchanged.outputs).toMatchObject({ 'files-unmodified': '2', 'bytes-read': '0' });
    await writeFile(join(source, 'b'), 'more\n');
    await run('sh', ['-c', 'sleep 2.1']); // the next test takes it over from this one's snapshot
    const changed = await runner.main(inputs);
    expect(changed.outputs).toMatchObject({
      'files-new': '1',
      'files-unmodified': '2',
      'bytes-read': '5',
      'parent-id': unchanged.outputs['snapshot-id'],
    });
  });

  test('goes by the system’s ssh just as well', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const main = await runner.main({ ...inputs, 'ssh-client': 'openssh' });
    expect(main.exitCode).toBe(0);
    expect(main.outputs['files-unmodified']).toBe('3');
  });

  test('a name can neither become a workflow command nor move a terminal’s cursor', async () => {
    const hostile = ['\n::error::owned', '##[add-mask]hello', ' ::add-mask::a', '\x1b[2J', '\r::warning::x'];
    const names = join(folder, 'names');
    await mkdir(names);
    for (const name of hostile) await writeFile(join(names, name), 'x');
    const unreadable = { 'exclude-larger-than': '1' };
    await using runner = await ActionRunner.create('backup-host');
    const after = hostile.map((name) => `printf '%s\\n' '${name.replaceAll('\n', '')}'`).join('\n');
    const main = await runner.main({ ...inputs, ...unreadable, paths: names, before: after, after });
    expect(main.exitCode).toBe(0);
    expect(main.commands.filter(({ name }) => !['add-mask', 'group', 'endgroup'].includes(name))).toEqual([]);
    expect(main.commands.filter(({ name, message }) => name === 'add-mask' && message.length < 6)).toEqual(
      [],
    );
    expect(main.rawLog).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f]/);
    expect(await readdir(names)).toHaveLength(hostile.length);
  });

  test('secrets stand nowhere but in the masks', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const main = await runner.main({ ...inputs, password: `${PASSWORD}!` });
    expect(main.exitCode).toBe(1);
    const said = main.rawLog.replaceAll(/^::add-mask::.*$/gm, '');
    for (const text of [said, main.summary, JSON.stringify(main.outputs), JSON.stringify(main.state)]) {
      expect(text).not.toContain(PASSWORD);
      expect(text).not.toContain(sshd.identityPem.split('\n')[1]);
    }
    expect(main.rawLog).toContain(`::add-mask::${PASSWORD}!`);
  });
});

describe('what is wrong is said, with what to do', () => {
  async function failure(more: Inputs) {
    await using runner = await ActionRunner.create('backup-host');
    const main = await runner.main({ ...inputs, ...more });
    expect(main.exitCode).toBe(1);
    const errors = main.commands.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(1);
    expect(main.summary).toMatch(/^### ❌ Backup of `wiki` on `.*` failed\n/);
    expect(main.summary).toContain('**Next:**');
    return errors[0]?.message ?? '';
  }

  test('a wrong password', async () => {
    expect(await failure({ password: 'wrong' })).toContain('the password opens none of');
  });

  test('a host whose key isn’t the pinned one', async () => {
    const message = await failure({ 'known-hosts': `SHA256:${'A'.repeat(43)}` });
    expect(message).toContain(sshd.hostKeyFingerprint);
  });

  test('an empty secret, as in a pull request from a fork', async () => {
    expect(await failure({ password: '' })).toContain('the input `password` is missing or empty');
  });

  test('no repository, when it isn’t to be made', async () => {
    expect(await failure({ init: 'false', repository: join(folder, 'none') })).toContain(
      'there is no config in it',
    );
  });

  test('a password with white space around it, which would be another one elsewhere: no repository is made by it', async () => {
    await using runner = await ActionRunner.create('backup-host');
    const at = join(folder, 'spaced');
    const spaced = await runner.main({ ...inputs, repository: at, password: ' two words \n' });
    expect([spaced.exitCode, spaced.rawLog]).toEqual([
      1,
      expect.stringContaining('white space stands around it'),
    ]);
    expect((await runner.main({ ...inputs, repository: at, password: 'two words\n' })).exitCode).toBe(0);
    // Of one that is there it opens what it always opened.
    expect((await runner.main({ ...inputs, repository: at, password: ' two words ' })).exitCode).toBe(0);
  });

  test('a path that isn’t there', async () => {
    expect(await failure({ paths: '/nowhere/at/all' })).toContain('/nowhere/at/all');
  });

  test('this machine without a name: the runner’s own is another one each time', async () => {
    expect(await failure({ on: 'local' })).toContain('the input `host` is needed');
  });
});

describe('a backup that is incomplete', () => {
  test('fails the step, and keeps the snapshot, which says what it lacks', async () => {
    const locked = await startSshd({ shell: '/bin/sh' });
    try {
      const folderOfUser = join(folder, 'partial');
      await mkdir(folderOfUser);
      await writeFile(join(folderOfUser, 'mine'), 'x', { mode: 0o644 });
      await writeFile(join(folderOfUser, 'secret'), 'x', { mode: 0o600 });
      await run('chmod', ['755', folder, folderOfUser]);
      await using runner = await ActionRunner.create('backup-host');
      const main = await runner.main({
        ...inputs,
        on: locked.address,
        identity: locked.identityPem,
        'known-hosts': locked.hostKeyFingerprint,
        host: 'another-account', // it calls itself as the machine of the other tests
        paths: `${folderOfUser}\n/nowhere/at/all`,
      });
      expect(main.exitCode).toBe(1);
      const errors = main.commands.filter(({ name }) => name === 'error').map(({ message }) => message);
      expect(errors).toEqual([
        expect.stringMatching(/is kept, but incomplete: "\/nowhere\/at\/all" \(missing: .*Mount the disk/),
      ]);
      expect(main.outputs['complete']).toBe('false');
      expect(main.summary).toContain(`\`${join(folderOfUser, 'secret')}\``);
      const [snapshot] = JSON.parse(await judge('snapshots', '--json', String(main.outputs['snapshot-id'])));
      expect(snapshot.tags).toContain('incomplete');
      await judge('check', '--read-data');
    } finally {
      await locked.stop();
    }
  });
});

test('before and after commands hold the application, also when the backup fails', async () => {
  const log = join(folder, 'application');
  await using runner = await ActionRunner.create('backup-host');
  const commands = { before: `echo held >> ${log}`, after: `echo released >> ${log}` };
  expect((await runner.main({ ...inputs, ...commands })).exitCode).toBe(0);
  expect((await runner.main({ ...inputs, ...commands, paths: '/nowhere/at/all' })).exitCode).toBe(1);
  expect(await readFile(log, 'utf8')).toMatch(/^(held\nreleased\n)+$/);
});

test('a backup whose after command fails gives its outputs all the same, and names what it lacks', async () => {
  await using runner = await ActionRunner.create('backup-host');
  const paths = `${inputs['paths']}\n/not/mounted`;
  const main = await runner.main({ ...inputs, paths, after: 'false' });
  expect(main.exitCode).toBe(1);
  const id = main.outputs['snapshot-id'] ?? '';
  expect(main.outputs).toMatchObject({
    'snapshot-id': expect.stringMatching(/^[0-9a-f]{64}$/),
    complete: 'false',
  });
  expect(main.summary).toMatch(/^### ❌ Backup of .* is incomplete, and an after command failed/);
  expect(main.summary).toContain('| `/not/mounted` | missing');
  expect(main.summary).toContain(`holdfast restore ${id.slice(0, 8)} `);
  const titles = main.commands
    .filter(({ name }) => name === 'error')
    .map(({ properties }) => properties['title']);
  expect(titles).toEqual(['Backup incomplete', 'Backup failed']);
});

test('a snapshot is copied to a second repository, and safe in the first when that fails', async () => {
  await using runner = await ActionRunner.create('backup-host');
  const [first, second] = [join(folder, 'first'), join(folder, 'second')];
  await makeRepository(first, PASSWORD);
  const copyTo = { ...inputs, repository: first, 'copy-to': second, 'copy-to-password': 'of the second' };
  const main = await runner.main(copyTo);
  expect(main.exitCode).toBe(0);
  expect(main.outputs['copied-snapshots']).toBe('1');
  expect(main.summary).toContain('**Copied to the second repository:** 1 snapshot, ');
  const at = { repository: second, password: 'of the second' };
  const [copy] = JSON.parse(await restic(at, ['snapshots', '--json']));
  expect(copy.original).toBe(main.outputs['snapshot-id']);

  const failed = await runner.main({ ...copyTo, 'copy-to-password': 'not this one' });
  expect(failed.exitCode).toBe(1);
  const id = failed.outputs['snapshot-id'] ?? '';
  expect(failed.outputs['copied-snapshots']).toBeUndefined();
  expect(failed.rawLog.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('not this one');
  expect(failed.summary).toMatch(/^### ✅ Backed up `wiki`/);
  expect(failed.summary).toContain(
    `The copy of snapshot \`${id.slice(0, 8)}\` to the second repository failed`,
  );
  const errors = failed.commands.filter(({ name }) => name === 'error').map(({ message }) => message);
  expect(errors).toEqual([
    expect.stringMatching(/the password opens none of.*saved and safe in the first one/),
  ]);
  const saved = await restic({ repository: first, password: PASSWORD }, ['snapshots', '--json', id]);
  expect(JSON.parse(saved)).toHaveLength(1);
});

test('jobs of one matrix that all find no repository make one, and stock restic has the snapshots of all', async () => {
  const together = join(folder, 'together');
  const targets = ['a', 'b', 'c', 'd'];
  const mains = await Promise.all(
    targets.map(async (of) => {
      await using runner = await ActionRunner.create('backup-host');
      return await runner.main({ ...inputs, of, repository: together });
    }),
  );
  expect(mains.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0]);
  expect(await readdir(join(together, 'keys'))).toHaveLength(1);
  const at = { repository: together, password: PASSWORD };
  const saved = JSON.parse(await restic(at, ['snapshots', '--json'])) as { id: string }[];
  expect(saved.map(({ id }) => id).sort()).toEqual(mains.map(({ outputs }) => outputs['snapshot-id']).sort());
  await restic(at, ['check', '--read-data']);
});
