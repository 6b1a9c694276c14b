// restic's snapshots have one field that is free: tags. Holdfast's own among them are these.

/** A snapshot, or what has its tags. */
export interface Tagged {
  readonly tags: readonly string[];
}

/** How all of ours but INCOMPLETE_TAG begin. */
const OWN_TAG_PREFIX = 'holdfast:';

/** On a snapshot that lacks something: never `latest`, never fresh, but a parent for the next run. */
export const INCOMPLETE_TAG = 'incomplete';

/** Beside INCOMPLETE_TAG, on a snapshot that a long run left on its way: removed once a complete one exists. */
export const CHECKPOINT_TAG = 'holdfast:checkpoint';

/** On a snapshot that was taken for a reason and stays until that is taken back: stock restic keeps it by `--keep-tag`. */
export const KEEP_TAG = 'holdfast:keep';

/** Before that reason, in a tag of its own. */
const BECAUSE_TAG_PREFIX = 'holdfast:because=';

/** The application's name where none is given: a host's files that belong to no application in particular. */
export const DEFAULT_TARGET = 'files';

/** Before the name of the target (application) that a snapshot is of. */
const TARGET_TAG_PREFIX = 'holdfast:target=';

export function targetTag(target: string): string {
  return `${TARGET_TAG_PREFIX}${target}`;
}

/** The target that a snapshot is of, or null if it names none (restic's own). */
export function targetOf(snapshot: Tagged): string | null {
  const tag = snapshot.tags.find((candidate) => candidate.startsWith(TARGET_TAG_PREFIX));
  return tag?.slice(TARGET_TAG_PREFIX.length) ?? null;
}

export function isIncomplete(snapshot: Tagged): boolean {
  return snapshot.tags.includes(INCOMPLETE_TAG);
}

/** One of ours, which may go. An incomplete snapshot without our tag is what a run came to: it stays. */
export function isCheckpoint(snapshot: Tagged): boolean {
  return isIncomplete(snapshot) && snapshot.tags.includes(CHECKPOINT_TAG);
}

/** Whether what a snapshot is, by its tags, would be another thing with this one. */
export function isOwnTag(tag: string): boolean {
  return tag === INCOMPLETE_TAG || tag.startsWith(OWN_TAG_PREFIX);
}

/** The tags of a snapshot that stays because of `reason`. */
export function keepTags(reason: string): string[] {
  return [KEEP_TAG, `${BECAUSE_TAG_PREFIX}${reason}`];
}

/** Why a snapshot stays until that is taken back: empty if nobody said so, null if it needn't stay. */
export function keptBecause({ tags }: Tagged): string | null {
  if (!tags.includes(KEEP_TAG)) return null;
  const tag = tags.find((candidate) => candidate.startsWith(BECAUSE_TAG_PREFIX));
  return tag?.slice(BECAUSE_TAG_PREFIX.length) ?? '';
}
