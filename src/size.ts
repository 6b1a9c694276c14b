import { HoldfastError } from './errors.ts';

const UNITS: Record<string, bigint> = {
  '': 1n,
  b: 1n,
  k: 1n << 10n,
  m: 1n << 20n,
  g: 1n << 30n,
  t: 1n << 40n,
};

/** restic keeps it in a signed 64-bit number. */
const MAX_SIZE_BYTES = 2n ** 63n - 1n;

/**
 * A size as restic reads it: a whole number with an optional unit `b`, `k`, `m`, `g` or `t` (of 1024), in any case.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
export function parseSize(text: string, name: string): bigint {
  const match = /^\+?(\d+)([bkmgt]?)$/i.exec(text.trim());
  const unit = UNITS[match?.[2]?.toLowerCase() ?? '-'];
  const size = match?.[1] === undefined || unit === undefined ? null : BigInt(match[1]) * unit;
  if (size !== null && size <= MAX_SIZE_BYTES) return size;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, expected a whole number with an optional unit such as 500M or 2g.`,
  );
}

/**
 * The size above which files are left out.
 * @throws HoldfastError bad-input, also for none at all: nothing but empty files would be saved.
 */
export function parseLargestSize(text: string, name: string): bigint {
  const size = parseSize(text, name);
  if (size > 0n) return size;
  throw new HoldfastError(
    'bad-input',
    `Cannot use ${name}: it is ${JSON.stringify(text)}, by which every file with something in it would be left out, expected a size such as 500M. Leave it away to save all.`,
  );
}
