import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { joinPath, parentPath } from '../files/paths.ts';
import { lookAt } from '../files/second-look.ts';
import type { Host } from '../hosts/host.ts';
import type { Reporter } from './progress.ts';
import { Destination } from './restore/destination.ts';
import { readHostFacts } from './restore/host-facts.ts';
import { type FoundSwap, readJournal } from './restore/journal-file.ts';
import { takeBackSwaps, undone } from './restore/swaps.ts';
import { isUndoFolder } from './restore/workspace-name.ts';

export interface UndoResult {
  /** Of the restore that was undone: first digits are enough for a person. */
  readonly snapshotId: string;
  /** How many topmost names were put back or moved away. */
  readonly names: number;
  /** Ready to show: where what had been restored lies now. Remove it, or restore again from it. */
  readonly keptIn: readonly string[];
  readonly dryRun: boolean;
}

export interface UndoOptions {
  /**
   * An undo folder that a restore left (absolute, clean); or a path beside or above one: then the newest one is
   * taken.
   */
  readonly path: ByteString;
  readonly dryRun: boolean;
}

/**
 * Puts back what a restore has moved out of the way, on all filesystems that it touched, and what it has restored
 * into its staging folders. Nothing is deleted. Works on a swap that was cut off, and may itself be cut off and
 * called again.
 *
 * @throws HoldfastError restore-blocked if there is no undo folder, or if something new stands where what was moved
 *   is to go back; no-permission, command-failed, and what the host throws.
 */
export async function undoRestore(
  host: Host,
  options: UndoOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<UndoResult> {
  const folder = await findUndoFolder(host, options.path, signal);
  reporter.onInfo(`Undoing by "${display(folder)}".`);
  const first = await readJournal(host, folder, signal);
  const swaps = await allSwaps(host, first, reporter, signal);
  const names = swaps.flatMap(({ batches }) => batches.map((batch) => batch.names.length));
  const result = {
    snapshotId: first.head.snapshotId,
    names: names.reduce((sum, count) => sum + count, 0),
    dryRun: options.dryRun,
  };
  if (options.dryRun) return { ...result, keptIn: [] };
  const { uid } = await readHostFacts(host, signal);
  await takeBackSwaps(swaps);
  return { ...result, keptIn: (await undone(swaps, uid === 0)).map(display) };
}

/** A restore to several filesystems has an undo folder on each. One that had nothing to swap yet has none. */
async function allSwaps(
  host: Host,
  first: FoundSwap,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<FoundSwap[]> {
  const swaps: FoundSwap[] = [];
  for (const path of first.head.workspaces) {
    if (path === first.workspace.path) {
      swaps.push(first);
      continue;
    }
    const { entries } = await lookAt(host, [path], { signal });
    if (entries.has(path)) swaps.push(await readJournal(host, path, signal));
    else reporter.onInfo(`Nothing to undo by "${display(path)}": it isn't there (any more, or yet).`);
  }
  return swaps;
}

async function findUndoFolder(host: Host, path: ByteString, signal: AbortSignal): Promise<ByteString> {
  if (isUndoFolder(path.slice(path.lastIndexOf('/') + 1))) return path;
  const destination = new Destination(host, await readHostFacts(host, signal), signal);
  const places = [parentPath(path), path];
  await destination.visit(places);
  const found = places.flatMap((place) => {
    const folder = destination.folder(place);
    return folder === null
      ? []
      : folder.undoable.map((name) => ({ name, path: joinPath(folder.physical, name) }));
  });
  // Their names begin with the time.
  const newest = found.reduce(
    (a, b) => (a === null || b.name > a.name ? b : a),
    null as (typeof found)[number] | null,
  );
  if (newest !== null) return newest.path;
  throw new HoldfastError(
    'restore-blocked',
    `Cannot undo a restore at "${display(path)}" on "${host.name}": there is no undo folder in it or beside it, expected one named ".holdfast-undo-…". Name the folder that the restore reported.`,
  );
}
