import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { checkRepository, type Finding } from '../../src/repository/check.ts';
import { resolveSnapshot } from '../../src/repository/find-snapshot.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';
import type { Snapshot } from '../../src/repository/format/snapshot.ts';
import { initRepository } from '../../src/repository/init.ts';
import { addKey, changePassword, listKeys, removeKey } from '../../src/repository/keys.ts';
import { acquireLock, removeStaleLocks } from '../../src/repository/lock.ts';
import { type OpenRepository, openRepository } from '../../src/repository/open.ts';
import { newRecoveryCode } from '../../src/repository/recovery-code.ts';
import { failureOf } from '../contract/backend.ts';
import { quickFolder } from '../memory-disk.ts';
import { FAST_KEY, PASSWORD } from './fast-key.ts';
import { snapshotOf } from './nodes.ts';
import {
  endOf,
  RESTIC_0_14,
  RESTIC_0_19,
  type ResticOptions,
  restic,
  startRestic,
} from './restic-process.ts';
import {
  type Files,
  loadFiles,
  readFiles,
  sampleFiles,
  saveFiles,
  subtreeAt,
  summaryOf,
  writeFiles,
} from './sample-files.ts';

const BUILDS = [
  ['0.19.1', RESTIC_0_19],
  ['0.14', RESTIC_0_14],
] as const;

describe('beside stock restic', () => {
  let folder: string;
  let location: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(quickFolder(), 'holdfast-restic-'));
    location = join(folder, 'repository');
  });

  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  const stock = (program: string, password = PASSWORD): ResticOptions => ({
    program,
    repository: location,
    password,
  });

  async function open(password = PASSWORD): Promise<OpenRepository> {
    const repository = await openRepository(openDirectory(location), password);
    await repository.loadIndex();
    return repository;
  }

  async function saveSnapshot(
    repository: OpenRepository,
    files: Files,
    over: Partial<Snapshot> = {},
  ): Promise<SnapshotId> {
    const lock = await acquireLock(repository);
    try {
      const tree = await saveFiles(repository, files);
      return await repository.saveSnapshot(snapshotOf(tree, { paths: ['/'], ...over }));
    } finally {
      await lock.release();
    }
  }

  /** Everything that our own check, reading all, has to say. */
  async function findings(password = PASSWORD): Promise<Finding[]> {
    const repository = await openRepository(openDirectory(location), password);
    try {
      return await Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } }));
    } finally {
      await repository.close();
    }
  }

  const faults = async () => (await findings()).filter(({ severity }) => severity !== 'hint');

  describe.each(BUILDS)('restic %s reads what we write', (_, program) => {
    it.each([2, 1] as const)(
      'in version %i: check --read-data, snapshots, ls, restore, key list',
      async (version) => {
        const files = sampleFiles();
        const repository = await initRepository(openDirectory(location), PASSWORD, {
          version,
          key: FAST_KEY,
        });
        await repository.loadIndex();
        const id = await saveSnapshot(repository, files, { tags: ['daily'], hostname: 'web1' });
        await repository.close();

        await restic(stock(program), 'check', '--read-data');
        const [listed] = JSON.parse(await restic(stock(program), 'snapshots', '--json'));
        expect(listed).toMatchObject({ id, hostname: 'web1', tags: ['daily'], paths: ['/'] });
        const lines = (await restic(stock(program), 'ls', '--json', id)).trim().split('\n');
        const entries = lines
          .map((line) => JSON.parse(line))
          .filter(({ struct_type }) => struct_type === 'node');
        expect(entries.filter(({ type }) => type === 'file').length).toBe(files.size);
        await restic(stock(program), 'restore', id, '--target', join(folder, 'restored'));
        expect(summaryOf(await readFiles(join(folder, 'restored')))).toEqual(summaryOf(files));
        expect(await restic(stock(program), 'key', 'list')).toContain('*');
        expect(await faults()).toEqual([]);
      },
    );

    it('and prunes it, after which we read what is left', async () => {
      const repository = await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY });
      await repository.loadIndex();
      const files = sampleFiles();
      const gone = new Map([...files, ['gone', randomBytes(3_000_000)]] as const);
      const first = await saveSnapshot(repository, gone);
      const kept = await saveSnapshot(repository, files);
      await repository.close();

      await restic(stock(program), 'forget', first, '--prune', '--max-unused', '0');
      await restic(stock(program), 'check', '--read-data');
      expect((await findings()).map(({ code }) => code)).toEqual(['key-single']);
      const again = await open();
      const { snapshot } = await resolveSnapshot(again, kept);
      expect(summaryOf(await loadFiles(again, snapshot.tree))).toEqual(summaryOf(files));
      await again.close();
    });
  });

  describe.each([
    ['0.19.1, version 2', RESTIC_0_19, '2'],
    ['0.19.1, version 1', RESTIC_0_19, '1'],
    ['0.14, version 2', RESTIC_0_14, '2'],
    ['0.14, version 1', RESTIC_0_14, '1'],
  ])('we read what restic %s writes', (_, program, version) => {
    it('after two backups and after its prune, and extend it, which restic then checks and restores', async () => {
      await restic(stock(program), 'init', '--repository-version', version);
      await cheapenKey();
      const source = join(folder, 'source');
      const first = sampleFiles();
      await writeFiles(source, first);
      await restic(stock(program), 'backup', source);
      const second = new Map([
        ...first,
        ['large', randomBytes(9_000_000)],
        ['new', randomBytes(100)],
      ] as const);
      await writeFiles(source, second);
      await restic(stock(program), 'backup', source);
      await (await whatHolds(second)).close();
      await restic(stock(program), 'forget', '--keep-last', '1', '--prune', '--max-unused', '0');

      const repository = await whatHolds(second);
      const more = new Map([...second, ['newer', randomBytes(100_000)]] as const);
      const id = await saveSnapshot(repository, more);
      expect(repository.written.dataBlobs).toBe(1); // Our chunks are restic's.
      await repository.close();
      await restic(stock(program), 'check', '--read-data');
      await restic(stock(program), 'restore', id, '--target', join(folder, 'restored'));
      expect(summaryOf(await readFiles(join(folder, 'restored')))).toEqual(summaryOf(more));
    });

    /** Opens it by the key that restic made, whose half a second each of the others need not wait for. */
    async function cheapenKey(): Promise<void> {
      const repository = await openRepository(openDirectory(location), PASSWORD);
      await changePassword(repository, PASSWORD, FAST_KEY);
      await repository.close();
    }

    /** The repository, still open, after it was checked and compared with `files`. */
    async function whatHolds(files: Files): Promise<OpenRepository> {
      const repository = await openRepository(openDirectory(location), PASSWORD);
      expect(repository.version).toBe(Number(version));
      const found = await Array.fromAsync(checkRepository(repository, { readData: { kind: 'all' } }));
      expect(found.filter(({ severity }) => severity !== 'hint')).toEqual([]);
      const { snapshot } = await resolveSnapshot(repository, 'latest');
      const tree = await subtreeAt(repository, snapshot.tree, join(folder, 'source'));
      expect(summaryOf(await loadFiles(repository, tree))).toEqual(summaryOf(files));
      return repository;
    }
  });

  describe.each(BUILDS)('keys, with restic %s', (_, program) => {
    it('a password that we add, change or print opens with restic, and none that we removed', async () => {
      const repository = await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY });
      const code = newRecoveryCode();
      await addKey(repository, code); // one key as users have it: the cost of a key is no part of what is tried here
      const removed = await addKey(repository, 'to be removed', FAST_KEY);
      await removeKey(repository, removed);
      await changePassword(repository, 'chängéd', FAST_KEY);
      await repository.close();
      const status = async (password: string) =>
        (await endOf(startRestic(stock(program, password), ['snapshots']))).status;
      expect(await status(code)).toBe(0);
      expect(await status('chängéd')).toBe(0);
      expect(await status('to be removed')).not.toBe(0);
      expect(await status(PASSWORD)).not.toBe(0);
    });

    it('a password that restic adds opens here, and restic lists ours', async () => {
      await restic(stock(program), 'init');
      await writeFile(join(folder, 'new-password'), 'added by restic\n');
      await restic(stock(program), 'key', 'add', '--new-password-file', join(folder, 'new-password'));
      const repository = await open('added by restic');
      await addKey(repository, 'ours', { ...FAST_KEY, hostname: 'web1', username: 'ann' });
      expect((await listKeys(repository)).map(({ problem }) => problem)).toEqual([null, null, null]);
      await repository.close();
      expect(await restic(stock(program), 'key', 'list')).toMatch(/ann\s+web1/);
    });
  });

  describe.each(BUILDS)('locks, with restic %s', (_, program) => {
    const LOCKED = program === RESTIC_0_19 ? 11 : 1;

    it('restic obeys ours', async () => {
      const repository = await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY });
      const status = async (...args: string[]) => {
        const end = await endOf(startRestic(stock(program), args));
        expect(end.stderr.includes('already locked')).toBe(end.status !== 0);
        return end.status;
      };
      const exclusive = await acquireLock(repository, { exclusive: true });
      expect(await status('backup', '/etc/hostname')).toBe(LOCKED);
      await exclusive.release();
      const shared = await acquireLock(repository);
      expect(await status('check')).toBe(LOCKED);
      expect(await status('backup', '/etc/hostname')).toBe(0);
      await shared.release();
      expect(await status('check')).toBe(0);
      await repository.close();
    });

    it('we obey those of restic, and remove what a killed one left', async () => {
      await (await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY })).close();
      const repository = await open();
      const backup = startRestic(stock(program), ['backup', '--stdin']);
      const ended = new Promise((resolve) => backup.on('close', resolve));
      await expect.poll(async () => (await repository.files.list('lock')).length).toBe(1);
      await (await acquireLock(repository)).release();
      const error = await failureOf(acquireLock(repository, { exclusive: true }));
      expect(error.code).toBe('locked');
      expect(error.message).toContain(`PID ${backup.pid} of `);
      backup.kill('SIGKILL');
      await ended;
      expect((await failureOf(acquireLock(repository, { exclusive: true }))).message).toContain(
        'run "unlock"',
      );
      expect(await removeStaleLocks(repository)).toBe(1);
      await (await acquireLock(repository, { exclusive: true })).release();
      await repository.close();
    });

    it('restic unlock leaves a lock that we hold', async () => {
      const repository = await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY });
      const onHangUp = () => {};
      process.on('SIGHUP', onHangUp); // restic sends it to see whether we live.
      try {
        const lock = await acquireLock(repository);
        await restic(stock(program), 'unlock');
        await lock.confirmHeld();
        await restic(stock(program), 'unlock', '--remove-all');
        expect((await failureOf(lock.confirmHeld())).code).toBe('lock-lost');
        await lock.release();
      } finally {
        process.off('SIGHUP', onHangUp);
      }
      await repository.close();
    });
  });

  it('two writers at once, one of them restic, leave a repository that checks', async () => {
    const repository = await initRepository(openDirectory(location), PASSWORD, { key: FAST_KEY });
    await repository.loadIndex();
    const files = sampleFiles();
    const source = join(folder, 'source');
    await writeFiles(source, files);
    const theirs = restic(stock(RESTIC_0_19), 'backup', source);
    const id = await saveSnapshot(repository, files);
    await theirs;
    await repository.close();
    await restic(stock(RESTIC_0_19), 'check', '--read-data');
    expect(await faults()).toEqual([]);
    const again = await open();
    expect(summaryOf(await loadFiles(again, (await again.loadSnapshot(id)).tree))).toEqual(summaryOf(files));
    await again.close();
  });
});
