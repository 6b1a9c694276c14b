import { type ByteString, display, displayText, toBytes } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { compilePatterns } from '../../files/path-patterns.ts';
import { joinPath } from '../../files/paths.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import { findNode } from '../../repository/find-node.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Snapshot } from '../../repository/format/snapshot.ts';
import { savedRootDevice } from '../backup/manifest.ts';
import { OWN_PATH } from '../backup/own-tree.ts';
import { type Chooser, chooser } from './chooser.ts';
import { GROUP_ID_DIGITS } from './groups.ts';
import type { RestoreOptions } from './options.ts';
import { type Picks, picksBelow } from './picks.ts';
import { type SourceFolder, sourceFolder } from './source-folder.ts';
import { SourceTrees } from './source-trees.ts';
import type { Traits } from './traits.ts';
import { type Totals, WantedWalk } from './wanted.ts';
import { STAGING_PREFIX } from './workspace-name.ts';

const ROOT = '/' as ByteString;
/** By so much the path of an entry in staging can be longer than at its destination. */
const STAGING_BYTES = `/${STAGING_PREFIX}12345678-12345678/new/`.length + GROUP_ID_DIGITS;

/** What is restored, laid out as the destination will hold it. */
export interface RestoreSource {
  readonly trees: SourceTrees;
  /** The destination's `/`. */
  readonly root: SourceFolder;
  readonly picks: Picks;
  readonly totals: Totals;
  readonly traits: Traits;
  /** What becomes of a path of the destination. */
  readonly choose: Chooser;
}

export type SourceOptions = Pick<
  RestoreOptions,
  | 'snapshot'
  | 'folder'
  | 'target'
  | 'likeFolder'
  | 'includes'
  | 'excludes'
  | 'iincludes'
  | 'iexcludes'
  | 'includeOwn'
>;

/**
 * Finds what is to be restored, and proves before anything is written that none of it is hostile or damaged.
 * @throws HoldfastError restore-unsafe, repository-damaged, bad-input, restore-blocked.
 */
export async function restoreSource(
  repository: BlobSource,
  options: SourceOptions,
  signal?: AbortSignal,
): Promise<RestoreSource> {
  const trees = new SourceTrees(repository, signal);
  const { target } = options;
  const folder = folderOf(options);
  const { snapshot } = options.snapshot;
  const saved = folder === null ? null : await savedFolder(repository, snapshot, folder, signal);
  const folderTree = saved?.subtree ?? snapshot.tree;
  // Below a target, what is in the folder stands at once; at its original place, the folder stands where it was.
  const tree = target === null ? snapshot.tree : folderTree;
  const choose = chooserFor(options, target === null ? folder : null, await savedPaths(trees, options, tree));
  // Below a target nobody expects other filesystems.
  const device = target === null ? await savedRootDevice(repository, options.snapshot, signal) : 0n;
  const prefixBytes = (target?.length ?? 0) + STAGING_BYTES;
  const { picks, totals, traits } = await new WantedWalk(repository, trees, choose).wanted(
    { tree, device },
    prefixBytes,
  );
  if (picks === null) throw nothingChosen(options);
  const names = target === null ? [] : (target.split('/').filter((name) => name !== '') as ByteString[]);
  const root = names.reduceRight((below, name, i) => {
    const isTarget = i === names.length - 1;
    const made = { ...blankNode(name, 'dir', options.likeFolder ? 0o755 : 0o700), mtimeNs: snapshot.timeNs };
    const node = options.likeFolder && isTarget && saved !== null ? { ...saved, name } : made;
    return trees.add([{ ...node, subtree: below }]);
  }, tree);
  const placedPicks = target === null ? picks : picksBelow(names, await contentsOf(trees, tree, picks));
  return {
    trees,
    root: sourceFolder(trees, root, placedPicks, ROOT),
    picks: placedPicks,
    totals,
    traits,
    choose: target === null ? choose : below(target, choose),
  };
}

/**
 * What is in a folder, but not the folder itself: a target that exists is never replaced, and of the root of a
 * snapshot no metadata was saved.
 */
async function contentsOf(trees: SourceTrees, tree: BlobId, picks: Picks): Promise<Picks> {
  if (picks !== 'whole') return { own: false, children: picks.children };
  const { nodes } = await trees.load(tree, ROOT);
  return { own: false, children: new Map(nodes.map(({ name }) => [name, 'whole'])) };
}

function below(target: ByteString, choose: Chooser): Chooser {
  return (path, isFolder) =>
    choose((path.slice(target === '/' ? 0 : target.length) || '/') as ByteString, isFolder);
}

function chooserFor(options: SourceOptions, place: ByteString | null, saved: readonly ByteString[]): Chooser {
  const { includes, iincludes, excludes, iexcludes } = options;
  return chooser({
    roots: place === null ? saved : [place],
    include: [compilePatterns(includes), compilePatterns(iincludes, { ignoreCase: true })],
    exclude: [compilePatterns(excludes), compilePatterns(iexcludes, { ignoreCase: true })],
    patternRoot: place ?? ROOT,
    leftOut: options.includeOwn || folderOf(options) !== null ? null : OWN_PATH,
  });
}

/** `SNAPSHOT:/` is the whole snapshot. */
function folderOf({ folder }: SourceOptions): ByteString | null {
  return folder === ROOT ? null : folder;
}

async function savedFolder(
  repository: BlobSource,
  { tree }: Snapshot,
  folder: ByteString,
  signal: AbortSignal | undefined,
): Promise<Node> {
  const node = await findNode(repository, tree, folder, signal);
  if (node?.type === 'dir' && node.subtree !== null) return node;
  throw new HoldfastError(
    'bad-input',
    `Cannot restore "${display(folder)}" of the snapshot: ${node === null ? 'nothing of that name is in it' : `it is a ${displayText(node.type)}`}, expected a folder. List the snapshot with "ls"; for a single file use --include.`,
  );
}

/**
 * The paths that the snapshot was made of, in `tree`: what is above them was only on the way. A part of a snapshot,
 * and one that was made of relative paths (its tree doesn't begin at the root), count as a whole.
 */
async function savedPaths(trees: SourceTrees, options: SourceOptions, tree: BlobId): Promise<ByteString[]> {
  const { snapshot } = options.snapshot;
  if (folderOf(options) !== null) return [ROOT];
  const found: ByteString[] = [];
  for (const path of snapshot.paths) {
    const inTree = await pathInTree(trees, tree, path);
    if (inTree !== null) found.push(inTree);
    else if (options.target === null) throw relativePath(path);
    else return [ROOT];
  }
  // What Holdfast added is in no path, and is chosen only when asked for.
  return [...(found.length === 0 ? [ROOT] : found), ...(options.includeOwn ? [OWN_PATH] : [])];
}

/** Follows `path`, in which restic wrote U+FFFD for bytes that aren't UTF-8, down the tree. */
async function pathInTree(trees: SourceTrees, tree: BlobId, path: string): Promise<ByteString | null> {
  let at: ByteString = ROOT;
  let subtree: BlobId | null = tree;
  for (const name of path.split('/').filter((part) => part !== '')) {
    if (subtree === null) return null;
    const { nodes } = await trees.load(subtree, at);
    const node = nodes.find((child) => toBytes(child.name).toString('utf8') === name);
    if (node === undefined) return null;
    at = joinPath(at, node.name);
    subtree = node.subtree;
  }
  return at;
}

function relativePath(path: string): HoldfastError {
  return new HoldfastError(
    'restore-blocked',
    `Cannot restore to the original place: "${displayText(path)}" isn't in the snapshot's tree, expected it there; the snapshot was made of a relative path. Name a folder with --target.`,
  );
}

function nothingChosen(options: SourceOptions): HoldfastError {
  const { includes, excludes, iincludes, iexcludes, snapshot } = options;
  const isNarrowed = [includes, excludes, iincludes, iexcludes].some(({ length }) => length > 0);
  const why = isNarrowed
    ? 'no entry of it was chosen, expected one at least. List it with "ls" and correct --include and --exclude; ' +
      `what Holdfast added, at ${OWN_PATH}, is chosen only with --own`
    : `it holds no files of a host, only what Holdfast added, at ${OWN_PATH}, expected some. ` +
      'Put a dump of it back with --database, or restore all of that as files with --own';
  return new HoldfastError(
    'bad-input',
    `Cannot restore anything of snapshot ${snapshot.id.slice(0, 8)}: ${why}.`,
  );
}
