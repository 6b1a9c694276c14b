/** What a prune found and decided: restic's figures, in its words. Bytes are as stored. */
export interface PruneCounts {
  readonly blobs: {
    used: number;
    duplicate: number;
    unused: number;
    /** In packs that are written anew, */
    repack: number;
    /** and of these what goes. */
    repackRemove: number;
    remove: number;
  };
  readonly bytes: {
    used: number;
    duplicate: number;
    unused: number;
    /** In packs that no index names. */
    unreferenced: number;
    /** In packs that stay and in which something isn't compressed. 0 in version 1. */
    uncompressed: number;
    repack: number;
    repackRemove: number;
    remove: number;
  };
  readonly packs: {
    used: number;
    unused: number;
    partlyUsed: number;
    unreferenced: number;
    keep: number;
    repack: number;
    remove: number;
  };
}

export function noCounts(): PruneCounts {
  return {
    blobs: { used: 0, duplicate: 0, unused: 0, repack: 0, repackRemove: 0, remove: 0 },
    bytes: {
      used: 0,
      duplicate: 0,
      unused: 0,
      unreferenced: 0,
      uncompressed: 0,
      repack: 0,
      repackRemove: 0,
      remove: 0,
    },
    packs: { used: 0, unused: 0, partlyUsed: 0, unreferenced: 0, keep: 0, repack: 0, remove: 0 },
  };
}

/** Unused bytes that stay after what was decided so far. */
export function remainingUnusedBytes({ bytes }: PruneCounts): number {
  return bytes.duplicate + bytes.unused - bytes.remove - bytes.repackRemove;
}
