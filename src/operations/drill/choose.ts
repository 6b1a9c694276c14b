import { type Choice, DRAW_ALGORITHM, drawn } from '../../drills/choice.ts';
import type { DrillPredicate } from '../../drills/statement.ts';
import { HoldfastError } from '../../errors.ts';
import { findSnapshots, resolveSnapshot, type SnapshotFilter } from '../../repository/find-snapshot.ts';
import type { Repository, StoredSnapshot } from '../../repository/repository.ts';
import { isIncomplete, targetOf } from '../../repository/tags.ts';

export interface Chosen {
  readonly snapshot: StoredSnapshot;
  /** The newest complete one of the same application and host; null if there is none: it is an incomplete one that was named. */
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
  const chosen = await choose(repository, choice, filter, { nowMs, signal });
  return { ...chosen, newest: await newestBeside(repository, chosen.snapshot, signal) };
}

/** The newest of the same application on the same host: that of another one says nothing of this one's age. */
async function newestBeside(
  repository: Repository,
  { snapshot }: StoredSnapshot,
  signal: AbortSignal,
): Promise<StoredSnapshot | null> {
  const target = targetOf(snapshot);
  const same = { hosts: [snapshot.hostname], target, ...(target === null ? { paths: snapshot.paths } : {}) };
  // One that can't be read may be newer: then the age that is told is too great, never too small.
  const found = await findSnapshots(repository, same, { signal, onUnreadable: () => {} });
  return found.findLast((one) => !isIncomplete(one.snapshot)) ?? null;
}

async function choose(
  repository: Repository,
  choice: Choice,
  filter: SnapshotFilter,
  { nowMs, signal }: { nowMs: number; signal: AbortSignal },
): Promise<Omit<Chosen, 'newest'>> {
  const plain = { algorithm: null, seed: null, within_ms: null, candidates: null };
  if (choice.how !== 'random') {
    const spec = choice.how === 'id' ? choice.spec : 'latest';
    const snapshot = await resolveSnapshot(repository, spec, filter, signal);
    return { snapshot, evidence: { how: choice.how, ...plain } };
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
    evidence: { how: 'random', algorithm: DRAW_ALGORITHM, seed, within_ms: withinMs, candidates },
  };
}
