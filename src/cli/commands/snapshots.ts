import type { Command } from 'commander';
import { displayText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import { BY_HOST_AND_PATHS, type GroupBy, type GroupKey } from '../../repository/group-by.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag, addFilterFlags, type FilterFlags } from '../flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface SnapshotsFlags extends FilterFlags {
  readonly latest?: string;
  readonly compact?: boolean;
  readonly groupBy?: string;
}

export function addSnapshotsCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('snapshots')
    .summary('list the snapshots')
    .description('Lists the snapshots of the repository, oldest first.')
    .argument('[snapshot...]', 'only these: IDs, their beginnings, or latest');
  addFilterFlags(command);
  addAsOfFlag(command);
  command
    .option('--latest <n>', 'only the newest n of each host and set of paths')
    .option(
      '-g, --group-by <what>',
      'a table for each group: of the same host, paths, tags, with commas between',
    )
    .option('-c, --compact', 'without their paths');
  addExamples(
    command,
    ['holdfast snapshots --host db.example --latest 3', 'The last three of a host'],
    ['holdfast snapshots --of wiki --json | jq -r .[-1].id', 'The ID of an application’s newest one'],
  );
  runner.handle<SnapshotsFlags>(command, run);
}

async function run(task: Task<SnapshotsFlags>, specs: readonly string[]): Promise<undefined> {
  const [
    { withRepository },
    { snapshotFilter },
    { listSnapshots },
    { parseGroupBy },
    { findSnapshots, whyNone },
  ] = await Promise.all([
    import('../session.ts'),
    import('../filter.ts'),
    import('../../operations/list-snapshots.ts'),
    import('../../settings/group-by.ts'),
    import('../../repository/find-snapshot.ts'),
  ]);
  const filter = snapshotFilter(task.flags, task.terminal.env);
  const latest = latestOf(task.flags);
  const by = parseGroupBy(task.flags.groupBy ?? '', '--group-by');
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const found = await listSnapshots(repository, {
      specs,
      filter,
      latest,
      groupBy: { ...BY_HOST_AND_PATHS, tags: by.tags },
      signal,
      onUnreadable: (message) => task.reporter.onWarning(message),
    });
    await (by.host || by.paths || by.tags ? showGroups(task, found, by) : show(task, found));
    if (found.length > 0) return;
    const unreadable: SnapshotId[] = [];
    const onUnreadable = (_message: string, id: SnapshotId) => unreadable.push(id);
    const all = await findSnapshots(repository, {}, { signal, onUnreadable });
    const why = all.length === 0 && unreadable.length > 0 ? 'no snapshot can be read' : whyNone(all, filter);
    task.output.note(`${why.charAt(0).toUpperCase()}${why.slice(1)}.`);
  });
}

async function show(task: Task<SnapshotsFlags>, found: readonly StoredSnapshot[]): Promise<void> {
  if (task.output.mode === 'json') {
    const { snapshotJson } = await import('../snapshot-json.ts');
    await task.output.json(found.map(snapshotJson));
    return;
  }
  await showTable(task, found);
}

/** With --json in restic's form: a list of groups, each with its key and its snapshots. */
async function showGroups(
  task: Task<SnapshotsFlags>,
  found: readonly StoredSnapshot[],
  by: GroupBy,
): Promise<void> {
  const [{ groupSnapshots }, { snapshotJson }] = await Promise.all([
    import('../../repository/group-by.ts'),
    import('../snapshot-json.ts'),
  ]);
  const groups = groupSnapshots(found, by);
  await task.output.json(
    groups.map(({ key, snapshots }) => ({
      group_key: { ...key, hostname: key.hostname ?? '', tags: key.tags?.length ? key.tags : null },
      snapshots: snapshots.map(snapshotJson),
    })),
  );
  for (const { key, snapshots } of groups) {
    await task.output.line(describeGroup(key));
    await showTable(task, snapshots);
    await task.output.line('');
  }
}

function describeGroup({ hostname, paths, tags }: GroupKey): string {
  const parts = [
    ...(hostname === null ? [] : [`host ${displayText(hostname)}`]),
    ...(paths === null ? [] : [`paths ${paths.map(displayText).join(', ')}`]),
    ...(tags === null ? [] : [`tags ${tags.map(displayText).join(',') || '(none)'}`]),
  ];
  return `snapshots of ${parts.join('; ') || 'all'}:`;
}

async function showTable(
  { flags, output }: Task<SnapshotsFlags>,
  found: readonly StoredSnapshot[],
): Promise<void> {
  const [{ tableLines }, { formatLocalTime }, { formatBytes, formatCounted }] = await Promise.all([
    import('../table.ts'),
    import('../local-time.ts'),
    import('../../amounts.ts'),
  ]);
  const rows = found.map(({ id, snapshot }) => [
    id.slice(0, 8),
    formatLocalTime(snapshot.timeNs),
    displayText(snapshot.hostname),
    displayText(snapshot.tags.join(',')),
    ...(flags.compact ? [] : [displayText(snapshot.paths.join(', '))]),
    snapshot.summary === null ? '' : formatBytes(snapshot.summary.totalBytesProcessed),
  ]);
  const titles = ['ID', 'Time', 'Host', 'Tags', ...(flags.compact ? [] : ['Paths'])];
  const columns = [...titles.map((title) => ({ title })), { title: 'Size', right: true }];
  for (const line of tableLines(columns, rows)) await output.line(line);
  await output.line(formatCounted(found.length, 'snapshot'));
}

function latestOf({ latest: text }: SnapshotsFlags): number | null {
  if (text === undefined) return null;
  if (/^[1-9]\d*$/.test(text)) return Number(text);
  throw new HoldfastError(
    'bad-input',
    `Cannot use --latest: it is ${JSON.stringify(text)}, expected 1 or more.`,
  );
}
