import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
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

  test('several sources, one of them a file, stand at their own absolute paths', async () => {
    await fixture.sh('mkdir -p other/x; echo 1 > source/a; echo 2 > other/x/b; echo 3 > single');
    await fixture.backup({
      paths: [fixture.path('source'), fixture.path('single'), fixture.path('other/x')],
    });
    const listed = (await restic(fixture.restic, ['ls', 'latest', fixture.folder, '--recursive'])).split(
      '\n',
    );
    expect(listed).toEqual(
      expect.arrayContaining([
        `${fixture.source}/a`,
        `${fixture.folder}/single`,
        `${fixture.folder}/other/x/b`,
      ]),
    );
  });

  test('excludes what restic excludes', async () => {
    await fixture.sh(`cd source; mkdir -p a/b cache logs; echo x > a/b/keep.txt; echo x > a/b/drop.tmp; echo x > logs/1.log
      echo x > a/1.log; printf 'Signature: 8a477f597d28d172789f06886806bc55' > cache/CACHEDIR.TAG; echo x > cache/y; head -c 70000 /dev/zero > big`);
    const excludes = ['*.tmp', 'logs/**', `${fixture.source}/a/1.*`];
    await fixture.backup({ excludes, excludeCaches: true, excludeLargerThanBytes: 65536n });
    const flags = excludes.flatMap((pattern) => ['--exclude', pattern]);
    await restic(fixture.restic, [
      'backup',
      fixture.source,
      ...flags,
      '--exclude-caches',
      '--exclude-larger-than',
      '64k',
      '--tag',
      'theirs',
    ]);
    const ours = await restic(fixture.restic, [
      'ls',
      'latest',
      '--tag',
      'holdfast:target=files',
      fixture.source,
      '--recursive',
    ]);
    const theirs = await restic(fixture.restic, [
      'ls',
      'latest',
      '--tag',
      'theirs',
      fixture.source,
      '--recursive',
    ]);
    expect(withoutHeading(ours)).toEqual(withoutHeading(theirs));
    expect(ours).toContain('keep.txt');
  });

  test('sources of which none is there are named, and no snapshot is written', async () => {
    const missing = fixture.backup({ paths: [fixture.path('typo'), fixture.path('missing')] });
    await expect(missing).rejects.toMatchObject({
      code: 'source-missing',
      message: expect.stringMatching(/\/missing".*\/typo"/),
    });
    expect(await snapshotCount()).toBe(0);
  });

  test('a disk that is not mounted does not cost the backup of the others, and is never taken for a whole one', async () => {
    await fixture.sh('mkdir disk; echo kept > disk/data; echo hello > source/a');
    await fixture.settle();
    const paths = [fixture.path('source'), fixture.path('disk')];
    const whole = await fixture.backup({ paths });
    await fixture.sh('mv disk away; echo more >> source/a');
    const result = await fixture.backup({ paths, onUnreadable: 'warn', onChanged: 'warn' });
    expect(result).toMatchObject({ complete: false, parentId: whole.snapshotId });
    expect(result.problemCounts).toMatchObject({ missing: 1, unreadable: 0, vanished: 0 });
    expect(result.problems).toMatchObject([{ kind: 'missing', path: `${fixture.folder}/disk` }]);
    await restic(fixture.restic, ['check', '--read-data']);
    const [snapshot] = JSON.parse(
      await restic(fixture.restic, ['snapshots', '--json', '--tag', 'incomplete']),
    );
    expect(snapshot.paths.toSorted()).toEqual([`${fixture.folder}/disk`, `${fixture.folder}/source`]);
    const listed = await restic(fixture.restic, ['ls', snapshot.id]);
    expect(listed).toContain('/source/a');
    expect(listed).not.toMatch(/\/disk$/m);
    const manifest = await restic(fixture.restic, ['dump', snapshot.id, '/.holdfast/files/manifest.json']);
    expect(JSON.parse(manifest)).toMatchObject({
      complete: false,
      problem_counts: { missing: 1 },
      problems: [{ kind: 'missing', path: `${fixture.folder}/disk` }],
    });
    expect((await fixture.withRepository((repo) => resolveSnapshot(repo, 'latest'))).id).toBe(
      whole.snapshotId,
    );
    // Mounted again: what the complete snapshot has needn't be read.
    await fixture.sh('mv away disk');
    await fixture.settle();
    const again = await fixture.backup({ paths });
    expect(again).toMatchObject({ complete: true, parentId: result.snapshotId });
    expect(again.bytesRead).toBeLessThanOrEqual('hello\nmore\n'.length);
  });

  test('a dry run says what it would read, and writes nothing', async () => {
    await fixture.sh('echo hello > source/a');
    const before = await fixture.sh('find repository -type f | sort');
    const result = await fixture.backup({ dryRun: true });
    expect(result).toMatchObject({ snapshotId: null, bytesRead: 6 });
    expect(await fixture.sh('find repository -type f | sort')).toBe(before);
  });

  test('a dry run counts a file with several names as read once, as the backup reads it', async () => {
    await fixture.sh('cd source; head -c 100000 /dev/urandom > a; mkdir d; ln a d/b; ln a c; cp a other');
    await fixture.settle();
    const dry = await fixture.backup({ dryRun: true });
    const real = await fixture.backup();
    expect(dry.bytesRead).toBe(200_000);
    expect(real.bytesRead).toBe(dry.bytesRead);
    expect(dry.summary.totalBytesProcessed).toBe(real.summary.totalBytesProcessed);
  });

  test('hard links are read once, and restored as one file', async () => {
    await fixture.sh('cd source; head -c 1000000 /dev/urandom > a; mkdir d; ln a d/b; ln a c');
    await fixture.settle();
    expect((await fixture.backup()).bytesRead).toBe(1_000_000);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fixture.sh(`stat -c %h restored${fixture.source}/d/b`)).toBe('3\n');
  });

  test('extended attributes are kept; one whose name is not UTF-8 is told, and nothing fails', async () => {
    await fixture.sh(
      `cd source; echo x > a; setfattr -n user.note -v kept a; setfattr -n $'user.\\xff' -v lost a; setfacl -m u:12345:r a`,
    );
    const result = await fixture.backup();
    expect(result.complete).toBe(true);
    expect(fixture.warnings.join()).toMatch(/a: its attribute .* isn't saved/);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    const restored = await fixture.sh(
      `cd restored${fixture.source}; getfattr -n user.note --only-values a; getfacl -n a | grep 12345`,
    );
    expect(restored).toBe('keptuser:12345:r--\n');
  });

  test('the manifest stands in the snapshot, and says how it was taken', async () => {
    await fixture.sh('echo hello > source/a');
    await fixture.backup({ target: 'shop', tags: ['nightly'] });
    const manifest = JSON.parse(
      await restic(fixture.restic, ['dump', 'latest', '/.holdfast/shop/manifest.json']),
    );
    expect(manifest).toMatchObject({
      manifest_version: 1,
      target: 'shop',
      hostname: 'testhost',
      paths: [fixture.source],
      complete: true,
    });
    const [snapshot] = JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
    expect(snapshot).toMatchObject({
      hostname: 'testhost',
      tags: ['nightly', 'holdfast:target=shop'],
      program_version: 'holdfast test',
    });
  });

  describe('files that do not stand still', () => {
    test('one that shrinks before it is read is never stored padded with zeros', async () => {
      await fixture.sh('head -c 50000000 /dev/urandom > source/big; echo x > source/other');
      const host = meddling(() => fixture.sh('truncate -s 1000 source/big'));
      const result = await fixture.backup({}, { host });
      expect(result.problemCounts.changed).toBe(1);
      expect(result.complete).toBe(true); // no application was held: a warning
      expect(fixture.warnings.join()).toContain('big: changed');
      const [, big] = await listedNodes(result.snapshotId);
      expect(big).toMatchObject({ name: 'big', size: 1000 });
    });

    test('are stored with the earlier ctime and no inode, so that the next backup reads them again, and only them', async () => {
      const names = ['shrinks', 'grows', 'gone', 'same-size', 'times-put-back', 'to-folder', 'still'];
      await fixture.sh(`cd source; for name in ${names.join(' ')}; do echo "$name was here" > $name; done`);
      await fixture.settle();
      const ctimes = await fixture.sh('stat -c "%n %.9Z" source/*');
      const host = meddling(() =>
        fixture.sh(`cd source
          printf x > shrinks; echo more >> grows; rm gone
          sed s/was/is/ same-size > new; sed -i s/.$// new; touch -r same-size new; mv new same-size
          t=$(stat -c @%.9Y times-put-back); echo 'times-put-back WAS here' > times-put-back; touch -d $t times-put-back
          rm to-folder; mkdir to-folder; echo inside > to-folder/file`),
      );
      const first = await fixture.backup({}, { host });
      const kinds = Object.fromEntries(
        first.problems.map(({ path, kind }) => [path.split('/').at(-1), kind]),
      );
      expect(kinds).toEqual({
        shrinks: 'changed',
        grows: 'changed',
        gone: 'vanished',
        'same-size': 'changed',
        'times-put-back': 'changed',
        'to-folder': expect.stringMatching(/changed|vanished/),
      });
      const nodes = await listedNodes(first.snapshotId);
      expect(nodes.find(({ name }) => name === 'still')?.inode).toBeGreaterThan(0);
      expect(nodes.map(({ name }) => name)).toContain('times-put-back');
      for (const { name, ctime, inode } of nodes.filter((node) => node.name in kinds)) {
        const seconds = new RegExp(`^source/${name} (\\d+)`, 'm').exec(ctimes)?.[1];
        expect({ name, inode, seconds: Math.floor(Date.parse(ctime) / 1000) }).toEqual({
          name,
          inode: undefined,
          seconds: Number(seconds),
        });
      }
      await fixture.settle();
      const second = await fixture.backup();
      expect(second).toMatchObject({ complete: true, problems: [], parentId: first.snapshotId });
      const read = 'cat shrinks grows same-size times-put-back to-folder/file';
      expect(second.bytesRead).toBe((await fixture.sh(`cd source; ${read}`)).length);
      await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
      expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
        await fingerprint(fixture.source),
      );
    });

    test('one replaced by another of the same size and mtime is told', async () => {
      await fixture.sh('echo one > source/a; touch -d 2020-01-01 source/a');
      const host = meddling(() =>
        fixture.sh('echo two > source/b; touch -d 2020-01-01 source/b; mv source/b source/a'),
      );
      expect((await fixture.backup({}, { host })).problemCounts.changed).toBe(1);
    });

    test('one that vanishes is left out and told; the rest is saved', async () => {
      await fixture.sh('echo 1 > source/gone; echo 2 > source/here');
      const host = meddling(() => fixture.sh('rm source/gone'));
      const result = await fixture.backup({}, { host });
      expect(result.problemCounts.vanished).toBe(1);
      const listed = await restic(fixture.restic, ['ls', 'latest', fixture.source]);
      expect(listed).toContain('/here');
      expect(listed).not.toContain('/gone');
    });

    test('while an application is held, a changing file makes the snapshot incomplete and never the latest', async () => {
      await fixture.sh('echo 1 > source/a');
      const complete = await fixture.backup();
      await fixture.sh('echo 2 > source/b');
      const host = meddling(() => fixture.sh('echo 3 >> source/b'));
      const result = await fixture.backup({ before: ['true'], after: ['true'] }, { host });
      expect(result.complete).toBe(false);
      expect(result.tags).toContain('incomplete');
      const latest = await fixture.withRepository((repository) => resolveSnapshot(repository, 'latest'));
      expect(latest.id).toBe(complete.snapshotId);
      expect((await fixture.backup()).parentId).toBe(result.snapshotId);
    });

    test.each([
      [1, { complete: true, problemCounts: { changed: 1, unreadable: 0 } }, 'keep\n'],
      [2, { complete: false, problemCounts: { changed: 0, unreadable: 1 } }, null],
    ])(
      'one that is away while it is read, %i times, is in the snapshot or the snapshot incomplete',
      async (times, result, content) => {
        await fixture.sh('echo keep > source/a; echo b > source/b');
        const host = hidingHost(
          () => fixture.sh('mv source/a hidden'),
          () => fixture.sh('mv hidden source/a'),
          times,
        );
        const { snapshotId, ...saved } = await fixture.backup({}, { host });
        expect(saved).toMatchObject(result);
        const listed = await restic(fixture.restic, ['ls', snapshotId ?? '', fixture.source]);
        expect(listed.includes('/a\n')).toBe(content !== null);
        if (content !== null)
          expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/a`])).toBe(content);
      },
    );

    test('one name of a hard link that vanishes does not take the others with it', async () => {
      await fixture.sh('cd source; echo data > a; ln a b');
      await fixture.settle();
      const host = meddling(() => fixture.sh('rm source/a'));
      await fixture.backup({}, { host });
      const listed = await restic(fixture.restic, ['ls', 'latest', fixture.source]);
      expect(listed).toContain('/b');
    });
  });

  describe('before and after commands', () => {
    test('hold the application while it is read, and not while the snapshot is written', async () => {
      await fixture.sh('echo hello > source/a');
      const states: string[] = [];
      const result = await fixture.backup({
        before: [`echo stopped > ${fixture.source}/state`],
        after: [`echo started > ${fixture.source}/state`],
        onApplication: (state) => states.push(state),
      });
      expect(states).toEqual(['held', 'released']);
      expect(result.quiescedMs).not.toBeNull();
      expect(await restic(fixture.restic, ['dump', 'latest', `${fixture.source}/state`])).toBe('stopped\n');
      expect(await fixture.sh('cat source/state')).toBe('started\n');
    });

    test('a failing before command ends the run, and the after commands still run', async () => {
      const failing = fixture.backup({
        before: ['echo why >&2; exit 7'],
        after: [`touch ${fixture.folder}/released`],
      });
      await expect(failing).rejects.toMatchObject({
        code: 'command-failed',
        message: expect.stringContaining('exit status 7'),
      });
      expect(fixture.infos).toContain('  why');
      await fixture.sh('test -e released');
      expect(await snapshotCount()).toBe(0);
    });

    test('a failing after command fails the run, but what was saved stays saved', async () => {
      await fixture.sh('echo hello > source/a');
      await expect(fixture.backup({ after: ['exit 3'] })).rejects.toMatchObject({
        code: 'command-failed',
        message: expect.stringMatching(/may still be held.*Snapshot [0-9a-f]{8} is saved/),
      });
      expect(await snapshotCount()).toBe(1);
    });

    test('cancelled while the application is held: it is let go, the lock is gone, no snapshot is written', async () => {
      await fixture.sh('echo hello > source/a');
      const cancel = new AbortController();
      const running = fixture.backup(
        {
          before: [`echo $$ > ${fixture.folder}/held; sleep 1000`],
          after: [`touch ${fixture.folder}/released`],
        },
        { signal: cancel.signal },
      );
      const ended = expect(running).rejects.toBeInstanceOf(HoldfastError);
      await fixture.sh(`while ! test -s held; do sleep 0.05; done`);
      cancel.abort(new HoldfastError('cancelled', 'Cancelled by the test.'));
      await ended;
      await fixture.sh('test -e released');
      await fixture.sh('! kill -0 "$(cat held)" 2>/dev/null');
      expect(await fixture.sh('ls repository/locks')).toBe('');
      expect(await snapshotCount()).toBe(0);
    });
  });

  /** What stands in the source's folder of a snapshot, as stock restic lists it. */
  async function listedNodes(
    id: string | null,
  ): Promise<{ name: string; size: number; ctime: string; inode?: number }[]> {
    const lines = (await restic(fixture.restic, ['ls', '--json', id ?? '', fixture.source]))
      .trim()
      .split('\n');
    return lines.slice(1).map((line) => JSON.parse(line));
  }

  async function snapshotCount(): Promise<number> {
    return JSON.parse(await restic(fixture.restic, ['snapshots', '--json'])).length;
  }
});

/** The lines that name entries: restic prints a heading above them. */
function withoutHeading(listed: string): string[] {
  return listed.split('\n').filter((line) => line.startsWith('/'));
}

/** This machine, on which something happens right before the listed files are read. */
/** A host on which a file is moved away while tar runs, for so many times, and is back when it is looked at again. */
function hidingHost(hide: () => Promise<unknown>, show: () => Promise<unknown>, times: number): Host {
  const host = localHost();
  let left = times;
  let isHidden = false;
  return {
    name: host.name,
    close: () => host.close(),
    start: async (script, options) => {
      if (isHidden) await show();
      isHidden = script.includes('tar -c') && left-- > 0;
      if (isHidden) await hide();
      return host.start(script, options);
    },
  };
}

function meddling(meddle: () => Promise<unknown>): Host {
  const host = localHost();
  let done = false;
  return {
    name: host.name,
    close: () => host.close(),
    start: async (script, options) => {
      if (!done && script.includes('tar -c')) {
        done = true;
        await meddle();
      }
      return host.start(script, options);
    },
  };
}
