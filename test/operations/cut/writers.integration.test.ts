import { type ChildProcess, spawn } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import { checkRepository } from '../../../src/repository/check.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import type { BlobId } from '../../../src/repository/format/ids.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../../src/repository/open.ts';
import type { Repository } from '../../../src/repository/repository.ts';
import { type Bundle, bundleOf } from '../../services/bundle.ts';
import { RESTIC, restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint, PASSWORD } from '../backup/fixture.ts';
import { BACKUP_PROGRAM, type BackupEnd, type BackupOrder, BackupProcess } from './processes.ts';

const PACK_BYTES = 256 * 1024;
const WAIT_MS = 60_000;

let bundle: Bundle;
beforeAll(async () => {
  bundle = await bundleOf(BACKUP_PROGRAM);
});
afterAll(() => bundle?.remove());

let fixture: BackupFixture;

beforeEach(async () => {
  fixture = await BackupFixture.create();
  // What both sources hold alike, and what each holds alone.
  await fixture.sh(`
    mkdir other
    for i in $(seq 10); do head -c 200000 /dev/urandom > source/common-$i; done
    cp source/* other/
    for i in $(seq 5); do head -c 200000 /dev/urandom > source/mine-$i; head -c 200000 /dev/urandom > other/yours-$i; done
  `);
});
afterEach(() => fixture.remove());

function start(
  order: Partial<Omit<BackupOrder, 'options'>> & { options?: Partial<BackupOrder['options']> } = {},
): BackupProcess {
  const { repositoryPath: repository, source } = fixture;
  const whole = {
    repository,
    source,
    password: PASSWORD,
    packSizeBytes: PACK_BYTES,
    cut: null,
    delaySeed: null,
    holdBefore: null,
    ...order,
    options: { ...fixture.options, ...order.options },
  };
  return new BackupProcess(whole, bundle.program);
}

function failureOf({ events }: BackupEnd): string | undefined {
  return events.find((event) => event.startsWith('failed '));
}

function snapshotOf(end: BackupEnd): string {
  const event = end.events.find((line) => line.startsWith('snapshot '));
  if (event === undefined) throw new Error(`No snapshot: ${end.events.join(', ')} ${end.stderr}`);
  return event.slice('snapshot '.length);
}

async function expectRestores(snapshot: string, source: string): Promise<void> {
  const restored = join(fixture.folder, `restored-${snapshot.slice(0, 8)}`);
  await restic(fixture.restic, ['restore', snapshot, '--target', restored]);
  expect(await fingerprint(`${restored}${source}`)).toBe(await fingerprint(source));
}

/** Every bit of the repository, by stock restic and by us. */
async function expectSound(): Promise<void> {
  await restic(fixture.restic, ['check', '--read-data']);
  const findings = await locked({ exclusive: true }, (repository) =>
    Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } })),
  );
  expect(findings.filter(({ severity }) => severity !== 'hint')).toEqual([]);
}

/** Reads all files of the newest snapshot, beside whatever else goes on. Says how many blobs they have. */
function readLatest(): Promise<number> {
  return locked({ exclusive: false }, async (repository) => {
    await repository.loadIndex();
    const { snapshot } = await resolveSnapshot(repository, 'latest');
    return (await readTree(repository, snapshot.tree)).length;
  });
}

async function readTree(repository: Repository, tree: BlobId): Promise<Buffer[]> {
  const blobs: Buffer[] = [];
  for (const { content, subtree } of (await repository.loadTree(tree)).nodes) {
    if (content !== null) blobs.push(...(await Array.fromAsync(repository.loadBlobs('data', content))));
    if (subtree !== null) blobs.push(...(await readTree(repository, subtree)));
  }
  return blobs;
}

async function locked<T>(
  { exclusive }: { exclusive: boolean },
  work: (repository: OpenRepository) => Promise<T>,
): Promise<T> {
  const repository = await openRepository(openDirectory(fixture.repositoryPath), PASSWORD);
  try {
    const lock = await acquireLock(repository, { exclusive, retryForMs: WAIT_MS });
    return await work(repository).finally(() => lock.release());
  } finally {
    await repository.close();
  }
}

describe('two writers', () => {
  test('of ours, one in the midst of the other: both snapshots are whole, what they share is there twice at most', async () => {
    const first = start({ holdBefore: { verb: 'save', kind: 'index', nth: 1 } });
    await first.reported('holding');
    const otherSource = join(fixture.folder, 'other');
    const second = await start({ source: otherSource, options: { target: 'other' } }).ended;
    first.release();
    await expectRestores(snapshotOf(await first.ended), fixture.source);
    await expectRestores(snapshotOf(second), otherSource);
    await expectSound();
  });

  test.each(['snapshot', 'index', 'pack'])(
    'of ours, one at its end while the other is about to list each %s: what it has seen of the one, it has whole',
    async (kind) => {
      const first = start({ holdBefore: { verb: 'list', kind, nth: 1 } });
      await first.reported('holding');
      await start().ended;
      first.release();
      await expectRestores(snapshotOf(await first.ended), fixture.source);
      await expectSound();
    },
  );

  test('of ours that run freely, three times over: every snapshot is whole', async () => {
    for (let round = 0; round < 3; round++) {
      await fixture.sh(
        `head -c 900000 /dev/urandom > source/common-${round}; cp source/common-${round} other/`,
      );
      const otherSource = join(fixture.folder, 'other');
      const [one, same, other] = await Promise.all([
        start().ended,
        start({ options: { checkpointEveryMs: 1 } }).ended,
        start({ source: otherSource, options: { target: 'other', checkpointEveryMs: 1 } }).ended,
      ]);
      await expectRestores(snapshotOf(one), fixture.source);
      await expectRestores(snapshotOf(same), fixture.source);
      await expectRestores(snapshotOf(other), otherSource);
    }
    await expectSound();
  });

  test('ours and stock restic: both snapshots are whole', async () => {
    const ours = start({ holdBefore: { verb: 'save', kind: 'index', nth: 1 } });
    await ours.reported('holding');
    await restic(fixture.restic, ['backup', fixture.source, '--tag', 'theirs']);
    ours.release();
    await expectRestores(snapshotOf(await ours.ended), fixture.source);
    const [theirs] = JSON.parse(await restic(fixture.restic, ['snapshots', '--tag', 'theirs', '--json']));
    await expectRestores(theirs.id, fixture.source);
    await expectSound();
  });
});

describe('a prune', () => {
  test('does not begin while a backup of ours runs; one that waits begins after it', async () => {
    const backup = start({ holdBefore: { verb: 'save', kind: 'index', nth: 1 } });
    await backup.reported('holding');
    await expect(restic(fixture.restic, ['prune'])).rejects.toMatchObject({ code: 11 });
    const waiting = restic(fixture.restic, ['prune', '--retry-lock', '1m']);
    backup.release();
    await waiting;
    await expectRestores(snapshotOf(await backup.ended), fixture.source);
    await expectSound();
  });

  test('that runs keeps ours out, or has it wait: then it finds what the prune has left', async () => {
    await start().ended;
    await fixture.sh('rm source/common-*');
    const last = await start().ended;
    const prune = await stoppedInItsLock(['forget', '--keep-last', '1', '--prune', '--max-unused', '0']);
    expect(failureOf(await start().ended)).toBe('failed locked');
    const waiting = start({ options: { retryLockMs: WAIT_MS } });
    const reading = readLatest();
    await waiting.reported('info The repository is locked by PID');
    prune.kill('SIGCONT');
    const end = await waiting.ended;
    await expectRestores(snapshotOf(end), fixture.source);
    expect(await reading).toBeGreaterThan(0);
    expect(snapshotOf(last)).not.toBe(snapshotOf(end));
    await expectSound();
  });

  test('again and again, beside a writer and a reader that wait: nothing is ever missing', async () => {
    await start().ended;
    const rounds = [0, 1, 2];
    const writer = async () => {
      for (const round of rounds) {
        await fixture.sh(`head -c 500000 /dev/urandom > source/new-${round}; rm -f source/common-${round}`);
        snapshotOf(await start({ options: { retryLockMs: WAIT_MS, checkpointEveryMs: 1 } }).ended);
      }
    };
    const reader = async () => {
      for (const _ of rounds) expect(await readLatest()).toBeGreaterThan(0);
    };
    const pruner = async () => {
      for (const _ of rounds) {
        const flags = ['--keep-last', '1', '--prune', '--max-unused', '0', '--retry-lock', '2m'];
        await restic(fixture.restic, ['forget', ...flags]);
      }
    };
    await Promise.all([writer(), reader(), pruner()]);
    await expectRestores('latest', fixture.source);
    await expectSound();
  });
});

describe('a lock that somebody removes while a backup runs, with a prune after it', () => {
  test.each([
    ['packs are stored that no index names', { verb: 'save', kind: 'pack', nth: 4 }],
    ['all packs are stored, and no index', { verb: 'stat', kind: 'lock', nth: 1 }],
    ['the lock was looked at for the index', { verb: 'save', kind: 'index', nth: 1 }],
    ['the index is stored, and no snapshot', { verb: 'stat', kind: 'lock', nth: 3 }],
    ['the lock was looked at for the snapshot', { verb: 'save', kind: 'snapshot', nth: 1 }],
  ])('ends the run before its snapshot when %s; nothing names what the prune took', async (_, holdBefore) => {
    const backup = start({ holdBefore, options: { checkpointEveryMs: null } });
    await backup.reported('holding');
    await restic(fixture.restic, ['unlock', '--remove-all']);
    await restic(fixture.restic, ['prune', '--max-unused', '0']);
    backup.release();
    expect(failureOf(await backup.ended)).toBe('failed lock-lost');
    expect(await readdir(join(fixture.repositoryPath, 'snapshots'))).toEqual([]);
    await expectSound();
    await expectRestores(snapshotOf(await start().ended), fixture.source);
  });

  test('ends it before a checkpoint, too', async () => {
    const many = 'for d in 1 2; do mkdir source/d$d; (cd source/d$d; seq 2500 | split -l 1 -a 4 - f); done';
    await fixture.sh(many);
    const backup = start({
      holdBefore: { verb: 'stat', kind: 'lock', nth: 1 },
      options: { checkpointEveryMs: 1 },
    });
    await backup.reported('holding');
    await restic(fixture.restic, ['unlock', '--remove-all']);
    await restic(fixture.restic, ['prune', '--max-unused', '0']);
    backup.release();
    expect(failureOf(await backup.ended)).toBe('failed lock-lost');
    expect(await readdir(join(fixture.repositoryPath, 'snapshots'))).toEqual([]);
    await expectSound();
  });
});

/** A stock restic that holds the repository's lock and stands still: let it go on by SIGCONT. */
async function stoppedInItsLock(args: readonly string[]): Promise<ChildProcess> {
  const env = { ...process.env, RESTIC_REPOSITORY: fixture.repositoryPath, RESTIC_PASSWORD: PASSWORD };
  const child = spawn(RESTIC.current, ['--no-cache', ...args], { env, stdio: 'ignore' });
  // A name that ends in `-tmp-…` isn't a lock yet.
  while (!(await locks()).some((name) => /^[0-9a-f]{64}$/.test(name))) await sleep(1);
  child.kill('SIGSTOP');
  return child;
}

function locks(): Promise<string[]> {
  return readdir(join(fixture.repositoryPath, 'locks'));
}
