import type { SnapshotId } from '../../repository/format/ids.ts';
import type { Snapshot } from '../../repository/format/snapshot.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';

/** The ID that a snapshot had at first: it goes along with its copies. */
export function originalOf({ id, snapshot }: StoredSnapshot): SnapshotId {
  return snapshot.original ?? id;
}

/** What the destination holds already. */
export class CopiesThere {
  readonly #byOriginal = new Map<SnapshotId, StoredSnapshot[]>();

  constructor(there: Iterable<StoredSnapshot>) {
    for (const stored of there) {
      for (const id of new Set([stored.id, originalOf(stored)])) {
        const known = this.#byOriginal.get(id);
        if (known === undefined) this.#byOriginal.set(id, [stored]);
        else known.push(stored);
      }
    }
  }

  /** Its copy, by restic's rule: of the same original, and alike but for parent and original. Null: it isn't there. */
  copyOf(stored: StoredSnapshot): SnapshotId | null {
    const candidates = this.#byOriginal.get(originalOf(stored)) ?? [];
    return candidates.find(({ snapshot }) => isSimilar(snapshot, stored.snapshot))?.id ?? null;
  }
}

function isSimilar(a: Snapshot, b: Snapshot): boolean {
  return (
    a.timeNs === b.timeNs &&
    a.tree === b.tree &&
    a.hostname === b.hostname &&
    a.username === b.username &&
    a.uid === b.uid &&
    a.gid === b.gid &&
    hasSame(a.paths, b.paths) &&
    hasSame(a.tags, b.tags) &&
    a.excludes.length === b.excludes.length &&
    a.excludes.every((exclude, i) => exclude === b.excludes[i])
  );
}

/** In any order. */
function hasSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && b.every((one) => a.includes(one));
}
