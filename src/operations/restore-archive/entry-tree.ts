import { createHash } from 'node:crypto';
import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { isEntryName, MAX_PATH_BYTES } from '../../files/paths.ts';
import { blankNode } from '../../repository/format/blank-node.ts';
import type { BlobId } from '../../repository/format/ids.ts';
import type { Node, Tree } from '../../repository/format/node.ts';
import { encodeNode } from '../../repository/format/node-json.ts';
import { decodeTree } from '../../repository/format/tree.ts';

interface Folder {
  readonly id: BlobId;
  /** Nodes as their JSON, by name, in the archive's order: a fifth of what the objects would take. */
  readonly children: Map<ByteString, string>;
}

const ROOT = '' as ByteString;

/**
 * The folders of an archive with what is in each, put together from its members, whatever order they come in. Some 500
 * bytes of memory an entry.
 */
export class EntryTree {
  readonly #folders = new Map<ByteString, Folder>();
  readonly #byId = new Map<BlobId, Folder>();
  /** Names of files that have several, by their number. */
  readonly #links = new Map<bigint, bigint>();

  constructor() {
    this.#folder(ROOT);
  }

  get rootId(): BlobId {
    return this.#folder(ROOT).id;
  }

  /**
   * Puts `node` at `path`. Of two at one path the later one stands, as when tar unpacks them.
   * @throws HoldfastError restore-unsafe at a path that leads elsewhere. Whoever made the archive chose it.
   */
  add(path: ByteString, node: Node): void {
    assertSafe(path);
    const { parent, name } = split(path);
    const { children } = this.#ensure(parent);
    children.delete(name);
    const subtree = node.type === 'dir' ? this.#folder(path).id : null;
    children.set(name, encodeNode({ ...node, name, subtree }));
  }

  /**
   * Gives the file at `target` the further name `path`.
   * @throws HoldfastError archive-damaged if no file is there.
   */
  link(path: ByteString, target: ByteString): Node {
    const node = this.find(target);
    if (node?.type !== 'file') {
      throw new HoldfastError(
        'archive-damaged',
        `Cannot restore "${display(path)}" of the archive: it is a link to "${display(target)}", which is no file before it. The archive was made to deceive, or by a fault.`,
      );
    }
    this.#links.set(node.inode, (this.#links.get(node.inode) ?? 1n) + 1n);
    this.add(path, node);
    return node;
  }

  find(path: ByteString): Node | null {
    const { parent, name } = split(path);
    const text = this.#folders.get(parent)?.children.get(name);
    return text === undefined ? null : (this.#decoded([text])[0] ?? null);
  }

  remove(path: ByteString): void {
    const { parent, name } = split(path);
    this.#folders.get(parent)?.children.delete(name);
  }

  /** The folder by its ID, its nodes in the archive's order; null if there is none. */
  load(id: BlobId): Tree | null {
    const folder = this.#byId.get(id);
    return folder === undefined ? null : { nodes: this.#decoded([...folder.children.values()]) };
  }

  #decoded(texts: readonly string[]): Node[] {
    const { nodes } = decodeTree(Buffer.from(`{"nodes":[${texts.join(',')}]}\n`, 'latin1'));
    return nodes.map((node) => ({ ...node, links: this.#links.get(node.inode) ?? node.links }));
  }

  /** The folder at `path`, with an entry in the one above: an archive needn't have a member for each. */
  #ensure(path: ByteString): Folder {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const { parent, name } = split(path);
    const above = this.#ensure(parent);
    const folder = this.#folder(path);
    if (!above.children.has(name))
      above.children.set(name, encodeNode({ ...blankNode(name, 'dir', 0o755), subtree: folder.id }));
    return folder;
  }

  #folder(path: ByteString): Folder {
    const known = this.#folders.get(path);
    if (known !== undefined) return known;
    const id = createHash('sha256')
      .update(`folder of an archive ${this.#folders.size}`)
      .digest('hex') as BlobId;
    const folder = { id, children: new Map<ByteString, string>() };
    this.#folders.set(path, folder);
    this.#byId.set(id, folder);
    return folder;
  }
}

function split(path: ByteString): { parent: ByteString; name: ByteString } {
  const slash = path.lastIndexOf('/');
  return {
    parent: (slash < 0 ? ROOT : path.slice(0, slash)) as ByteString,
    name: path.slice(slash + 1) as ByteString,
  };
}

function assertSafe(path: ByteString): void {
  const isSafe =
    path.length <= MAX_PATH_BYTES && path.split('/').every((name) => isEntryName(name as ByteString));
  if (isSafe) return;
  throw new HoldfastError(
    'restore-unsafe',
    `Cannot restore "${display(path.slice(0, SHOWN_BYTES) as ByteString)}" of the archive: its path leads elsewhere or is too long, expected names with slashes between. The archive was made to write outside its place; nothing was written.`,
  );
}

const SHOWN_BYTES = 200;
