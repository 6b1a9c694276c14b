import type { FoundArchive } from '../archive/find-archives.ts';
import { formatTime } from '../repository/format/time.ts';

/** What a store has of an archive, as `--json` shows it. */
export function archiveJson({ id, file, manifest, fault }: FoundArchive): object {
  return {
    id,
    file: file?.name ?? null,
    size: file?.sizeBytes ?? null,
    fault,
    ...(manifest === null
      ? {}
      : {
          time: formatTime(manifest.timeNs),
          hostname: manifest.hostname,
          target: manifest.target,
          tags: manifest.tags,
          paths: manifest.paths,
          complete: manifest.complete,
          encryption: manifest.encryption,
        }),
  };
}
