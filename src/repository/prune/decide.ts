import type { PackId } from '../format/ids.ts';
import { type PruneCounts, remainingUnusedBytes } from './counts.ts';
import { type PlanOptions, unusedLimit } from './options.ts';
import type { PackUse } from './pack-uses.ts';

/** What becomes of packs. Those that are in neither set stay as they are. */
export interface Decision {
  readonly repack: ReadonlySet<PackId>;
  /** Of no use. */
  readonly remove: ReadonlySet<PackId>;
  /** Of no use, and not there: the index forgets them. */
  readonly forget: ReadonlySet<PackId>;
}

interface Candidate {
  readonly use: PackUse;
  readonly mustCompress: boolean;
}

const MIN_PACK_BYTES = 4 * 1024 * 1024;
/** A pack is small below 80 % of the size that 3 % of the packs don't reach. */
const SMALL_PERCENTILE = 3;
/** Fewer small packs aren't worth the trouble, and one alone would be written again by every prune. */
const MIN_SMALL_PACKS = 10;

/**
 * Which packs to write anew and which to remove, by restic's rules: packs of trees, and of trees and data mixed, as soon as
 * something in them is unused; small ones when there are ten; the others, most unused first, until the unused rest is
 * below the limit.
 */
export function decide(
  uses: readonly PackUse[],
  options: PlanOptions & { readonly version: 1 | 2 },
  counts: PruneCounts,
): Decision {
  return new Decider(uses, options, counts).decide();
}

class Decider {
  readonly #uses: readonly PackUse[];
  readonly #options: PlanOptions & { readonly version: 1 | 2 };
  readonly #counts: PruneCounts;
  readonly #smallBytes: number;
  readonly #repack = new Set<PackId>();
  readonly #remove = new Set<PackId>();
  readonly #forget = new Set<PackId>();

  constructor(
    uses: readonly PackUse[],
    options: PlanOptions & { readonly version: 1 | 2 },
    counts: PruneCounts,
  ) {
    this.#uses = uses;
    this.#options = options;
    this.#counts = counts;
    this.#smallBytes = options.repackSmallerThanBytes ?? smallBelow(uses);
  }

  decide(): Decision {
    const candidates: Candidate[] = [];
    const small: Candidate[] = [];
    for (const use of this.#uses) {
      this.#count(use);
      const mustCompress = this.#mustCompress(use);
      if (use.usedBlobs === 0) this.#drop(use);
      else if (this.#options.repackCacheableOnly && use.holds === 'data') this.#counts.packs.keep++;
      else if (use.unusedBlobs > 0 || use.holds === 'both' || mustCompress)
        candidates.push({ use, mustCompress });
      else if (this.#isSmall(use)) small.push({ use, mustCompress });
      else this.#counts.packs.keep++;
    }
    if (small.length < MIN_SMALL_PACKS) this.#counts.packs.keep += small.length;
    else candidates.push(...small);
    candidates.sort((a, b) => this.#compare(a.use, b.use));
    this.#chooseRepacked(candidates);
    this.#counts.packs.repack = this.#repack.size;
    this.#counts.packs.remove = this.#remove.size;
    if (this.#options.version === 1) this.#counts.bytes.uncompressed = 0;
    return { repack: this.#repack, remove: this.#remove, forget: this.#forget };
  }

  #count({ pack, usedBlobs, unusedBlobs, isUncompressed }: PackUse): void {
    if (pack.sizeBytes === null) return;
    const { packs, bytes } = this.#counts;
    packs[usedBlobs === 0 ? 'unused' : unusedBlobs === 0 ? 'used' : 'partlyUsed']++;
    if (isUncompressed && usedBlobs > 0) bytes.uncompressed += pack.expectedBytes;
  }

  #mustCompress({ holds, isUncompressed }: PackUse): boolean {
    const { version, repackUncompressed } = this.#options;
    return version === 2 && isUncompressed && (holds === 'tree' || repackUncompressed);
  }

  #drop({ pack, unusedBlobs, unusedBytes }: PackUse): void {
    (pack.sizeBytes === null ? this.#forget : this.#remove).add(pack.id);
    this.#counts.blobs.remove += unusedBlobs;
    this.#counts.bytes.remove += unusedBytes;
  }

  #isSmall({ pack }: PackUse): boolean {
    return pack.expectedBytes < this.#smallBytes;
  }

  /** Trees first, then small packs, then by the part that is unused. */
  #compare(a: PackUse, b: PackUse): number {
    return (
      Number(a.holds === 'data') - Number(b.holds === 'data') ||
      Number(this.#isSmall(b)) - Number(this.#isSmall(a)) ||
      b.unusedBytes * a.usedBytes - a.unusedBytes * b.usedBytes ||
      (a.pack.id < b.pack.id ? -1 : 1)
    );
  }

  #chooseRepacked(candidates: readonly Candidate[]): void {
    const { bytes, packs } = this.#counts;
    const { maxRepackBytes } = this.#options;
    const unusedBytes = unusedLimit(this.#options.maxUnused, bytes.used);
    for (const { use, mustCompress } of candidates) {
      const isTooMuch = maxRepackBytes !== null && bytes.repack + use.pack.expectedBytes >= maxRepackBytes;
      const isEnough = remainingUnusedBytes(this.#counts) < unusedBytes && !this.#isSmall(use);
      if (isTooMuch || (isEnough && use.holds === 'data' && !mustCompress)) packs.keep++;
      else this.#rewrite(use);
    }
  }

  #rewrite({ pack, usedBlobs, unusedBlobs, unusedBytes, isUncompressed }: PackUse): void {
    const { blobs, bytes } = this.#counts;
    this.#repack.add(pack.id);
    blobs.repack += usedBlobs + unusedBlobs;
    bytes.repack += pack.expectedBytes;
    blobs.repackRemove += unusedBlobs;
    bytes.repackRemove += unusedBytes;
    if (isUncompressed) bytes.uncompressed -= pack.expectedBytes;
  }
}

function smallBelow(uses: readonly PackUse[]): number {
  const sizes = uses.map(({ pack }) => pack.expectedBytes).sort((a, b) => a - b);
  const atPercentile = sizes[Math.floor((sizes.length * SMALL_PERCENTILE) / 100)] ?? 0;
  return Math.floor((Math.max(MIN_PACK_BYTES, atPercentile) * 4) / 5);
}
