import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { encodeArchiveManifest } from '../../src/archive/archive-manifest.ts';
import { archiveFile, manifestFile, newArchiveId } from '../../src/archive/archive-name.ts';
import { sampleManifest } from '../archive/sample-manifest.ts';
import { DAY_MS } from '../retention/items.ts';
import { holdfast } from './terminal.ts';

let folder = '';
let ids: string[] = [];
let unfinished = '';

/** One archive of each of four days, and one without a manifest. */
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-forget-archives-'));
  const add = async (daysAgo: number, isWhole = true) => {
    const timeNs = BigInt(Date.now() - daysAgo * DAY_MS) * 1_000_000n;
    const of = { target: 'wiki', hostname: 'db1', timeNs };
    const id = newArchiveId(of);
    await writeFile(join(folder, archiveFile(id, true)), 'ten bytes.');
    if (isWhole)
      await writeFile(join(folder, manifestFile(id)), encodeArchiveManifest(sampleManifest({ ...of, id })));
    return id;
  };
  ids = [await add(9), await add(8), await add(7), await add(6)];
  unfinished = await add(20, false);
  const then = new Date(Date.now() - 20 * DAY_MS);
  await utimes(join(folder, archiveFile(unfinished, true)), then, then);
});
afterEach(() => rm(folder, { recursive: true }));

const forget = (...args: string[]) => holdfast(['forget', '--archives', folder, ...args]);
const run = (...args: string[]) => forget('--group-by', 'target', ...args);
const left = async () => (await readdir(folder)).sort();
const filesOf = (...kept: string[]) => kept.flatMap((id) => [archiveFile(id, true), manifestFile(id)]).sort();

test('archives of a folder go by a policy, without a repository or a password', async () => {
  const dry = await run('--keep-last', '2', '--dry-run', '-c');
  expect(dry).toMatchObject({ status: 0, stderr: expect.stringContaining('Policy: keep 2 latest') });
  const lines = dry.stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
  expect(lines[0]).toBe('archives of host db1; application wiki:');
  expect(lines).toContain('archives without a manifest:');
  const row = (id = '') => lines.find((line) => line.includes(id)) ?? '';
  expect(row(ids[0])).toMatch(/^remove .* {2}no rule keeps it {2}/);
  expect(row(ids[3])).toMatch(/^keep .* {2}last snapshot; newest complete archive {2}/);
  expect(row(unfinished)).toMatch(/^remove .* {2}without a manifest, and a complete archive came after it/);
  expect(lines.at(-2)).toBe('Dry run: 2 would be kept, 3 removed. Nothing was.');
  expect(await left()).toHaveLength(9);

  const { status, stdout } = await run('--keep-last', '2');
  expect({ status, last: stdout.split('\n').at(-2) }).toEqual({
    status: 0,
    last: '3 archives removed, 2 kept',
  });
  expect(await left()).toEqual(filesOf(ids[2] ?? '', ids[3] ?? ''));
});

test('a frozen target fails the run; --json says of each what became of it', async () => {
  const { status, json, stderr } = await run('--keep-last', '1', '--max-age', '30h', '--json');
  expect(status).toBe(3);
  expect(stderr).toContain(`its newest complete archive, ${ids[3]}, is 6d old`);
  expect(json[0]).toMatchObject([
    { host: 'db1', target: 'wiki', remove: null, frozen: [{ reason: 'stale' }] },
    { title: 'without a manifest', keep: [{ id: unfinished, fault: expect.any(String) }] },
  ]);
  const despite = await run('--keep-last', '1', '--max-age', '30h', '--despite', 'stale', '--json');
  expect(despite.json[0]).toMatchObject([
    {
      keep: [{ id: ids[3], complete: true }],
      reasons: [{ archive: { id: ids[3] }, others: ['newest complete archive'] }],
      removals: [
        { id: ids[2], outcome: 'removed' },
        { id: ids[1], outcome: 'removed' },
        { id: ids[0], outcome: 'removed' },
      ],
    },
    { removals: [{ id: unfinished, outcome: 'removed' }] },
  ]);
  expect(await left()).toEqual(filesOf(ids[3] ?? ''));
});

test('IDs are removed alone; the newest is named with the reason', async () => {
  expect(await forget(ids[1] ?? '')).toMatchObject({ status: 0 });
  expect(await left()).toHaveLength(7);
  expect((await forget('latest')).stderr).toContain('add --despite newest');
  expect(await forget('latest', '--despite', 'newest')).toMatchObject({ status: 0 });
  expect(await left()).toEqual(
    [archiveFile(unfinished, true), ...filesOf(ids[0] ?? '', ids[2] ?? '')].sort(),
  );
});

test('of a folder that has none, nothing is taken for done', async () => {
  await mkdir(join(folder, 'empty'));
  const { status, stderr } = await holdfast([
    'forget',
    '--archives',
    join(folder, 'empty'),
    '--keep-last',
    '1',
  ]);
  expect(stderr).toContain(`empty": there is none, expected one at least`);
  expect(status).toBe(1);
});

test('that a mistyped name chooses none is told, with those that there are', async () => {
  const { status, stderr } = await run('--keep-last', '1', '--of', 'wikki');
  expect(stderr).toContain('none of 5 archives matches; there are some of "wiki" of "db1".');
  expect(status).toBe(0);
});
