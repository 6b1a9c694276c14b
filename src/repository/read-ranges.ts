import type { BlobPlace } from './blob-index.ts';
import type { PackId } from './format/ids.ts';

/** Something that is read from a place in a pack. */
export interface PlacedItem {
  readonly place: Pick<BlobPlace, 'packOrdinal' | 'pack' | 'offset' | 'length'>;
}

/** One load that brings all of `items`. */
export interface ReadRange<T extends PlacedItem> {
  readonly pack: PackId;
  readonly offset: number;
  readonly length: number;
  /** By rising offset. */
  readonly items: readonly T[];
}

/** Bytes between two blobs that are loaded for nothing, since another request would take longer. */
export const MAX_GAP_BYTES = 256 * 1024;

/** A range doesn't grow past this (one blob may be longer): several small ones are loaded at once. */
export const MAX_RANGE_BYTES = 8 * 1024 * 1024;

/** Ranges that bring all of `items`, the range with the earliest item first. */
export function coalesce<T extends PlacedItem>(items: readonly T[]): ReadRange<T>[] {
  const ordered = items.map((item, position) => ({ item, position }));
  ordered.sort((a, b) => comparePlaces(a.item.place, b.item.place));
  const ranges: { firstPosition: number; range: ReadRange<T> & { items: T[]; length: number } }[] = [];
  for (const { item, position } of ordered) {
    const last = ranges.at(-1);
    const length = last === undefined ? null : extendedLength(last.range, item);
    if (last !== undefined && length !== null) {
      last.range.items.push(item);
      last.range.length = length;
      last.firstPosition = Math.min(last.firstPosition, position);
    } else {
      const { pack, offset, length: ownLength } = item.place;
      ranges.push({ firstPosition: position, range: { pack, offset, length: ownLength, items: [item] } });
    }
  }
  return ranges.sort((a, b) => a.firstPosition - b.firstPosition).map(({ range }) => range);
}

function comparePlaces(a: PlacedItem['place'], b: PlacedItem['place']): number {
  return a.packOrdinal - b.packOrdinal || a.offset - b.offset;
}

/** The length of `range` with `item` in it, or null if they are better loaded apart. */
function extendedLength(range: ReadRange<PlacedItem>, { place }: PlacedItem): number | null {
  const end = range.offset + range.length;
  if (range.pack !== place.pack || place.offset - end > MAX_GAP_BYTES) return null;
  const length = Math.max(end, place.offset + place.length) - range.offset;
  return length > MAX_RANGE_BYTES ? null : length;
}
