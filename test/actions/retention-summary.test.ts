import { describe, expect, test } from 'vitest';
import { failedRetentionSummary, retentionSummary } from '../../src/actions/retention-summary.ts';
import { HoldfastError } from '../../src/errors.ts';
import { snapshotItem } from '../../src/operations/forget/snapshot-items.ts';
import type { ForgetResult } from '../../src/operations/forget.ts';
import type { BlobId, SnapshotId } from '../../src/repository/format/ids.ts';
import type { SnapshotSummary } from '../../src/repository/format/snapshot.ts';
import { targetTag } from '../../src/repository/tags.ts';
import type { FrozenTarget } from '../../src/retention/plan.ts';
import { snapshotOf } from '../repository/nodes.ts';
import { NOW_NS } from '../retention/items.ts';

function item(digit: string) {
  const summary = { totalBytesProcessed: 1_500_000, totalFilesProcessed: 3 } as SnapshotSummary;
  const over = { timeNs: NOW_NS, tags: [targetTag('wiki')], summary };
  return snapshotItem({
    id: digit.repeat(64) as SnapshotId,
    snapshot: snapshotOf('a'.repeat(64) as BlobId, over),
  });
}

const KEY = { hostname: 'db1', target: 'wiki', paths: null, tags: null };
const keep = {
  item: item('1'),
  keep: true,
  matches: ['last snapshot'],
  others: ['newest complete snapshot'],
};
const remove = { item: item('2'), keep: false, matches: [], others: ['no rule keeps it'] };
const RESULT: ForgetResult = {
  noun: 'snapshot',
  kind: 'policy',
  dryRun: false,
  groups: [{ key: KEY, decisions: [keep, remove], keepsNone: false }],
  frozen: [],
  removed: [remove.item.id],
  retained: [],
  failed: null,
  untried: [],
  locks: null,
  prune: null,
};
const FROZEN: FrozenTarget = {
  hostname: 'db1',
  target: 'shop',
  paths: null,
  name: 'shop',
  freeze: {
    reason: 'stale',
    message: 'its newest complete snapshot, 33333333, is 8d old, expected one that is at most 30h old',
  },
  overridden: false,
};
const POLICY = 'keep 1 latest snapshots';

describe('the job summary of a retention', () => {
  test('that removed what is not kept', async () => {
    await expect(retentionSummary(RESULT, POLICY)).toMatchFileSnapshot('golden/retention-success.md');
  });

  test('of which a target is frozen, one goes on despite its reason, and one snapshot is retained', async () => {
    const frozen = [FROZEN, { ...FROZEN, target: 'blog', overridden: true }];
    const retained = [{ id: remove.item.id, message: 'locked until 2027' }];
    const result = { ...RESULT, frozen, removed: [], retained };
    await expect(retentionSummary(result, POLICY)).toMatchFileSnapshot('golden/retention-frozen.md');
  });

  test('that was a dry run', async () => {
    const result = {
      ...RESULT,
      dryRun: true,
      removed: [],
      prune: { lines: ['1.2 GiB would be freed'], json: {} },
    };
    await expect(retentionSummary(result, POLICY)).toMatchFileSnapshot('golden/retention-dry-run.md');
  });

  test('that stopped at one that could not be removed', async () => {
    const failed = { id: remove.item.id, message: 'Access denied.' };
    const result = { ...RESULT, removed: [], failed, untried: [keep.item.id] };
    await expect(retentionSummary(result, POLICY)).toMatchFileSnapshot('golden/retention-stopped.md');
  });

  test('that failed after some were removed', async () => {
    const error = new HoldfastError('lock-lost', 'The lock is gone.');
    const summary = failedRetentionSummary(error, {
      noun: 'snapshot',
      repository: '/srv/backup',
      removed: 3,
    });
    await expect(summary).toMatchFileSnapshot('golden/retention-failed.md');
  });

  test('has room for so many snapshots, and counts the others', () => {
    const decisions = Array.from({ length: 900 }, () => remove);
    const group = { key: KEY, decisions, keepsNone: false };
    const summary = retentionSummary({ ...RESULT, groups: [group, group] }, POLICY);
    expect(summary.split('**removed**')).toHaveLength(1001);
    expect(summary).toContain('… and 800 more snapshots: the log has them all.');
  });
});
