import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import { INCOMPLETE_TAG, keepTags, targetTag } from '../../src/repository/tags.ts';
import { quickFolder } from '../memory-disk.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { storeHistories } from '../retention/stored-histories.ts';
import { type CliResult, holdfast } from './terminal.ts';

const DAY_NS = 86_400_000_000_000n;
const TREE = 'a'.repeat(64) as BlobId;

let folder = '';
let ids: SnapshotId[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(quickFolder(), 'holdfast-forget-'));
  const of = (daysAgo: bigint, ...tags: string[]) => {
    const timeNs = BigInt(Date.now()) * 1_000_000n - daysAgo * DAY_NS;
    return snapshotOf(TREE, { timeNs, tags: [targetTag('wiki'), ...tags] });
  };
  ids = await storeHistories(folder, [
    of(9n, ...keepTags('before <upgrading>\u001b[2J')),
    of(8n),
    of(7n, INCOMPLETE_TAG),
    of(6n),
  ]);
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]): Promise<CliResult> =>
  holdfast(['forget', ...args], { env: { RESTIC_REPOSITORY: folder, RESTIC_PASSWORD: PASSWORD } });
const left = async () => (await readdir(join(folder, 'snapshots'))).sort();

test('a dry run is a table with the reason for each, and removes nothing', async () => {
  const { status, stdout, stderr } = await run('--keep-last', '1', '--group-by', 'target', '--dry-run', '-c');
  expect({ status, note: stderr.split('\n')[0] }).toEqual({
    status: 0,
    note: 'Policy: keep 1 latest snapshots',
  });
  const lines = stdout.split('\n').map((line) => line.replace(/ {2,}/g, '  '));
  expect(lines[0]).toBe('snapshots of host db1; application wiki:');
  const rows = ids.map((id) => lines.find((line) => line.includes(id.slice(0, 8))) ?? '');
  expect(rows[0]).toMatch(/^keep .* {2}kept because: before <upgrading>\\x1b\[2J$/);
  expect(rows[1]).toMatch(/^remove .* {2}no rule keeps it$/);
  expect(rows[2]).toMatch(/^remove .* {2}incomplete, and a complete one came after it$/);
  expect(rows[3]).toMatch(/^keep .* {2}last snapshot; newest complete snapshot$/);
  expect(lines.at(-2)).toBe('Dry run: 2 would be kept, 2 removed. Nothing was.');
  expect(await left()).toHaveLength(4);
});

test('a filter that nothing matches is told: by a mistyped name nothing would ever be removed', async () => {
  const { status, stderr } = await run('--keep-last', '1', '--of', 'wikki');
  expect(status).toBe(0);
  expect(stderr).toContain('no snapshot is of application "wikki", there are some of "wiki"');
  expect((await run('--keep-last', '1', '--of', 'wiki', '--dry-run')).stderr).not.toContain(
    'Nothing is chosen',
  );
});

test('a path is found as it was saved, also with a slash behind it', async () => {
  const chosen = async (path: string) =>
    (await run('--keep-last', '9', '--path', path, '--dry-run')).stdout.split('\n').at(-2);
  expect(await chosen('/data')).toMatch(/^Dry run: [34] would be kept/);
  expect(await chosen('/data/')).toBe(await chosen('/data'));
  expect(await chosen('/date')).toMatch(/^Dry run: 0 would be kept/);
});

test('a prune that fails after snapshots were removed does not say that nothing was', async () => {
  const { status, stderr } = await run('--keep-last', '1', '--prune');
  expect(status).toBe(1);
  expect(await left()).toHaveLength(2);
  expect(stderr).toContain('2 snapshots had been removed by then.');
  expect(stderr).toMatch(/Fatal: Cannot .*No data was removed\./);
  expect(stderr).not.toContain('Nothing was removed');
});

test('--json is restic’s, with what became of each', async () => {
  const { status, json } = await run('--keep-last', '1', '--json');
  expect(status).toBe(0);
  expect(json).toEqual([
    [
      {
        tags: null,
        host: 'db1',
        paths: ['/data'],
        keep: [expect.objectContaining({ id: ids[3] }), expect.objectContaining({ id: ids[0] })],
        remove: [expect.objectContaining({ id: ids[2] }), expect.objectContaining({ id: ids[1] })],
        reasons: [
          { snapshot: expect.anything(), matches: ['last snapshot'], others: ['newest complete snapshot'] },
          { snapshot: expect.anything(), matches: [], others: [expect.stringContaining('kept because: ')] },
        ],
        removals: [
          { id: ids[2], because: ['incomplete, and a complete one came after it'], outcome: 'removed' },
          { id: ids[1], because: ['no rule keeps it'], outcome: 'removed' },
        ],
        frozen: null,
      },
    ],
  ]);
  expect(await left()).toEqual([ids[0], ids[3]].sort());
});

test('a frozen target fails the run, unless it is only to warn, or the reason is named', async () => {
  const args = ['--keep-last', '1', '--max-age', '30h'];
  const frozen = await run(...args);
  expect(frozen).toMatchObject({ status: 3, stdout: expect.stringContaining('frozen: stale') });
  expect(frozen.stderr).toMatch(
    /^warning: Nothing of wiki on db1 is removed: its newest complete snapshot, [0-9a-f]{8}, is 6d old, expected one that is at most 30h old\./m,
  );
  const warned = await run(...args, '--on-frozen', 'warn', '--json');
  expect(warned.status).toBe(0);
  expect(warned.json[0]).toMatchObject([
    {
      frozen: [{ host: 'db1', target: 'wiki', paths: null, reason: 'stale', overridden: false }],
      remove: null,
    },
  ]);
  expect(await left()).toHaveLength(4);
  const despite = await run(...args, '--despite', 'stale', '--release', (ids[0] ?? '').slice(0, 8));
  expect(despite).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('3 snapshots removed, 1 kept'),
  });
  expect(despite.stderr).toContain('It goes on despite stale, as asked.');
});

test('IDs are removed alone; the last that protect are named with the reason', async () => {
  expect(await run((ids[1] ?? '').slice(0, 10))).toMatchObject({ status: 0 });
  expect(await left()).toHaveLength(3);
  expect((await run('latest')).stderr).toContain('add --despite newest');
  expect(await run('latest', '--despite', 'newest')).toMatchObject({ status: 0 });
  expect(await left()).toEqual([ids[0], ids[2]].sort());
});

test('RESTIC_HOST narrows a policy, is in no ID’s way, and is nothing to remove all by', async () => {
  const env = { RESTIC_REPOSITORY: folder, RESTIC_PASSWORD: PASSWORD, RESTIC_HOST: 'other' };
  const policy = await holdfast(['forget', '--keep-last', '1', '--json'], { env });
  expect(policy).toMatchObject({ status: 0, json: [[]] });
  const all = await holdfast(['forget', '--unsafe-allow-remove-all'], {
    env: { ...env, RESTIC_HOST: 'db1' },
  });
  expect(all).toMatchObject({ status: 1, stderr: expect.stringContaining('needs a filter') });
  expect(await left()).toHaveLength(4);
  expect(await holdfast(['forget', ids[1] ?? ''], { env })).toMatchObject({ status: 0 });
  expect(await left()).toHaveLength(3);
});

test.each([
  [['--keep-last', '-1'], 'Cannot use --keep-last: it is "-1"'],
  [['--keep-within', '1w'], 'Cannot use --keep-within: it is "1w"'],
  [['--keep-last', '1', '--group-by', 'color'], 'Cannot use --group-by'],
  [['--keep-last', '1', '--despite', 'all'], 'Cannot use --despite'],
  [['--keep-last', '1', '--max-age', '30m'], 'Cannot use --max-age'],
  [['--keep-last', '1', '--shrunken-below', '101%'], 'Cannot use --shrunken-below'],
  [['--keep-last', '1', '--on-frozen', 'ignore'], 'Cannot use --on-frozen'],
])('%j is refused', async (args, message) => {
  expect(await run(...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(message) });
  expect(await left()).toHaveLength(4);
});
