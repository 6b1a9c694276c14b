import { untilCancelled } from '../../backends/cancel.ts';
import { asHoldfastError } from '../../errors.ts';
import type { FoundSources } from '../../files/sources.ts';
import type { BackupOptions } from './options.ts';
import type { Parent } from './previous-tree.ts';
import { Problems } from './problems.ts';
import { RememberedTrees } from './remembered-trees.ts';
import type { BackupRun } from './run.ts';
import { saveFiles } from './save-files.ts';
import type { SavedFiles } from './saved-files.ts';
import type { TreeStore } from './tree-assembly.ts';
import { writeBack } from './write-back.ts';

/** What is known of the files before the application is stopped. */
export interface FirstPass {
  readonly parent: Parent;
  /** With every tree that the second pass will ask for, as far as memory goes. */
  readonly trees: TreeStore;
  readonly bytesRead: number;
  /** Null: not all paths were there. Folders above them are as they were then. */
  readonly sources: FoundSources | null;
}

/** Whether an application is to be stopped for which a first pass is worth while. */
export function wantsFirstPass({ quiesce, volume, paths, dryRun, firstPass }: BackupOptions): boolean {
  return quiesce !== undefined && volume === undefined && paths.length > 0 && !dryRun && firstPass !== false;
}

/**
 * Lists the files and saves what has changed while the application still runs: what then changes until it is stopped is all
 * that must be read while it stands. Nothing that is seen here counts by itself: the second pass lists everything again, and
 * takes over what is as it was, by the rules that hold for a parent.
 *
 * First the host writes back what is in its memory. A program that writes through a mapping (mmap) of a file moves its times
 * only at the first write to a page that isn't dirty; so of a file whose ctime is older than the write-back, no write can
 * have gone unseen since. The others are read again.
 *
 * Null: there is none, and the second pass reads everything that changed.
 * @throws What the repository and the host throw; HoldfastError cancelled. A source that isn't there yet is no error.
 */
export async function makeFirstPass(
  run: BackupRun,
  checkpoints: { begin(files: SavedFiles): void },
): Promise<FirstPass | null> {
  const { repository, reporter, signal } = run;
  reporter.onInfo('first pass: what has changed until now is read while the application runs');
  const asOfNs = run.hostClockNs();
  if (!(await writeBack(run))) {
    reporter.onInfo('There is no first pass: the host can’t write its files back (sync).');
    return null;
  }
  const trees = new RememberedTrees(repository);
  // What is wrong with a file is told by the second pass: it may have been so for a moment.
  const quiet = {
    ...run,
    asOfNs,
    problems: new Problems(() => {}),
    reporter: { ...reporter, onProgress: reporter.onProgress.bind(reporter), onInfo() {}, onWarning() {} },
  };
  try {
    const files = await saveFiles(quiet, checkpoints, { trees });
    const root = await untilCancelled(files.assembly.rootNodes(), signal);
    const tree = await untilCancelled(files.assembly.saveRoot(root, []), signal);
    // What is still on its way to slow storage would keep the second pass waiting.
    await untilCancelled(repository.flush(), signal);
    return {
      parent: { tree, listingStartedNs: asOfNs, isFirstPass: true },
      trees,
      bytesRead: files.counts.bytesRead,
      sources: files.sources.missing.length === 0 ? files.sources : null,
    };
  } catch (error) {
    const code = asHoldfastError(error)?.code;
    if (code !== 'source-missing' && code !== 'source-changed') throw error;
    return null;
  }
}
