import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import { keepTags, targetTag } from '../../src/repository/tags.ts';
import { PASSWORD } from '../repository/fast-key.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { storeHistories } from '../retention/stored-histories.ts';
import { ActionRunner } from './runner.ts';

const DAY_NS = 86_400_000_000_000n;
const TREE = 'a'.repeat(64) as BlobId;

let folder = '';
let ids: SnapshotId[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-e2e-retention-'));
  const of = (target: string, daysAgo: bigint, ...tags: string[]) => {
    const timeNs = BigInt(Date.now()) * 1_000_000n - daysAgo * DAY_NS;
    return snapshotOf(TREE, { timeNs, tags: [targetTag(target), ...tags], paths: [`/${daysAgo}`] });
  };
  ids = await storeHistories(folder, [
    of('wiki', 3n, ...keepTags('before upgrading')),
    of('wiki', 2n),
    of('wiki', 0n),
    of('shop', 9n),
    of('shop', 8n),
  ]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('removes by policy, target by target; says why, and freezes what is not backed up any more', async () => {
  const inputs = { repository: folder, password: PASSWORD, 'keep-last': '1', 'max-age': '30h' };
  await using runner = await ActionRunner.create('retention');
  const dry = await runner.main({ ...inputs, 'dry-run': 'true' });
  expect(dry).toMatchObject({
    exitCode: 0,
    outputs: { kept: '4', removed: '1', frozen: 'shop on db1: stale' },
  });
  expect(await readdir(join(folder, 'snapshots'))).toHaveLength(5);

  const main = await runner.main(inputs);
  expect(main.exitCode).toBe(1);
  expect(main.outputs).toEqual({
    kept: '4',
    removed: '1',
    'removed-ids': ids[1],
    retained: '0',
    frozen: 'shop on db1: stale',
  });
  expect(main.commands.filter(({ name }) => name === 'error')).toEqual([
    {
      name: 'error',
      properties: { title: 'Target frozen' },
      message: expect.stringMatching(
        /^Nothing of shop on db1 is removed: its newest complete snapshot, \w{8}, is 8d old/,
      ),
    },
  ]);
  expect(main.summary).toMatch(/^### ⚠️ Retention: 1 snapshot removed\n/);
  expect(main.summary).toContain('kept because: before upgrading');
  expect(await readdir(join(folder, 'snapshots'))).toHaveLength(4);
  expect(await readdir(join(folder, 'locks'))).toEqual([]);
  expect(await runner.post(inputs, main)).toMatchObject({ exitCode: 0, rawLog: '' });
});

test('what is removed stands in the outputs also when the prune after it fails; what is chosen by no name is told', async () => {
  const place = await mkdtemp(join(tmpdir(), 'holdfast-e2e-retention-'));
  const of = (daysAgo: bigint) =>
    snapshotOf(TREE, {
      timeNs: BigInt(Date.now()) * 1_000_000n - daysAgo * DAY_NS,
      tags: [targetTag('wiki')],
    });
  const [old] = await storeHistories(place, [of(2n), of(1n)]);
  const inputs = { repository: place, password: PASSWORD, 'keep-last': '1' };
  await using runner = await ActionRunner.create('retention');
  const typo = await runner.main({ ...inputs, of: 'wikki' });
  expect(typo).toMatchObject({ exitCode: 0, outputs: { kept: '0', removed: '0' } });
  expect(typo.commands.filter(({ name }) => name === 'warning')).toMatchObject([
    { properties: { title: 'Nothing is chosen' } },
  ]);
  expect(typo.summary).toMatch(
    /^### ⚠️ Retention: 0 snapshots removed\n.*no snapshot: there is none, or none fits/s,
  );
  // The snapshots' tree is nowhere: there can be no prune.
  const main = await runner.main({ ...inputs, prune: 'true' });
  expect(main).toMatchObject({ exitCode: 1, outputs: { removed: '1', 'removed-ids': old } });
  expect(main.summary).toContain('**Removed:** 1 snapshot before it failed.');
  expect(await readdir(join(place, 'snapshots'))).toHaveLength(1);
  await rm(place, { recursive: true });
});

test('without a policy it refuses and touches nothing', async () => {
  await using runner = await ActionRunner.create('retention');
  const main = await runner.main({ repository: folder, password: PASSWORD });
  expect(main).toMatchObject({ exitCode: 1, summary: expect.stringContaining('no policy is given') });
  expect(await readdir(join(folder, 'snapshots'))).toHaveLength(4);
});
