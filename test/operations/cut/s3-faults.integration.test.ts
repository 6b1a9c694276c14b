import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Backend } from '../../../src/backends/backend.ts';
import { withRetry } from '../../../src/backends/retry.ts';
import { openS3 } from '../../../src/backends/s3.ts';
import { openBucket } from '../../../src/backends/s3-bucket.ts';
import { openS3Objects } from '../../../src/backends/s3-objects.ts';
import { parseS3Url } from '../../../src/backends/s3-url.ts';
import { asHoldfastError } from '../../../src/errors.ts';
import { failureText } from '../../../src/failure-text.ts';
import { prune } from '../../../src/operations/prune.ts';
import { initRepository } from '../../../src/repository/init.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { listed } from '../../contract/backend.ts';
import { FAST_KEY } from '../../repository/fast-key.ts';
import { restic } from '../../services/restic.ts';
import { type S3Fault, type S3Proxy, type S3Request, startS3Proxy } from '../../services/s3-proxy.ts';
import { type S3Server, startS3Server } from '../../services/s3-server.ts';
import { BackupFixture, PASSWORD } from '../backup/fixture.ts';
import { DEFAULTS, SILENT } from '../prune/garbage.ts';

/** A run that fails may leave its lock. */
const CHECK = ['--no-lock', 'check', '--read-data'];

let server: S3Server;
let proxy: S3Proxy;
let fixture: BackupFixture;
let bucket: string;
/** How many there were before. */
let snapshots: number;

/** One repository for all: what a run that failed left there must not harm the next. */
beforeAll(async () => {
  server = await startS3Server('minio');
  bucket = await server.makeBucket();
  for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  fixture = await BackupFixture.create();
  await fixture.sh('cd source; mkdir a; for i in 1 2 3; do echo $i > a/$i; done');
  await (await initRepository(await open(server.port), PASSWORD, { key: FAST_KEY })).close();
  await backup(server.port);
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await fixture.remove();
  await server.stop();
});

beforeEach(async () => {
  proxy = await startS3Proxy(server.port);
  snapshots = await snapshotCount();
  await fixture.sh('cd source; head -c 300000 /dev/urandom > other; echo more >> a/2');
});

afterEach(() => proxy.stop());

function urlAt(port: number): string {
  return `s3:http://127.0.0.1:${port}/${bucket}/prefix`;
}

function open(port: number): Promise<Backend> {
  return openS3(parseS3Url(urlAt(port), urlAt(port)), { silenceMs: 500 });
}

/** Tries again soon, and gives up soon, but for that as the command line does. */
async function backup(port: number) {
  const backend = await open(port);
  const over = () => withRetry(backend, { firstDelayMs: 1, longestDelayMs: 20, giveUpAfterMs: 400 });
  return await fixture.backup({}, { over });
}

const direct = () => ({ repository: urlAt(server.port), password: PASSWORD, env: server.env });

async function countOf(kind: 'snapshot' | 'lock' | 'pack'): Promise<number> {
  const backend = await open(server.port);
  try {
    return (await listed(backend, kind)).size;
  } finally {
    await backend.close();
  }
}

const snapshotCount = () => countOf('snapshot');

const at =
  (kind: S3Fault, where: (request: S3Request) => boolean) =>
  (request: S3Request): S3Fault | null =>
    where(request) ? kind : null;

const answer = (status: number, code: string): S3Fault => ({ kind: 'answer', status, code });
const first = ({ times }: S3Request) => times === 1;
const firstGet = (request: S3Request) => first(request) && request.method === 'GET';
const firstPut = (request: S3Request) => first(request) && request.method === 'PUT';

test.each<[string, S3Fault, (request: S3Request) => boolean]>([
  ['500 InternalError', answer(500, 'InternalError'), first],
  ['503 SlowDown', answer(503, 'SlowDown'), first],
  ['a reset connection', { kind: 'reset' }, first],
  ['an answer that is lost though all was done', { kind: 'lose-answer' }, first],
  ['silence', { kind: 'stall' }, (request) => firstPut(request) && /data|index/.test(request.path)],
  [
    'an answer that stops halfway',
    { kind: 'stall-halfway' },
    (request) => firstGet(request) && /keys|config/.test(request.path),
  ],
  ['an answer that is cut off', { kind: 'truncate' }, firstGet],
  ['an altered upload', { kind: 'alter-upload' }, firstPut],
  [
    'an answer whose bytes are altered',
    { kind: 'alter-answer' },
    (request) => firstGet(request) && /\/(keys|index|snapshots|data)\/./.test(request.path),
  ],
])('a backup outlives %s at the first try of its requests', async (_, fault, where) => {
  proxy.fault = at(fault, where);
  expect((await backup(proxy.port)).complete).toBe(true);
  expect(proxy.faults).toBeGreaterThan(1);
  await restic(direct(), CHECK);
  expect(await snapshotCount()).toBe(snapshots + 1);
});

const skewed: S3Fault = {
  kind: 'answer',
  status: 403,
  code: 'RequestTimeTooSkewed',
  date: new Date(Date.now() - 61 * 60_000),
};
const put = (what: RegExp) => (request: S3Request) => request.method === 'PUT' && what.test(request.path);
const get = (what: RegExp) => (request: S3Request) => request.method === 'GET' && what.test(request.path);
const any = () => true;

test.each<[string, S3Fault, (request: S3Request) => boolean, string, boolean]>([
  ['503 SlowDown for good', answer(503, 'SlowDown'), put(/data/), 'SlowDown', false],
  ['500 at every index', answer(500, 'InternalError'), put(/index/), 'InternalError', false],
  ['silence for good', { kind: 'stall' }, put(/snapshots/), 'nothing came from it', false],
  ['resets for good', { kind: 'reset' }, put(/data/), 'broke off', false],
  ['uploads that are altered every time', { kind: 'alter-upload' }, put(/data/), 'BadDigest', false],
  [
    'answers that are altered every time',
    { kind: 'alter-answer' },
    get(/index\//),
    'cut off or altered',
    false,
  ],
  ['a clock that is wrong', skewed, any, 'minutes ahead of the storage', true],
  ['packs that may not be written', answer(403, 'AccessDenied'), put(/data/), 's3:PutObject', true],
  ['snapshots that may not be written', answer(403, 'AccessDenied'), put(/snapshots/), 's3:PutObject', true],
])(
  '%s: one clear error, and no snapshot that names what is missing',
  async (_, fault, where, text, isFinal) => {
    proxy.fault = at(fault, where);
    const error = await backup(proxy.port).then(
      () => null,
      (thrown: unknown) => thrown,
    );
    expect(asHoldfastError(error)).not.toBeNull();
    expect(failureText(error)).toContain(text);
    if (isFinal) expect(failureText(error)).not.toContain('Tried');
    await restic(direct(), CHECK);
    expect(await snapshotCount()).toBe(snapshots);
  },
);

test('deletes that are denied: the snapshot counts, and one warning tells of the lock that stays', async () => {
  proxy.fault = at(answer(403, 'AccessDenied'), ({ method }) => method === 'DELETE');
  fixture.warnings.length = 0;
  expect((await backup(proxy.port)).complete).toBe(true);
  expect(fixture.warnings).toEqual([
    expect.stringMatching(/^The lock on the repository is left.*Cannot remove lock .*s3:DeleteObject/),
  ]);
  await restic(direct(), CHECK);
  expect(await snapshotCount()).toBe(snapshots + 1);
});

test('a credential that may delete locks alone is enough', async () => {
  const locks = await countOf('lock');
  const isOther = ({ method, path }: S3Request) => method === 'DELETE' && !path.includes('/locks/');
  proxy.fault = at(answer(403, 'AccessDenied'), isOther);
  expect((await backup(proxy.port)).complete).toBe(true);
  expect(await countOf('lock')).toBe(locks);
});

// A proxy, a network that wants a login, a web server in the storage's place: 200, all is well.
const PAGES = ['', '<!doctype html><html><body>Please log in</body></html>', '<ListBucketResult/>'];
const isSnapshotList = ({ query }: S3Request) => query.includes('list-type') && /snapshots/.test(query);

test.each(PAGES)(
  'a prune that is given the page %j in place of the list of snapshots removes nothing',
  async (body) => {
    const packs = await countOf('pack');
    await restic(direct(), ['unlock', '--remove-all']);
    proxy.fault = at({ kind: 'page', status: 200, body }, isSnapshotList);
    const repository = await openRepository(await open(proxy.port), PASSWORD);
    const lock = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
    const pruning = prune(repository, DEFAULTS, SILENT, lock.lost);
    await expect(pruning).rejects.toThrow('Something else may answer in its place');
    await lock.release();
    await repository.close();
    expect(await countOf('pack')).toBe(packs);
    await restic(direct(), CHECK);
  },
);

test.each(PAGES)('what the page %j says is saved is not believed to be', async (body) => {
  proxy.fault = at({ kind: 'page', status: 200, body }, put(/data/));
  await expect(backup(proxy.port)).rejects.toThrow('no tag (ETag) for it');
  expect(await snapshotCount()).toBe(snapshots);
});

test('an object of an application, or an archive, that a page says is saved is not', async () => {
  proxy.fault = at({ kind: 'page', status: 200, body: '' }, put(/apart/));
  const place = parseS3Url(`${urlAt(proxy.port)}/apart`, 'apart');
  const archives = await openBucket(place);
  await expect(archives.put('one', Buffer.from('one'))).rejects.toThrow('no tag (ETag) for it');
  archives.close();
  proxy.fault = at({ kind: 'page', status: 200, body: '' }, ({ query }) => query.includes('list-type'));
  const objects = await openS3Objects(place);
  await expect(Array.fromAsync(objects.list())).rejects.toThrow('Something else may answer');
  objects.close();
});
