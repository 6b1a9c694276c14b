import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { isPassing } from '../../src/backends/backend.ts';
import { openS3 } from '../../src/backends/s3.ts';
import type { S3Options } from '../../src/backends/s3-connection.ts';
import { parseS3Url } from '../../src/backends/s3-url.ts';
import { failureText } from '../../src/failure-text.ts';
import { failureOf, fileOf } from '../contract/backend.ts';
import { startS3Proxy } from '../services/s3-proxy.ts';
import { S3_MAKES, type S3Server, startS3Server } from '../services/s3-server.ts';

const CONFIG = { kind: 'config', name: '' } as const;
const REGION = 'eu-north-7';

function open(port: number, bucket: string, options?: S3Options): Promise<Backend> {
  const url = `s3:http://127.0.0.1:${port}/${bucket}/${randomBytes(4).toString('hex')}`;
  return openS3(parseS3Url(url, url), options);
}

/** What opening a repository does first. */
async function firstLook(opening: Promise<Backend>) {
  const backend = await opening;
  try {
    return await failureOf(backend.stat(CONFIG));
  } finally {
    await backend.close();
  }
}

afterEach(() => vi.unstubAllEnvs());

describe.each(S3_MAKES)('%s', (make) => {
  let server: S3Server;
  let bucket: string;

  beforeAll(async () => {
    server = await startS3Server(make, { region: REGION });
    bucket = await server.makeBucket();
  });

  afterAll(() => server.stop());

  beforeEach(() => {
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    vi.stubEnv('AWS_REGION', undefined);
    vi.stubEnv('AWS_DEFAULT_REGION', undefined);
  });

  test('a region that nobody named is learned from the storage', async () => {
    const backend = await open(server.port, bucket);
    expect(await backend.stat(CONFIG)).toBeNull();
    await backend.close();
  });

  test.each<[string, string, Record<string, string>, S3Options, string[]]>([
    ['bucket', 'no-such-bucket', {}, {}, ['"no-such-bucket"', 'NoSuchBucket', 'make it first']],
    [
      'region',
      '',
      { AWS_DEFAULT_REGION: 'mars-west-1' },
      {},
      ['"mars-west-1"', REGION, `Set AWS_DEFAULT_REGION=${REGION}`],
    ],
    ['access key', '', { AWS_ACCESS_KEY_ID: 'AKNOBODYKNOWS' }, {}, ['"NOWS"', 'AWS_ACCESS_KEY_ID']],
    ['secret key', '', { AWS_SECRET_ACCESS_KEY: 'hunter2hunter2' }, {}, ['AWS_SECRET_ACCESS_KEY']],
    ['clock', '', {}, { clockOffsetMs: 3_600_000 }, ['60 minutes ahead', 'NTP']],
    ['clock, behind', '', {}, { clockOffsetMs: -3_600_000 }, ['60 minutes behind', 'NTP']],
  ])('a wrong %s is one clear error, at once and for good', async (_, wrong, env, options, texts) => {
    for (const [name, value] of Object.entries(env)) vi.stubEnv(name, value);
    const error = await firstLook(open(server.port, wrong || bucket, options));
    for (const text of texts) expect(failureText(error)).toContain(text);
    expect(isPassing(error)).toBe(false);
  });

  test('no error holds a secret, however it is shown', async () => {
    const secrets = { AWS_SECRET_ACCESS_KEY: 'hunter2hunter2', AWS_SESSION_TOKEN: 'token-of-hunter2' };
    for (const [name, value] of Object.entries(secrets)) vi.stubEnv(name, value);
    const error = await firstLook(open(server.port, bucket));
    expect(inspect(error, { depth: Number.POSITIVE_INFINITY, showHidden: true })).not.toContain('hunter2');
  });

  test('of two who make a repository at once, one is told', async () => {
    const url = `s3:http://127.0.0.1:${server.port}/${bucket}/race`;
    const both = await Promise.all([1, 2].map(() => openS3(parseS3Url(url, url))));
    const outcomes = await Promise.allSettled(
      both.map((backend) => backend.save(CONFIG, [randomBytes(100)])),
    );
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    for (const backend of both) await backend.close();
  });

  test('a list goes on over all of its pages', async () => {
    const backend = await open(server.port, bucket);
    const files = Array.from({ length: 1100 }, () => randomBytes(4));
    for (let i = 0; i < files.length; i += 50) {
      await Promise.all(files.slice(i, i + 50).map((bytes) => backend.save(fileOf('lock', bytes), [bytes])));
    }
    const names = new Set<string>();
    for await (const { name } of backend.list('lock')) names.add(name);
    expect(names.size).toBe(new Set(files.map((bytes) => fileOf('lock', bytes).name)).size);
    await backend.close();
  });
});

test('a storage behind a forward proxy is reached as the environment says', async () => {
  const server = await startS3Server('minio');
  const proxy = await startS3Proxy(server.port);
  try {
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    for (const name of ['http_proxy', 'NO_PROXY', 'no_proxy']) vi.stubEnv(name, undefined);
    vi.stubEnv('HTTP_PROXY', `http://127.0.0.1:${proxy.port}`);
    const url = `s3:http://storage.invalid/${await server.makeBucket()}/x`;
    const backend = await openS3(parseS3Url(url, url));
    await backend.save(CONFIG, [Buffer.from('c')]);
    expect(await backend.stat(CONFIG)).toEqual({ sizeBytes: 1 });
    await backend.close();
  } finally {
    await proxy.stop();
    await server.stop();
  }
});

describe('an authority of one’s own', () => {
  let server: S3Server;
  let url: string;

  beforeAll(async () => {
    server = await startS3Server('versitygw', { tls: true });
    url = `s3:https://127.0.0.1:${server.port}/${await server.makeBucket()}/x`;
  });

  afterAll(() => server.stop());

  beforeEach(() => {
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  });

  test('is believed when its certificate is named', async () => {
    const backend = await openS3(parseS3Url(url, url), { caFile: join(server.folder, 'ca.pem') });
    expect(await backend.stat(CONFIG)).toBeNull();
    await backend.close();
  });

  test('is not believed otherwise, which is told at once', async () => {
    const error = await firstLook(openS3(parseS3Url(url, url)));
    expect(failureText(error)).toMatch(/certificate of https:.*SELF_SIGNED.*--cacert/);
    expect(isPassing(error)).toBe(false);
  });

  test('whose certificate cannot be read is bad input', async () => {
    await expect(openS3(parseS3Url(url, url), { caFile: '/nowhere/ca.pem' })).rejects.toThrow(
      expect.objectContaining({ code: 'bad-input', message: expect.stringContaining('/nowhere/ca.pem') }),
    );
  });
});

describe('an endpoint', () => {
  let silent: Server;

  beforeAll(async () => {
    silent = createServer(() => {});
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  });

  afterAll(() => silent.close());

  beforeEach(() => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'AK');
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'SK');
    vi.stubEnv('AWS_CONFIG_FILE', '/dev/null');
    vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', '/dev/null');
    vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  });

  const portOf = (server: Server) => {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };

  test('that never answers is told', async () => {
    const error = await firstLook(open(portOf(silent), 'bucket', { silenceMs: 200 }));
    expect(failureText(error)).toMatch(/127\.0\.0\.1:\d+ can't be reached.*nothing came from it.*firewall/);
  });

  test('that is not there is told at once', async () => {
    const error = await firstLook(open(1, 'bucket'));
    expect(failureText(error)).toContain("http://127.0.0.1:1 can't be reached");
    expect(isPassing(error)).toBe(false);
  });

  test('that does not speak TLS is told apart', async () => {
    const plain = createServer((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
    await new Promise<void>((resolve) => plain.listen(0, '127.0.0.1', resolve));
    const url = `s3:https://127.0.0.1:${portOf(plain)}/bucket/x`;
    const error = await firstLook(openS3(parseS3Url(url, url)));
    expect(failureText(error)).toContain("doesn't speak HTTPS");
    expect(isPassing(error)).toBe(false);
    plain.close();
  });

  test('without credentials is not asked', async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', undefined);
    const error = await firstLook(open(portOf(silent), 'bucket', { silenceMs: 5000 }));
    expect(failureText(error)).toContain('Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY');
    expect(isPassing(error)).toBe(false);
  });
});
