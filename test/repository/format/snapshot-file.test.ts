import { describe, expect, test } from 'vitest';
import type { SnapshotId } from '../../../src/repository/format/ids.ts';
import type { Snapshot } from '../../../src/repository/format/snapshot.ts';
import { decodeSnapshot, encodeSnapshot } from '../../../src/repository/format/snapshot-file.ts';
import { EMPTY_TREE, HELLO } from './nodes.ts';

const PARENT = HELLO as string as SnapshotId;

const snapshot: Snapshot = {
  timeNs: 1_795_254_474_627_524_309n,
  parent: PARENT,
  tree: EMPTY_TREE,
  paths: ['/srv/looker', '/grün & <blau>'],
  hostname: 'db',
  username: 'root',
  uid: 1000,
  gid: 100,
  excludes: ['*.tmp'],
  tags: ['nightly', 'looker'],
  original: PARENT,
  programVersion: 'restic 0.19.1',
  summary: {
    backupStartNs: 1_795_254_474_000_000_000n,
    backupEndNs: 1_795_254_475_500_000_000n,
    filesNew: 1,
    filesChanged: 2,
    filesUnmodified: 3,
    dirsNew: 4,
    dirsChanged: 5,
    dirsUnmodified: 6,
    dataBlobs: 7,
    treeBlobs: 8,
    dataAdded: 9_000_000_000,
    dataAddedPacked: 10,
    totalFilesProcessed: 11,
    totalBytesProcessed: 12,
  },
};

const JSON_TEXT =
  `{"time":"2026-11-21T09:47:54.627524309Z","parent":"${PARENT}","tree":"${EMPTY_TREE}",` +
  '"paths":["/srv/looker","/grün \\u0026 \\u003cblau\\u003e"],"hostname":"db","username":"root","uid":1000,"gid":100,' +
  `"excludes":["*.tmp"],"tags":["nightly","looker"],"original":"${PARENT}","program_version":"restic 0.19.1",` +
  '"summary":{"backup_start":"2026-11-21T09:47:54Z","backup_end":"2026-11-21T09:47:55.5Z","files_new":1,' +
  '"files_changed":2,"files_unmodified":3,"dirs_new":4,"dirs_changed":5,"dirs_unmodified":6,"data_blobs":7,' +
  '"tree_blobs":8,"data_added":9000000000,"data_added_packed":10,"total_files_processed":11,' +
  '"total_bytes_processed":12}}';

const smallest: Snapshot = {
  timeNs: 0n,
  parent: null,
  tree: EMPTY_TREE,
  paths: ['/'],
  hostname: '',
  username: '',
  uid: 0,
  gid: 0,
  excludes: [],
  tags: [],
  original: null,
  programVersion: '',
  summary: null,
};

describe('a snapshot', () => {
  test('is written and read as restic does it', () => {
    expect(encodeSnapshot(snapshot).toString()).toBe(JSON_TEXT);
    expect(decodeSnapshot(Buffer.from(JSON_TEXT))).toEqual(snapshot);
  });

  test('leaves out what is empty', () => {
    const json = encodeSnapshot(smallest);
    expect(json.toString()).toBe(`{"time":"1970-01-01T00:00:00Z","tree":"${EMPTY_TREE}","paths":["/"]}`);
    expect(decodeSnapshot(json)).toEqual(smallest);
  });

  test.each([
    ['2026-11-21T10:47:54.5+05:30', 19_800],
    ['2026-11-21T23:47:54-03:30', -12_600],
    ['1969-12-31T23:59:59.9+14:00', 50_400],
  ])('keeps the zone of its time: %s', (time, zoneSeconds) => {
    const json = `{"time":"${time}","tree":"${EMPTY_TREE}","paths":["/"]}`;
    const decoded = decodeSnapshot(Buffer.from(json));
    expect(decoded).toMatchObject({ zoneSeconds, timeNs: BigInt(Date.parse(time)) * 1_000_000n });
    expect(encodeSnapshot(decoded).toString()).toBe(json);
  });

  test('needs nothing but its tree, and what we do not know is no fault', () => {
    const json = `{"tree":"${EMPTY_TREE}","paths":null,"label":{"from":["another","writer"]}}`;
    expect(decodeSnapshot(Buffer.from(json))).toMatchObject({ tree: EMPTY_TREE, paths: [], summary: null });
  });

  test.each([
    ['no tree', JSON_TEXT.replace('"tree"', '"three"')],
    ['a tree that is no ID', JSON_TEXT.replace(EMPTY_TREE, '../../config')],
    ['a parent that is no ID', JSON_TEXT.replace(PARENT, '')],
    [
      'paths that are no list',
      JSON_TEXT.replace('["/srv/looker"', '{"a":["/srv/looker"').replace('"],"host', '"]},"host'),
    ],
    ['a tag that is no text', JSON_TEXT.replace('"nightly"', '{}')],
    ['a negative count', JSON_TEXT.replace('"files_new":1', '"files_new":-1')],
    ['a summary that is a list', JSON_TEXT.replace(/"summary":.*/, '"summary":[1]}')],
    ['a time that is a number', JSON_TEXT.replace(/"time":"[^"]*"/, '"time":5')],
    ['a uid past 32 bits', JSON_TEXT.replace('"uid":1000', '"uid":4294967296')],
    ['a cut-off end', JSON_TEXT.slice(0, -1)],
  ])('with %s is damage', (_, json) => {
    expect(() => decodeSnapshot(Buffer.from(json), 'snapshot 0123')).toThrow(
      expect.objectContaining({
        code: 'repository-damaged',
        message: expect.stringMatching(/snapshot 0123/),
      }),
    );
  });
});
