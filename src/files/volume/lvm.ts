import { fromText } from '../../bytestring.ts';
import { quote } from '../../hosts/quote.ts';
import { OURS, type VolumeKind } from './volume-kind.ts';

/** Of the volume itself. */
export const LVM_DEFAULT_SIZE = '20%ORIGIN';

/** Sets `group`, `volume` and `segment` of the volume. */
const VOLUME = `
set -- $(lvs --noheadings --separator ' ' -o vg_name,lv_name,segtype "$source")
[ $# -ge 3 ] || { echo "$source is no logical volume" >&2; exit 1; }
group=$1 volume=$2 segment=$3
`;

/**
 * Logical volumes (lvm(8)). A snapshot of a thick one has room for so much change; if it overflows, it is void. That of a
 * thin one needs no size. It is writable, so that a filesystem that was in use can play its journal back.
 *
 * @param size `5G`, or `20%ORIGIN`; of a thin volume it counts for nothing.
 */
export function lvmKind(size: string): VolumeKind {
  const room = size.includes('%') ? `--extents ${quote(fromText(size))}` : `--size ${quote(fromText(size))}`;
  return {
    word: 'lvm',
    refused: ['btrfs'],
    look: `command -v lvcreate >/dev/null || { echo 'there is no lvcreate' >&2; exit 1; }\n${VOLUME}`,
    create: `${VOLUME}
case $segment in
  thin) set -- --setactivationskip n ;;
  *) set -- ${room} ;;
esac
lvcreate --yes --snapshot --name "$name" --addtag holdfast "$@" "$group/$volume" >&2`,
    mount: `${VOLUME}
options=ro
[ "$fstype" != xfs ] || options=ro,nouuid
mount -t "$fstype" -o "$options" "/dev/$group/$name" "$at"`,
    check: `${VOLUME}
set -- $(lvs --noheadings --separator ' ' -o lv_attr,data_percent "$group/$name")
[ $# -ge 1 ] || { echo "the snapshot $group/$name is gone" >&2; exit 1; }
case $1 in
  ????a???-*) ;;
  *) echo "the snapshot $group/$name is no longer whole (lvs says $1)" >&2; exit 1 ;;
esac
case $segment in
  thin) ;;
  *) case \${2:-} in
      '' | *[!0-9.]* | 1[0-9][0-9]*) echo "the snapshot $group/$name has overflowed (\${2:-unknown} % used)" >&2; exit 1 ;;
    esac ;;
esac`,
    unmount: 'umount "$at"',
    destroy: `${VOLUME}
lvs "$group/$name" >/dev/null 2>&1 || exit 0
lvremove --force --yes "$group/$name" >&2`,
    list: `${OURS}${VOLUME}
lvs --noheadings --separator ' ' -o lv_name,origin "$group" | while read -r lv of; do
  if [ "$of" = "$volume" ] && ours "$lv"; then echo "$lv"; fi
done`,
  };
}
