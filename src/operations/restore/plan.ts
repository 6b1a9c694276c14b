import type { ByteString } from '../../bytestring.ts';
import type { ListedEntry } from '../../files/listing.ts';
import { joinPath } from '../../files/paths.ts';
import type { Node } from '../../repository/format/node.ts';
import type { SourceFolder } from './source-folder.ts';

/** What becomes of one name at the destination. */
export type Plan = Stay | Change;

/**
 * - `create`: the entry is made in staging, whole, and swapped in by a rename
 * - `replace`: the same; what stands there goes into the undo folder
 * - `remove`: what stands there isn't in the snapshot, and goes into the undo folder
 */
export type Change = 'create' | 'replace' | 'remove';

/** A folder that exists and stays: some of its entries change. */
export class Stay {
  /** What is restored of it. */
  readonly folder: SourceFolder;
  /** Its node and what stands there, if its own metadata is restored; else null. */
  readonly own: { readonly node: Node; readonly entry: ListedEntry } | null;
  readonly changes = new Map<ByteString, Plan>();
  /** Names of what a listing shows as it was saved, but that was touched since: its attributes may be others. */
  readonly doubtful = new Set<ByteString>();

  constructor(folder: SourceFolder, own: Stay['own']) {
    this.folder = folder;
    this.own = own;
  }
}

/** All folders that stay, from the root down. */
export function* stays(root: Stay): Generator<Stay> {
  yield root;
  for (const plan of root.changes.values()) if (plan instanceof Stay) yield* stays(plan);
}

/** The folders in which something is placed or removed. */
export function* changedFolders(root: Stay): Generator<Stay> {
  for (const stay of stays(root)) {
    for (const plan of stay.changes.values()) {
      if (plan instanceof Stay) continue;
      yield stay;
      break;
    }
  }
}

/** Whether something is swapped in. */
export function isPlaced(plan: Plan | undefined): boolean {
  return plan === 'create' || plan === 'replace';
}

/** Names in `stay` at which something is swapped in. */
export function placedNames(stay: Stay): ByteString[] {
  return [...stay.changes].filter(([, plan]) => isPlaced(plan)).map(([name]) => name);
}

/** Names in `stay` that go. */
export function removedNames(stay: Stay): ByteString[] {
  return [...stay.changes].filter(([, plan]) => plan === 'remove').map(([name]) => name);
}

/** Every change, as a person would list it. */
export function* changesOf(root: Stay): Generator<{ path: ByteString; kind: Change }> {
  for (const stay of stays(root)) {
    for (const [name, plan] of stay.changes) {
      if (!(plan instanceof Stay)) yield { path: joinPath(stay.folder.path, name), kind: plan };
    }
  }
}

/** Drops folders in which nothing changes and whose own metadata is right. */
export function prune(root: Stay, isRight: (own: NonNullable<Stay['own']>) => boolean): void {
  for (const [name, plan] of root.changes) {
    if (!(plan instanceof Stay)) continue;
    prune(plan, isRight);
    if (plan.changes.size === 0 && (plan.own === null || isRight(plan.own))) root.changes.delete(name);
  }
}
