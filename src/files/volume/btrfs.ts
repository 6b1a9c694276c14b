import { OURS, type VolumeKind } from './volume-kind.ts';

/** The number that a folder has in a snapshot where another subvolume stands in its origin (btrfs(5)). */
export const EMPTY_SUBVOLUME_INODE = 2n;

/** What stands in a subvolume where a snapshot of ours is, or was when it was snapshotted itself. */
export const SNAPSHOT_FOLDER = /^\.(kept-)?holdfast-.*-[0-9a-f]{12}$/;

/** Subvolumes of Btrfs. The snapshot stands in the subvolume itself, hidden by a point before its name. */
export const BTRFS: VolumeKind = {
  word: 'btrfs',
  refused: [],
  look: `[ "$fstype" = btrfs ] || { echo "$origin is $fstype, not Btrfs" >&2; exit 1; }
command -v btrfs >/dev/null || { echo 'there is no program btrfs' >&2; exit 1; }`,
  create: 'btrfs subvolume snapshot -r "$origin" "$origin/.$name" >&2',
  mount: 'mount --bind "$origin/.$name" "$at"',
  check: `[ "$(btrfs property get -ts "$origin/.$name" ro)" = ro=true ] || {
  echo "the snapshot $origin/.$name is gone, or somebody may have written to it" >&2
  exit 1
}`,
  unmount: 'umount "$at"',
  destroy: `[ -e "$origin/.$name" ] || exit 0
btrfs subvolume delete "$origin/.$name" >&2`,
  list: `${OURS}
for folder in "$origin/.holdfast-$target-"*; do
  found=\${folder##*/.}
  if ours "$found" && [ "$(stat -c %i "$folder")" = 256 ]; then echo "$found"; fi
done`,
};
