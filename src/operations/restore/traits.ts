import { type ByteString, display } from '../../bytestring.ts';
import { HoldfastError } from '../../errors.ts';
import { largestAclId } from '../../files/tar/acl-text.ts';
import type { Unpacker } from '../../files/unpackers.ts';
import { isXfsAccessList } from '../../files/xfs-acl.ts';
import type { ExtendedAttribute, Node } from '../../repository/format/node.ts';
import { attributeKind } from './attribute-kinds.ts';
import { ZERO_BLOB } from './holes.ts';
import type { SavedOwners } from './other-numbers.ts';
import { minorOf } from './tar-header.ts';

/** Kinds of attributes that are looked at, of the dozen that there are. */
const MAX_KINDS = 50;
/** Names of owners that are looked at: a hostile tree can hold as many as it has entries. */
const MAX_NAMES = 1000;
/** Mount points that are looked at. */
const MAX_MOUNT_POINTS = 100;
const NS_PER_SECOND = 1_000_000_000n;

/** What there is in the chosen entries that not every host can restore. */
export class Traits {
  #hasFractions = false;
  #hasHoles = false;
  readonly #attributes = new Map<string, ExtendedAttribute>();
  readonly #minor: Extreme = { value: 0, path: null };
  readonly #aclId: Extreme = { value: 0, path: null };
  readonly #users = new Map<string, number>();
  readonly #groups = new Map<string, number>();
  readonly #mountPoints: ByteString[] = [];

  /** @param device What the folder around it was on; 0: nobody knows. */
  add(node: Node, path: ByteString, device: bigint): void {
    const isMountPoint = node.type === 'dir' && device !== 0n && ![0n, device].includes(node.deviceId);
    if (isMountPoint && this.#mountPoints.length < MAX_MOUNT_POINTS) this.#mountPoints.push(path);
    note(this.#users, node.user, node.uid);
    note(this.#groups, node.group, node.gid);
    const { type, extendedAttributes, mtimeNs, content } = node;
    this.#hasFractions ||= mtimeNs % NS_PER_SECOND !== 0n;
    this.#hasHoles ||= content?.includes(ZERO_BLOB) === true;
    if (type === 'dev' || type === 'chardev') raise(this.#minor, minorOf(node.deviceNumber), path);
    if (extendedAttributes.length === 0) return;
    for (const attribute of extendedAttributes) {
      if (isXfsAccessList(attribute.name)) continue;
      raise(this.#aclId, largestAclId(attribute), path);
      const kind = attributeKind(attribute.name);
      if (this.#attributes.size < MAX_KINDS && !this.#attributes.has(kind))
        this.#attributes.set(kind, attribute);
    }
  }

  /** The numbers of users and groups that have names, as they were saved. */
  get owners(): SavedOwners {
    return { users: this.#users, groups: this.#groups };
  }

  /** Folders that were filesystems of their own, by their paths in the snapshot. */
  get mountPoints(): readonly ByteString[] {
    return this.#mountPoints;
  }

  /** One attribute of each kind. */
  get attributes(): ReadonlyMap<string, ExtendedAttribute> {
    return this.#attributes;
  }

  /** There are times with fractions of seconds. */
  get hasFractions(): boolean {
    return this.#hasFractions;
  }

  /** What of it `unpacker` can't restore, in words for a person. */
  lostBy({ keepsAttributes, keepsFractions, makesHoles }: Unpacker): string[] {
    const lost: string[] = [];
    if (this.#attributes.size > 0 && !keepsAttributes)
      lost.push('extended attributes, access lists and capabilities');
    if (this.#hasFractions && !keepsFractions) lost.push('fractions of seconds in times');
    if (this.#hasHoles && !makesHoles) lost.push('holes in files (they are filled with zeros)');
    return lost;
  }

  /**
   * To be called before anything is written.
   * @throws HoldfastError host-unsupported if `unpacker` would restore an entry as something else, or fail at it.
   */
  assertTakenBy({ maxDeviceMinor, maxAclId }: Unpacker, hostName: string): void {
    assertBelow(this.#minor, maxDeviceMinor, { what: 'a device with the minor number', hostName });
    assertBelow(this.#aclId, maxAclId, { what: 'an access list for the user or group', hostName });
  }
}

function note(numbers: Map<string, number>, name: string, number: number): void {
  if (name !== '' && numbers.size < MAX_NAMES && !numbers.has(name)) numbers.set(name, number);
}

/** The largest number of its kind, and the entry that has it. */
interface Extreme {
  value: number;
  path: ByteString | null;
}

function raise(extreme: Extreme, value: number, path: ByteString): void {
  if (value <= extreme.value) return;
  extreme.value = value;
  extreme.path = path;
}

function assertBelow(
  { value, path }: Extreme,
  max: number,
  { what, hostName }: { what: string; hostName: string },
): void {
  if (path === null || value <= max) return;
  throw new HoldfastError(
    'host-unsupported',
    `Cannot restore "${display(path)}" on ${hostName}: it is or has ${what} ${value}, and the tar there takes ${max} at most. Install GNU tar there, or exclude it; nothing was written.`,
  );
}
