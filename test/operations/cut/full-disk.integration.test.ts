import { readdir } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { connectOpenSsh } from '../../../src/hosts/openssh.ts';
import { makeRepository } from '../../services/repository.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint, PASSWORD } from '../backup/fixture.ts';
import { PackLedger } from './pack-ledger.ts';
import { BackupProcess } from './processes.ts';

const MIB = 1024 * 1024;

describe('a repository whose disk is full', () => {
  let fixture: BackupFixture;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
    await fixture.sh('rm -r repository/*; mount -t tmpfs -o size=8m tmpfs repository');
    await makeRepository(fixture.repositoryPath, PASSWORD);
    await fixture.sh('cd source; for i in $(seq 40); do head -c 300000 /dev/urandom > f$i; done');
  });
  afterEach(async () => {
    await fixture.sh('umount repository');
    await fixture.remove();
  });

  async function backUp() {
    const { repositoryPath: repository, source, options } = fixture;
    const order = { repository, source, options, password: PASSWORD, packSizeBytes: MIB };
    return await new BackupProcess({ ...order, cut: null, delaySeed: null, holdBefore: null }).ended;
  }

  test('says so, is sound, holds nothing half-written and no lock, and goes on once there is room', async () => {
    const ledger = new PackLedger(fixture.repositoryPath, PASSWORD);
    const full = await backUp();
    expect(full.events.at(-1)).toBe('failed no-space');
    expect(full.stderr).toContain(fixture.repositoryPath);
    const stored = await ledger.update();
    expect(stored.storedBytes).toBeGreaterThan(4 * MIB);
    const files = await readdir(fixture.repositoryPath, { recursive: true });
    expect(files.filter((path) => path.includes('-tmp-') || /^(locks|snapshots)\//.test(path))).toEqual([]);
    // There is no room for restic's lock either.
    await restic(fixture.restic, ['--no-lock', 'check', '--read-data']);

    await fixture.sh('mount -o remount,size=64m repository');
    const next = await backUp();
    expect(next.status).toBe(0);
    expect((await ledger.update()).againBytes).toBeLessThan(stored.storedBytes / 10);
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('does not keep a run that fails on it from giving the application back', async () => {
    const commands = { before: ['true'], after: [`touch ${fixture.folder}/released`] };
    await expect(fixture.backup(commands)).rejects.toMatchObject({ code: 'no-space' });
    await fixture.sh('test -e released');
  });
});

describe('a temporary folder of the runner that', () => {
  let fixture: BackupFixture;
  beforeEach(async () => {
    fixture = await BackupFixture.create();
    await fixture.sh('mkdir t; mount -t tmpfs -o size=16k tmpfs t');
    vi.stubEnv('TMPDIR', `${fixture.folder}/t`);
  });
  afterEach(async () => {
    vi.unstubAllEnvs();
    await fixture.sh('umount t');
    await fixture.remove();
  });

  test.each([
    ['is full', 'head -c 100000 /dev/zero > t/full || true', 'no-space'],
    ['is read-only', 'mount -o remount,ro t', 'no-permission'],
  ])('%s: says so, and what to do', async (_, script, code) => {
    await fixture.sh(script);
    const connecting = connectOpenSsh('ssh://root@127.0.0.1:1', { knownHosts: `SHA256:${'A'.repeat(43)}` });
    await expect(connecting).rejects.toMatchObject({
      code,
      message: expect.stringMatching(
        /^Cannot write the files for .*\/t": .* set TMPDIR to another folder, /s,
      ),
    });
    expect((await readdir(`${fixture.folder}/t`)).filter((name) => name !== 'full')).toEqual([]);
  });
});
