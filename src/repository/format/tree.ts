import { constants } from 'node:buffer';
import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { rawElements, rawMembers } from './json-text.ts';
import type { Node, Tree } from './node.ts';
import { isSafeName } from './node-fault.ts';
import {
  decodeNode,
  encodeNode,
  hasOtherFields,
  hasRoundedNumbers,
  quoteLongNumbers,
  type RawNode,
} from './node-json.ts';
import { asObject, jsonText } from './parse-json.ts';

/** An entry whose JSON is known: that of a stored tree, which says just what `encodeNode` would. */
export interface EncodedNode {
  readonly name: ByteString;
  readonly json: string;
}

/** A tree that is to be stored. */
export interface TreeToSave {
  readonly nodes: readonly (Node | EncodedNode)[];
}

/**
 * A tree as restic 0.19 writes it, byte for byte: equal trees must be equal blobs.
 * @throws HoldfastError internal unless every name is safe (`isSafeName`) and they strictly rise, byte by byte; bad-input
 *   for more entries than one string of JSON can hold (some 1.5 million).
 */
export function encodeTree(tree: TreeToSave): Buffer {
  let json = '{"nodes":[';
  let last = '' as ByteString;
  let separator = '';
  for (const node of tree.nodes) {
    if (!isSafeName(node.name)) throw unwritable(node, "it can't be the name of a file");
    if (node.name <= last) throw unwritable(node, `it stands after "${display(last)}"`);
    last = node.name;
    const element = 'json' in node ? node.json : encodeNode(node);
    if (json.length + element.length > MAX_JSON_LENGTH) throw tooLarge(tree);
    json += `${separator}${element}`;
    separator = ',';
  }
  return Buffer.from(`${json}]}\n`, 'latin1');
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
  return decoding(what, () => {
    const json = jsonText(bytes);
    const texts = new TreeTexts(json);
    const nodes = nodesIn(json).map((element, index) => {
      const raw: RawNode = asObject(element, 'a node');
      return decodeNode(raw, {
        numbers: hasRoundedNumbers(raw) ? texts.numbersOf(index) : raw,
        members: hasOtherFields(raw) ? texts.membersOf(index) : null,
      });
    });
    return { nodes };
  });
}

function nodesIn(json: string): readonly unknown[] {
  const { nodes } = asObject(JSON.parse(json), 'the whole');
  if (Array.isArray(nodes)) return nodes;
  throw new FormatFault(`nodes is ${shown(nodes)}`, 'an array');
}

/** The texts of a tree's nodes, for the few trees where JSON.parse loses something: each made when first asked for. */
class TreeTexts {
  readonly #json: string;
  #numbers: readonly unknown[] | null = null;
  #texts: readonly string[] | null = null;

  constructor(json: string) {
    this.#json = json;
  }

  numbersOf(index: number): RawNode {
    this.#numbers ??= nodesIn(quoteLongNumbers(this.#json));
    return this.#numbers[index] as RawNode;
  }

  membersOf(index: number): ReadonlyMap<string, string> {
    this.#texts ??= rawElements(rawMembers(this.#json.trimStart()).get('nodes') ?? '[]');
    return rawMembers(this.#texts[index] ?? '{}');
  }
}

/** With room for what stands around the nodes. */
const MAX_JSON_LENGTH = constants.MAX_STRING_LENGTH - 16;

function tooLarge({ nodes }: TreeToSave): HoldfastError {
  return new HoldfastError(
    'bad-input',
    `Cannot save a folder of ${nodes.length} entries: its tree would have more bytes than expected, ${MAX_JSON_LENGTH} at most. Exclude some of them, or spread them over subfolders.`,
  );
}

function unwritable(node: Pick<Node, 'name'>, problem: string): HoldfastError {
  const name = display(node.name);
  return new HoldfastError(
    'internal',
    `Cannot write a tree with the name "${name}": ${problem}, expected names of files, rising byte by byte.`,
  );
}
