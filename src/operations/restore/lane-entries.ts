import { permissionsOf } from '../../repository/format/mode.ts';
import type { Node } from '../../repository/format/node.ts';
import type { EntryToMake } from '../../repository/make-entries.ts';
import type { FileEnd } from '../../repository/write-files.ts';
import { isWholeSecond, NS_PER_SECOND, type TimeToSet } from './file-times.ts';
import type { SendOptions } from './send.ts';
import type { SendItem } from './send-order.ts';

/** Made at once: some milliseconds of work. */
const BATCH_ENTRIES = 512;

export type LaneEndOptions = Pick<SendOptions, 'nodes' | 'owners'>;

export interface LaneEntryOptions extends LaneEndOptions {
  /** Whether somebody sets times with fractions of seconds. */
  readonly setsAllTimes: boolean;
}

/** A folder or a symlink that a lane can make, or a folder that it can close. */
export interface LaneEntry {
  readonly item: SendItem;
  readonly entry: EntryToMake;
  /** To be set afterwards. */
  readonly time: TimeToSet | null;
}

/**
 * Null for what goes to tar: what is neither, or has what Node can't give: attributes, such a time. A folder that tar will close it
 * opens, too: only so does it close it after the symlinks that it puts there at its end.
 */
export function asLaneEntry(item: SendItem, options: LaneEntryOptions): LaneEntry | null {
  const { is, path, node } = item;
  if (is !== 'open' && is !== 'close' && node.type !== 'symlink') return null;
  if (!takesAllOf(node, options)) return null;
  if (is === 'open') return { item, entry: { is: 'folder', path }, time: null };
  const end = endOf(node, options);
  const time = end.mtimeSeconds === null ? { path, mtimeNs: node.mtimeNs } : null;
  if (is === 'close') return { item, entry: { is: 'closing', path, end }, time };
  return { item, entry: { is: 'symlink', path, target: node.linkTarget, end }, time };
}

/** Whether a thread and who sets times give all that `node` holds beside its content. */
export function takesAllOf(node: Node, { nodes, setsAllTimes }: Omit<LaneEntryOptions, 'owners'>): boolean {
  if (!setsAllTimes && !isWholeSecond(node.mtimeNs)) return false;
  return nodes.of(node).extendedAttributes.length === 0;
}

/** What `node` gets when all of it is there. */
export function endOf(node: Node, { nodes, owners }: LaneEndOptions): FileEnd {
  return {
    permissions: permissionsOf(nodes.of(node).mode),
    owner: owners.of(node),
    mtimeSeconds: isWholeSecond(node.mtimeNs) ? Number(node.mtimeNs / NS_PER_SECOND) : null,
  };
}

export function* batchesOf(entries: readonly LaneEntry[]): Generator<readonly LaneEntry[]> {
  for (let at = 0; at < entries.length; at += BATCH_ENTRIES) yield entries.slice(at, at + BATCH_ENTRIES);
}
