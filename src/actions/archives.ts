import type { ArchiveStore } from '../archive/archive-store.ts';
import { holdsCredentials } from '../backends/location.ts';
import type { S3Settings } from '../backends/s3-settings.ts';
import type { StageTools } from './stage.ts';

/** For people; null where something secret may stand in it. */
export function shownLocation(location: string): string | null {
  return holdsCredentials(location) ? null : location;
}

export async function openArchives(
  { location, s3 }: { location: string; s3: S3Settings },
  { reporter }: StageTools,
): Promise<ArchiveStore> {
  const { openArchiveStore } = await import('../archive/open-store.ts');
  return openArchiveStore(location, {
    ...s3,
    caFile: process.env['RESTIC_CACERT'] || undefined,
    onRetry: (message) => reporter.onInfo(message),
  });
}
