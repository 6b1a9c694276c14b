import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { fromText } from '../../src/bytestring.ts';
import { asHoldfastError, type ErrorCode } from '../../src/errors.ts';
import type { ExitStatus, Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import type { BackupOptions } from '../../src/operations/backup/options.ts';
import { backup } from '../../src/operations/backup.ts';
import { checkRepository } from '../../src/repository/check.ts';
import { initRepository } from '../../src/repository/init.ts';
import { openRepository } from '../../src/repository/open.ts';
import { quickFolder } from '../memory-disk.ts';
import { SILENT } from '../operations/restore/harness.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { FASTEST_KEY } from './forged-trees.ts';

// A host may print anything. Its backup fails, or is a sound snapshot of something; nothing else comes of it.

const CASES = 1000;
const SIDE_BY_SIDE = 25;
const LIMIT_MS = 120_000;

/** What one command printed, and how it ended. */
interface Recorded {
  readonly stdout: Buffer;
  readonly stderr: Buffer;
  readonly exit: ExitStatus;
}

let folder: string;
let source: string;
/** By script; one that is run several times, with other names on its stdin, has several. */
const recorded = new Map<string, Recorded[]>();

beforeAll(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-hostile-host-'));
  source = join(folder, 'source');
  await mkdir(join(source, 'sub', 'deep'), { recursive: true });
  await writeFile(join(source, 'a'), 'content of a');
  await writeFile(join(source, 'sub', 'b'), Buffer.alloc(3000, 'b'));
  await writeFile(join(source, 'sub', 'deep', 'c\n\xff'), '');
  await symlink('a', join(source, 'link'));
  const host = localHost();
  await backUp(recording(host));
  await host.close();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function recording(host: Host): Host {
  return {
    name: host.name,
    start: async (script, options) => {
      const command = await host.start(script, options);
      const [stdout, stderr] = [buffer(command.stdout), buffer(command.stderr)];
      const all = recorded.get(script) ?? [];
      const place = all.length;
      recorded.set(script, all);
      all.length++; // in the order in which they begin
      const exited = command.exited.then(async (exit) => {
        all[place] = { stdout: await stdout, stderr: await stderr, exit };
        return exit;
      });
      const replayed = async function* (part: 'stdout' | 'stderr') {
        yield Buffer.from(await { stdout, stderr }[part]); // a copy: who reads it gives its memory back
      };
      return {
        stdin: command.stdin,
        stdout: Readable.from(replayed('stdout')),
        stderr: Readable.from(replayed('stderr')),
        exited,
      };
    },
    close: async () => {},
  };
}

/** A host that says again what was recorded, after `change`, in chunks of `chunkBytes`. */
function replaying(change: (output: Recorded, script: string) => Recorded, chunkBytes: number): Host {
  const runs = new Map<string, number>();
  return {
    name: 'hostile',
    start: async (script) => {
      const run = runs.get(script) ?? 0;
      runs.set(script, run + 1);
      // What a lie leads us to ask besides has no answer.
      const output = recorded.get(script)?.[run] ?? {
        stdout: Buffer.alloc(0),
        stderr: Buffer.alloc(0),
        exit: { code: 127 },
      };
      const { stdout, stderr, exit } = change(output, script);
      return {
        stdin: new Writable({ write: (_chunk, _encoding, done) => done() }),
        stdout: Readable.from(inChunks(stdout, chunkBytes)),
        stderr: Readable.from(inChunks(stderr, chunkBytes)),
        exited: Promise.resolve(exit),
      };
    },
    close: async () => {},
  };
}

function* inChunks(bytes: Buffer, chunkBytes: number): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += chunkBytes)
    yield Buffer.from(bytes.subarray(at, at + chunkBytes));
}

async function backUp(host: Host) {
  const backend = createMemoryBackend();
  const repository = await initRepository(backend, PASSWORD, { key: FASTEST_KEY, threads: 0 });
  const options: BackupOptions = {
    paths: [fromText(source)],
    excludes: [],
    iexcludes: [],
    excludeCaches: false,
    excludeIfPresent: [],
    excludeLargerThanBytes: null,
    oneFileSystem: false,
    hostname: 'hostile',
    target: 'files',
    tags: [],
    parent: 'newest',
    before: [],
    after: [],
    onUnreadable: 'warn',
    onChanged: 'warn',
    dryRun: false,
    retryLockMs: 0,
    programVersion: 'holdfast test',
  };
  try {
    const said: string[] = [];
    const reporter = {
      ...SILENT,
      onWarning: (message: string) => void said.push(message),
      onInfo: (message: string) => void said.push(message),
    };
    const result = await backup(host, repository, options, reporter, new AbortController().signal);
    return { backend, result, said };
  } finally {
    await repository.close();
  }
}

/** What a host can bring about by what it prints. */
const BLAMES_THE_HOST: ReadonlySet<ErrorCode> = new Set([
  'command-failed',
  'host-unsupported',
  'source-missing',
  'source-unreadable',
  'source-changed',
  'bad-input',
]);

const UNPRINTABLE = /[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2028\u2029]/;

/** Backs up, and proves that what came of it is what may come of it. */
async function expectNothingElse(host: Host): Promise<'failed' | 'saved'> {
  const outcome = await backUp(host).catch((thrown: unknown) => {
    const error = asHoldfastError(thrown);
    if (error === null || !BLAMES_THE_HOST.has(error.code)) throw thrown;
    expect(error.message).not.toMatch(UNPRINTABLE);
    return null;
  });
  if (outcome === null) return 'failed';
  for (const line of outcome.said) expect(line).not.toMatch(UNPRINTABLE);
  const repository = await openRepository(outcome.backend, PASSWORD, { threads: 0 });
  const findings = await Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } }));
  await repository.close();
  expect(findings.filter(({ severity, code }) => severity !== 'hint' && code !== 'node-hard-link')).toEqual(
    [],
  );
  return 'saved';
}

// biome-ignore format: a list to glance over
const PIECES = [
  '\0', '\0\0', '\n', '..', '/', '//', '/../', '/etc/passwd\0', '-1', '99999999999999999999999', '1e9', ' ', '\x1b[2J', '::error::x\n',
  'end 0\0\0\0', 'end 1\0\0\0', '\xff', '.', 'f', 'd', '4294967296', '0'.repeat(5000), '1'.repeat(100_000), 'tar: ', '"', "find: 'x': Permission denied\n",
].map((piece) => Buffer.from(piece, 'latin1'));

const cut = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  bytes: fc.oneof(fc.nat({ max: 4 }), fc.nat({ max: 600 })),
  put: fc.option(
    fc.oneof(
      fc.constantFrom(...PIECES),
      fc.uint8Array({ minLength: 1, maxLength: 4 }),
      fc.constant('again' as const), // what stood there, twice
    ),
  ),
});
type Cut = typeof cut extends fc.Arbitrary<infer T> ? T : never;

function applied(bytes: Buffer, cuts: readonly Cut[]): Buffer {
  let changed = bytes;
  for (const { at, bytes: length, put } of cuts) {
    const start = Math.floor(at * (changed.length + 1));
    const taken = changed.subarray(start, start + length);
    const added = put === 'again' ? Buffer.concat([taken, taken]) : (put ?? Buffer.alloc(0));
    changed = Buffer.concat([changed.subarray(0, start), added, changed.subarray(start + length)]);
  }
  return changed;
}

const exits = fc.constantFrom<ExitStatus>(
  { code: 0 },
  { code: 1 },
  { code: 2 },
  { code: 123 },
  { code: 255 },
  { signal: 'KILL' },
);

describe('a host that prints', () => {
  test('what it should is backed up', async () => {
    expect(await expectNothingElse(replaying((output) => output, 1000))).toBe('saved');
  });

  test(
    'anything else fails its own backup, or is saved as if it were true',
    async () => {
      const cuts = fc.array(cut, { minLength: 1, maxLength: 3 });
      const attack = fc.record({
        word: fc.constantFrom('find ', 'tar -c', 'stat', ''),
        stdout: cuts,
        stderr: fc.option(cuts),
        exit: fc.option(exits),
        chunkBytes: fc.constantFrom(100, 512, 10_000),
      });
      // Side by side, for each waits for its lock.
      const attacks = fc.array(attack, { minLength: SIDE_BY_SIDE, maxLength: SIDE_BY_SIDE });
      await fc.assert(
        fc.asyncProperty(attacks, async (all) => {
          await Promise.all(
            all.map(({ word, stdout, stderr, exit, chunkBytes }) => {
              const change = (output: Recorded, script: string): Recorded =>
                script.includes(word)
                  ? {
                      stdout: applied(output.stdout, stdout),
                      stderr: stderr === null ? output.stderr : applied(output.stderr, stderr),
                      exit: exit ?? output.exit,
                    }
                  : output;
              return expectNothingElse(replaying(change, chunkBytes));
            }),
          );
        }),
        { numRuns: CASES / SIDE_BY_SIDE, endOnFailure: true },
      );
    },
    LIMIT_MS,
  );

  /** Puts `to` in place of the path of `sub/b`, everywhere. */
  const renamed = (to: string) => (output: Recorded) => ({
    ...output,
    stdout: Buffer.from(output.stdout.toString('latin1').replaceAll(join(source, 'sub', 'b'), to), 'latin1'),
  });

  test.each([
    ['a path outside of its source', () => '/etc/passwd'],
    ['a path that climbs', () => `${source}/sub/../../x`],
    ['a name that climbs', () => `${source}/sub/..`],
    ['an empty name', () => `${source}/sub/`],
    ['a relative path', () => 'sub/b'],
    ['nothing for a path', () => ''],
    ['our own folder', () => '/.holdfast/files/manifest.json'],
  ])('%s gets nothing saved under it', async (_, to) => {
    await expectNothingElse(replaying(renamed(to()), 1000));
  });

  test.each(['18446744073709551616', '99999999999999999999', '7'.repeat(3_000_000)])(
    'a number of more than 64 bits fails its backup at once (%#)',
    async (digits) => {
      const change = (output: Recorded, script: string) =>
        script.includes('find ')
          ? {
              ...output,
              stdout: Buffer.from(output.stdout.toString('latin1').replace(/ 12 /g, ` ${digits} `), 'latin1'),
            }
          : output;
      expect(await expectNothingElse(replaying(change, 65_536))).toBe('failed');
    },
  );
});
