import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { addExamples } from '../examples.ts';
import { addFilterFlags, type FilterFlags } from '../flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface SnapshotsFlags extends FilterFlags {
  readonly latest?: string;
}

export function addSnapshotsCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('snapshots')
    .summary('list the snapshots')
    .description('Lists the snapshots of the repository, oldest first.')
    .argument('[snapshot...]', 'only these: IDs, their beginnings, or latest');
  addFilterFlags(command);
  command.option('--latest <n>', 'only the newest n of each host and set of paths');
  addExamples(
    command,
    ['holdfast snapshots --host db.example --latest 3', 'The last three of a host'],
    ['holdfast snapshots --of wiki --json | jq -r .[-1].id', 'The ID of an application’s newest one'],
  );
  runner.handle<SnapshotsFlags>(command, run);
}

async function run(task: Task<SnapshotsFlags>, specs: readonly string[]): Promise<undefined> {
  const [{ withRepository }, { snapshotFilter }, { listSnapshots }] = await Promise.all([
    import('../session.ts'),
    import('../filter.ts'),
    import('../../operations/list-snapshots.ts'),
  ]);
  const filter = snapshotFilter(task.flags, task.terminal.env);
  const latest = latestOf(task.flags);
  const found = await withRepository(task, 'shared', ({ repository, signal }) =>
    listSnapshots(repository, { specs, filter, latest, signal }),
  );
  await show(task, found);
}

async function show({ output }: Task<SnapshotsFlags>, found: readonly StoredSnapshot[]): Promise<void> {
  if (output.mode === 'json') {
    const { snapshotJson } = await import('../snapshot-json.ts');
    await output.json(found.map(snapshotJson));
    return;
  }
  const [{ tableLines }, { formatLocalTime }, { formatBytes }] = await Promise.all([
    import('../table.ts'),
    import('../local-time.ts'),
    import('../../progress/amounts.ts'),
  ]);
  const rows = found.map(({ id, snapshot }) => [
    id.slice(0, 8),
    formatLocalTime(snapshot.timeNs),
    displayText(snapshot.hostname),
    displayText(snapshot.tags.join(',')),
    displayText(snapshot.paths.join(', ')),
    snapshot.summary === null ? '' : formatBytes(snapshot.summary.totalBytesProcessed),
  ]);
  const columns = [
    { title: 'ID' },
    { title: 'Time' },
    { title: 'Host' },
    { title: 'Tags' },
    { title: 'Paths' },
  ];
  for (const line of tableLines([...columns, { title: 'Size', right: true }], rows)) await output.line(line);
  await output.line(`${found.length} snapshots`);
}

function latestOf({ latest: text }: SnapshotsFlags): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new HoldfastError(
    'bad-input',
    `Cannot use --latest: it is ${JSON.stringify(text)}, expected 1 or more.`,
  );
}
