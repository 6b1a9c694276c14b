import { HoldfastError } from '../errors.ts';

const UNITS: Readonly<Record<string, bigint>> = {
  '': 1n,
  b: 1n,
  k: 1024n,
  m: 1024n ** 2n,
  g: 1024n ** 3n,
  t: 1024n ** 4n,
};
const MAX_SIZE_BYTES = 2n ** 63n - 1n;

/**
 * Bytes that `text` says, as restic takes a size: a whole number and one of the suffixes B, K, M, G, T in either case,
 * for powers of 1024.
 *
 * @throws HoldfastError bad-input if it is anything else.
 */
export function parseSize(text: string): bigint {
  const match = /^\+?(\d+)([bkmgt]?)$/i.exec(text);
  const unit = UNITS[(match?.[2] ?? '').toLowerCase()];
  const size = match === null || unit === undefined ? -1n : BigInt(match[1] ?? '') * unit;
  if (size < 0n || size > MAX_SIZE_BYTES) {
    throw new HoldfastError(
      'bad-input',
      `Cannot use the size ${JSON.stringify(text)}: expected a whole number, with B, K, M, G or T behind it for ` +
        'powers of 1024. Write for example 500M.',
    );
  }
  return size;
}
