import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { readConfig } from '../../src/config/read-config.ts';
import { validate } from '../../src/config/validate.ts';
import { initRepository } from '../../src/repository/init.ts';
import { FAST_KEY, PASSWORD } from '../repository/fast-key.ts';
import { startSshd } from '../services/sshd.ts';
import { startTcpProxy } from '../services/tcp-proxy.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);
const PIN = '0123456789012345678901234567890123456789';
const ROLE = 'arn:aws:iam::123456789012:role/x';
let folder = '';
let checkout = '';
let github: Server;
let answer = { status: 404, body: {} };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-setup-faults-'));
  await writeFile(join(folder, 'password'), PASSWORD);
  const repository = await initRepository(openDirectory(join(folder, 'repository')), PASSWORD, {
    key: FAST_KEY,
  });
  await repository.close();
  github = createServer((_, response) => response.writeHead(answer.status).end(JSON.stringify(answer.body)));
  await new Promise<void>((done) => github.listen(0, '127.0.0.1', done));
  vi.stubEnv('GITHUB_API_URL', `http://127.0.0.1:${(github.address() as AddressInfo).port}`);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await new Promise((done) => github.close(done));
  await rm(folder, { recursive: true });
});
beforeEach(async () => {
  checkout = await mkdtemp(join(folder, 'checkout-'));
});

const setup = (...more: readonly string[]) => holdfast(['setup', '--yes', '--folder', checkout, ...more]);
const SAVED = ['--no-look', '--path', '/etc'];
const stored = () => ['-r', join(folder, 'repository'), '-p', join(folder, 'password')];

/** What a dry run would write. */
async function written(...more: readonly string[]): Promise<Record<string, string>> {
  const { status, stdout, stderr } = await setup('--dry-run', '--json', ...SAVED, ...more);
  if (status !== 0) throw new Error(stderr);
  return (JSON.parse(stdout) as { files: Record<string, string> }).files;
}

test('each question’s flag says what is written', async () => {
  const flags: [flag: string, value: string, file: string, expected: RegExp][] = [
    ['-r', 's3:https://s3.example/backups', 'backup', /repository: s3:https:\/\/s3\.example\/backups/],
    ['--on', 'ssh://root@wiki.example:2222', 'backup', /address: ssh:\/\/root@wiki\.example:2222/],
    ['--name', 'web-1', 'backup', /^hosts:\n {2}web-1:$/m],
    ['--jump', 'ssh://a@bastion.example', 'backup', /jump:\n +- ssh:\/\/a@bastion\.example/],
    ['--become', 'sudo', 'backup', /become: sudo/],
    ['--container', 'docker:wiki', 'backup', /container: docker:wiki/],
    ['--ssh-client', 'openssh', 'backup', /ssh-client: openssh/],
    ['--path', '/srv/wiki', 'backup', /paths:\n +- \/etc\n +- \/srv\/wiki/],
    ['--aws-role', ROLE, 'backup', /aws-role: arn:aws:iam::123456789012:role\/x/],
    ['--aws-region', 'eu-central-1', 'backup', /aws-region: eu-central-1/],
    ['--retention-role', `${ROLE}2`, 'retention', /aws-role: arn:aws:iam::123456789012:role\/x2/],
    ['--schedule', '23 4 * * 0', 'backup', /schedule: 23 4 \* \* 0\n[\s\S]*rpo: 169h/],
    ['--timezone', 'Asia/Tokyo', 'backup', /timezone: Asia\/Tokyo/],
    ['--runs-on', '["backup"]', 'restore-drill', /runs-on: '\["backup"\]'/],
    ['--pin', 'a'.repeat(40), 'audit', /audit\.yml@a{40} /],
    ['--recovery-key-place', 'in the safe', 'backup', /recovery-key: in the safe/],
  ];
  const files = await written(...flags.flatMap((one) => one.slice(0, 2) as string[]));
  for (const [flag, , name, expected] of flags) {
    const file = name === 'backup' ? 'backup.yml' : `.github/workflows/${name}.yml`;
    expect([flag, expected.test(files[file] ?? '')]).toEqual([flag, true]);
  }
});

test.each([
  ['--app', ['--app', 'wiki'], 'Cannot use both --app and --no-look'],
  ['a role without S3', ['--aws-role', ROLE], 'Cannot use --aws-role with a repository in a folder'],
  ['a region without S3', ['--aws-region', 'x'], 'Cannot use --aws-region with a repository in a folder'],
  [
    'a role that deletes, without S3',
    ['--retention-role', ROLE],
    'Cannot use --retention-role with a repository',
  ],
  ['no words', ['--recovery-key-place', ''], '--recovery-key-place is empty, expected <'],
  ['words of two lines', ['--recovery-key-place', 'a\nb'], 'expected words in one line'],
  ['a file as the checkout', ['--folder', '/etc/hosts'], 'Cannot use --folder "/etc/hosts": it is a file'],
])('%s is refused, and said by its flag', async (_name, more, why) => {
  const { status, stderr } = await setup(...SAVED, ...stored(), ...more);
  expect([status, stderr]).toEqual([1, expect.stringContaining(why)]);
  expect(await readdir(checkout)).toEqual([]);
});

test('where there is no release to name, it says so, and the line that it gives mends it', async () => {
  answer = { status: 404, body: { message: 'Not Found' } };
  const { status, stdout, stderr } = await setup(...SAVED, ...stored());
  expect([status, stderr]).toEqual([0, expect.stringContaining('no run of these workflows can begin')]);
  const line = stdout.split('\n').find((one) => one.includes('sed -i')) ?? '';
  await run('sh', ['-c', line.replace('COMMIT', PIN)], { cwd: checkout });
  const names = await readdir(join(checkout, '.github/workflows'));
  const workflows = await Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(join(checkout, '.github/workflows', name), 'utf8'),
    })),
  );
  const config = { name: 'backup.yml', text: await readFile(join(checkout, 'backup.yml'), 'utf8') };
  expect(validate(config, workflows).findings.map(({ rule }) => rule)).toEqual(['single-place', 'one-key']);
  expect(workflows.filter(({ text }) => text.includes(`@${PIN}`))).toHaveLength(7);
});

test('the commit of a release is asked for', async () => {
  answer = { status: 200, body: { sha: PIN } };
  expect((await written(...stored()))['.github/workflows/backup.yml']).toContain(`backup.yml@${PIN} # v`);
});

test('a folder of a checkout that isn’t its root is refused: no workflow there would ever run', async () => {
  const inside = join(checkout, 'infra');
  await mkdir(inside);
  await mkdir(join(checkout, '.git'));
  const args = [...SAVED, ...stored(), '--pin', PIN, '--folder', inside];
  const { status, stderr } = await setup(...args);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining(`it is a folder of the checkout "${checkout}"`),
  ]);
  expect(await readdir(inside)).toEqual([]);
  await writeFile(join(inside, '.git'), 'gitdir: /elsewhere');
  expect((await setup(...args, '--dry-run')).status).toBe(0);
});

test('a disk that is full leaves no half file, and the next run only what is missing to do', async () => {
  const disk = join(folder, 'disk');
  await mkdir(disk);
  await run('mount', ['-t', 'tmpfs', '-o', 'size=16k', 'tmpfs', disk]);
  try {
    const args = [...SAVED, ...stored(), '--pin', PIN, '--folder', disk];
    const full = await setup(...args);
    expect([full.status, full.stderr]).toEqual([
      1,
      expect.stringContaining('no space left on device (ENOSPC)'),
    ]);
    for (const name of await readdir(disk, { recursive: true })) {
      const found = await stat(join(disk, name));
      expect([name, found.isDirectory() || found.size > 300]).toEqual([name, true]);
    }
    await run('mount', ['-o', 'remount,size=1m', disk]);
    expect((await setup(...args)).status).toBe(0);
    const { config } = readConfig(await readFile(join(disk, 'backup.yml'), 'utf8'), 'backup.yml');
    expect(config?.targets).toEqual({ folders: { paths: ['/etc'] } });
  } finally {
    await run('umount', [disk]);
  }
});

test('a host that closes while it is looked at is told, and nothing is written of what was seen by then', async () => {
  await using sshd = Object.assign(await startSshd(), { [Symbol.asyncDispose]: () => sshd.stop() });
  const proxy = await startTcpProxy(sshd.port);
  try {
    let seen = 0;
    // Logged in by then, and in the middle of what is asked.
    const isMiddle = ({ length }: Buffer) => {
      seen += length;
      return seen > 12_000 ? 0 : -1;
    };
    proxy.when('client', isMiddle, () => proxy.endAll());
    const known = sshd.hostKeyLine.replace(String(sshd.port), String(proxy.port));
    await writeFile(join(folder, 'known'), `${known}\n`);
    const { status, stderr } = await setup(
      ...['--path', '/etc', '--on', sshd.address.replace(String(sshd.port), String(proxy.port))],
      ...['--identity', sshd.identityFile, '--known-hosts', join(folder, 'known'), ...stored(), '--pin', PIN],
    );
    expect(stderr).toMatch(/Fatal: .*(?:lost|closed|ended)/);
    expect(status).toBe(1);
    expect(await readdir(checkout)).toEqual([]);
  } finally {
    await proxy.stop();
  }
});
