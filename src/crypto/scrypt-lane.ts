// Entry of a worker thread: mixes blocks of scrypt. Started by scrypt-lanes.ts; bundled by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { createRomixKernel } from '../wasm/kernels.ts';
import type { LaneCost } from './scrypt-lanes.ts';

const kernel = createRomixKernel(workerData as LaneCost);

parentPort?.on('message', (block: Uint8Array) => {
  kernel.block.set(block);
  kernel.mix();
  parentPort?.postMessage(Uint8Array.from(kernel.block));
});
