import { hostname } from 'node:os';
import type { Command } from 'commander';
import type { VolumeOptions } from '../files/volume/volume-snapshot.ts';
import { parseVolume } from '../files/volume/volume-words.ts';

export interface VolumeFlags {
  readonly volume?: string;
  readonly volumeSize?: string;
  readonly volumeCreate?: string;
  readonly volumeMount?: string;
  readonly volumeUnmount?: string;
  readonly volumeDestroy?: string;
  readonly volumeKeep?: boolean;
  readonly container?: string;
}

export function addVolumeFlags(command: Command): void {
  command
    .option(
      '--volume <kind>',
      'read the files from a snapshot of the volume that they lie on, which is removed afterwards: lvm, btrfs, or command',
    )
    .option(
      '--volume-size <size>',
      'with lvm: how much may change meanwhile, such as 5G (default: 20%ORIGIN)',
    )
    .option(
      '--volume-create <command>',
      'with command: a shell command that takes it, named $HOLDFAST_SNAPSHOT',
    )
    .option('--volume-mount <command>', 'with command: that mounts it on $HOLDFAST_MOUNT, read-only')
    .option('--volume-unmount <command>', 'with command: that unmounts it')
    .option('--volume-destroy <command>', 'with command: that removes it, if it is there')
    .option('--volume-keep', 'leave the snapshot of the volume, for you to remove');
}

/** @throws HoldfastError bad-input. */
export function volumeOptions(flags: VolumeFlags): VolumeOptions | undefined {
  const words = {
    volume: flags.volume ?? null,
    size: flags.volumeSize ?? null,
    create: flags.volumeCreate ?? null,
    mount: flags.volumeMount ?? null,
    unmount: flags.volumeUnmount ?? null,
    destroy: flags.volumeDestroy ?? null,
    keep: flags.volumeKeep ?? false,
    container: flags.container ?? null,
  };
  const parsed = parseVolume(words, (word) => `--${word}`);
  return parsed === undefined ? undefined : { ...parsed, holder: `process ${process.pid} on ${hostname()}` };
}
