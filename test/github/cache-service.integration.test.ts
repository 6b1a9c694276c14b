import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { restoreCached, saveCached } from '../../src/github/cache-service.ts';
import { type GitHubService, startGitHubService } from '../services/github-service.ts';

let service: GitHubService;
let folder: string;

beforeAll(async () => {
  service = await startGitHubService();
});
afterAll(() => service.stop());

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-cache-service-'));
  service.caches.length = 0;
  service.calls.length = 0;
  for (const [name, value] of Object.entries({ ...service.env(), RUNNER_TEMP: folder }))
    vi.stubEnv(name, value);
});

afterEach(async () => {
  vi.unstubAllEnvs();
  expect((await readdir(folder)).filter((name) => name.startsWith('holdfast-'))).toEqual([]);
  await rm(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);

test('what one run kept the next one has, as it was, of the newest key', async () => {
  for (const [run, text] of [
    ['1', 'old'],
    ['2', 'new'],
  ] as const) {
    await writeFile(at('out'), text);
    expect(await saveCached(at('out'), `holdfast-abc-${run}`)).toBe(true);
  }
  expect(await restoreCached(at('in'), 'holdfast-abc-')).toBe('holdfast-abc-2');
  expect(await readFile(at('in'), 'utf8')).toBe('new');
  expect(await restoreCached(at('other'), 'holdfast-xyz-')).toBeNull();
});

test('a tar of a stranger’s is carried as it is, and never unpacked', async () => {
  const victim = at('victim');
  await writeFile(victim, 'theirs');
  await promisify(execFile)('tar', ['-P', '-czf', at('out'), victim]);
  const bytes = await readFile(at('out'));
  await writeFile(victim, 'ours');
  await saveCached(at('out'), 'holdfast-abc-1');
  await restoreCached(at('in'), 'holdfast-abc-');
  expect(await readFile(victim, 'utf8')).toBe('ours');
  expect(await readFile(at('in'))).toEqual(bytes);
});

test('a cache that may only be read is not written, and one that may not be read is not asked', async () => {
  await writeFile(at('out'), 'x');
  vi.stubEnv('ACTIONS_CACHE_MODE', 'read');
  expect(await saveCached(at('out'), 'holdfast-abc-1')).toBe(false);
  vi.stubEnv('ACTIONS_CACHE_MODE', 'none');
  expect(await restoreCached(at('in'), 'holdfast-abc-')).toBeNull();
  expect(service.calls).toEqual([]);
});

test('a service that refuses is no failure', async () => {
  service.refuse = () => ({ status: 403, body: { msg: 'cache read denied: no scopes' } });
  await writeFile(at('out'), 'x');
  expect(await saveCached(at('out'), 'holdfast-abc-1')).toBe(false);
  expect(await restoreCached(at('in'), 'holdfast-abc-')).toBeNull();
  service.refuse = () => null;
});
