import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { ATTRIBUTES, BEYOND_RESTORING, EVERY_KIND } from './every-kind.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

const TIMEOUT_MS = 240_000;

describe.each(['this machine', 'a host over SSH'])('every kind of entry of %s', (where) => {
  let fixture: BackupFixture;
  let sshd: Sshd | null = null;
  let host: Host;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
    sshd = where === 'this machine' ? null : await startSshd();
    host = sshd === null ? localHost() : await connect(sshd);
  });
  afterEach(async () => {
    await host.close();
    await sshd?.stop();
    await fixture.remove();
  });

  test('is restored by stock restic as it was', { timeout: TIMEOUT_MS }, async () => {
    await fixture.sh(EVERY_KIND + ATTRIBUTES);
    const result = await fixture.backup({}, { host });
    expect(fixture.warnings).toEqual([]);
    expect(result).toMatchObject({ complete: true, problems: [] });
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    const restored = await fingerprint(`${fixture.folder}/restored${fixture.source}`);
    expect(restored).toBe(await fingerprint(fixture.source));
    expect(restored).toContain('security.capability=0x');
    expect(restored).toContain('trusted.note=0x');
  });

  test('makes the trees that stock restic makes of it', { timeout: TIMEOUT_MS }, async () => {
    await fixture.sh(EVERY_KIND + ATTRIBUTES + BEYOND_RESTORING);
    const first = await fixture.backup({}, { host });
    const said = await restic(fixture.restic, ['backup', fixture.source, '--host', 'theirs', '--json']);
    const { snapshot_id: theirs } = JSON.parse(said.trim().split('\n').at(-1) ?? '');
    expect(await treeOf(first.snapshotId)).toBe(await treeOf(theirs));
    // And against a parent, from which the attributes of what is unchanged are taken over.
    await fixture.settle();
    await fixture.backup({}, { host });
    const third = await fixture.backup({}, { host });
    expect(third).toMatchObject({ bytesRead: 0, summary: { dirsNew: 0, filesNew: 0, filesChanged: 0 } });
    expect(await treeOf(third.snapshotId)).toBe(await treeOf(theirs));
  });

  /** The tree of the source, which names those below it by their IDs. */
  function treeOf(snapshot: string | null): Promise<string> {
    return restic(fixture.restic, ['cat', 'tree', `${snapshot}:${fixture.source}`]);
  }
});

function connect({ address, hostKeyLine, identityFile }: Sshd): Promise<Host> {
  return connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
}
