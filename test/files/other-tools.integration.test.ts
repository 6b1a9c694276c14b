import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fromText, toBytes } from '../../src/bytestring.ts';
import { type FileReader, GNU_READER } from '../../src/files/file-reader.ts';
import { type ListedBatch, type ListOptions, listTree } from '../../src/files/list.ts';
import type { ListedEntry } from '../../src/files/listing.ts';
import { chooseReader, probeHost } from '../../src/files/probe.ts';
import { type ReadOutcome, readFiles } from '../../src/files/read-files.ts';
import { lookAt } from '../../src/files/second-look.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { quickFolder } from '../memory-disk.ts';
import { alteredHost, unprivilegedHost } from './altered-host.ts';
import { withZeros } from './tar/with-zeros.ts';
import { all, hostWithTools, type ToolMakers } from './tool-hosts.ts';

const run = promisify(execFile);

/** Hosts with other tools than GNU's, whole and mixed, and how each must be read. */
const HOSTS: [string, ToolMakers, FileReader][] = [
  ['busybox', all('busybox'), { lister: 'stat', archiver: 'busybox' }],
  ['toybox', all('toybox'), { lister: 'stat', archiver: 'toybox' }],
  ['GNU with bsdtar', { tar: 'bsdtar' }, { lister: 'find', archiver: 'bsdtar' }],
  ['busybox with GNU tar', { find: 'busybox', xargs: 'busybox' }, { lister: 'stat', archiver: 'gnu' }],
  ['GNU with the tar of busybox', { tar: 'busybox' }, { lister: 'find', archiver: 'busybox' }],
  [
    'toybox with GNU stat and bsdtar',
    { find: 'toybox', tar: 'bsdtar' },
    { lister: 'stat', archiver: 'bsdtar' },
  ],
];

describe.each(HOSTS)('on a host of %s', (_, makers, reader) => {
  let local: Host;
  let host: Host;
  let root: string;

  beforeAll(async () => {
    local = localHost();
    host = await hostWithTools(local, makers);
  });
  afterAll(async () => {
    await host.close();
    await local.close();
  });
  beforeEach(async () => {
    root = await mkdtemp(join(quickFolder(), 'holdfast-tools-test-'));
    await run('chmod', ['755', root]);
  });
  afterEach(() => run('rm', ['-rf', root]));

  it('the probe chooses what to list and to read with', async () => {
    expect(chooseReader(host, await probeHost(host))).toEqual(reader);
  });

  it('a listing is the same as that of GNU find, whatever the names, times and kinds', async () => {
    await bash(HOSTILE_TREE);
    const truth = await list({}, local, GNU_READER);
    const found = await list();
    expect(found.problems).toEqual([]);
    expect(found.entries.map(plain).sort(byPath)).toEqual(truth.entries.map(plain).sort(byPath));
    const places = new Map(found.entries.map(({ path }, i) => [path, i]));
    for (const { path } of found.entries.slice(1)) {
      expect(places.get(path.slice(0, path.lastIndexOf('/')) as never)).toBeLessThan(places.get(path) ?? -1);
    }
  });

  it('excludes and folders marked as caches are left out', async () => {
    await bash(`mkdir -p 'a*b/c' axb cache deep/out 'q[x]' tagged; touch 'a*b/c/f' axb/f cache/f deep/out/f 'q[x]/f' tagged/f
      printf 'Signature: 8a477f597d28d172789f06886806bc55 x' > cache/CACHEDIR.TAG; printf no > deep/CACHEDIR.TAG
      printf 'one\\ntwo' > tagged/.nobackup; printf 'one' > axb/.nobackup`);
    const options = {
      excludes: ['a\\*b', '/**/deep/out', 'q\\[x\\]'],
      excludeCaches: true,
      excludeIfPresent: ['.nobackup:one\n'],
    };
    const truth = await list(options, local, GNU_READER);
    const found = await list(options);
    expect(found.entries.map(({ path }) => path).sort()).toEqual(
      truth.entries.map(({ path }) => path).sort(),
    );
    expect(found.entries.some(({ path }) => /cache\/f|tagged\/f|out/.test(path))).toBe(false);
    expect(found.entries.some(({ path }) => path.endsWith('axb/f'))).toBe(true);
  });

  it('contents are read exactly, and count', async () => {
    await bash(HOSTILE_TREE);
    if (reader.archiver === 'toybox') await bash("mv d/$'new\nline\n' d/$'new\nline'");
    const files = await listedFiles();
    const { contents, outcomes } = await read(files);
    for (const { path } of files) {
      expect(contents.get(path)?.equals(await readFile(toBytes(path))), path).toBe(true);
      expect(outcomes.get(path), path).toMatchObject({ kind: 'read' });
    }
    expect(files.length).toBeGreaterThan(10);
  });

  it('a name that tar would take for another is not read as that other', async () => {
    await bash("echo x > $'name\\n'; echo y > name");
    const { contents, outcomes } = await read(await listedFiles());
    expect(contents.get(`${root}/name`)?.toString()).toBe('y\n');
    const isTaken = reader.archiver !== 'toybox'; // which takes a newline off the end
    expect(contents.get(`${root}/name\n`)?.toString()).toBe(isTaken ? 'x\n' : undefined);
    expect(outcomes.get(`${root}/name\n`)?.kind).toBe(isTaken ? 'read' : 'unreadable');
  });

  it('thousands of files with long names come by several archives, each in its place', async () => {
    await bash(
      `mkdir d; cd d; for i in $(seq 1700); do echo $i > ${'n'.repeat(200)}$i; done; for i in $(seq 300); do ln ${'n'.repeat(200)}$i l$i; done`,
    );
    const files = await listedFiles();
    const { contents, outcomes } = await read(files);
    expect(contents.size).toBe(2000);
    expect([...outcomes.values()].every(({ kind }) => kind === 'read')).toBe(true);
    expect(contents.get(fromText(`${root}/d/l77`))?.toString()).toBe('77\n');
  });

  it('what can not be read is told from what is gone, and keeps nothing else from being read', async () => {
    await bash(`for i in $(seq 1200); do echo $i > $i; done; mkdir hidden; echo x > hidden/f; echo x > "$(printf 'a\\nb')"
      chmod 000 700 1100 "$(printf 'a\\nb')"`);
    const files = await listedFiles();
    await bash('chmod 700 hidden; rm 1 500 999');
    const { outcomes, contents } = await read(files, unprivilegedHost(host));
    const kinds = (name: string) => outcomes.get(fromText(`${root}/${name}`))?.kind;
    expect(['1', '500', '999'].map(kinds)).toEqual(['vanished', 'vanished', 'vanished']);
    expect(['700', '1100', 'a\nb', 'hidden/f'].map(kinds)).toEqual(Array(4).fill('unreadable'));
    expect([...outcomes.values()].filter(({ kind }) => kind === 'read')).toHaveLength(1195);
    expect(contents.size).toBe(1195);
  });

  it('a whole batch that is gone is no failure', async () => {
    await bash('for i in $(seq 1100); do echo $i > $i; done');
    const files = await listedFiles();
    await bash('seq 1100 | xargs rm');
    const { outcomes } = await read(files);
    expect([...outcomes.values()].filter(({ kind }) => kind === 'vanished')).toHaveLength(1100);
  });

  it('a file that shrinks while it is read does not count, and those behind it do', async () => {
    await bash('head -c 60000000 /dev/urandom > big; for i in $(seq 700); do echo $i > $i; done');
    const files = (await listedFiles()).sort((a, b) =>
      a.path.endsWith('/big') ? -1 : b.path.endsWith('/big') ? 1 : 0,
    );
    const outcomes = new Map<string, ReadOutcome>();
    let hasShrunk = false;
    for await (const event of readFiles(host, files, { reader })) {
      if (event.kind === 'outcome') outcomes.set(event.entry.path, event.outcome);
      if (event.kind !== 'content' || Buffer.isBuffer(event.content)) continue;
      for await (const _ of event.content) {
        if (!hasShrunk) await bash('truncate -s 100 big');
        hasShrunk = true;
      }
    }
    expect(outcomes.get(`${root}/big`)?.kind).toBe('changed');
    expect([...outcomes.values()].filter(({ kind }) => kind === 'read')).toHaveLength(700);
  });

  it.each([
    ['killed', 'tar() { command tar "$@" | head -c 100000; kill -9 $$; }'],
    ['cut off, and says success', 'tar() { command tar "$@" | head -c 100000; }'],
    ['mute, and fails', 'tar() { return 2; }'],
    ['mute, and says success', 'tar() { :; }'],
    ['something else', 'tar() { cat /proc/self/exe; }'],
  ])('a tar that is %s can not be trusted', async (_, prelude) => {
    await bash('head -c 3000000 /dev/urandom > a; echo b > b');
    const files = (await listedFiles()).reverse();
    // Where tar runs in a shell of its own, that shell needs the function: as a program before the others.
    await bash(
      `mkdir bin; printf '#!/bin/sh\\nPATH=\${PATH#*:}\\n%s\\ntar "$@"\\n' '${prelude.replaceAll("'", "'\\''")}' > bin/tar; chmod 755 bin/tar`,
    );
    const broken = alteredHost(host, `PATH=$PATH`);
    const faked: Host = {
      ...broken,
      start: (script, options) => host.start(`PATH=${root}/bin:$PATH\n${script}`, options),
    };
    await expect(read(files, faked)).rejects.toMatchObject({ code: 'command-failed' });
  });

  it('a folder that can not be listed is said, and nothing that was is taken for deleted', async () => {
    await bash('mkdir -m 700 private; touch private/f a');
    const { entries, problems } = await list({}, unprivilegedHost(host));
    expect(problems).toEqual([{ kind: 'unreadable', path: `${root}/private`, message: 'Permission denied' }]);
    expect(entries.map(({ path }) => path.slice(root.length)).sort()).toEqual(['', '/a', '/private']);
  });

  it('a list that is cut off is an error', async () => {
    await bash('for i in $(seq 500); do : > $i; done');
    for (const tool of ['find', 'stat']) {
      if (tool === 'stat' && reader.lister === 'find') continue;
      await bash(
        `mkdir -p bin; printf '#!/bin/sh\\nPATH=\${PATH#*:}\\n${tool} "$@" | head -c 3000\\nkill -9 $$\\n' > bin/${tool}; chmod 755 bin/${tool}`,
      );
      const broken: Host = {
        ...host,
        start: (script, options) => host.start(`PATH=${root}/bin:$PATH\n${script}`, options),
      };
      await expect(list({}, broken), tool).rejects.toMatchObject({ code: 'command-failed' });
      await bash('rm -r bin');
    }
  });

  it('sources that are missing are an error', async () => {
    const missing = listTree(host, [fromText(`${root}/missing`)], { reader });
    await expect(Array.fromAsync(missing)).rejects.toMatchObject({ code: 'source-missing' });
  });

  it('a look tells what stands at a path', async () => {
    await bash('ln -s /etc link; mknod dev c 1 3');
    const paths = ['link', 'dev', 'gone'].map((name) => fromText(`${root}/${name}`));
    const { entries, failures } = await lookAt(host, paths, { reader });
    expect(entries.get(paths[0] as never)).toMatchObject({ type: 'symlink', linkTarget: '/etc' });
    expect(entries.get(paths[1] as never)).toMatchObject({ type: 'chardev', deviceNumber: 259n });
    expect(failures.get(paths[2] as never)?.reason).toBe('No such file or directory');
    const followed = await lookAt(host, paths, { reader, followSymlinks: true });
    expect(followed.entries.get(paths[0] as never)).toMatchObject({ type: 'dir' });
  });

  async function list(options: ListOptions = {}, on: Host = host, by: FileReader = reader) {
    const whole = { entries: [] as ListedEntry[], problems: [] as ListedBatch['problems'][number][] };
    for await (const { entries, problems } of listTree(on, [fromText(root)], { ...options, reader: by })) {
      whole.entries.push(...entries);
      whole.problems.push(...problems);
    }
    return whole;
  }

  async function listedFiles(): Promise<ListedEntry[]> {
    return (await list({}, local, GNU_READER)).entries.filter(({ type }) => type === 'file');
  }

  async function read(files: readonly ListedEntry[], on: Host = host) {
    const contents = new Map<string, Buffer>();
    const outcomes = new Map<string, ReadOutcome>();
    for await (const event of readFiles(on, files, { reader })) {
      if (event.kind === 'outcome') outcomes.set(event.entry.path, event.outcome);
      if (event.kind !== 'content') continue;
      const parts: Buffer[] = [];
      for await (const part of Buffer.isBuffer(event.content) ? [event.content] : withZeros(event.content))
        parts.push(Buffer.from(part));
      contents.set(event.entry.path, Buffer.concat(parts));
    }
    return { contents, outcomes };
  }

  async function bash(script: string): Promise<void> {
    await run('bash', ['-e', '-c', script], { cwd: root });
  }
});

const HOSTILE_TREE = String.raw`
  mkdir -p d/empty; : > d/empty-file; printf 12345 > d/$'new\nline\n'; printf x > d/$'\xff\xfe'
  printf x > d/-rf; printf x > d/$'quote\'\\"'; ln -s $'to\n\xff//\n1 2 3' d/link; ln d/-rf d/hard; mkdir d/$'\nd'; printf y > d/$'\nd/f'
  printf z > "d/$(printf 'n%.0s' $(seq 255))"; ln -s "$(printf 't%.0s' $(seq 1000))" d/far
  mkfifo d/fifo; mknod d/block b 259 300000; mknod d/char c 1 3; truncate -s 5M d/hole; printf x | dd of=d/sparse bs=1M seek=7 2>/dev/null
  head -c 3000000 /dev/urandom > d/large
  touch -d @-1.5 d/-rf; touch -h -d @5000000000.123456789 d/link; touch -d @4294967296 d/sparse
  chown 3000000:4294967294 d/fifo d/large; chmod 7777 d/fifo; chmod 0000 d/empty-file
  python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("d/socket")'
`;

/** What is said of an entry, so that a difference can be read. */
function plain(entry: ListedEntry): Record<string, unknown> {
  return { ...entry };
}

function byPath(a: Record<string, unknown>, b: Record<string, unknown>): number {
  return (a['path'] as string) < (b['path'] as string) ? -1 : 1;
}
