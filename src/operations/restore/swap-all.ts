import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { baseName, joinPath, parentPath } from '../../files/paths.ts';
import { lookAt } from '../../files/second-look.ts';
import { quote } from '../../hosts/quote.ts';
import { afterFailure } from './after-failure.ts';
import { beginSwap, folderMetadata, type SwapPlan, swapBatches, writeJournal } from './commit.ts';
import type { FoundSwap } from './found-swap.ts';
import { readJournal } from './journal-file.ts';
import { stays } from './plan.ts';
import type { RestorePlan } from './plan-restore.ts';
import { renumbered } from './renumbered.ts';
import type { RestoreRun } from './run.ts';
import { type Giving, setFolderMetadata } from './swap.ts';
import { endSwaps, giveMetadataBack, type Swap, takeBackSwaps, toStagingFolders } from './swaps.ts';
import type { Workspace } from './workspace.ts';
import { undoName } from './workspace-name.ts';

/**
 * Swaps in what the workspaces hold. If a rename fails, all is taken back.
 * @returns The undo folders, ready to show.
 */
export async function swapAll(
  run: RestoreRun,
  plan: RestorePlan,
  workspaces: readonly Workspace[],
): Promise<string[]> {
  run.progress('swapping', '' as ByteString);
  const giving = givingOf(run);
  const folders = await metadataOfStays(run, plan);
  if (workspaces.length === 0) {
    await setFolderMetadata(run.host, folders, 'after', giving);
    return [];
  }
  const plans = plan.mounts.map(({ groups }, i) => ({
    batches: swapBatches(groups),
    // All of them in one journal: any of them may be touched by the renames of another filesystem's mount point.
    folders: i === 0 ? folders : [],
  }));
  const swaps = await beginSwaps(run, workspaces, plans);
  try {
    return (await endSwaps(swaps, giving)).map(display);
  } catch (error) {
    throw await takenBack(swaps, giving, error);
  }
}

function givingOf({ facts, reporter }: RestoreRun): Giving {
  return { owners: facts.uid === 0, onWarning: (message) => reporter.onWarning(message) };
}

async function metadataOfStays({ destination, owners }: RestoreRun, { root }: RestorePlan) {
  const own = [...stays(root)].filter((stay) => stay.own !== null);
  await destination.visit(own.map(({ folder }) => folder.path));
  return folderMetadata(own, owners, (path) => destination.folder(path)?.physical ?? path);
}

/** Every journal is written before the first swap begins, so that none can be missing later. */
async function beginSwaps(
  run: RestoreRun,
  workspaces: readonly Workspace[],
  plans: readonly SwapPlan[],
): Promise<Swap[]> {
  const { name, time } = await freeUndoName(run, workspaces);
  const head = {
    snapshotId: run.options.snapshot.id,
    timeNs: BigInt(time.getTime()) * 1_000_000n,
    workspaces: workspaces.map(({ home }) => joinPath(home.physical, name as ByteString)),
  };
  const swaps: Swap[] = [];
  for (const [i, workspace] of workspaces.entries()) {
    await writeJournal(workspace, plans[i] as SwapPlan, head, run.signal).catch(async (error: unknown) => {
      throw await afterFailure(workspace, error);
    });
  }
  for (const [i, workspace] of workspaces.entries()) {
    const begun = await beginSwap(workspace, name).catch(async (error: unknown) => {
      throw swaps.length === 0
        ? await afterFailure(workspace, error)
        : await takenBack(swaps, givingOf(run), error);
    });
    swaps.push({ ...(plans[i] as SwapPlan), workspace: begun });
  }
  return swaps;
}

/**
 * The name of now, or of the next millisecond at which it is free in all homes: a clock may show one time twice. It
 * stays free, for only who works in the workspaces of this restore gives names with its key.
 */
async function freeUndoName(
  run: RestoreRun,
  workspaces: readonly Workspace[],
): Promise<{ name: string; time: Date }> {
  const homes = workspaces.map(({ home }) => home.physical);
  for (let time = new Date(); ; time = new Date(time.getTime() + 1)) {
    const name = undoName(run.key, time);
    const { entries } = await lookAt(
      run.host,
      homes.map((home) => joinPath(home, name as ByteString)),
      { reader: run.facts.reader, signal: run.signal },
    );
    if (entries.size === 0) return { name, time };
  }
}

async function takenBack(swaps: readonly Swap[], giving: Giving, error: unknown): Promise<unknown> {
  const [code, message] =
    error instanceof HoldfastError
      ? ([error.code, error.message] as const)
      : ['internal' as const, String(error)];
  const [{ workspace }] = swaps as [Swap];
  const where = display(quote(workspace.path) as ByteString);
  try {
    await takeBackSwaps(swaps);
    await toStagingFolders(swaps);
  } catch {
    return new HoldfastError(
      code,
      `${message} The swap is half done. The same restore ends it; "restore --undo --target ${where}" takes it back.`,
      { cause: error },
    );
  }
  const left = await giveMetadataBack(swaps, giving).then(() => 'all is as it was.', notGivenBack);
  return new HoldfastError(code, `${message} What had been swapped in was taken back: ${left}`, {
    cause: error,
  });
}

function notGivenBack(error: unknown): string {
  const reason = error instanceof Error ? error.message : String(error);
  return `all is as it was, but for mode, owner and time of folders that stay, which may be others now. ${reason}`;
}

/**
 * Ends the swap of an earlier run of the same restore that was cut off in the middle of it. Swaps of other restores
 * are only told: they may concern something else in the same folder.
 * @returns Null if there is none.
 */
export async function endUnfinished(
  run: RestoreRun,
  plan: RestorePlan,
): Promise<{ undoFolders: string[] } | null> {
  const found = [...stays(plan.root)].flatMap(({ folder }) => {
    const standing = run.destination.folder(folder.path);
    return standing?.unfinished.map((name) => joinPath(standing.physical, name)) ?? [];
  });
  const ours = found.find((path) => path.endsWith(`-${run.key}`));
  for (const path of found.filter((other) => other !== ours)) {
    run.reporter.onWarning(
      `Another restore swaps just now, or was cut off while it did: "${display(path)}" holds what was in its way. Let it end; one that was cut off is ended by running it again, or taken back with --undo.`,
    );
  }
  if (ours === undefined) return null;
  run.reporter.onInfo(`Ending the swap that an earlier run had begun ("${display(ours)}").`);
  const swaps = await openSwaps(run, ours);
  return { undoFolders: (await endSwaps(swaps, givingOf(run))).map(display) };
}

/** All swaps of the restore that `path` belongs to; those that hadn't begun, begin. */
async function openSwaps(run: RestoreRun, path: ByteString): Promise<Swap[]> {
  const { head } = await readJournal(run.host, path, run.signal);
  const swaps: FoundSwap[] = [];
  for (const undoPath of head.workspaces) {
    const standing = await readJournal(run.host, undoPath, run.signal).catch(() => null);
    if (standing !== null) {
      swaps.push(standing);
      continue;
    }
    const staging = joinPath(parentPath(undoPath), `.holdfast-restore-${run.key}` as ByteString);
    const waiting = await readJournal(run.host, staging, run.signal);
    swaps.push({ ...waiting, workspace: await beginSwap(waiting.workspace, baseName(undoPath)) });
  }
  return renumbered(swaps);
}
