import { POLYNOMIAL_DEGREE, remainder } from './polynomial.ts';

/** What the kernel looks up for each byte: see src/wasm/assembly/chunker.ts. Both have 256 entries below 2^61. */
export interface ChunkerTables {
  /** By the top 8 bits of a fingerprint: clears them after a shift by one byte, and adds their remainder. */
  readonly append: BigUint64Array;
  /** By byte: what it still adds to the fingerprint when 64 others have followed. */
  readonly leave: BigUint64Array;
}

const WINDOW_BYTES = 64;
const BYTE_VALUES = 256;

let latest: { polynomial: bigint; tables: ChunkerTables } | null = null;

/** The tables of `polynomial`. A process works on one repository at a time: the last ones are kept. */
export function tablesOf(polynomial: bigint): ChunkerTables {
  if (latest?.polynomial !== polynomial) latest = { polynomial, tables: computeTables(polynomial) };
  return latest.tables;
}

function computeTables(polynomial: bigint): ChunkerTables {
  const append = new BigUint64Array(BYTE_VALUES);
  const leave = new BigUint64Array(BYTE_VALUES);
  const left = remainder(1n << BigInt(8 * WINDOW_BYTES), polynomial);
  for (let byte = 0; byte < BYTE_VALUES; byte++) {
    const top = BigInt(byte) << BigInt(POLYNOMIAL_DEGREE);
    append[byte] = top | remainder(top, polynomial);
    leave[byte] = remainder(multiply(left, BigInt(byte)), polynomial);
  }
  return { append, leave };
}

function multiply(a: bigint, b: bigint): bigint {
  let product = 0n;
  for (let shift = 0n, rest = b; rest !== 0n; shift++, rest >>= 1n) {
    if (rest & 1n) product ^= a << shift;
  }
  return product;
}
