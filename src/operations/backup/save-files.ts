import type { ByteString } from '../../bytestring.ts';
import type { ListedBatch } from '../../files/list.ts';
import { type FoundSources, linkWarnings, MISSING_SOURCE } from '../../files/sources.ts';
import type { SnapshotSummary } from '../../repository/format/snapshot.ts';
import type { StoredSnapshot } from '../../repository/repository.ts';
import { withSlowlyGrowingHeap } from '../old-generation.ts';
import { OwnPlace } from '../own-place.ts';
import { Comparison, trustedUntil } from './comparison.ts';
import { Counts } from './counts.ts';
import { dryTrees } from './dry-trees.ts';
import { expectAllTrees, fewTrees } from './few-trees.ts';
import { FileSaver } from './file-saver.ts';
import { HardLinks } from './hard-links.ts';
import { markedParent } from './left-marks.ts';
import { beginListing, type Listing } from './listing.ts';
import { listingOf } from './manifest.ts';
import { NewMarks } from './new-marks.ts';
import { deviceIdOf, type NodeNames } from './node-of-entry.ts';
import type { Parent } from './previous-tree.ts';
import type { BackupRun } from './run.ts';
import type { SavedFiles } from './saved-files.ts';
import { TreeAssembly, type TreeStore } from './tree-assembly.ts';
import { UnchangedFolders } from './unchanged-folders.ts';
import { unlessLost } from './unless-lost.ts';
import { tellUnmounted } from './unmounted.ts';
import { WriteBack } from './write-back.ts';

export interface SaveOptions {
  /** Where trees are loaded from and saved to. Default: the repository, of which a dry run only reads. */
  readonly trees?: TreeStore | undefined;
  /** What this backup saw before, which is asked before the parents. */
  readonly seen?: Parent | undefined;
  /** What is known of the paths: they are not looked for then. */
  readonly sources?: FoundSources | undefined;
  /** By when the host had written back what it had in memory, if it was asked to before. */
  readonly asOfNs?: bigint | undefined;
  /** What was listed already, if it was. */
  readonly early?: Listing | null | undefined;
}

/** Lists the sources, compares them with the parents, and reads and saves what is new; `checkpoints` go along. */
export async function saveFiles(
  run: BackupRun,
  checkpoints: { begin(files: SavedFiles): void },
  { trees, seen, sources: known, asOfNs = run.asOfNs, early }: SaveOptions = {},
): Promise<SavedFiles> {
  const { repository, options, parents } = run;
  const names = { ...run.accounts, devices: run.devices };
  const listing = early ?? (await beginListing(run, known));
  const { sources, startedNs: listingStartedNs, untimed, batches } = listing;
  for (const path of sources.missing) run.problems.add('missing', path, MISSING_SOURCE);
  for (const line of linkWarnings(sources)) run.reporter.onWarning(line);
  // What a first pass leaves and finds isn't what the parent has; nor is all of a parent there that has lost something.
  const isMarked = trees === undefined && !repository.leavesOut && markedParent(parents) !== null;
  const found = isMarked ? new NewMarks(names) : null;
  const loaded = await loadParents(run);
  const assembly = await TreeAssembly.start({
    trees: trees ?? treesOf(run),
    names,
    ancestors: sources.ancestors,
    parents: [...(seen === undefined ? [] : [seen]), ...loaded],
    onSaved: (folder, tree) => {
      found?.settle(folder, tree);
      tellUnmounted(run, folder, tree);
    },
    onLeftOut: (folder, why) => run.problems.add('unreadable', folder, why),
  });
  const counts = new Counts(expectedOf(parents));
  const comparison = new Comparison(repository, options.ignore, untimed);
  const writeBack = new WriteBack(run, { listingStartedNs, asOfNs });
  const saver = new FileSaver(run, {
    writeBack,
    names,
    assembly,
    counts,
    comparison,
    hardLinks: new HardLinks(trustedUntil(listingStartedNs)),
  });
  const files = {
    get asOfNs() {
      return writeBack.asOfNs;
    },
    counts,
    assembly,
    sources,
    rootDevice: rootDeviceOf(sources, names),
    marks: found,
  };
  checkpoints.begin(files);
  const trustedUntilNs = trustedUntil(loaded[0]?.listingStartedNs ?? 0n);
  const unchanged =
    found && new UnchangedFolders({ marks: run.marks, trustedUntilNs, untimed, names, taker: saver, found });
  // A first pass would tell it twice.
  const own = trees === undefined ? await OwnPlace.find(run.host, repository.folder, 'repository') : null;
  const onBatch = (batch: ListedBatch) => own?.tell(batch, run.reporter);
  const saveAll = () => saveListed(run.listed?.(batches) ?? batches, saver, { unchanged, onBatch });
  await (parents.length === 0 ? withSlowlyGrowingHeap(FIRST_HEAP_GROWTH_PERCENT, saveAll) : saveAll());
  if (comparison.distrusted.size > 0) run.reporter.onInfo(readEachTime(comparison.distrusted));
  return files;
}

function readEachTime(kinds: ReadonlySet<string>): string {
  return (
    `Files on ${[...kinds].join(', ')} are read each time: such a filesystem doesn't tell when a file last changed. Where size and mtime ` +
    'are enough, say --ignore-ctime, or --ignore-inode, which trusts the mtime alone.'
  );
}

async function saveListed(
  listing: AsyncIterable<ListedBatch>,
  saver: FileSaver,
  { unchanged, onBatch }: { unchanged: UnchangedFolders | null; onBatch: (batch: ListedBatch) => void },
): Promise<void> {
  for await (const batch of listing) {
    onBatch(batch);
    await saver.take(batch, unchanged);
  }
  await unchanged?.end();
  await saver.finish();
}

/**
 * Where there is nothing to compare with, tens of thousands of entries wait for their contents: by this they take 15 MiB less, for a
 * hundredth of the time. Where nothing changed, it would take three hundredths, for nothing.
 */
const FIRST_HEAP_GROWTH_PERCENT = 35;

/** A dry run only reads. */
function treesOf(run: BackupRun): TreeStore {
  const { repository, options, asksForFew, parents } = run;
  const trees = options.dryRun ? dryTrees(repository) : repository;
  return asksForFew ? fewTrees(trees, () => expectAllTrees(repository, parents)) : trees;
}

async function loadParents({ repository, options, parents, signal }: BackupRun): Promise<Parent[]> {
  const loaded: Parent[] = [];
  for (const parent of parents) {
    const load = () => listingOf(repository, parent, options.target, signal);
    const listing = await unlessLost(repository, load);
    if (listing === null) continue;
    const { startedNs: listingStartedNs, rootDevice } = listing;
    loaded.push({ tree: parent.snapshot.tree, listingStartedNs, rootDevice });
  }
  return loaded;
}

function rootDeviceOf({ ancestors }: FoundSources, names: NodeNames): bigint {
  const root = ancestors.get('/' as ByteString);
  return root === undefined ? 0n : deviceIdOf(root, names);
}

/** The parents' summary that promises most: a checkpoint's own says only how far it came. */
function expectedOf(parents: readonly StoredSnapshot[]): SnapshotSummary | null {
  const summaries = parents.map(({ snapshot }) => snapshot.summary).filter((summary) => summary !== null);
  return summaries.toSorted((a, b) => b.totalBytesProcessed - a.totalBytesProcessed)[0] ?? null;
}
