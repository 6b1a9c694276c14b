import { line, yesNo } from '../../section.ts';

/** From a snapshot of which volume files are read. What of it goes together, `parseVolume` says. */
export const volumeFields = {
  volume: line(
    'Read the files from a snapshot of the volume that they lie on, removed afterwards: `lvm`, `btrfs` or `command`.',
  ).optional(),
  'volume-size': line('With `lvm`: how much may change meanwhile: `5G`. Default: `20%ORIGIN`.').optional(),
  'volume-create': line('With `command`: a shell command on the host that takes the snapshot.').optional(),
  'volume-mount': line('With `command`: one that mounts it, read-only.').optional(),
  'volume-unmount': line('With `command`: one that unmounts it.').optional(),
  'volume-destroy': line('With `command`: one that removes it, if it is there.').optional(),
  'volume-keep': yesNo('`true`: leave the snapshot of the volume, for you to remove.').optional(),
};
