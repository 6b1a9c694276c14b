/**
 * Copies all of `from` into `to`, from byte `at` on. It is what `to.set(from, at)` does, which takes five times as long where
 * one of the two lies in shared memory: V8 takes each word for another thread's. Node's own `copy` is the system's memmove
 * for all but what is a whole source, which it leaves to `set` again: so the last byte goes apart.
 * @throws RangeError if they don't fit.
 */
export function copyBytes(from: Uint8Array, to: Uint8Array, at = 0): void {
  const last = from.length - 1;
  if (at + last >= to.length) {
    throw new RangeError(`${from.length} bytes at ${at} of ${to.length}: they don't fit.`);
  }
  if (last < 0) return;
  const lastByte = from[last] as number;
  Buffer.prototype.copy.call(from, to, at, 0, last);
  to[at + last] = lastByte;
}
