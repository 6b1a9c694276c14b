import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(() => fixture.remove());

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
    const kinds = Object.fromEntries(first.problems.map(({ path, kind }) => [path.split('/').at(-1), kind]));
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

/** What stands in the source's folder of a snapshot, as stock restic lists it. */
async function listedNodes(
  id: string | null,
): Promise<{ name: string; size: number; ctime: string; inode?: number }[]> {
  const lines = (await restic(fixture.restic, ['ls', '--json', id ?? '', fixture.source])).trim().split('\n');
  return lines.slice(1).map((line) => JSON.parse(line));
}

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

/** This machine, on which something happens right before the listed files are read. */
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
