import { createHash } from 'node:crypto';
import type { ByteString } from '../../bytestring.ts';
import type { Node } from '../../repository/format/node.ts';

/** Which file a hard link was saved of, or null if the node is no hard link. */
export function hardLinkKey(node: Node): string | null {
  if (node.type !== 'file' || node.links < 2n) return null;
  return `${node.deviceId}:${node.inode}`;
}

/**
 * The same, proved by all else that was saved: equal for two nodes only if they are names of one file, or can't be
 * told from that.
 */
export function linkedFile(node: Node): string | null {
  const key = hardLinkKey(node);
  return key === null ? null : `${key} ${fingerprintOf(node)}`;
}

interface FirstName {
  readonly path: ByteString;
  readonly fingerprint: string;
  /** Names still to come, by the link count; more than that aren't taken for the same file. */
  remaining: bigint;
}

/**
 * Finds the names of one file among what is restored.
 *
 * Device and inode alone don't prove it: programs write snapshots with both zero, and inodes are used again while a
 * backup runs. restic then gives every such file the first one's content. So all that was saved must be equal too.
 */
export class HardLinks {
  readonly #first = new Map<string, FirstName>();

  /** The path under which this file was met first; null if this is the first (or only) time. */
  firstName(node: Node, path: ByteString): ByteString | null {
    const key = hardLinkKey(node);
    if (key === null) return null;
    const first = this.#first.get(key);
    if (first === undefined) {
      this.#first.set(key, { path, fingerprint: fingerprintOf(node), remaining: node.links - 1n });
      return null;
    }
    if (first.fingerprint !== fingerprintOf(node)) return null;
    first.remaining -= 1n;
    if (first.remaining <= 0n) this.#first.delete(key);
    return first.path;
  }
}

function fingerprintOf(node: Node): string {
  const { content, sizeBytes, mode, mtimeNs, uid, gid, links } = node;
  const attributes = node.extendedAttributes.map(({ name, value }) => [
    name,
    Buffer.from(value).toString('base64'),
  ]);
  const saved = [content, String(sizeBytes), mode, String(mtimeNs), uid, gid, String(links), attributes];
  return createHash('sha256').update(JSON.stringify(saved)).digest('base64');
}
