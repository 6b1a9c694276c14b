import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { readCopyTo } from '../../src/actions/copy-to.ts';
import { readStorageInputs } from '../../src/actions/storage-inputs.ts';
import { type Backend, isPassing } from '../../src/backends/backend.ts';
import { openBackend } from '../../src/backends/location.ts';
import { failureOf, fileOf, listed } from '../contract/backend.ts';
import { Bucket } from '../services/bucket.ts';
import { makeUser, removeUser, temporaryFor, type UserEnv } from '../services/minio-users.ts';
import { type RoleService, startRoleService } from '../services/role-service.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';

const ROLE = 'arn:aws:iam::123456789012:role/backup';
const EVERYTHING = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::*' };

let server: S3Server;
let bucket: string;
/** Who the role gives first, and who then. */
let users: readonly [UserEnv, UserEnv];
let service: RoleService;
let masked: string;

beforeAll(async () => {
  server = await startS3Server('minio');
  bucket = await server.makeBucket();
  const policy = { Version: '2012-10-17', Statement: [EVERYTHING] };
  const [one, two] = [await makeUser(server, policy), await makeUser(server, policy)];
  users = [one, await temporaryFor(server, two)];
});

afterAll(() => server.stop());

beforeEach(async () => {
  service = await startRoleService(users[0]);
  const stub = { ...service.env, AWS_CONFIG_FILE: '/dev/null', AWS_SHARED_CREDENTIALS_FILE: '/dev/null' };
  for (const [name, value] of Object.entries(stub)) vi.stubEnv(name, value);
  vi.stubEnv('GITHUB_RUN_ID', '4711');
  masked = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    masked += text;
    return true;
  });
  give('aws-role', ROLE);
  give('aws-region', 'us-east-1');
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await service.stop();
});

const give = (name: string, value: string) => vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);

function open(): Promise<Backend> {
  const url = `s3:http://127.0.0.1:${server.port}/${bucket}/${randomBytes(4).toString('hex')}`;
  return openBackend(url, { s3: readStorageInputs() });
}

async function saveOne(backend: Backend): Promise<void> {
  const bytes = randomBytes(100);
  await backend.save(fileOf('pack', bytes), [bytes]);
}

test('a role is assumed once for as long as its credentials are good, and all of it is masked', async () => {
  const backend = await open();
  await Promise.all([saveOne(backend), saveOne(backend)]);
  expect((await listed(backend, 'pack')).size).toBe(2);
  await backend.close();
  expect(service.asked).toEqual([
    expect.objectContaining({
      Action: 'AssumeRoleWithWebIdentity',
      RoleArn: ROLE,
      RoleSessionName: 'holdfast-4711',
      WebIdentityToken: expect.stringMatching(/\.sts\.amazonaws\.com$/),
    }),
  ]);
  for (const secret of [service.tokens[0], users[0]['AWS_SECRET_ACCESS_KEY']])
    expect(masked).toContain(`::add-mask::${secret}`);
});

test('credentials are renewed before they expire, each time with a fresh token; the old ones may be gone then', async () => {
  service.gives = { user: users[0], forMs: 4 * 60_000 };
  const backend = await open();
  await saveOne(backend);
  // A renewal that fails while they are good ends nothing.
  service.refusal = { status: 400, code: 'Throttled', message: 'Later' };
  await saveOne(backend);
  service.refusal = null;
  service.gives = { user: users[1], forMs: 3_600_000 };
  await removeUser(server, users[0]);
  await saveOne(backend);
  const { length } = service.asked;
  await saveOne(backend);
  expect((await listed(backend, 'pack')).size).toBe(4);
  expect(service.asked).toHaveLength(length);
  expect(new Set(service.tokens).size).toBe(service.asked.length);
  expect(masked).toContain(`::add-mask::${users[1]['AWS_SESSION_TOKEN']}`);
  await backend.close();
});

test('a job without the right to a token is told which right it is', async () => {
  vi.stubEnv('ACTIONS_ID_TOKEN_REQUEST_URL', '');
  const backend = await open();
  const error = await failureOf(saveOne(backend));
  expect(error.code).toBe('no-permission');
  expect(error.message).toContain('expected `permissions: id-token: write`');
  await backend.close();
});

test('a role that trusts somebody else is told at once, with what it must trust', async () => {
  service.refusal = {
    status: 403,
    code: 'AccessDenied',
    message: 'Not authorized to perform sts:AssumeRoleWithWebIdentity',
  };
  const backend = await open();
  const error = await failureOf(saveOne(backend));
  expect(error.code).toBe('no-permission');
  expect(error.message).toBe(
    `Cannot assume the role "${ROLE}": Not authorized to perform sts:AssumeRoleWithWebIdentity (AccessDenied). ` +
      'The role must trust GitHub’s provider (token.actions.githubusercontent.com) with the audience sts.amazonaws.com, and ' +
      'this repository, branch or environment as its subject.',
  );
  expect(service.asked.length).toBeLessThanOrEqual(2);
  await backend.close();
});

test('a service of roles that nobody answers at is told, and not tried for a quarter of an hour', async () => {
  vi.stubEnv('AWS_ENDPOINT_URL_STS', 'http://127.0.0.1:1');
  const backend = await open();
  const error = await failureOf(saveOne(backend));
  expect(error.message).toContain(`Cannot assume the role "${ROLE}": its service can't be reached`);
  expect(isPassing(error)).toBe(false);
  await backend.close();
});

test('a copy is written by its own role, and locked', async () => {
  service.gives = { user: users[1], forMs: 3_600_000 };
  const away = await server.makeBucket({ locks: true });
  const location = `s3:http://127.0.0.1:${server.port}/${away}/web`;
  give('copy-to', location);
  give('copy-to-password', 'of the second');
  give('copy-to-aws-role', `${ROLE}-away`);
  give('copy-to-object-lock', 'compliance');
  give('copy-to-object-lock-days', '2');
  const to = readCopyTo({
    location: '/srv/backup',
    password: 'p',
    givenPassword: 'p',
    retryLockMs: 0,
    init: false,
  });
  const backend = await openBackend(location, { s3: to?.s3 });
  await saveOne(backend);
  await backend.close();
  expect(service.asked.map(({ RoleArn }) => RoleArn)).toEqual([`${ROLE}-away`]);
  using bucket = new Bucket(server, away);
  const [key = ''] = await bucket.keys('web/data/');
  expect(await bucket.lockedDays(key)).toBeCloseTo(2, 1);
});
