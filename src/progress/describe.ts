import { formatBytes, formatCount, formatCounted, formatDuration } from '../amounts.ts';
import type { Phase, Progress } from '../operations/progress.ts';

const PHASE_WORDS: Record<Phase, string> = {
  connecting: 'connecting',
  unlocking: 'opening the repository',
  locking: 'locking the repository',
  'loading-index': 'loading the index',
  'before-commands': 'running the before commands',
  listing: 'backing up',
  dumping: 'dumping databases',
  'after-commands': 'running the after commands',
  finishing: 'finishing the snapshot',
  preflight: 'looking at the destination',
  restoring: 'restoring',
  verifying: 'verifying',
  swapping: 'swapping in',
  'removing-snapshots': 'removing snapshots',
  'removing-archives': 'removing archives',
  checking: 'checking',
  'reading-packs': 'reading packs',
  'walking-trees': 'finding what is needed',
  planning: 'choosing packs',
  repacking: 'writing packs anew',
  'rewriting-indexes': 'writing indexes',
  removing: 'removing packs',
  copying: 'copying',
};

export function describePhase(phase: Phase): string {
  return PHASE_WORDS[phase];
}

/** Done part of the work, 0 to 1, or null while the total isn't known. */
export function fractionDone(progress: Progress): number | null {
  const { bytesDone, bytesTotal, filesDone, filesTotal } = progress;
  if (bytesTotal !== null && bytesTotal > 0) return Math.min(1, bytesDone / bytesTotal);
  if (filesTotal !== null && filesTotal > 0) return Math.min(1, filesDone / filesTotal);
  return null;
}

/**
 * Where the work stands, on one line:
 * `backing up: 1,234 of 5,000 files, 1.2 GiB of 2.0 GiB, 60 %, about 1:10 left`.
 */
export function describeProgress(progress: Progress, remainingMs: number | null): string {
  const parts: string[] = [];
  if (progress.filesDone > 0 || progress.filesTotal !== null) {
    const { filesDone, filesTotal } = progress;
    const done = filesTotal === null ? '' : `${formatCount(filesDone)} of `;
    parts.push(`${done}${formatCounted(filesTotal ?? filesDone, 'file')}`);
  }
  if (progress.bytesDone > 0 || progress.bytesTotal !== null) {
    const { bytesDone, bytesTotal } = progress;
    parts.push(
      bytesTotal === null
        ? formatBytes(bytesDone)
        : `${formatBytes(bytesDone)} of ${formatBytes(bytesTotal)}`,
    );
  }
  const fraction = fractionDone(progress);
  if (fraction !== null) parts.push(`${Math.floor(fraction * 100)} %`);
  if (remainingMs !== null) parts.push(`about ${formatDuration(remainingMs)} left`);
  const words = describePhase(progress.phase);
  return parts.length === 0 ? words : `${words}: ${parts.join(', ')}`;
}
