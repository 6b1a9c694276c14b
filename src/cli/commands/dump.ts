import type { Command } from 'commander';
import { fromText } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Sink } from '../../operations/dump.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag, addFilterFlags, type FilterFlags } from '../flags.ts';
import type { Task, TaskRunner } from '../task.ts';

interface DumpFlags extends FilterFlags {
  readonly target?: string;
  readonly archive: string;
}

export function addDumpCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('dump')
    .summary('print a file of a snapshot, or a folder as tar')
    .description('Writes a file of a snapshot, or a folder as a tar archive, to standard output.')
    .argument('<snapshot>', 'ID, its beginning, or latest; with :/FOLDER as if that were the root')
    .argument('<path>', 'absolute path in the snapshot, also as ls shows it; / is all of it');
  addFilterFlags(command);
  addAsOfFlag(command);
  command
    .option('-t, --target <file>', 'write to this new file instead')
    .option('-a, --archive <format>', 'of a folder: tar', 'tar');
  addExamples(
    command,
    ['holdfast dump latest /etc/fstab', 'One file'],
    ['holdfast dump latest /srv/wiki | tar -x -C /tmp/wiki', 'A folder'],
  );
  runner.handle<DumpFlags>(command, run);
}

async function run(task: Task<DumpFlags>, [spec = '', path = '']: readonly string[]): Promise<undefined> {
  const [
    { withRepository },
    { snapshotFilter },
    { resolveSnapshot },
    { treeAt },
    { parseSnapshotSpec },
    { dump },
    { writeNewFile },
  ] = await Promise.all([
    import('../session.ts'),
    import('../filter.ts'),
    import('../../repository/find-snapshot.ts'),
    import('../../repository/snapshot-tree.ts'),
    import('../../settings/snapshot-spec.ts'),
    import('../../operations/dump.ts'),
    import('../../new-file.ts'),
  ]);
  if (!path.startsWith('/')) {
    throw new HoldfastError('bad-input', `Cannot dump ${JSON.stringify(path)}: expected an absolute path.`);
  }
  requireTar(task.flags);
  const { snapshot: id, folder } = parseSnapshotSpec(spec);
  const filter = snapshotFilter(task.flags, task.terminal.env);
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const { snapshot } = await resolveSnapshot(repository, id, filter, signal);
    await repository.loadIndex(signal);
    const tree = await treeAt(repository, snapshot.tree, folder, signal);
    const write = (sink: Sink) => dump(repository, tree, fromText(path), { sink, signal });
    const { target } = task.flags;
    if (target === undefined) await write((bytes) => task.output.bytes(bytes));
    else await writeNewFile(target, write);
  });
}

/** @throws HoldfastError bad-input for restic's other format. */
function requireTar({ archive }: DumpFlags): void {
  if (archive === 'tar') return;
  const advice =
    archive === 'zip' ? ' A zip loses owners and links; `restic dump --archive zip` makes one.' : '';
  throw new HoldfastError(
    'bad-input',
    `Cannot use --archive: it is ${JSON.stringify(archive)}, expected tar.${advice}`,
  );
}
