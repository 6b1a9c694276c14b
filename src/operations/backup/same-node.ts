import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';

/** Whether two nodes say the same, so that a tree that holds one of them needn't be written for the other. */
export function isSameNode(a: Node, b: Node): boolean {
  return (
    a.name === b.name &&
    a.type === b.type &&
    a.mode === b.mode &&
    a.mtimeNs === b.mtimeNs &&
    a.atimeNs === b.atimeNs &&
    a.ctimeNs === b.ctimeNs &&
    a.uid === b.uid &&
    a.gid === b.gid &&
    a.user === b.user &&
    a.group === b.group &&
    a.inode === b.inode &&
    a.deviceId === b.deviceId &&
    a.sizeBytes === b.sizeBytes &&
    a.links === b.links &&
    a.linkTarget === b.linkTarget &&
    a.deviceNumber === b.deviceNumber &&
    a.subtree === b.subtree &&
    a.error === b.error &&
    // What is taken over from a parent is the parent's own object.
    a.otherFields === b.otherFields &&
    (a.content === b.content || hasSameElements(a.content, b.content)) &&
    hasSameAttributes(a.extendedAttributes, b.extendedAttributes)
  );
}

function hasSameElements(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a !== null && b !== null && a.length === b.length && a.every((element, i) => element === b[i]);
}

function hasSameAttributes(a: readonly ExtendedAttribute[], b: readonly ExtendedAttribute[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ name, value }, i) => {
      const other = b[i] as ExtendedAttribute;
      return name === other.name && Buffer.compare(value, other.value) === 0;
    })
  );
}
