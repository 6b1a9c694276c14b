import { randomBytes } from 'node:crypto';

// A polynomial over GF(2) is a bigint: bit i is the coefficient of x^i. Adding is XOR.

/** Degree of every chunker polynomial: what leaves 8 bits of an unsigned 64-bit word free, and 3 to spare. */
export const POLYNOMIAL_DEGREE = 53;

const X = 2n;

/**
 * A random irreducible polynomial of degree 53, for a new repository: nobody who doesn't know it can tell from the
 * sizes of chunks what is in them.
 */
export function randomPolynomial(): bigint {
  // One in about 26 with a constant term is irreducible.
  for (;;) {
    const random = randomBytes(8).readBigUInt64BE() & ((1n << BigInt(POLYNOMIAL_DEGREE)) - 1n);
    const candidate = random | (1n << BigInt(POLYNOMIAL_DEGREE)) | 1n;
    if (isIrreducible(candidate)) return candidate;
  }
}

/**
 * Ben-Or's test: a reducible polynomial of degree n has a factor of degree i ≤ n/2, and x^(2^i) - x is the product of
 * all irreducible ones whose degree divides i.
 */
export function isIrreducible(polynomial: bigint): boolean {
  const n = degree(polynomial);
  if (n < 1) return false;
  let power = remainder(X, polynomial);
  for (let i = 1; i <= n / 2; i++) {
    power = remainder(square(power), polynomial);
    if (greatestCommonDivisor(polynomial, power ^ X) !== 1n) return false;
  }
  return true;
}

/** -1 for zero. */
export function degree(polynomial: bigint): number {
  return polynomial === 0n ? -1 : polynomial.toString(2).length - 1;
}

export function remainder(dividend: bigint, divisor: bigint): bigint {
  const divisorDegree = degree(divisor);
  let rest = dividend;
  for (let d = degree(rest); d >= divisorDegree; d = degree(rest)) {
    rest ^= divisor << BigInt(d - divisorDegree);
  }
  return rest;
}

/** Over GF(2) the square has each coefficient at twice its place. */
function square(polynomial: bigint): bigint {
  return BigInt(`0b${Array.from(polynomial.toString(2)).join('0')}`);
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : greatestCommonDivisor(b, remainder(a, b));
}
