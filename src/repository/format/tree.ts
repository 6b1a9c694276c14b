import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { decoding, FormatFault, shown } from './fault.ts';
import { rawElements, rawMembers } from './json-text.ts';
import type { Node, Tree } from './node.ts';
import { isSafeName } from './node-fault.ts';
import { decodeNode, encodeNode, isExact, type RawNode } from './node-json.ts';
import { asObject, jsonText } from './parse-json.ts';

/**
 * A tree as restic 0.19 writes it, byte for byte: equal trees must be equal blobs.
 * @throws HoldfastError internal unless every name is safe (`isSafeName`) and they strictly rise, byte by byte.
 */
export function encodeTree(tree: Tree): Buffer {
  let json = '{"nodes":[';
  let last = '' as ByteString;
  let separator = '';
  for (const node of tree.nodes) {
    if (!isSafeName(node.name)) throw unwritable(node, "it can't be the name of a file");
    if (node.name <= last) throw unwritable(node, `it stands after "${display(last)}"`);
    last = node.name;
    json += `${separator}${encodeNode(node)}`;
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
    const { nodes } = asObject(JSON.parse(json), 'the whole');
    if (!Array.isArray(nodes)) throw new FormatFault(`nodes is ${shown(nodes)}`, 'an array');
    let texts: readonly string[] | null = null;
    return {
      nodes: nodes.map((element: unknown, index) => {
        const raw: RawNode = asObject(element, 'a node');
        if (isExact(raw)) return decodeNode(raw, null);
        texts ??= rawElements(rawMembers(json.trimStart()).get('nodes') ?? '');
        return decodeNode(raw, rawMembers(texts[index] ?? ''));
      }),
    };
  });
}

function unwritable(node: Node, problem: string): HoldfastError {
  const name = display(node.name);
  return new HoldfastError(
    'internal',
    `Cannot write a tree with the name "${name}": ${problem}, expected names of files, rising byte by byte.`,
  );
}
