import { formatBytes, formatCount, formatCounted, formatDuration } from '../amounts.ts';
import { display, toBytes } from '../bytestring.ts';
import type { RestoreChange, RestoreResult } from '../operations/restore/options.ts';
import { undoCommand } from '../settings/undo-command.ts';
import type { HostFlags } from './flags.ts';
import type { Output } from './output.ts';
import type { RestoreFlags } from './restore-flags.ts';
import type { Task } from './task.ts';

/**
 * Shows each change as it is planned: in a dry run, and with -v. `shown` resolves when all have been written.
 */
export function showChanges({ flags, output }: Task<RestoreFlags>): {
  onChange: (change: RestoreChange) => void;
  shown(): Promise<void>;
} {
  let written: Promise<void> = Promise.resolve();
  const isShown = flags.dryRun === true || output.verbosity > 1;
  return {
    onChange: (change) => {
      if (isShown) written = written.then(() => showChange(output, change));
    },
    shown: () => written,
  };
}

/** restic's words for them. */
const RESTIC_ACTIONS = {
  create: 'restored',
  replace: 'updated',
  remove: 'deleted',
} as const satisfies Record<RestoreChange['kind'], string>;

async function showChange(output: Output, { kind, path }: RestoreChange): Promise<void> {
  await output.line(`${kind.padEnd(8)}${display(path)}`);
  await output.json({
    message_type: 'verbose_status',
    action: RESTIC_ACTIONS[kind],
    item: toBytes(path).toString('utf8'),
  });
}

/** Tells what a restore did: restic's `summary` message with more in it, or the same for a person. */
export async function showRestore(
  { flags, output }: { readonly flags: ShownFlags; readonly output: Output },
  result: RestoreResult,
): Promise<void> {
  await output.json(restoreJson(result));
  for (const line of restoreLines(result, flags)) await output.line(line);
}

type ShownFlags = HostFlags & Pick<RestoreFlags, 'archiveFrom'>;

function restoreJson(result: RestoreResult): object {
  return {
    message_type: 'summary',
    snapshot_id: result.snapshotId,
    ...(result.dryRun ? { dry_run: true } : {}),
    target: result.target,
    seconds_elapsed: result.durationMs / 1000,
    total_files: result.files + result.folders + result.others,
    files_restored: result.sentFiles + result.resumedFiles,
    files_skipped: result.unchangedFiles + result.leftFiles,
    files_resumed: result.resumedFiles,
    total_bytes: result.bytes,
    bytes_restored: result.sentBytes,
    bytes_skipped: result.unchangedBytes,
    created: result.created,
    replaced: result.replaced,
    removed: result.removed,
    replaced_folders: result.replacedFolders,
    undo_folders: result.undoFolders,
    finished_earlier_run: result.finishedEarlierRun,
  };
}

function* restoreLines(result: RestoreResult, flags: ShownFlags): Generator<string> {
  const id = result.snapshotId.slice(0, 8);
  const { dryRun } = result;
  if (result.finishedEarlierRun)
    yield 'An earlier run had been cut off while it swapped in: that is done now.';
  const parts = `${formatCounted(result.files, 'file')}, ${formatCounted(result.folders, 'folder')}`;
  yield `${flags.archiveFrom === undefined ? 'Snapshot' : 'Archive'} ${id}: ${parts}, ${formatBytes(result.bytes)} chosen.`;
  const sent = `${formatCounted(result.sentFiles, 'file')}, ${formatBytes(result.sentBytes)}`;
  const kept = `${formatCount(result.unchangedFiles)} already there as saved`;
  const left =
    result.leftFiles > 0 ? `, ${formatCount(result.leftFiles)} there otherwise and left as they are` : '';
  const resumed =
    result.resumedFiles > 0 ? `, ${formatCount(result.resumedFiles)} sent by an earlier run` : '';
  yield `${dryRun ? 'Would send' : 'Sent'} ${sent}; ${kept}${left}${resumed}.`;
  const changes = `${formatCount(result.created)} new, ${formatCount(result.replaced)} replaced, ${formatCount(result.removed)} removed`;
  yield `${dryRun ? 'Would swap in' : 'Swapped in'}: ${changes}.`;
  if (result.replacedFolders > 0) yield movedAlong(result);
  for (const folder of result.undoFolders) yield `What was in the way lies in ${folder}`;
  const [undoFolder] = result.undoFolders;
  if (undoFolder !== undefined) yield `To take it back: ${undoCommand(undoFolder, flags)}`;
  if (dryRun) yield 'Dry run: nothing was written.';
  else yield `restored to ${result.target} in ${formatDuration(result.durationMs)}`;
}

/** Folders are replaced by one rename, and not listed: how much goes along isn't known. */
function movedAlong({ dryRun, replacedFolders }: RestoreResult): string {
  const folders = formatCounted(replacedFolders, 'replaced folder');
  return dryRun
    ? `Entries in ${folders} that the snapshot does not hold, if any, would move into the undo folder with what is replaced.`
    : `Entries in ${folders} that the snapshot does not hold, if any, moved into the undo folder with what was replaced.`;
}
