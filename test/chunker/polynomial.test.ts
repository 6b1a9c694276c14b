import { describe, expect, test } from 'vitest';
import {
  degree,
  isIrreducible,
  POLYNOMIAL_DEGREE,
  randomPolynomial,
  remainder,
} from '../../src/chunker/polynomial.ts';

/** Of restic's documents, of its own tests, and of repositories that it made. */
const RESTIC_POLYNOMIALS = ['25b468838dcb75', '3da3358b4dc173', '2bd7b45530738b', '2d569ee767f45f'];

test.each(RESTIC_POLYNOMIALS)("restic's polynomial %s is irreducible, of degree 53", (hex) => {
  const polynomial = BigInt(`0x${hex}`);
  expect(degree(polynomial)).toBe(POLYNOMIAL_DEGREE);
  expect(isIrreducible(polynomial)).toBe(true);
});

describe('the test for irreducibility', () => {
  test('counts as many irreducible polynomials of each degree as there are (OEIS A001037)', () => {
    const counts = [2, 1, 2, 3, 6, 9, 18, 30, 56, 99];
    for (const [i, count] of counts.entries()) {
      const lowest = 1 << (i + 1);
      const all = Array.from({ length: lowest }, (_, rest) => BigInt(lowest + rest));
      expect(all.filter(isIrreducible)).toHaveLength(count);
    }
  });

  test.each([
    [1, 52],
    [2, 51],
    [26, 27],
    [25, 28],
    [13, 40],
  ])('finds a product of degrees %i and %i', (a, b) => {
    const product = multiply(irreducible(a), irreducible(b));
    expect(degree(product)).toBe(53);
    expect(isIrreducible(product)).toBe(false);
  });

  test('constants are not irreducible', () => {
    expect(isIrreducible(0n)).toBe(false);
    expect(isIrreducible(1n)).toBe(false);
  });
});

test('a random polynomial is irreducible, of degree 53, and another one each time', () => {
  const polynomials = Array.from({ length: 20 }, randomPolynomial);
  for (const polynomial of polynomials) {
    expect(degree(polynomial)).toBe(POLYNOMIAL_DEGREE);
    expect(isIrreducible(polynomial)).toBe(true);
  }
  expect(new Set(polynomials).size).toBe(20);
});

test('a remainder is smaller than the divisor and differs by a multiple', () => {
  const divisor = 0x3da3358b4dc173n;
  const dividend = multiply(divisor, 0x123456789n) ^ 0xabcdefn;
  expect(remainder(dividend, divisor)).toBe(0xabcdefn);
  expect(remainder(5n, divisor)).toBe(5n);
});

function irreducible(n: number): bigint {
  for (let polynomial = 1n << BigInt(n); ; polynomial++) {
    if (isIrreducible(polynomial)) return polynomial;
  }
}

function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  for (let i = 0n; b >> i; i++) if ((b >> i) & 1n) product ^= a << i;
  return product;
}
