import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDirectory } from '../../../src/backends/directory.ts';
import type { Choice } from '../../../src/drills/choice.ts';
import { chooseSnapshot } from '../../../src/operations/drill/choose.ts';
import type { BlobId, SnapshotId } from '../../../src/repository/format/ids.ts';
import { type OpenRepository, openRepository } from '../../../src/repository/open.ts';
import { INCOMPLETE_TAG, targetTag } from '../../../src/repository/tags.ts';
import { PASSWORD } from '../../repository/fast-key.ts';
import { snapshotOf } from '../../repository/nodes.ts';
import { storeHistories } from '../../retention/stored-histories.ts';

const DAY_MS = 86_400_000;
const TREE = 'a'.repeat(64) as BlobId;
const nowMs = Date.now();

let folder = '';
let repository: OpenRepository;
let ids: SnapshotId[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-choose-'));
  const of = (target: string, daysAgo: number, ...tags: string[]) => {
    const timeNs = BigInt(nowMs - daysAgo * DAY_MS) * 1_000_000n;
    return snapshotOf(TREE, { timeNs, tags: [targetTag(target), ...tags] });
  };
  ids = await storeHistories(folder, [
    of('wiki', 40),
    of('wiki', 9),
    of('wiki', 8),
    of('wiki', 1, INCOMPLETE_TAG),
    of('shop', 0),
  ]);
  repository = await openRepository(openDirectory(folder), PASSWORD);
});
afterAll(async () => {
  await repository?.close();
  await rm(folder, { recursive: true, force: true });
});

const choose = (choice: Choice, target: string | null = 'wiki') =>
  chooseSnapshot(repository, choice, { target }, { nowMs, signal: new AbortController().signal });

describe('the snapshot of a drill', () => {
  test('is the newest complete one that matches', async () => {
    expect(await choose({ how: 'latest' })).toMatchObject({
      snapshot: { id: ids[2] },
      newest: { id: ids[2] },
    });
  });

  test('is as old as the newest of its own application, whatever is newer of another', async () => {
    const chosen = await choose({ how: 'id', spec: ids[0] ?? '' }, null);
    expect(chosen).toMatchObject({ snapshot: { id: ids[0] }, newest: { id: ids[2] } });
  });

  test('is drawn from the complete ones of the window, and the evidence says from which', async () => {
    const choice = { how: 'random', withinMs: 30 * DAY_MS, seed: '4711' } as const;
    const { snapshot, evidence } = await choose(choice);
    expect(evidence.candidates).toEqual([ids[1], ids[2]].sort());
    expect(evidence.candidates).toContain(snapshot.id);
    expect((await choose(choice)).snapshot.id).toBe(snapshot.id);
    const drawn = new Set<string>();
    for (let seed = 0; seed < 20; seed++)
      drawn.add((await choose({ ...choice, seed: `${seed}` })).snapshot.id);
    expect(drawn.size).toBe(2);
    await expect(choose({ ...choice, withinMs: DAY_MS })).rejects.toMatchObject({ code: 'snapshot-missing' });
  });
});
