import { spawnSync } from 'node:child_process';
import type { BackupFigures, Scene } from './scene.ts';
import { type CommandResult, StoryBroken } from './story.ts';

interface SnapshotSummary {
  readonly total_files_processed: number;
  readonly total_bytes_processed: number;
  readonly data_added: number;
  readonly data_added_packed: number;
  readonly files_unmodified: number;
}

/** A snapshot as `holdfast snapshots --json` shows it. */
export interface SnapshotView {
  readonly id: string;
  readonly short_id: string;
  readonly summary: SnapshotSummary;
}

/** Asks Holdfast for JSON behind the scenes; the last line is the result. */
export function askHoldfast(scene: Scene, ...args: readonly string[]): unknown {
  const { status, stdout, stderr } = spawnSync('holdfast', [...args, '--json'], {
    cwd: scene.folder,
    env: scene.env,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new StoryBroken(`\`holdfast ${args.join(' ')}\` ended with ${status}: ${stderr}`);
  return JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '');
}

export function latestSnapshot(scene: Scene): SnapshotView {
  const snapshot = (askHoldfast(scene, 'snapshots', 'latest') as SnapshotView[])[0];
  if (snapshot === undefined) throw new StoryBroken('There is no snapshot after a backup.');
  return snapshot;
}

/** What a backup that was just run did: counts from its snapshot, what it read from its own words. */
export function backupFigures(
  scene: Scene,
  name: string,
  { output, milliseconds }: CommandResult,
): BackupFigures {
  const { summary } = latestSnapshot(scene);
  return {
    name,
    files: summary.total_files_processed,
    treeBytes: summary.total_bytes_processed,
    readBytes: amountRead(output),
    addedBytes: summary.data_added,
    storedBytes: summary.data_added_packed,
    milliseconds,
  };
}

const UNIT_BYTES: Readonly<Record<string, number>> = { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 };

function amountRead(output: string): number {
  const [, amount, unit] = /Read ([\d.]+) (\w+) from the host/.exec(output) ?? [];
  const unitBytes = UNIT_BYTES[unit ?? ''];
  if (unitBytes === undefined) throw new StoryBroken('The backup does not say how much it read.');
  return Math.round(Number(amount) * unitBytes);
}
