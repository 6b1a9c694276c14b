import { NODE_START } from './node-json.ts';
import { requireNoBomb } from './parse-json.ts';

/** A tree up to this size is read as a whole. */
const RUN_BYTES = 512 * 1024;

const START = Buffer.from('{"nodes":[');
const ENDS = [Buffer.from(']}\n'), Buffer.from(']}')];
const NEXT_NODE = Buffer.from(`,${NODE_START}`);

/** How a node ends: a name that begins behind it isn't that of one of its attributes. */
const NODE_END = /(?:\]\}|"content":null\}|"subtree":"[0-9a-f]{64}"\})$/;
const MOST_OF_AN_END = 80;

/**
 * The nodes of the tree in `bytes`, in order, as several pieces of JSON, with the commas between nodes: to parse a folder of a million entries as one text takes
 * gigabytes, and V8, which visits all that is parsed so far in each collection, ten times as long.
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
  const end = ENDS.find((one) => json.subarray(-one.length).equals(one));
  if (end === undefined || !json.subarray(0, START.length).equals(START)) return null;
  requireNoBomb(json);
  return cut(json.subarray(START.length, -end.length));
}

function* cut(nodes: Buffer): Generator<Buffer> {
  for (let start = 0; start < nodes.length; ) {
    const end = nodeEndAfter(nodes, start + RUN_BYTES);
    yield nodes.subarray(start, end);
    start = end + 1;
  }
}

function nodeEndAfter(nodes: Buffer, from: number): number {
  for (let at = nodes.indexOf(NEXT_NODE, from); at >= 0; at = nodes.indexOf(NEXT_NODE, at + 1)) {
    if (NODE_END.test(nodes.toString('latin1', Math.max(0, at - MOST_OF_AN_END), at))) return at;
  }
  return nodes.length;
}
