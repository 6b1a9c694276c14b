import { parseChoice } from '../choice.ts';
import type { PlacedNode } from '../operations/walk-tree.ts';

type Compare = (a: PlacedNode, b: PlacedNode) => number;

/** How `ls` orders what it lists. Null: as it comes, which is by name and needs no memory. */
export function sortOrder({ sort, reverse }: { sort: string; reverse?: boolean }): Compare | null {
  const by = parseChoice(sort, '--sort', ['name', 'size', 'time', 'mtime', 'atime', 'ctime', 'extension']);
  if (by === 'name' && !reverse) return null;
  const compare = thenByPath(COMPARE[by]);
  return reverse ? (a, b) => compare(b, a) : compare;
}

/** `entries` in that order, of equal ones by path. All are held in memory unless the order is null. */
export async function* sortEntries(
  entries: AsyncIterable<PlacedNode>,
  order: Compare | null,
): AsyncGenerator<PlacedNode> {
  if (order === null) yield* entries;
  else yield* (await Array.fromAsync(entries)).sort(order);
}

const byTime = (field: 'mtimeNs' | 'atimeNs' | 'ctimeNs'): Compare => {
  return ({ node: a }, { node: b }) => compareValues(a[field], b[field]);
};

const byPath: Compare = (a, b) => compareValues(a.path, b.path);

const COMPARE = {
  name: byPath,
  size: ({ node: a }, { node: b }) => compareValues(a.sizeBytes, b.sizeBytes),
  time: byTime('mtimeNs'),
  mtime: byTime('mtimeNs'),
  atime: byTime('atimeNs'),
  ctime: byTime('ctimeNs'),
  extension: (a, b) => compareValues(extensionOf(a.path), extensionOf(b.path)),
} satisfies Record<string, Compare>;

function thenByPath(compare: Compare): Compare {
  return (a, b) => compare(a, b) || byPath(a, b);
}

/** As Go's: from the last dot of the name on, also where the name begins with it. */
function extensionOf(path: string): string {
  return /\.[^./]*$/.exec(path)?.[0] ?? '';
}

function compareValues<T extends string | bigint>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
