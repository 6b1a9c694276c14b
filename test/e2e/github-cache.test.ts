import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type GitHubService, startGitHubService } from '../services/github-service.ts';
import { type S3Server, startS3Server } from '../services/s3-server.ts';
import { ActionRunner, type StepResult } from './runner.ts';

let storage: S3Server;
let github: GitHubService;
let folder: string;
let bucket: string;

beforeAll(async () => {
  [storage, github] = await Promise.all([startS3Server('minio'), startGitHubService()]);
  bucket = await storage.makeBucket();
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-cache-'));
  await mkdir(join(folder, 'source'));
  await writeFile(join(folder, 'source', 'a'), 'hello\n');
});

afterAll(async () => {
  await Promise.all([storage.stop(), github.stop()]);
  await rm(folder, { recursive: true, force: true });
});

/** One job on a runner of GitHub's, on which nothing is left of the one before. */
async function runJob(more: Readonly<Record<string, string>> = {}): Promise<StepResult> {
  const env = { ...storage.env, ...github.env(), RUNNER_ENVIRONMENT: 'github-hosted', HOME: folder, ...more };
  await using runner = await ActionRunner.create('backup-host', env);
  return await runner.main({
    on: 'local',
    host: 'h',
    paths: join(folder, 'source'),
    repository: `s3:http://127.0.0.1:${storage.port}/${bucket}/r`,
    password: 'correct horse battery',
    init: 'true',
  });
}

test('what one job read of a repository the next one has from GitHub’s cache', async () => {
  const first = await runJob();
  expect([first.exitCode, first.rawLog]).toEqual([
    0,
    expect.stringContaining("The cache was given to GitHub's."),
  ]);
  expect(github.caches.map(({ key }) => key)).toEqual([
    expect.stringMatching(/^holdfast-1-[0-9a-f]{16}-1000-/),
  ]);
  const second = await runJob();
  expect([second.exitCode, second.rawLog]).toEqual([
    0,
    expect.stringMatching(/[1-9] files from GitHub's cache\./),
  ]);
});

test('a cache that GitHub refuses, or lets nobody write, is a line in the log and no annotation', async () => {
  github.refuse = () => ({ status: 403, body: { msg: 'cache read denied: no scopes' } });
  const refused = await runJob();
  github.refuse = () => null;
  const readOnly = await runJob({ ACTIONS_CACHE_MODE: 'read' });
  for (const { exitCode, rawLog, commands } of [refused, readOnly]) {
    expect([exitCode, rawLog]).toEqual([0, expect.stringContaining("GitHub's cache didn't take ours")]);
    expect(commands.filter(({ name }) => ['error', 'warning', 'notice'].includes(name))).toEqual([]);
  }
});
