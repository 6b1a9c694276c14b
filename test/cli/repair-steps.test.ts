import { describe, expect, test } from 'vitest';
import {
  leavesToPrune,
  repairSteps,
  suggestsPrune,
  suggestsRepairIndex,
} from '../../src/cli/repair-steps.ts';
import type { FindingCode } from '../../src/repository/check-finding.ts';

function outcome(errors: number, codes: readonly FindingCode[], brokenPacks: readonly string[] = []) {
  return { errors, codes: new Set(codes), brokenPacks };
}

describe('a lost index', () => {
  const lost = outcome(1, ['pack-unindexed', 'tree-missing', 'blobs-unused']);

  test('is never answered with prune, which would remove the data', () => {
    expect(suggestsPrune(lost)).toBe(false);
    expect(leavesToPrune(lost)).toBe(false);
    expect(suggestsRepairIndex(lost)).toBe(true);
    expect(repairSteps(lost)[0]).toMatch(/^"restic repair index".*next backup.*Never prune before/);
  });

  test.each<FindingCode>(['tree-missing', 'blob-missing', 'pack-unreadable'])(
    'takes nothing out of the snapshots while unindexed packs may hold it (%s)',
    (code) => {
      const steps = repairSteps(outcome(1, ['pack-unindexed', code], ['ab'])).join('\n');
      expect(steps).toContain('restic repair index');
      expect(steps).not.toContain('repair snapshots');
    },
  );

  test('that can not be read stops our backups too: only restic mends it', () => {
    const steps = repairSteps(outcome(2, ['index-unreadable', 'pack-unindexed', 'tree-missing']));
    expect(steps[0]).not.toContain('next backup');
    expect(steps.join('\n')).not.toContain('repair snapshots');
  });
});

test.each<[FindingCode, RegExp]>([
  ['pack-missing', /repair index.*backup --force.*repair snapshots/s],
  ['pack-unreadable', /repair packs ab cd".*backup --force.*repair snapshots/s],
  ['blob-missing', /backup --force.*repair snapshots/s],
  ['snapshot-unreadable', /snapshot files/],
])('%s has steps, and a check at the end', (code, steps) => {
  const packs = code === 'pack-unreadable' ? ['ab', 'cd'] : [];
  expect(repairSteps(outcome(1, [code], packs)).join('\n')).toMatch(steps);
  expect(repairSteps(outcome(1, [code])).at(-1)).toMatch(/^Check again/);
});

test('a whole repository needs no steps; what is superfluous in it may be pruned', () => {
  expect(repairSteps(outcome(0, ['pack-unindexed']))).toEqual([]);
  expect(suggestsPrune(outcome(0, ['pack-unindexed']))).toBe(true);
  expect(suggestsPrune(outcome(0, ['blobs-unused']))).toBe(false);
  expect(leavesToPrune(outcome(0, ['blobs-unused']))).toBe(true);
  expect(leavesToPrune(outcome(0, []))).toBe(false);
});
