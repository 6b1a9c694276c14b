import { PerformanceObserver } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';

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

/** Semi-spaces of 4 MiB, and what survives: larger ones were no faster. */
const BOUND_BYTES = 8 * 1024 * 1024;

/**
 * Does `work` with a young generation that stops to grow at some BOUND_BYTES: where it is small at the beginning, and some
 * of what is made lives on, it must grow a little, or all of that is moved too soon.
 */
export async function withBoundedYoungGeneration<T>(work: () => Promise<T>): Promise<T> {
  // It is grown by collections alone, twofold at most.
  const observer = new PerformanceObserver(() => {
    if (youngBytes() >= BOUND_BYTES) setFlagsFromString('--semi-space-growth-factor=1');
  });
  observer.observe({ entryTypes: ['gc'] });
  try {
    return await work();
  } finally {
    observer.disconnect();
    setFlagsFromString('--semi-space-growth-factor=2');
  }
}

function youngBytes(): number {
  return getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space')?.space_size ?? 0;
}
