import type { Unpacker } from '../../files/unpackers.ts';
import { isXfsAccessList } from '../../files/xfs-acl.ts';
import { modeOf, permissionsOf } from '../../repository/format/mode.ts';
import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';
import { attributeKind, isOfRootAlone } from './attribute-kinds.ts';
import { ownPermissions } from './own-permissions.ts';

const FOLDER_OPEN = 0o700;
const FILE_READABLE = 0o400;
const SPECIAL_BITS = 0o7000;

/**
 * What of saved nodes can be staged. Root can read what is closed to everybody; another user couldn't verify it, nor go
 * on in it: so what belongs to that user stays open to them until all is verified.
 */
export class StagedNodes {
  readonly #uid: number;
  readonly #unpacker: Unpacker;
  readonly #refused: ReadonlySet<string>;

  /**
   * @param uid Who restores.
   * @param refused Kinds of attributes (attribute-kinds.ts) that the filesystem doesn't take.
   */
  constructor(uid: number, unpacker: Unpacker, refused: ReadonlySet<string> = new Set()) {
    this.#uid = uid;
    this.#unpacker = unpacker;
    this.#refused = refused;
  }

  without(refused: ReadonlySet<string>): StagedNodes {
    return new StagedNodes(this.#uid, this.#unpacker, refused);
  }

  takesAttribute({ name }: ExtendedAttribute): boolean {
    if (!this.#unpacker.keepsAttributes || (!this.#isRoot && isOfRootAlone(name))) return false;
    // Earlier versions saved it, and restic does.
    if (isXfsAccessList(name)) return false;
    return this.#refused.size === 0 || !this.#refused.has(attributeKind(name));
  }

  /** The node as it stands in staging. The same object if it is all that was saved. */
  of(node: Node): Node {
    const extendedAttributes = this.#attributesOf(node);
    const saved = permissionsOf(node.mode);
    const permissions = this.#isRoot ? saved : this.#openTo(node.type, this.permissionsOf(node));
    if (permissions === saved && extendedAttributes.length === node.extendedAttributes.length) return node;
    return { ...node, mode: modeOf(node.type, permissions), extendedAttributes };
  }

  /** Those that the node has in the end. */
  permissionsOf(node: Node): number {
    return this.#isRoot ? permissionsOf(node.mode) : ownPermissions(node, this.#uid);
  }

  get #isRoot(): boolean {
    return this.#uid === 0;
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
    if (extendedAttributes.every((attribute) => this.takesAttribute(attribute))) return extendedAttributes;
    return extendedAttributes.filter((attribute) => this.takesAttribute(attribute));
  }
}
