import { openDirectory } from '../../../src/backends/directory.ts';
import { type DrillOptions, drill } from '../../../src/operations/drill.ts';
import { openRepository } from '../../../src/repository/open.ts';

// A process that makes one drill, and says its steps. Its one argument is a DrillOrder.

export interface DrillOrder {
  readonly repository: string;
  readonly password: string;
  readonly options: DrillOptions;
}

const order: DrillOrder = JSON.parse(process.argv[2] ?? '');

const reporter = {
  onProgress: () => {},
  onInfo: (line: string) => process.stdout.write(`${line}\n`),
  onWarning: () => {},
};
const repository = await openRepository(openDirectory(order.repository), order.password);
await drill(repository, order.options, reporter, new AbortController().signal);
