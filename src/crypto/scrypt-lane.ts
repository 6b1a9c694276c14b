// Entry of a worker thread: mixes blocks of scrypt, some at a time. Started by scrypt-lanes.ts; bundled by itself.
import { parentPort, workerData } from 'node:worker_threads';
import { createRomixKernel } from '../wasm/kernels.ts';
import type { LaneCost } from './scrypt-lanes.ts';

const kernel = createRomixKernel(workerData as LaneCost);

parentPort?.on('message', (blocks: Uint8Array | null) => {
  if (blocks === null) return parentPort?.close();
  kernel.blocks.set(blocks);
  kernel.mix();
  parentPort?.postMessage(kernel.blocks.slice(0, blocks.length));
});
