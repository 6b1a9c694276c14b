import type { Command } from 'commander';
import { display, fromText } from '../../bytestring.ts';
import { addExamples } from '../examples.ts';
import { addFilterFlags, type FilterFlags } from '../flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface LsFlags extends FilterFlags {
  readonly long?: boolean;
  readonly recursive?: boolean;
  readonly humanReadable?: boolean;
}

export function addLsCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('ls')
    .summary('list the files in a snapshot')
    .description('Lists the files in a snapshot: all of them, or those in the folders that are asked for.')
    .argument('<snapshot>', 'ID, its beginning, or latest')
    .argument('[path...]', 'absolute paths in the snapshot');
  addFilterFlags(command);
  command
    .option('-l, --long', 'with mode, owner, size and time')
    .option('--recursive', 'also what is deeper in the folders that are asked for')
    .option('--human-readable', 'with -l: sizes in KiB, MiB …');
  addExamples(
    command,
    ['holdfast ls latest', 'Everything in the newest snapshot'],
    ['holdfast ls -l latest --host db.example /etc', 'One folder, in detail'],
  );
  runner.handle<LsFlags>(command, run);
}

async function run(task: Task<LsFlags>, [spec = '', ...paths]: readonly string[]): Promise<undefined> {
  const [
    { withRepository },
    { snapshotFilter },
    { resolveSnapshot },
    { listEntries },
    view,
    { snapshotJson },
  ] = await Promise.all([
    import('../session.ts'),
    import('../filter.ts'),
    import('../../repository/find-snapshot.ts'),
    import('../../operations/list-tree.ts'),
    import('../node-view.ts'),
    import('../snapshot-json.ts'),
  ]);
  const { flags, output } = task;
  const filter = snapshotFilter(flags, task.terminal.env);
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const found = await resolveSnapshot(repository, spec, filter, signal);
    await repository.loadIndex(signal);
    await output.json({ message_type: 'snapshot', struct_type: 'snapshot', ...snapshotJson(found) });
    const options = { paths: paths.map(fromText), recursive: flags.recursive ?? false, signal };
    let entries = 0;
    for await (const placed of listEntries(repository, found.snapshot.tree, options)) {
      signal.throwIfAborted();
      entries++;
      if (output.mode === 'json') {
        await output.json({ ...view.nodeJson(placed), message_type: 'node', struct_type: 'node' });
      } else {
        await output.line(
          flags.long ? view.longLine(placed, flags.humanReadable ?? false) : display(placed.path),
        );
      }
    }
    await output.json({ message_type: 'summary', snapshot_id: found.id, entries });
  });
}
