import { execFile } from 'node:child_process';
import { lstat, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromText, toBytes } from '../../src/bytestring.ts';
import { type ListingProblem, type ListOptions, listTree } from '../../src/files/list.ts';
import type { ListedEntry } from '../../src/files/listing.ts';
import { parentPath } from '../../src/files/paths.ts';
import { findSources } from '../../src/files/sources.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { alteredHost, unprivilegedHost } from './altered-host.ts';

const run = promisify(execFile);
let host: Host;
let root: string;

beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-list-'));
  await run('chmod', ['755', root]);
});
// Node can't remove paths past PATH_MAX.
afterEach(() => run('rm', ['-rf', root]));

describe('a listing', () => {
  it('gives every entry as lstat sees it, to the nanosecond, whatever its name', async () => {
    await bash(`
      mkdir -p d/empty; printf '' > d/empty-file; printf 12345 > "d/$(printf 'new\\nline')"; printf x > "d/$(printf '\\377\\376')"
      printf x > d/-rf; printf x > "d/$(printf "quote'\\\\\\"")"; ln -s "$(printf 'to\\n\\377')" d/link; ln d/-rf d/hard
      mkfifo d/fifo; mknod d/block b 259 300000; mknod d/char c 1 3; truncate -s 1T d/sparse
      touch -d @-1.5 d/-rf; touch -h -d @5000000000.123456789 d/link; chown 3000000:4294967294 d/fifo; chmod 7777 d/fifo
      python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("d/socket")'`);
    const { entries, problems } = await list([root]);
    expect(problems).toEqual([]);
    expect(entries).toHaveLength(15);
    for (const entry of entries) await expectAsLstat(entry);
    expect(entries.find(({ path }) => path.endsWith('/link'))?.linkTarget).toBe('to\n\xff');
    const places = new Map(entries.map(({ path }, i) => [path, i]));
    for (const [i, { path }] of entries.entries()) {
      if (path !== fromText(root)) expect(places.get(parentPath(path))).toBeLessThan(i);
    }
  });

  it('of a symlink gives the symlink', async () => {
    await bash('ln -s /etc link');
    expect((await list([join(root, 'link')])).entries).toMatchObject([
      { type: 'symlink', linkTarget: '/etc' },
    ]);
  });

  it('lists sources that lie in another once, and those beside it in order', async () => {
    await bash('mkdir -p a/b b-c b; touch a/b/f b/g');
    const { entries } = await list([
      join(root, 'b/'),
      join(root, 'a/b'),
      join(root, 'a'),
      join(root, 'b-c'),
      join(root, 'a'),
    ]);
    expect(entries.map(({ path }) => path.slice(root.length))).toEqual([
      '/a',
      '/a/b',
      '/a/b/f',
      '/b',
      '/b/g',
      '/b-c',
    ]);
  });

  it('of thousands of entries in one folder misses none', async () => {
    await bash('mkdir d; seq -f d/%05g 20000 | xargs touch');
    const { entries } = await list([root]);
    expect(new Set(entries.map(({ path }) => path)).size).toBe(20_002);
  });

  it('can be left before its end, which ends the command', async () => {
    for await (const { entries } of listTree(host, [fromText('/usr')])) if (entries.length > 0) break;
  });

  it('aborts', async () => {
    const abort = new AbortController();
    const listing = async () => {
      for await (const _ of listTree(host, [fromText('/usr')], { signal: abort.signal })) abort.abort();
    };
    await expect(listing()).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('mount points', () => {
  beforeEach(() =>
    bash(
      'mkdir -p a/mnt a/z b; mount -t tmpfs none a/mnt; mkdir -p a/mnt/in/side; touch a/mnt/in/side/f a/mnt/x a/z/f',
    ),
  );
  afterEach(() => bash('umount -l a/mnt'));
  const relative = ({ entries }: { entries: ListedEntry[] }) =>
    entries.map(({ path }) => path.slice(root.length)).sort();

  it('are listed empty with one-file-system', async () => {
    const found = await list([join(root, 'a')], { oneFileSystem: true });
    expect(relative(found)).toEqual(['/a', '/a/mnt', '/a/z', '/a/z/f']);
  });

  it('that are sources too are listed where they belong, once', async () => {
    const found = await list([join(root, 'a'), join(root, 'a/mnt')], { oneFileSystem: true });
    expect(relative(found)).toEqual([
      '/a',
      '/a/mnt',
      '/a/mnt/in',
      '/a/mnt/in/side',
      '/a/mnt/in/side/f',
      '/a/mnt/x',
      '/a/z',
      '/a/z/f',
    ]);
    const paths = found.entries.map(({ path }) => path.slice(root.length));
    const inside = paths.flatMap((path, i) => (path.startsWith('/a/mnt') ? [i] : []));
    expect(inside.at(-1)).toBe((inside[0] ?? 0) + inside.length - 1);
  });

  it('with a source below them give that source', async () => {
    const found = await list([join(root, 'a'), join(root, 'a/mnt/in/side')], { oneFileSystem: true });
    expect(relative(found)).toEqual(['/a', '/a/mnt', '/a/mnt/in/side', '/a/mnt/in/side/f', '/a/z', '/a/z/f']);
  });
});

describe('what could not be listed is said', () => {
  it('of a folder that may not be read, which is listed itself', async () => {
    await bash(`mkdir "$(printf 'no\\nentry')"; touch "$(printf 'no\\nentry')/f"; chmod 700 no*`);
    const { entries, problems } = await list([root], {}, unprivilegedHost(host));
    const path = fromText(`${root}/no\nentry`);
    expect(problems).toEqual([{ kind: 'unreadable', path, message: 'Permission denied' }]);
    expect(entries.map((entry) => entry.path)).toEqual([root, path]);
  });

  it('of an entry that vanishes, which is not an error', async () => {
    await bash('mkdir d; touch d/f');
    const prelude = `find() { command find "$@"; echo "find: '${root}/d/gone': No such file or directory" >&2; return 1; }`;
    const { problems } = await list([root], {}, alteredHost(host, prelude));
    expect(problems).toEqual([
      { kind: 'vanished', path: `${root}/d/gone`, message: 'No such file or directory' },
    ]);
  });

  it('in words that name no path, by the exit status', async () => {
    const noise = (status: number) =>
      `find() { command find "$@"; echo 'find: something' >&2; return ${status}; }`;
    const { problems } = await list([root], {}, alteredHost(host, noise(0)));
    expect(problems).toEqual([{ kind: 'notice', path: null, message: 'find: something' }]);
    await expect(list([root], {}, alteredHost(host, noise(1)))).rejects.toMatchObject({
      code: 'command-failed',
    });
  });

  it('of a path longer than a call takes', async () => {
    const long = Array.from({ length: 21 }, () => 'n'.repeat(200)).join('/');
    await bash(`d=${'n'.repeat(200)}; for i in $(seq 21); do mkdir $d; cd $d; done`);
    const { entries, problems } = await list([root]);
    expect(problems).toMatchObject([{ kind: 'unreadable', path: `${root}/${long}` }]);
    expect(entries).toHaveLength(21);
  });
});

describe('a listing that is not complete is an error', () => {
  it.each([
    ['because find failed without a word', 'find() { command find "$@"; return 1; }'],
    [
      'because find failed worse than by an entry',
      `find() { command find "$@"; echo "find: '/x': y" >&2; return 2; }`,
    ],
    ['because find was killed', 'find() { command find "$@" | head -c 1000; kill -9 $$; }'],
    ['because the shell ended before it said so', 'find() { command find "$@"; exit 0; }'],
  ])('%s', async (_, prelude) => {
    await bash('mkdir d; seq -f d/%05g 100 | xargs touch');
    await expect(list([root], {}, alteredHost(host, prelude))).rejects.toMatchObject({
      code: 'command-failed',
    });
  });
});

describe('sources', () => {
  it('fails where patterns leave out every folder that is named: it would save nothing', async () => {
    await bash('mkdir -p d/sub e; printf x > d/a; printf x > d/sub/b; printf x > e/c');
    const error = { code: 'bad-input', message: expect.stringMatching(/\/d": .*leave/) };
    for (const excludes of [['*'], ['d'], [`${root}/d`], [root]])
      await expect(list([`${root}/d`], { excludes })).rejects.toMatchObject(error);
    await expect(list([`${root}/d`], { iexcludes: ['D'] })).rejects.toMatchObject(error);
    await expect(list([`${root}/d`, `${root}/missing`], { excludes: ['d'] })).rejects.toMatchObject(error);
  });

  it('goes on where one of several is left out, a pattern is taken back, or a file is named', async () => {
    await bash('mkdir -p d e; printf x > d/a; printf x > e/c');
    const names = async (paths: string[], excludes: string[]) =>
      (await list(paths, { excludes })).entries.map(({ path }) => path.slice(root.length));
    expect(await names([`${root}/d`, `${root}/e`], ['d'])).toEqual(
      expect.arrayContaining(['/d', '/e', '/e/c']),
    );
    expect(await names([`${root}/d`], ['d', `!${root}/d/a`])).toContain('/d/a');
    expect(await names([`${root}/d/a`], ['a'])).toEqual(['/d/a']);
  });

  it('that are all missing are an error that names them, also before the listing', async () => {
    const roots = ['missing', 'typo'].map((name) => join(root, name));
    const error = { code: 'source-missing', message: expect.stringMatching(/\/missing".*\/typo"/) };
    await expect(list(roots)).rejects.toMatchObject(error);
    await expect(findSources(host, roots.map(fromText))).rejects.toMatchObject(error);
  });

  it.each([false, true])(
    'of which one is missing are listed but for that, which is told (one filesystem: %s)',
    async (oneFileSystem) => {
      await bash('mkdir d e; touch d/f e/g');
      const roots = ['d', 'd/lost', 'e', 'gone', 'gone/below'].map((name) => join(root, name));
      const present = (await findSources(host, roots.map(fromText))).present;
      expect(present).toEqual(['d', 'e'].map((name) => fromText(join(root, name))));
      // Those are asked for that were there a moment ago.
      const { entries, problems } = await list(roots, { oneFileSystem });
      expect(entries.map(({ path }) => path.slice(root.length + 1))).toEqual(['d', 'd/f', 'e', 'e/g']);
      const told = problems.map(({ kind, path }) => `${kind} ${path?.slice(root.length + 1)}`);
      expect(told).toEqual(
        oneFileSystem ? ['missing gone', 'missing d/lost', 'missing gone/below'] : ['missing gone'],
      );
    },
  );

  it('that may not be looked at are an error', async () => {
    await bash('mkdir -m 700 private; touch private/f');
    const source = [fromText(join(root, 'private/f'))];
    await expect(findSources(unprivilegedHost(host), source)).rejects.toMatchObject({
      code: 'source-unreadable',
    });
  });

  it.each([[[]], [['relative']], [['/a/../b']]])('%j are refused', async (roots) => {
    await expect(list(roots)).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('inside a folder that another leaves out are refused, not silently lost', async () => {
    await bash('mkdir -p a/out/in');
    const roots = [join(root, 'a'), join(root, 'a/out/in')];
    await expect(list(roots, { excludes: ['out'] })).rejects.toMatchObject({ code: 'bad-input' });
  });

  it('have the folders above them, through a symlink as a folder', async () => {
    await bash('mkdir -p real/in; ln -s real way');
    const { ancestors: above } = await findSources(host, [fromText(join(root, 'way/in')), fromText('/')]);
    expect([...above.keys()]).toEqual(['/', '/tmp', fromText(root), fromText(join(root, 'way'))]);
    expect(above.get(fromText(join(root, 'way')))).toMatchObject({ type: 'dir', path: join(root, 'way') });
  });
});

async function list(
  roots: readonly string[],
  options: ListOptions = {},
  on: Host = host,
): Promise<{ entries: ListedEntry[]; problems: ListingProblem[] }> {
  const entries: ListedEntry[] = [];
  const problems: ListingProblem[] = [];
  for await (const batch of listTree(on, roots.map(fromText), options)) {
    entries.push(...batch.entries);
    problems.push(...batch.problems);
  }
  return { entries, problems };
}

async function expectAsLstat(entry: ListedEntry): Promise<void> {
  const truth = await lstat(toBytes(entry.path), { bigint: true });
  expect(entry, entry.path).toMatchObject({
    permissions: Number(truth.mode & 0o7777n),
    uid: Number(truth.uid),
    gid: Number(truth.gid),
    sizeBytes: truth.size,
    blocks: truth.blocks,
    mtimeNs: truth.mtimeNs,
    ctimeNs: truth.ctimeNs,
    device: truth.dev,
    inode: truth.ino,
    links: truth.nlink,
    deviceNumber: truth.isBlockDevice() || truth.isCharacterDevice() ? truth.rdev : 0n,
  });
  const types = { file: 'isFile', dir: 'isDirectory', symlink: 'isSymbolicLink', fifo: 'isFIFO' } as const;
  const devices = { socket: 'isSocket', dev: 'isBlockDevice', chardev: 'isCharacterDevice' } as const;
  const checks: Readonly<Record<string, keyof typeof truth>> = { ...types, ...devices };
  const check = truth[checks[entry.type] as 'isFile'];
  expect(check.call(truth), `${entry.path} is a ${entry.type}`).toBe(true);
}

async function bash(script: string): Promise<void> {
  await run('bash', ['-e', '-c', script], { cwd: root });
}
