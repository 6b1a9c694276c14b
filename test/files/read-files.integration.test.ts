import { execFile } from 'node:child_process';
import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type ByteString, fromText, toBytes } from '../../src/bytestring.ts';
import { listTree } from '../../src/files/list.ts';
import type { ListedEntry } from '../../src/files/listing.ts';
import { type ReadEvent, type ReadOutcome, readFiles, readFilesByTurns } from '../../src/files/read-files.ts';
import type { ExtendedAttribute } from '../../src/files/tar/member.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import { alteredHost, unprivilegedHost } from './altered-host.ts';
import { withZeros } from './tar/with-zeros.ts';

const run = promisify(execFile);
const LARGE_BYTES = 64 * 1024 * 1024;
let host: Host;
let root: string;

beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'holdfast-read-'));
  await run('chmod', ['755', root]);
});
afterEach(() => rm(root, { recursive: true, force: true }));

interface Read {
  readonly contents: Map<ByteString, Buffer>;
  readonly attributes: Map<ByteString, readonly ExtendedAttribute[]>;
  readonly outcomes: Map<ByteString, ReadOutcome>;
  readonly order: ByteString[];
}

describe('files are read exactly', () => {
  it('whatever their names and sizes, in the order asked, small ones whole', async () => {
    await bash(`
      printf x > "$(printf 'é\\n13 size=5120')"; printf y > "$(printf '\\377')"; printf z > -rf; printf q > 'quo"te\\'
      : > empty; head -c 511 /dev/urandom > b511; head -c 512 /dev/urandom > b512; head -c 524287 /dev/urandom > whole
      head -c 524288 /dev/urandom > streams; head -c 3000001 /dev/urandom > large; ln large linked; touch -d @-1.5 -- -rf
      printf old > old; touch -d 2200-01-01 old`);
    const files = (await list()).reverse();
    const { contents, outcomes, order } = await read(files);
    for (const { path } of files) {
      expect(contents.get(path)?.equals(await readFile(toBytes(path))), path).toBe(true);
      expect(outcomes.get(path), path).toEqual({ kind: 'read', warning: null });
    }
    expect(order).toEqual(files.map(({ path }) => path));
  });

  it('with a turn for all others between the outcomes of many', async () => {
    await bash('for i in $(seq 600); do printf $i > $i; done');
    let turns = 0;
    let isOver = false;
    const count = () => {
      turns++;
      if (!isOver) setImmediate(count);
    };
    const turnsAtOutcomes: number[] = [];
    for await (const events of readFilesByTurns(host, await list())) {
      if (events[0]?.kind === 'received') setImmediate(count);
      if (events[0]?.kind === 'outcome') turnsAtOutcomes.push(turns);
    }
    isOver = true;
    expect(turnsAtOutcomes.length).toBeGreaterThan(2);
    expect(new Set(turnsAtOutcomes).size).toBe(turnsAtOutcomes.length);
  });

  it('with their extended attributes, access lists among them', async () => {
    await bash(
      'printf x > f; setfattr -n user.a=b -v 0x000a31 f; setfacl -m u:1234:r f; : > e; setfattr -n user.e -v 1 e',
    );
    const files = await list();
    const { attributes } = await read(files);
    const names = (path: string) => attributes.get(fromText(join(root, path)))?.map(({ name }) => name);
    expect(names('f')?.sort()).toEqual(['system.posix_acl_access', 'user.a=b']);
    expect(names('e')).toEqual(['user.e']);
    const value = attributes.get(fromText(join(root, 'f')))?.find(({ name }) => name === 'user.a=b')?.value;
    expect(value).toEqual(Buffer.from('\0\n1'));
  });

  it('with holes as zeros, also a file that says it has no blocks', async () => {
    await bash(
      'printf head > s; truncate -s 20M s; printf tail >> s; truncate -s 3M hole; printf data > unsaid',
    );
    const files = (await list()).map((file) =>
      file.path.endsWith('/unsaid') ? { ...file, blocks: 0n } : file,
    );
    const recorded = alteredHost(host, '');
    const { contents, outcomes } = await read(files, recorded);
    for (const { path } of files) {
      expect(contents.get(path)?.equals(await readFile(toBytes(path))), path).toBe(true);
      expect(outcomes.get(path)).toEqual({ kind: 'read', warning: null });
    }
    const tars = recorded.scripts.filter((script) => script.includes('tar -c'));
    expect(tars.map((script) => script.includes('--sparse'))).toEqual([true, false]);
  });

  it('thousands of them with long names, by a slow reader: nothing blocks', async () => {
    await bash(`mkdir d; cd d; for i in $(seq 4000); do echo $i > ${'n'.repeat(200)}$i; done`);
    const files = await list();
    let count = 0;
    for await (const event of readFiles(host, files)) {
      if (event.kind === 'content' && ++count % 500 === 1) await sleep(20);
      if (event.kind === 'outcome') expect(event.outcome.kind).toBe('read');
    }
    expect(count).toBe(4000);
  });

  it('a small content has its bytes until the next event is asked for, whatever has come meanwhile', async () => {
    // More than the pipe holds at once.
    await bash('for i in $(seq 300); do { echo $i; head -c 3000 /dev/zero; echo $i; } > $i; done');
    const numbers: number[] = [];
    for await (const event of readFiles(host, await list())) {
      if (event.kind !== 'content' || !Buffer.isBuffer(event.content)) continue;
      await sleep(1);
      const [first, last] = event.content.toString().split(/[\0\n]+/);
      expect(last).toBe(first);
      numbers.push(Number(first));
    }
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
  });

  it('without any, nothing is started', async () => {
    const recorded = alteredHost(host, '');
    expect((await read([], recorded)).outcomes.size).toBe(0);
    expect(recorded.scripts).toEqual([]);
  });
});

describe('a file that did not stand still never counts as read', () => {
  it.each([
    ['grew', 'printf more >> f'],
    ['was replaced by one of the same size and times', 'printf OLD > g; touch -r f g; mv g f'],
    ['was written with its times put back', 't=$(stat -c @%.9Y f); printf NEW > f; touch -d $t f'],
    ['became a folder', 'rm f; mkdir f'],
    ['became a symlink', 'rm f; ln -s g f'],
    ['has other rights', 'chmod 600 f'],
  ])('which %s before it was read', async (_, change) => {
    await bash('printf old > f');
    const files = await list();
    await bash(change);
    expect((await read(files)).outcomes.get(fromText(join(root, 'f')))).toMatchObject({ kind: 'changed' });
  });

  it('which changed between its reading and the end', async () => {
    await bash('printf old > f');
    const late = alteredHost(host, `tar() { command tar "$@"; r=$?; printf more >> ${root}/f; return $r; }`);
    expect(await outcomeOf('f', late)).toMatchObject({ kind: 'changed', now: { sizeBytes: 7n } });
  });

  it.each([
    ['at its old size', 'printf NEW > f'],
    ['at its old size, its times put back', 't=$(stat -c @%.9Y f); printf NEW > f; touch -d $t f'],
    ['by a rename of another over it', 'printf NEW > g; touch -r f g; mv -f g f'],
  ])('which was written between its reading and the end %s', async (_, change) => {
    await bash('printf old > f');
    const late = alteredHost(host, `tar() { command tar "$@"; r=$?; (cd ${root}; ${change}); return $r; }`);
    expect(await outcomeOf('f', late)).toMatchObject({ kind: 'changed', now: { sizeBytes: 3n } });
  });

  it('whose place another took by a rename of its folder, of the same size and the same times', async () => {
    await bash(`
      mkdir d e; printf old > d/f; printf NEW > e/f
      for i in $(seq 500); do
        touch -d @1 d/f e/f
        [ "$(stat -c %z d/f)" != "$(stat -c %z e/f)" ] || exit 0
      done
      exit 1`);
    const late = alteredHost(
      host,
      `tar() { command tar "$@"; r=$?; (cd ${root}; mv d x; mv e d); return $r; }`,
    );
    expect(await outcomeOf('d/f', late)).toMatchObject({ kind: 'changed', now: { sizeBytes: 3n } });
  });

  it('which tar alone saw changing', async () => {
    await bash('printf old > f');
    const said = saying(`tar: "./${root.slice(1)}/f": file changed as we read it`, 1);
    expect(await outcomeOf('f', said)).toMatchObject({
      kind: 'changed',
      message: 'file changed as we read it',
    });
  });

  it('which shrank while it was read: its content is zeros', async () => {
    await bash(`head -c ${LARGE_BYTES} /dev/urandom > f`);
    const { outcome, bytes } = await readWhile(() => truncate(join(root, 'f'), 1000));
    expect(bytes).toBe(LARGE_BYTES);
    expect(outcome).toMatchObject({ kind: 'changed', now: { sizeBytes: 1000n } });
  });

  it('which grew while it was read', async () => {
    await bash(`head -c ${LARGE_BYTES} /dev/urandom > f`);
    const { outcome } = await readWhile(() => appendFile(join(root, 'f'), 'more'));
    expect(outcome).toMatchObject({ kind: 'changed' });
  });

  it('which has vanished', async () => {
    await bash('printf x > f; printf y > g');
    const files = await list();
    await bash('rm f');
    const { outcomes } = await read(files);
    expect(outcomes.get(fromText(join(root, 'f')))).toMatchObject({ kind: 'vanished' });
    expect(outcomes.get(fromText(join(root, 'g')))).toMatchObject({ kind: 'read' });
  });

  it('which lies in a folder that has vanished', async () => {
    await bash('mkdir d; printf x > d/f');
    const files = await list();
    await bash('rm -r d; printf x > d');
    expect((await read(files)).outcomes.get(fromText(join(root, 'd/f')))).toMatchObject({ kind: 'vanished' });
  });

  it('which may not be read', async () => {
    await bash('printf x > f; chmod 600 f; : > e; chmod 600 e; printf y > g');
    const files = await list();
    const { outcomes } = await read(files, unprivilegedHost(host));
    const message = 'Cannot open: Permission denied';
    expect(outcomes.get(fromText(join(root, 'f')))).toEqual({ kind: 'unreadable', message });
    expect(outcomes.get(fromText(join(root, 'e')))).toEqual({ kind: 'unreadable', message });
    expect(outcomes.get(fromText(join(root, 'g')))).toMatchObject({ kind: 'read' });
  });

  it('of which a part could not be read: zeros stand for it', async () => {
    await bash('printf x > f');
    const line = `tar: "./${root.slice(1)}/f": Read error at byte 0, while reading 1 byte: Input/output error`;
    expect(await outcomeOf('f', saying(line, 2))).toMatchObject({ kind: 'unreadable' });
  });
});

describe('what tar says besides', () => {
  it('of attributes that it could not have is passed on', async () => {
    await bash('printf x > f');
    const said = saying(`tar: "./${root.slice(1)}/f": Warning: Cannot flistxattr: Input/output error`, 0);
    expect(await outcomeOf('f', said)).toEqual({
      kind: 'read',
      warning: 'Warning: Cannot flistxattr: Input/output error',
    });
  });

  it('of a filesystem without attributes is nothing', async () => {
    await bash('printf x > f');
    const said = saying(
      `tar: "./${root.slice(1)}/f": Warning: Cannot flistxattr: Operation not supported`,
      0,
    );
    expect(await outcomeOf('f', said)).toEqual({ kind: 'read', warning: null });
  });

  it('without naming a file is passed on when it succeeded, and an error when it did not', async () => {
    await bash('printf x > f');
    const files = await list();
    const notices: ReadEvent[] = [];
    for await (const event of readFiles(saying('tar: hello', 0), files))
      if (event.kind === 'notice') notices.push(event);
    expect(notices).toEqual([{ kind: 'notice', message: 'tar: hello' }]);
    await expect(read(files, saying('tar: hello', 2))).rejects.toThrow(/tar: hello/);
  });
});

describe('an archive that can not be trusted is an error', () => {
  it.each([
    ['a tar that fails without a word', 'tar() { command tar "$@"; return 2; }'],
    ['a tar that is killed', 'tar() { command tar "$@" | head -c 100000; kill -9 $$; }'],
    ['a tar that is cut off and says success', 'tar() { command tar "$@" | head -c 100000; }'],
    ['a tar that is cut off in its end', 'tar() { command tar "$@" -b 1 | head -c -512; }'],
    ['no tar', 'tar() { nonexistent-tool; }'],
    ['something else than an archive', 'tar() { cat /usr/bin/env; }'],
    ['files in another order', 'tar() { sort -zr | command tar "$@"; }'],
    ['a file that was not asked for', 'tar() { printf "./etc/passwd\\0" | command tar "$@"; }'],
    ['a second look that fails', 'xargs() { cat > /dev/null; return 1; }'],
  ])('%s', async (_, prelude) => {
    await bash('printf a > a; printf b > b; head -c 2000000 /dev/zero > c');
    await expect(read(await list(), alteredHost(host, prelude))).rejects.toMatchObject({
      code: 'command-failed',
    });
  });
});

it('of garbage says where it begins, and does not blame the tar that was ended for it', async () => {
  await bash('printf a > a');
  const garbage = alteredHost(host, 'tar() { command tar "$@" | head -c 1536; cat /dev/urandom; }');
  await expect(read(await list(), garbage)).rejects.toThrow(/Cannot read the tar stream/);
});

describe('a reading that is not wanted any more', () => {
  it('aborts', async () => {
    await bash(`head -c ${LARGE_BYTES} /dev/zero > f`);
    const files = await list();
    const abort = new AbortController();
    const reading = async () => {
      for await (const event of readFiles(host, files, { signal: abort.signal })) {
        if (event.kind !== 'content' || Buffer.isBuffer(event.content)) continue;
        for await (const _ of event.content) abort.abort();
      }
    };
    await expect(reading()).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('ends the host’s tar when it is left', async () => {
    await bash(`head -c ${LARGE_BYTES} /dev/zero > f; mkdir bin; cp $(which tar) bin/the-tar`);
    const files = (await list()).filter(({ path }) => path.endsWith('/f'));
    const own = alteredHost(host, `tar() { ${root}/bin/the-tar "$@"; }`);
    let running = '';
    for await (const _ of readFiles(own, files)) {
      running = (await run('ps', ['-eo', 'args'])).stdout;
      break;
    }
    expect(running).toContain(`${root}/bin/the-tar`);
    expect((await run('ps', ['-eo', 'args'])).stdout).not.toContain(`${root}/bin/the-tar`);
  });
});

async function list(): Promise<ListedEntry[]> {
  const files: ListedEntry[] = [];
  for await (const { entries } of listTree(host, [fromText(root)])) {
    files.push(...entries.filter(({ type }) => type === 'file'));
  }
  return files;
}

async function read(files: readonly ListedEntry[], on: Host = host): Promise<Read> {
  const found: Read = { contents: new Map(), attributes: new Map(), outcomes: new Map(), order: [] };
  for await (const event of readFiles(on, files)) {
    if (event.kind === 'notice') throw new Error(event.message);
    if (event.kind === 'received') continue;
    const { path } = event.entry;
    if (event.kind === 'outcome') {
      found.outcomes.set(path, event.outcome);
      continue;
    }
    const parts: Buffer[] = [];
    for await (const part of Buffer.isBuffer(event.content) ? [event.content] : withZeros(event.content))
      parts.push(Buffer.from(part));
    found.contents.set(path, Buffer.concat(parts));
    found.attributes.set(path, event.extendedAttributes);
    found.order.push(path);
  }
  return found;
}

async function outcomeOf(name: string, on: Host): Promise<ReadOutcome | undefined> {
  return (await read(await list(), on)).outcomes.get(fromText(join(root, name)));
}

/** Reads the one file, and does `change` when the first of its bytes have come. */
async function readWhile(
  change: () => Promise<void>,
): Promise<{ outcome: ReadOutcome | undefined; bytes: number }> {
  let bytes = 0;
  let outcome: ReadOutcome | undefined;
  for await (const event of readFiles(host, await list())) {
    if (event.kind === 'outcome') outcome = event.outcome;
    if (event.kind !== 'content' || Buffer.isBuffer(event.content)) continue;
    for await (const part of withZeros(event.content)) {
      if (bytes === 0) await change();
      bytes += part.length;
    }
  }
  return { outcome, bytes };
}

/** The host, whose tar does what it does, prints `line` too and ends with `status`. */
function saying(line: string, status: number): Host {
  return alteredHost(host, `tar() { command tar "$@"; printf '%s\\n' '${line}' >&2; return ${status}; }`);
}

async function bash(script: string): Promise<void> {
  await run('bash', ['-e', '-c', script], { cwd: root });
}
