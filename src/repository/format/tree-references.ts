import { decoding, FormatFault, shown } from './fault.ts';
import { asArray, asId, asIdOrNull } from './fields.ts';
import type { BlobId } from './ids.ts';
import { asObject, parseObject } from './parse-json.ts';

/** The blobs that a tree names. */
export interface TreeReferences {
  /** Of its files, in their order. */
  readonly data: readonly BlobId[];
  /** Trees of its folders. */
  readonly trees: readonly BlobId[];
}

/**
 * What a tree's JSON refers to, whatever else is in it: names and times that `decodeTree` would refuse don't make a
 * blob needless. Whatever could hide a reference is a fault.
 * @throws HoldfastError repository-damaged.
 */
export function decodeTreeReferences(json: Uint8Array, what = 'a tree'): TreeReferences {
  return decoding(what, () => {
    const { nodes } = parseObject(json);
    if (!Array.isArray(nodes)) throw new FormatFault(`nodes is ${shown(nodes)}`, 'an array');
    const data: BlobId[] = [];
    const trees: BlobId[] = [];
    for (const node of nodes) {
      const { type, content, subtree } = asObject(node, 'a node');
      for (const id of asArray(content, 'content')) data.push(asId<BlobId>(id, 'an element of content'));
      const tree = asIdOrNull<BlobId>(subtree, 'subtree');
      if (tree !== null) trees.push(tree);
      else if (type === 'dir') throw new FormatFault('a folder has no subtree', 'an ID');
    }
    return { data, trees };
  });
}
