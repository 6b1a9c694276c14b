import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import type { Backend } from '../../src/backends/backend.ts';
import { openS3 } from '../../src/backends/s3.ts';
import { parseS3Url } from '../../src/backends/s3-url.ts';
import { backendContract } from '../contract/backend.ts';
import { type S3Proxy, startS3Proxy } from '../services/s3-proxy.ts';
import { S3_MAKES, type S3Server, startS3Server } from '../services/s3-server.ts';

describe.each(S3_MAKES)('%s', (make) => {
  let server: S3Server;
  let bucket: string;

  beforeAll(async () => {
    server = await startS3Server(make);
    bucket = await server.makeBucket();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.stop();
  });

  backendContract(make, async () => ({
    backend: await openAt(server.port, bucket),
    cleanUp: async () => {},
  }));
});

describe('a storage that knows no conditions', () => {
  let server: S3Server;
  let proxy: S3Proxy;
  let bucket: string;

  beforeAll(async () => {
    server = await startS3Server('minio');
    proxy = await startS3Proxy(server.port);
    bucket = await server.makeBucket();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    proxy.fault = ({ conditional }) =>
      conditional ? { kind: 'answer', status: 501, code: 'NotImplemented' } : null;
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await proxy.stop();
    await server.stop();
  });

  backendContract('without conditions', async () => ({
    backend: await openAt(proxy.port, bucket),
    cleanUp: async () => {},
  }));
});

function openAt(port: number, bucket: string): Promise<Backend> {
  const url = `s3:http://127.0.0.1:${port}/${bucket}/${randomBytes(4).toString('hex')}`;
  return openS3(parseS3Url(url, url));
}
