import { execFile } from 'node:child_process';
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';
import { restic } from '../services/restic.ts';
import { type CliResult, holdfast } from './terminal.ts';

// The same repository shown by us and by stock restic: who knows one knows the other.

const run = promisify(execFile);
const PASSWORD = 'correct horse battery';

let folder = '';
let source = '';
let repository = '';

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-cli-'));
  source = join(folder, 'source');
  repository = join(folder, 'repository');
  await mkdir(join(source, 'sub', 'deep'), { recursive: true });
  await writeFile(join(source, 'a.conf'), 'hello\n');
  await writeFile(join(source, 'new\nline'), 'x');
  await writeFile(Buffer.concat([Buffer.from(`${source}/`), Buffer.from([0x66, 0xff])]), 'not UTF-8');
  await writeFile(join(source, 'sub', 'large'), Buffer.alloc(3_000_000, 'x'));
  await writeFile(join(source, 'sub', 'deep', 'B.CONF'), '');
  await symlink('a.conf', join(source, 'link'));
  await run('mkfifo', [join(source, 'fifo')]);
  await utimes(join(source, 'a.conf'), 1_000_000_000, 1_000_000_000);
  await makeRepository(repository, PASSWORD);
  await judge('backup', '--host', 'one', '--tag', 'x,y', source);
  await rm(join(source, 'sub', 'large'));
  await writeFile(join(source, 'a.conf'), 'changed\n');
  await writeFile(join(source, 'sub', 'fresh'), 'fresh\n');
  await judge('backup', '--host', 'one', '--tag', 'x', source);
  await judge('backup', '--host', 'two', join(source, 'sub'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Asks stock restic. */
function judge(...args: string[]): Promise<string> {
  return restic({ repository, password: PASSWORD }, args);
}

async function ours(...args: string[]): Promise<CliResult> {
  const env = { RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD };
  const result = await holdfast(args, { env });
  expect(result).toMatchObject({ status: 0, stderr: '' });
  return result;
}

type Json = Record<string, unknown>;

async function resticJson(...args: string[]): Promise<Json[]> {
  const lines = (await judge(...args, '--json')).split('\n').filter((line) => line !== '');
  return lines.flatMap((line): Json[] => {
    const value: Json | Json[] = JSON.parse(line);
    return Array.isArray(value) ? value : [value];
  });
}

describe('snapshots', () => {
  test('are the same, field by field', async () => {
    const [mine] = (await ours('snapshots', '--json')).json as unknown as Json[][];
    const theirs = await resticJson('snapshots');
    // Their times are in this machine's zone, ours in UTC: the same moments.
    const comparable = (all: Json[] | undefined) =>
      all?.map((one) => ({
        ...one,
        time: new Date(String(one['time'])).getTime(),
        summary: Object.keys(one['summary'] as Json),
      }));
    expect(comparable(mine)).toEqual(comparable(theirs));
  });

  test.each([
    [['--host', 'one']],
    [['--host', 'one', '--host', 'two']],
    [['--tag', 'x,y']],
    [['--tag', 'y', '--tag', 'x']],
    [['--latest', '1']],
    [['--host', 'none']],
  ])('%j leaves the same', async (filter) => {
    const [mine] = (await ours('snapshots', '--json', ...filter)).json as unknown as Json[][];
    const theirs = await resticJson('snapshots', ...filter);
    const ids = (all: Json[] | undefined) => all?.map((one) => one['id']).sort();
    expect(ids(mine)).toEqual(
      ids(theirs.flatMap((one) => (one['snapshots'] as Json[] | undefined) ?? [one])),
    );
  });
});

describe('snapshots --group-by', () => {
  test.each(['host', 'host,paths', 'tags'])('%j gives the same groups', async (groupBy) => {
    const [mine] = (await ours('snapshots', '--json', '--group-by', groupBy)).json as unknown as Json[][];
    const theirs = await resticJson('snapshots', '--group-by', groupBy);
    const comparable = (groups: Json[] | undefined) =>
      groups
        ?.map(({ group_key, snapshots }) => ({
          group_key,
          ids: (snapshots as Json[]).map(({ id }) => id).sort(),
        }))
        .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    expect(comparable(mine)).toEqual(comparable(theirs));
  });
});

test('snapshots --group-by "" makes no groups; --latest counts in each', async () => {
  const count = (lines: readonly Json[]) =>
    lines.flatMap((line) => (line['snapshots'] as Json[] | undefined) ?? [line]).length;
  for (const more of [
    ['--group-by', ''],
    ['--group-by', 'tags', '--latest', '1'],
  ]) {
    const [mine = []] = (await ours('snapshots', '--json', ...more)).json as unknown as Json[][];
    expect(count(mine)).toBe(count(await resticJson('snapshots', ...more)));
  }
});

describe('ls', () => {
  test.each([
    [['--sort', 'size']],
    [['--sort', 'size', '--reverse']],
    [['--sort', 'time']],
    [['--sort', 'extension']],
  ])('%j gives the same order', async (more) => {
    const args = ['latest', '--host', 'one', ...more];
    const sizes = (lines: readonly Json[]) => comparableNodes(lines).map(({ path }) => path);
    expect(sizes((await ours('ls', '--json', ...args)).json)).toEqual(sizes(await resticJson('ls', ...args)));
  });

  test('SNAPSHOT:FOLDER lists the same, as if the folder were the root', async () => {
    const args = [`latest:${source}`, '--host', 'one'];
    const mine = (await ours('ls', '--json', ...args)).json;
    expect(mine).toContainEqual(expect.objectContaining({ path: '/sub/deep' }));
    expect(comparableNodes(mine)).toEqual(comparableNodes(await resticJson('ls', ...args)));
  });

  test('lists the same nodes', async () => {
    const args = ['latest', '--host', 'one'];
    const mine = (await ours('ls', '--json', ...args)).json;
    expect(mine.at(0)).toMatchObject({ message_type: 'snapshot' });
    expect(mine.at(-1)).toMatchObject({ message_type: 'summary', entries: mine.length - 2 });
    const theirs = await resticJson('ls', ...args);
    expect(comparableNodes(mine)).toEqual(comparableNodes(theirs));
  });

  test('lists a folder and not what is deeper, unless asked to', async () => {
    for (const more of [[], ['--recursive']]) {
      const args = ['latest', '--host', 'one', ...more, join(source, 'sub')];
      const mine = (await ours('ls', '--json', ...args)).json;
      expect(comparableNodes(mine)).toEqual(comparableNodes(await resticJson('ls', ...args)));
    }
  });

  test('-l shows modes as restic does, and names on one line each', async () => {
    const { stdout } = await ours('ls', '-l', 'latest', '--host', 'one');
    expect(stdout).toMatch(/^prw-r--r-- .*\/fifo$/m);
    expect(stdout).toMatch(/^Lrwxrwxrwx .*\/link -> a\.conf$/m);
    expect(stdout).toContain('/new\\nline\n');
    expect(stdout).toContain('/f\\xff\n');
  });
});

/** What restic's and our nodes must agree in. A name that isn't UTF-8 they spell differently. */
function comparableNodes(lines: readonly Json[]) {
  return lines
    .filter((line) => line['message_type'] === 'node' && !String(line['name']).startsWith('f\ufffd'))
    .filter((line) => !/^f(\\x|\ufffd)/.test(String(line['name'])))
    .map(({ name, type, path, uid, gid, size, mode, permissions, mtime, inode }) => ({
      ...{ name, type, path, uid, gid, size: size ?? 0, mode, permissions, inode },
      mtime: new Date(String(mtime)).getTime(),
    }));
}

describe('find', () => {
  test.each([[['*.conf']], [['-i', '*.conf']], [['sub']], [['deep', 'link']], [['/nowhere']]])(
    '%j finds the same in the same snapshots',
    async (args) => {
      const [mine] = (await ours('find', '--json', ...args)).json as unknown as Json[][];
      const theirs = await resticJson('find', ...args);
      const comparable = (all: Json[] | undefined) =>
        new Map(
          all
            ?.filter((one) => one['hits'] !== 0)
            .map((one) => [one['snapshot'], (one['matches'] as Json[]).map(({ path }) => path).sort()]),
        );
      expect(comparable(mine)).toEqual(comparable(theirs));
    },
  );
});

test('find gives restic’s fields, each with its value', async () => {
  const [mine] = (await ours('find', '--json', 'a.conf')).json as unknown as Json[][];
  const theirs = await resticJson('find', 'a.conf');
  expect(theirs).toHaveLength(2);
  expect(mine).toMatchObject(theirs);
});

describe('diff', () => {
  test('SNAPSHOT:FOLDER compares the same', async () => {
    const [first, second] = (await resticJson('snapshots', '--host', 'one')).map(({ id }) => String(id));
    const args = [`${first}:${source}/sub`, `${second}:${source}/sub`];
    expect((await ours('diff', '--json', ...args)).json).toEqual(await resticJson('diff', ...args));
  });

  test.each([[[]], [['--metadata']]])('%j shows the same changes and sums', async (more) => {
    const [first, second] = (await resticJson('snapshots', '--host', 'one')).map(({ id }) => String(id));
    const args = [...more, first ?? '', second ?? ''];
    const mine = (await ours('diff', '--json', ...args)).json;
    const theirs = await resticJson('diff', ...args);
    expect(mine).toEqual(theirs);
    expect(mine.at(-1)).toMatchObject({ message_type: 'statistics', changed_files: 1 });
  });
});

describe('dump', () => {
  test('gives a file’s bytes', async () => {
    const path = join(source, 'a.conf');
    expect((await ours('dump', 'latest', '--host', 'one', path)).stdout).toBe('changed\n');
  });

  test('gives a folder that GNU tar unpacks, with the paths that restic gives', async () => {
    const [mine, theirs] = [join(folder, 'mine.tar'), join(folder, 'theirs.tar')];
    await ours('dump', 'latest', '--host', 'one', source, '--target', mine);
    await judge('dump', 'latest', '--host', 'one', source, '--target', theirs);
    // restic writes a fifo as a file, and whole seconds, rounded.
    const list = async (tar: string) => {
      const { stdout } = await run('tar', ['-t', '-v', '--numeric-owner', '-f', tar]);
      const lines = stdout.split('\n').filter((line) => !line.endsWith('/fifo'));
      return lines.map((line) => line.replace(/ \d{4}-\d\d-\d\d \d\d:\d\d /, ' ')).sort();
    };
    expect(await list(mine)).toEqual(await list(theirs));
  });

  test('leaves no half of a file, and overwrites none', async () => {
    const env = { RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: PASSWORD };
    const target = join(folder, 'there');
    await writeFile(target, 'mine');
    const path = join(source, 'a.conf');
    expect((await holdfast(['dump', 'latest', path, '--target', target], { env })).status).toBe(1);
    expect(await readFile(target, 'utf8')).toBe('mine');
  });
});

test('key, check and unlock of a repository of restic’s', async () => {
  const [keys] = (await ours('key', 'list', '--json')).json as unknown as Json[][];
  expect(keys).toEqual(await resticJson('key', 'list'));
  await writeFile(join(folder, 'second'), 'another\n');
  await ours('key', 'add', '--new-password-file', join(folder, 'second'));
  expect(await restic({ repository, password: 'another' }, ['snapshots'])).toContain('one');
  const { json } = await ours('check', '--read-data', '--json');
  expect(json.at(-1)).toMatchObject((await resticJson('check')).at(-1) ?? {});
  expect(json.at(-1)).toMatchObject({ message_type: 'summary', num_errors: 0, read_data: true });
  expect((await ours('unlock', '--json')).json).toEqual([{ message_type: 'unlocked', removed: 0 }]);
});

test('a backup’s result has restic’s fields', async () => {
  const theirs = (await resticJson('backup', '--host', 'three', source)).at(-1) ?? {};
  const mine = (await ours('backup', '--json', '--host', 'four', source)).json.at(-1) ?? {};
  expect(theirs).toHaveProperty('snapshot_id');
  expect(Object.keys(mine)).toEqual(expect.arrayContaining(Object.keys(theirs)));
  // A link and a fifo are no files.
  expect(filesOf(mine)).toEqual(filesOf(theirs));
  const theirSecond = (await resticJson('backup', '--host', 'three', source)).at(-1) ?? {};
  const mySecond = (await ours('backup', '--json', '--host', 'four', source)).json.at(-1) ?? {};
  expect(filesOf(mySecond)).toEqual(filesOf(theirSecond));
});

test('one damaged snapshot hides no other, from us as little as from restic, and prevents no backup', async () => {
  const damaged = join(folder, 'damaged');
  await cp(repository, damaged, { recursive: true });
  const [bad = '', whole = ''] = await readdir(join(damaged, 'snapshots'));
  await truncate(join(damaged, 'snapshots', bad), 50);
  const at = (...args: string[]) =>
    holdfast(args, { env: { RESTIC_REPOSITORY: damaged, RESTIC_PASSWORD: PASSWORD } });
  const listed = JSON.parse(
    await restic({ repository: damaged, password: PASSWORD }, ['snapshots', '--json']),
  ) as Json[];
  const listing = await at('snapshots', '--json');
  expect(listing.status).toBe(0);
  expect(listing.stderr).toContain(bad);
  expect(idsOf(listing.json[0] as unknown as Json[])).toEqual(idsOf(listed));
  expect(listed.length).toBeGreaterThan(0);
  const files = await at('ls', whole);
  expect(files).toMatchObject({ status: 0, stderr: '', stdout: expect.stringContaining('/B.CONF\n') });
  const found = await at('find', '*.conf', '--json');
  expect(found.status).toBe(0);
  expect(found.stderr).toContain(bad);
  expect(await at('ls', 'latest')).toMatchObject({ status: 1, stderr: expect.stringContaining(bad) });
  const saved = await at('backup', '--json', '--host', 'one', source);
  expect(saved.status).toBe(0);
  expect(saved.stderr).toContain(bad);
  const latest = saved.json.at(-1)?.['snapshot_id'];
  const after = await at('backup', '--json', '--host', 'one', '--parent', 'latest', source);
  expect(after.status).toBe(0);
  expect(after.stderr.split(`snapshots/${bad}`)).toHaveLength(2);
  const { parent } = (await at('snapshots', '--json', String(after.json.at(-1)?.['snapshot_id']))).json
    .flat()
    .at(-1) as Json;
  expect(parent).toBe(latest);
  for (const name of await readdir(join(damaged, 'snapshots')))
    await truncate(join(damaged, 'snapshots', name), 50);
  expect((await at('backup', '--parent', 'latest', source)).status).toBe(0);
});

function filesOf(summary: Json) {
  return {
    new: summary['files_new'],
    changed: summary['files_changed'],
    unmodified: summary['files_unmodified'],
    total: summary['total_files_processed'],
    bytes: summary['total_bytes_processed'],
  };
}

function idsOf(snapshots: readonly Json[]): unknown[] {
  return snapshots.map(({ id }) => id).sort();
}
