/** How much unused data may stay, as `--max-unused` has it. */
export type MaxUnused =
  | { readonly kind: 'unlimited' }
  | { readonly kind: 'bytes'; readonly bytes: number }
  /** Of what is stored afterwards, 0 to below 100. */
  | { readonly kind: 'percent'; readonly percent: number };

/** What of a repository is written anew, by restic's rules. */
export interface PlanOptions {
  readonly maxUnused: MaxUnused;
  /** Stop repacking at so many bytes; null: no limit. */
  readonly maxRepackBytes: number | null;
  /** Packs below this are put together; null: by the sizes of the packs that are there. At most the size of new packs. */
  readonly repackSmallerThanBytes: number | null;
  /** Repack packs of trees alone. */
  readonly repackCacheableOnly: boolean;
  /** Compress what isn't compressed. Not in version 1. */
  readonly repackUncompressed: boolean;
}

/** Bytes that may stay unused beside `usedBytes`. */
export function unusedLimit(maxUnused: MaxUnused, usedBytes: number): number {
  switch (maxUnused.kind) {
    case 'unlimited':
      return Number.POSITIVE_INFINITY;
    case 'bytes':
      return maxUnused.bytes;
    case 'percent':
      return Math.floor((maxUnused.percent / (100 - maxUnused.percent)) * usedBytes);
  }
}
