import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../src/backends/directory.ts';
import { failureOf, fileOf } from '../contract/backend.ts';

const run = promisify(execFile);

const NOBODY = 65_534;

describe('a folder that fails', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'holdfast-faults-'));
  });

  afterEach(async () => {
    await rm(root, { recursive: true, force: true });
  });

  const files = async () =>
    (await readdir(root, { recursive: true })).filter((path) => /[0-9a-f]{64}/.test(path));

  it('says that the disk is full, leaves nothing of the file, and goes on once there is room', async () => {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', root]);
    try {
      const backend = openDirectory(root);
      await backend.create();
      const large = randomBytes(3 * 1024 * 1024);
      const error = await failureOf(backend.save(fileOf('pack', large), [large]));
      expect(error.code).toBe('no-space');
      expect(error.message).toContain(root);
      expect(await files()).toEqual([]);
      const small = randomBytes(1024 * 1024);
      await backend.save(fileOf('pack', small), [small]);
      expect(await backend.load(fileOf('pack', small))).toEqual(small);
    } finally {
      await run('umount', [root]);
    }
  });

  it('says that a quota is used up, which is an error that Node has no name for', async () => {
    const image = `${root}.img`;
    try {
      await run('truncate', ['-s', '256M', image]);
      await run('mkfs.btrfs', ['-q', image]);
      await run('mount', ['-o', 'loop', image, root]);
      await run('btrfs', ['quota', 'enable', root]);
      await run('btrfs', ['subvolume', 'create', join(root, 'limited')]);
      await run('btrfs', ['qgroup', 'limit', '2M', join(root, 'limited')]);
      const backend = openDirectory(join(root, 'limited'));
      await backend.create();
      const large = randomBytes(3 * 1024 * 1024);
      const error = await failureOf(backend.save(fileOf('pack', large), [large]));
      expect(error.code).toBe('no-space');
      expect(error.message).toContain('the disk quota is used up (EDQUOT)');
      expect(await files()).toEqual([]);
    } finally {
      await run('umount', ['-l', root]).catch(() => {}); // only if it is mounted
      await rm(image, { force: true });
    }
  });

  it('says that a right is missing, at once', async () => {
    const backend = openDirectory(root);
    await backend.create();
    const bytes = randomBytes(10);
    await backend.save(fileOf('pack', bytes), [bytes]);
    await chmod(root, 0o700);
    const module = join(import.meta.dirname, '../../src/backends/directory.ts');
    const script = `
      import { openDirectory } from ${JSON.stringify(module)};
      const backend = openDirectory(${JSON.stringify(root)});
      const file = { kind: 'pack', name: ${JSON.stringify(fileOf('pack', bytes).name)} };
      process.setgroups([]); process.setgid(${NOBODY}); process.setuid(${NOBODY});
      for (const work of [backend.load(file), backend.save({ ...file, name: 'a'.repeat(64) }, [Buffer.from('x')])]) {
        await work.then(() => console.log('it worked'), (error) => console.log(error.code));
      }`;
    const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', script]);
    expect(stdout).toBe('no-permission\nno-permission\n');
  });
});
