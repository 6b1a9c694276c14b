import { NODE_START } from './node-json.ts';
import { requireNoBomb } from './parse-json.ts';

/** What stands around the nodes of a tree, as restic writes it, and between two of them. */
export const TREE_START = '{"nodes":[';
export const TREE_END = ']}\n';
export const NEXT_NODE = `,${NODE_START}`;

/** A tree up to twice this size is read as a whole. */
const RUN_BYTES = 512 * 1024;

/** How a node ends: a name that begins behind it isn't that of one of its attributes. */
const NODE_END = /(?:\]\}|"content":null\}|"subtree":"[0-9a-f]{64}"\})$/;
const MOST_OF_AN_END = 80;

/**
 * The nodes of the tree in `bytes`, in order, as several pieces of JSON, with the commas between nodes: to parse a folder of a
 * million entries as one text takes gigabytes, and most of the time goes to V8's collections, each of which visits all that is
 * parsed so far.
 *
 * Where it is cut there stands nothing that a string of JSON could hold. Yet it may be within a node that has what we don't know:
 * then JSON.parse refuses the list of what stands before the cut (a bracket is open there), and the tree is to be read as a whole,
 * which says what is wrong where nothing of it is JSON. If it accepts all lists, the tree is JSON as well, and they are what it holds.
 * @returns null if it isn't worth it, or isn't written as restic writes it.
 * @throws FormatFault for a bomb.
 */
export function treeRuns(bytes: Uint8Array): Iterable<Buffer> | null {
  if (bytes.length <= 2 * RUN_BYTES) return null;
  const json = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const isWhole =
    json.toString('latin1', 0, TREE_START.length) === TREE_START &&
    json.toString('latin1', json.length - TREE_END.length) === TREE_END;
  if (!isWhole) return null;
  requireNoBomb(json);
  return cut(json.subarray(TREE_START.length, -TREE_END.length));
}

function* cut(nodes: Buffer): Generator<Buffer> {
  for (let start = 0; start < nodes.length; ) {
    const end = nodeEndAfter(nodes, start + RUN_BYTES);
    yield nodes.subarray(start, end);
    start = end + 1;
  }
}

function nodeEndAfter(nodes: Buffer, from: number): number {
  const next = (behind: number) => nodes.indexOf(NEXT_NODE, behind, 'latin1');
  for (let at = next(from); at >= 0; at = next(at + 1)) {
    if (NODE_END.test(nodes.toString('latin1', Math.max(0, at - MOST_OF_AN_END), at))) return at;
  }
  return nodes.length;
}
