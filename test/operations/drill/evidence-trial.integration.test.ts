import { mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openArchiveStore } from '../../../src/archive/open-store.ts';
import { requireEvidencePlace } from '../../../src/operations/drill/evidence-trial.ts';
import { Bucket } from '../../services/bucket.ts';
import { makeUser, type UserEnv } from '../../services/minio-users.ts';
import { type S3Server, startS3Server } from '../../services/s3-server.ts';
import { smallDisk } from '../../services/small-disk.ts';

const signal = new AbortController().signal;

/** What is told; null: nothing stands in the way. */
const tried = (location: string | null, repository = '/nowhere') =>
  requireEvidencePlace({ location, repository, open: openArchiveStore }, signal).then(
    () => null,
    (error: Error & { code: string }) => `${error.code}: ${error.message}`,
  );

describe('a folder', () => {
  let folder: string;
  const at = (name: string) => join(folder, name);
  const everything = async () => (await readdir(folder, { recursive: true })).sort();

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'holdfast-evidence-trial-'));
    await writeFile(at('file'), '');
    return () => rm(folder, { recursive: true });
  });

  test('that is there, or could be made, is left as it was', async () => {
    expect(await tried(folder)).toBeNull();
    expect(await tried(`local:${at('one/in/another')}`)).toBeNull();
    expect(await tried(null, at('repository'))).toBeNull();
    expect(await everything()).toEqual(['file']);
  });

  test('that takes nothing is told with what it says and what may be done', async () => {
    await symlink('absent', at('link'));
    const told = (place: string, says: string) =>
      expect.stringMatching(
        new RegExp(
          `^backend-failed: Cannot begin the drill: its evidence can't be kept in "${place}": ${says}, expected a folder .*` +
            'another place \\(`evidence`\\)',
        ),
      );
    for (const place of [at('file'), at('file/below')])
      expect(await tried(place)).toEqual(told(place, 'not a directory \\(ENOTDIR\\)'));
    for (const place of [at('link'), '/proc/absent/evidence'])
      expect(await tried(place)).toEqual(told(place, 'no such file or directory \\(ENOENT\\)'));
    expect(await tried(null, at('file/repository'))).toEqual(
      told(at('file/repository-holdfast-evidence'), 'not a directory \\(ENOTDIR\\)'),
    );
    expect(await everything()).toEqual(['file', 'link']);
  });

  test('that is full or may not be written is told, and left as it was', async () => {
    {
      await using _ = await smallDisk(at('full'), 'size=64k');
      await writeFile(at('full/filling'), Buffer.alloc(50_000));
      expect(await tried(at('full'))).toMatch(/^no-space: .*\(ENOSPC\)/);
      expect(await tried(at('full/below'))).toMatch(/^no-space: .*\(ENOSPC\)/);
      expect(await readdir(at('full'))).toEqual(['filling']);
    }
    await using _ = await smallDisk(at('fixed'), 'ro');
    for (const place of [at('fixed'), at('fixed/below')])
      expect(await tried(place)).toMatch(/^no-permission: .*\(EROFS\)/);
  });
});

describe('a bucket', () => {
  let server: S3Server;
  let bucket: string;
  const url = (name: string) => `s3:http://127.0.0.1:${server.port}/${name}/evidence`;

  beforeAll(async () => {
    server = await startS3Server('minio');
    bucket = await server.makeBucket();
    return () => server.stop();
  });
  afterAll(() => {
    vi.unstubAllEnvs();
  });

  function become(user: UserEnv): void {
    for (const [variable, value] of Object.entries(user)) vi.stubEnv(variable, value);
  }

  test('that isn’t there is told; in one that is, nothing is written', async () => {
    become(server.env);
    expect(await tried(url('absent'))).toMatch(
      /^backend-failed: Cannot begin the drill: .*"s3:.*absent.*there is no bucket "absent" .*another place/,
    );
    expect(await tried(url(bucket))).toBeNull();
    using owner = new Bucket(server, bucket);
    expect(await owner.versions('')).toEqual([]);
  });

  test('is taken from who may only create in it', async () => {
    const Statement = [
      { Effect: 'Allow', Action: 's3:PutObject', Resource: `arn:aws:s3:::${bucket}/evidence/*` },
    ];
    become(await makeUser(server, { Version: '2012-10-17', Statement }));
    expect(await tried(url(bucket))).toBeNull();
  });
});

test('a place of no kind that is known is told', async () => {
  expect(await tried('ftp://backup/x')).toMatch(/^bad-input: Cannot begin the drill: .*no such kind/);
});
