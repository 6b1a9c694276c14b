import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bucket, parseBucket } from '../../../src/buckets/bucket.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { restoreBucket } from '../../../src/operations/restore-bucket.ts';
import { resolveSnapshot } from '../../../src/repository/find-snapshot.ts';
import { ApplicationBucket } from '../../buckets/client.ts';
import { MemoryBucket } from '../../buckets/store.ts';
import { holdfast } from '../../cli/terminal.ts';
import { makeUser } from '../../services/minio-users.ts';
import { restic } from '../../services/restic.ts';
import { type S3Proxy, startS3Proxy } from '../../services/s3-proxy.ts';
import { S3_MAKES, type S3Server, startS3Server } from '../../services/s3-server.ts';
import { BackupFixture, PASSWORD } from './fixture.ts';

let fixture: BackupFixture;
beforeEach(async () => {
  fixture = await BackupFixture.create();
});
afterEach(() => fixture.remove());

const putBack = (into: Bucket, { replace = false, name = null as string | null } = {}) =>
  fixture.withRepository(async (repository) => {
    const snapshot = await resolveSnapshot(repository, 'latest');
    const quiet = { onProgress() {}, onInfo() {}, onWarning() {} };
    const options = {
      snapshot,
      name,
      into: () => into,
      replace,
      dryRun: false,
      noLock: true,
      retryLockMs: 0,
    };
    return restoreBucket(repository, options, quiet, new AbortController().signal);
  });

describe.each(S3_MAKES)('a bucket of %s', (make) => {
  let server: S3Server;
  let source: ApplicationBucket;
  beforeAll(async () => {
    server = await startS3Server(make);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    source = new ApplicationBucket(server, await server.makeBucket());
  });
  afterEach(() => source.close());

  test('is saved object by object, then only what is new or changed, and comes back whole in another', async () => {
    const large = randomBytes(17 * 1024 * 1024 + 5);
    await source.put('kestra/main/team/executions/4Xk/rows.ion', large, { Metadata: { origin: 'etl' } });
    await source.put('kestra/main/flow a+b%20é.yml', 'id: a', { ContentType: 'text/yaml' });
    for (const name of ['a-b/c', 'a.txt', 'a/b', 'a/c/d', 'ab', 'empty', 'z/folder/'])
      await source.put(`kestra/${name}`, name === 'empty' ? '' : name.endsWith('/') ? '' : name);
    await source.put('kestra2/not-ours', 'x');
    const from = source.bucket('kestra');
    const first = await fixture.backup({ paths: [], buckets: [from] });
    expect(first).toMatchObject({ complete: true, problems: [] });
    expect(first.buckets).toEqual([
      {
        name: `${source.name}_kestra`,
        location: source.url('kestra'),
        objects: 9,
        size_bytes: large.length + 25,
        renamed: 2,
      },
    ]);
    expect(first.summary).toMatchObject({ filesNew: 9, totalFilesProcessed: 9 });

    // What is as it was isn't asked for.
    await source.put('kestra/a/b', 'B');
    await source.put('kestra/new', 'new');
    await source.remove('kestra/ab');
    const second = await fixture.backup({ paths: [], buckets: [from] });
    expect(second.bytesRead).toBe(4);
    expect(second.summary).toMatchObject({ filesNew: 1, filesChanged: 1, filesUnmodified: 7 });
    const third = await fixture.backup({ paths: [], buckets: [from] });
    expect(third).toMatchObject({
      bytesRead: 0,
      summary: { filesNew: 0, filesChanged: 0, filesUnmodified: 9 },
    });

    const was = await source.contents('kestra/');
    const there = new ApplicationBucket(server, await server.makeBucket());
    try {
      await there.put('copy/another', 'stays');
      const { written } = await putBack(there.bucket('copy'));
      expect(written).toMatchObject({ objects: 9, unchanged: 0, replaced: 0, others: 1 });
      expect(await there.contents('copy/')).toEqual({
        ...was,
        another: 'stays | application/octet-stream | {}',
      });
      expect((await putBack(there.bucket('copy'))).written).toMatchObject({ unchanged: 9 });
    } finally {
      there.close();
    }
    // Stock restic has them as files, and finds nothing to mend.
    const listed = await restic(fixture.restic, ['ls', 'latest', '--json']);
    expect(listed).toContain(`/.holdfast/files/buckets/${source.name}_kestra/main/flow a+b%2520é.yml`);
    expect(
      await restic(fixture.restic, ['dump', 'latest', `/.holdfast/files/buckets/${source.name}_kestra/a/b`]),
    ).toBe('B');
    await restic(fixture.restic, ['check', '--read-data']);
  });

  test('comes back with names in other alphabets in what its objects are kept with', async () => {
    const utf8 = Buffer.from('attachment; filename="Übersicht €.pdf"').toString('latin1');
    await source.putWith('small', 'small', 'content-disposition', utf8);
    await source.putWith('large', randomBytes(17 * 1024 * 1024), 'content-disposition', utf8);
    const kept = await Promise.all(['small', 'large'].map((key) => source.disposition(key)));
    expect(kept).toEqual([utf8, utf8]);
    await fixture.backup({ paths: [], buckets: [source.bucket()] });
    const there = new ApplicationBucket(server, await server.makeBucket());
    try {
      expect((await putBack(there.bucket())).written).toMatchObject({ objects: 2 });
      expect(await Promise.all(['small', 'large'].map((key) => there.disposition(key)))).toEqual(kept);
      expect((await putBack(there.bucket())).written).toMatchObject({ unchanged: 2 });
    } finally {
      there.close();
    }
  });
});

test('an object that may not be read is told, be it empty or not, and the others are saved', async () => {
  const server = await startS3Server('minio');
  try {
    const source = new ApplicationBucket(server, await server.makeBucket());
    for (const key of ['open', 'open-empty', 'secret', 'secret-empty'])
      await source.put(key, key.endsWith('empty') ? '' : key);
    source.close();
    const reader = await makeUser(server, {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Action: ['s3:ListBucket', 's3:GetObject'], Resource: 'arn:aws:s3:::*' },
        { Effect: 'Deny', Action: 's3:GetObject', Resource: `arn:aws:s3:::${source.name}/secret*` },
      ],
    });
    const env = {
      HOLDFAST_BUCKET_ACCESS_KEY_ID: reader['AWS_ACCESS_KEY_ID'],
      HOLDFAST_BUCKET_SECRET_ACCESS_KEY: reader['AWS_SECRET_ACCESS_KEY'],
    };
    const bucket = parseBucket(source.url(), 'the bucket', env);
    const { complete, problems, buckets } = await fixture.backup({ paths: [], buckets: [bucket] });
    expect([complete, buckets[0]?.objects]).toEqual([false, 2]);
    expect(problems.map(({ kind, path }) => `${kind} ${path.split('/').at(-1)}`).sort()).toEqual([
      'unreadable secret',
      'unreadable secret-empty',
    ]);
  } finally {
    await server.stop();
  }
});

describe('behind a proxy', () => {
  let server: S3Server;
  let proxy: S3Proxy;
  let source: ApplicationBucket;
  let bucket: Bucket;
  beforeEach(async () => {
    server = await startS3Server('versitygw');
    proxy = await startS3Proxy(server.port);
    source = new ApplicationBucket(server, await server.makeBucket());
    const url = source.url().replace(`:${server.port}/`, `:${proxy.port}/`);
    bucket = parseBucket(url, 'the bucket', source.env);
  });
  afterEach(async () => {
    source.close();
    await proxy.stop();
    await server.stop();
  });

  test.each([
    ['InvalidRequest', 400],
    ['KMS.DisabledException', 400],
    ['InvalidObjectState', 403],
  ])(
    'one object that is refused as %s (a key that only its application has, one that is gone, an archive) ends no backup',
    async (code, status) => {
      await source.put('sealed', 'sealed');
      await source.put('sealed-empty', '');
      await source.put('open', 'open');
      proxy.fault = ({ path }) => (path.includes('/sealed') ? { kind: 'answer', status, code } : null);
      const { complete, problems, buckets } = await fixture.backup({ paths: [], buckets: [bucket] });
      expect([complete, buckets[0]?.objects]).toEqual([false, 1]);
      expect(problems.map(({ kind, message }) => [kind, message.includes(code)])).toEqual([
        ['unreadable', true],
        ['unreadable', true],
      ]);
    },
  );

  test('another object than the one that was asked for is not half of it, whatever the storage makes of conditions', async () => {
    const large = randomBytes(9 * 1024 * 1024);
    await source.put('large', large);
    // Of its second part: as a storage answers that heeds no If-Match.
    const [first, end] = [4 * 1024 * 1024, 8 * 1024 * 1024];
    const headers = { etag: '"other"', 'content-range': `bytes ${first}-${end - 1}/${large.length}` };
    let parts = 0;
    proxy.fault = ({ method, path }) =>
      method === 'GET' && path.endsWith('/large') && ++parts === 2
        ? { kind: 'page', status: 206, body: 'o'.repeat(end - first), headers }
        : null;
    const { problems } = await fixture.backup({ paths: [], buckets: [bucket], onChanged: 'warn' });
    expect(problems.map(({ kind }) => kind)).toEqual(['changed']);
    proxy.fault = () => null;
    const there = new ApplicationBucket(server, await server.makeBucket());
    await putBack(there.bucket());
    expect(await there.contents()).toEqual(await source.contents());
    there.close();
  });

  test('a page of somebody else’s is no object', async () => {
    await source.put('one', 'one');
    proxy.fault = ({ path }) => (path.endsWith('/one') ? { kind: 'page', status: 200, body: 'two' } : null);
    await expect(fixture.backup({ paths: [], buckets: [bucket] })).rejects.toThrow('no tag (ETag) with it');
  });
});

test('an object that is another than was saved is never lost: refused, or replaced where versions are kept', async () => {
  const server = await startS3Server('minio');
  const bucket = new ApplicationBucket(server, await server.makeBucket());
  try {
    await bucket.put('a', 'as it was');
    await bucket.put('b', 'same');
    await fixture.backup({ paths: [], buckets: [bucket.bucket()] });
    await bucket.put('a', 'as it is!');
    await expect(putBack(bucket.bucket())).rejects.toMatchObject({
      code: 'restore-blocked',
      message: expect.stringContaining('Cannot write the object "a"'),
    });
    await expect(putBack(bucket.bucket(), { replace: true })).rejects.toThrow('the bucket keeps no versions');
    expect((await bucket.contents())['a']).toContain('as it is!');
    await bucket.keepVersions();
    expect((await putBack(bucket.bucket(), { replace: true })).written).toMatchObject({
      unchanged: 1,
      replaced: 1,
    });
    expect((await bucket.contents())['a']).toContain('as it was');
    await expect(putBack(bucket.bucket(), { name: 'other' })).rejects.toThrow(
      `expected one of ${bucket.name}`,
    );
    // The same by the command line.
    const env = { ...bucket.env, RESTIC_REPOSITORY: fixture.repositoryPath, RESTIC_PASSWORD: PASSWORD };
    const cli = (...args: string[]) => holdfast([...args, '--json'], { env });
    const saved = await cli('backup', '--bucket', bucket.url(), '--of', 'cli');
    expect(saved.json.at(-1)).toMatchObject({ buckets: [{ objects: 2, renamed: 0 }], files_new: 2 });
    await bucket.put('a', 'as it was', { ContentType: 'text/html', Metadata: { origin: 'x' } });
    const unlike = await cli('restore', 'latest', '--of', 'cli', '--bucket');
    expect(unlike.stderr).toContain(
      'one of the same bytes with another content-type, x-amz-meta-origin is there',
    );
    await bucket.put('a', 'as it was');
    await bucket.remove('b');
    const back = await cli('restore', 'latest', '--of', 'cli', '--bucket');
    expect(back.json.at(-1)).toMatchObject({ bucket: bucket.name, objects_unchanged: 1, total_objects: 2 });
    expect(Object.keys(await bucket.contents())).toEqual(['a', 'b']);
    const [evidence] = (await cli('evidence', 'list')).json;
    expect(evidence).toMatchObject(['failed', 'restored'].map((result) => ({ kind: 'restore', result })));
    const shown = await cli('evidence', 'show', 'latest');
    expect(shown.json[0]).toMatchObject({ predicate: { what: 'bucket', verified: true } });
    const dry = await cli('restore', 'latest', '--bucket', '--into', bucket.url('other'), '--dry-run');
    expect(dry.json.at(-1)).toMatchObject({ dry_run: true, into: bucket.url('other') });
    const mistakes: [string[], string][] = [
      [['restore', 'latest', '--bucket', '--target', '/x'], 'Cannot use both --bucket and --target'],
      [
        ['restore', 'latest', '--target', '/x', '--replace-objects'],
        'Cannot use --replace-objects without --bucket',
      ],
      [
        ['restore', 'latest', '--target', '/x', '--into', 's3:https://h/bucket'],
        'Cannot use --into without --database',
      ],
      [['backup', '--bucket', '/srv'], 'expected s3:https://HOST/BUCKET/PREFIX'],
      [
        ['backup', '--bucket', bucket.url(), '--archive-to', '/x', '--unencrypted'],
        'Cannot use both --archive-to and --bucket',
      ],
    ];
    for (const [args, expected] of mistakes)
      expect((await holdfast(args, { env })).stderr).toContain(expected);
    // A credential that isn't right is told as such.
    const { parseBucket } = await import('../../../src/buckets/bucket.ts');
    const stranger = parseBucket(bucket.url(), 'x', {
      ...bucket.env,
      HOLDFAST_BUCKET_SECRET_ACCESS_KEY: 'wrong',
    });
    await expect(fixture.backup({ paths: [], buckets: [stranger] })).rejects.toMatchObject({
      code: 'no-permission',
    });
    expect(() => parseBucket(bucket.url(), 'x', { HOLDFAST_BUCKET_ACCESS_KEY_ID: 'half' })).toThrow(
      'only a part of a key',
    );
  } finally {
    bucket.close();
    await server.stop();
  }
});

const ODD = [
  'a',
  'a/b',
  'a/b/c',
  '../up',
  './x',
  '/lead',
  'x//y',
  'tail/',
  '100%',
  '%2E',
  'n'.repeat(700),
  ...['', '..', 'aa', 'b', 'cc', '%', 'é'].map((end) => 'x'.repeat(254) + end),
  'é\n\u202e',
  '',
];

test('names that are no paths are saved all the same, restored by restic as files, and come back as they were', async () => {
  const bucket = new MemoryBucket();
  for (const key of ODD) bucket.put1(key, `of ${key}`);
  bucket.metadata.set('a', { owner: 'ada' });
  const { buckets, problems } = await fixture.backup({ paths: [], buckets: [bucket] });
  expect([problems, buckets[0]?.objects, buckets[0]?.renamed]).toEqual([[], ODD.length, 18]);
  const again = await fixture.backup({ paths: [], buckets: [bucket] });
  expect(again).toMatchObject({ bytesRead: 0, summary: { filesUnmodified: ODD.length } });
  const other = new MemoryBucket();
  expect((await putBack(other)).written?.objects).toBe(ODD.length);
  expect(new Map([...other.objects].sort())).toEqual(new Map([...bucket.objects].sort()));
  expect(other.metadata.get('a')).toEqual({ owner: 'ada' });
  await restic(fixture.restic, ['restore', 'latest', '--target', `${fixture.folder}/files`]);
  expect(
    (await fixture.sh('cd files/.holdfast/files/buckets/memory && find . -type f -printf x | wc -c')).trim(),
  ).toBe(String(ODD.length));
  expect(await fixture.sh('cat "files/.holdfast/files/buckets/memory/%2E%2E/up"')).toBe('of ../up');
});

test('what becomes of objects while they are read: anew, removed, refused, without a tag, and none of UTF-8', async () => {
  const bucket = new MemoryBucket();
  const large = randomBytes(9 * 1024 * 1024);
  for (const key of ['anew', 'gone', 'restless', 'secret', '\ufffd']) bucket.put1(key, key);
  bucket.put1('large', large);
  bucket.refused.add('secret');
  bucket.beforeRead = (key, nth) => {
    if (key === 'anew' && nth === 0) bucket.put1(key, 'written anew');
    if (key === 'gone') bucket.objects.delete(key);
    if (key === 'restless') bucket.put1(key, `again ${nth}`);
    if (key === 'large' && nth === 1) bucket.put1(key, Buffer.concat([large, Buffer.from('!')]));
  };
  const { complete, problems, buckets } = await fixture.backup({
    paths: [],
    buckets: [bucket],
    onChanged: 'warn',
  });
  expect(complete).toBe(false);
  expect(problems.map(({ kind, path }) => `${kind} ${path.split('/').at(-1)}`).sort()).toEqual([
    'changed anew',
    'changed large',
    'changed restless',
    'changed restless',
    'unreadable secret',
    'unsupported %ff',
    'vanished gone',
  ]);
  expect(buckets[0]?.objects).toBe(3);
  const base = '/.holdfast/files/buckets/memory';
  expect(await restic(fixture.restic, ['dump', 'latest', `${base}/anew`])).toBe('written anew');
  const [line = ''] = (await restic(fixture.restic, ['ls', 'latest', '--json']))
    .split('\n')
    .filter((one) => one.includes(`${base}/large`));
  expect(JSON.parse(line).size).toBe(large.length + 1);

  bucket.beforeRead = () => {};
  bucket.objects.delete('secret');
  bucket.objects.delete('\ufffd');
  bucket.tags = false;
  bucket.reads.length = 0;
  for (let i = 0; i < 2; i++) await fixture.backup({ paths: [], buckets: [bucket] });
  expect(bucket.reads.filter((key) => key === 'anew')).toHaveLength(2);
});

test('while the application stands only what changed since the first pass is read', async () => {
  const bucket = new MemoryBucket();
  for (let i = 0; i < 20; i++) bucket.put1(`o${i}`, `object ${i}`);
  const quiesce = {
    ...{ stop: ['touch stopped'], start: ['rm stopped'], status: null, leaseMs: 20_000, longestMs: 60_000 },
    ...{ holder: 'a test', folder: fixture.path('leases'), connect: async () => localHost() },
  };
  const read: string[] = [];
  bucket.beforeRead = (key) => {
    if (existsSync(`${fixture.folder}/stopped`)) read.push(key);
  };
  quiesce.stop = [`touch ${fixture.folder}/stopped`];
  quiesce.start = [`rm ${fixture.folder}/stopped`];
  const done = fixture.backup({ paths: [], buckets: [bucket], before: [], quiesce });
  while (!bucket.reads.includes('o19')) await new Promise((resolve) => setTimeout(resolve, 5));
  bucket.put1('o3', 'changed meanwhile');
  const { complete, summary } = await done;
  expect(complete).toBe(true);
  expect(read).toEqual(['o3']);
  expect(summary).toMatchObject({ filesNew: 20, filesChanged: 0, filesUnmodified: 0 });
  expect(await restic(fixture.restic, ['dump', 'latest', '/.holdfast/files/buckets/memory/o3'])).toBe(
    'changed meanwhile',
  );
});

test('a bucket that was emptied is told; two of one name, and one that holds the repository itself, are refused', async () => {
  const bucket = new MemoryBucket();
  for (let i = 0; i < 120; i++) bucket.put1(`o${i}`, 'x');
  await fixture.backup({ paths: [], buckets: [bucket] });
  bucket.objects.clear();
  await fixture.backup({ paths: [], buckets: [bucket] });
  expect(fixture.warnings.join()).toContain('holds no object: see whether that is the right prefix');
  expect(fixture.warnings.join()).toContain('has shrunk since the last backup: 0 objects, 120 before');
  await expect(fixture.backup({ paths: [], buckets: [bucket, bucket] })).rejects.toThrow(
    'two buckets under the name "memory"',
  );
  const within = fixture.backup(
    { paths: [], buckets: [bucket] },
    {
      over: (backend) =>
        new Proxy(backend, {
          get: (of, key) =>
            key === 'location'
              ? 's3:https://memory/bucket/backups'
              : typeof Reflect.get(of, key) === 'function'
                ? Reflect.get(of, key).bind(of)
                : Reflect.get(of, key),
        }),
    },
  );
  await expect(within).rejects.toThrow('the repository itself lies in it');
});

test('a write whose answer was lost is found to be ours; what another wrote meanwhile stays', async () => {
  const bucket = new MemoryBucket();
  bucket.put1('a', 'ours');
  await fixture.backup({ paths: [], buckets: [bucket] });
  const lost = new MemoryBucket();
  lost.afterPut = () => 'changed';
  expect((await putBack(lost)).written).toMatchObject({ objects: 1 });
  const unlike = new MemoryBucket();
  unlike.afterPut = (key) => {
    unlike.metadata.set(key, { owner: 'eve' });
    return 'changed';
  };
  await expect(putBack(unlike)).rejects.toThrow('another came meanwhile');
  await expect(putBack(unlike)).rejects.toThrow(
    'one of the same bytes with another x-amz-meta-owner is there',
  );
  const taken = new MemoryBucket();
  taken.afterPut = (key) => {
    taken.put1(key, 'another’s');
    return 'changed';
  };
  await expect(putBack(taken)).rejects.toMatchObject({
    code: 'restore-blocked',
    message: expect.stringContaining('another came meanwhile'),
  });
  expect(taken.objects.get('a')?.toString()).toBe('another’s');
  const rotten = new MemoryBucket();
  rotten.tags = false;
  rotten.afterPut = (key) => {
    rotten.put1(key, 'OURS');
    return null;
  };
  await expect(putBack(rotten)).rejects.toMatchObject({ code: 'restore-mismatch' });
});
