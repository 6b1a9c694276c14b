import { type ByteString, display } from '../bytestring.ts';
import { subtreeOf } from '../operations/walk-tree.ts';
import type { BlobId } from '../repository/format/ids.ts';
import type { Node } from '../repository/format/node.ts';
import type { Repository, StoredSnapshot } from '../repository/repository.ts';
import type { ChangedFile, RecentChanges } from './history.ts';

/** Files of each list. */
const MAX_FILES = 10;
/** Trees read: where all is new, a report is no reason to read a whole repository. */
const MAX_TREES = 5000;
/** What Holdfast adds to a snapshot is none of the host's. */
const OWN = '/.holdfast' as ByteString;

/**
 * How two snapshots differ in files and what else isn't a folder. Equal folders aren't read.
 * @param repository Its index is loaded.
 * @returns Null where they differ in more than MAX_TREES folders.
 */
export async function recentChanges(
  repository: Repository,
  [before, after]: readonly [StoredSnapshot, StoredSnapshot],
  signal: AbortSignal,
): Promise<RecentChanges | null> {
  const found = new Found();
  const todo: [BlobId | null, BlobId | null, ByteString][] = [
    [before.snapshot.tree, after.snapshot.tree, '' as ByteString],
  ];
  let trees = 0;
  for (let next = todo.pop(); next !== undefined; next = todo.pop()) {
    signal.throwIfAborted();
    const [old, young, folder] = next;
    if (old === young || folder === OWN) continue;
    if (++trees > MAX_TREES) return null;
    for (const [was, is, path] of await pairs(repository, next, signal)) {
      const [wasFolder, isFolder] = [was?.type === 'dir', is?.type === 'dir'];
      if (was !== null && !wasFolder) found.had(was, is !== null && !isFolder ? is : null, path);
      else if (is !== null && !isFolder) found.added(is, path);
      if (was !== null && wasFolder)
        todo.push([
          subtreeOf({ path, node: was }),
          isFolder && is ? subtreeOf({ path, node: is }) : null,
          path,
        ]);
      else if (is !== null && isFolder) todo.push([null, subtreeOf({ path, node: is }), path]);
    }
  }
  return { before: before.id, after: after.id, ...found.result() };
}

type Pair = readonly [was: Node | null, is: Node | null, path: ByteString];

async function pairs(
  repository: Repository,
  [old, young, folder]: readonly [BlobId | null, BlobId | null, ByteString],
  signal: AbortSignal,
): Promise<Pair[]> {
  const nodesOf = async (tree: BlobId | null) =>
    tree === null ? [] : (await repository.loadTree(tree, signal)).nodes;
  const [before, after] = [
    await nodesOf(old),
    new Map((await nodesOf(young)).map((node) => [node.name, node])),
  ];
  const names = new Set(before.map(({ name }) => name));
  const at = (name: ByteString) => `${folder}/${name}` as ByteString;
  return [
    ...before.map((node): Pair => [node, after.get(node.name) ?? null, at(node.name)]),
    ...[...after.values()]
      .filter(({ name }) => !names.has(name))
      .map((node): Pair => [null, node, at(node.name)]),
  ];
}

class Found {
  readonly #counts = { added: 0, changed: 0, gone: 0 };
  readonly #largest = new Top(({ sizeBytes }) => sizeBytes);
  readonly #newest = new Top(({ modifiedMs }) => modifiedMs);
  readonly #lost = new Top(({ sizeBytes }) => sizeBytes);

  added(node: Node, path: ByteString): void {
    this.#counts.added++;
    this.#add(node, path);
  }

  had(was: Node, is: Node | null, path: ByteString): void {
    if (is === null) {
      this.#counts.gone++;
      this.#lost.add(fileOf(was, path));
    } else if (was.type !== is.type || !sameContent(was, is)) {
      this.#counts.changed++;
      this.#add(is, path);
    }
  }

  result(): Omit<RecentChanges, 'before' | 'after'> {
    return {
      ...this.#counts,
      largest: this.#largest.files,
      newest: this.#newest.files,
      lost: this.#lost.files,
    };
  }

  #add(node: Node, path: ByteString): void {
    this.#largest.add(fileOf(node, path));
    this.#newest.add(fileOf(node, path));
  }
}

/** The MAX_FILES that have the most of something. */
class Top {
  readonly files: ChangedFile[] = [];
  readonly #measure: (file: ChangedFile) => number;

  constructor(measure: (file: ChangedFile) => number) {
    this.#measure = measure;
  }

  add(file: ChangedFile): void {
    const index = this.files.findIndex((one) => this.#measure(one) < this.#measure(file));
    this.files.splice(index < 0 ? this.files.length : index, 0, file);
    this.files.length = Math.min(this.files.length, MAX_FILES);
  }
}

function sameContent(a: Node, b: Node): boolean {
  const [x, y] = [a.content ?? [], b.content ?? []];
  return a.linkTarget === b.linkTarget && x.length === y.length && x.every((id, i) => id === y[i]);
}

function fileOf({ sizeBytes, mtimeNs }: Node, path: ByteString): ChangedFile {
  return { path: display(path), sizeBytes: Number(sizeBytes), modifiedMs: Number(mtimeNs / 1_000_000n) };
}
