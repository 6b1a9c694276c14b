import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ByteString, display, fromText, toText } from '../../src/bytestring.ts';
import { type ListOptions, listTree } from '../../src/files/list.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { parseSize } from '../../src/size.ts';
import { quickFolder } from '../memory-disk.ts';
import { makeRepository } from '../services/repository.ts';

const run = promisify(execFile);
const RESTIC = join(homedir(), '.cache/holdfast/restic-0.19.1/restic');

// Stock restic is the judge: both are given the same tree and the same flags, and must keep the same entries.
const FILES = [
  'notes.txt',
  'Notes.TXT',
  'work/main.c',
  'work/main.o',
  'work/sub/deep/main.o',
  'work/sub/deep/keep.o',
  'work/node_modules/a/index.js',
  'node_modules/b.js',
  'logs/2024/01/x.log',
  'logs/2024/02/y.log',
  'logs/current.log',
  '.hidden/secret',
  'cache/CACHEDIR.TAG',
  'cache/data/one',
  'cache/two',
  'fake/CACHEDIR.TAG',
  'fake/kept',
  'marked/.nobackup',
  'marked/sub/file',
  'odd/star*name',
  'odd/a?b',
  'odd/[x]',
  'odd/back\\slash',
  'odd/new\nline',
  'odd/ünï-İ.TXT',
  'odd/日本/語.o',
  'odd/a b',
  'big/10k',
  'big/1k',
];

let folder: string;
let root: string;
let host: Host;

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-exclude-'));
  root = join(folder, 'tree');
  for (const file of FILES) {
    await mkdir(dirname(join(root, file)), { recursive: true });
    await writeFile(join(root, file), contentOf(file));
  }
  await symlink('notes.txt', join(root, 'link.o'));
  await mkdir(join(root, 'empty'));
  await makeRepository(join(folder, 'repository'), 'test');
  host = localHost();
});
afterAll(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

describe.concurrent('patterns keep what restic keeps', () => {
  it.each([
    ['nothing', []],
    ['a name', ['*.o']],
    ['a folder anywhere', ['node_modules']],
    ['two components', ['sub/deep']],
    ['two components, one with a star', ['logs/*']],
    ['a star that matches no slash', ['work/*.o']],
    ['a double star', ['work/**/*.o']],
    ['a double star in front', ['**/deep']],
    ['a double star at the end', ['logs/**']],
    ['a double star alone', ['**']],
    ['two double stars', ['**/2024/**/y.log']],
    ['a question mark', ['main.?']],
    ['a question mark for one character of several bytes', ['?nï-*']],
    ['a bracket', ['main.[a-n]']],
    ['a negated bracket', ['main.[^c]']],
    ['a bracket with characters of several bytes', ['[日-本]本']],
    ['a literal star', ['star\\*name']],
    ['a literal backslash', ['back\\\\slash']],
    ['a literal bracket', ['\\[x\\]']],
    ['a newline', ['new\nline']],
    ['a dot file', ['.*']],
    ['a taken back pattern', ['*.o', '!keep.o']],
    ['a taken back folder with what is in it', ['work/*', '!work/sub']],
    ['a taken back file below a folder that is left out', ['work', '!work/main.c']],
    ['a pattern behind one that was taken back', ['*.o', '!main.o', 'deep']],
    ['a pattern to be cleaned', ['./work//sub/../main.o/']],
    ['a trailing slash, which says nothing', ['notes.txt/']],
    ['a name that is no pattern', ['a b']],
    ['the wrong case', ['NOTES.txt']],
    ['a component of the path above the source', ['holdfast-exclude-*']],
    ['the source by its name', ['tree']],
    ['what is in the source by its name', ['tree/*']],
  ])('%s', async (_, excludes: string[]) => {
    expect(await kept({ excludes })).toEqual(
      await keptByRestic(excludes.flatMap((pattern) => ['--exclude', pattern])),
    );
  });

  it.each([
    ['absolute, of a file', (base: string) => [`${base}/notes.txt`]],
    ['absolute, of a folder', (base: string) => [`${base}/work`]],
    ['absolute, with a star', (base: string) => [`${base}/*/sub`]],
    ['absolute, with a double star', (base: string) => [`${base}/**/*.log`]],
    ['absolute, of the source', (base: string) => [base]],
    ['absolute, of another root', () => ['/work', '/notes.txt']],
    ['the root', () => ['/']],
    ['absolute, taken back', (base: string) => [`${base}/work/*`, `!${base}/work/main.*`]],
  ])('%s', async (_, patterns) => {
    const excludes = patterns(root);
    expect(await kept({ excludes })).toEqual(
      await keptByRestic(excludes.flatMap((pattern) => ['--exclude', pattern])),
    );
  });

  it.each([
    ['a name', ['NOTES.txt']],
    ['a bracket', ['MAIN.[O]']],
    ['letters beyond ASCII', ['ÜNÏ-i.txt']],
    ['taken back', ['*.TXT', '!NOTES.txt']],
  ])('whatever the case of letters: %s', async (_, iexcludes) => {
    const flags = iexcludes.flatMap((pattern) => ['--iexclude', pattern]);
    expect(await kept({ iexcludes })).toEqual(await keptByRestic(flags));
  });
});

describe.concurrent('other ways to leave out keep what restic keeps', () => {
  it('caches, but not what only looks like one', async () => {
    const entries = await kept({ excludeCaches: true });
    expect(entries).toContain('cache/CACHEDIR.TAG');
    expect(entries).not.toContain('cache/data');
    expect(entries).toContain('fake/kept');
    expect(entries).toEqual(await keptByRestic(['--exclude-caches']));
  });

  it.each([['.nobackup'], ['.nobackup:the header'], ['.nobackup:another'], ['main.c'], ['star*name']])(
    'folders with the file %s',
    async (spec) => {
      expect(await kept({ excludeIfPresent: [spec] })).toEqual(
        await keptByRestic(['--exclude-if-present', spec]),
      );
    },
  );

  it.each(['5000', '1k', '1024B', '0', '1M'])('files larger than %s', async (size) => {
    const excludeLargerThanBytes = parseSize(size, 'the size');
    expect(await kept({ excludeLargerThanBytes })).toEqual(
      await keptByRestic(['--exclude-larger-than', size]),
    );
  });
});

function contentOf(file: string): string {
  if (file === 'cache/CACHEDIR.TAG') return 'Signature: 8a477f597d28d172789f06886806bc55\n# of a test';
  if (file === 'fake/CACHEDIR.TAG') return 'Signature: no';
  if (file === 'marked/.nobackup') return 'the header and more';
  if (file === 'big/10k') return 'x'.repeat(10_240);
  if (file === 'big/1k') return 'x'.repeat(1024);
  return 'x';
}

/** Paths below the root that we keep, sorted. None are refused at the end, where restic makes an empty snapshot. */
async function kept(options: ListOptions): Promise<string[]> {
  const found: string[] = [];
  try {
    for await (const { entries, problems } of listTree(host, [fromText(root)], options)) {
      expect(problems).toEqual([]);
      for (const { path, type } of entries) {
        if (type !== 'symlink') found.push(toText(path) ?? display(path as ByteString));
      }
    }
  } catch (error) {
    expect(error).toMatchObject({ message: expect.stringContaining('leave out all that is in it') });
    expect(below(found)).toEqual(['']);
  }
  return below(found);
}

/** The same by a dry run of restic, which names folders with a slash at the end, and no symlinks. */
async function keptByRestic(flags: readonly string[]): Promise<string[]> {
  const output = await restic(
    'backup',
    '--dry-run',
    '--json',
    '-vv',
    '--no-cache',
    '--force',
    ...flags,
    root,
  );
  const messages = output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const saved = messages.filter(
    ({ message_type, action }) => message_type === 'verbose_status' && action === 'new',
  );
  return below(saved.map(({ item }) => item.replace(/\/$/, '')));
}

function below(paths: readonly string[]): string[] {
  return paths
    .filter((path) => path === root || path.startsWith(`${root}/`))
    .map((path) => path.slice(root.length + 1))
    .sort();
}

async function restic(...args: string[]): Promise<string> {
  const env = { ...process.env, RESTIC_REPOSITORY: join(folder, 'repository'), RESTIC_PASSWORD: 'test' };
  return (await run(RESTIC, args, { env, maxBuffer: 1 << 26 })).stdout;
}
