const MAX_UINT64 = 2n ** 64n - 1n;
const MAX_DIGITS = 20;

/** Of small numbers, which links, blocks and devices mostly are, one bigint serves for all: a listing holds tens of thousands. */
const SMALL = Array.from({ length: 1024 }, (_, value) => BigInt(value));

/** The number that `digits` (decimal, nothing else) stand for, or null if 64 bits can't hold it, as no system's do. */
export function uint64(digits: number | string): bigint | null {
  if (typeof digits === 'number') return SMALL[digits] ?? BigInt(digits);
  if (digits.length > MAX_DIGITS) return null;
  const value = BigInt(digits);
  return value <= MAX_UINT64 ? value : null;
}
