import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { joinPath, MAX_PATH_BYTES } from '../../files/paths.ts';
import type { BlobSource } from '../../repository/blob-source.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node } from '../../repository/format/node.ts';
import type { Chooser } from './chooser.ts';
import type { Picks } from './picks.ts';
import { assertPathFits } from './safe-name.ts';
import { treeOf } from './source-folder.ts';
import type { SourceTrees } from './source-trees.ts';
import { Traits } from './traits.ts';
import { unsendable } from './unsendable.ts';

/** What a restore needs at its destination. Counts past 2^53 are possible: trees can share subtrees. */
export interface Totals {
  readonly files: number;
  readonly folders: number;
  /** Symlinks, fifos, devices. */
  readonly others: number;
  readonly bytes: number;
}

export interface Wanted {
  /** Null if nothing was chosen. */
  readonly picks: Picks | null;
  readonly totals: Totals;
  readonly traits: Traits;
}

/** The root of a snapshot, or a folder that is restored as if it were one. */
export interface SavedRoot {
  readonly tree: BlobId;
  /** What it was on; 0: nobody knows. */
  readonly device: bigint;
}

interface SavedFolder extends SavedRoot {
  readonly path: ByteString;
}

/** Inodes of the largest ext4. Whatever has more is no backup, but trees that name one subtree over and over. */
const MAX_ENTRIES = 2 ** 32;

interface Sum {
  files: number;
  folders: number;
  others: number;
  bytes: number;
  /** The longest path below, relative, to prove that it fits wherever this tree stands. */
  longest: string;
}

/**
 * Walks the whole tree before anything is written: what is chosen, how much it is, and that nothing in it is
 * hostile or damaged (names, paths too long, files whose blobs are missing or don't add up to their size).
 */
export class WantedWalk {
  readonly #repository: BlobSource;
  readonly #trees: SourceTrees;
  readonly #choose: Chooser;
  readonly #traits = new Traits();
  /** Sums of trees with several subfolders, so that a tree that names one subtree over and over takes no longer. */
  readonly #sums = new Map<BlobId, Sum>();

  constructor(repository: BlobSource, trees: SourceTrees, choose: Chooser) {
    this.#repository = repository;
    this.#trees = trees;
    this.#choose = choose;
  }

  /** @param longestPrefix Bytes that stand in front of a path of the snapshot at the destination, at most. */
  async wanted({ tree, device }: SavedRoot, longestPrefix: number): Promise<Wanted> {
    const sum = emptySum();
    const root = { tree, device, path: '/' as ByteString };
    const picks = await this.#folder(root, this.#choose(root.path, true), sum);
    assertPathFits(`/${sum.longest}` as ByteString, MAX_PATH_BYTES - longestPrefix);
    assertCountFits(sum);
    return { picks, totals: sum, traits: this.#traits };
  }

  async #folder(folder: SavedFolder, choice: Choice, sum: Sum): Promise<Picks | null> {
    if (choice === 'none') return null;
    if (choice === 'all') {
      addInto(sum, await this.#sumOf(folder), '');
      return 'whole';
    }
    const children = new Map<ByteString, Picks>();
    const { nodes } = await this.#trees.load(folder.tree, folder.path);
    for (const [at, node] of nodes.entries()) {
      if (node.type === 'dir') this.#trees.readAhead(nodes, at);
      const picks = await this.#child(node, folder, sum);
      if (picks !== null) children.set(node.name, picks);
    }
    const own = choice === 'own';
    const isWhole =
      own && children.size === nodes.length && [...children.values()].every((p) => p === 'whole');
    if (isWhole) return 'whole';
    return own || children.size > 0 ? { own, children } : null;
  }

  async #child(node: Node, around: SavedFolder, sum: Sum): Promise<Picks | null> {
    const path = joinPath(around.path, node.name);
    const choice = this.#choose(path, node.type === 'dir');
    if (choice === 'none') return null;
    const below = emptySum();
    const picks =
      node.type === 'dir' ? await this.#folder(asFolder(node, path), choice, below) : leafPicks(choice);
    if (picks === null) return null;
    this.#count(node, path, around.device, below);
    addInto(sum, below, node.name);
    return picks;
  }

  /** The sum of all that is in a tree. */
  async #sumOf({ tree, path, device }: SavedFolder): Promise<Sum> {
    const known = this.#sums.get(tree);
    if (known !== undefined) return known;
    assertPathFits(path);
    const { nodes } = await this.#trees.load(tree, path);
    const sum = emptySum();
    let subfolders = 0;
    for (const [at, node] of nodes.entries()) {
      const below = emptySum();
      const nodePath = joinPath(path, node.name);
      if (node.type === 'dir') {
        subfolders++;
        this.#trees.readAhead(nodes, at);
        addInto(below, await this.#sumOf(asFolder(node, nodePath)), '');
      }
      this.#count(node, nodePath, device, below);
      addInto(sum, below, node.name);
    }
    if (subfolders > 1) this.#sums.set(tree, sum);
    return sum;
  }

  #count(node: Node, path: ByteString, device: bigint, sum: Sum): void {
    if (node.type === 'dir') sum.folders++;
    else if (node.type === 'file') {
      sum.files++;
      sum.bytes += this.#contentBytes(node, path);
    } else sum.others++;
    this.#traits.add(node, path, device);
    const fault = unsendable(node);
    if (fault !== null) throw damaged(path, fault);
  }

  /** Size of a file's content, which must be what its node says. */
  #contentBytes(node: Node, path: ByteString): number {
    let bytes = 0;
    for (const id of node.content ?? []) {
      const size = this.#repository.blobSize('data', id);
      if (size === null) throw damaged(path, `its blob ${id} is missing from the repository`);
      bytes += size;
    }
    if (BigInt(bytes) !== node.sizeBytes) {
      throw damaged(path, `its blobs hold ${bytes} bytes and its node says ${node.sizeBytes}`);
    }
    return bytes;
  }
}

function asFolder(node: Node, path: ByteString): SavedFolder {
  return { tree: treeOf(node, path), device: node.deviceId, path };
}

type Choice = ReturnType<Chooser>;

function leafPicks(choice: Choice): Picks | null {
  return choice === 'all' || choice === 'own' ? 'whole' : null;
}

function emptySum(): Sum {
  return { files: 0, folders: 0, others: 0, bytes: 0, longest: '' };
}

function addInto(sum: Sum, part: Sum, name: string): void {
  sum.files += part.files;
  sum.folders += part.folders;
  sum.others += part.others;
  sum.bytes += part.bytes;
  const longest = part.longest === '' || name === '' ? name + part.longest : `${name}/${part.longest}`;
  if (longest.length > sum.longest.length) sum.longest = longest;
}

function assertCountFits({ files, folders, others }: Sum): void {
  const entries = files + folders + others;
  if (entries <= MAX_ENTRIES) return;
  throw new HoldfastError(
    'restore-unsafe',
    `Cannot restore the snapshot: its trees name ${entries} entries, expected at most ${MAX_ENTRIES}. It was made to fill the disk; nothing was written. Restore a part of it with --include.`,
  );
}

function damaged(path: ByteString, what: string): HoldfastError {
  return new HoldfastError(
    'repository-damaged',
    `Cannot restore "${display(path)}": ${what}. Nothing was written. Exclude it to restore the rest, or take another snapshot; "holdfast check" says what else is damaged.`,
  );
}
