import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { ATTRIBUTES, EVERY_KIND, FAR_TIMES } from '../backup/every-kind.ts';
import { BackupFixture, fingerprint } from '../backup/fixture.ts';
import { ArchiveFixture } from './fixture.ts';

const TIMEOUT_MS = 120_000;

describe('every kind of entry', () => {
  let fixture: ArchiveFixture;
  let saved: string;
  let sshd: Sshd;
  let hosts: Record<'here' | 'over SSH', Host>;

  beforeAll(async () => {
    sshd = await startSshd();
    const { address, identityFile, hostKeyLine } = sshd;
    const remote = await connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
    hosts = { here: localHost(), 'over SSH': remote };
    fixture = await ArchiveFixture.create(await BackupFixture.createOnTmpfs());
    await fixture.files.sh(EVERY_KIND + ATTRIBUTES + FAR_TIMES);
    saved = await fingerprint(fixture.files.source);
  }, TIMEOUT_MS);
  afterAll(async () => {
    for (const host of Object.values(hosts)) await host.close();
    await sshd.stop();
    await fixture.remove();
  });

  test.each(['here', 'over SSH'] as const)(
    'saved %s in an archive comes back as it was, by hand and by ourselves',
    { timeout: TIMEOUT_MS },
    async (where) => {
      const { files } = fixture;
      const host = hosts[where];
      fixture.warnings.length = 0;
      const result = await fixture.archive({}, { host });
      expect(result).toMatchObject({ complete: true, problems: [] });
      await files.sh('rm -rf hand own');
      await fixture.restoreByHand('hand', result);
      expect(await fingerprint(`${files.folder}/hand${files.source}`)).toBe(saved);
      expect(await blocksOfHoles(`hand${files.source}`)).toEqual(await blocksOfHoles('source'));
      await fixture.restore('own', {}, { host, spec: result.id });
      expect(await fingerprint(`${files.folder}/own${files.source}`)).toBe(saved);
      expect(fixture.warnings).toEqual([]);
    },
  );

  test('is there already when it is restored in place once more', { timeout: TIMEOUT_MS }, async () => {
    const result = await fixture.archive();
    await fixture.restore('again', {}, { spec: result.id });
    const second = await fixture.restore('again', { overwrite: 'if-changed' }, { spec: result.id });
    expect(second).toMatchObject({ sentFiles: 0, created: 0, replaced: 0 });
  });

  /** Sparse files' blocks of 512 bytes, by name, in a folder of the fixture's. */
  const blocksOfHoles = (folder: string) => fixture.files.sh(`cd ${folder}/holes; stat -c '%b %n' *`);
});
