import { createHash } from 'node:crypto';
import type { SnapshotId } from '../../repository/format/ids.ts';

export const STAGING_PREFIX = '.holdfast-restore-';
export const UNDO_PREFIX = '.holdfast-undo-';

/**
 * Names one restore: the same snapshot to the same place with the same choice. Two runs with one key do the same, so
 * the second goes on where the first was cut off.
 */
export function restoreKey(snapshot: SnapshotId, choice: unknown): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([snapshot, choice]))
    .digest('hex');
  return `${snapshot.slice(0, 8)}-${digest.slice(0, 8)}`;
}

export function stagingName(key: string): string {
  return `${STAGING_PREFIX}${key}`;
}

/** How the staging folders of all restores of one snapshot begin. */
export function snapshotStagingPrefix(snapshot: SnapshotId): string {
  return `${STAGING_PREFIX}${snapshot.slice(0, 8)}-`;
}

/** Sorts by time, which is UTC: `.holdfast-undo-20261121T115906.042Z-…`. */
export function undoName(key: string, time: Date): string {
  const digits = time.toISOString().replace(/[-:]/g, '');
  return `${UNDO_PREFIX}${digits}-${key}`;
}

/** The key of the restore that an undo folder is of. */
export function keyOfUndoName(name: string): string {
  return name.slice(UNDO_PREFIX.length).replace(/^[^-]*-/, '');
}

export function isUndoFolder(name: string): boolean {
  return name.startsWith(UNDO_PREFIX);
}

/** The names that Holdfast gives to its own folders at a destination: never extra, never deleted. */
export function isOwnFolder(name: string): boolean {
  return name.startsWith(STAGING_PREFIX) || name.startsWith(UNDO_PREFIX);
}

/** Patterns for the same. */
export const OWN_FOLDER_PATTERNS = [`${STAGING_PREFIX}*`, `${UNDO_PREFIX}*`];
