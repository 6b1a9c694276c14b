import type { Unpacker } from '../../files/unpackers.ts';
import { modeOf, permissionsOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';

const FOLDER_OPEN = 0o700;
const FILE_READABLE = 0o400;
const SPECIAL_BITS = 0o7000;

/** Attributes that Linux lets nobody but root set. */
const OF_ROOT_ALONE = /^(security|trusted)\./;

/**
 * What of saved nodes can be staged. Root can read what is closed to everybody; another user couldn't verify it, nor go
 * on in it: so what belongs to that user stays open to them until all is verified.
 */
export class StagedNodes {
  readonly #isRoot: boolean;
  readonly #unpacker: Unpacker;

  constructor(isRoot: boolean, unpacker: Unpacker) {
    this.#isRoot = isRoot;
    this.#unpacker = unpacker;
  }

  /** The node as it stands in staging. The same object if it is all that was saved. */
  of(node: Node): Node {
    const extendedAttributes = this.#attributesOf(node);
    const saved = permissionsOf(node.mode);
    const permissions = this.#isRoot ? saved : this.#openTo(node.type, saved);
    if (permissions === saved && extendedAttributes.length === node.extendedAttributes.length) return node;
    return { ...node, mode: modeOf(node.type, permissions), extendedAttributes };
  }

  /** Whether every node is staged with its own mode. */
  get isNeverOpen(): boolean {
    return this.#isRoot;
  }

  /** Whether the node's own mode is to be set once all is verified. */
  isOpen(node: Node): boolean {
    return this.of(node).mode !== node.mode;
  }

  #openTo(type: Node['type'], permissions: number): number {
    const { keepsFolderModes, keepsSpecialBits } = this.#unpacker;
    if (type === 'symlink') return permissions;
    const kept = keepsSpecialBits ? permissions : permissions & ~SPECIAL_BITS;
    if (type === 'dir') return keepsFolderModes ? kept | FOLDER_OPEN : FOLDER_OPEN;
    return type === 'file' ? kept | FILE_READABLE : kept;
  }

  #attributesOf({ extendedAttributes }: Node): Node['extendedAttributes'] {
    if (extendedAttributes.length === 0 || (this.#isRoot && this.#unpacker.keepsAttributes))
      return extendedAttributes;
    if (!this.#unpacker.keepsAttributes) return [];
    return extendedAttributes.filter(({ name }) => !OF_ROOT_ALONE.test(name));
  }
}

/** Whether only root can set the attribute. */
export function isOfRootAlone(name: string): boolean {
  return OF_ROOT_ALONE.test(name);
}
