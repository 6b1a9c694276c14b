import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { connectSsh } from '../../../src/hosts/ssh.ts';
import { restic } from '../../services/restic.ts';
import { type Sshd, startSshd } from '../../services/sshd.ts';
import { ATTRIBUTES, BEYOND_RESTORING, EVERY_KIND, FAR_TIMES } from './every-kind.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

const TIMEOUT_MS = 240_000;
const SMALLEST_CHUNK_BLOCKS = 1024;

const BY = ['us here', 'us over SSH', 'stock restic'] as const;
type By = (typeof BY)[number];

let sshd: Sshd;
let local: Host;
let remote: Host;

beforeAll(async () => {
  sshd = await startSshd();
  local = localHost();
  remote = await connect(sshd);
});
afterAll(async () => {
  await remote.close();
  await local.close();
  await sshd.stop();
});

describe('every kind of entry', () => {
  let fixture: BackupFixture;
  let saved: string;

  beforeAll(async () => {
    fixture = await BackupFixture.createOnTmpfs();
    await fixture.sh(EVERY_KIND + ATTRIBUTES + FAR_TIMES);
    saved = await fingerprint(fixture.source);
  }, TIMEOUT_MS);
  afterAll(() => fixture.remove());

  describe.each(BY)('saved by %s', (saver) => {
    let snapshot: string;
    let holes: Record<string, number>;

    beforeAll(async () => {
      snapshot = await save(saver);
      await restic(fixture.restic, ['check', '--read-data']);
      await fixture.sh('rm -rf sparse');
      await restic(fixture.restic, ['restore', snapshot, '--target', `${fixture.folder}/sparse`, '--sparse']);
      holes = await holesIn(`${fixture.folder}/sparse${fixture.source}`);
    }, TIMEOUT_MS);

    test('has its holes where restic finds them', () => {
      expect(holes).toMatchObject({ all: 0, begin: SMALLEST_CHUNK_BLOCKS, end: expect.any(Number) });
      expect(holes['end']).toBeLessThanOrEqual(SMALLEST_CHUNK_BLOCKS);
      // Four islands, in a file of seven MiB and a byte.
      expect(holes['islands']).toBeLessThanOrEqual(4 * SMALLEST_CHUNK_BLOCKS);
    });

    test.each(BY)('is restored by %s as it was', { timeout: TIMEOUT_MS }, async (restorer) => {
      const folder = `${fixture.folder}/restored`;
      await fixture.sh('rm -rf restored');
      if (restorer === 'stock restic') {
        await restic(fixture.restic, ['restore', snapshot, '--target', folder, '--sparse']);
      } else {
        const host = restorer === 'us here' ? local : remote;
        await fixture.restore(fixture.path('restored'), { spec: snapshot }, host);
        expect(fixture.warnings).toEqual([]);
      }
      expect(await fingerprint(folder + fixture.source)).toBe(saved);
      expect(await holesIn(folder + fixture.source)).toEqual(holes);
    });
  });

  /** By name, the blocks of 512 bytes that the files with holes take. A hole is kept where it fills a chunk. */
  async function holesIn(source: string): Promise<Record<string, number>> {
    const lines = (await fixture.sh(`cd ${source}/holes; stat -c '%b %n' *`)).trim().split('\n');
    return Object.fromEntries(
      lines.map((line) => line.split(' ', 2)).map(([blocks, name]) => [name, Number(blocks)]),
    );
  }

  async function save(by: By): Promise<string> {
    if (by === 'stock restic') return resticBackup(fixture);
    const result = await fixture.backup({ parent: 'none' }, { host: by === 'us here' ? local : remote });
    expect(fixture.warnings).toEqual([]);
    expect(fixture.infos).toContainEqual(expect.stringMatching(/^Sockets are not saved \(found: 1\)/));
    expect(result).toMatchObject({ complete: true, problems: [] });
    return result.snapshotId as string;
  }

  test('is all there is to tell: attributes, capabilities, and times of every year', () => {
    for (const part of [
      'security.capability=0x',
      'trusted.note=0x',
      ' -9000000001.5000000000 ',
      '4294967294',
    ])
      expect(saved).toContain(part);
  });
});

describe.each(['us here', 'us over SSH'])('every kind of entry, saved by %s', (where) => {
  let fixture: BackupFixture;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
  });
  afterEach(() => fixture.remove());

  test('makes the trees that stock restic makes of it', { timeout: TIMEOUT_MS }, async () => {
    const host = where === 'us here' ? local : remote;
    await fixture.sh(EVERY_KIND + ATTRIBUTES + BEYOND_RESTORING);
    const first = await fixture.backup({}, { host });
    const theirs = await resticBackup(fixture);
    expect(await treeOf(first.snapshotId)).toBe(await treeOf(theirs));
    // And against a parent, from which the attributes of what is unchanged are taken over.
    await fixture.settle();
    await fixture.backup({}, { host });
    const third = await fixture.backup({}, { host });
    expect(third).toMatchObject({ bytesRead: 0, summary: { dirsNew: 0, filesNew: 0, filesChanged: 0 } });
    expect(await treeOf(third.snapshotId)).toBe(await treeOf(theirs));
  });

  test('is kept with each of the 4,096 modes that there are', { timeout: TIMEOUT_MS }, async () => {
    const host = where === 'us here' ? local : remote;
    await fixture.sh(`cd source; python3 -c '
import os
for mode in range(0o10000):
    os.close(os.open("%04o" % mode, os.O_CREAT)); os.chmod("%04o" % mode, mode)'`);
    const { snapshotId } = await fixture.backup({}, { host });
    expect(await treeOf(snapshotId)).toBe(await treeOf(await resticBackup(fixture)));
    await fixture.restore(fixture.path('restored'), { spec: snapshotId as string }, host);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  /** The tree of the source, which names those below it by their IDs. */
  function treeOf(snapshot: string | null): Promise<string> {
    return restic(fixture.restic, ['cat', 'tree', `${snapshot}:${fixture.source}`]);
  }
});

async function resticBackup(fixture: BackupFixture): Promise<string> {
  const said = await restic(fixture.restic, ['backup', fixture.source, '--host', 'theirs', '--json']);
  return JSON.parse(said.trim().split('\n').at(-1) ?? '').snapshot_id;
}

function connect({ address, hostKeyLine, identityFile }: Sshd): Promise<Host> {
  return connectSsh(address, { identity: identityFile, knownHosts: hostKeyLine });
}
