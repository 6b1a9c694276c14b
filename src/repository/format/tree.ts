import { constants } from 'node:buffer';
import { type ByteString, display } from '../../bytestring.ts';
import { copyBytes } from '../../copy-bytes.ts';
import { HoldfastError } from '../../errors.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { rawElements, rawMembers } from './json-text.ts';
import type { Node, Tree } from './node.ts';
import { isSafeName } from './node-fault.ts';
import { writeNodeHead, writeText } from './node-head.ts';
import {
  decodeNode,
  encodeNode,
  encodeNodeTail,
  hasOtherFields,
  hasRoundedNumbers,
  NODE_START,
  nameJson,
  quoteLongNumbers,
  type RawNode,
} from './node-json.ts';
import { asObject, jsonText } from './parse-json.ts';
import { TREE_END, TREE_START, treeRuns } from './tree-runs.ts';

/** Entries that stand side by side in a stored tree, as they stand there: it says just what `encodeNode` would. */
export interface EncodedNodes {
  readonly names: readonly ByteString[];
  /** With the commas between them. */
  readonly json: Uint8Array;
}

/** A tree that is to be stored. */
export interface TreeToSave {
  readonly nodes: readonly (Node | EncodedNodes)[];
}

/**
 * A tree as restic 0.19 writes it, byte for byte: equal trees must be equal blobs.
 * @throws HoldfastError internal unless every name is safe (`isSafeName`) and they strictly rise, byte by byte; TreeTooLarge
 *   for more entries than one string of JSON can hold (some 1.5 million).
 */
export function encodeTree(tree: TreeToSave): Buffer {
  let end = writeText(TREE_START, room, 0);
  let last = '' as ByteString;
  let separator = '';
  for (const [index, node] of tree.nodes.entries()) {
    last = 'json' in node ? node.names.reduce(nextName, last) : nextName(last, node.name);
    end = append(separator, end);
    end = 'json' in node ? appendBytes(node.json, end) : appendNode(node, end);
    if (end > MAX_JSON_LENGTH) throw new TreeTooLarge(index);
    separator = ',';
  }
  end = append(TREE_END, end); // before `room` is looked at: it may be another one now
  if (room.length <= KEPT_ROOM_BYTES) return Buffer.from(room.subarray(0, end));
  const json = room.subarray(0, end);
  room = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES);
  return json;
}

/** @throws HoldfastError internal unless it is safe, and stands after `last`. */
function nextName(last: ByteString, name: ByteString): ByteString {
  if (!isSafeName(name)) throw unwritable(name, "it can't be the name of a file");
  if (name <= last) throw unwritable(name, `it stands after "${display(last)}"`);
  return name;
}

const FIRST_ROOM_BYTES = 64 * 1024;
/** One that a larger tree took is given away: no second copy of hundreds of megabytes. */
const KEPT_ROOM_BYTES = 1024 * 1024;
/** Of a node without its name and its content: what is longer is written the long way. */
const MOST_HEADS_BYTES = 1024;

/** Where a tree is written: strings that are put together would be garbage of several times its size. */
let room = Buffer.allocUnsafeSlow(FIRST_ROOM_BYTES);

/** @returns Where it ends in `room`. */
function appendNode(node: Node, at: number): number {
  const nameEnd = append(nameJson(node.name), append(NODE_START, at));
  ensureRoom(nameEnd + MOST_HEADS_BYTES);
  const headEnd = writeNodeHead(node, room, nameEnd);
  return headEnd === null ? append(encodeNode(node), at) : append(encodeNodeTail(node), headEnd);
}

function append(text: string, at: number): number {
  ensureRoom(at + text.length);
  return writeText(text, room, at);
}

function appendBytes(bytes: Uint8Array, at: number): number {
  ensureRoom(at + bytes.length);
  copyBytes(bytes, room, at);
  return at + bytes.length;
}

function ensureRoom(bytes: number): void {
  if (bytes <= room.length) return;
  const larger = Buffer.allocUnsafeSlow(Math.max(bytes, 2 * room.length));
  room.copy(larger);
  room = larger;
}

/**
 * The nodes of a tree, in the order in which they stand. Accepts what can be shown and checked, even if it can't be
 * restored: unsafe names, nodes out of order, files without content. `treeFault` (node-fault.ts) finds these; whoever
 * restores a tree or relies on its order must ask it first.
 *
 * 64-bit numbers and unknown fields survive. Of times only the instant does, not the zone.
 *
 * @throws HoldfastError repository-damaged.
 */
export function decodeTree(bytes: Uint8Array, what = 'a tree'): Tree {
  return decoding(what, () => ({ nodes: decodeRuns(bytes) ?? decodeWhole(jsonText(bytes)) }));
}

/** Whether a tree that `encodeTree` wrote says the same when it is read: of a large one a piece after the other. */
export function readsBack(json: Buffer): boolean {
  let isSame = true;
  const compare = (nodes: readonly Node[], piece: Buffer) => {
    isSame &&= encodeTree({ nodes }).subarray(TREE_START.length, -TREE_END.length).equals(piece);
  };
  return forEachRun(json, compare) ? isSame : encodeTree(decodeTree(json)).equals(json);
}

/** Null: it can't be read in pieces. */
function decodeRuns(bytes: Uint8Array): Node[] | null {
  const all: Node[] = [];
  const gather = (nodes: readonly Node[]) => {
    for (const node of nodes) all.push(node);
  };
  return forEachRun(bytes, gather) ? all : null;
}

/** @returns false if the tree can't be read in pieces, or one of them isn't JSON by itself. */
function forEachRun(bytes: Uint8Array, visit: (nodes: readonly Node[], piece: Buffer) => void): boolean {
  const runs = treeRuns(bytes);
  if (runs === null) return false;
  try {
    for (const piece of runs) {
      const list = `[${jsonText(piece)}]`;
      const nodes = decodeNodes(JSON.parse(list), () => list);
      visit(nodes, piece);
    }
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

function decodeWhole(json: string): Node[] {
  const { nodes } = asObject(JSON.parse(json), 'the whole');
  return decodeNodes(nodes, () => rawMembers(json.trimStart()).get('nodes') ?? '[]');
}

/** @param list The text that `elements` stand in. */
function decodeNodes(elements: unknown, list: () => string): Node[] {
  const texts = new ListTexts(list);
  return nodesIn(elements).map((element, index) => {
    const raw: RawNode = asObject(element, 'a node');
    return decodeNode(raw, {
      numbers: hasRoundedNumbers(raw) ? texts.numbersOf(index) : raw,
      members: hasOtherFields(raw) ? texts.membersOf(index) : null,
    });
  });
}

function nodesIn(nodes: unknown): readonly unknown[] {
  if (Array.isArray(nodes)) return nodes;
  throw new FormatFault(`nodes is ${shown(nodes)}`, 'an array');
}

/** The texts of nodes, for the few trees where JSON.parse loses something: each made when first asked for. */
class ListTexts {
  readonly #list: () => string;
  #numbers: readonly unknown[] | null = null;
  #texts: readonly string[] | null = null;

  constructor(list: () => string) {
    this.#list = list;
  }

  numbersOf(index: number): RawNode {
    this.#numbers ??= nodesIn(JSON.parse(quoteLongNumbers(this.#list())));
    return this.#numbers[index] as RawNode;
  }

  membersOf(index: number): ReadonlyMap<string, string> {
    this.#texts ??= rawElements(this.#list());
    return rawMembers(this.#texts[index] ?? '{}');
  }
}

/** With room for what stands around the nodes. */
const MAX_JSON_LENGTH = constants.MAX_STRING_LENGTH - 16;

/** A tree would be larger than what is read again. */
export class TreeTooLarge extends HoldfastError {
  /** So many of the first things in the tree have room. */
  readonly fits: number;

  constructor(fits: number) {
    super(
      'bad-input',
      `Cannot save a folder: its tree would have more bytes than expected, ${MAX_JSON_LENGTH} at most. Exclude some of ` +
        'its entries, or spread them over subfolders.',
    );
    this.fits = fits;
  }
}

function unwritable(name: ByteString, problem: string): HoldfastError {
  return new HoldfastError(
    'internal',
    `Cannot write a tree with the name "${display(name)}": ${problem}, expected names of files, rising byte by byte.`,
  );
}
