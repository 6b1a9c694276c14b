import type { ArchiveStore } from '../archive/archive-store.ts';
import { holdsCredentials } from '../backends/location.ts';
import type { StageTools } from './stage.ts';

/** For people; null where something secret may stand in it. */
export function shownLocation(location: string): string | null {
  return holdsCredentials(location) ? null : location;
}

export async function openArchives(location: string, { reporter }: StageTools): Promise<ArchiveStore> {
  const { openArchiveStore } = await import('../archive/open-store.ts');
  return openArchiveStore(location, {
    caFile: process.env['RESTIC_CACERT'] || undefined,
    onRetry: (message) => reporter.onInfo(message),
  });
}
