import type { ByteString } from '../../bytestring.ts';
import { unquoteName } from './go-quote.ts';
import { type BlobId, isIdAt } from './ids.ts';
import type { Node } from './node.ts';
import { writeNodeHead } from './node-head.ts';
import { encodeNodeHead, encodeNodeTail, NODE_START, nameJson } from './node-json.ts';
import { formatTime } from './time.ts';
import type { EncodedNodes, TreeToSave } from './tree.ts';
import { NEXT_NODE, TREE_END, TREE_START } from './tree-runs.ts';

// In the strings of JSON every quote is escaped: what begins and ends with bare ones is what it seems to be.

const NAME_END = '","type":';

/** Values that hold names of their own, or anything at all. */
const NESTED = /"(?:extended_attributes|generic_attributes)":/;
/** What follows the head of a folder, and of all else that has no content. */
const FOLDER_END = /,"content":null,"subtree":"([0-9a-f]{64})"\}$/;
const FOLDER_REST = new RegExp(`^${FOLDER_END.source}`);
const OTHER_END = ',"content":null}';
const DEVICE_ID = /,"device_id":(\d+)[,}]/;
const SUBTREE_START = '"subtree":"';
const SUBTREE = /"subtree":"([0-9a-f]{64})"/g;
const ID_DIGITS = 64;
/** What stands behind a file's name, with a time of our zone: of another one it takes more to tell whether it is the same. */
const FILE_TIME = /,"type":"file"(?:,"mode":\d{1,10})?,"mtime":"([-\dT:.]{19,29}Z)"/y;

/** What all heads are written to, but for those with a long link target. */
const headRoom = Buffer.alloc(1024);

/** Where a node's JSON stands in that of its tree. */
interface NodePlace {
  /** Of NODE_START. */
  readonly start: number;
  /** Behind the name's quotes. */
  readonly nameEnd: number;
  readonly end: number;
}

/** Nodes side by side. */
interface Run {
  readonly names: ByteString[];
  readonly start: number;
  end: number;
}

/**
 * A tree cut into the texts of its nodes, which are not read: enough to see that an entry is as it was, at a fraction of
 * the time.
 */
export class TreeText {
  readonly #bytes: Buffer;
  /** The same: one a character. */
  readonly #text: string;
  /** By name: each is written as `nameJson` writes it. */
  readonly #nodes = new Map<ByteString, NodePlace>();
  readonly #subtrees: BlobId[] = [];

  private constructor(bytes: Buffer, text: string) {
    this.#bytes = bytes;
    this.#text = text;
  }

  /**
   * @param bytes A tree's JSON, and `text` the same, one byte a character. Null for a tree that `encodeTree` didn't write, or
   *   with attributes: its nodes must be read.
   */
  static cut(bytes: Buffer, text = bytes.toString('latin1')): TreeText | null {
    if (!text.startsWith(TREE_START) || !text.endsWith(TREE_END) || NESTED.test(text)) return null;
    const tree = new TreeText(bytes, text);
    const end = text.length - TREE_END.length;
    if (end === TREE_START.length) return tree;
    if (!text.startsWith(NODE_START, TREE_START.length)) return null;
    return tree.#cut(end) ? tree : null;
  }

  /** False: a node that can't be found by its name, or stands out of order. */
  #cut(treeEnd: number): boolean {
    const text = this.#text;
    let last = '' as ByteString;
    let end: number;
    for (let start = TREE_START.length; start < treeEnd; start = end + 1) {
      end = text.indexOf(NEXT_NODE, start);
      if (end === -1) end = treeEnd;
      const nameEnd = text.indexOf(NAME_END, start + NODE_START.length) + 1;
      if (nameEnd === 0 || nameEnd > end) return false;
      const name = nameIn(text.slice(start + NODE_START.length, nameEnd));
      // One that is out of order must be written anew.
      if (name === null || name <= last) return false;
      last = name;
      this.#nodes.set(name, { start, nameEnd, end });
      // Of all else the last value is a list or null.
      if (this.#bytes[end - 2] === QUOTE) this.#noteSubtree(end - 2);
    }
    return true;
  }

  #noteSubtree(idEnd: number): void {
    const idAt = idEnd - ID_DIGITS;
    const isSubtree = this.#text.startsWith(SUBTREE_START, idAt - SUBTREE_START.length);
    if (isSubtree && isIdAt(this.#bytes, idAt)) this.#subtrees.push(this.#text.slice(idAt, idEnd) as BlobId);
  }

  /** The trees of its folders. */
  get subtrees(): readonly BlobId[] {
    return this.#subtrees;
  }

  /** How many nodes it has. */
  get size(): number {
    return this.#nodes.size;
  }

  /** Whether it holds just `node`. */
  has(node: Node): boolean {
    const place = this.#nodes.get(node.name);
    const headEnd = place === undefined ? null : this.#headEnd(node, place);
    if (place === undefined || headEnd === null) return false;
    return this.#text.slice(headEnd, place.end) === encodeNodeTail(node);
  }

  /**
   * Whether it has a file of that name with another mtime, or such a folder with another tree. False: it may say the same, or
   * nothing; only reading its node tells.
   */
  hasOther({ name, type, mtimeNs, subtree }: Node): boolean {
    const place = this.#nodes.get(name);
    if (place === undefined) return false;
    if (type === 'dir') return ![null, subtree].includes(this.subtreeOf(name));
    FILE_TIME.lastIndex = place.nameEnd;
    const time = type === 'file' ? FILE_TIME.exec(this.#text)?.[1] : undefined;
    return time !== undefined && time !== formatTime(mtimeNs);
  }

  /**
   * `others`, which rise by their names, with the nodes `names` as they stand here, unread; each of those is another's than theirs.
   * Null: one of `names` isn't here.
   */
  mergedWith(names: ReadonlySet<ByteString>, others: readonly Node[]): TreeToSave['nodes'] | null {
    const merged: (Node | EncodedNodes)[] = [];
    let run: Run | null = null;
    let found = 0;
    let next = 0;
    const endRun = () => {
      if (run !== null) merged.push({ names: run.names, json: this.#bytes.subarray(run.start, run.end) });
      run = null;
    };
    for (const [name, { start, end }] of this.#nodes) {
      const nextOther = next;
      while (next < others.length && (others[next] as Node).name < name) next++;
      if (next > nextOther) {
        endRun();
        merged.push(...others.slice(nextOther, next));
      }
      if (!names.has(name)) {
        endRun();
        continue;
      }
      found++;
      run ??= { names: [], start, end };
      run.names.push(name);
      run.end = end;
    }
    endRun();
    return found === names.size ? [...merged, ...others.slice(next)] : null;
  }

  /**
   * The content of the node that says the same as `node`, whose own content and subtree aren't looked at: empty for what
   * is no file. Null: it says something else, or isn't there.
   */
  contentOf(node: Node): readonly BlobId[] | null {
    const place = this.#nodes.get(node.name);
    const headEnd = place === undefined ? null : this.#headEnd(node, place);
    if (place === undefined || headEnd === null) return null;
    if (node.type === 'file') return readContent(this.#bytes, this.#text, headEnd, place.end);
    const rest = this.#text.slice(headEnd, place.end);
    return rest === OTHER_END || (node.type === 'dir' && FOLDER_REST.test(rest)) ? [] : null;
  }

  /** Where the head ends of the node at `place`, if it is the head of `node`, whose name it has. */
  #headEnd(node: Node, { start, nameEnd, end }: NodePlace): number | null {
    const length = writeNodeHead(node, headRoom);
    if (length === null) {
      const head = encodeNodeHead(node);
      return this.#text.startsWith(head, start) ? start + head.length : null;
    }
    const headEnd = nameEnd + length;
    if (headEnd > end) return null;
    return this.#bytes.compare(headRoom, 0, length, nameEnd, headEnd) === 0 ? headEnd : null;
  }

  /** The JSON of the node `name`; null if there is none. */
  jsonOf(name: ByteString): string | null {
    const place = this.#nodes.get(name);
    return place === undefined ? null : this.#text.slice(place.start, place.end);
  }

  /** The device that the node `name` is on; 0: it says none, or isn't here. */
  deviceOf(name: ByteString): bigint {
    return BigInt(DEVICE_ID.exec(this.jsonOf(name) ?? '')?.[1] ?? 0);
  }

  /** The tree of the folder `name`; null if there is no such folder. */
  subtreeOf(name: ByteString): BlobId | null {
    const [, id] = FOLDER_END.exec(this.jsonOf(name) ?? '') ?? [];
    return (id as BlobId | undefined) ?? null;
  }
}

/** What `nameJson` leaves as it is. */
const PLAIN_NAME = /^"[ !#-%'-;=?-[\]-~]*"$/;

/** The name that `nameJson` writes as `json`; null if there is none. */
function nameIn(json: string): ByteString | null {
  if (PLAIN_NAME.test(json)) return json.slice(1, -1) as ByteString;
  const name = unquotedName(json);
  return name !== null && nameJson(name) === json ? name : null;
}

function unquotedName(json: string): ByteString | null {
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
const QUOTE = 0x22;
const COMMA = 0x2c;
/** With the quotes. */
const ID_JSON_LENGTH = ID_DIGITS + 2;

/** The IDs of `,"content":["…","…"]}`, if that is all that stands from `at` to `nodeEnd`. */
function readContent(bytes: Buffer, text: string, at: number, nodeEnd: number): BlobId[] | null {
  const end = nodeEnd - CONTENT_END.length;
  if (!text.startsWith(CONTENT_START, at) || !text.startsWith(CONTENT_END, end)) return null;
  const ids: BlobId[] = [];
  let next = at + CONTENT_START.length;
  while (next < end) {
    const idEnd = next + ID_JSON_LENGTH - 1;
    if (bytes[next] !== QUOTE || bytes[idEnd] !== QUOTE || !isIdAt(bytes, next + 1)) return null;
    ids.push(text.slice(next + 1, idEnd) as BlobId);
    next = idEnd + 1;
    if (next < end && bytes[next++] !== COMMA) return null;
  }
  return next === end ? ids : null;
}
