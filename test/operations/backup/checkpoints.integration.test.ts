import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { HoldfastError } from '../../../src/errors.ts';
import type { Host } from '../../../src/hosts/host.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { quickFolder } from '../../memory-disk.ts';
import { watched } from '../../repository/backend-doubles.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture, fingerprint } from './fixture.ts';

/** Two commands' worth of files: 128 entries, folders among them, and the rest. What one command read is kept once it has ended well. */
const MANY_FILES = `
  cd source
  for d in 1 2; do mkdir -p deep/er/d$d; (cd deep/er/d$d; seq 150 | split -l 1 -a 4 - f); done
`;
const FILES = 300;
/** Less the folders above source, source, deep, er, and d1 or d2, of which the attributes are asked. */
const FIRST_COMMAND = 128 - quickFolder().split('/').length - 4;

/** So that every moment is one for a checkpoint. */
const ALWAYS = { checkpointEveryMs: 1 };

describe('a run that does not end', () => {
  let fixture: BackupFixture;

  beforeAll(async () => {
    fixture = await BackupFixture.create();
    await fixture.sh(MANY_FILES);
    await fixture.settle();
  });
  beforeEach(() => fixture.renewRepository());
  afterAll(() => fixture.remove());

  test('leaves a checkpoint that stock restic accepts, and the next one reads only the rest', async () => {
    const cancel = new AbortController();
    const host = beforeReading(2, () => cancelWhenTheFirstIsSettled(cancel));
    const told: string[] = [];
    const onCheckpoint = (id: string) => void told.push(id);
    const options = { ...ALWAYS, tags: ['nightly'], keepBecause: 'by hand', onCheckpoint };
    const cut = fixture.backup(options, { host, signal: cancel.signal });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });

    expect(await locks()).toEqual([]);
    await restic(fixture.restic, ['check', '--read-data']);
    const [checkpoint, ...others] = await snapshots();
    expect(others).toEqual([]);
    expect(told.at(-1)).toBe(checkpoint?.id);
    expect(checkpoint?.tags).toEqual(['holdfast:target=files', 'incomplete', 'holdfast:checkpoint']);
    expect(await filesOf('latest')).toBe(FIRST_COMMAND);

    const next = await fixture.backup();
    expect(next).toMatchObject({ complete: true, parentId: checkpoint?.id });
    expect(next.summary).toMatchObject({ filesNew: FILES - FIRST_COMMAND, filesUnmodified: FIRST_COMMAND });
    expect((await snapshots()).map(({ id }) => id)).toEqual([next.snapshotId]);
    await restic(fixture.restic, ['check', '--read-data']);
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('leaves one also when the host fails', async () => {
    const host = beforeReading(2, async () => {
      await untilTheFirstIsSettled();
      await fixture.sh('sleep 0.3'); // the first may be settled before the lock is got, and checkpoints begin after that
      throw new HoldfastError('host-unreachable', 'The host is gone.');
    });
    await expect(fixture.backup(ALWAYS, { host })).rejects.toMatchObject({ code: 'host-unreachable' });
    await restic(fixture.restic, ['check', '--read-data']);
    expect(await filesOf('latest')).toBe(FIRST_COMMAND);
  });

  test('lets the application go on first, and writes the checkpoint then', async () => {
    const cancel = new AbortController();
    const host = beforeReading(2, () => cancelWhenTheFirstIsSettled(cancel));
    // It is there only once it says what was there: from then on a snapshot is let through.
    const look = `cd ${fixture.folder}; ls ${snapshotFolder()} > looked; mv looked at-release`;
    const commands = { before: ['true'], after: [look] };
    // One that was under way when the run was cancelled is no matter: the last one must come after the release.
    const noTimed = (backend: Backend) =>
      holdingBack(backend, () => !existsSync(join(fixture.folder, 'at-release')));
    const cut = fixture.backup({ ...ALWAYS, ...commands }, { host, signal: cancel.signal, over: noTimed });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    expect(await fixture.sh('cat at-release')).toBe('');
    expect(await snapshots()).toHaveLength(1);
  });

  test('writes none when checkpoints are off', async () => {
    const host = beforeReading(2, async () => {
      throw new HoldfastError('host-unreachable', 'The host is gone.');
    });
    await expect(fixture.backup({ checkpointEveryMs: null }, { host })).rejects.toThrow();
    expect(await snapshots()).toEqual([]);
  });

  test('writes none before its time, however long that is: a timer takes too long a wait for none', async () => {
    const host = beforeReading(2, () => fixture.sh('sleep 0.3'));
    await fixture.backup({ checkpointEveryMs: 2 ** 32 }, { host });
    expect(fixture.infos).toEqual([]);
  });

  test('leaves none when it fails within a minute: so little is soon read again', async () => {
    const host = beforeReading(2, async () => {
      throw new HoldfastError('host-unreachable', 'The host is gone.');
    });
    await expect(fixture.backup({}, { host })).rejects.toThrow();
    expect(await snapshots()).toEqual([]);
  });

  test('and is cancelled while the storage is stuck ends all the same, without one', async () => {
    const cancel = new AbortController();
    const never = new Promise<never>(() => {});
    const stuck = (backend: Backend) =>
      watched(backend, ({ verb, file }) => {
        if (verb !== 'save' || file.kind !== 'pack') return;
        cancel.abort(new HoldfastError('cancelled', 'Cancelled.'));
        return never;
      });
    const cut = fixture.backup(ALWAYS, { signal: cancel.signal, over: stuck });
    await expect(cut).rejects.toMatchObject({ code: 'cancelled' });
    expect(await snapshots()).toEqual([]);
    expect(await locks()).toEqual([]);
  });

  test('has one checkpoint at a time while it goes on, whole at every moment, and none at its end', async () => {
    const seen: number[] = [];
    const host = beforeReading(2, async () => {
      while ((await readdir(snapshotFolder())).length === 0) await fixture.sh('sleep 0.05');
      await restic(fixture.restic, ['--no-lock', 'check', '--read-data']);
      seen.push(await filesOf('latest', '--no-lock'));
    });
    const most = { snapshots: 0 };
    const counting = (backend: Backend) =>
      watched(backend, async () => {
        most.snapshots = Math.max(most.snapshots, (await readdir(snapshotFolder())).length);
      });
    const result = await fixture.backup(ALWAYS, { host, over: counting });
    expect(seen[0]).toBe(FIRST_COMMAND);
    // The new one comes before the old one goes.
    expect(most.snapshots).toBeLessThanOrEqual(2);
    expect((await snapshots()).map(({ id }) => id)).toEqual([result.snapshotId]);
    expect(fixture.warnings).toEqual([]);
    await restic(fixture.restic, ['check', '--read-data']);
  });

  test('goes on when a checkpoint can’t be written, and says so', async () => {
    let refused = 0;
    const refusing = (backend: Backend) =>
      watched(backend, ({ verb, file }) => {
        if (verb === 'save' && file.kind === 'snapshot' && refused++ === 0) {
          throw new HoldfastError('backend-failed', 'The storage hiccuped.');
        }
      });
    const host = beforeReading(2, async () => {
      while (refused === 0) await fixture.sh('sleep 0.05');
    });
    const result = await fixture.backup(ALWAYS, { over: refusing, host });
    expect(refused).toBeGreaterThan(1);
    expect(result.complete).toBe(true);
    expect(fixture.warnings).toEqual(['No checkpoint could be written: The storage hiccuped.']);
    expect((await snapshots()).map(({ id }) => id)).toEqual([result.snapshotId]);
  });

  test('leaves its checkpoints where it may not delete, and restic’s latest is still the complete one', async () => {
    const appendOnly = (backend: Backend) =>
      watched(backend, ({ verb, file }) => {
        if (verb === 'remove' && file.kind === 'snapshot') {
          throw new HoldfastError('no-permission', 'Cannot remove it: not allowed.');
        }
      });
    const host = beforeReading(2, async () => {
      while ((await readdir(snapshotFolder())).length === 0) await fixture.sh('sleep 0.05');
    });
    const result = await fixture.backup(ALWAYS, { over: appendOnly, host });
    expect(result.complete).toBe(true);
    expect(fixture.warnings).toHaveLength(1);
    expect(fixture.warnings[0]).toMatch(/Checkpoint [0-9a-f]{8} and later ones are left.*not allowed/);
    expect((await snapshots()).length).toBeGreaterThan(1);
    expect(await filesOf('latest')).toBe(FILES);
    const next = await fixture.backup();
    expect(next).toMatchObject({ bytesRead: 0, parentId: result.snapshotId });
    expect((await snapshots()).map(({ id }) => id).sort()).toEqual(
      [result.snapshotId, next.snapshotId].toSorted(),
    );
  });

  function snapshotFolder(): string {
    return join(fixture.repositoryPath, 'snapshots');
  }

  function locks(): Promise<string[]> {
    return readdir(join(fixture.repositoryPath, 'locks'));
  }

  /** The host may still account for one command's files when the next one begins. */
  async function cancelWhenTheFirstIsSettled(cancel: AbortController): Promise<void> {
    await untilTheFirstIsSettled();
    cancel.abort(new HoldfastError('cancelled', 'Cancelled.'));
  }

  async function untilTheFirstIsSettled(): Promise<void> {
    const settled = () => fixture.progress.get('listing')?.filesDone ?? 0;
    await expect.poll(settled, { timeout: 30_000 }).toBeGreaterThanOrEqual(FIRST_COMMAND);
  }

  async function snapshots(): Promise<{ id: string; tags?: string[] }[]> {
    return JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
  }

  /** How many of the source's files a snapshot has. */
  async function filesOf(snapshot: string, ...flags: string[]): Promise<number> {
    const listed = await restic(fixture.restic, [...flags, 'ls', snapshot, '--recursive', fixture.source]);
    return listed.split('\n').filter((line) => /\/d\d\/f/.test(line)).length;
  }
});

describe('an incomplete snapshot', () => {
  let fixture: BackupFixture;

  beforeEach(async () => {
    fixture = await BackupFixture.create();
    await fixture.sh('echo a > source/a; mkdir source/d; echo b > source/d/b; echo c > source/c');
    await fixture.settle();
  });
  afterEach(() => fixture.remove());

  test('does not make the next run read again what the complete one before it has', async () => {
    await fixture.backup({ excludes: ['c'] });
    const partial = await fixture.backup({ excludes: ['d', 'a'], tags: ['incomplete'] });
    await fixture.sh('echo new > source/new');
    const next = await fixture.backup();
    expect(next).toMatchObject({ bytesRead: 'new\n'.length, parentId: partial.snapshotId });
    expect(next.summary).toMatchObject({ filesNew: 1, filesUnmodified: 3 });
    await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/restored`]);
    expect(await fingerprint(`${fixture.folder}/restored${fixture.source}`)).toBe(
      await fingerprint(fixture.source),
    );
  });

  test('that a run came to is never removed; checkpoints are, of the same host, target and paths alone', async () => {
    const checkpoint = { tags: ['incomplete', 'holdfast:checkpoint'] };
    const superseded = await fixture.backup(checkpoint);
    const kept = [
      await fixture.backup({ tags: ['incomplete'] }),
      await fixture.backup({ ...checkpoint, target: 'other' }),
      await fixture.backup({ ...checkpoint, hostname: 'elsewhere' }),
      await fixture.backup({ ...checkpoint, paths: [fixture.path('source/d')] }),
    ];
    const withProblems = await fixture.backup({ paths: [fixture.path('source')], tags: ['nightly'] });
    const left: { id: string }[] = JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
    const expected = [...kept, withProblems].map(({ snapshotId }) => snapshotId).sort();
    expect(left.map(({ id }) => id).sort()).toEqual(expected);
    expect(expected).not.toContain(superseded.snapshotId);
  });

  test('supersedes no checkpoint of an earlier run: that may have what is missing', async () => {
    const checkpoint = await fixture.backup({ tags: ['incomplete', 'holdfast:checkpoint'] });
    const host = beforeReading(1, () => fixture.sh('rm source/gone'));
    await fixture.sh('echo x > source/gone');
    const partial = await fixture.backup({ before: ['true'] }, { host });
    expect(partial.complete).toBe(false);
    const left: { id: string }[] = JSON.parse(await restic(fixture.restic, ['snapshots', '--json']));
    expect(left.map(({ id }) => id).sort()).toEqual([checkpoint.snapshotId, partial.snapshotId].toSorted());
  });
});

/** This machine, on which something happens before the command that reads files is started for the nth time. */
function beforeReading(nth: number, happen: () => Promise<unknown>): Host {
  const host = localHost();
  let readings = 0;
  return {
    name: host.name,
    close: () => host.close(),
    start: async (script, options) => {
      if (script.includes('tar -c') && ++readings === nth) await happen();
      return host.start(script, options);
    },
  };
}

/** A backend that refuses snapshots as long as `holds` says so. */
function holdingBack(backend: Backend, holds: () => boolean): Backend {
  return watched(backend, ({ verb, file }) => {
    if (verb === 'save' && file.kind === 'snapshot' && holds()) {
      throw new HoldfastError('backend-failed', 'Not yet.');
    }
  });
}
