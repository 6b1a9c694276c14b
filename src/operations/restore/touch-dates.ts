import { wholeSeconds } from '../../files/unpackers.ts';

const NS_PER_SECOND = 1_000_000_000n;
const NS_PER_MS = 1_000_000n;
const NS_DIGITS = 9;
/** Of the years with four digits. What is older loses its fraction. */
const MIN_SECONDS = -62_167_219_200n;

/**
 * Dates for `touch -d`, with TZ=UTC0: the exact one, and one of whole seconds for a touch that takes no fraction
 * (busybox').
 */
export function datesForTouch(ns: bigint): readonly [exact: string, seconds: string] {
  const seconds = wholeSeconds(ns) / NS_PER_SECOND;
  const whole = `@${seconds}`;
  const fraction = (ns - wholeSeconds(ns)).toString().padStart(NS_DIGITS, '0');
  if (ns >= 0n) return [`${whole}.${fraction}`, whole];
  if (seconds < MIN_SECONDS) return [whole, whole];
  // toybox takes the fraction of a negative number for one that counts forward.
  const date = new Date(Number(wholeSeconds(ns) / NS_PER_MS)).toISOString().replace(/\.\d+Z$/, '');
  return [`${date}.${fraction}Z`, whole];
}

/**
 * Shell that sets the time of the entry `$1` itself to the date `$2`, or else to `$3`, as well as the host's touch can:
 * busybox' knows no second before 1970 began, for which its library has no other number than the one that says failure.
 * An empty `$3`: then the entry keeps the time that it has.
 */
export const TOUCH_ENTRY = `t() {
  touch -c -h -m -d "$2" "$1" || [ -z "$3" ] || touch -c -h -m -d "$3" "$1" || touch -c -h -m -d @0 "$1"
} 2>/dev/null`;
