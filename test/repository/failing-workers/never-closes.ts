import { parentPort } from 'node:worker_threads';
import { newRepositoryKey } from '../../../src/crypto/seal.ts';
import { createBlobWorkers } from '../../../src/repository/blob-pool.ts';

const workers = createBlobWorkers(newRepositoryKey(), { threads: 2, compression: 'auto' });
const saver = { isNew: () => true, onSealed: () => {} };
// Not awaited: only the threads' work keeps this alive.
void Promise.all(
  Array.from({ length: 20 }, () => workers.save('data', Buffer.alloc(1024 * 1024), saver)),
).then((saved) => parentPort?.postMessage(saved.length));
