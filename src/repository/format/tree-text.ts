import type { ByteString } from '../../bytestring.ts';
import { unquoteName } from './go-quote.ts';
import { type BlobId, isId } from './ids.ts';
import type { Node } from './node.ts';
import { encodeNode, encodeNodeHead, NODE_START, nameJson } from './node-json.ts';

// In the strings of JSON every quote is escaped: what begins and ends with bare ones is what it seems to be.

const TREE_START = '{"nodes":[';
const TREE_END = ']}\n';

/** Values that hold names of their own, or anything at all. */
const NESTED = /"(?:extended_attributes|generic_attributes)":/;
/** What follows the head of a folder, and of all else that has no content. */
const FOLDER_END = /,"content":null,"subtree":"([0-9a-f]{64})"\}$/;
const FOLDER_REST = new RegExp(`^${FOLDER_END.source}`);
const OTHER_END = ',"content":null}';
const SUBTREE = /"subtree":"([0-9a-f]{64})"/g;

/**
 * A tree cut into the texts of its nodes, which are not read: enough to see that an entry is as it was, at a fraction of
 * the time.
 */
export class TreeText {
  /** What stands behind NODE_START, by the name as JSON. */
  readonly #nodes = new Map<string, string>();

  /**
   * @param json UTF-8 bytes, one a character. Null for a tree that `encodeTree` didn't write, or with attributes: its
   *   nodes must be read.
   */
  static cut(json: string): TreeText | null {
    if (!json.startsWith(TREE_START) || !json.endsWith(TREE_END) || NESTED.test(json)) return null;
    const tree = new TreeText();
    const body = json.slice(TREE_START.length, -TREE_END.length);
    if (body === '') return tree;
    if (!body.startsWith(NODE_START)) return null;
    let last = '' as ByteString;
    for (const text of body.slice(NODE_START.length).split(`,${NODE_START}`)) {
      const nameEnd = text.indexOf('","type":') + 1;
      const name = nameEnd === 0 ? null : nameIn(text.slice(0, nameEnd));
      // One that is out of order must be written anew.
      if (name === null || name <= last) return null;
      last = name;
      tree.#nodes.set(text.slice(0, nameEnd), text);
    }
    return tree;
  }

  /** How many nodes it has. */
  get size(): number {
    return this.#nodes.size;
  }

  /** Whether it holds just `node`. */
  has(node: Node): boolean {
    return this.#nodes.get(nameJson(node.name)) === encodeNode(node).slice(NODE_START.length);
  }

  /**
   * The content of the node that says the same as `node`, whose own content and subtree aren't looked at: empty for what
   * is no file. Null: it says something else, or isn't there.
   */
  contentOf(node: Node): readonly BlobId[] | null {
    const text = this.#nodes.get(nameJson(node.name));
    if (text === undefined) return null;
    const head = encodeNodeHead(node).slice(NODE_START.length);
    if (!text.startsWith(head)) return null;
    if (node.type === 'file') return readContent(text, head.length);
    const rest = text.slice(head.length);
    return rest === OTHER_END || (node.type === 'dir' && FOLDER_REST.test(rest)) ? [] : null;
  }

  /** The JSON of the node `name`; null if there is none. */
  jsonOf(name: ByteString): string | null {
    const text = this.#nodes.get(nameJson(name));
    return text === undefined ? null : `${NODE_START}${text}`;
  }

  /** The tree of the folder `name`; null if there is no such folder. */
  subtreeOf(name: ByteString): BlobId | null {
    const [, id] = FOLDER_END.exec(this.#nodes.get(nameJson(name)) ?? '') ?? [];
    return (id as BlobId | undefined) ?? null;
  }
}

/** The name that `nameJson` wrote as `json`; null if it is none. */
function nameIn(json: string): ByteString | null {
  if (!json.includes('\\')) return json.slice(1, -1) as ByteString;
  try {
    return unquoteName(JSON.parse(Buffer.from(json, 'latin1').toString()));
  } catch {
    return null;
  }
}

/** The trees below the one whose JSON this is. */
export function subtreesIn(json: string): BlobId[] {
  return Array.from(json.matchAll(SUBTREE), ([, id]) => id as BlobId);
}

const CONTENT_START = ',"content":[';
const CONTENT_END = ']}';
/** With the quotes. */
const ID_JSON_LENGTH = 66;

/** The IDs of `,"content":["…","…"]}`, if that is all that stands from `at` on. */
function readContent(text: string, at: number): BlobId[] | null {
  if (!text.startsWith(CONTENT_START, at) || !text.endsWith(CONTENT_END)) return null;
  const end = text.length - CONTENT_END.length;
  const ids: BlobId[] = [];
  let next = at + CONTENT_START.length;
  while (next < end) {
    const idEnd = next + ID_JSON_LENGTH - 1;
    const id = text.slice(next + 1, idEnd);
    if (text[next] !== '"' || text[idEnd] !== '"' || !isId(id)) return null;
    ids.push(id as BlobId);
    next = idEnd + 1;
    if (next < end && text[next++] !== ',') return null;
  }
  return next === end ? ids : null;
}
