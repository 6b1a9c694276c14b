import { openDirectory } from '../../../src/backends/directory.ts';
import { fromText } from '../../../src/bytestring.ts';
import { asHoldfastError } from '../../../src/errors.ts';
import { localHost } from '../../../src/hosts/local.ts';
import { listenForInterrupt } from '../../../src/interrupt.ts';
import { backup } from '../../../src/operations/backup.ts';
import { openRepository } from '../../../src/repository/open.ts';
import { type Operation, watched } from '../../repository/backend-doubles.ts';
import type { BackupOrder, Cut } from './processes.ts';

// A process that makes one backup, and may kill itself at a given moment of it. Its one argument is a BackupOrder.

const order: BackupOrder = JSON.parse(process.argv[2] ?? '');

const report = (event: string) => process.stdout.write(`${event}\n`);

const interrupt = listenForInterrupt();
const backend = watched(
  openDirectory(order.repository),
  async (operation) => {
    if (isWhereToHold(operation)) await held();
    if (order.cut?.kind === 'operation' && isTime(order.cut, 'before')) die();
  },
  (operation) => {
    if (operation.verb === 'save') report(`saved ${operation.file.kind}`);
    if (operation.verb === 'save' && operation.file.kind === 'pack') packIsStored(order.cut);
    if (order.cut?.kind === 'operation' && isTime(order.cut, 'after')) die();
  },
);

let packs = 0;
let operationsSince = 0;

function packIsStored(cut: Cut | null): void {
  packs++;
  if (packs === 1 && cut?.kind === 'delay') setTimeout(die, cut.delayMs);
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
  const repository = await openRepository(backend, password, { packSizeBytes, threads: 1 });
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
