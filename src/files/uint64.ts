const MAX_UINT64 = 2n ** 64n - 1n;
const MAX_DIGITS = 20;

/** Of links, blocks and sizes most are small: made once, they take no memory in each of the tens of thousands of entries that wait. */
const SMALL = Array.from({ length: 1024 }, (_, value) => BigInt(value));

/** The number that `digits` (decimal, nothing else) stand for, or null if 64 bits can't hold it, as no system's do. */
export function uint64(digits: number | string): bigint | null {
  if (typeof digits === 'number') return SMALL[digits] ?? BigInt(digits);
  if (digits.length > MAX_DIGITS) return null;
  const value = BigInt(digits);
  return value <= MAX_UINT64 ? value : null;
}
