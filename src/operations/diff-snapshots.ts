import type { ByteString } from '../bytestring.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node } from '../repository/format/node.ts';
import type { BlobType, Repository } from '../repository/repository.ts';
import { subtreeOf, walkTree } from './walk-tree.ts';

/**
 * One difference, with restic's letters: `+` added, `-` removed, `T` type changed, `M` content modified, `U` metadata
 * changed (only when asked for), `M?` content changed although all else, times included, is the same: bit rot?
 */
export interface Change {
  readonly path: ByteString;
  readonly isFolder: boolean;
  readonly letters: string;
}

export interface DiffCounts {
  files: number;
  dirs: number;
  others: number;
  dataBlobs: number;
  treeBlobs: number;
  /** Plain bytes of those blobs. */
  bytes: number;
}

export interface DiffTotals {
  changedFiles: number;
  readonly added: DiffCounts;
  readonly removed: DiffCounts;
}

export interface DiffOptions {
  /** Also what differs in metadata alone. */
  readonly metadata: boolean;
  readonly signal?: AbortSignal | undefined;
}

/**
 * How the trees of two snapshots differ, in the order of names; a folder's own change comes before those in it.
 * Blobs that only one side holds are counted once, however often they are used.
 */
export async function* diffSnapshots(
  repository: Repository,
  trees: { before: BlobId; after: BlobId },
  options: DiffOptions,
): AsyncGenerator<Change, DiffTotals> {
  return yield* new Diff(repository, options).run(trees);
}

class Diff {
  readonly #repository: Repository;
  readonly #options: DiffOptions;
  readonly #totals: DiffTotals = { changedFiles: 0, added: noCounts(), removed: noCounts() };
  readonly #before = new Set<string>();
  readonly #after = new Set<string>();

  constructor(repository: Repository, options: DiffOptions) {
    this.#repository = repository;
    this.#options = options;
  }

  async *run(trees: { before: BlobId; after: BlobId }): AsyncGenerator<Change, DiffTotals> {
    this.#use(this.#before, 'tree', trees.before);
    this.#use(this.#after, 'tree', trees.after);
    if (trees.before !== trees.after)
      yield* this.#compareFolders(trees.before, trees.after, '' as ByteString);
    this.#countBlobs(this.#before, this.#after, this.#totals.removed);
    this.#countBlobs(this.#after, this.#before, this.#totals.added);
    return this.#totals;
  }

  async *#compareFolders(before: BlobId, after: BlobId, folder: ByteString): AsyncGenerator<Change> {
    const { signal } = this.#options;
    const old = await this.#repository.loadTree(before, signal);
    const young = await this.#repository.loadTree(after, signal);
    for (const [was, is] of pairByName(old.nodes, young.nodes)) {
      signal?.throwIfAborted();
      const path = `${folder}/${(was ?? is)?.name}` as ByteString;
      if (was === null && is !== null) yield* this.#only(is, path, '+');
      else if (was !== null && is === null) yield* this.#only(was, path, '-');
      else if (was !== null && is !== null) yield* this.#compareNodes(was, is, path);
    }
  }

  async *#compareNodes(was: Node, is: Node, path: ByteString): AsyncGenerator<Change> {
    this.#useNode(this.#before, was);
    this.#useNode(this.#after, is);
    const letters = this.#lettersOf(was, is);
    if (letters.startsWith('M')) this.#totals.changedFiles++;
    if (letters !== '') yield { path, isFolder: is.type === 'dir', letters };
    if (was.type === 'dir' && is.type === 'dir') {
      const [before, after] = [subtreeOf({ path, node: was }), subtreeOf({ path, node: is })];
      if (before === after) await this.#useBelow([this.#before, this.#after], before);
      else yield* this.#compareFolders(before, after, path);
    } else if (was.type === 'dir') {
      yield* this.#below(was, path, '-');
    } else if (is.type === 'dir') {
      yield* this.#below(is, path, '+');
    }
  }

  #lettersOf(was: Node, is: Node): string {
    const same = sameMetadata(was, is);
    if (was.type === 'file' && is.type === 'file' && !sameContent(was, is)) return same ? 'M?' : 'M';
    const type = was.type === is.type ? '' : 'T';
    return this.#options.metadata && !same ? `${type}U` : type;
  }

  /** A node that only one side has, and everything in it. */
  async *#only(node: Node, path: ByteString, letter: '+' | '-'): AsyncGenerator<Change> {
    this.#useNode(letter === '+' ? this.#after : this.#before, node);
    this.#countNode(node, letter);
    yield { path, isFolder: node.type === 'dir', letters: letter };
    if (node.type === 'dir') yield* this.#below(node, path, letter);
  }

  async *#below(folder: Node, path: ByteString, letter: '+' | '-'): AsyncGenerator<Change> {
    const root = subtreeOf({ path, node: folder });
    for await (const { path: at, node } of walkTree(this.#repository, root, {
      below: path,
      signal: this.#options.signal,
    })) {
      this.#useNode(letter === '+' ? this.#after : this.#before, node);
      this.#countNode(node, letter);
      yield { path: at, isFolder: node.type === 'dir', letters: letter };
    }
  }

  async #useBelow(sides: readonly Set<string>[], root: BlobId): Promise<void> {
    for await (const { node } of walkTree(this.#repository, root, { signal: this.#options.signal })) {
      for (const side of sides) this.#useNode(side, node);
    }
  }

  #countNode(node: Node, letter: '+' | '-'): void {
    const counts = letter === '+' ? this.#totals.added : this.#totals.removed;
    if (node.type === 'file') counts.files++;
    else if (node.type === 'dir') counts.dirs++;
    else counts.others++;
  }

  #useNode(side: Set<string>, node: Node): void {
    if (node.subtree !== null) this.#use(side, 'tree', node.subtree);
    for (const id of node.content ?? []) this.#use(side, 'data', id);
  }

  #use(side: Set<string>, type: BlobType, id: BlobId): void {
    side.add(`${type} ${id}`);
  }

  #countBlobs(side: ReadonlySet<string>, other: ReadonlySet<string>, counts: DiffCounts): void {
    for (const used of side) {
      if (other.has(used)) continue;
      const [type, id] = used.split(' ') as [BlobType, BlobId];
      if (type === 'data') counts.dataBlobs++;
      else counts.treeBlobs++;
      counts.bytes += this.#repository.blobSize(type, id) ?? 0;
    }
  }
}

/** Both sides' nodes side by side, in the order of names; null where one side lacks it. Both are sorted by name. */
function* pairByName(old: readonly Node[], young: readonly Node[]): Generator<[Node | null, Node | null]> {
  let [i, j] = [0, 0];
  for (;;) {
    const was = old[i] ?? null;
    const is = young[j] ?? null;
    if (was === null && is === null) return;
    if (is === null || (was !== null && was.name < is.name)) {
      i++;
      yield [was, null];
    } else if (was === null || is.name < was.name) {
      j++;
      yield [null, is];
    } else {
      i++;
      j++;
      yield [was, is];
    }
  }
}

function sameContent(a: Node, b: Node): boolean {
  const [x, y] = [a.content ?? [], b.content ?? []];
  return x.length === y.length && x.every((id, i) => id === y[i]);
}

/** Everything but name, content and the access time, which reading alone moves. */
function sameMetadata(a: Node, b: Node): boolean {
  const fields = (node: Node) => [
    node.type,
    node.subtree,
    node.mode,
    node.mtimeNs,
    node.ctimeNs,
    node.uid,
    node.gid,
    node.user,
    node.group,
    node.inode,
    node.deviceId,
    node.sizeBytes,
    node.links,
    node.linkTarget,
    node.deviceNumber,
    ...node.extendedAttributes.map(({ name, value }) => `${name}=${Buffer.from(value).toString('base64')}`),
  ];
  const [x, y] = [fields(a), fields(b)];
  return x.length === y.length && x.every((value, i) => value === y[i]);
}

function noCounts(): DiffCounts {
  return { files: 0, dirs: 0, others: 0, dataBlobs: 0, treeBlobs: 0, bytes: 0 };
}
