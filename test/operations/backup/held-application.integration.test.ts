import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { HoldfastError } from '../../../src/errors.ts';
import { restic } from '../../services/restic.ts';
import { BackupFixture } from './fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(() => fixture.remove());

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

  test('run as a person runs them: what they start keeps nothing of how our own commands are run', async () => {
    const say = 'printenv LC_ALL TZ; umask';
    await fixture.backup({ before: [say], after: [say] });
    expect(fixture.infos.filter((line) => line.startsWith('  '))).toEqual(['  0022', '  0022']);
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
    expect(await fixture.snapshotCount()).toBe(0);
  });

  test('a failing after command fails the run, but what was saved stays saved', async () => {
    await fixture.sh('echo hello > source/a');
    await expect(fixture.backup({ after: ['exit 3'] })).rejects.toMatchObject({
      code: 'command-failed',
      message: expect.stringMatching(/may still be held.*Snapshot [0-9a-f]{8} is saved/),
    });
    expect(await fixture.snapshotCount()).toBe(1);
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
    expect(await fixture.snapshotCount()).toBe(0);
  });
});
