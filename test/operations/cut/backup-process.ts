import { setTimeout as sleep } from 'node:timers/promises';
import type { FileKind } from '../../../src/backends/backend.ts';
import { openDirectory } from '../../../src/backends/directory.ts';
import { fromText } from '../../../src/bytestring.ts';
import { asHoldfastError } from '../../../src/errors.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { listenForInterrupt } from '../../../src/interrupt.ts';
import { backup } from '../../../src/operations/backup.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { type Operation, watched } from '../../repository/backend-doubles.ts';
import type { BackupOrder, Cut } from './processes.ts';
import { SeededRandom } from './random.ts';

// A process that makes one backup, and may kill itself at a given moment of it. Its one argument is a BackupOrder.

const order: BackupOrder = JSON.parse(process.argv[2] ?? '');

const report = (event: string) => process.stdout.write(`${event}\n`);

const delays = order.delaySeed === null ? null : new SeededRandom(order.delaySeed);
const interrupt = listenForInterrupt();
const backend = watched(
  openDirectory(order.repository),
  async (operation) => {
    if (isWhereToHold(operation)) await held();
    if (operation.verb === 'save' && delays !== null) await sleep(delays.below(MAX_DELAY_MS));
    if (order.cut?.kind === 'operation' && isTime(order.cut, 'before')) die();
  },
  (operation) => {
    if (operation.verb === 'save') isStored(operation.file.kind, order.cut);
    if (order.cut?.kind === 'operation' && isTime(order.cut, 'after')) die();
  },
);

/** A pack that takes longer than the index after it would show if that were not waited for. */
const MAX_DELAY_MS = 30;

let packs = 0;
let operationsSince = 0;

function isStored(kind: FileKind, cut: Cut | null): void {
  report(`saved ${kind}`);
  if (kind === 'pack') packs++;
  if (kind === 'pack' && packs === 1 && cut?.kind === 'delay') setTimeout(die, cut.delayMs);
  if (cut?.kind === 'stored' && cut.file === kind && packs > 0) die();
}

/** Counts the operations from the first stored pack on, each before and after it. */
function isTime(cut: Cut & { kind: 'operation' }, phase: 'before' | 'after'): boolean {
  return packs > 0 && cut.phase === phase && operationsSince++ >= cut.operations;
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

let reachedGate = 0;

function isWhereToHold({ verb, file }: Operation): boolean {
  const gate = order.holdBefore;
  return gate !== null && verb === gate.verb && file.kind === gate.kind && ++reachedGate === gate.nth;
}

/** Resolves when a line comes in on standard input. */
async function held(): Promise<void> {
  report('holding');
  await new Promise((resolve) => process.stdin.once('data', resolve));
  process.stdin.destroy();
}

async function run(): Promise<void> {
  const { packSizeBytes, password } = order;
  // As a large backup: every blob goes through a thread.
  const threads = { threads: 1, bytesBeforeThreads: 0 };
  const repository = await openRepository(backend, password, { packSizeBytes, ...threads });
  const host = localHost();
  const reporter = {
    onProgress: () => {},
    onWarning: (message: string) => report(`warning ${message}`),
    onInfo: (message: string) => report(`info ${message}`),
  };
  const options = { ...order.options, paths: [fromText(order.source)], excludeLargerThanBytes: null };
  try {
    const result = await backup(host, repository, options, reporter, interrupt.signal);
    report(`snapshot ${result.snapshotId}`);
  } finally {
    await host.close();
    await repository.close();
  }
}

try {
  await run();
} catch (error) {
  report(`failed ${asHoldfastError(error)?.code ?? 'untyped'}`);
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
} finally {
  interrupt.close();
  process.stdin.destroy();
}
