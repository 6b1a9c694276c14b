import { setFlagsFromString } from 'node:v8';

/**
 * Does `work` with V8's young generation at the size that it has. Left to itself it grows to some 100 MiB under a stream
 * of short-lived objects, one row of them for each file or each read of a dump, and stays so large: a third of what an archive may
 * take; and the buffers of what was read wait in it to be freed. V8 reads
 * the factor whenever it would grow it; what doesn't fit is moved to the old generation sooner, which cost no time where
 * it was measured. Should a later V8 not heed it, an archive takes more memory and nothing else.
 */
export async function withSmallYoungGeneration<T>(work: () => Promise<T>): Promise<T> {
  setFlagsFromString('--semi-space-growth-factor=1');
  try {
    return await work();
  } finally {
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}
