import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, link, mkdir, mkdtemp, readdir, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { getSystemErrorName, promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isMissing, isPassing, isReadFault } from '../../src/backends/backend.ts';
import { openDirectory } from '../../src/backends/directory.ts';
import { directoryError, directoryReadError } from '../../src/backends/directory-errors.ts';
import { backendContract, failureOf, fileOf, listed } from '../contract/backend.ts';

backendContract('directory', async () => {
  const root = await mkdtemp(join(tmpdir(), 'holdfast-backend-'));
  return { backend: openDirectory(root), cleanUp: () => rm(root, { recursive: true }) };
});

/** Of Linux, and not in `constants.errno`. */
const EUCLEAN = 117;

/** The error as Node gives it, which has no name for some. */
function asFromNode(code: string): Error {
  const errno = -(code === 'EUCLEAN' ? EUCLEAN : constants.errno[code as keyof typeof constants.errno]);
  return Object.assign(new Error(code), { code: getSystemErrorName(errno), errno });
}

describe('directory', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'holdfast-directory-'));
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  it('does not take a symlink to nothing for a file that was removed', async () => {
    const backend = openDirectory(root);
    await backend.create();
    const bytes = randomBytes(10);
    const file = fileOf('snapshot', bytes);
    await backend.save(file, [bytes]);
    const path = join(root, 'snapshots', file.name);
    await rename(path, join(root, 'elsewhere'));
    await symlink(join(root, 'elsewhere'), path);
    expect(await listed(backend, 'snapshot')).toHaveLength(1);
    await rm(join(root, 'elsewhere'));
    expect(await failureOf(listed(backend, 'snapshot'))).toMatchObject({
      code: 'repository-damaged',
      message: expect.stringContaining(`"${path}" is a symlink to nothing, expected a file`),
    });
  });

  it.each(['a folder', 'a pipe'])('does not take %s in the place of a snapshot for none', async (what) => {
    const backend = openDirectory(root);
    await backend.create();
    const path = join(root, 'snapshots', 'a'.repeat(64));
    await (what === 'a folder' ? mkdir(path) : promisify(execFile)('mkfifo', [path]));
    const names = [...(await listed(backend, 'snapshot')).keys()];
    expect(names).toEqual(['a'.repeat(64)]);
    for (const name of names)
      expect(await failureOf(backend.load({ kind: 'snapshot', name }))).toMatchObject({
        code: 'repository-damaged',
        message: expect.stringContaining('it is no file, expected one'),
      });
  });

  it("lays files out as restic's default layout does", async () => {
    const backend = openDirectory(join(root, 'repo'));
    await backend.create();
    const bytes = randomBytes(10);
    const pack = fileOf('pack', bytes);
    for (const kind of ['pack', 'key', 'lock', 'index', 'snapshot'] as const) {
      await backend.save(fileOf(kind, bytes), [bytes]);
    }
    await backend.save({ kind: 'config', name: '' }, [bytes]);
    const found = (await readdir(join(root, 'repo'), { recursive: true })).filter((path) =>
      /[0-9a-f]{64}|config/.test(path),
    );
    expect(found.sort()).toEqual(
      [
        'config',
        `data/${pack.name.slice(0, 2)}/${pack.name}`,
        `index/${pack.name}`,
        `keys/${pack.name}`,
        `locks/${pack.name}`,
        `snapshots/${pack.name}`,
      ].sort(),
    );
    expect((await readdir(join(root, 'repo/data'))).length).toBe(256);
  });

  it('keeps others out: files 0400, folders 0700', async () => {
    const backend = openDirectory(join(root, 'repo'));
    await backend.create();
    const bytes = randomBytes(10);
    await backend.save(fileOf('key', bytes), [bytes]);
    expect(await modeOf('repo')).toBe(0o700);
    expect(await modeOf('repo/keys')).toBe(0o700);
    expect(await modeOf(`repo/keys/${fileOf('key', bytes).name}`)).toBe(0o400);
  });

  it('shares with the group where the config is shared with the group', async () => {
    const backend = openDirectory(join(root, 'repo'));
    await backend.create();
    await backend.save({ kind: 'config', name: '' }, [Buffer.from('c')]);
    await chmod(join(root, 'repo/config'), 0o440);
    const bytes = randomBytes(10);
    await openDirectory(join(root, 'repo')).save(fileOf('index', bytes), [bytes]);
    expect(await modeOf(`repo/index/${fileOf('index', bytes).name}`)).toBe(0o440);
  });

  it('makes a missing folder for a pack, as restic does for repositories made without them', async () => {
    await mkdir(join(root, 'data'));
    const bytes = randomBytes(10);
    await openDirectory(root).save(fileOf('pack', bytes), [bytes]);
    expect(await openDirectory(root).load(fileOf('pack', bytes))).toEqual(bytes);
  });

  it('never makes the root while saving: an unmounted disk is not filled', async () => {
    const bytes = randomBytes(10);
    await failureOf(openDirectory(join(root, 'unmounted')).save(fileOf('pack', bytes), [bytes]));
    expect(await readdir(root)).toEqual([]);
  });

  it('leaves no temporary file, neither of a save that worked nor of one that failed', async () => {
    const backend = openDirectory(root);
    await backend.create();
    const config = { kind: 'config', name: '' } as const;
    await backend.save(config, [Buffer.from('a')]);
    await failureOf(backend.save(config, [Buffer.from('b')]));
    expect((await readdir(root, { recursive: true })).filter((path) => path.includes('tmp'))).toEqual([]);
  });

  it('ignores temporary files and strangers when it lists', async () => {
    const backend = openDirectory(root);
    await backend.create();
    const bytes = randomBytes(10);
    const file = fileOf('index', bytes);
    await backend.save(file, [bytes]);
    await link(join(root, 'index', file.name), join(root, 'index', `${file.name}-tmp-42`));
    await writeFile(join(root, 'index', 'README'), 'x');
    await mkdir(join(root, 'index', 'a'.repeat(64)));
    expect(await listed(backend, 'index')).toEqual(new Map([[file.name, 10]]));
  });

  it('says that a disk is full, that a right is missing, and what may pass', () => {
    const cannot = 'Cannot save pack x in "/r"';
    const failed = (code: string) => directoryError(cannot, asFromNode(code));
    expect(failed('ENOSPC').code).toBe('no-space');
    expect(failed('EDQUOT').code).toBe('no-space');
    expect(failed('EACCES').code).toBe('no-permission');
    expect(failed('EROFS').code).toBe('no-permission');
    expect(failed('EACCES').message).toContain(cannot);
    expect(failed('EDQUOT').message).toContain('the disk quota is used up (EDQUOT). Free some space');
    expect(['EIO', 'ESTALE', 'ETIMEDOUT'].map((code) => isPassing(failed(code)))).toEqual([true, true, true]);
    expect(['ENOSPC', 'EACCES', 'ENOENT', 'ENOTDIR'].some((code) => isPassing(failed(code)))).toBe(false);
  });

  it('knows what a disk has lost from a disk that is busy', () => {
    const failed = (code: string) => directoryReadError('Cannot', asFromNode(code));
    expect(['EIO', 'EUCLEAN', 'EBADMSG'].map((code) => isReadFault(failed(code)))).toEqual([
      true,
      true,
      true,
    ]);
    expect(['EBUSY', 'ESTALE', 'EACCES', 'ENOENT'].some((code) => isReadFault(failed(code)))).toBe(false);
    expect(isPassing(failed('EIO'))).toBe(true);
    expect(isMissing(failed('ENOENT'))).toBe(true);
  });

  it('escapes its location, which a log would otherwise take for a command', () => {
    expect(openDirectory('/a\n::error::b').location).toBe('/a\\n::error::b');
  });

  async function modeOf(path: string): Promise<number> {
    return (await stat(join(root, path))).mode & 0o777;
  }
});
