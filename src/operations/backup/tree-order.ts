import { display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import type { Node } from '../../repository/format/node.ts';

/**
 * `nodes` by rising name. A name renamed over while its folder was listed can come twice: the later stays.
 * @throws HoldfastError internal for one and the same folder twice: what is in it came in two pieces, of which one would be lost.
 */
export function inOrder(nodes: Node[]): Node[] {
  nodes.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  return nodes.filter((node, i) => {
    const next = nodes[i + 1];
    if (node.name !== next?.name) return true;
    // A folder that was made anew while the one above was listed is another one, and was listed whole.
    const isSame = node.type === 'dir' && next.type === 'dir' && node.inode === next.inode;
    if (!isSame) return false;
    throw new HoldfastError(
      'internal',
      `Cannot save the folder "${display(node.name)}": what is in it came in two pieces, expected one after the other. ` +
        'Try again; where it says the same, report it.',
    );
  });
}
