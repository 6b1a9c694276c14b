import type { ByteString } from '../../bytestring.ts';
import { baseName } from '../../files/paths.ts';
import { quote } from '../../hosts/quote.ts';
import { MARK_DONE, type SwapPlan } from './commit.ts';
import { type Giving, holdsOld, setFolderMetadata, swapBack, swapIn } from './swap.ts';
import { toFreeName } from './taken-back.ts';
import { enter, inWorkspace, runIn, TAKEN_BACK, type Workspace } from './workspace.ts';
import { keyOfUndoName, stagingName } from './workspace-name.ts';
import { writeBackHome } from './write-back.ts';

/** A workspace whose swap has begun, and what it does. */
export interface Swap extends SwapPlan {
  readonly workspace: Workspace;
}

/**
 * Ends swaps, wherever they stand: renames, then what is left of the workspace, then the metadata of folders that
 * stay (for the renames and the workspace touched them), then `done`. The empty folders in `new` stay for an undo, which
 * could not make them on a full disk.
 *
 * @returns The undo folders: the workspaces, if one of them holds what was in the way. Else they are gone.
 */
export async function endSwaps(swaps: readonly Swap[], giving: Giving): Promise<ByteString[]> {
  for (const { workspace, batches } of swaps) await swapIn(workspace, batches);
  const workspaces = swaps.map(({ workspace }) => workspace);
  const isUndoable = (await Promise.all(workspaces.map(holdsOld))).includes(true);
  if (!isUndoable) for (const workspace of workspaces) await removeWorkspace(workspace);
  for (const { workspace, folders } of swaps) {
    await setFolderMetadata(workspace.host, folders, 'after', giving);
  }
  if (!isUndoable) {
    for (const workspace of workspaces) await writeBackHome(workspace);
    return [];
  }
  for (const workspace of workspaces) {
    await runIn(workspace, 'end the journal', inWorkspace(workspace, MARK_DONE));
  }
  return workspaces.map(({ path }) => path);
}

/** Takes swaps back, wherever they stand. What was swapped in lies in the workspaces' `new` again. */
export async function takeBackSwaps(swaps: readonly Swap[]): Promise<void> {
  for (const { workspace, batches } of [...swaps].reverse()) {
    await swapBack(workspace, [...batches].reverse());
  }
}

/**
 * Ends the taking back: the workspaces are staging folders again, from which the same restore goes on if nothing was
 * changed there since (the first of them, if the same one was undone several times), and the folders that stay get the
 * metadata that they had: before, since an undo that is cut off later finds no journal any more; and after, since the
 * renames touch the folders around. Only the second one must succeed.
 * @returns The staging folders.
 */
export async function undone(swaps: readonly Swap[], giving: Giving): Promise<ByteString[]> {
  await giveMetadataBack(swaps, { ...giving, onWarning: () => {} }).catch(() => {});
  const kept = await toStagingFolders(swaps);
  await giveMetadataBack(swaps, giving);
  return kept;
}

export async function toStagingFolders(swaps: readonly Swap[]): Promise<ByteString[]> {
  const kept: ByteString[] = [];
  for (const { workspace } of swaps) {
    kept.push(await toStaging(workspace, stagingName(keyOfUndoName(baseName(workspace.path)))));
  }
  return kept;
}

export async function giveMetadataBack(swaps: readonly Swap[], giving: Giving): Promise<void> {
  for (const { workspace, folders } of swaps) {
    await setFolderMetadata(workspace.host, folders, 'before', giving);
  }
}

/**
 * Makes an undo folder a staging folder, beside its old name. The name may be taken: by an undo of the same restore
 * done another time, or by one that was cut off. Then the next free one is given, from which nothing goes on.
 *
 * `done` goes first, for a staging folder may not have it; the journal last, for until then all can be done again. It
 * becomes the mark of what was taken back: a new file might not fit on a full disk.
 */
function toStaging(workspace: Workspace, name: string): Promise<ByteString> {
  return toFreeName(workspace, name, { before: 'rm -f done', after: `mv -f journal ${TAKEN_BACK}` });
}

/** Removes a workspace with all that was staged in it; nothing that was in the way may be there. */
export async function removeWorkspace(workspace: Workspace): Promise<void> {
  const { home, path } = workspace;
  const name = quote(`./${path.slice(path.lastIndexOf('/') + 1)}` as ByteString);
  const body = `
rmdir old/* 2>/dev/null
rmdir old && chmod -R u+rwx new 2>/dev/null
[ ! -e old ] && rm -rf -- ./* || exit 1
${enter(home.physical, home.identity)}
rmdir -- ${name}`;
  await runIn(workspace, 'remove the staging folder', inWorkspace(workspace, body));
}
