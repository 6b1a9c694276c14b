import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { StepResult } from '../e2e/runner.ts';
import { workflowCommands } from '../e2e/runner.ts';
import { BackupFixture, PASSWORD } from '../operations/backup/fixture.ts';
import { Canaries } from './canaries.ts';
import { leaksOfRepository } from './repository.ts';
import { leaksOfStep, unmasked } from './step.ts';
import { type Seen, Watch } from './watch.ts';

// The hunt for secrets must find those that are there: each place and each form has a leak planted in it.

const canaries = new Canaries();
const secret = canaries.plant('password');
const KEY_LINES = ['A', 'B', 'C'].map((letter) => letter.repeat(10) + 'q7Z'.repeat(18));
const key = canaries.add('key', ['-----BEGIN X-----', ...KEY_LINES, '-----END X-----', ''].join('\n'));
const [word = ''] = secret.split(' ');

describe('a secret is found', () => {
  test.each([
    ['plain', (text: string) => `a${text}b`],
    ['JSON', (text: string) => JSON.stringify({ text })],
    ['URL', encodeURIComponent],
    ['hex', (text: string) => Buffer.from(text).toString('hex')],
    ['HEX', (text: string) => Buffer.from(text).toString('hex').toUpperCase()],
    ['base64', (text: string) => Buffer.from(`${text}`).toString('base64')],
    ['base64', (text: string) => Buffer.from(`u:${text}:`).toString('base64')],
    ['base64', (text: string) => Buffer.from(`x${text}`).toString('base64')],
    ['base64url', (text: string) => Buffer.from(`us:${text}`).toString('base64url')],
    ['UTF-16', (text: string) => Buffer.from(text, 'utf16le')],
  ])('as %s', (form, write) => {
    expect(canaries.find(write(secret), 'x')).toContainEqual({ secret: 'password', form, place: 'x' });
  });

  test('by a part of it, and by one line of several', () => {
    expect(canaries.find(`…${word.slice(0, 24)}…`, 'x')).toHaveLength(1);
    expect(canaries.find(`a ${KEY_LINES[1]}`, 'x')).toContainEqual({
      secret: 'key',
      form: 'plain',
      place: 'x',
    });
    expect(canaries.find('-----BEGIN X-----', 'x')).toEqual([]);
  });
});

describe('a secret that a step leaves is found', () => {
  const clean: StepResult = {
    exitCode: 0,
    killedBy: null,
    signalsSent: [],
    rawLog: '',
    outputs: {},
    state: {},
    environment: {},
    summary: '',
    commands: [],
  };
  const masks = `::add-mask::${secret.replaceAll('%', '%25')}\n${KEY_LINES.map((line) => `::add-mask::${line}\n`).join('')}`;

  test('not in the masks', () => {
    expect(leaksOfStep(canaries, { ...clean, rawLog: masks, commands: workflowCommands(masks) })).toEqual([]);
    expect(unmasked(canaries, { ...clean, rawLog: masks }, ['password', 'key'])).toEqual([]);
  });

  test.each([
    ['log', { rawLog: `${masks}reading ${secret}\n` }],
    ['log', { rawLog: `${masks}::debug::${KEY_LINES[2]}\n` }],
    ['summary', { summary: `| ${secret} |` }],
    ['outputs', { outputs: { x: secret } }],
    ['state', { state: { x: key } }],
    ['environment for later steps', { environment: { X: secret } }],
    ['annotations', { commands: [{ name: 'error', properties: { title: secret }, message: '' }] }],
  ])('in: %s', (place, part) => {
    expect(leaksOfStep(canaries, { ...clean, ...part }).map((leak) => leak.place)).toContain(place);
  });

  test('where masks are missing, or come late', () => {
    const [first = '', ...others] = masks.split('\n');
    const late = [...others, 'a line', first].join('\n');
    expect(unmasked(canaries, { ...clean, rawLog: late }, ['password', 'key'])).toEqual(['password']);
    expect(unmasked(canaries, { ...clean, rawLog: `${first}\n` }, ['password', 'key'])).toEqual(['key']);
  });
});

describe('a secret is found while something runs', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-leaks-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function watching(work: (watch: Watch) => Promise<void>): Promise<Seen> {
    const watch = new Watch({ canaries, temporaryFolder: folder });
    await work(watch);
    return watch.end();
  }

  function places(seen: Seen): string[] {
    return [...new Set(seen.leaks.map(({ place }) => place))];
  }

  async function run(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
    const child = spawn('sleep', args, { env, stdio: 'ignore' });
    await new Promise((resolve) => child.once('close', resolve));
  }

  test('in arguments', async () => {
    const seen = await watching(async () => {
      const child = spawn('sh', ['-c', 'sleep 0.2', 'sh', `--password=${secret}`], { env: {} });
      await new Promise((resolve) => child.once('close', resolve));
    });
    expect(places(seen)).toEqual(['arguments of sh']);
  });

  test('in an environment, but where it was given', async () => {
    const seen = await watching(() => run(['0.2'], { PATH: process.env['PATH'], X: secret }));
    expect(places(seen)).toEqual(['environment of sleep']);
    const given = await watching(async (watch) => {
      const child = spawn('sleep', ['0.2'], { env: { PATH: process.env['PATH'], X: secret } });
      watch.allowEnvironmentOf(child.pid ?? 0);
      await new Promise((resolve) => child.once('close', resolve));
    });
    expect(places(given)).toEqual([]);
  });

  test('in a file that others may read, and in one that is left behind', async () => {
    const file = join(folder, 'sub', 'key');
    await mkdir(join(folder, 'sub'));
    const left = await watching(async () => {
      await writeFile(file, key, { mode: 0o600 });
      await run(['0.1'], {});
    });
    expect(places(left)).toEqual([`left behind: ${file}`]);
    const open = await watching(async () => {
      await chmod(file, 0o640);
      await run(['0.1'], { PATH: process.env['PATH'] });
      await rm(file);
    });
    expect(places(open)).toEqual([`file with mode 640: ${file}`]);
    expect([...open.secretFiles]).toEqual([[file, '640']]);
  });
});

test('a secret in a repository is found in names, contents, tags, the manifest, keys and folders', async () => {
  const fixture = await BackupFixture.create();
  try {
    await fixture.sh('echo x > source/a');
    expect(await leaksOfRepository(canaries, fixture.repositoryPath, PASSWORD)).toEqual([]);
    await writeFile(join(fixture.source, 'content'), `password: ${secret}`);
    await writeFile(join(fixture.source, word), '');
    await fixture.backup({ tags: [word], excludes: [`x${word}`] });
    await writeFile(
      join(fixture.repositoryPath, 'keys', 'a'.repeat(64)),
      JSON.stringify({ username: secret }),
    );
    await mkdir(join(fixture.repositoryPath, word));
    const leaks = await leaksOfRepository(canaries, fixture.repositoryPath, PASSWORD);
    expect(new Set(leaks.map(({ place }) => place))).toEqual(
      new Set([
        'stored file keys',
        'name of a stored file',
        'plain text of a snapshot',
        'plain text of a tree blob',
        'plain text of a data blob',
      ]),
    );
  } finally {
    await fixture.remove();
  }
});
