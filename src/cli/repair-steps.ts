import type { FindingCode } from '../repository/check-finding.ts';

/** What a check found, as far as it matters for what to do now. */
export interface CheckOutcome {
  readonly errors: number;
  readonly codes: ReadonlySet<FindingCode>;
  /** IDs of the packs that are broken themselves. */
  readonly brokenPacks: readonly string[];
}

/** An index that lacks what is there, or says what isn't so. */
const INDEX_FAULTS: readonly FindingCode[] = [
  'index-unreadable',
  'pack-missing',
  'pack-split',
  'pack-overlap',
];

/** Something that a snapshot needs, or may need, is gone. */
const LOSSES: readonly FindingCode[] = [
  'pack-missing',
  'pack-wrong-size',
  'pack-unreadable',
  'tree-missing',
  'tree-unreadable',
  'node-broken',
  'blob-missing',
];

/** Whether prune may be advised: with an error, what looks superfluous may be what is missing elsewhere. */
export function suggestsPrune({ errors, codes }: CheckOutcome): boolean {
  return errors === 0 && (codes.has('pack-mixed') || codes.has('pack-unindexed'));
}

/** What prune would tidy up, without which the repository is as good. */
export function leavesToPrune(outcome: CheckOutcome): boolean {
  return suggestsPrune(outcome) || (outcome.errors === 0 && outcome.codes.has('blobs-unused'));
}

export function suggestsRepairIndex(outcome: CheckOutcome): boolean {
  return outcome.codes.has('pack-twice') || has(outcome, INDEX_FAULTS) || isIndexLost(outcome);
}

/** What mends the damage, in the order in which to do it, ready to show. None when nothing is damaged. */
export function repairSteps(outcome: CheckOutcome): string[] {
  if (outcome.errors === 0) return [];
  const steps: string[] = [];
  if (outcome.codes.has('snapshot-unreadable')) {
    steps.push(
      'Put the snapshot files back, or move them away, as said above: neither restic nor we can mend one.',
    );
  }
  // Before the index is made anew: of a pack without a whole header, only the old index knows what is in it.
  if (!mayBeThere(outcome)) steps.push(...packSteps(outcome));
  if (has(outcome, INDEX_FAULTS) || isIndexLost(outcome)) steps.push(indexStep(outcome));
  // What seems lost may only be in no index: taken out of the snapshots now, it would be lost for good.
  if (!mayBeThere(outcome) && has(outcome, LOSSES)) steps.push(...LOSS_STEPS);
  return [...steps, 'Check again: "holdfast check --read-data".'];
}

function indexStep(outcome: CheckOutcome): string {
  const repair = '"restic repair index" reads again what the packs hold.';
  if (!isIndexLost(outcome)) return repair;
  const pruned = 'Never prune before: it would remove the packs that no index names, and the data with them.';
  return outcome.codes.has('index-unreadable')
    ? `${repair} ${pruned}`
    : `${repair} So does the next backup with Holdfast. ${pruned}`;
}

function packSteps({ brokenPacks }: CheckOutcome): string[] {
  const ids = brokenPacks.join(' ');
  return ids === '' ? [] : [`"restic repair packs ${ids}" saves what is whole in them.`];
}

const LOSS_STEPS: readonly string[] = [
  '"holdfast backup --force" of what was backed up stores anew whatever is still there.',
  '"restic repair snapshots --forget" takes out of the snapshots what is lost for good.',
];

/** Packs are there that no index names, and something is wrong: what is missing may be in them. */
function isIndexLost({ errors, codes }: CheckOutcome): boolean {
  return errors > 0 && codes.has('pack-unindexed');
}

function mayBeThere(outcome: CheckOutcome): boolean {
  return outcome.codes.has('index-unreadable') || isIndexLost(outcome);
}

function has({ codes }: CheckOutcome, any: readonly FindingCode[]): boolean {
  return any.some((code) => codes.has(code));
}
