import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readRepositoryAccess, shownPlaces } from '../../src/actions/access.ts';
import { readBackupInputs } from '../../src/actions/backup-inputs.ts';
import { readCopyTo } from '../../src/actions/copy-to.ts';
import { readDumpDbInputs } from '../../src/actions/dump-db-inputs.ts';
import { readReportInputs } from '../../src/actions/report-inputs.ts';
import { readRestoreInputs, requireMeaning } from '../../src/actions/restore-inputs.ts';
import { readDrillInputs } from '../../src/actions/restore-verify-inputs.ts';
import { readRetentionInputs } from '../../src/actions/retention-inputs.ts';
import { newRecoveryCode } from '../../src/repository/recovery-code.ts';

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
beforeEach(() => {
  give('repository', '/srv/backup');
  give('on', 'ssh://root@wiki.example');
  give('paths', '/srv');
});
afterEach(() => vi.unstubAllEnvs());

test('force and parent contradict each other', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('force', 'true');
  give('parent', '4bd21c8a');
  await expect(readBackupInputs()).rejects.toThrow('`force: true` and `parent`');
  give('force', 'false');
  expect((await readBackupInputs()).options.parent).toEqual({ spec: '4bd21c8a' });
});

test('of whoever starts a drill no command is taken, while its workflow may give one', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('check', 'command: test -e a');
  give('safe-check', 'file: /srv/a => b');
  const { options } = await readDrillInputs();
  expect(options.checks).toMatchObject([{ kind: 'command' }, { kind: 'file', path: '/srv/a' }]);
  give('safe-check', 'command: env');
  await expect(readDrillInputs()).rejects.toThrow('Cannot use the input `safe-check`');
});

test('a drill’s application takes containers, and what is asked of it takes the application', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('check', 'command application: true');
  await expect(readDrillInputs()).rejects.toThrow('the input `application` with it');
  give('application', 'image=wiki:2\ncommand=exec serve\nready=command: true\ninit-limit=90s');
  await expect(readDrillInputs()).rejects.toThrow('the input `image` with it');
  give('image', 'files=wiki:2');
  expect((await readDrillInputs()).options.application).toMatchObject({ image: 'wiki:2', initMs: 90_000 });
});

test.each([
  [{ undo: 'true', tar: 'a.tar' }, 'the input `undo` with the input `tar`'],
  [{ undo: 'true', snapshot: '4bd21c8a' }, 'the input `undo` with the input `snapshot`'],
  [{ undo: 'true', include: '*.conf' }, 'the input `undo` with the input `include`'],
  [{ undo: 'true', before: 'docker stop wiki' }, 'the input `undo` with the input `before`'],
  [{ undo: 'true', delete: 'true' }, 'the input `undo` with the input `delete`'],
  [{ app: 'snapshot', target: '/' }, 'both the input `app` and the input `target`'],
  [{ app: 'snapshot', include: '*.conf' }, 'both the input `app` and the input `include`'],
  [{ undo: 'true', app: 'snapshot' }, 'the input `undo` with the input `app`'],
  [{ target: '/', 'app-options': 'start=no' }, 'the input `app-options` without the input `app`'],
  [{ tar: 'a.tar', target: '/' }, 'both the input `tar` and the input `target`'],
  [{ tar: 'a.tar', on: 'ssh://root@wiki.example' }, 'both the input `tar` and the input `on`'],
  [{ tar: 'a.tar', on: '', 'dry-run': 'true' }, 'both the input `tar` and the input `dry-run`'],
])('a restore of which a word would be ignored is refused: %j', (inputs, message) => {
  const defaults = { snapshot: 'latest', overwrite: 'always', delete: 'false', own: 'False', paths: '' };
  for (const [name, value] of Object.entries({ ...defaults, ...inputs })) give(name, value);
  expect(() => requireMeaning()).toThrow(message);
});

test('a restore, an undo and an archive with the defaults of action.yml are understood', () => {
  const defaults = {
    snapshot: 'latest',
    overwrite: 'always',
    delete: 'false',
    'dry-run': 'false',
    paths: '',
  };
  for (const inputs of [
    { target: '/' },
    { undo: 'true', target: '/', 'dry-run': 'true' },
    { tar: 'a.tar', on: '' },
    { tar: 'a.tar', on: 'local' },
  ]) {
    for (const name of ['target', 'undo', 'tar']) give(name, '');
    for (const [name, value] of Object.entries({ ...defaults, ...inputs })) give(name, value);
    expect(() => requireMeaning()).not.toThrow();
  }
});

test('an interval of checkpoints reaches the backup, and a bad one is refused by its name', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBeUndefined();
  give('checkpoint-interval', '30m');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBe(1_800_000);
  give('checkpoint-interval', '0');
  expect((await readBackupInputs()).options.checkpointEveryMs).toBeNull();
  give('checkpoint-interval', '5s');
  await expect(readBackupInputs()).rejects.toThrow('Cannot use the input `checkpoint-interval`: it is "5s"');
});

test('what must be named is missing, too, where each line of it is a comment: the backup would be of nothing', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('paths', '# /srv/wiki\n\n  # /etc');
  await expect(readBackupInputs()).rejects.toThrow(
    'the input `paths` names nothing: each of its lines is empty or begins with `#`',
  );
  give('databases', '# sqlite:/srv/wiki.db');
  await expect(readDumpDbInputs()).rejects.toThrow('the input `databases` names nothing');
});

test('a selection that is a comment is refused: it would let a policy, or a restore, loose on all', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('keep-last', '1');
  give('host', '');
  give('paths', '');
  for (const [name, read] of [
    ['keep-tag', readRetentionInputs],
    ['tags', readRetentionInputs],
    ['tags', readBackupInputs],
    ['include', readRestoreInputs],
    ['exclude', readRestoreInputs],
    ['tags', readDrillInputs],
    ['host', readReportInputs],
  ] as const) {
    give('paths', read === readBackupInputs ? '/srv' : '');
    give('target', '/');
    give(name, '#weekly');
    await expect(read(), name).rejects.toThrow(
      `the input \`${name}\` names nothing: each of its lines is empty or begins with`,
    );
    give(name, '');
  }
});

test('a password file that is not UTF-8, or empty, is refused', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'holdfast-inputs-'));
  try {
    const file = join(folder, 'password');
    vi.stubEnv('RESTIC_PASSWORD', undefined);
    vi.stubEnv('RESTIC_PASSWORD_FILE', file);
    await writeFile(file, Buffer.from([0x67, 0xfc, 0x6e]));
    await expect(readRepositoryAccess()).rejects.toThrow('not valid UTF-8');
    await writeFile(file, '');
    await expect(readRepositoryAccess()).rejects.toThrow('it is empty');
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what a person knows from the command line is read from inputs of the same names', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  vi.stubEnv('SSH_AUTH_SOCK', '/run/agent');
  expect((await readBackupInputs()).host.options).toMatchObject({ agent: '/run/agent' });
  give('skip-if-unchanged', 'true');
  give('ignore-ctime', 'true');
  give('compression', 'max');
  give('pack-size', '64');
  give('ssh-password', 'correct horse');
  const { options, repository, host } = await readBackupInputs();
  expect(options).toMatchObject({ skipIfUnchanged: true, ignore: 'ctime' });
  expect(repository.storage).toEqual({ compression: 'max', packSizeBytes: 64 << 20 });
  expect(host.options).toMatchObject({ password: 'correct horse', agent: undefined });
  give('ignore-inode', 'true');
  expect((await readBackupInputs()).options.ignore).toBe('inode');
  give('pack-size', '1');
  await expect(readBackupInputs()).rejects.toThrow('the input `pack-size`');
});

test('a recovery code opens however it is written, as on the command line', async () => {
  const code = newRecoveryCode();
  for (const written of [code.toUpperCase(), code.replaceAll('-', ' '), code.replaceAll('-', '')]) {
    give('password', written);
    expect((await readRepositoryAccess()).password).toBe(code);
  }
});

test('a password of the environment that is not UTF-8 is refused', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'gr\ufffdn');
  await expect(readRepositoryAccess()).rejects.toThrow('RESTIC_PASSWORD');
});

test('an address with a password in it is refused before it is shown, and shown without', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('on', 'ssh://root:hunter2@wiki.example');
  give('repository', 'rest:https://user:hunter2@host/x');
  await expect(readBackupInputs()).rejects.toThrow(/^Cannot reach the host "ssh:\/\/root:…@wiki.example"/);
  expect(shownPlaces().way.on).toBe('ssh://root:…@wiki.example');
  expect(shownPlaces().repository).toBeNull();
});

test('the way to the host is shown whole, but for what is secret', () => {
  give('identity', '-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----');
  give('ssh-password', 'hunter2');
  give('known-hosts', 'SHA256:x');
  give('jump', 'ssh://a@outer\nssh://b:hunter2@inner');
  give('become', 'sudo');
  give('ssh-client', 'openssh');
  give('container', 'docker:shop-db-1');
  expect(shownPlaces().way).toEqual({
    on: 'ssh://root@wiki.example',
    identity: undefined,
    knownHosts: 'SHA256:x',
    jump: ['ssh://a@outer', 'ssh://b:…@inner'],
    become: 'sudo',
    sshClient: 'openssh',
    container: 'docker:shop-db-1',
    secrets: ['identity', 'ssh-password'],
  });
  give('identity', '/home/me/.ssh/key');
  expect(shownPlaces().way).toMatchObject({ identity: '/home/me/.ssh/key', secrets: ['ssh-password'] });
});

test('a private key that was mangled is masked all the same, and a path is not', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  const written: string[] = [];
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  const mangled = Buffer.from(`-----BEGIN X-----\n${'k'.repeat(64)}`).toString('base64');
  for (const identity of [mangled, 'keys/deploy', '/srv/a key']) {
    give('identity', identity);
    await readBackupInputs();
  }
  vi.restoreAllMocks();
  expect(written.filter((line) => !line.includes('secret'))).toEqual([`::add-mask::${mangled}\n`]);
});

test('what is to be kept is read from the inputs of a retention', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  const given = {
    'keep-last': '3',
    'keep-weekly': 'unlimited',
    'keep-within-daily': '14d',
    'keep-tag': 'a,b\nc',
  };
  const more = {
    host: 'db1\ndb2',
    tags: 'x,y\nz',
    'max-age': '8d',
    despite: 'stale, flood',
    'retry-lock': '30m',
  };
  for (const [name, value] of Object.entries({ ...given, ...more, paths: '' })) give(name, value);
  expect(await readRetentionInputs()).toMatchObject({
    onFrozen: 'fail',
    options: {
      policy: {
        last: 3,
        weekly: Number.POSITIVE_INFINITY,
        daily: 0,
        withinDaily: { days: 14 },
        tags: [['a', 'b'], ['c']],
      },
      groupBy: { host: false, paths: false, tags: false, target: true },
      filter: { hosts: ['db1', 'db2'], tags: [['x', 'y'], ['z']], target: null, paths: [] },
      limits: { maxAgeMs: 8 * 86_400_000, shrunkenBelow: 0.5 },
      despite: new Set(['stale', 'flood']),
      retryLockMs: 1_800_000,
      dryRun: false,
    },
  });
  give('repository', 's3:https://127.0.0.1:1/bucket');
  give('object-lock', 'governance');
  give('object-lock-days', '30');
  await expect(readRetentionInputs()).rejects.toThrow(
    'Cannot use the input `object-lock-days`: it is 30, but the policy keeps snapshots for ever',
  );
  give('keep-last', '-1');
  await expect(readRetentionInputs()).rejects.toThrow('Cannot use the input `keep-last`: it is "-1"');
});

test('a retention of archives needs no repository, and takes nothing that only one has', async () => {
  vi.stubEnv('RESTIC_PASSWORD', undefined);
  for (const name of ['repository', 'password']) give(name, '');
  for (const [name, value] of Object.entries({
    archives: 's3:https://s3.example.org/bucket/archives',
    'keep-last': '1',
    'storage-options': 's3.region=eu-1',
    'retry-lock': '30m',
    'no-cache': 'false',
  }))
    give(name, value);
  expect(await readRetentionInputs()).toMatchObject({
    kind: 'archives',
    archives: { location: 's3:https://s3.example.org/bucket/archives', s3: { region: 'eu-1' } },
    options: { policy: { last: 1 } },
  });
  for (const name of ['repository', 'password', 'release', 'max-unused', 'prune']) {
    give(name, 'true');
    await expect(readRetentionInputs()).rejects.toThrow(
      `Cannot use both the inputs \`archives\` and \`${name}\``,
    );
    give(name, '');
  }
});

test('a retention of artifacts needs the token that shows those of other runs', async () => {
  for (const name of ['repository', 'password']) give(name, '');
  give('keep-last', '1');
  give('archives', 'artifact:');
  await expect(readRetentionInputs()).rejects.toThrow('without the input `artifact-token`');
  give('artifact-token', 'secret-token');
  expect(await readRetentionInputs()).toMatchObject({ archives: { location: 'artifact:' } });
});

test('a reason to keep a snapshot is one line; none is none', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('keep-because', ' ');
  expect((await readBackupInputs()).options.keepBecause).toBeUndefined();
  give('keep-because', 'before upgrading');
  expect((await readBackupInputs()).options.keepBecause).toBe('before upgrading');
  give('keep-because', 'a\nb');
  await expect(readBackupInputs()).rejects.toThrow('Cannot use the input `keep-because`');
});

test('an application is read with its options, one a line, and is stopped in no other way', async () => {
  vi.stubEnv('RESTIC_PASSWORD', 'secret');
  give('paths', '');
  give('app', 'generic');
  give('app-options', 'paths=/srv/a\n# a comment\npaths=/srv/b\nafter=docker start \\\n  wiki\n');
  const { application, quiesce } = await readBackupInputs();
  expect(application?.settings).toMatchObject({
    paths: ['/srv/a', '/srv/b'],
    after: ['docker start   wiki'],
  });
  expect(quiesce).toBeUndefined();
  give('app-options', 'path=/srv/a');
  await expect(readBackupInputs()).rejects.toThrow(
    'the input `app-options` "path": generic has no such option',
  );
  give('app-options', 'paths=/srv/a');
  give('stop', 'docker stop wiki');
  give('start', 'docker start wiki');
  await expect(readBackupInputs()).rejects.toThrow('the input `stop` with the input `app`');
});

const FIRST = { location: '/srv/backup', password: 'p', givenPassword: 'p', retryLockMs: 0, init: false };
/** As where both are of an environment that the job doesn't name. */
const NO_COPY = { 'copy-to': '', 'copy-to-password': '' };
const S3_COPY = { 'copy-to': 's3:https://s3.example/away', 'copy-to-password': 'of the second' };

test.each([
  [{ 'copy-to-aws-role': 'backup' }, 'a role’s ARN'],
  [{ 'copy-to': '' }, 'the input `copy-to-password` without `copy-to`'],
  [{ ...NO_COPY, 'copy-to-aws-region': 'eu-west-1' }, 'the input `copy-to-aws-region` without `copy-to`'],
  [{ ...NO_COPY, 'copy-to-object-lock': 'compliance' }, 'the input `copy-to-object-lock` without `copy-to`'],
  [
    { 'copy-to-aws-role': 'arn:aws:iam::1:role/x', 'copy-to-aws-profile': 'p' },
    'the input `copy-to-aws-role` beside a key or a profile',
  ],
  [{ 'copy-to-object-lock': 'compliance' }, 'copy-to-object-lock-days'],
  [{ 'copy-to-storage-options': 's3.nonsense=1' }, 'the input `copy-to-storage-options`'],
  [
    { 'copy-to': '/mnt/nas', 'copy-to-object-lock': 'compliance', 'copy-to-object-lock-days': '9' },
    'a folder, which locks nothing',
  ],
])('of a copy is refused before the backup: %j', (inputs, why) => {
  for (const [name, value] of Object.entries({ ...S3_COPY, ...inputs })) give(name, value);
  expect(() => readCopyTo(FIRST)).toThrow(why);
});

test('a copy is locked by its own word alone, not by the first repository’s', () => {
  for (const [name, value] of Object.entries(S3_COPY)) give(name, value);
  const s3 = { objectLock: { mode: 'COMPLIANCE' as const, days: 9 } };
  expect(readCopyTo({ ...FIRST, s3 })?.s3?.objectLock).toBeUndefined();
});
