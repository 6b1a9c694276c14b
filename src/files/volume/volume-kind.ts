/** Which volumes can be snapshotted without a user's own commands, and those with. */
export type VolumeWord = 'lvm' | 'btrfs' | 'command';

/**
 * How one kind of volume is snapshotted, in shell. Every script finds these variables:
 *
 * | variable | is |
 * | --- | --- |
 * | `name` | the snapshot's name: of the target, random, ours alone |
 * | `target` | the target's |
 * | `origin` | where the volume is mounted; of Btrfs the subvolume's own folder |
 * | `source`, `fstype` | the device that is mounted there, and its filesystem |
 * | `at` | the folder on which the snapshot is mounted, in a mount namespace of ours |
 * | `created` | what `create` printed; empty before |
 *
 * Each says on stderr why it fails.
 */
export interface VolumeKind {
  readonly word: VolumeWord;
  /** The filesystems that it can't be done for; null where it is of some alone, which `look` says. */
  readonly refused: readonly string[];
  /** Fails where the volume isn't of this kind, or a tool is missing. Changes nothing. */
  readonly look: string;
  /** Takes the snapshot: the moment that the backup is of. */
  readonly create: string;
  /** Mounts it on `at`, read-only. */
  readonly mount: string;
  /** After the last byte was read: fails where the snapshot isn't what it was. */
  readonly check: string;
  readonly unmount: string;
  /** Removes the snapshot; does nothing where there is none. */
  readonly destroy: string;
  /** Prints the names of snapshots of this volume that bear our target's name, one a line; null: nobody can tell. */
  readonly list: string | null;
}

/** `NAME` of a snapshot of ours: nobody else's looks so. A kept one looks otherwise, so that it isn't taken for a leftover. */
export function snapshotName(target: string, random: string, keep: boolean): string {
  return `${keep ? 'kept-' : ''}holdfast-${target}-${random}`;
}

/** How many hex digits stand behind the target. */
export const RANDOM_DIGITS = 12;

/** Shell: `ours NAME` is true for a snapshot's name that is of `target`, and of none whose name only begins so. */
export const OURS = `
ours() {
  case $1 in "holdfast-$target-"*) set -- "\${1#"holdfast-$target-"}" ;; *) return 1 ;; esac
  [ \${#1} -eq ${RANDOM_DIGITS} ] || return 1
  case $1 in *[!0-9a-f]*) return 1 ;; esac
}
`;
