import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

/** Files, folders, symlinks and hard links with all that makes names, times and modes hard. */
const TREE = String.raw`
  cd source
  mkdir -p deep/er/est empty 'sp ace' $'new\nline' 'quo"te'
  printf 'hello\n' > plain.txt
  : > nothing
  head -c 3000000 /dev/urandom > random.bin
  head -c 9000000 /dev/zero > zeros.bin
  for i in $(seq 300); do echo "file $i" > deep/er/f$i; done
  echo odd > $'deep/bad\xff\xfename'
  echo odd > $'new\nline/::error::x'
  echo odd > './-rf'
  echo odd > 'back\slash'
  echo odd > $'tab\there'
  echo odd > 'żółw 🐢'
  echo odd > $'e\u0301 is not \u00e9'
  echo odd > "$(printf 'n%.0s' $(seq 255))"
  ln -s plain.txt link
  ln -s /nonexistent/$'\xff' dangling
  ln plain.txt deep/hard
  ln plain.txt empty/../hard2
  chmod 0000 nothing; chmod 4755 random.bin; chmod 1777 empty; chmod 2750 deep
  chown 12345:54321 zeros.bin
  touch -d '1969-07-20 20:17:40.123456789 UTC' plain.txt
  touch -d '2106-02-08 00:00:00.5 UTC' zeros.bin
  touch -h -d '2001-01-01 00:00:00.000000001 UTC' link
  touch -d '1999-12-31 23:59:59.999999999 UTC' deep/er/est
  # hard links that are younger than the listing stand alone
  sleep 2.1
`;

describe('backup of this machine', () => {
  let fixture: BackupFixture;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
  });
  afterEach(() => fixture.remove());

  test('stock restic restores what we saved, byte for byte and to the nanosecond', async () => {
    await fixture.sh(TREE);
    const result = await fixture.backup();
    expect(result.complete).toBe(true);
    expect(fixture.warnings).toEqual([]);
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('a first backup knows how much there is to do when all is listed, each hard link’s bytes once', async () => {
    await fixture.sh(TREE);
    const { summary } = await fixture.backup();
    const bytes = Number(
      await fixture.sh('find source -type f -printf "%i %s\\n" | sort -u | awk \'{n += $2} END {print n}\''),
    );
    const files = summary.totalFilesProcessed;
    expect(fixture.progress.get('listing')).toMatchObject({
      filesDone: files,
      filesTotal: files,
      bytesDone: bytes,
      bytesTotal: bytes,
    });
  });

  test('restic 0.14 reads it too', async () => {
    await fixture.sh(TREE);
    // It doesn't know the field that holds a link's target as bytes.
    await fixture.sh('rm source/dangling');
    await fixture.backup();
    const old = { ...fixture.restic, build: 'old' } as const;
    await restic(old, ['check', '--read-data']);
    await restic(old, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('a second backup reads only what changed, and still holds everything', async () => {
    await fixture.sh(TREE);
    await fixture.settle();
    await fixture.backup();
    await fixture.sh(
      'echo more >> source/deep/er/f7; rm source/deep/er/f8; mv source/deep/er/f9 source/moved; ln -sfn plain.txt source/dangling',
    );
    await fixture.settle();
    const second = await fixture.backup();
    // f7 (12 bytes); f9, whose ctime moved with its name (7 bytes).
    expect(second.bytesRead).toBe('file 7\nmore\n'.length + 'file 9\n'.length);
    expect(second.summary).toMatchObject({ filesNew: 1, filesChanged: 1, dataBlobs: 2 });
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('a file changed within one tick of the clock after the listing is read again', async () => {
    await fixture.sh('echo one > source/a');
    await fixture.backup();
    const second = await fixture.backup();
    expect(second.bytesRead).toBe(4);
    await fixture.settle();
    await fixture.backup();
    expect((await fixture.backup()).bytesRead).toBe(0);
  });

  test.each(['current', 'old'] as const)(
    'extends a snapshot of restic (%s), adding no data',
    async (build) => {
      await fixture.sh(TREE);
      await fixture.settle();
      await restic({ ...fixture.restic, build }, ['backup', fixture.source, '--host', 'testhost']);
      const ours = await fixture.backup();
      expect(ours.parentId).not.toBeNull();
      expect(ours.bytesRead).toBe(0);
      expect(ours.summary.filesUnmodified).toBe(ours.summary.totalFilesProcessed);
      // The manifest alone.
      expect(ours.summary.dataBlobs).toBe(1);
      const summary = await restic({ ...fixture.restic, build }, [
        'backup',
        fixture.source,
        '--host',
        'testhost',
        '--force',
        '--json',
      ]);
      expect(JSON.parse(summary.trim().split('\n').at(-1) ?? '')).toMatchObject({
        message_type: 'summary',
        data_blobs: 0,
      });
      await restic({ ...fixture.restic, build }, ['check', '--read-data']);
    },
  );

  test('reading everything again adds no data to what restic saved', async () => {
    await fixture.sh(TREE);
    await restic(fixture.restic, ['backup', fixture.source]);
    const ours = await fixture.backup({ parent: 'none' });
    expect(ours.summary.dataBlobs).toBe(1);
    expect(ours.bytesRead).toBeGreaterThan(12_000_000);
  });

  test('goes on after restic has pruned', async () => {
    await fixture.sh(TREE);
    await fixture.settle();
    await fixture.backup();
    await fixture.sh('rm source/random.bin; echo new > source/new');
    await fixture.backup();
    await restic(fixture.restic, ['forget', '--keep-last', '1', '--prune', '--max-unused', '0']);
    await fixture.sh('echo newer > source/newer');
    const third = await fixture.backup();
    expect(third.summary.filesUnmodified).toBeGreaterThan(300);
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });
});
