import { type Choice, DRAW_ALGORITHM, drawn } from '../../drills/choice.ts';
import type { DrillPredicate } from '../../drills/statement.ts';
import { HoldfastError } from '../../errors.ts';
import { findSnapshots, resolveSnapshot, type SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { isIncomplete } from '../../repository/tags.ts';

export interface Chosen {
  readonly snapshot: StoredSnapshot;
  /** The newest complete one that matches; null if there is none, which only a choice by ID gets over. */
  readonly newest: StoredSnapshot | null;
  readonly evidence: DrillPredicate['choice'];
}

/**
 * The snapshot that the drill is of. An incomplete one is drilled only if it is named.
 * @throws HoldfastError snapshot-missing, bad-input, repository-damaged.
 */
export async function chooseSnapshot(
  repository: Repository,
  choice: Choice,
  filter: SnapshotFilter,
  { nowMs, signal }: { nowMs: number; signal: AbortSignal },
): Promise<Chosen> {
  const newest = await resolveSnapshot(repository, 'latest', filter, signal).catch((error: unknown) => {
    if (choice.how === 'id' && error instanceof HoldfastError && error.code === 'snapshot-missing')
      return null;
    throw error;
  });
  const plain = { algorithm: null, seed: null, within_ms: null, candidates: null };
  if (choice.how === 'latest')
    return { snapshot: newest as StoredSnapshot, newest, evidence: { how: 'latest', ...plain } };
  if (choice.how === 'id') {
    const snapshot = await resolveSnapshot(repository, choice.spec, filter, signal);
    return { snapshot, newest, evidence: { how: 'id', ...plain } };
  }
  const { withinMs, seed } = choice;
  const sinceNs = BigInt(nowMs - withinMs) * 1_000_000n;
  const found = (await findSnapshots(repository, filter, { signal })).filter(
    ({ snapshot }) => !isIncomplete(snapshot) && snapshot.timeNs >= sinceNs,
  );
  const candidates = found.map(({ id }) => id).sort();
  if (candidates.length === 0) {
    throw new HoldfastError(
      'snapshot-missing',
      `Cannot choose a snapshot at random: none that is complete was taken since ${new Date(nowMs - withinMs).toISOString()}, ` +
        'expected one at least. Widen the window.',
    );
  }
  const id = drawn(seed, candidates);
  return {
    snapshot: found.find((one) => one.id === id) as StoredSnapshot,
    newest,
    evidence: { how: 'random', algorithm: DRAW_ALGORITHM, seed, within_ms: withinMs, candidates },
  };
}
