import { describe, expect, test } from 'vitest';
import { annotationOf } from '../../src/actions/backup-problems.ts';
import { backupSummary, failedBackupSummary } from '../../src/actions/backup-summary.ts';
import { display, fromText } from '../../src/bytestring.ts';
import { HoldfastError } from '../../src/errors.ts';
import { MISSING_SOURCE } from '../../src/files/sources.ts';
import { AfterFailure } from '../../src/operations/backup/after-failure.ts';
import type { BackupResult } from '../../src/operations/backup/result.ts';
import type { SnapshotId } from '../../src/repository/format/ids.ts';

// The golden files are what a person sees: read them when they change. `vitest -u` writes them anew.

const complete: BackupResult = {
  snapshotId: '4bd21c8a'.repeat(8) as SnapshotId,
  parentId: 'a1b2c3d4'.repeat(8) as SnapshotId,
  unchanged: false,
  complete: true,
  problems: [],
  problemCounts: { missing: 0, unreadable: 0, changed: 0, vanished: 0, unsupported: 0 },
  summary: {
    backupStartNs: 0n,
    backupEndNs: 0n,
    filesNew: 12,
    filesChanged: 3,
    filesUnmodified: 58_985,
    dirsNew: 1,
    dirsChanged: 4,
    dirsUnmodified: 4000,
    dataBlobs: 20,
    treeBlobs: 5,
    dataAdded: 12_000_000,
    dataAddedPacked: 4_100_000,
    totalFilesProcessed: 59_000,
    totalBytesProcessed: 2_147_483_648,
  },
  bytesRead: 12_345_678,
  durationMs: 12_400,
  quiescedMs: 5_100,
  hostname: 'db-1.example',
  target: 'wiki',
  paths: ['/srv/wiki', '/etc'],
  tags: ['nightly', 'holdfast:target=wiki'],
  dumps: [],
  buckets: [],
};

/** One of two paths wasn't there. */
const withoutDisk: BackupResult = {
  ...complete,
  complete: false,
  tags: ['holdfast:target=wiki', 'incomplete'],
  problems: [{ kind: 'missing', path: '/etc', message: MISSING_SOURCE }],
  problemCounts: { missing: 1, unreadable: 0, changed: 0, vanished: 0, unsupported: 0 },
};

describe('the annotation of a backup', () => {
  test('is none without problems', () => {
    expect(annotationOf(complete)).toBeNull();
  });

  test('names the path that is missing, and says what to do', () => {
    expect(annotationOf(withoutDisk)).toEqual({
      severity: 'fail',
      title: 'Backup incomplete',
      message:
        'Snapshot 4bd21c8a is kept, but incomplete: "/etc" (missing: it isn\'t there). Mount the disk of a missing ' +
        'path, correct it, or take it out of `paths`. Then run it again.',
    });
  });

  test('names missing paths before anything else, however many problems there are', () => {
    const many: BackupResult = {
      ...withoutDisk,
      problems: [{ kind: 'changed', path: '/srv/wiki/log', message: 'it grew' }, ...withoutDisk.problems],
      problemCounts: { ...withoutDisk.problemCounts, changed: 70 },
    };
    const message = annotationOf(many)?.message;
    expect(message).toContain('incomplete: "/etc" (missing');
    expect(message).toContain('and 70 more (see the summary)');
  });

  test('of a dry run speaks of no snapshot', () => {
    const message = annotationOf({ ...withoutDisk, snapshotId: null })?.message;
    expect(message).toMatch(/^A backup would be incomplete: /);
    expect(message).not.toContain('undefined');
  });

  test('warns of what is uncertain in a complete snapshot', () => {
    const uncertain: BackupResult = {
      ...complete,
      problems: [{ kind: 'changed', path: '/srv/wiki/log', message: 'it grew' }],
      problemCounts: { ...complete.problemCounts, changed: 1 },
    };
    expect(annotationOf(uncertain)).toMatchObject({ severity: 'warn', title: 'Backup with problems' });
  });
});

describe('the job summary of a backup', () => {
  test('that succeeded', async () => {
    await expect(backupSummary(complete, '/mnt/backup')).toMatchFileSnapshot('golden/backup-success.md');
  });

  test('that found nothing new', async () => {
    const unchanged: BackupResult = { ...complete, snapshotId: null, unchanged: true, quiescedMs: null };
    await expect(backupSummary(unchanged, '/mnt/backup')).toMatchFileSnapshot('golden/backup-unchanged.md');
  });

  test('that lacks entries', async () => {
    const hostile = display(fromText('/srv/wiki/a\n::error::x|<b>`code`'));
    const partial: BackupResult = {
      ...complete,
      complete: false,
      quiescedMs: null,
      tags: ['incomplete'],
      problems: [
        { kind: 'unreadable', path: '/srv/wiki/private', message: 'Permission denied' },
        { kind: 'changed', path: hostile, message: 'it grew from 5 to 7 bytes' },
      ],
      problemCounts: { missing: 0, unreadable: 1, changed: 75, vanished: 0, unsupported: 0 },
    };
    await expect(backupSummary(partial, '/mnt/back up')).toMatchFileSnapshot('golden/backup-partial.md');
  });

  test('that lacks a path', async () => {
    await expect(backupSummary(withoutDisk, '/mnt/backup')).toMatchFileSnapshot(
      'golden/backup-missing-path.md',
    );
  });

  test('that counts as complete though files changed and vanished', async () => {
    const uncertain: BackupResult = {
      ...complete,
      quiescedMs: null,
      problems: [
        { kind: 'changed', path: '/srv/wiki/log', message: 'it grew from 5 to 7 bytes' },
        { kind: 'vanished', path: '/srv/wiki/tmp/1', message: 'it is gone' },
      ],
      problemCounts: { missing: 0, unreadable: 0, changed: 1, vanished: 1, unsupported: 0 },
    };
    await expect(backupSummary(uncertain, '/mnt/backup')).toMatchFileSnapshot('golden/backup-uncertain.md');
  });

  test('that only listed', async () => {
    const dry: BackupResult = { ...complete, snapshotId: null, quiescedMs: null, tags: [] };
    await expect(backupSummary(dry, '/mnt/backup')).toMatchFileSnapshot('golden/backup-dry-run.md');
  });

  test('that failed', async () => {
    const error = new HoldfastError(
      'locked',
      'Cannot lock repository "/mnt/backup": it is locked by PID 7 of root on "ci-3", exclusive, since 2026-11-21T10:47:54Z (3 min ago). Wait until it is done, or give --retry-lock.',
    );
    const what = {
      target: 'wiki',
      on: 'ssh://backup@db-1.example',
      repository: '/mnt/backup',
      checkpoint: null,
    };
    await expect(failedBackupSummary(error, what)).toMatchFileSnapshot('golden/backup-failed.md');
  });

  test('that found another host key gives a command for the host, where no repository is', () => {
    const what = {
      target: 'wiki',
      on: 'ssh://backup@db-1.example',
      repository: '/mnt/backup',
      checkpoint: null,
    };
    const summary = failedBackupSummary(new HoldfastError('host-key-mismatch', 'Cannot trust it.'), what);
    expect(summary).toContain('```sh\nssh-keygen -lf ');
  });

  test('that was cut off after hours names the checkpoint that it left', async () => {
    const error = new HoldfastError('cancelled', 'Cancelled by SIGINT.');
    const checkpoint = 'c0ffee12'.repeat(8) as SnapshotId;
    const what = { target: 'wiki', on: 'ssh://backup@db-1.example', repository: '/mnt/backup', checkpoint };
    await expect(failedBackupSummary(error, what)).toMatchFileSnapshot('golden/backup-cut-off.md');
  });

  test('that is saved, but left the application held', async () => {
    const failure = new HoldfastError(
      'command-failed',
      'Cannot run the after command "docker start wiki" on ssh://backup@db-1.example: exit status 1, expected 0. The application may still be held: see to it first.',
    );
    const what = {
      target: 'wiki',
      on: 'ssh://backup@db-1.example',
      repository: '/mnt/backup',
      checkpoint: null,
    };
    const summary = failedBackupSummary(new AfterFailure(failure, complete), what);
    await expect(summary).toMatchFileSnapshot('golden/backup-after-failed.md');
    const partial = failedBackupSummary(new AfterFailure(failure, withoutDisk), what);
    await expect(partial).toMatchFileSnapshot('golden/backup-after-failed-incomplete.md');
  });

  test('that was a dry run says so though its after commands failed, and names no snapshot', () => {
    const failure = new HoldfastError('command-failed', 'Cannot run the after command "false".');
    const dry = new AfterFailure(failure, { ...complete, snapshotId: null, quiescedMs: null });
    const summary = failedBackupSummary(dry, {
      target: 'wiki',
      on: 'local',
      repository: null,
      checkpoint: null,
    });
    expect(summary).toContain('Nothing was saved: it was a dry run.');
    expect(summary).not.toContain('undefined');
  });

  test('that failed by a fault of ours says so', async () => {
    const what = { target: 'wiki', on: 'local', repository: null, checkpoint: null };
    const summary = failedBackupSummary(new TypeError('x is not a function'), what);
    await expect(summary).toMatchFileSnapshot('golden/backup-fault.md');
  });
});

test('of a snapshot of dumps alone the command to look at it names what a restore else leaves out', () => {
  const dumps = { ...complete, paths: ['/.holdfast/wiki/dumps'] };
  expect(backupSummary(dumps, '/srv/backup')).toContain(
    '\nholdfast restore 4bd21c8a:/.holdfast --target /tmp/restored\n',
  );
  const both = { ...complete, paths: ['/.holdfast/wiki/dumps', '/srv/wiki'] };
  expect(backupSummary(both, '/srv/backup')).toContain(
    '\nholdfast restore 4bd21c8a --target /tmp/restored\n',
  );
});
