import type { Command } from 'commander';
import { formatBytes } from '../../amounts.ts';
import { display, toBytes } from '../../bytestring.ts';
import type { Change, DiffCounts, DiffTotals } from '../../operations/diff-snapshots.ts';
import type { SnapshotId } from '../../repository/format/ids.ts';
import type { SnapshotSpec } from '../../settings/snapshot-spec.ts';
import { addExamples } from '../examples.ts';
import { addAsOfFlag } from '../flags.ts';
import type { Output } from '../output.ts';
import type { Task, TaskRunner } from '../task.ts';

interface DiffFlags {
  readonly metadata?: boolean;
}

const LETTERS = `Letters, as restic's:
  +   added             -   removed
  M   content changed   T   another type
  U   metadata changed  M?  content changed, all else the same: bit rot?`;

export function addDiffCommand(program: Command, runner: TaskRunner): void {
  const command = program
    .command('diff')
    .summary('show what differs between two snapshots')
    .description('Shows what differs between two snapshots.')
    .argument('<before>', 'ID, its beginning, or latest; with :/FOLDER only that folder')
    .argument('<after>', 'the same')
    .option('--metadata', 'also what differs in owner, mode or times alone')
    .addHelpText('after', `\n${LETTERS}`);
  addAsOfFlag(command);
  addExamples(command, ['holdfast diff 4bd21c8a latest', 'What has happened since']);
  runner.handle<DiffFlags>(command, run);
}

async function run(task: Task<DiffFlags>, [before = '', after = '']: readonly string[]): Promise<undefined> {
  const [{ withRepository }, { parseSnapshotSpec }, { treeAt }, { resolveSnapshot }, { diffSnapshots }] =
    await Promise.all([
      import('../session.ts'),
      import('../../settings/snapshot-spec.ts'),
      import('../../repository/snapshot-tree.ts'),
      import('../../repository/find-snapshot.ts'),
      import('../../operations/diff-snapshots.ts'),
    ]);
  const { flags, output } = task;
  await withRepository(task, 'shared', async ({ repository, signal }) => {
    const [oldSpec, youngSpec] = [parseSnapshotSpec(before), parseSnapshotSpec(after)];
    const old = await resolveSnapshot(repository, oldSpec.snapshot, {}, signal);
    const young = await resolveSnapshot(repository, youngSpec.snapshot, {}, signal);
    await repository.loadIndex(signal);
    const trees = {
      before: await treeAt(repository, old.snapshot.tree, oldSpec.folder, signal),
      after: await treeAt(repository, young.snapshot.tree, youngSpec.folder, signal),
    };
    await output.line(`comparing snapshot ${old.id.slice(0, 8)} to ${young.id.slice(0, 8)}:\n`);
    const changes = diffSnapshots(repository, trees, { metadata: flags.metadata ?? false, signal });
    let step = await changes.next();
    for (; !step.done; step = await changes.next()) await showChange(output, step.value);
    await showTotals(output, step.value, {
      before: withFolder(old.id, oldSpec),
      after: withFolder(young.id, youngSpec),
    });
  });
}

function withFolder(id: SnapshotId, { folder }: SnapshotSpec): string {
  return folder === null ? id : `${id}:${toBytes(folder).toString('utf8')}`;
}

async function showChange(output: Output, { path, isFolder, letters }: Change): Promise<void> {
  const slash = isFolder ? '/' : '';
  await output.line(`${letters.padEnd(5)}${display(path)}${slash}`);
  await output.json({
    message_type: 'change',
    path: `${toBytes(path).toString('utf8')}${slash}`,
    modifier: letters,
  });
}

async function showTotals(
  output: Output,
  totals: DiffTotals,
  ids: { before: string; after: string },
): Promise<void> {
  await output.json({
    message_type: 'statistics',
    source_snapshot: ids.before,
    target_snapshot: ids.after,
    changed_files: totals.changedFiles,
    added: countsJson(totals.added),
    removed: countsJson(totals.removed),
  });
  const { added, removed } = totals;
  for (const line of [
    '',
    `Files: ${added.files} new, ${removed.files} removed, ${totals.changedFiles} changed`,
    `Dirs:  ${added.dirs} new, ${removed.dirs} removed`,
    `Others: ${added.others} new, ${removed.others} removed`,
    `Data blobs: ${added.dataBlobs} new, ${removed.dataBlobs} removed`,
    `Tree blobs: ${added.treeBlobs} new, ${removed.treeBlobs} removed`,
    `  Added:   ${formatBytes(added.bytes)}`,
    `  Removed: ${formatBytes(removed.bytes)}`,
  ]) {
    await output.line(line);
  }
}

function countsJson(counts: DiffCounts): object {
  return {
    files: counts.files,
    dirs: counts.dirs,
    others: counts.others,
    data_blobs: counts.dataBlobs,
    tree_blobs: counts.treeBlobs,
    bytes: counts.bytes,
  };
}
