import { spawn } from 'node:child_process';
import {
  chmod,
  chown,
  lchown,
  link,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  symlink,
  writeFile,
} from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryBackend } from '../../src/backends/memory.ts';
import { fromText } from '../../src/bytestring.ts';
import { asHoldfastError } from '../../src/errors.ts';
import type { Host } from '../../src/hosts/host.ts';
import { localHost } from '../../src/hosts/local.ts';
import type { RestoreOptions } from '../../src/operations/restore.ts';
import { restore } from '../../src/operations/restore.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import { initRepository } from '../../src/repository/init.ts';
import type { OpenRepository } from '../../src/repository/open.ts';
import { quickFolder } from '../memory-disk.ts';
import { DEFAULT_OPTIONS, SILENT } from '../operations/restore/harness.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { fileNode, folderNode, snapshotOf } from '../repository/nodes.ts';
import { FASTEST_KEY } from './forged-trees.ts';

// Root restores into a folder of a user without rights, who prepares it, and changes it while we work. What that user
// may not write must stay as it is: here `victim/`, with a file of the very name that is restored.

const BOB = 65_534;

let folder: string;
let host: Host;
let repository: OpenRepository;
let content: BlobId;

beforeAll(() => {
  host = localHost();
});
afterAll(() => host.close());

beforeEach(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-prepared-'));
  await mkdir(join(folder, 'victim'));
  await writeFile(join(folder, 'victim', 'file'), 'precious');
  await mkdir(join(folder, 'bob', 'data', 'sub'), { recursive: true });
  await writeFile(join(folder, 'bob', 'data', 'file'), 'of bob');
  for (const path of ['bob', 'bob/data', 'bob/data/file', 'bob/data/sub'])
    await chown(join(folder, path), BOB, BOB);
  await chmod(folder, 0o755);
  repository = await initRepository(createMemoryBackend(), PASSWORD, { key: FASTEST_KEY });
  await repository.loadIndex();
  content = (await repository.saveBlob('data', Buffer.from('restored'))).id;
  return async () => {
    await repository.close();
    await rm(folder, { recursive: true, force: true });
  };
});

const own = { uid: BOB, gid: BOB };

/** Restores `data/file` and `data/sub/file` below bob's folder, as a part of it. */
async function restoreData(options: Partial<RestoreOptions> = {}, by: Host = host) {
  const files = [fileNode('file', [content], 8, own)];
  const sub = await repository.saveTree({ nodes: files });
  const data = await repository.saveTree({ nodes: [...files, folderNode('sub', sub.id, own)] });
  const root = await repository.saveTree({ nodes: [folderNode('data', data.id, own)] });
  await repository.flush();
  const snapshot = { id: 'ab'.repeat(32) as SnapshotId, snapshot: snapshotOf(root.id, { paths: ['/data'] }) };
  const whole = {
    ...DEFAULT_OPTIONS,
    noLock: true,
    snapshot,
    target: fromText(join(folder, 'bob')),
    includes: ['/data/file', '/data/sub/file'],
    ...options,
  };
  return restore(by, repository, whole, SILENT, new AbortController().signal);
}

async function expectVictimUntouched() {
  expect(await readdir(join(folder, 'victim'))).toEqual(['file']);
  expect(await readFile(join(folder, 'victim', 'file'), 'utf8')).toBe('precious');
  const { uid, mode } = await lstat(join(folder, 'victim'));
  expect([uid, mode & 0o777]).toEqual([0, 0o755]);
}

async function symlinkOf(uid: number, target: string, path: string) {
  await symlink(target, path);
  await lchown(path, uid, uid);
}

/** `host`, on which bob does something just before the n-th script that matches begins. */
function raced(pattern: RegExp, act: () => Promise<void>, nth = 1): Host {
  let left = nth;
  return {
    name: host.name,
    start: async (script, options) => {
      if (pattern.test(script) && --left === 0) await act();
      return host.start(script, options);
    },
    close: async () => {},
  };
}

const RACES = 20;
/** `data` is now a folder, now a symlink to what `$1` names. */
const SWAP_WITHOUT_REST =
  'ln -s "$1" link; while [ -e go ]; do mv -T data aside && mv -T link data; mv -T data link && mv -T aside data; done';

/** What only the script does that enters folders to see where they are. */
const ENTERS = /stat -f -c/;
const SWAPS = /kind=\$1; parent=\$2/;

const data = () => join(folder, 'bob', 'data');
const victim = () => join(folder, 'victim');

async function leadAway(path: string): Promise<void> {
  await rename(path, `${path}.aside`);
  await symlinkOf(BOB, victim(), path);
}

test('without an attack it restores', async () => {
  await restoreData();
  expect(await readFile(join(data(), 'file'), 'utf8')).toBe('restored');
  expect(await readFile(join(data(), 'sub', 'file'), 'utf8')).toBe('restored');
});

describe('prepared before', () => {
  test('a symlink in a folder’s place is refused', async () => {
    await leadAway(data());
    await expect(restoreData()).rejects.toMatchObject({ code: 'restore-unsafe' });
    await expectVictimUntouched();
  });

  test('a symlink of root’s that leads through one of another user is refused', async () => {
    await symlinkOf(BOB, victim(), join(folder, 'bob', 'away'));
    await symlink(join(folder, 'bob', 'away'), join(folder, 'link'));
    const target = fromText(join(folder, 'link'));
    const refused = restoreData({ target, includes: ['/data/file'] });
    await expect(refused).rejects.toMatchObject({
      code: 'restore-unsafe',
      message: expect.stringContaining('bob/away'),
    });
    await expectVictimUntouched();
  });

  test('a symlink of root’s is followed, through others and upwards', async () => {
    await symlink('bob', join(folder, 'one'));
    await symlink('./bob/../one', join(folder, 'two'));
    await restoreData({ target: fromText(join(folder, 'two')) });
    expect(await readFile(join(data(), 'file'), 'utf8')).toBe('restored');
  });

  test('symlinks that lead to one another are refused', async () => {
    await symlink('b', join(folder, 'a'));
    await symlink('a', join(folder, 'b'));
    const refused = restoreData({ target: fromText(join(folder, 'a')) });
    await expect(refused).rejects.toMatchObject({ code: 'no-permission' });
  });

  test.each(['always', 'if-changed'] as const)(
    'a symlink in a file’s place is replaced (%s)',
    async (overwrite) => {
      await rm(join(data(), 'file'));
      await symlinkOf(BOB, join(victim(), 'file'), join(data(), 'file'));
      await restoreData({ overwrite });
      expect((await lstat(join(data(), 'file'))).isFile()).toBe(true);
      await expectVictimUntouched();
    },
  );

  test.each(['always', 'if-changed'] as const)(
    'a hard link to a file of root’s is replaced (%s)',
    async (overwrite) => {
      await rm(join(data(), 'file'));
      await link(join(victim(), 'file'), join(data(), 'file'));
      await restoreData({ overwrite });
      expect(await readFile(join(data(), 'file'), 'utf8')).toBe('restored');
      await expectVictimUntouched();
      expect((await lstat(join(victim(), 'file'))).uid).toBe(0);
    },
  );

  test.each([
    ['a symlink', (path: string) => symlinkOf(BOB, victim(), path)],
    [
      'a folder of bob’s',
      async (path: string) => {
        await mkdir(join(path, 'new'), { recursive: true });
        await chown(path, BOB, BOB);
      },
    ],
    ['a file', (path: string) => writeFile(path, '')],
    [
      'bob’s imitation of one that an earlier run left',
      async (path: string) => {
        await mkdir(join(path, 'new'), { recursive: true });
        await mkdir(join(path, 'old'));
        await writeFile(join(path, 'key'), `${path.slice(path.indexOf('.holdfast-restore-') + 18)}\n`);
        await chmod(path, 0o700);
        await chown(path, BOB, BOB);
      },
    ],
  ])('%s in the staging folder’s place is refused', async (_, prepare) => {
    const [name = ''] = await stagingNames();
    await prepare(join(data(), name));
    await expect(restoreData()).rejects.toMatchObject({ code: 'restore-unsafe' });
    await expectVictimUntouched();
  });

  /** Its name follows from the snapshot and the options: bob can know it. */
  async function stagingNames(): Promise<string[]> {
    const names: string[] = [];
    const spy: Host = {
      name: host.name,
      start: (script, options) => {
        const name = /\.holdfast-restore-[0-9a-f-]+/.exec(script)?.[0];
        if (name !== undefined) names.push(name);
        return host.start(script, options);
      },
      close: async () => {},
    };
    await restoreData({}, spy);
    return names;
  }
});

describe('changed while we work', () => {
  test.each(['always', 'if-changed'] as const)(
    'a folder that becomes a symlink between the look at it and our entering it (%s)',
    async (overwrite) => {
      for (const path of [data(), join(data(), 'sub')]) {
        for (const nth of [1, 2, 3]) {
          const by = raced(ENTERS, () => leadAway(path), nth);
          await restoreData({ overwrite }, by).catch((error: unknown) =>
            expect(asHoldfastError(error)).not.toBeNull(),
          );
          await expectVictimUntouched();
          await putBack(path);
        }
      }
    },
  );

  test('a folder that becomes a symlink between our entering it and the swap', async () => {
    const by = raced(SWAPS, () => leadAway(data()));
    await expect(restoreData({}, by)).rejects.toMatchObject({
      message: expect.stringContaining('another folder stands'),
    });
    await expectVictimUntouched();
  });

  test('a staging folder that is moved away, with a symlink in its place, before it is filled', async () => {
    const by = raced(/tar -x -p/, async () => {
      const [name = ''] = (await readdir(join(folder, 'bob'))).filter((entry) =>
        entry.startsWith('.holdfast'),
      );
      await leadAway(join(folder, 'bob', name));
    });
    await expect(restoreData({}, by)).rejects.toMatchObject({ code: 'restore-unsafe' });
    await expectVictimUntouched();
  });

  test('a user who swaps a folder for a symlink without rest', async () => {
    await writeFile(join(folder, 'bob', 'go'), '');
    const swapper = spawn(
      'setpriv',
      [`--reuid=${BOB}`, `--regid=${BOB}`, '--clear-groups', 'sh', '-c', SWAP_WITHOUT_REST, '_', victim()],
      { cwd: join(folder, 'bob'), stdio: 'ignore' },
    );
    const ended = new Promise((resolve) => swapper.once('exit', resolve));
    const outcomes: string[] = [];
    for (let i = 0; i < RACES; i++) {
      const overwrite = i % 2 === 0 ? 'always' : 'if-changed';
      const outcome = await restoreData({ overwrite, excludes: [`/${i}`] }).then(
        () => 'restored',
        (error: unknown) => asHoldfastError(error)?.code ?? String(error),
      );
      outcomes.push(outcome);
      await expectVictimUntouched();
    }
    await rm(join(folder, 'bob', 'go'));
    await ended;
    for (const outcome of outcomes)
      expect(outcome).toMatch(/^(restored|restore-\w+|no-permission|command-failed|source-\w+)$/);
  });

  async function putBack(path: string): Promise<void> {
    const aside = await lstat(`${path}.aside`).catch(() => null);
    if (aside === null) return;
    await rm(path, { recursive: true, force: true });
    await rename(`${path}.aside`, path);
  }
});
