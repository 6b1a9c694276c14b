import { type ByteString, display } from '../bytestring.ts';
import { error, type Finding, reasonOf, warning } from './check-finding.ts';
import { isUnreadable } from './damage.ts';
import type { BlobId, SnapshotId } from './format/ids.ts';
import type { Node, Tree } from './format/node.ts';
import { nodeFault } from './format/node-fault.ts';
import { decodeTree } from './format/tree.ts';
import type { OpenRepository } from './open-repository.ts';
import type { RowSet } from './row-set.ts';

/** Trees asked for together: neighbours are then loaded in one range. */
const TREES_AT_ONCE = 256;

/** Files with several links of one snapshot that are compared with one another. */
const MAX_HARD_LINKS_COMPARED = 1_000_000;

interface TreeToCheck {
  readonly id: BlobId;
  readonly path: string;
}

export interface TreeCheckOptions {
  /** Rows of the index whose blobs some snapshot needs. Added to; trees in it were checked already. */
  readonly used: RowSet;
  readonly signal?: AbortSignal | undefined;
  /** Called after each tree. */
  readonly onTree?: () => void;
}

/** Every tree below `root` that was not checked for an earlier snapshot, and that all its blobs are there. */
export async function* checkTrees(
  repository: OpenRepository,
  snapshot: SnapshotId,
  root: BlobId,
  options: TreeCheckOptions,
): AsyncGenerator<Finding> {
  const check = new SnapshotCheck(repository, snapshot, options.used);
  const stack: TreeToCheck[] = [];
  yield* check.enter({ id: root, path: '/' }, stack);
  while (stack.length > 0) {
    const batch = stack.splice(-TREES_AT_ONCE).reverse();
    let next = 0;
    const outcomes = repository.tryBlobs(
      'tree',
      batch.map(({ id }) => id),
      options.signal,
    );
    for await (const outcome of outcomes) {
      const tree = batch[next++] as TreeToCheck;
      if (outcome.blob === null) yield check.unreadable(tree, outcome.error);
      else yield* check.tree(tree, outcome.blob, stack);
      options.onTree?.();
    }
  }
}

class SnapshotCheck {
  readonly #repository: OpenRepository;
  readonly #snapshot: SnapshotId;
  readonly #used: RowSet;
  /** By device and inode: what the first of the files with several links holds. */
  readonly #hardLinks = new Map<string, string>();

  constructor(repository: OpenRepository, snapshot: SnapshotId, used: RowSet) {
    this.#repository = repository;
    this.#snapshot = snapshot;
    this.#used = used;
  }

  /** Puts a tree in line, unless it was before. */
  *enter(tree: TreeToCheck, stack: TreeToCheck[]): Generator<Finding> {
    const row = this.#repository.index.find('tree', tree.id);
    if (row < 0) yield error('tree-missing', `${this.#where(tree.path)}: tree ${tree.id} is in no index.`);
    else if (this.#used.add(row)) stack.push(tree);
  }

  /** @throws what isn't the repository's fault. */
  unreadable({ path }: TreeToCheck, caught: unknown): Finding {
    if (!isUnreadable(caught)) throw caught;
    return error('tree-unreadable', `${this.#where(path)}: ${reasonOf(caught)}`);
  }

  *tree(of: TreeToCheck, json: Buffer, stack: TreeToCheck[]): Generator<Finding> {
    let tree: Tree;
    try {
      tree = decodeTree(json, `tree ${of.id}`);
    } catch (caught) {
      if (!isUnreadable(caught)) throw caught;
      yield error('tree-unreadable', `${this.#where(of.path)}: ${reasonOf(caught)}`);
      return;
    }
    let last = '' as ByteString;
    for (const node of tree.nodes) {
      const path = `${of.path === '/' ? '' : of.path}/${display(node.name)}`;
      if (node.name <= last) {
        const problem = `it stands after "${display(last)}", expected names to rise byte by byte`;
        yield error('node-broken', `${this.#where(path)}: ${problem}.`);
      }
      last = node.name;
      yield* this.#node(node, path, stack);
    }
  }

  *#node(node: Node, path: string, stack: TreeToCheck[]): Generator<Finding> {
    const fault = nodeFault(node);
    if (fault !== null) yield error('node-broken', `${this.#where(path)}: ${fault}.`);
    if (node.content !== null) yield* this.#content(node, node.content, path);
    if (node.subtree !== null) yield* this.enter({ id: node.subtree, path }, stack);
    if (node.type === 'file') yield* this.#hardLink(node, path);
  }

  *#content(node: Node, content: readonly BlobId[], path: string): Generator<Finding> {
    let sizeBytes = 0n;
    let complete = true;
    for (const id of content) {
      const row = this.#repository.index.find('data', id);
      if (row < 0) {
        complete = false;
        yield error('blob-missing', `${this.#where(path)}: data blob ${id} is in no index.`);
        continue;
      }
      this.#used.add(row);
      sizeBytes += BigInt(this.#repository.blobSize('data', id) ?? 0);
    }
    if (complete && node.type === 'file' && sizeBytes !== node.sizeBytes) {
      const actual = `its size is ${node.sizeBytes}, but its content has ${sizeBytes} bytes`;
      yield warning(
        'node-size',
        `${this.#where(path)}: ${actual}. It will be restored with one or the other.`,
      );
    }
  }

  /** restic gives all files with one device and inode the content of the first, if any of them has several links. */
  *#hardLink(node: Node, path: string): Generator<Finding> {
    if (node.links <= 1n) return;
    const key = `${node.deviceId}:${node.inode}`;
    const content = (node.content ?? []).join();
    const first = this.#hardLinks.get(key);
    if (first === undefined) {
      if (this.#hardLinks.size < MAX_HARD_LINKS_COMPARED) this.#hardLinks.set(key, content);
    } else if (first !== content) {
      const problem = `it shares device ${node.deviceId} and inode ${node.inode} with a file of other content`;
      yield warning('node-hard-link', `${this.#where(path)}: ${problem}. restic would restore both as one.`);
    }
  }

  #where(path: string): string {
    return `Snapshot ${this.#snapshot.slice(0, 8)}, ${path}`;
  }
}
