import { describe, expect, test } from 'vitest';
import { listVersions, type VersionedBucket } from '../../src/backends/s3-versions.ts';

const [A, B] = ['a'.repeat(64), 'b'.repeat(64)] as const;

interface Page {
  readonly Versions?: readonly object[];
  readonly DeleteMarkers?: readonly object[];
  readonly IsTruncated?: boolean | undefined;
  readonly NextKeyMarker?: string;
  readonly NextVersionIdMarker?: string;
}

/** A bucket whose storage gives these pages; `asked` are the questions. */
function bucketOf(pages: readonly Page[]) {
  const asked: Record<string, unknown>[] = [];
  const client = { send: async () => ({ IsTruncated: false, ...pages[asked.length - 1] }) };
  const bucket = {
    connection: {
      place: { bucket: 'bucket' },
      request: (_what: string, _signal: unknown, work: (client: unknown, watch: object) => unknown) =>
        work(client, {}),
    },
    sdk: {
      ListObjectVersionsCommand: class {
        constructor(input: Record<string, unknown>) {
          asked.push(input);
        }
      },
    },
    reader: { location: 's3:here', keyOf: (path: readonly string[]) => ['p', ...path].join('/') },
  };
  return { asked, bucket: bucket as unknown as VersionedBucket };
}

const snapshot = (name: string, VersionId: string, second: number, IsLatest = false) => ({
  Key: `p/snapshots/${name}`,
  VersionId,
  LastModified: new Date(second * 1000),
  IsLatest,
  Size: 1,
});

async function listed(pages: readonly Page[]) {
  const { bucket, asked } = bucketOf(pages);
  const files = await Array.fromAsync(listVersions(bucket, 'snapshot'));
  const versions = files.map(({ name, versions }) => [name, versions.map(({ versionId }) => versionId)]);
  return { versions, asked };
}

describe('listVersions', () => {
  test('puts together what pages and the two lists tear apart, the newest first', async () => {
    const { versions, asked } = await listed([
      {
        Versions: [snapshot(A, 'a2', 20)],
        DeleteMarkers: [snapshot(A, 'a3', 30, true)],
        IsTruncated: true,
        NextKeyMarker: `p/snapshots/${A}`,
        NextVersionIdMarker: 'a2',
      },
      { Versions: [snapshot(A, 'a1', 10), snapshot(B, 'b1', 5, true)] },
    ]);
    expect(versions).toEqual([
      [A, ['a3', 'a2', 'a1']],
      [B, ['b1']],
    ]);
    expect(asked).toEqual([
      { Bucket: 'bucket', Prefix: 'p/snapshots/' },
      expect.objectContaining({ KeyMarker: `p/snapshots/${A}`, VersionIdMarker: 'a2' }),
    ]);
  });

  test('of one second: the current one is the newest, then versions before markers', async () => {
    const { versions } = await listed([
      {
        Versions: [snapshot(A, 'version', 7)],
        DeleteMarkers: [snapshot(A, 'marker', 7), snapshot(A, 'current', 7, true)],
      },
    ]);
    expect(versions).toEqual([[A, ['current', 'version', 'marker']]]);
  });

  test('leaves out what is no file of a repository', async () => {
    const others = ['p/snapshots/notes', `p/snapshots/below/${A}`, `p/snapshots/${A}-tmp`];
    const Versions = others.map((Key) => ({ ...snapshot(A, 'x', 1), Key }));
    expect((await listed([{ Versions }])).versions).toEqual([]);
  });

  test('a storage that goes round in a circle is told, instead of asked for ever', async () => {
    const page = { IsTruncated: true, NextKeyMarker: 'k', NextVersionIdMarker: 'v' };
    await expect(listed([page, page, page])).rejects.toThrow('not the way to the next');
    await expect(listed([{ IsTruncated: true }])).rejects.toThrow('not the way to the next');
  });

  test('a page that says nothing of the next is none of S3’s, and no empty list', async () => {
    await expect(listed([{ IsTruncated: undefined }])).rejects.toThrow('Something else may answer');
  });

  test('of a file with versions without end some thousand are kept, the newest and the oldest', async () => {
    const many = Array.from({ length: 25_000 }, (_, i) => snapshot(A, `v${i}`, 100_000 - i, i === 0));
    const { versions } = await listed([{ Versions: many }]);
    const [[, ids = []] = []] = versions as [string, string[]][];
    expect(ids).toHaveLength(10_000);
    expect([ids[0], ids.at(-1)]).toEqual(['v0', 'v24999']);
  });
});
