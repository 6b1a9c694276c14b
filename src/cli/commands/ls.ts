import type { Command } from 'commander';
import { display, fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { PlacedNode } from '../../operations/walk-tree.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag, addFilterFlags, type FilterFlags } from '../flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface LsFlags extends FilterFlags {
  readonly long?: boolean;
  readonly recursive?: boolean;
  readonly humanReadable?: boolean;
  readonly sort: string;
  readonly reverse?: boolean;
}

export function addLsCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('ls')
    .summary('list the files in a snapshot')
    .description('Lists the files in a snapshot: all of them, or those in the folders that are asked for.')
    .argument('<snapshot>', 'ID, its beginning, or latest; with :/FOLDER as if that were the root')
    .argument('[path...]', 'absolute paths in the snapshot, also as it shows them');
  addFilterFlags(command);
  addAsOfFlag(command);
  command
    .option('-l, --long', 'with mode, owner, size and time')
    .option('--recursive', 'also what is deeper in the folders that are asked for')
    .option('--human-readable', 'with -l: sizes in KiB, MiB …')
    .option('-s, --sort <by>', 'name, size, time (or mtime), atime, ctime, extension', 'name')
    .option('--reverse', 'the other way round');
  addExamples(
    command,
    ['holdfast ls latest', 'Everything in the newest snapshot'],
    ['holdfast ls -l latest --host db.example /etc', 'One folder, in detail'],
  );
  runner.handle<LsFlags>(command, run);
}

async function run(task: Task<LsFlags>, [text = '', ...paths]: readonly string[]): Promise<undefined> {
  const [
    { withRepository },
    { snapshotFilter },
    { resolveSnapshot },
    { treeAt },
    { listEntries },
    { parseSnapshotSpec },
    { sortEntries, sortOrder },
    { snapshotJson },
  ] = await Promise.all([
    import('../session.ts'),
    import('../filter.ts'),
    import('../../repository/find-snapshot.ts'),
    import('../../repository/snapshot-tree.ts'),
    import('../../operations/list-tree.ts'),
    import('../../settings/snapshot-spec.ts'),
    import('../sort-entries.ts'),
    import('../snapshot-json.ts'),
  ]);
  const { flags, output } = task;
  const filter = snapshotFilter(flags, task.terminal.env);
  const spec = parseSnapshotSpec(text);
  const order = sortOrder(flags);
  requireAbsolute(paths);
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const found = await resolveSnapshot(repository, spec.snapshot, filter, signal);
    await repository.loadIndex(signal);
    const tree = await treeAt(repository, found.snapshot.tree, spec.folder, signal);
    await output.json({ message_type: 'snapshot', struct_type: 'snapshot', ...snapshotJson(found) });
    const options = { paths: paths.map(fromText), recursive: flags.recursive ?? false, signal };
    const entries = await show(task, sortEntries(listEntries(repository, tree, options), order), signal);
    await output.json({ message_type: 'summary', snapshot_id: found.id, entries });
  });
}

/** @throws HoldfastError bad-input. */
function requireAbsolute(paths: readonly string[]): void {
  const relative = paths.find((path) => !path.startsWith('/'));
  if (relative === undefined) return;
  throw new HoldfastError(
    'bad-input',
    `Cannot list ${JSON.stringify(relative)}: it is a relative path, expected one in the snapshot, such as /etc.`,
  );
}

/** Gives how many there were. */
async function show(
  { flags, output }: Task<LsFlags>,
  entries: AsyncIterable<PlacedNode>,
  signal: AbortSignal,
): Promise<number> {
  const { longLine, nodeJson } = await import('../node-view.ts');
  let count = 0;
  for await (const placed of entries) {
    signal.throwIfAborted();
    count++;
    if (output.mode === 'json') {
      await output.json({ ...nodeJson(placed), message_type: 'node', struct_type: 'node' });
    } else {
      await output.line(flags.long ? longLine(placed, flags.humanReadable ?? false) : display(placed.path));
    }
  }
  return count;
}
