import { createHash } from 'node:crypto';

/** Which snapshot a drill restores. */
export type Choice =
  | { readonly how: 'latest' }
  /** An ID, or its beginning. */
  | { readonly how: 'id'; readonly spec: string }
  /** One of those that were taken within the last `withinMs`, by a seed that anybody can play again. */
  | { readonly how: 'random'; readonly withinMs: number; readonly seed: string };

/** How `drawn` draws: it stands in the evidence. */
export const DRAW_ALGORITHM =
  'sort the candidates’ IDs; of SHA-256(seed + "\\n" + IDs joined by "\\n") the first 8 bytes, big-endian, modulo their number';

/**
 * The candidate that a seed draws: see DRAW_ALGORITHM. The IDs are hashed, too, so that nobody can look for a seed before
 * the snapshots are there, nor add a snapshot that is sure to be drawn. Their order doesn't count.
 * @param ids At least one.
 */
export function drawn(seed: string, ids: readonly string[]): string {
  const sorted = ids.toSorted();
  const digest = createHash('sha256')
    .update([seed, ...sorted].join('\n'))
    .digest();
  return sorted[Number(digest.readBigUInt64BE() % BigInt(sorted.length))] as string;
}
