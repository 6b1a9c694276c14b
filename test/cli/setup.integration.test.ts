import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '../../src/config/read-config.ts';
import { RESTIC, restic } from '../services/restic.ts';
import { type Sshd, startSshd } from '../services/sshd.ts';
import { holdfast } from './terminal.ts';

const PASSWORD = 'correct-horse-battery';
const PIN = '0123456789012345678901234567890123456789';
let sshd: Sshd;
let folder = '';
let checkout = '';
/** Where the look for applications looks. */
let application = '';

beforeAll(async () => {
  sshd = await startSshd();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-setup-'));
  application = await mkdtemp('/srv/holdfast-setup-');
  const database = new DatabaseSync(join(application, 'app.sqlite'));
  database.exec('create table t (a)');
  database.close();
  await writeFile(join(application, 'no.db'), 'SQLite it is not');
  await writeFile(join(folder, 'password'), PASSWORD, { mode: 0o600 });
});
afterAll(async () => {
  await sshd.stop();
  for (const one of [folder, application]) await rm(one, { recursive: true });
});
beforeEach(async () => {
  checkout = await mkdtemp(join(folder, 'checkout-'));
});

const unattended = (...more: string[]) =>
  holdfast([
    ...['setup', '--yes', '--folder', checkout, '--on', sshd.address, '--identity', sshd.identityFile],
    ...[
      '--known-hosts',
      `${sshd.folder}/known`,
      '--name',
      'web',
      '--timezone',
      'Europe/Vienna',
      '--pin',
      PIN,
    ],
    ...['-r', join(folder, 'repository'), '-p', join(folder, 'password'), ...more],
  ]);

async function allFiles(): Promise<Map<string, string>> {
  const names = await readdir(checkout, { recursive: true });
  const files = new Map<string, string>();
  for (const name of names)
    if ((await stat(join(checkout, name))).isFile())
      files.set(name, await readFile(join(checkout, name), 'utf8'));
  return files;
}

describe('without anybody to ask', () => {
  beforeAll(() => writeFile(join(sshd.folder, 'known'), `${sshd.hostKeyLine}\n`));

  test('looks at the host, makes the repository with a recovery code, and writes what a check finds nothing in', async () => {
    const { status, stdout, stderr } = await unattended(
      '--recovery-key',
      '--path',
      '/etc/hosts',
      '--runs-on',
      '"backup"',
    );
    expect(stderr).not.toContain('Fatal');
    expect(status).toBe(0);
    const files = await allFiles();
    expect([...files.keys()].filter((name) => name.includes('workflows/'))).toHaveLength(7);
    const { config, findings } = readConfig(files.get('backup.yml') ?? '', 'backup.yml');
    expect(findings).toEqual([]);
    expect(config?.hosts).toEqual({
      web: { address: sshd.address, identity: 'env:BACKUP_SSH_KEY', 'known-hosts': sshd.hostKeyLine },
    });
    expect(config?.targets['sqlite']?.databases).toContain(`sqlite:${application}/app.sqlite`);
    expect(config?.targets['sqlite']?.databases).not.toContain(`sqlite:${application}/no.db`);
    expect(config?.targets['folders']).toEqual({ paths: ['/etc/hosts'] });

    const code = /^ {4}((?:\w{6}-)+\w{6})$/m.exec(stdout)?.[1] ?? '';
    expect(stdout.split(code)).toHaveLength(2);
    const written = [...files.values()].join('\n');
    expect(written).not.toContain(code);
    expect(written).not.toContain(PASSWORD);
    expect(stdout).toContain(`gh secret set BACKUP_PASSWORD <${folder}/password`);
    expect(stdout).toContain(`gh secret set BACKUP_SSH_KEY <${sshd.identityFile}`);
    for (const name of ['restore', 'retention']) {
      const at = `'repos/{owner}/{repo}/environments/${name}`;
      const made = stdout.split('\n').find((line) => line.includes(`gh api -X PUT ${at}'`));
      expect(made).toContain("'deployment_branch_policy[custom_branch_policies]=true'");
      expect(stdout).toContain(`gh api -X POST ${at}/deployment-branch-policies' -f "name=`);
    }
    expect(stdout).toMatch(
      /^ *jq -cn .*--rawfile BACKUP_SSH_KEY ~\/holdfast-restore\/BACKUP_SSH_KEY .* \| gh secret set HOLDFAST_ENV --env restore$/m,
    );
    expect(stdout).not.toContain(PASSWORD);
    const at = { repository: join(folder, 'repository'), password: code, build: 'current' } as const;
    expect(RESTIC.current).toBeTruthy();
    expect(await restic(at, ['snapshots', '--json'])).toMatch(/^(?:null|\[\])/);
  });

  test('replaces nothing unless it is told, works with the repository that is there, and changes nothing that is the same', async () => {
    await mkdir(join(checkout, '.github/workflows'), { recursive: true });
    await writeFile(join(checkout, 'backup.yml'), 'mine');
    const refused = await unattended('--no-look', '--path', '/etc/hosts');
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('"backup.yml": it is there already, and nothing was touched');
    expect(await allFiles()).toEqual(new Map([['backup.yml', 'mine']]));

    const replaced = await unattended('--no-look', '--path', '/etc/hosts', '--overwrite');
    expect(replaced.status).toBe(0);
    expect(replaced.stdout).toContain('opened repository');
    expect(replaced.stdout).not.toContain('Recovery code');
    const files = await allFiles();
    expect(files.get('backup.yml')).toContain('/etc/hosts');
    expect(files.get('backup.yml')).not.toContain('recovery-key');
    expect([...files.keys()].filter((name) => /\.[0-9a-f]{12}$/.test(name))).toEqual([]);
    expect((await unattended('--no-look', '--path', '/etc/hosts')).status).toBe(0);
  });

  test('a wrong password leaves the checkout as it was', async () => {
    await writeFile(join(folder, 'wrong'), 'another-password');
    const { status, stderr } = await unattended('--no-look', '--path', '/etc', '-p', join(folder, 'wrong'));
    expect(status).toBe(12);
    expect(stderr).toContain('password');
    expect(await allFiles()).toEqual(new Map());
  });

  test.each([
    [
      'nothing to save',
      [],
      'nobody says “Which folders are saved (with commas between)”, and nobody can be asked here. Give --path.',
    ],
    ['a repository in the checkout', ['--path', '/etc', '-r', 'CHECKOUT/repo'], 'it is in the checkout'],
    ['a location with a password in it', ['--path', '/etc', '-r', 's3:https://u:secret@h/b'], 'expected'],
    ['half a commit', ['--path', '/etc', '--pin', 'v1'], 'expected the full SHA'],
    ['a time that is none', ['--path', '/etc', '--schedule', 'daily'], 'expected five fields'],
    ['labels that are none', ['--path', '/etc', '--runs-on', 'self-hosted'], 'expected a list of words'],
    ['a relative path', ['--path', 'etc'], 'expected an absolute path'],
  ])('%s is refused before anything is made', async (_name, more, why) => {
    const { status, stderr, stdout } = await unattended(
      '--no-look',
      ...more.map((one) => one.replace('CHECKOUT', checkout)),
    );
    expect(status).toBe(1);
    expect(stderr).toContain(why);
    expect(stdout + stderr).not.toContain('secret@');
    expect(await allFiles()).toEqual(new Map());
  });

  test('somebody at the terminal isn’t asked either with --yes: not for the password', async () => {
    const args = [
      'setup',
      '--yes',
      '--no-look',
      '--path',
      '/etc',
      '--folder',
      checkout,
      '-r',
      join(folder, 'other'),
    ];
    const { status, stderr } = await holdfast([...args, '--pin', PIN], { typed: ['never\r'] });
    expect(status).toBe(1);
    expect(stderr).toContain('no password is given');
    expect(stderr).not.toContain('enter new password');
    expect(await allFiles()).toEqual(new Map());
  });

  test('what the repository is made with stands in the file, for who writes to it later', async () => {
    const args = ['setup', '--dry-run', '--no-look', '--path', '/etc', '--folder', checkout, '--pin', PIN];
    const how = [
      '--object-lock',
      'compliance',
      '--object-lock-days',
      '400',
      '-o',
      's3.storage-class=STANDARD_IA',
    ];
    const s3 = [
      '-r',
      's3:https://s3.example/backups',
      '--aws-region',
      'eu-central-1',
      '--on',
      'ssh://a@b.example',
    ];
    const { status, stdout } = await holdfast([...args, ...how, ...s3]);
    expect(status).toBe(0);
    expect(stdout).toMatch(
      /storage-options:\n +- s3\.storage-class=STANDARD_IA\n +object-lock: compliance\n +object-lock-days: '400'\n +aws-region: eu-central-1/,
    );
  });

  test('no recovery code is shown in a workflow’s log', async () => {
    const args = [
      'setup',
      '--yes',
      '--no-look',
      '--path',
      '/etc',
      '--folder',
      checkout,
      '-r',
      join(folder, 'other'),
      '--pin',
      PIN,
    ];
    const env = { GITHUB_ACTIONS: 'true', RESTIC_PASSWORD: PASSWORD };
    const { status, stderr } = await holdfast([...args, '--recovery-key'], { env });
    expect(status).toBe(1);
    expect(stderr).toContain('Cannot show a recovery code');
    await expect(stat(join(folder, 'other'))).rejects.toThrow('ENOENT');
  });

  test('a dry run shows all of it, and makes nothing', async () => {
    const args = [
      'setup',
      '--dry-run',
      '--no-look',
      '--path',
      '/etc',
      '--folder',
      checkout,
      '-r',
      join(folder, 'other'),
      '--pin',
      PIN,
    ];
    const { status, stdout } = await holdfast(args);
    expect(status).toBe(0);
    expect(stdout).toContain('==> .github/workflows/retention.yml');
    expect(await allFiles()).toEqual(new Map());
    await expect(stat(join(folder, 'other'))).rejects.toThrow('ENOENT');
  });
});

test('at a terminal it asks, shows what is typed but for the password, and asks again for what is no answer', async () => {
  const main = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
  const entry = join(folder, 'entry.mjs');
  await writeFile(entry, `const { runCli } = await import(${JSON.stringify(main)});\nawait runCli();\n`);
  const login = `--identity ${sshd.identityFile} --known-hosts ${sshd.folder}/known`;
  const command = `${process.execPath} ${entry} setup ${login} --app sqlite --folder ${checkout} --pin ${PIN}`;
  const person = new Person(command);
  await person.answer(/Where are the applications .*\[local\]: $/, 'nowhere');
  await person.answer(
    /expected "local" or "ssh:\/\/user@host:port"[\s\S]*Where are the applications .*: $/,
    'ssh://root@127.0.0.1:1',
  );
  await person.answer(/Cannot connect [\s\S]*Where are the applications .*: $/, sshd.address);
  await person.answer(/What is the host called in snapshots \[.*\]: $/, 'wib\x7f\x7feb');
  await person.answer(/Folders to save, too .*: $/, '/etc/hosts, /etc/passwd');
  await person.answer(/Where are backups kept .*: $/, '/etc/hosts/repository');
  await person.answer(
    /Cannot [\s\S]*"\/etc\/hosts\/repository"[\s\S]*Where are backups kept .*: $/,
    join(folder, 'asked'),
  );
  await person.answer(/When are backups due \(cron\) \[\d+ 3 \* \* \*\]: $/, '23 4 * * *');
  await person.answer(/In which timezone \[.*\]: $/, 'Europe/Vienna');
  await person.answer(/Labels of the runner.*\["self-hosted"\]\]: $/, '');
  await person.answer(/Make a recovery code, to be kept on paper\? \[Y\/n\] $/, 'y');
  await person.answer(/enter new password: $/, PASSWORD);
  await person.answer(/enter the same again: $/, PASSWORD);
  const { status, shown } = await person.ended;
  expect(shown).toContain('Recovery code (shown this once');
  expect(status).toBe(0);
  expect(shown).not.toContain(PASSWORD);
  expect(shown).toContain('Europe/Vienna');
  const { config } = readConfig(await readFile(join(checkout, 'backup.yml'), 'utf8'), 'backup.yml');
  expect(config?.hosts).toMatchObject({ web: { address: sshd.address, 'known-hosts': sshd.hostKeyLine } });
  expect(Object.keys(config?.targets ?? {})).toEqual(['sqlite', 'folders']);
  expect(config?.targets['folders']).toEqual({ paths: ['/etc/hosts', '/etc/passwd'] });
  expect(config?.defaults).toMatchObject({ schedule: '23 4 * * *', timezone: 'Europe/Vienna' });
});

/** Somebody at a pseudo-terminal of util-linux's `script`. */
class Person {
  readonly ended: Promise<{ status: number | null; shown: string }>;
  readonly #child;
  #shown = '';
  #read = 0;
  #wake = () => {};

  constructor(command: string) {
    const env = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      GITHUB_API_URL: 'http://127.0.0.1:1',
    };
    this.#child = spawn('script', ['-qfec', command, '/dev/null'], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    this.#child.stdout.setEncoding('utf8').on('data', (text: string) => {
      this.#shown += text;
      this.#wake();
    });
    this.ended = new Promise((done) =>
      this.#child.once('close', (status) => done({ status, shown: this.#shown })),
    );
    this.ended.then(() => this.#wake());
  }

  /** Types once the question is there. */
  async answer(question: RegExp, text: string): Promise<void> {
    while (!question.test(this.#shown.slice(this.#read))) {
      if (this.#child.exitCode !== null)
        throw new Error(`It ended before it asked ${question}:\n${this.#shown}`);
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
    this.#read = this.#shown.length;
    this.#child.stdin.write(`${text}\r`);
  }
}
