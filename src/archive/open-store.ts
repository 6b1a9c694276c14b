import { redactUrl } from '../backends/location.ts';
import { HoldfastError } from '../errors.ts';
import type { ArchiveStore } from './archive-store.ts';
import { openFolderStore } from './folder-store.ts';

const LOCAL_PREFIX = 'local:';

/**
 * The store that `location` names, in the notation of repositories: `/path`, `local:/path`. Nothing is asked yet.
 *
 * @throws HoldfastError bad-input.
 */
export async function openArchiveStore(location: string): Promise<ArchiveStore> {
  const path = location.startsWith(LOCAL_PREFIX) ? location.slice(LOCAL_PREFIX.length) : location;
  if (path !== '' && !path.includes('\0') && !/^[a-z][a-z0-9]+:/i.test(path)) return openFolderStore(path);
  throw new HoldfastError(
    'bad-input',
    `Cannot keep archives in "${redactUrl(location)}": no such kind of storage, expected a folder or S3. ` +
      'Use "/path" or "s3:https://HOST/BUCKET/PREFIX".',
  );
}
