import { pbkdf2Sync } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { ROMIX_LANES } from '../wasm/kernels.ts';
import type { ScryptCost, ScryptParameters } from './scrypt-cost.ts';

/**
 * What a thread is given at its start; then it is sent blocks, ROMIX_LANES at most at a time, and answers with the mixed ones; null ends
 * it.
 */
export type LaneCost = Pick<ScryptCost, 'N' | 'r'>;

/** What one lane takes, at most. */
const MAX_LANE_BYTES = 64 * 1024 * 1024;
/** What lanes take that are mixed at once: eight of restic's. A planted key file must not take more on a machine of many cores. */
const MAX_BYTES_AT_ONCE = 256 * 1024 * 1024;
/** Below it a thread takes longer to start than a lane to mix. */
const MIN_LANE_BYTES = 8 * 1024 * 1024;

/**
 * Whether lanes of their own threads are faster than OpenSSL, one lane after the other, and take no more memory than is fair. What
 * a thread mixes at once takes as long as three lanes do there.
 */
export function worthLanes({ N, r, p }: ScryptCost, threads: number): boolean {
  const laneBytes = 128 * N * r;
  return p > ROMIX_LANES && threads > 1 && laneBytes >= MIN_LANE_BYTES && laneBytes <= MAX_LANE_BYTES;
}

/**
 * scrypt (RFC 7914) of `password`: PBKDF2 by Node, and between its two calls the p lanes, which don't depend on one
 * another, side by side in `threads` threads. OpenSSL takes one after the other.
 * @throws Error if a thread can't be started or fails: nothing is known of the password then.
 */
export async function scryptInLanes(
  password: string,
  { N, r, p, salt }: ScryptParameters,
  { lengthBytes, threads }: { readonly lengthBytes: number; readonly threads: number },
): Promise<Buffer> {
  const setBytes = ROMIX_LANES * 128 * r;
  const blocks = pbkdf2Sync(password, salt, 1, p * 128 * r, 'sha256');
  const left = Array.from({ length: Math.ceil(p / ROMIX_LANES) }, (_, set) =>
    blocks.subarray(set * setBytes, (set + 1) * setBytes),
  );
  const workers: Worker[] = [];
  try {
    const roomFor = Math.max(1, Math.floor(MAX_BYTES_AT_ONCE / (N * setBytes)));
    while (workers.length < Math.min(threads, left.length, roomFor)) workers.push(startThread({ N, r }));
    await Promise.all(workers.map((worker) => mixBlocks(worker, left)));
    return pbkdf2Sync(password, blocks, 1, lengthBytes, 'sha256');
  } finally {
    // Nobody waits for it: the threads hold nothing that somebody else needs.
    for (const worker of workers) worker.postMessage(null);
  }
}

/** Has blocks mixed in place, as long as some are left. */
async function mixBlocks(worker: Worker, left: Buffer[]): Promise<void> {
  const ended = once(worker, 'exit').then(([code]) => {
    throw new Error(`a thread that derives a key ended with exit code ${code}`);
  });
  ended.catch(() => {}); // at the latest when it is told to end
  for (let blocks = left.pop(); blocks !== undefined; blocks = left.pop()) {
    worker.postMessage(Uint8Array.from(blocks));
    const [mixed] = await Promise.race([once(worker, 'message'), ended]);
    blocks.set(mixed as Uint8Array);
  }
}

function startThread(cost: LaneCost): Worker {
  const extension = import.meta.filename.endsWith('.ts') ? 'ts' : 'js';
  // Not `new URL(…, import.meta.url)`: a bundler would take that for an asset, and copy the entry without its imports.
  return new Worker(join(import.meta.dirname, `scrypt-lane.${extension}`), { workerData: cost });
}
