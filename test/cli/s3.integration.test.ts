import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { restic } from '../services/restic.ts';
import { S3_MAKES, type S3Server, startS3Server } from '../services/s3-server.ts';
import { holdfast } from './terminal.ts';

const run = promisify(execFile);
const password = 'correct horse battery staple';

describe.each(S3_MAKES)('%s', (make) => {
  let server: S3Server;
  let folder: string;
  let source: string;
  let bucket: string;

  beforeAll(async () => {
    server = await startS3Server(make);
    bucket = await server.makeBucket();
    for (const [name, value] of Object.entries(server.env)) vi.stubEnv(name, value);
    folder = await mkdtemp(join(tmpdir(), 'holdfast-s3-'));
    source = join(folder, 'source');
    await mkdir(join(source, 'below'), { recursive: true });
    for (let i = 0; i < 30; i++) await writeFile(join(source, 'below', `small ${i}`), `${i}\n`.repeat(i));
    await writeFile(join(source, 'large'), randomBytes(9 * 1024 * 1024));
  });

  afterAll(async () => {
    vi.unstubAllEnvs();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const locate = (prefix: string) => {
    const repository = `s3:http://127.0.0.1:${server.port}/${bucket}/${prefix}`;
    const env = { ...server.env, RESTIC_REPOSITORY: repository, RESTIC_PASSWORD: password };
    const ours = async (...args: string[]) => {
      const { status, stdout, stderr } = await holdfast(args, { env });
      expect([status, stderr]).toEqual([0, expect.anything()]);
      return stdout;
    };
    return { ours, theirs: (...args: string[]) => restic({ repository, password, env: server.env }, args) };
  };

  test('stock restic opens, checks and restores by the same URL what we wrote', async () => {
    const { ours, theirs } = locate('of-ours/below');
    await ours('init', '--no-recovery-key');
    await ours('backup', '--host', 'h', source);
    await theirs('check', '--read-data'); // fails beside a lock that we left
    await theirs('restore', 'latest', '--target', join(folder, 'by-restic'));
    await run('diff', ['-r', source, join(folder, 'by-restic', source)]);
  });

  test('we open, check and restore by the same URL what stock restic wrote', async () => {
    const { ours, theirs } = locate('of-restic');
    await theirs('init');
    await theirs('backup', '--host', 'h', source);
    await ours('restore', 'latest', '--target', join(folder, 'by-us'));
    await run('diff', ['-r', source, join(folder, 'by-us', source)]);
    await ours('check', '--read-data');
  });
});
