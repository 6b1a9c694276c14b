import { HoldfastError } from '../../errors.ts';
import type { PackId } from '../format/ids.ts';
import type { OpenRepository } from '../open-repository.ts';
import { RowSet } from '../row-set.ts';
import { noCounts, type PruneCounts } from './counts.ts';
import { type Decision, decide } from './decide.ts';
import type { PlanOptions } from './options.ts';
import { usesOfPacks } from './pack-uses.ts';
import { type IndexedPack, StoredPacks } from './stored-packs.ts';

/** What a prune will do. It goes by rows of the index as it was loaded. */
export interface PrunePlan {
  readonly packs: StoredPacks;
  readonly decision: Decision;
  readonly counts: PruneCounts;
  /** Of the index when this was planned: what is written later stands behind. */
  readonly rowCount: number;
  /** First rows of the blobs that snapshots need. */
  readonly used: RowSet;
  /** The same, of those that lie in packs that stay. */
  readonly staying: RowSet;
  /** Rows of packs that go whose blobs are written anew. */
  readonly moves: RowSet;
  /** Rows of packs that stay, to be verified before other copies of their blobs go. */
  readonly looks: RowSet;
}

/**
 * Looks at what is stored and decides. Writes nothing.
 * @param used First rows of the blobs that snapshots need.
 * @throws HoldfastError repository-damaged if something that is needed isn't there.
 */
export async function planPrune(
  repository: OpenRepository,
  used: RowSet,
  options: PlanOptions,
  signal?: AbortSignal,
): Promise<PrunePlan> {
  const { version, index } = repository;
  const packs = await StoredPacks.list(repository, signal);
  const counts = noCounts();
  const uses = usesOfPacks(packs, used, counts);
  const decision = decide(uses, { ...options, version }, counts);
  counts.packs.unreferenced = packs.strays.length;
  counts.bytes.unreferenced = packs.strays.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  return { packs, decision, counts, rowCount: index.rowCount, used, ...chooseRows(packs, decision, used) };
}

/** Whether the pack is no more after the prune. */
export function goes({ repack, remove, forget }: Decision, pack: PackId): boolean {
  return repack.has(pack) || remove.has(pack) || forget.has(pack);
}

function chooseRows(
  packs: StoredPacks,
  decision: Decision,
  used: RowSet,
): Pick<PrunePlan, 'staying' | 'moves' | 'looks'> {
  const { index } = packs;
  const none = () => new RowSet(index.rowCount);
  const [staying, moves, moved, atRisk, looks] = [none(), none(), none(), none(), none()];
  const eachNeeded = (pack: IndexedPack, visit: (row: number, first: number) => void) => {
    for (const row of packs.rowsOf(pack)) {
      const first = index.firstRowOf(row);
      if (first >= 0 && used.has(first)) visit(row, first);
    }
  };
  const leaving = packs.indexed.filter(({ id }) => goes(decision, id));
  const remaining = packs.indexed.filter(({ id }) => !goes(decision, id));
  for (const pack of remaining) eachNeeded(pack, (_row, first) => staying.add(first));
  for (const pack of leaving) {
    eachNeeded(pack, (row, first) => {
      if (staying.has(first)) atRisk.add(first);
      else if (decision.repack.has(pack.id) && moved.add(first)) moves.add(row);
    });
  }
  for (const pack of remaining) {
    eachNeeded(pack, (row, first) => {
      if (atRisk.delete(first)) looks.add(row);
    });
  }
  for (const row of used) if (!staying.has(row) && !moved.has(row)) throw lostBy(packs, row);
  return { staying, moves, looks };
}

/**
 * The last look before something is removed: each blob that is needed lies in a pack that stays or was written since.
 * @throws HoldfastError internal.
 */
export function assertNothingIsLost({ packs, rowCount, used, staying }: PrunePlan): void {
  const { index } = packs;
  const written = new RowSet(rowCount);
  for (let row = rowCount; row < index.rowCount; row++) {
    const first = index.firstRowOf(row);
    if (first >= 0 && first < rowCount) written.add(first);
  }
  for (const row of used) if (!staying.has(row) && !written.has(row)) throw lostBy(packs, row);
}

function lostBy({ index }: StoredPacks, row: number): HoldfastError {
  return new HoldfastError(
    'internal',
    `Cannot prune: ${index.typeAt(row)} blob ${index.idAt(row)}, which is needed, would be lost. No data was removed.`,
  );
}
