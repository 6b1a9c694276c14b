import { openDirectory } from '../../../src/backends/directory.ts';
import { prune } from '../../../src/operations/prune.ts';
import { acquireLock } from '../../../src/repository/lock.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { type Operation, watched } from '../../repository/backend-doubles.ts';
import { DEFAULTS, PACK_BYTES, SILENT } from '../prune/garbage.ts';

// A process that prunes, and kills itself before or after the nth time that it writes or removes something.

/** What the process is to do. */
export interface PruneOrder {
  readonly repository: string;
  readonly password: string;
  /** From 0. */
  readonly operation: number;
  readonly phase: 'before' | 'after';
}

const order: PruneOrder = JSON.parse(process.argv[2] ?? '');
let begun = 0;
let ended = 0;

const isChange = ({ verb }: Operation) => verb === 'save' || verb === 'remove';
const die = () => process.kill(process.pid, 'SIGKILL');

const backend = watched(
  openDirectory(order.repository),
  (operation) => {
    if (isChange(operation) && begun++ === order.operation && order.phase === 'before') die();
  },
  (operation) => {
    if (isChange(operation) && ended++ === order.operation && order.phase === 'after') die();
  },
);
const threads = { threads: 1, bytesBeforeThreads: 0 };
const repository = await openRepository(backend, order.password, { packSizeBytes: PACK_BYTES, ...threads });
const lock = await acquireLock(repository, { exclusive: true, timings: { settleMs: 0 } });
await prune(repository, DEFAULTS, SILENT, lock.lost);
await lock.release();
await repository.close();
