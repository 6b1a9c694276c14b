import { type ByteString, display } from '../bytestring.ts';
import { HoldfastError } from '../errors.ts';
import { lookAt } from '../files/second-look.ts';
import type { Host } from '../hosts/host.ts';
import type { Reporter } from './progress.ts';
import type { FoundSwap } from './restore/found-swap.ts';
import { type HostFacts, readHostFacts } from './restore/host-facts.ts';
import { readJournal } from './restore/journal-file.ts';
import { renumbered } from './restore/renumbered.ts';
import { isEmptied } from './restore/swap.ts';
import { takeBackSwaps, undone } from './restore/swaps.ts';
import { findUndoFolder } from './restore/undo-folder.ts';

export interface UndoResult {
  /** Of the restore that was undone: first digits are enough for a person. */
  readonly snapshotId: string;
  /** How many topmost names were put back or moved away. */
  readonly names: number;
  /** Ready to show: where what had been restored lies now, with all that was changed there since. */
  readonly keptIn: readonly string[];
  readonly dryRun: boolean;
}

export interface UndoOptions {
  /**
   * An undo folder that a restore left (absolute, clean); or what a restore restored, or a folder around that, such
   * as the one that it restored to: then the newest undo folder is taken, in it, above it or below it, whose journal
   * names it or something below it.
   */
  readonly path: ByteString;
  readonly dryRun: boolean;
}

/**
 * Puts back what a restore has moved out of the way, on all filesystems that it touched, and what it has restored
 * into its staging folders. Nothing is deleted. Works on a swap that was cut off, and may itself be cut off and
 * called again.
 *
 * @throws HoldfastError restore-blocked if there is no undo folder of a restore of that path, or if something new stands where what was moved
 *   is to go back; no-permission, command-failed, and what the host throws.
 */
export async function undoRestore(
  host: Host,
  options: UndoOptions,
  reporter: Reporter,
  signal: AbortSignal,
): Promise<UndoResult> {
  const facts = await readHostFacts(host, signal);
  const first = await findUndoFolder(host, { path: options.path, facts, reporter, signal });
  reporter.onInfo(`Undoing by "${display(first.workspace.path)}".`);
  const swaps = renumbered(await allSwaps(host, { first, facts, reporter, signal }));
  await assertNotEmptied(host, swaps);
  const names = swaps.flatMap(({ batches }) => batches.map((batch) => batch.names.length));
  const result = {
    snapshotId: first.head.snapshotId,
    names: names.reduce((sum, count) => sum + count, 0),
    dryRun: options.dryRun,
  };
  if (options.dryRun) return { ...result, keptIn: [] };
  await takeBackSwaps(swaps);
  const giving = { owners: facts.uid === 0, onWarning: (message: string) => reporter.onWarning(message) };
  return { ...result, keptIn: (await undone(swaps, giving)).map(display) };
}

function notThere(path: ByteString): string {
  return `Nothing is undone by "${display(path)}": it isn't there. Where its disk isn't mounted, mount it and undo by that folder, too; else an undo that was cut off has done it, or its part of the restore had not begun.`;
}

/** Else what was restored would be taken away, and nothing put in its place. */
async function assertNotEmptied(host: Host, swaps: readonly FoundSwap[]): Promise<void> {
  for (const { workspace, isDone } of swaps) if (!isDone || !(await isEmptied(workspace))) return;
  const folders = swaps.map(({ workspace }) => `"${display(workspace.path)}"`).join(', ');
  throw new HoldfastError(
    'restore-blocked',
    `Cannot undo by ${folders} on "${host.name}": nothing of what was in the way is there any more, expected it in "old". Somebody has removed it; what was restored stays. Restore another snapshot instead.`,
  );
}

/** A restore to several filesystems has an undo folder on each. One that had nothing to swap yet has none. */
async function allSwaps(
  host: Host,
  {
    first,
    facts,
    reporter,
    signal,
  }: { first: FoundSwap; facts: HostFacts; reporter: Reporter; signal: AbortSignal },
): Promise<FoundSwap[]> {
  const swaps: FoundSwap[] = [];
  for (const path of first.head.workspaces) {
    if (path === first.workspace.path) {
      swaps.push(first);
      continue;
    }
    const { entries } = await lookAt(host, [path], { reader: facts.reader, signal });
    if (entries.has(path)) swaps.push(await readJournal(host, path, signal));
    else reporter.onWarning(notThere(path));
  }
  return swaps.includes(first) ? swaps : [first, ...swaps];
}
