import { randomBytes } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { openBackend } from '../../src/backends/location.ts';
import type { S3Credentials, S3Settings } from '../../src/backends/s3-settings.ts';
import { failureOf, fileOf, listed } from '../contract/backend.ts';
import { Bucket } from '../services/bucket.ts';
import { makeUser } from '../services/minio-users.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';

let server: S3Server;
let name: string;

beforeAll(async () => {
  server = await startS3Server('minio', { kms: true });
  name = await server.makeBucket();
});

afterAll(() => server.stop());

afterEach(() => {
  vi.unstubAllEnvs();
});

function at(prefix: string, s3: S3Settings): Promise<Backend> {
  return openBackend(`s3:http://127.0.0.1:${server.port}/${name}/${prefix}`, { s3 });
}

function keysOf(env: Readonly<Record<string, string>>): S3Credentials {
  const { AWS_ACCESS_KEY_ID = '', AWS_SECRET_ACCESS_KEY = '' } = env;
  return { kind: 'keys', accessKeyId: AWS_ACCESS_KEY_ID, secretAccessKey: AWS_SECRET_ACCESS_KEY };
}

/** What the bucket says of the one object that `s3` saved. */
async function savedWith(s3: S3Settings, kind: 'pack' | 'lock' = 'pack') {
  const prefix = randomBytes(4).toString('hex');
  const backend = await at(prefix, { ...s3, credentials: keysOf(server.env) });
  const bytes = randomBytes(100);
  await backend.save(fileOf(kind, bytes), [bytes]);
  expect(await backend.load(fileOf(kind, bytes))).toEqual(bytes);
  await backend.close();
  using owner = new Bucket(server, name);
  const [key = ''] = await owner.keys(prefix);
  return await owner.head(key);
}

test('what is saved has the class and the encryption that were asked for; locks have no class', async () => {
  expect(await savedWith({ storageClass: 'REDUCED_REDUNDANCY' })).toMatchObject({
    StorageClass: 'REDUCED_REDUNDANCY',
  });
  expect((await savedWith({ storageClass: 'REDUCED_REDUNDANCY' }, 'lock')).StorageClass).toBeUndefined();
  expect((await savedWith({ sse: 'AES256' })).ServerSideEncryption).toBe('AES256');
  const byKms = await savedWith({ sse: 'aws:kms', sseKmsKeyId: 'kms-key' });
  expect(byKms).toMatchObject({
    ServerSideEncryption: 'aws:kms',
    SSEKMSKeyId: expect.stringContaining('kms-key'),
  });
});

test('one process opens two repositories by credentials of their own, whatever the environment has', async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKNOBODY');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'nothing');
  const only = (prefix: string) => ({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Action: ['s3:GetObject', 's3:PutObject'],
        Resource: `arn:aws:s3:::${name}/${prefix}/*`,
      },
      { Effect: 'Allow', Action: 's3:ListBucket', Resource: `arn:aws:s3:::${name}` },
    ],
  });
  const [one, two] = [await makeUser(server, only('one')), await makeUser(server, only('two'))];
  const first = await at('one', { credentials: keysOf(one) });
  const second = await at('two', { credentials: keysOf(two) });
  const wrong = await at('one', { credentials: keysOf(two) });
  const bytes = randomBytes(10);
  const file = fileOf('pack', bytes);
  await first.save(file, [bytes]);
  await second.save(file, [await first.load(file)]);
  expect(await second.load(file)).toEqual(bytes);
  expect((await failureOf(wrong.load(file))).code).toBe('no-permission');
  await Promise.all([first.close(), second.close(), wrong.close()]);
});

test('a profile that is named counts before the environment', async () => {
  const { AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY } = server.env;
  const file = join(server.folder, 'credentials');
  await writeFile(
    file,
    `[backup]\naws_access_key_id=${AWS_ACCESS_KEY_ID}\naws_secret_access_key=${AWS_SECRET_ACCESS_KEY}\n`,
  );
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', file);
  vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'AKNOBODY');
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'nothing');
  const backend = await at('profile', { credentials: { kind: 'profile', name: 'backup' } });
  expect(await listed(backend, 'pack')).toEqual(new Map());
  await backend.close();
});
