import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { openS3 } from '../../src/backends/s3.ts';
import { parseS3Url } from '../../src/backends/s3-url.ts';
import { backendContract } from '../contract/backend.ts';
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

  const open = (prefix: string) => {
    const url = `s3:http://127.0.0.1:${server.port}/${bucket}/${prefix}`;
    return openS3(parseS3Url(url, url));
  };

  backendContract(make, async () => ({
    backend: await open(randomBytes(4).toString('hex')),
    cleanUp: async () => {},
  }));
});
