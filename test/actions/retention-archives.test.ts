import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { main } from '../../src/actions/retention.ts';
import { encodeArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId } from '../../src/archive/archive-name.ts';
import { sampleManifest } from '../archive/sample-manifest.ts';
import { DAY_MS } from '../retention/items.ts';

let folder = '';
const path = (name: string) => join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-retention-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  for (const name of ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_STEP_SUMMARY']) {
    await writeFile(path(`.${name}`), '');
    vi.stubEnv(name, path(`.${name}`));
  }
  const inputs = {
    'keep-last': '1',
    'on-frozen': 'fail',
    'dry-run': 'false',
    prune: 'false',
    'no-cache': 'false',
  };
  for (const [name, value] of Object.entries({ ...inputs, archives: folder }))
    vi.stubEnv(`INPUT_${name.toUpperCase()}`, value);
});
afterEach(async () => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

async function add(daysAgo: number): Promise<string> {
  const timeNs = BigInt(Date.now() - daysAgo * DAY_MS) * 1_000_000n;
  const of = { target: 'wiki', hostname: 'db1', timeNs };
  const id = newArchiveId(of);
  await writeFile(path(archiveFile(id, true)), 'ten bytes.');
  await writeFile(path(manifestFile(id)), encodeArchiveManifest(sampleManifest({ ...of, id })));
  return id;
}

const left = async () => (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();

test('one that fails says that what is left is whole, and fails the step', async () => {
  await add(2);
  await writeFile(path(manifestFile(await add(1))), 'garbage');
  await main();
  expect(process.exitCode).toBe(1);
  expect(await left()).toHaveLength(4);
  const summary = await readFile(path('.GITHUB_STEP_SUMMARY'), 'utf8');
  expect(summary).toContain('### ❌ Retention failed');
  expect(summary).toContain('**Removed:** nothing.');
});

test('a retention of archives removes what the policy does not keep, and says so', async () => {
  const [old, fresh] = [await add(2), await add(1)];
  await main();
  expect(process.exitCode).toBeUndefined();
  expect(await left()).toEqual([archiveFile(fresh, true), manifestFile(fresh)].sort());
  const summary = await readFile(path('.GITHUB_STEP_SUMMARY'), 'utf8');
  expect(summary).toContain('### ✅ Retention: 1 archive removed');
  expect(summary).toContain('| | archive | time (UTC) |');
  expect(summary).toContain(`| **removed** | \`${old}\` |`);
  expect(await readFile(path('.GITHUB_OUTPUT'), 'utf8')).toMatch(new RegExp(`removed-ids<<.*\\n${old}\\n`));
  // Else the end of the job would look for a lock that was left.
  expect(await readFile(path('.GITHUB_STATE'), 'utf8')).toMatch(/repository<<.*\nnone\n/);
});
