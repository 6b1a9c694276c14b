import type { Snapshot } from './format/snapshot.ts';

// restic's snapshots have one field that is free: tags. Holdfast's own among them are these.

/** On a snapshot that lacks something: never `latest`, never fresh, but a parent for the next run. */
export const INCOMPLETE_TAG = 'incomplete';

/** Beside INCOMPLETE_TAG, on a snapshot that a long run left on its way: removed once a complete one exists. */
export const CHECKPOINT_TAG = 'holdfast:checkpoint';

/** Before the name of the target (application) that a snapshot is of. */
const TARGET_TAG_PREFIX = 'holdfast:target=';

export function targetTag(target: string): string {
  return `${TARGET_TAG_PREFIX}${target}`;
}

/** The target that a snapshot is of, or null if it names none (restic's own). */
export function targetOf(snapshot: Pick<Snapshot, 'tags'>): string | null {
  const tag = snapshot.tags.find((candidate) => candidate.startsWith(TARGET_TAG_PREFIX));
  return tag?.slice(TARGET_TAG_PREFIX.length) ?? null;
}

export function isIncomplete(snapshot: Pick<Snapshot, 'tags'>): boolean {
  return snapshot.tags.includes(INCOMPLETE_TAG);
}

/** One of ours, which may go. An incomplete snapshot without our tag is what a run came to: it stays. */
export function isCheckpoint(snapshot: Pick<Snapshot, 'tags'>): boolean {
  return isIncomplete(snapshot) && snapshot.tags.includes(CHECKPOINT_TAG);
}
