import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cheapenKey } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { processesAt } from './processes-at.ts';

const run = promisify(execFile);
const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
const HOLDFAST = join(DIST, 'holdfast.js');
const PASSWORD = 'correct horse battery';

let folder = '';
let source = '';
let repository = '';
let env: NodeJS.ProcessEnv = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-cli-'));
  source = join(folder, 'source');
  repository = join(folder, 'repository');
  await mkdir(source);
  await run('sh', ['-c', `head -c 20000000 /dev/urandom > ${join(source, 'random')}`]);
  await writeFile(join(source, 'a'), 'hello\n');
  env = { PATH: process.env['PATH'], HOME: folder, RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD };
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function start(args: readonly string[], node = process.execPath): ChildProcess {
  return spawn(node, [HOLDFAST, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

async function holdfast(...args: string[]) {
  return ended(start(args));
}

async function ended(child: ChildProcess) {
  const output = { stdout: '', stderr: '' };
  child.stdout?.setEncoding('utf8').on('data', (text) => (output.stdout += text));
  child.stderr?.setEncoding('utf8').on('data', (text) => (output.stderr += text));
  const [status, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  return { ...output, status, signal };
}

describe('the built command line', () => {
  test.each(['/proc/nothing', '/dev/null', '/nowhere/at/all'])(
    'begins without a place for caches (%s)',
    async (place) => {
      const child = spawn(process.execPath, [HOLDFAST, '--version'], {
        env: { ...env, XDG_CACHE_HOME: place },
      });
      expect(await ended(child)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^holdfast \d/) });
    },
  );

  test('backs up and restores this machine’s files, with worker threads out of the bundle', async () => {
    expect(await holdfast('init')).toMatchObject({ status: 0 });
    const backup = await holdfast('backup', '--json', source);
    expect(backup.status).toBe(0);
    const result = JSON.parse(backup.stdout.trim().split('\n').at(-1) ?? '');
    expect(result).toMatchObject({ message_type: 'summary', files_new: 2, bytes_read: 20_000_006 });
    await restic({ repository, password: PASSWORD }, ['check', '--read-data']);
    await cheapenKey(repository, PASSWORD);

    const target = join(folder, 'restored');
    expect(await holdfast('restore', 'latest', '--target', target)).toMatchObject({ status: 0 });
    const restored = await readFile(join(target, source, 'random'));
    expect(restored.equals(await readFile(join(source, 'random')))).toBe(true);
  });

  test('ends quietly when its reader goes away', async () => {
    // More than a pipe holds.
    const many = join(folder, 'many');
    await mkdir(many);
    for (let i = 0; i < 1500; i++) await writeFile(join(many, `${i}-${'x'.repeat(200)}`), '');
    expect(await holdfast('backup', many)).toMatchObject({ status: 0 });
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the shell’s
    const command = '"$0" "$1" ls latest | head -n 1; echo "${PIPESTATUS[0]}"';
    const { stdout, stderr } = await run('bash', ['-c', command, process.execPath, HOLDFAST], { env });
    expect(stdout).toBe('/.holdfast\n130\n');
    expect(stderr).toBe('');
  });

  test('at Ctrl-C ends its commands, lets the application go on, unlocks, and exits with 130', async () => {
    const log = join(folder, 'application');
    const child = start([
      ...['backup', '--force', '--before', `echo held >> ${log}; cd ${source}; echo sleeping; sleep 3600`],
      ...['--after', `echo released >> ${log}`, source],
    ]);
    const result = ended(child);
    await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toBe('held\n');
    child.kill('SIGINT');
    expect(await result).toMatchObject({ status: 130, signal: null });
    expect(await readFile(log, 'utf8')).toBe('held\nreleased\n');
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
    await expect.poll(() => processesAt(source)).toEqual([]);
  });

  // An update replaces the folder under a run of hours.
  test('lets the application go on, unlocks and says what failed when its own files are gone by then', async () => {
    const own = join(folder, 'own');
    const brief = join(folder, 'brief');
    const log = join(folder, 'gone');
    await run('cp', ['-r', DIST, own]);
    await writeFile(join(own, 'package.json'), '{"type":"module"}');
    await mkdir(brief);
    const commands = ['--before', `rm -r ${own}; rmdir ${brief}`, '--after', `echo released > ${log}`];
    const argv = [join(own, 'holdfast.js'), 'backup', ...commands, brief];
    const { status, stderr } = await ended(spawn(process.execPath, argv, { env }));
    expect(await readdir(folder)).not.toContain('own');
    expect({ status, stderr }).toMatchObject({ status: 1, stderr: expect.stringContaining(brief) });
    expect(stderr).toMatch(/^Fatal: Cannot back up .*: it isn't there\./m);
    expect(await readFile(log, 'utf8')).toBe('released\n');
    expect(await readdir(join(repository, 'locks'))).toEqual([]);
  });

  test('outlives the SIGHUP by which restic’s unlock looks whether it lives', async () => {
    const log = join(folder, 'hangup');
    const child = start(['backup', '--before', `echo held >> ${log}; sleep 5`, source]);
    const result = ended(child);
    await expect.poll(() => readFile(log, 'utf8').catch(() => '')).toBe('held\n');
    await restic({ repository, password: PASSWORD }, ['unlock']);
    expect(await result).toMatchObject({ status: 0, signal: null });
  });
});

describe('on another Node', () => {
  test('an old one hands over to the checkout’s own', async () => {
    const old = await oldNode();
    const result = await ended(start(['snapshots', '--json'], old));
    expect(result).toMatchObject({ status: 0 });
    expect(JSON.parse(result.stdout)).toBeInstanceOf(Array);
  });

  test('an old one without a checkout is told what is needed', async () => {
    const alone = join(folder, 'alone');
    await run('cp', ['-r', DIST, alone]);
    const child = spawn(await oldNode(), [join(alone, 'holdfast.js'), 'snapshots'], { env });
    const result = await ended(child);
    expect(result).toMatchObject({ status: 1, stdout: '' });
    expect(result.stderr).toMatch(/^Cannot run holdfast on Node \S+: expected 24 or newer\./);
  });
});

/** This Node under a version that it says it is: an old one need not be installed. */
async function oldNode(): Promise<string> {
  const preload = join(folder, 'old.cjs');
  await writeFile(preload, "Object.defineProperty(process.versions, 'node', { value: '20.20.2' });\n");
  const wrapper = join(folder, 'old-node');
  await writeFile(wrapper, `#!/bin/sh\nexec ${process.execPath} --require ${preload} "$@"\n`, {
    mode: 0o755,
  });
  return wrapper;
}
