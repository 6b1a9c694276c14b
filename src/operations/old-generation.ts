import { setFlagsFromString } from 'node:v8';

/**
 * Does `work` with an old generation that is collected more often: what outlives the young one and is of no use soon after, as
 * each file of a backup or a restore leaves something, doesn't pile up to several times of what is in use. V8 reads the limit at each
 * collection. Should a later V8 not heed it, more memory is taken and nothing else.
 * @param growthPercent By so much of what it holds it may grow before it is collected again. Left to itself it takes up to four
 *   times.
 */
export async function withSlowlyGrowingHeap<T>(growthPercent: number, work: () => Promise<T>): Promise<T> {
  const before = percent;
  setPercent(growthPercent);
  try {
    return await work();
  } finally {
    setPercent(before);
  }
}

/** 0: its own measure. */
let percent = 0;

function setPercent(growthPercent: number): void {
  percent = growthPercent;
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
