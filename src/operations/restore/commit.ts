import { type ByteString, fromText } from '../../bytestring.ts';
import { baseName, joinPath } from '../../files/paths.ts';
import { quote } from '../../hosts/quote.ts';
import { permissionsOf } from '../../repository/format/mode.ts';
import type { Group } from './groups.ts';
import { encodeJournalLine, type FolderMetadata, type JournalHead, type SwapBatch } from './journal.ts';
import type { Owners } from './owners.ts';
import { placedNames, removedNames, type Stay } from './plan.ts';
import { inNameBatches } from './swap.ts';
import { asItsRun, enter, runIn, type Workspace } from './workspace.ts';
import { WRITE_BACK } from './write-back.ts';

/** All that one workspace's swap will do. */
export interface SwapPlan {
  readonly batches: readonly SwapBatch[];
  readonly folders: readonly FolderMetadata[];
}

/** The renames of `groups`: what is placed first, so that what is removed has its successor already. */
export function swapBatches(groups: readonly Group[]): SwapBatch[] {
  return (['place', 'remove'] as const).flatMap((kind) =>
    groups.flatMap(({ id, stay, standing }) =>
      inNameBatches(kind === 'place' ? placedNames(stay) : removedNames(stay)).map((names) => ({
        kind,
        parent: standing.physical,
        parentIdentity: standing.identity,
        group: id,
        names,
      })),
    ),
  );
}

/** The metadata of folders that stay and are restored themselves. Inner ones first: each touches the one around it. */
export function folderMetadata(
  stays: readonly Stay[],
  owners: Owners,
  physicalOf: (path: ByteString) => ByteString,
): FolderMetadata[] {
  const folders: FolderMetadata[] = [];
  for (const { own, folder } of stays) {
    if (own === null) continue;
    const { node, entry } = own;
    const { uid, gid } = owners.forTar(node);
    folders.push({
      path: physicalOf(folder.path),
      identity: `${entry.device}:${entry.inode}`,
      before: { permissions: entry.permissions, uid: entry.uid, gid: entry.gid, mtimeNs: entry.mtimeNs },
      after: { permissions: permissionsOf(node.mode), uid, gid, mtimeNs: node.mtimeNs },
    });
  }
  return folders.reverse();
}

/**
 * Writes the journal of a swap that hasn't begun, and makes it durable, with all that was staged: whoever ends a swap that a power cut
 * ended finds renames on the disk, and must not find files without contents behind them.
 */
export async function writeJournal(
  workspace: Workspace,
  plan: SwapPlan,
  head: Omit<JournalHead, 'at'>,
  signal?: AbortSignal,
): Promise<void> {
  const body = `cat > journal.part && mv -f journal.part journal || exit 1${WRITE_BACK}`;
  const name = baseName(head.workspaces[0] as ByteString);
  const at = { path: joinPath(workspace.home.physical, name), identity: workspace.identity };
  const stdin = journalBytes(plan, { ...head, at });
  await runIn(workspace, 'write the journal of a restore', asItsRun(workspace, body), { stdin, signal });
}

/**
 * Gives a workspace its name as an undo folder: from that rename on the swap has begun, and whoever finds the folder
 * without `done` in it ends it or takes it back.
 */
export async function beginSwap(workspace: Workspace, name: string): Promise<Workspace> {
  const { home, path } = workspace;
  const staging = quote(baseName(path));
  const undo = quote(fromText(name));
  const body = `
${enter(home.physical, home.identity)}
[ ! -e ${undo} ] && [ ! -L ${undo} ] && mv -- ${staging} ${undo}`;
  await runIn(workspace, 'begin to swap in what was restored', asItsRun(workspace, body));
  return { ...workspace, path: joinPath(home.physical, fromText(name)) };
}

async function* journalBytes({ batches, folders }: SwapPlan, head: JournalHead): AsyncGenerator<Buffer> {
  yield Buffer.from(encodeJournalLine({ is: 'head', head }));
  for (const batch of batches) yield Buffer.from(encodeJournalLine({ is: 'swap', batch }));
  for (const folder of folders) yield Buffer.from(encodeJournalLine({ is: 'folder', folder }));
  yield Buffer.from(encodeJournalLine({ is: 'end', lines: 2 + batches.length + folders.length }));
}

/** Marks a swap as ended, so that nobody ends it again. */
export const MARK_DONE = `: > done || exit 1${WRITE_BACK}`;
