import { describe, expect, test } from 'vitest';
import type { ShownWay } from '../../src/actions/access.ts';
import {
  failedRestoreSummary,
  failedTarSummary,
  failedUndoSummary,
  restoreSummary,
  tarSummary,
  undoSummary,
} from '../../src/actions/restore-summary.ts';
import { fromText } from '../../src/bytestring.ts';
import { HoldfastError } from '../../src/errors.ts';
import type { RestoreResult } from '../../src/operations/restore/options.ts';
import { RestoreAfterFailure } from '../../src/operations/restore/restore-after-failure.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';

const result: RestoreResult = {
  snapshotId: '4bd21c8a'.repeat(8) as SnapshotId,
  dryRun: false,
  target: 'its original place',
  files: 59_000,
  folders: 4005,
  others: 12,
  bytes: 2_147_483_648,
  unchangedFiles: 58_000,
  unchangedBytes: 2_000_000_000,
  leftFiles: 0,
  resumedFiles: 200,
  sentFiles: 800,
  sentBytes: 147_483_648,
  created: 3,
  replaced: 2,
  removed: 0,
  replacedFolders: 1,
  undoFolders: ['/srv/.holdfast-undo-20261121T115906Z-4bd21c8a-aa82c186'],
  finishedEarlierRun: false,
  durationMs: 61_000,
};
const way: ShownWay = { on: 'ssh://root@wiki.example', jump: [], secrets: [] };
const place = { way, changes: [] };

describe('the job summary of a restore', () => {
  test('that succeeded', async () => {
    await expect(restoreSummary(result, place)).toMatchFileSnapshot('golden/restore-success.md');
  });

  test('into an empty place', async () => {
    const fresh = { ...result, resumedFiles: 0, replaced: 0, undoFolders: [] };
    await expect(restoreSummary(fresh, place)).toMatchFileSnapshot('golden/restore-fresh.md');
  });

  test('gives the command that takes it back by the way that the run took', () => {
    const jump = ['ssh://a@outer', 'ssh://b@inner'];
    const far = {
      ...way,
      identity: '/my key',
      jump,
      become: 'sudo',
      knownHosts: 'SHA256:x',
      sshClient: 'ssh2',
    };
    expect(restoreSummary({ ...result, undoFolders: ['/u'] }, { ...place, way: far })).toContain(
      "\nholdfast restore --undo --on ssh://root@wiki.example --identity '/my key' --known-hosts SHA256:x " +
        '--jump ssh://a@outer --jump ssh://b@inner --become sudo --target /u\n',
    );
  });

  test('says how to log in where the run did it with a secret', () => {
    const shownWith = (secrets: ShownWay['secrets']) =>
      restoreSummary(result, { ...place, way: { ...way, secrets } });
    expect(shownWith(['identity'])).toContain('add `--identity FILE`');
    expect(shownWith(['ssh-password'])).toContain('add `--ssh-password-file FILE`');
    expect(shownWith([])).not.toContain('FILE');
  });

  test('counts one as one', () => {
    const one = {
      ...{ files: 1, folders: 1, unchangedFiles: 1, sentFiles: 1, resumedFiles: 1 },
      ...{ bytes: 0, unchangedBytes: 0, sentBytes: 0, created: 1, replaced: 1, removed: 1 },
    };
    const text =
      restoreSummary({ ...result, ...one }, place) +
      undoSummary({ snapshotId: 'x', names: 1, keptIn: [], dryRun: false }, way.on) +
      tarSummary({ snapshotId: 'x', files: 1, bytes: 0, file: 'a.tar' });
    expect(text.match(/\b1 \w+( names?)?\b/g)).toEqual([
      ...['1 file', '1 folder', '1 file', '1 file', '1 file', '1 new', '1 replaced', '1 removed'],
      ...['1 topmost name', '1 file'],
    ]);
  });

  test('that was only planned', async () => {
    const changes = [
      { kind: 'create', path: fromText('/srv/new|`x`') },
      { kind: 'replace', path: fromText('/srv/wiki\n::error::x') },
    ] as const;
    const summary = restoreSummary({ ...result, dryRun: true, undoFolders: [] }, { ...place, changes });
    await expect(summary).toMatchFileSnapshot('golden/restore-dry-run.md');
    const none = { ...result, dryRun: true, undoFolders: [], created: 0, replaced: 0 };
    expect(restoreSummary(none, place)).toContain('**Would change:** nothing.\n\n**Next:** nothing.');
  });

  test('that failed', async () => {
    const error = new HoldfastError(
      'restore-mismatch',
      'Cannot verify "/srv/wiki/page": its content is another one than was sent, expected the same. Nothing was swapped in.',
    );
    const summary = failedRestoreSummary(error, {
      snapshot: 'latest',
      way,
      repository: '/mnt/backup',
    });
    await expect(summary).toMatchFileSnapshot('golden/restore-failed.md');
  });

  test('that is done, but left the application held', async () => {
    const failure = new HoldfastError(
      'command-failed',
      'Cannot run the after command "docker start wiki" on ssh://root@wiki.example: exit status 1, expected 0. The application may still be held: see to it first.',
    );
    const what = { snapshot: 'latest', way, repository: '/mnt/backup' };
    const summary = failedRestoreSummary(new RestoreAfterFailure(failure, result), what);
    await expect(summary).toMatchFileSnapshot('golden/restore-after-failed.md');
  });

  test('that was only planned names no undo folder, though its after commands failed', () => {
    const failure = new HoldfastError('command-failed', 'Cannot run the after command "false".');
    const dry = new RestoreAfterFailure(failure, { ...result, dryRun: true, undoFolders: [] });
    const what = { snapshot: 'latest', way, repository: '/mnt/backup' };
    const summary = failedRestoreSummary(dry, what);
    expect(summary).toContain('Nothing was restored: it was a dry run.');
    expect(summary).not.toContain('--undo');
  });

  test('that was undone', async () => {
    const undone = {
      snapshotId: result.snapshotId,
      names: 5,
      keptIn: ['/srv/.holdfast-restore-x'],
      dryRun: false,
    };
    await expect(undoSummary(undone, way.on)).toMatchFileSnapshot('golden/restore-undone.md');
  });

  test('that could not be undone', async () => {
    const error = new HoldfastError(
      'restore-blocked',
      'Cannot undo a restore at "/srv/wiki" on "wiki.example": there is no undo folder in it. Name the undo folder that the restore reported (".holdfast-undo-…").',
    );
    const summary = failedUndoSummary(error, way.on);
    await expect(summary).toMatchFileSnapshot('golden/restore-undo-failed.md');
  });

  test('that did not become an archive speaks of no host', () => {
    const error = new HoldfastError('bad-input', 'Cannot make the file "a.tar": it is there already.');
    const summary = failedTarSummary(error, { snapshot: 'latest', repository: '/mnt/backup' });
    expect(summary).toMatch(/^### ❌ Writing `latest` as a tar archive failed\n/);
    expect(summary).not.toContain('What was sent');
  });

  test('that became an archive', async () => {
    const summary = tarSummary({ snapshotId: result.snapshotId, files: 12, bytes: 4096, file: 'wiki.tar' });
    await expect(summary).toMatchFileSnapshot('golden/restore-tar.md');
  });
});
